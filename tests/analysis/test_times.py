"""Where time goes: the ledger, standard time, waits and receptions, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.analysing import analyse
from blueprint.analysis.service import actions_by_step
from blueprint.analysis.times.chain import chains
from blueprint.analysis.times.ledger import Ledger, ledger_of, total
from blueprint.analysis.times.measured import measured
from blueprint.analysis.times.spans import pieces
from blueprint.analysis.times.speed_up import speed_up
from blueprint.analysis.times.standard import planned
from blueprint.analysis.times.windows import lateness
from blueprint.errors import BlueprintError
from blueprint.graph import graph_of
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


def shoeshine(rate: float | None = None) -> Blueprint:
    """Shostack's shoeshine, as recalled: four steps of work, one of which can go wrong."""
    work = {"Brush": "30 s", "Polish": "30 s", "Buff": "45 s", "Collect": "15 s"}
    steps = [
        {
            "step": name,
            "customer": f"Waits: {name}",
            "frontstage": {"name": f"{name}es", "duration": d},
        }
        for name, d in work.items()
    ]
    steps[0]["time"] = {"acceptable": "5 min"}
    steps[1]["backstage"] = {
        "id": "clean",
        "name": "Clean",
        "duration": "45 s",
        "stance": "remedial",
    }
    steps[1]["frontstage"]["needs"] = []
    fail = {"name": "Wrong colour", "recovery": "clean"}
    steps[1]["fails"] = [fail if rate is None else {**fail, "rate": rate}]
    steps[1]["backstage"] = [steps[1]["backstage"], {"id": "shelf", "name": "Wax shelf"}]
    return made(*steps)


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
    assert row["overrun"] is None
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
    assert quiet["lateness"] is None


def test_a_window_turned_round_is_refused_or_told_with_element_and_field():
    with pytest.raises(BlueprintError, match="18:00 to 16:00 ends before it begins"):
        lateness(("18:00", "16:00"), "17:00")
    source = made(timed("S", promised=["18:00", "16:00"], unexpected="20:30"))
    report = analyse(source, "times")
    [finding] = [f for f in report.findings if f.code == "times.window_turned"]
    assert str(finding.message).startswith("time.promised of “S” ends before it begins")
    assert finding.about == ("s",)
    assert "times.late" not in codes(report)


def test_waiting_longer_than_it_takes_is_told_and_not_computed_with():
    source = made(timed("S", actual="5 min", waiting="6 min"))
    report = analyse(source, "times")
    assert "times.waiting_exceeds" in codes(report)
    assert rows(report, "steps") == []
    [row] = rows(report, "paths")
    assert row["wait_share"] is None


@pytest.mark.parametrize("time", ["-5 min", "1 month", "NaN min", "5"])
def test_a_negative_or_endless_time_never_gets_in(time):
    with pytest.raises(ValueError, match="not a duration|fixed length"):
        made(timed("S", actual=time))


def test_a_time_too_large_to_count_is_as_if_unsaid():
    assert ledger_of(Time(actual=f"P{'9' * 400}D")).actual is None


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


# ---- standard time


def test_the_shoeshine_takes_two_minutes_and_leaves_three():
    source = shoeshine()
    [path] = rows(analyse(source, "times"), "paths")
    assert (path["standard"], path["work"], path["expected"]) == (2.0, 2.0, 2.0)
    critical = rows(analyse(source, "times"), "critical")
    assert [row["name"] for row in critical] == ["Brushes", "Polishes", "Buffes", "Collectes"]
    assert "2 min" in sentences(analyse(source, "times"))


def test_a_recovery_counts_as_often_as_its_fail_point_happens():
    [path] = rows(analyse(shoeshine(0.2), "times"), "paths")
    assert path["standard"] == 2.0
    assert path["expected"] == pytest.approx((120 + 0.2 * 45) / 60)


def test_a_loop_counts_each_step_as_often_as_it_is_visited():
    source = made(
        {"step": "Fill", "customer": "Fills", "frontstage": {"name": "a", "duration": "10 min"}},
        {
            "step": "Check",
            "customer": "Shows",
            "frontstage": {"name": "b", "duration": "5 min"},
            "next": [{"to": "fill", "probability": 0.5}, {"to": None, "probability": 0.5}],
        },
    )
    [path] = rows(analyse(source, "times"), "paths")
    assert path["standard"] == 15.0
    assert path["expected"] == 30.0


