"""Along which links a ripple goes, link kind by link kind, and where it ends."""

from __future__ import annotations

from typing import Any

import pytest

from blueprint.analysis.ripple import ripple
from blueprint.errors import BlueprintError, ReferenceNotFoundError
from blueprint.graph import graph_of
from blueprint.model import Blueprint
from tests.ripple.small import bistro, hops, ids


def test_demand_goes_down_from_the_customer() -> None:
    assert hops(ripple(bistro(), ["orders"], direction="demand")) == {
        "takes-the-order": 1,
        "till": 2,
        "cooks": 2,
        "table": 1,
        "allergens": 2,
        "buys": 3,
        "stock": 3,
        "menu": 1,
    }


def test_disruption_goes_up_from_a_system_and_on_with_the_journey() -> None:
    found = hops(ripple(bistro(), ["till"], direction="disruption"))
    assert found == {
        "takes-the-order": 1,
        "orders": 2,
        "stock": 1,
        "eats": 3,
        "buys": 2,
        "cooks": 2,
        "serves": 3,
        "quick-lunch": 4,
    }


def test_a_promise_asks_its_keepers() -> None:
    found = hops(ripple(bistro(), ["quick-lunch"]))
    assert found == {"serves": 1, "cooks": 2, "buys": 3, "stock": 4, "till": 5}


def test_a_keeper_that_fails_puts_the_promise_at_stake_and_it_ends_there() -> None:
    report = ripple(bistro(), ["serves"], direction="disruption")
    assert hops(report) == {"quick-lunch": 1, "eats": 1, "cooks": 1}
    assert ids(report.promises) == ["quick-lunch"]


def test_departments_never_conduct() -> None:
    report = ripple(bistro(), ["takes-the-order"], direction="demand")
    assert "serves" not in hops(report)
    assert not any(e.kind == "department" for e in report.reached)


def test_levers_and_personas_are_touched_and_it_ends_there() -> None:
    report = ripple(bistro(), ["orders"], direction="demand")
    assert ids(report.touched) == ["tablets"]
    assert ids(report.personas) == ["regular"]
    started = ripple(bistro(), ["tablets"], direction="demand")
    assert started.reached == ()
    assert ids(started.touched) == ["orders"]


def test_a_step_starts_at_all_its_actions() -> None:
    report = ripple(bistro(), ["eat"], direction="disruption")
    assert ids(report.start) == ["eats", "serves", "cooks", "buys"]
    assert {start.asked for start in report.start} == {"eat"}
    assert hops(report) == {"quick-lunch": 1}


def test_a_phase_and_the_blueprint_start_at_all_their_actions() -> None:
    everything = ["menu", "orders", "takes-the-order", "eats", "serves", "cooks", "buys"]
    assert ids(ripple(bistro(), ["meal"]).start) == everything
    assert ids(ripple(bistro(), ["bistro"]).start) == everything


def test_a_department_starts_at_all_it_performs_and_owns() -> None:
    assert ids(ripple(bistro(), ["it"]).start) == ["till", "stock", "printer"]
    assert ids(ripple(bistro(), ["kitchen"]).start) == ["cooks", "allergens"]


def test_both_is_each_direction_on_its_own_and_never_turns_round() -> None:
    demand = hops(ripple(bistro(), ["cooks"], direction="demand"))
    disruption = hops(ripple(bistro(), ["cooks"], direction="disruption"))
    both = ripple(bistro(), ["cooks"], direction="both")
    assert set(hops(both)) == set(demand) | set(disruption)
    assert both.direction == "both"


def test_the_stronger_of_two_directions_is_shown() -> None:
    both = ripple(bistro(), ["takes-the-order"], direction="both")
    found = {e.id: e.direction for e in both.reached}
    assert found["till"] == "demand"
    assert found["orders"] == "disruption"


def test_depth_bounds_every_path_and_keeps_weaker_shorter_ones() -> None:
    two_ways = Blueprint.model_validate(
        {
            "blueprint": "Two ways",
            "links": "explicit",
            "phases": {
                "One": [
                    {
                        "customer": {
                            "name": "Asks",
                            "needs": ["a", {"to": "far", "likelihood": 0.01}],
                        },
                        "frontstage": [
                            {"id": "a", "name": "A", "needs": [{"to": "b", "likelihood": 1.0}]},
                            {"id": "b", "name": "B", "needs": [{"to": "far", "likelihood": 1.0}]},
                            {"id": "far", "name": "Far", "needs": ["farther"]},
                        ],
                        "backstage": {"id": "farther", "name": "Farther"},
                    }
                ]
            },
        }
    )
    whole = hops(ripple(two_ways, ["asks.customer"], direction="demand"))
    assert whole == {"a": 1, "b": 2, "far": 3, "farther": 4}
    fewest = {
        e.id: e.fewest_hops for e in ripple(two_ways, ["asks.customer"], direction="demand").reached
    }
    assert fewest == {"a": 1, "b": 2, "far": 1, "farther": 2}
    short = ripple(two_ways, ["asks.customer"], direction="demand", depth=2, method="paths")
    assert hops(short) == {"a": 1, "b": 2, "far": 1, "farther": 2}
    assert {e.id: round(e.likelihood, 4) for e in short.reached}["farther"] == 0.005
    assert "paths of at most 2 links" in [str(a) for a in short.method.assumptions]


