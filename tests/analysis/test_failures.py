"""Where it can go wrong: fail points ranked, recoveries whole or not, single points."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.analysing import analyse
from blueprint.analysis.failures.points import Point, points_of, ranked
from blueprint.errors import BlueprintError
from blueprint.files import load
from blueprint.graph import graph_of
from blueprint.model import Blueprint, FailPoint
from tests.analysis.small import codes, in_a_circle, nothing, parcels, plain, rows, sentences

ranks = st.integers(1, 10) | st.none()
points = st.builds(
    Point,
    fail=st.builds(
        lambda s, o, d: FailPoint(name="f", severity=s, occurrence=o, detection=d),
        ranks,
        ranks,
        ranks,
    ),
    owner=st.just(0),
    at=st.just(0),
    step=st.just(0),
    mends=st.none(),
)


def made(*fails: dict[str, Any], **lanes: Any) -> Blueprint:
    step = {
        "id": "s",
        "step": "Serve",
        "customer": {"id": "c", "name": "Asks"},
        "frontstage": {"id": "f", "name": "Answers", "department": "desk"},
        **lanes,
        "fails": [{"at": "f", **fail} for fail in fails],
    }
    return Blueprint.model_validate(
        {
            "blueprint": "B",
            "departments": {"desk": "Desk"},
            "systems": {"crm": {"name": "CRM"}},
            "phases": {"P": [step]},
        }
    )


def mended(**recovery: Any) -> Blueprint:
    """One fail point, and a backstage action that mends it."""
    mends = {"id": "m", "name": "Calls back", "department": "desk", "needs": [], **recovery}
    return made(
        {"name": "Wrong answer", "severity": 8, "recovery": "m"},
        customer={"id": "c", "name": "Asks", "needs": ["f"]},
        frontstage={
            "id": "f",
            "name": "Answers",
            "department": "desk",
            "needs": [],
            "systems": ["crm"],
        },
        backstage=mends,
    )


def lacks(source: Blueprint) -> list[str]:
    return [row["lacks"] for row in rows(analyse(source, "failures"), "fails")]


# ---- ranking


def test_severity_goes_before_the_product():
    source = made(
        {"name": "Daily trifle", "severity": 3, "occurrence": 10, "detection": 10},
        {"name": "Rare disaster", "severity": 10, "occurrence": 1, "detection": 2},
        {"name": "Unknown"},
        {"name": "Rare disaster, unseen", "severity": 10, "occurrence": 1, "detection": 9},
    )
    found = rows(analyse(source, "failures"), "fails")
    assert [row["fail"] for row in found] == [
        "Rare disaster, unseen",
        "Rare disaster",
        "Daily trifle",
        "Unknown",
    ]
    assert [row["product"] for row in found] == [90, 20, 300, None]
    assert [row["rank"] for row in found] == [1, 2, 3, None]
    said = sentences(analyse(source, "failures"))
    assert "The worst of 3 fail points with a severity is “Rare disaster, unseen”" in said
    assert "severity 10 of 10; with occurrence and detection the product is 90 of 1000." in said


@given(st.lists(points, max_size=10))
def test_no_fail_point_stands_before_a_more_severe_one(drawn):
    order = ranked(drawn)
    told = [p.fail.severity for p in order if p.fail.severity is not None]
    assert told == sorted(told, reverse=True)
    silent = [p.fail.severity is None for p in order]
    assert silent == sorted(silent)
    assert len(order) == len(drawn)


def test_a_product_needs_all_three():
    [row] = rows(analyse(made({"name": "x", "severity": 9, "occurrence": 9}), "failures"), "fails")
    assert row.get("product") is None


@pytest.mark.parametrize("rank", [0, 11, -1, 2.5])
def test_a_rank_out_of_its_scale_never_gets_in(rank):
    with pytest.raises(ValueError, match="severity"):
        made({"name": "x", "severity": rank})


def test_a_fail_point_of_an_action_is_found_with_what_fails():
    source = made(backstage={"id": "b", "name": "Looks up", "fails": [{"name": "Wrong file"}]})
    [point] = points_of(graph_of(source))
    graph = graph_of(source)
    assert graph.nodes[point.at].id == "b"
    assert graph.nodes[point.step].id == "s"


def test_where_nobody_says_what_fails_it_is_the_lead_action():
    source = Blueprint.model_validate(
        {"blueprint": "B", "phases": {"P": [{"step": "S", "customer": ["a", "b"], "fails": ["x"]}]}}
    )
    graph = graph_of(source)
    [point] = points_of(graph)
    assert graph.nodes[point.at].name == "b"


# ---- recoveries


def test_a_recovery_that_somebody_does_and_that_leads_back_is_whole():
    assert lacks(mended(triggers=["f"])) == ["nothing"]
    assert codes(analyse(mended(triggers=["f"]), "failures")) == []


def test_a_recovery_that_leads_nowhere_lacks_a_way_back():
    assert lacks(mended()) == ["a way back"]
    [finding] = analyse(mended(), "failures").findings
    assert (finding.code, finding.severity) == ("failures.no_way_back", "warning")
    assert finding.about == ("m", "f")


def test_a_recovery_nobody_does_lacks_a_doer():
    assert lacks(mended(department=None, triggers=["f"])) == ["who does it"]
    assert lacks(mended(department=None, actor="technology", triggers=["f"])) == ["nothing"]


def test_a_fail_point_without_a_recovery_is_a_warning_where_it_is_severe():
    found = analyse(
        made({"name": "x", "severity": 7}, {"name": "y", "severity": 6}, {"name": "z"}), "failures"
    )
    assert codes(found) == ["failures.unmended"] * 3
    assert [f.severity for f in found.findings] == ["warning", "info", "info"]
    assert "None is mended completely" in sentences(found)


def test_a_recovery_that_can_fail_and_is_not_mended_lets_down_twice():
    source = mended(triggers=["f"], fails=[{"name": "Nobody answers"}])
    report = analyse(source, "failures")
    assert "failures.double_deviation" in codes(report)
    assert rows(report, "fails")[0]["twice"] == "Nobody answers"
    assert "let down twice" in sentences(report)


def test_a_recovery_whose_own_failing_is_mended_does_not():
    source = mended(triggers=["f"], fails=[{"name": "Nobody answers", "recovery": "c"}])
    assert "failures.double_deviation" not in codes(analyse(source, "failures"))


def test_a_recovery_on_the_system_that_may_have_failed_is_pointed_out():
    report = analyse(mended(triggers=["f"], systems=["crm"]), "failures")
    [finding] = report.findings
    assert finding.code == "failures.same_system"
    assert finding.about == ("m", "f", "crm")


def test_recoveries_that_set_each_other_off_in_a_circle_come_to_an_end():
    source = made(
        {"name": "x", "recovery": "m"},
        frontstage={"id": "f", "name": "Answers", "needs": []},
        backstage=[
            {"id": "m", "name": "m", "department": "desk", "triggers": ["n"], "needs": []},
            {"id": "n", "name": "n", "department": "desk", "triggers": ["m"], "needs": []},
        ],
    )
    assert lacks(source) == ["a way back"]


def test_what_fails_cannot_mend_itself():
    source = made({"name": "Wrong answer", "severity": 8, "recovery": "f"})
    report = analyse(source, "failures")
    assert lacks(source) == ["an action other than what fails"]
    [finding] = report.findings
    assert (finding.code, finding.severity) == ("failures.mends_itself", "warning")
    assert str(finding.message) == (
        "“Answers” is to mend “Wrong answer”, and is itself what fails then"
    )
    assert finding.about == ("f",)
    assert "It is not mended completely" in sentences(report)
    overlay = report.overlay
    assert overlay is not None
    assert (overlay.elements["f"].role, overlay.links) == ("warning", ())


def test_where_nobody_says_what_fails_the_customer_may_do_it_again():
    step = {
        "step": "S",
        "customer": {"id": "c", "name": "c"},
        "fails": [{"name": "x", "recovery": "c"}],
    }
    assert lacks(Blueprint.model_validate({"blueprint": "B", "phases": {"P": [step]}})) == [
        "nothing"
    ]


@pytest.mark.parametrize(
    ("mended", "said"),
    [
        ("", "None is mended completely, by somebody and with a way back to the customer."),
        ("a", "Only 1 of 3 is mended completely"),
        ("ab", "2 of 3 are mended completely"),
        ("abc", "All are mended completely"),
    ],
)
def test_how_many_are_mended_is_told_as_people_say_it(mended, said):
    fails = [
        {"name": name, "severity": 5, **({"recovery": "c"} if name in mended else {})}
        for name in "abc"
    ]
    assert said in sentences(analyse(made(*fails), "failures"))


def test_fail_points_without_a_severity_have_no_rank():
    report = analyse(made({"name": "x"}, {"name": "y"}), "failures")
    assert "2 fail points so far, none with a severity: nobody can tell which" in sentences(report)
    assert all(row.get("rank") is None for row in rows(report, "fails"))
    assert str(report.tables[0].title) == "Fail points"
    assert report.overlay is not None
    assert "severity" not in str(report.overlay.meanings["warning"])


# ---- single points of failure


def test_what_alone_can_stop_a_moment_of_truth_is_what_foundations_finds():
    report = analyse(parcels(), "failures")
    [moment] = rows(report, "moments")
    assert (moment["id"], str(moment["alone"])) == ("receive", "“Hands it over”")
    [stop] = [f for f in report.findings if f.code == "failures.single"]
    under = analyse(parcels(), "foundations").findings
    assert stop.about in [f.about for f in under if f.code == "foundations.alone"]
    assert "failures.single" in codes(report)
    said = "“Hands it over” alone can stop the only moment of truth, “Receive”."
    assert said in sentences(report)


@pytest.mark.parametrize(
    ("example", "said"),
    [
        (
            "city_hotel",
            "Of 3 moments of truth, 1 can be stopped by a single element: “Check in”, by",
        ),
        (
            "bank_loan",
            "Of 5 moments of truth, 2 can be stopped by a single element each; “Meet the",
        ),
        (
            "hotel_stay",
            "Each of these alone can stop the only moment of truth, “Check-in”: “Process",
        ),
    ],
)
def test_what_can_be_stopped_is_not_said_to_hang_on_one_thing_together(example, said):
    source = load(f"examples/{example}.blueprint.yaml")
    assert said in sentences(analyse(source, "failures"))


def test_where_only_the_first_moments_are_looked_at_it_says_so():
    moment = {"moment_of_truth": {"importance": 5}}
    steps = [{"step": n, "customer": n.lower(), "frontstage": f"does {n}", **moment} for n in "ABC"]
    source = Blueprint.model_validate({"blueprint": "B", "phases": {"P": steps}})
    said = sentences(analyse(source, "failures", most=2))
    assert "Of the first 2 of 3 moments of truth, 2 can be stopped by a single element each" in said
    assert "All 3 moments of truth can be stopped by a single element each" in sentences(
        analyse(source, "failures")
    )


def test_what_is_to_be_done_about_several_is_told_of_several():
    [finding] = [
        f
        for f in analyse(load("examples/hotel_stay.blueprint.yaml"), "failures").findings
        if f.code == "failures.single"
    ]
    assert str(finding.hint).startswith("plan what is done when one of them fails")


def test_without_a_declared_moment_that_cannot_be_told():
    report = analyse(plain(), "failures")
    assert rows(report, "moments") == []
    assert any("none is declared" in str(said) for said in report.method.cannot_tell)


# ---- what is shown


def test_what_fails_what_mends_and_what_stops_is_lit_up():
    overlay = analyse(mended(triggers=["f"]), "failures").overlay
    assert overlay is not None
    assert (overlay.elements["f"].role, overlay.elements["f"].badge) == ("info", "8")
    assert overlay.elements["m"].role == "reached"
    assert overlay.links == (("m", "f"),)


def test_the_chart_shows_the_ranks_of_the_worst():
    source = made({"name": "x", "severity": 4}, {"name": "y", "severity": 6, "occurrence": 2})
    [chart] = analyse(source, "failures").charts
    assert [str(series.name) for series in chart.series] == ["Severity", "Occurrence"]
    assert [point.y for point in chart.series[1].points] == [2, None]


@pytest.mark.parametrize(
    "source", [nothing(), plain(), in_a_circle()], ids=["no", "plain", "circle"]
)
def test_where_no_fail_point_is_written_it_says_so(source):
    report = analyse(source, "failures")
    assert "No fail point is written" in sentences(report)
    assert report.findings == ()
    assert report.charts == ()


def test_a_number_of_rows_is_one_or_more():
    with pytest.raises(BlueprintError, match="most"):
        analyse(plain(), "failures", most=0)