def test_probabilities_that_do_not_add_up_leave_the_expected_time_untold():
    source = made(
        {
            "step": "A",
            "customer": "a",
            "frontstage": {"name": "f", "duration": "1 min"},
            "next": [{"to": "b", "probability": 0.5}],
        },
        {"step": "B", "customer": "b"},
    )
    report = analyse(source, "times")
    [path] = rows(report, "paths")
    assert path["expected"] is None
    assert any("expected time" in str(said) for said in report.method.cannot_tell)


def parallel(**more: Any) -> Blueprint:
    return made(
        {
            "step": "S",
            "customer": {"id": "c", "name": "c", "needs": ["f"], **more},
            "frontstage": {"id": "f", "name": "f", "duration": "1 min", "needs": ["x", "y"]},
            "backstage": [
                {"id": "x", "name": "x", "duration": "5 min", "needs": []},
                {"id": "y", "name": "y", "duration": "2 min", "needs": [], "triggers": ["z"]},
                {"id": "z", "name": "z", "duration": "60 min", "needs": []},
            ],
        }
    )


def test_of_work_done_at_the_same_time_the_longest_counts():
    [path] = rows(analyse(parallel(), "times"), "paths")
    assert path["standard"] == 6.0
    assert path["work"] == 68.0
    critical = rows(analyse(parallel(), "times"), "critical")
    assert [row["id"] for row in critical] == ["x", "f"]
    assert sum(row["share"] for row in critical) == pytest.approx(100, abs=0.2)


def test_a_customer_who_takes_part_is_there_meanwhile_and_not_after():
    alone = parallel(duration="10 min")
    joint = parallel(duration="10 min", participation="joint")
    assert rows(analyse(alone, "times"), "paths")[0]["standard"] == 16.0
    assert rows(analyse(joint, "times"), "paths")[0]["standard"] == 10.0


def test_what_was_set_off_earlier_is_waited_for_later():
    source = made(
        {
            "step": "Order",
            "customer": "Orders",
            "frontstage": {"id": "f", "name": "f", "duration": "1 min", "triggers": ["bakes"]},
        },
        {
            "step": "Wait",
            "customer": {"name": "Waits", "needs": []},
            "backstage": {"id": "bakes", "name": "Bakes", "duration": "20 min", "needs": []},
        },
        {
            "step": "Get",
            "customer": "Gets it",
            "frontstage": {"name": "g", "duration": "1 min", "needs": ["bakes"]},
        },
    )
    [path] = rows(analyse(source, "times"), "paths")
    assert path["standard"] == 22.0
    assert [row["id"] for row in rows(analyse(source, "times"), "critical")] == ["f", "bakes", "g"]


def test_slack_is_what_is_tolerated_less_the_standard_time():
    source = parallel()
    step = source.phases[0].steps[0].model_copy(update={"time": Time(acceptable="4 min")})
    source = source.replace("s", time=step.time)
    assert of(source)["s"]["slack"] == -2.0
    assert "times.no_slack" in codes(analyse(source, "times"))


def test_a_circle_of_waiting_is_cut_once_and_told():
    source = made(
        {
            "step": "S",
            "customer": {"id": "c", "name": "c", "needs": ["x"]},
            "backstage": [
                {"id": "x", "name": "x", "duration": "1 min", "needs": ["y"]},
                {"id": "y", "name": "y", "duration": "1 min", "needs": ["x"]},
            ],
        }
    )
    report = analyse(source, "times")
    assert rows(report, "paths")[0]["standard"] == 2.0
    assert any("circle of waiting" in str(said) for said in report.method.assumptions)


def test_what_is_only_proposed_is_no_part_of_the_plan():
    step = {
        "step": "S",
        "customer": "c",
        "frontstage": [
            {"name": "f", "duration": "1 min"},
            {"name": "g", "duration": "9 min", "status": "proposed"},
        ],
    }
    assert rows(analyse(made(step), "times"), "paths")[0]["standard"] == 1.0
    assert rows(analyse(made(step, state="future"), "times"), "paths")[0]["standard"] == 9.0


