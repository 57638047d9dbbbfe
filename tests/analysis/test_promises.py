"""Whether promises are kept, on cases worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.analysing import analyse
from blueprint.analysis.promises.kept import Limits
from blueprint.analysis.promises.way import onward, way
from blueprint.errors import BlueprintError
from blueprint.files import load_workspace
from blueprint.graph import graph_of
from blueprint.model import Blueprint
from blueprint.report import Report, Series
from tests.analysis.small import codes, in_a_row, nothing, rows, sentences


def coffee(target: dict[str, Any] | None = None, **more: Any) -> Blueprint:
    """Coffee in three minutes: ordering takes 30 s, brewing 90 s, on one old machine."""
    wanted = {"measure": "duration", "at_most": "3 min", "from": "orders", "to": "gets"}
    return Blueprint.model_validate(
        {
            "blueprint": "Café",
            "departments": {
                "bar": "Bar",
                "ads": "Marketing",
                "it": "IT",
                "shop": {"name": "Shops", "told_of": ["service"]},
            },
            "systems": {"till": {"name": "Till", "department": "it", "legacy": True}},
            "promises": {
                "fast": {
                    "text": "Coffee in three minutes",
                    "made_by": "ads",
                    "target": wanted if target is None else target,
                    "kept_by": ["brews"],
                }
            },
            "phases": {
                "Visit": [
                    {
                        "id": "orders",
                        "customer": "Orders",
                        "frontstage": {
                            "id": "takes",
                            "name": "Takes the order",
                            "department": "bar",
                            "duration": "30 s",
                        },
                    },
                    {
                        "id": "gets",
                        "customer": "Gets it",
                        "frontstage": {
                            "id": "brews",
                            "name": "Brews",
                            "department": "bar",
                            "duration": "90 s",
                            "systems": ["till"],
                        },
                    },
                ]
            },
            **more,
        }
    )


def changed(step: str, **fields: Any) -> Blueprint:
    return coffee().replace(step, **fields)


def standing(report: Report) -> dict[str, Any]:
    [row] = rows(report, "promises")
    return row


def test_kept_by_design_where_all_on_the_way_fits():
    row = standing(analyse(coffee(), "promises"))
    assert (row["verdict"], row["design"]) == ("kept", "kept (2 min)")
    assert row["times"] == "cannot tell"


def test_broken_by_actual_times_even_where_the_design_keeps_it():
    source = changed("gets", time={"actual": "4 min"}).replace("orders", time={"actual": "20 s"})
    report = analyse(source, "promises")
    assert standing(report)["times"] == "broken (4.3 min)"
    assert standing(report)["verdict"] == "broken"
    assert "Broken: “Coffee in three minutes” (4.3 min; promised: at most 3 min)." in sentences(
        report
    )
    assert report.findings[0].code == "promises.broken"
    assert report.findings[0].about == ("fast", "brews")


def test_a_known_part_that_is_too_long_is_enough_to_break_it():
    source = changed("brews", duration="5 min").replace("takes", duration=None)
    assert standing(analyse(source, "promises"))["design"] == "broken (at least 5 min)"


def test_a_missing_time_is_never_nothing():
    report = analyse(changed("takes", duration=None), "promises")
    assert standing(report)["design"] == "cannot tell (at least 1.5 min)"
    [finding] = [f for f in report.findings if f.code == "promises.no-time"]
    assert "no time is told of “Takes the order”" in str(finding.message)


def test_a_step_promised_for_the_same_length_tells_the_whole_time():
    source = changed("gets", time={"promised": "3 min", "actual": "170 s"})
    assert standing(analyse(source, "promises"))["times"] == "kept (2.8 min)"


def test_within_tolerance_is_told_apart():
    target = {
        "measure": "duration",
        "at_most": "1 min",
        "tolerance": "60 s",
        "to": "gets",
        "from": "orders",
    }
    report = analyse(coffee(target), "promises")
    assert standing(report)["verdict"] == "kept within tolerance"
    assert codes(report)[0] == "promises.tolerance"


def test_a_tolerance_in_another_unit_is_not_used():
    target = {"measure": "duration", "at_most": "1 min", "tolerance": 5}
    report = analyse(coffee(target), "promises")
    assert standing(report)["verdict"] == "broken"
    assert "promises.tolerance-unit" in codes(report)


def test_standards_that_allow_more_than_is_promised_are_pointed_out():
    source = changed("brews", standard={"text": "Soon", "at_most": "10 min"})
    report = analyse(source, "promises")
    assert standing(report)["standards"] == "broken (10 min)"
    assert standing(report)["verdict"] == "kept"
    assert "promises.loose-standard" in codes(report)


@pytest.mark.parametrize(
    ("value", "n", "verdict"),
    [
        (95, 1000, "kept (93.65 to"),
        (91, 30, "cannot tell"),
        (60, 500, "broken"),
        (95, None, "kept (95)"),
    ],
)
def test_a_measured_promise_needs_answers_enough(value, n, verdict):
    source = coffee(
        {"measure": "on-time", "at_least": 90},
        metrics={"on-time": {"name": "On time", "kind": "share", "scale": [0, 100]}},
        results=[
            {"metric": "on-time", "date": "2026-01-01", "value": 20, "n": 9},
            {"metric": "on-time", "date": "2026-06-01", "value": value, "n": n},
        ],
    )
    assert standing(analyse(source, "promises"))["results"].startswith(verdict)


def test_a_share_is_not_held_against_a_scale_in_per_cent():
    source = coffee(
        {"measure": "on-time", "at_least": "90%"},
        metrics={"on-time": {"name": "On time", "scale": [0, 100]}},
        results=[{"metric": "on-time", "value": 95, "n": 1000}],
    )
    assert standing(analyse(source, "promises"))["verdict"] == "cannot tell"


def test_what_would_break_it_is_its_keeper_and_what_alone_can_stop_that():
    report = analyse(coffee(), "promises")
    assert [row["id"] for row in rows(report, "breaks")] == ["brews", "till"]
    assert "promises.legacy" in codes(report)
    assert report.overlay.elements["till"].role == "warning"
    with pytest.raises(BlueprintError, match="1 or more"):
        analyse(coffee(), "promises", most=0)


def test_that_keepers_break_their_own_promises_is_taken_for_granted():
    two = {
        name: {"text": name, "made_by": "ads", "kept_by": ["brews"]} for name in ("Fast", "Good")
    }
    source = coffee(promises=two, systems={"till": {"name": "Till", "department": "it"}})
    report = analyse(source, "promises")
    assert "“Till” alone would break 2 of 2 promises." in sentences(report)
    told = [str(f.message) for f in report.findings if f.code == "promises.single"]
    assert told == ["“Till” alone would break 2 of 2 promises"]


def test_a_figure_that_does_not_decide_is_told_with_its_interval():
    source = coffee(
        {"measure": "on-time", "at_least": 90},
        metrics={"on-time": {"name": "On time", "kind": "share", "scale": [0, 100]}},
        results=[{"metric": "on-time", "date": "2026-06-01", "value": 91, "n": 30}],
    )
    [finding] = [f for f in analyse(source, "promises").findings if f.code == "promises.no-figure"]
    assert "(at least 90) is kept: what was measured (80.76 to 100) does not" in str(
        finding.message
    )
    assert str(finding.hint) == "ask more people"


def test_times_are_told_in_the_unit_of_what_is_promised():
    source = coffee({"measure": "duration", "at_most": "3 d"}).replace("brews", duration="48 h")
    row = standing(analyse(source, "promises"))
    assert (row["target"], row["design"]) == ("at most 3 d", "kept (2 d)")


def test_it_is_at_risk_when_a_system_or_channel_of_a_keeper_changes():
    source = coffee(channels={"bar-counter": "Counter"}).replace("brews", channels=["bar-counter"])
    assert standing(analyse(source, "promises"))["rests_on"] == "Till, Counter"


def test_its_maker_is_told_first_then_all_behind_it():
    report = analyse(coffee(), "promises")
    told = {row["department"]: row["why"] for row in rows(report, "tell")}
    assert list(told) == ["Marketing", "Bar", "IT", "Shops"]
    assert told["IT"] == "owns “Till”, which “Brews” uses"
    assert told["Shops"] == "is told of every change to the service"


def test_what_customers_count_on_without_a_promise_is_listed():
    more = {
        "step": "Leaves",
        "customer": "Leaves",
        "experience": {"expectation": 9},
        "time": {"promised": "5 min"},
    }
    source = coffee().add(more, to="visit")
    report = analyse(source, "promises")
    assert [(row["id"], row["what"]) for row in rows(report, "unspoken")] == [
        ("leaves", "5 min"),
        ("leaves", "9 on a scale from 1 to 10 (a high expectation)"),
    ]
    assert "At 1 step customers count on something that nobody promised: “Leaves”." in sentences(
        report
    )
    [finding] = [f for f in report.findings if f.code == "promises.unspoken"]
    assert str(finding.message) == "At “Leaves” customers are told 5 min, and no promise says so"


def test_where_customers_only_expect_something_it_is_found_once():
    hopes = {"experience": {"expectation": 9}}
    source = coffee().add({"customer": "Leaves", **hopes}, to="visit")
    source = source.add({"customer": "Comes back", **hopes}, to="visit")
    [finding] = [f for f in analyse(source, "promises").findings if f.code == "promises.unspoken"]
    assert str(finding.message) == (
        "Customers count on something that nobody promised at “Leaves”, “Comes back”"
    )
    assert finding.about == ("leaves", "comes-back")


def test_how_promises_stand_is_told_without_what_none_of_them_does():
    assert str(analyse(coffee(), "promises").summary[0]) == "1 promise: 1 kept."
    two = {"fast": {"text": "Fast", "kept_by": ["brews"]}, "good": {"text": "Good"}}
    report = analyse(coffee(promises=two), "promises")
    assert str(report.summary[0]) == "2 promises: 2 cannot be told."
    assert report.summary[0].into("zh") == "2 项承诺：2 项无法判断。"


def test_only_what_decides_is_drawn():
    assert [str(series.name) for series in drawn(coffee())] == ["Time promised", "By design"]
    both = changed("gets", time={"actual": "4 min"}).replace("orders", time={"actual": "20 s"})
    assert [str(series.name) for series in drawn(both)][1:] == ["By design", "Actual"]
    assert [point.y for point in drawn(both)[2].points] == [144.4]
    open_end = changed("brews", duration="5 min").replace("takes", duration=None)
    assert [str(series.name) for series in drawn(open_end)][1:] == ["By design, at least"]
    assert drawn(changed("takes", duration=None)) == ()


def drawn(source: Blueprint) -> tuple[Series, ...]:
    charts = analyse(source, "promises").charts
    return charts[0].series if charts else ()


def test_a_target_that_is_no_time_says_what_is_measured():
    metrics = {"on-time": {"name": {"en": "On time", "zh": "准时率"}}}
    source = coffee({"measure": "on-time", "at_least": 90}, metrics=metrics, languages=["en", "zh"])
    assert standing(analyse(source, "promises"))["target"] == "On time: at least 90"
    unknown = coffee({"measure": "years", "at_least": 20})
    assert standing(analyse(unknown, "promises"))["target"] == "years: at least 20"


def test_who_keeps_a_promise_is_not_told_as_what_another_keeper_rests_on():
    source = coffee().replace("fast", kept_by=["gets", "brews"])
    told = {row["department"]: row["why"] for row in rows(analyse(source, "promises"), "tell")}
    assert told["Bar"] == "does “Brews”, which keeps it"


def test_where_nothing_was_expected_nothing_is_counted_on():
    for expectation in ("none", 5):
        source = coffee().add(
            {"customer": "Leaves", "experience": {"expectation": expectation}}, to="visit"
        )
        assert rows(analyse(source, "promises"), "unspoken") == []


def test_what_a_promise_lacks_is_named():
    bare = coffee(promises={"fast": {"text": "Fast"}})
    assert codes(analyse(bare, "promises")) == [
        "promises.no-target",
        "promises.no-maker",
        "promises.no-keeper",
    ]
    assert sentences(analyse(nothing(), "promises")) == "No promise is written down."


def test_no_way_between_first_and_last_cannot_be_told():
    source = coffee({"measure": "duration", "at_most": "3 min", "from": "gets", "to": "orders"})
    assert "promises.no-way" in codes(analyse(source, "promises"))


def test_the_likeliest_way_is_taken_and_circles_end():
    graph = graph_of(
        Blueprint.model_validate(
            {
                "blueprint": "Ways",
                "phases": {
                    "One": [
                        {
                            "id": "a",
                            "customer": "A",
                            "next": [{"to": "b", "probability": 0.8}, "c"],
                        },
                        {
                            "id": "b",
                            "customer": "B",
                            "next": [{"to": "a", "probability": 0.9}, "d"],
                        },
                        {"id": "c", "customer": "C", "next": ["d"]},
                        {"id": "d", "customer": "D"},
                    ]
                },
            }
        )
    )
    found = way(onward(graph), graph.index["a"], graph.index["d"])
    assert found is not None
    assert [graph.nodes[n].id for n in found] == ["a", "c", "d"]


amounts = st.floats(0, 1e6, allow_nan=False)


@given(amounts, amounts, amounts, amounts)
def test_a_wider_span_never_says_more(most, tolerance, low, more):
    limits = Limits(most=most, least=None, tolerance=tolerance, of_time=True)
    sure, open_end = limits.judge(low, low + more), limits.judge(low, None)
    assert open_end in ("broken", "unknown")
    assert open_end == "unknown" or sure == "broken"


def test_a_long_row_of_actions_under_one_promise_is_no_trouble():
    source = in_a_row(3000).replace("asks", name="Asks")
    promised = Blueprint.model_validate(
        {
            **source.model_dump(exclude_unset=True),
            "promises": {"p": {"text": "P", "kept_by": ["a0"]}},
        }
    )
    assert len(rows(analyse(promised, "promises"), "breaks")) == 50


def test_the_worked_case_tells_marketing_and_is_kept_within_its_tolerance():
    report = analyse(load_workspace("examples/one_day_delivery"), "promises")
    first = rows(report, "promises")[0]
    assert first["times"] == "kept within tolerance (33 h)"
    assert rows(report, "tell")[0]["department"] == "Marketing"
