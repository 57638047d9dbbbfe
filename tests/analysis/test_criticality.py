"""What is critical, on cases counted by hand and against reaching from each element."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from blueprint.analysis.analysing import analyse
from blueprint.analysis.service import felt_along
from blueprint.analysis.spread.reaching import reached
from blueprint.errors import BlueprintError
from blueprint.graph import graph_of
from blueprint.model import Blueprint
from tests.analysis.small import codes, nothing, parcels, plain, rows, sentences
from tests.strategies import blueprints


def ranked(source, **options):
    return {row["id"]: row for row in rows(analyse(source, "criticality", **options), "ranking")}


def test_counts_are_those_of_the_drawing():
    found = ranked(parcels())
    wms = found["wms"]
    assert (wms["steps"], wms["moments"], wms["promises"], wms["elements"]) == (1, 1, 1, 5)
    assert wms["departments"] == 4
    assert (found["catalogue"]["steps"], found["catalogue"]["moments"]) == (1, 0)
    assert "browses" not in found
    assert "receives" not in found


def test_what_comes_later_on_the_journey_counts_only_when_asked():
    assert ranked(parcels())["catalogue"]["steps"] == 1
    whole = ranked(parcels(), journey=True)
    assert whole["catalogue"]["steps"] == whole["browses"]["steps"] == 2


def test_equal_ones_share_a_rank_and_stand_in_file_order():
    report = analyse(parcels(), "criticality", by="elements")
    assert [(row["rank"], row["id"]) for row in rows(report, "ranking")] == [
        (1, "wms"),
        (2, "carrier"),
        (3, "picks"),
        (3, "packs"),
        (3, "sends"),
        (6, "catalogue"),
        (6, "hands-over"),
    ]


@pytest.mark.parametrize(("share", "want"), [("40%", 100.0), (None, None)])
def test_a_persona_without_a_share_leaves_the_share_of_customers_open(share, want):
    trade = {"name": "Trade", "share": share} if share else {"name": "Trade"}
    personas = {"private": {"name": "Private", "share": "60%"}, "trade": trade}
    report = analyse(parcels(personas=personas), "criticality", by="customers")
    assert {row.get("customers") for row in rows(report, "ranking")} == {want}
    told = [str(what) for what in report.method.cannot_tell]
    assert any("personas without a share: 1" in what for what in told) == (want is None)


def test_without_personas_it_cannot_tell_the_share_of_customers():
    report = analyse(plain(), "criticality")
    assert [row.get("customers") for row in rows(report, "ranking")] == [None]
    assert any("no persona is named" in str(what) for what in report.method.cannot_tell)


def test_as_many_are_listed_as_asked_and_the_report_says_so():
    report = analyse(parcels(), "criticality", most=2)
    assert len(rows(report, "ranking")) == 2
    assert "Listed: the first 2 of the ranking." in sentences(report)
    assert len(rows(analyse(parcels(), "criticality", most=None), "ranking")) == 7
    with pytest.raises(BlueprintError, match="1 or more"):
        analyse(parcels(), "criticality", most=0)


def test_figures_are_told_with_what_they_count():
    assert sentences(analyse(parcels(), "criticality", by="elements")) == (
        "Most critical by elements reached: “Warehouse system” (5 elements), "
        "“Carrier's portal” (3 elements). "
        "7 of 9 elements are felt by others when missing; steps in all: 2."
    )
    whole = parcels(personas={"private": {"name": "Private", "share": "60%"}})
    assert "(60 %)" in sentences(analyse(whole, "criticality", by="customers"))


def test_of_those_that_share_the_last_rank_told_none_is_picked():
    told = sentences(analyse(parcels(), "criticality"))
    assert "(1 step) and 4 more" in told
    told = sentences(analyse(parcels(), "criticality", by="elements"))
    assert "“Picks”" not in told


def test_where_there_is_nothing_to_rank_by_nobody_is_called_critical():
    told = sentences(analyse(plain(), "criticality", by="promises"))
    assert "By promises at stake nothing can be ranked: none is known." in told


def test_a_legacy_system_under_a_moment_of_truth_is_pointed_out():
    systems = {"wms": {"name": "W", "legacy": True}, "carrier": {"name": "C"}}
    assert codes(analyse(parcels(systems=systems), "criticality")) == ["criticality.legacy"]


def test_a_system_under_half_of_all_steps_is_pointed_out():
    steps = [
        {"customer": f"c{n}", "frontstage": {"name": f"f{n}", "system": "hub"}} for n in range(4)
    ]
    made = Blueprint.model_validate(
        {"blueprint": "Hub", "systems": {"hub": {"name": "Hub"}}, "phases": {"One": steps}}
    )
    assert codes(analyse(made, "criticality")) == ["criticality.hub"]


def test_where_nothing_is_felt_it_says_so():
    report = analyse(nothing(), "criticality")
    assert sentences(report) == "Nothing here is felt by anything else."


@settings(max_examples=25, deadline=None)
@given(blueprints())
def test_the_counts_are_what_is_reached_one_by_one(plain_data):
    graph = graph_of(Blueprint.model_validate(plain_data))
    network = graph.network("disruption", felt_along(journey=True))
    for row in rows(analyse(graph, "criticality", journey=True, most=None), "ranking"):
        start = graph.index[row["id"]]
        found = reached(network, [start])
        concerned = {start, *found}
        steps = {graph.nodes[n].step for n in concerned} - {None}
        promises = {n for n in concerned if graph.nodes[n].kind == "promise"}
        elements = {n for n in found if graph.nodes[n].kind != "promise"}
        assert (row["steps"], row.get("promises", 0), row["elements"]) == (
            len(steps),
            len(promises),
            len(elements),
        )


def test_where_many_are_equally_critical_none_is_picked():
    steps = [
        {"customer": f"c{n}", "frontstage": {"id": f"f{n}", "name": f"f{n}"}} for n in range(12)
    ]
    many = Blueprint.model_validate({"blueprint": "Many", "phases": {"One": steps}})
    told = sentences(analyse(many, "criticality"))
    assert "By steps reached, 12 elements are equally critical: 1 step each." in told