def test_equal_strengths_take_the_fewer_links() -> None:
    tie = Blueprint.model_validate(
        {
            "blueprint": "Tie",
            "links": "explicit",
            "phases": {
                "One": [
                    {
                        "customer": {
                            "name": "Asks",
                            "needs": [
                                {"to": "a", "likelihood": 0.6},
                                {"to": "b", "likelihood": 0.3},
                            ],
                        },
                        "frontstage": [
                            {"id": "a", "name": "A", "needs": [{"to": "b", "likelihood": 0.5}]},
                            {"id": "b", "name": "B"},
                        ],
                    }
                ]
            },
        }
    )
    assert hops(ripple(tie, ["asks.customer"], direction="demand")) == {"a": 1, "b": 1}


def test_a_link_stated_as_never_carries_nothing() -> None:
    plain: dict[str, Any] = {
        "customer": {"name": "Asks", "needs": [{"to": "a", "likelihood": 0.0}]},
        "frontstage": {"id": "a", "name": "A"},
    }
    quiet = Blueprint.model_validate({"blueprint": "Quiet", "phases": {"One": [plain]}})
    report = ripple(quiet, ["asks.customer"], direction="demand")
    assert report.reached == ()
    assert str(report.summary[0]) == "It reaches nothing."


def test_stated_strengths_are_told_from_assumed_ones() -> None:
    stated = {"to": "a", "likelihood": 0.9, "impact": 0.8}
    plain: dict[str, Any] = {
        "customer": {"name": "Asks", "needs": [stated]},
        "frontstage": {"id": "a", "name": "A"},
        "backstage": {"id": "b", "name": "B"},
    }
    made = Blueprint.model_validate({"blueprint": "Said", "phases": {"One": [plain]}})
    report = ripple(made, ["asks.customer"], direction="demand")
    told = {e.id: (round(e.likelihood, 6), round(e.impact, 6), e.assumed) for e in report.reached}
    assert told == {"a": (0.9, 0.8, False), "b": (0.45, 0.4, True)}
    first = "strengths that nobody stated: 1 of 2 links on the paths shown"
    assert str(report.method.assumptions[0]) == first


def test_cards_that_are_the_same_thing_ripple_as_one() -> None:
    same = Blueprint.model_validate(
        {
            "blueprint": "Same",
            "phases": {
                "One": [
                    {
                        "step": "In",
                        "customer": "Comes",
                        "frontstage": "Greets",
                        "support": "System",
                    },
                    {
                        "step": "Out",
                        "customer": "Leaves",
                        "frontstage": "Waves",
                        "support": {"name": "System", "same_as": "in.system"},
                    },
                ]
            },
        }
    )
    report = ripple(same, ["out.system"], direction="disruption")
    assert ids(report.start) == ["in.system"]
    assert {"greets", "waves"} <= set(hops(report))
    assert report.overlay is not None
    assert report.overlay.elements["out.system"].role == "start"


def test_a_graph_a_scope_and_a_blueprint_answer_alike() -> None:
    graph = graph_of(bistro())
    asked = [ripple(source, "till") for source in (bistro(), graph.scope, graph)]
    assert asked[0] == asked[1] == asked[2]


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("tiil", "nothing here has the id “tiil”; did you mean “till”?"),
        ("zzzzzz", "nothing here has the id “zzzzzz”"),
        ("other:till", "nothing here has the id “other:till”"),
    ],
)
def test_an_unknown_start_names_the_nearest_word(start: str, said: str) -> None:
    with pytest.raises(ReferenceNotFoundError, match="^" + said.replace("?", r"\?") + "$"):
        ripple(bistro(), [start])


def test_an_ambiguous_start_names_the_candidates() -> None:
    twice = Blueprint.model_validate(
        {
            "blueprint": "Twice",
            "phases": {
                "One": [
                    {"step": "In", "customer": "Comes", "support": "System"},
                    {"step": "Out", "customer": "Leaves", "support": "System"},
                ]
            },
        }
    )
    with pytest.raises(ReferenceNotFoundError, match=r"in\.system, out\.system"):
        ripple(twice, ["system"])


def test_what_cannot_be_asked_is_refused_in_words() -> None:
    for wrong in (
        {"start": []},
        {"start": ["till"], "direction": "sideways"},
        {"start": ["till"], "depth": 0},
        {"start": ["till"], "depth": True},
    ):
        with pytest.raises(BlueprintError):
            ripple(bistro(), **wrong)
