"""Where time goes: the ledger, standard time, waits and receptions, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.analysing import analyse
from blueprint.analysis.service import actions_by_step
from blueprint.analysis.times.ledger import Ledger, ledger_of, total
from blueprint.analysis.times.measured import measured
from blueprint.analysis.times.spans import pieces
from blueprint.analysis.times.speed_up import speed_up
from blueprint.analysis.times.standard import planned
from blueprint.analysis.times.windows import lateness
from blueprint.errors import BlueprintError
from blueprint.graph import graph_of
from blueprint.integrity import Scope
from blueprint.model import Blueprint, Time
from tests.analysis.small import codes, in_a_circle, nothing, plain, rows, sentences

lengths = st.floats(0, 1e7, allow_nan=False) | st.none()
ledgers = st.builds(
    Ledger,
    promised=lengths,
    acceptable=lengths,
    actual=lengths,
    perceived=lengths,
    waiting=lengths,
)


def made(*steps: dict[str, Any], **more: Any) -> Blueprint:
    return Blueprint.model_validate({"blueprint": "B", "phases": {"P": list(steps)}, **more})


def timed(name: str, **time: Any) -> dict[str, Any]:
    return {"step": name, "customer": f"{name} c", "time": time}


def of(source: Blueprint, table: str = "steps") -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows(analyse(source, "times"), table)}


# ---- the ledger


def test_late_is_actual_less_promised_and_overrun_is_perceived_less_promised():
    own = ledger_of(Time(promised="10 min", actual="12 min", perceived="20 min", waiting="3 min"))
    assert own.lateness == 120
    assert own.overrun == 600
    assert own.distortion == pytest.approx(20 / 12)
    assert own.wait_share == 0.25
    assert own.consumption == 540


def test_what_nobody_says_is_never_zero():
    own = ledger_of(Time(actual="12 min"))
    assert (own.lateness, own.overrun, own.distortion, own.wait_share) == (None,) * 4
    [row] = of(made(timed("S", actual="12 min", promised="10 min"))).values()
    assert row.get("overrun") is None
    assert row["lateness"] == 2.0


@pytest.mark.parametrize(
    ("at", "late"), [("15:00", 0), ("17:00", 0), ("18:00", 0), ("18:01", 60), ("20:30", 9000)]
)
def test_a_window_is_late_only_after_its_end(at, late):
    assert lateness(("16:00", "18:00"), at) == late


def test_a_window_is_held_against_the_time_of_day_the_customer_was_met():
    source = made(timed("S", promised=["16:00", "18:00"], unexpected="20:30", actual="9 h"))
    [row] = of(source).values()
    assert row["lateness"] == 2.5
    assert "times.late" in codes(analyse(source, "times"))
    [quiet] = of(
        made(timed("S", promised=["16:00", "18:00"], actual="9 h", waiting="1 h"))
    ).values()
    assert quiet.get("lateness") is None


def test_a_window_turned_round_is_refused_or_told_with_element_and_field():
    with pytest.raises(BlueprintError, match="18:00 to 16:00 ends before it begins"):
        lateness(("18:00", "16:00"), "17:00")
    source = made(timed("S", promised=["18:00", "16:00"], unexpected="20:30"))
    report = analyse(source, "times")
    [finding] = [f for f in report.findings if f.code == "times.window_turned"]
    assert str(finding.message).startswith("The promised window of “S” (time.promised) ends")
    assert finding.about == ("s",)
    assert "times.late" not in codes(report)


def test_waiting_longer_than_it_takes_is_told_and_not_computed_with():
    source = made(timed("S", actual="5 min", waiting="6 min"))
    report = analyse(source, "times")
    assert "times.waiting_exceeds" in codes(report)
    assert rows(report, "steps") == []
    [row] = rows(report, "paths")
    assert row.get("wait_share") is None


@pytest.mark.parametrize("time", ["-5 min", "1 month", "NaN min", "5"])
def test_a_negative_or_endless_time_never_gets_in(time):
    with pytest.raises(ValueError, match="not a duration|fixed length"):
        made(timed("S", actual=time))


def test_a_time_too_large_to_count_never_gets_in():
    with pytest.raises(ValueError, match="not a duration"):
        Time(actual=f"P{'9' * 400}D")


def test_the_only_customer_action_speaks_for_a_step_that_says_nothing():
    step = {"step": "S", "customer": {"name": "c", "time": {"actual": "5 min", "waiting": "1 min"}},
            "time": {"waiting": "2 min"}}  # fmt: skip
    [row] = of(made(step), "ledger").values()
    assert (row["actual"], row["waiting"]) == (5.0, 2.0)
    assert rows(analyse(made(step), "times"), "actions") == []


def test_the_times_of_an_action_beside_its_step_are_listed():
    step = {"step": "S", "customer": "c", "frontstage": {"name": "f", "time": {"actual": "5 min"}}}
    assert list(of(made(step), "actions")) == ["f"]


@given(st.lists(ledgers, max_size=8))
def test_sums_are_of_what_is_said_and_shares_are_shares(own):
    whole = total(own)
    told = [entry.actual for entry in own if entry.actual is not None]
    assert whole.timed == len(told) <= whole.steps == len(own)
    assert (whole.actual is None) == (not told)
    assert whole.actual is None or whole.actual == pytest.approx(sum(told))
    assert whole.wait_share is None or 0 <= whole.wait_share <= 1
    assert whole.late is None or whole.late >= 0


@given(st.lists(ledgers, max_size=8))
def test_fragments_are_no_more_than_one_after_each_wait_and_one_before(own):
    found = pieces(own)
    assert 0 <= found.fragments <= found.waits + 1
    assert found.waits == sum(bool(entry.waiting) for entry in own)


# ---- what is said of it


@pytest.mark.parametrize(
    ("actual", "said"),
    [
        (["3 h"], "The only step with a promise and an actual time, “S0”, is late by 2 h."),
        (["1 h"], "The only step with a promise and an actual time, “S0”, is not late."),
        (["1 h", "30 min"], "Of 2 steps with a promise and an actual time, none is late."),
        (["1 h", "2 h"], "Of 2 steps with a promise and an actual time, 1 is late, by 1 h: “S1”."),
        (
            ["1 h", "2 h", "3 h"],
            "Of 3 steps with a promise and an actual time, 2 are late, the most by 2 h: “S2”.",
        ),
    ],
)
def test_lateness_is_told_of_the_steps_that_say_both(actual, said):
    steps = [timed(f"S{n}", actual=own, promised="1 h") for n, own in enumerate(actual)]
    assert said in sentences(analyse(made(*steps), "times"))


def test_times_beside_the_main_path_are_not_denied():
    source = made(
        {"step": "Search", "customer": "s", "next": "try"},
        timed("Ask", actual="3 h"),
        {"step": "Try", "id": "try", "customer": "t"},
    )
    assert sentences(analyse(source, "times")).startswith(
        "No step of a main path says how long it takes; only steps beside it do: “Ask”."
    )


def test_what_a_time_feels_like_is_told_with_its_base():
    source = made(timed("S", actual="10 min", perceived="15 min"), timed("T", actual="1 min"))
    said = "In 1 step actual and perceived time are said: it feels 1.5 times as long as it is."
    assert said in sentences(analyse(source, "times"))


@pytest.mark.parametrize(
    ("waiting", "hint"),
    [
        ("3 h", "begin with the wait: most of the time goes there"),
        ("1 h", "find what can be left out, or done before the customer comes"),
    ],
)
def test_what_is_mostly_waiting_is_made_shorter_by_waiting_less(waiting, hint):
    source = made(timed("S", actual="4 h", acceptable="1 h", waiting=waiting))
    [finding] = [f for f in analyse(source, "times").findings if "tolerated" in f.code]
    assert str(finding.hint) == hint


def test_steps_of_one_name_are_told_apart_by_their_blueprint():
    step = timed("Pay", actual="4 h", acceptable="1 h")
    shops = {
        stem: Blueprint.model_validate({"blueprint": stem, "phases": {"P": [step]}})
        for stem in ("Here", "There")
    }
    report = analyse(Scope(shops), "times")
    assert [row["name"] for row in rows(report, "ledger")] == ["Pay (Here)", "Pay (There)"]
    assert [str(f.message).split(" takes")[0] for f in report.findings] == [
        "“Pay” (Here)",
        "“Pay” (There)",
    ]
    assert [str(point.label) for point in report.charts[0].series[0].points] == [
        "Pay (Here)",
        "Pay (There)",
    ]


# ---- speed-ups


def test_speed_ups_are_told_both_ways():
    kiosk = speed_up(("2 min", "3 min"), "15 s")
    assert kiosk.change == (pytest.approx(-0.875), pytest.approx(-11 / 12))
    assert kiosk.factor == (8, 12)
    fee = speed_up("40 s", "2 s")
    assert fee.change == (pytest.approx(-0.95),) * 2
    assert fee.factor == (20, 20)
    assert (str(kiosk), str(fee)) == ("−87.5 % to −91.7 %, 8-12 x", "−95 %, 20 x")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("0 s", "1 s", "nothing cannot become shorter"),
        (("3 min", "2 min"), "15 s", "turned round"),
        ("soon", "15 s", "not a duration"),
        ("-3 min", "15 s", "not a duration"),
    ],
)
def test_a_speed_up_of_nothing_sensible_is_refused(before, after, said):
    with pytest.raises(BlueprintError, match=said):
        speed_up(before, after)


# ---- the checklist


def test_the_eight_propositions_are_held_against_every_wait():
    source = made(
        timed("First", actual="1 h", waiting="30 min"),
        {
            **timed("Second", actual="1 h", waiting="30 min", promised="1 h"),
            "evidence": "Magazine",
            "experience": {"emotion": 1, "values": ["saves-time"]},
            "frontstage": {"name": "Explains", "stance": "proactive"},
        },
        {**timed("Third", actual="1 h", waiting="30 min"), "experience": -2},
    )
    found = rows(analyse(source, "times"), "waiting")
    assert len(found) == 8
    assert [(row["eased"], row["open"], row["unknown"]) for row in found] == [
        (1, 2, 0),
        (1, 2, 0),
        (1, 1, 1),
        (1, 2, 0),
        (1, 2, 0),
        (0, 0, 3),
        (1, 0, 2),
        (0, 0, 3),
    ]
    assert str(found[1]["open_in"]) == "“First”, “Second”"


def test_where_nobody_waits_there_is_no_checklist():
    assert rows(analyse(made(timed("S", actual="1 h")), "times"), "waiting") == []


# ---- little to say


@pytest.mark.parametrize(
    "source", [nothing(), plain(), in_a_circle()], ids=["no", "plain", "circle"]
)
def test_where_nothing_is_said_it_says_so(source):
    report = analyse(source, "times")
    assert "No step says how long" in sentences(report) or "There is no step" in sentences(report)
    assert report.charts == ()
    assert report.findings == ()


def test_the_stack_adds_up_to_what_it_takes_and_what_it_feels_like():
    source = made(timed("S", actual="10 min", waiting="4 min", perceived="15 min"))
    stack = analyse(source, "times").charts[0]
    assert stack.kind == "stack"
    assert [series.points[0].y for series in stack.series] == [4.0, 6.0, 5.0]


def test_a_number_of_rows_is_one_or_more():
    with pytest.raises(BlueprintError, match="most"):
        analyse(plain(), "times", most=0)


def test_the_standard_time_of_no_step_is_nothing():
    graph = graph_of(plain())
    assert planned(graph, actions_by_step(graph)).standard(()).length == 0


def test_late_steps_waits_and_the_critical_path_are_lit_up_on_cards():
    source = made(
        {
            **timed("Late", actual="3 h", promised="1 h"),
            "frontstage": {"name": "f", "duration": "1 h"},
        },
        timed("Wait", actual="1 h", waiting="30 min"),
    )
    overlay = analyse(source, "times").overlay
    assert overlay is not None
    roles = {element: mark.role for element, mark in overlay.elements.items()}
    assert roles == {"late-c": "warning", "wait-c": "info", "f": "reached"}


# ---- measured waits


def test_waits_that_were_given_up_are_told_apart():
    found = measured(range(1, 21), abandoned=[30, 50])
    assert (found.n, found.median, found.abandoned, found.given_up_after) == (20, 10.5, 2, 40.0)
    assert found.p90 == pytest.approx(18.1)
    assert found.p95 == pytest.approx(19.05)


def test_a_percentile_of_too_few_is_not_told():
    assert (measured([5.0]).median, measured([5.0]).p90) == (5.0, None)
    assert measured([]).median is None
    assert measured(range(19)).p95 is None


@pytest.mark.parametrize("wait", [-1, float("nan"), float("inf")])
def test_a_wait_below_zero_or_without_end_is_refused(wait):
    with pytest.raises(BlueprintError, match="wait"):
        measured([1.0], abandoned=[wait])
