"""What moments of truth rest on, and what alone can stop them, worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from blueprint import load_workspace
from blueprint.analysis.analysing import analyse
from blueprint.analysis.foundations.alone import alone_under
from blueprint.analysis.service import declared_moments, lived
from blueprint.analysis.spread.reaching import reached
from blueprint.errors import BlueprintError, ReferenceNotFoundError
from blueprint.graph import graph_of
from blueprint.model import Blueprint
from tests.analysis.small import codes, in_a_row, nothing, parcels, plain, rows, sentences
from tests.strategies import blueprints


def under(source, *on, **options):
    report = analyse(source, "foundations", on, **options)
    return {row["id"]: row for row in rows(report, "under")}


def test_one_desk_over_three_actions_is_the_only_way_up():
    found = under(parcels(), "receive")
    assert [name for name, row in found.items() if row["alone"]] == ["hands-over"]
    assert found["hands-over"]["carries"] == 5
    assert found["wms"]["through"] == "Hands it over"
    assert found["carrier"]["through"] == "Sends"


def test_one_system_under_all_backstage_actions_is_their_common_ground():
    [moment] = rows(analyse(parcels(), "foundations"), "moments")
    assert moment["alone"] == "“Hands it over”"
    assert moment["common"] == "“Warehouse system”"
    report = analyse(parcels(), "foundations")
    assert "Every backstage action under it rests on “Warehouse system”." in sentences(report)


def test_one_system_that_is_all_there_is_underneath_can_stop_it_alone():
    made = Blueprint.model_validate(
        {
            "blueprint": "One",
            "links": "explicit",
            "systems": {"wms": {"name": "Warehouse system"}},
            "phases": {
                "P": [
                    {
                        "step": "S",
                        "moment_of_truth": True,
                        "customer": {"name": "c", "needs": ["f"]},
                        "frontstage": {"id": "f", "name": "f", "needs": ["a", "b"]},
                        "backstage": [
                            {"id": "a", "name": "a", "system": "wms", "needs": []},
                            {"id": "b", "name": "b", "system": "wms", "needs": []},
                        ],
                    }
                ]
            },
        }
    )
    assert [i for i, row in under(made).items() if row["alone"]] == ["f", "wms"]
    assert "foundations.system" in codes(analyse(made, "foundations"))


def test_two_ways_up_leave_nothing_that_alone_can_stop_it():
    made = Blueprint.model_validate(
        {
            "blueprint": "Two",
            "systems": {"s": {"name": "S"}, "t": {"name": "T"}},
            "phases": {
                "P": [
                    {
                        "step": "S1",
                        "moment_of_truth": True,
                        "customer": "c",
                        "frontstage": [
                            {"id": "f", "name": "f", "system": "s"},
                            {"id": "g", "name": "g", "system": "t"},
                        ],
                    }
                ]
            },
        }
    )
    assert not any(row["alone"] for row in under(made).values())
    assert codes(analyse(made, "foundations")) == []


def test_a_chain_has_everything_on_the_only_way():
    report = analyse(in_a_row(30), "foundations", most=100)
    [moment] = rows(report, "moments")
    assert moment["alone"] == "“a0”, “a1”, “a2”, “a3”, “a4” and 25 more"
    assert [r["id"] for r in rows(report, "under") if r["alone"]] == [f"a{n}" for n in range(30)]
    found = {row["id"]: row for row in rows(report, "under")}
    assert found["a29"]["hops"] == 30
    assert found["a0"]["carries"] == 29


def test_likelihood_is_that_of_the_strongest_path():
    found = under(parcels(), "receive")
    assert found["wms"]["likelihood"] == pytest.approx(0.7 * 0.5 * 0.6)


def test_actions_and_promises_can_be_asked_about():
    assert set(under(parcels(), "packs")) == {"wms"}
    assert set(under(parcels(), "fast")) == {"packs", "wms"}


def test_the_journey_before_counts_only_when_asked():
    assert "browses" not in under(parcels(), "receive")
    assert "browses" in under(parcels(), "receive", journey=True)


def test_a_phase_and_a_blueprint_stand_for_the_steps_in_them():
    assert set(under(parcels(), "order")) >= {"catalogue", "wms"}
    assert set(under(parcels(), "parcels")) >= {"catalogue", "wms"}


def test_without_moments_of_truth_every_step_the_customer_acts_in_is_looked_at():
    report = analyse(plain(), "foundations")
    assert [row["id"] for row in rows(report, "moments")] == ["asks"]
    assert "no moment of truth is declared" in str(report.method.assumptions[0])


def test_a_moment_that_rests_on_nothing_is_pointed_out():
    alone = Blueprint.model_validate({"blueprint": "Alone", "phases": {"One": ["Waits"]}})
    report = analyse(alone, "foundations", ["waits"])
    assert codes(report) == ["foundations.nothing"]
    assert "rests on nothing that is drawn" in sentences(report)


def test_nothing_need_stand_under_a_system():
    report = analyse(parcels(), "foundations", ["wms", "carrier"])
    assert codes(report) == []
    assert sentences(report) == "Nothing is drawn under any of the 2 elements."
    assert str(report.title) == "What “Warehouse system”, “Carrier's portal” rest on"


def test_a_department_rests_on_what_all_it_does_and_owns_rests_on():
    assert set(under(parcels(), "store")) == {"wms", "carrier"}
    assert not any(row["alone"] for row in under(parcels(), "store").values())


def test_one_is_told_as_one():
    said = "“Packs” rests on 1 element of 1 department; the farthest is 1 link away."
    assert said in sentences(analyse(parcels(), "foundations", ["packs"]))


def test_how_many_can_be_stopped_is_told_of_what_was_asked_about():
    report = analyse(parcels(), "foundations", ["receive", "packs"])
    assert "Each of the 2 elements can be stopped by a single element." in sentences(report)
    report = analyse(parcels(), "foundations", ["receive", "sends"])
    assert "1 of 2 elements can be stopped by a single element." in sentences(report)


def test_moments_of_one_name_are_told_apart_by_their_blueprints():
    home = Path(__file__).parents[2] / "examples" / "delivery_and_installation"
    report = analyse(load_workspace(home), "foundations")
    messages = [str(finding.message) for finding in report.findings]
    assert (
        "“Connects and tests it” alone can stop “See it run” (A washing machine in two visits)"
        in messages
    )


def test_only_so_many_are_told_of_and_the_report_says_so():
    report = analyse(parcels(), "foundations", ["receive", "browse"], most=1)
    assert len(rows(report, "moments")) == 1
    assert any("moments asked about: 2" in str(what) for what in report.method.assumptions)
    with pytest.raises(BlueprintError, match="1 or more"):
        analyse(parcels(), "foundations", most=0)


def test_an_unknown_element_is_refused_with_the_nearest():
    with pytest.raises(ReferenceNotFoundError, match="did you mean “receive"):
        analyse(parcels(), "foundations", ["recieve"])


def test_where_there_is_no_step_it_says_so():
    assert "no step" in sentences(analyse(nothing(), "foundations"))


@settings(max_examples=25, deadline=None)
@given(blueprints())
def test_just_what_alone_can_stop_it_leaves_no_support_when_missing(plain_data):
    graph = graph_of(Blueprint.model_validate(plain_data))
    kinds = ("interaction", "support", "triggers", "uses", "keeps", "prepares")
    work = graph.network("disruption", kinds)
    upward = work.turned
    for row in rows(analyse(graph, "foundations"), "moments"):
        own = [n for n, node in enumerate(graph.nodes) if node.step == row["id"]]
        tops = lived(graph, own)
        everything = reached(upward, tops)
        ground = {
            n for n in everything if all(n in reached(upward, [m]) for m in reached(upward, [n]))
        }
        want = {
            graph.nodes[n].id
            for n in everything
            if ground and not (reached(upward, tops, closed=[n]) & ground)
        }
        assert {graph.nodes[n].id for n in alone_under(work, tops)} == want
        assert bool(row["alone"]) == bool(want)


@settings(max_examples=25, deadline=None)
@given(blueprints())
def test_what_is_under_a_moment_is_what_reaches_it(plain_data):
    graph = graph_of(Blueprint.model_validate(plain_data))
    moments = declared_moments(graph)
    counted = {
        row["id"]: row["moments"]
        for row in rows(analyse(graph, "criticality", most=None), "ranking")
    }
    report = analyse(graph, "foundations", most=1000)
    if moments and len(moments) == 1:
        for row in rows(report, "under"):
            if row["kind"] != "promise":
                assert counted[row["id"]] == 1


def test_what_to_do_says_of_what():
    report = analyse(parcels(), "foundations")
    assert [str(finding.hint) for finding in report.findings] == [
        "plan what is done when “Warehouse system” is down",
        "plan who or what can stand in for “Hands it over”",
    ]


def test_of_what_kind_it_is_is_told_of_what_need_not_be_a_step():
    [named] = rows(analyse(parcels(), "foundations", ["packs"]), "moments")
    [moment] = rows(analyse(parcels(), "foundations"), "moments")
    assert named["kind"] == "backstage action"
    assert "kind" not in moment
