"""How long the work takes when nothing goes wrong, worked out by hand."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.analysing import analyse
from blueprint.analysis.times.chain import chains
from blueprint.model import Blueprint, Time
from tests.analysis.small import codes, rows, sentences


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


def test_the_shoeshine_takes_two_minutes_and_leaves_three():
    source = shoeshine()
    [path] = rows(analyse(source, "times"), "work")
    assert (path["standard"], path["work"], path["expected"]) == (2.0, 2.0, 2.0)
    critical = rows(analyse(source, "times"), "critical")
    assert [row["name"] for row in critical] == ["Brushes", "Polishes", "Buffes", "Collectes"]
    assert "2 min" in sentences(analyse(source, "times"))


def test_a_shoeshine_of_one_step_leaves_three_of_the_five_minutes_tolerated():
    work = [("Brushes", "30 s"), ("Polishes", "30 s"), ("Buffs", "45 s"), ("Collects", "15 s")]
    acts = [
        {"name": name, "id": name.lower(), "duration": d, "triggers": [after.lower()]}
        for (name, d), (after, _) in pairwise(work)
    ]
    last = {"name": "Collects", "id": "collects", "duration": "15 s"}
    step = {
        "step": "Shine",
        "customer": {"name": "Sits", "participation": "joint"},
        "time": {"acceptable": "5 min"},
        "frontstage": [*acts, last],
    }
    report = analyse(made(step), "times")
    [row] = rows(report, "steps")
    assert (row["standard"], row["slack"]) == (2.0, 3.0)
    assert "Customers tolerate 5 min; the work takes 2 min of it." in sentences(report)


def test_what_is_tolerated_is_held_against_the_work_of_the_same_steps():
    said = sentences(analyse(shoeshine(), "times"))
    assert (
        "The work on the main path takes at least 2 min when nothing goes wrong (duration said of "
        "4 of 5 actions)." in said
    )
    assert "In 1 of 4 steps it is said what customers tolerate" in said
    assert "they tolerate 5 min, and the work takes 0.5 min." in said


def test_what_is_done_again_is_told_beside_what_is_tolerated():
    whole = shoeshine(0.2).replace("shelf", duration="0 s")
    said = sentences(analyse(whole, "times"))
    assert "takes 120 s when nothing goes wrong, and 129 s on average" in said


def test_a_recovery_counts_as_often_as_its_fail_point_happens():
    [path] = rows(analyse(shoeshine(0.2), "times"), "work")
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
    [path] = rows(analyse(source, "times"), "work")
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
    [path] = rows(report, "work")
    assert path.get("expected") is None
    told = [said for said in report.method.cannot_tell if "add to 1" in str(said)]
    assert [said.into("en") for said in told] == [
        "averages over all ways: the probabilities of the ways on from “A” do not add to 1"
    ]
    assert told[0].into("zh") == "所有路径的平均值：离开“A”的各去向概率之和不为 1"


def test_a_loop_without_a_way_out_is_named_where_averages_end():
    source = made(
        {"step": "A", "customer": "a", "frontstage": {"name": "f", "duration": "1 min"}},
        {"step": "B", "customer": "b", "next": "b"},
    )
    [said] = [s for s in analyse(source, "times").method.cannot_tell if "no way out" in str(s)]
    assert str(said).startswith("averages over all ways: no way out leads from “B”")


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
    [path] = rows(analyse(parallel(), "times"), "work")
    assert path["standard"] == 6.0
    assert path["work"] == 68.0
    critical = rows(analyse(parallel(), "times"), "critical")
    assert [row["id"] for row in critical] == ["x", "f"]
    assert sum(row["share"] for row in critical) == pytest.approx(100, abs=0.2)


def test_a_customer_who_takes_part_is_there_meanwhile_and_not_after():
    alone = parallel(duration="10 min")
    joint = parallel(duration="10 min", participation="joint")
    assert rows(analyse(alone, "times"), "work")[0]["standard"] == 16.0
    assert rows(analyse(joint, "times"), "work")[0]["standard"] == 10.0


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
    [path] = rows(analyse(source, "times"), "work")
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
    assert rows(report, "work")[0]["standard"] == 2.0
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
    assert rows(analyse(made(step), "times"), "work")[0]["standard"] == 1.0
    assert rows(analyse(made(step, state="future"), "times"), "work")[0]["standard"] == 9.0


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