@given(
    st.integers(1, 9).flatmap(
        lambda n: st.tuples(
            st.lists(st.floats(0, 100), min_size=n, max_size=n),
            st.lists(st.lists(st.integers(0, n - 1), max_size=3), min_size=n, max_size=n),
        )
    )
)
def test_a_chain_is_as_long_as_the_work_on_it_and_no_longer_than_all_work(drawn):
    durations, after = drawn
    found = chains(durations, after)
    assert max(durations) <= found.length <= sum(durations) + 1e-6
    for work, end in enumerate(found.ends):
        way = found.way_to(work)
        assert len(set(way)) == len(way)
        assert sum(durations[n] for n in way) == pytest.approx(end)


def test_ten_thousand_pieces_in_a_row_are_no_trouble():
    found = chains([1.0] * 10_000, [(n - 1,) if n else () for n in range(10_000)])
    assert found.length == 10_000
    assert len(found.way_to(9_999)) == 10_000


# ---- promises, waits and receptions


def visits(*, together: bool) -> Blueprint:
    """Delivery and installation: two waits and two receptions, or one visit."""
    deliver = {
        "step": "Receive",
        "customer": {"name": "Receives", "participation": "joint"},
        "frontstage": {"name": "Delivers", "department": "logistics"},
        "time": {"actual": "5 h", "waiting": "4 h"},
    }
    install = {
        "step": "Install",
        "customer": {"name": "Watches", "participation": "joint"},
        "frontstage": {"name": "Installs", "department": "logistics" if together else "luban"},
        "time": {"actual": "1 h"} if together else {"actual": "5 h", "waiting": "4 h"},
    }
    return made(
        {
            "step": "Order",
            "customer": "Orders",
            "frontstage": {"name": "Page", "actor": "technology"},
        },
        deliver,
        install,
        departments={"logistics": "Logistics", "luban": "Luban installers", "shop": "Shop"},
        promises={
            "ready": {
                "text": "Delivered and ready",
                "made_by": "shop",
                "target": {
                    "measure": "duration",
                    "at_most": "8 h",
                    "from": "receive",
                    "to": "install",
                },
            }
        },
    )


def test_waits_and_receptions_are_counted_per_promise():
    [apart] = rows(analyse(visits(together=False), "times"), "promises")
    assert (apart["waits"], apart["fragments"], apart["receptions"]) == (2, 2, 2)
    assert (apart["waiting"], apart["consumption"], apart["lateness"]) == (8.0, 2.0, 2.0)
    assert apart["received_in"] == ("receive", "install")
    [once] = rows(analyse(visits(together=True), "times"), "promises")
    assert (once["waits"], once["fragments"], once["receptions"]) == (1, 1, 1)
    assert once["lateness"] == -2.0


def test_two_waits_and_two_parties_are_pointed_out():
    report = analyse(visits(together=False), "times")
    assert {"times.receptions", "times.promise_late"} <= set(codes(report))
    assert "waits 2 times, and must be present for 2 new parties" in sentences(report)
    assert "times.receptions" not in codes(analyse(visits(together=True), "times"))


def test_nobody_is_received_by_telephone():
    source = visits(together=False)
    source = source.add({"name": "Phone", "kind": "voice"}, kind="channels", id="phone")
    source = source.replace("installs", channels=["phone"])
    [row] = rows(analyse(source, "times"), "promises")
    assert row["received_in"] == ("receive",)


def test_a_promise_with_steps_that_say_no_time_is_late_only_once_it_is():
    source = visits(together=False).replace("install", time=None)
    [row] = rows(analyse(source, "times"), "promises")
    assert row["actual"] == 5.0
    assert row["lateness"] is None


def test_a_step_that_restates_a_promise_speaks_for_all_its_steps():
    source = visits(together=False).replace("install", time=Time(promised="8 h", actual="9 h"))
    report = analyse(source, "times")
    [row] = rows(report, "promises")
    assert (row["actual"], row["lateness"]) == (9.0, 1.0)
    [path] = rows(report, "paths")
    assert path["actual"] == 9.0
    assert any("speaks for all of them: 1" in str(said) for said in report.method.assumptions)


def test_a_wait_beyond_a_personas_patience_is_pointed_out():
    step = timed("S", actual="1 h", waiting="30 min")
    personas = {"hasty": {"name": "Hasty", "patience": "10 min"}, "calm": {"name": "Calm"}}
    report = analyse(made(step, personas=personas), "times")
    [finding] = [f for f in report.findings if f.code == "times.patience"]
    assert finding.about == ("s", "hasty")


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
    assert found[1]["open_in"] == ("first", "second")


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
