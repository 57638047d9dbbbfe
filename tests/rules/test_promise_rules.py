"""Promises, standards, complaints, fail points: what can be held against what."""

from __future__ import annotations

import pytest

from tests.rules.small import cafe, found

STANDARD = "{{customer: Orders, frontstage: {{name: Takes, standard: {{text: Fast, {0}}}}}}}"


@pytest.mark.parametrize(
    ("said", "overdue"),
    [
        ("reviewed: 2025-03-01", False),
        ("reviewed: 2025-02-28", True),
        ("reviewed: 2026-02-01, review_every: 30 d", False),
        ("reviewed: 2026-01-01, review_every: 30 d", True),
        ("reviewed: 2026-02-28, review_every: 12 h", True),
        ("reviewed: 2027-01-01", False),
        ("reviewed: 2020-01-01, review_every: 999999999 d", False),
        ("at_most: 5 s", False),
    ],
)
def test_a_review_is_judged_as_of_the_given_day(said: str, overdue: bool) -> None:
    text = cafe(STANDARD.format(said))
    assert bool(found(text, "BP409", as_of="2026-03-01")) is overdue
    assert not found(text, "BP409")


def test_a_standard_with_a_least_or_a_most_is_measurable() -> None:
    assert not found(cafe(STANDARD.format("at_least: 95")), "BP408")
    assert not found(cafe(STANDARD.format("at_most: 5 s")), "BP408")
    assert found(cafe(STANDARD.format("customer: {at_most: 3 s}")), "BP408")


def test_the_standard_of_a_moment_is_judged_too() -> None:
    text = cafe(
        "{customer: Orders, moment_of_truth: {standard: {text: Fast, reviewed: 2020-01-01}}}"
    )
    assert found(text, "BP408")
    assert found(text, "BP409", as_of="2026-03-01")


PROMISE = "promises: {{fast: {{text: Fast, target: {0}, kept_by: {1}}}}}\n"
SHORT = "{measure: duration, at_most: 3 min}"
WAY = "{measure: duration, at_most: 3 min, from: orders, to: drinks}"


@pytest.mark.parametrize(
    ("target", "keepers", "steps", "without"),
    [
        (SHORT, "[brews]", ["{customer: Orders, backstage: Brews}"], ["brews"]),
        (SHORT, "[brews]", ["{customer: Orders, time: {actual: 2 min}, backstage: Brews}"], []),
        (
            SHORT,
            "[brews]",
            ["{customer: Orders, time: {perceived: 2 min}, backstage: Brews}"],
            ["brews"],
        ),
        (SHORT, "[brews]", ["{customer: Orders, backstage: {name: Brews, duration: 1 min}}"], []),
        (SHORT, "[orders]", ["{customer: Orders, backstage: {name: Brews, duration: 1 min}}"], []),
        (
            SHORT,
            "[brews, grinds]",
            ["{customer: Orders, backstage: [{name: Brews, duration: 1 min}, Grinds]}"],
            ["grinds"],
        ),
        (
            WAY,
            "[brews]",
            [
                "{customer: Orders, backstage: [Brews, {name: Grinds, duration: 1 min}]}",
                "{customer: Drinks, time: {waiting: 1 min}}",
            ],
            [],
        ),
        (
            "{measure: duration, at_least: 3 min}",
            "[brews]",
            ["{customer: Orders, backstage: Brews}"],
            [],
        ),
        ("{measure: price, at_most: 3}", "[brews]", ["{customer: Orders, backstage: Brews}"], []),
    ],
)
def test_keepers_of_a_duration_must_say_a_time(
    target: str, keepers: str, steps: list[str], without: list[str]
) -> None:
    findings = found(cafe(*steps, top=PROMISE.format(target, keepers)), "BP407")
    assert [f.about for f in findings] == ([("fast", *without)] if without else [])


def test_a_target_without_a_bound_cannot_be_measured() -> None:
    top = "promises: {fast: {text: Fast, target: {measure: duration}}}\n"
    assert found(cafe("customer: Orders", top=top), "BP406")


def test_a_step_with_an_action_that_is_a_moment_passes_as_complaint_step() -> None:
    top = "complaints: {entry: [asks]}\n"
    listening = "{customer: Asks, frontstage: {name: Listens, moment_of_truth: {kind: complaint}}}"
    assert not found(cafe(listening, top=top), "BP403")
    assert found(cafe("{customer: Asks, frontstage: Listens}", top=top), "BP403")


MENDS = "backstage: {name: Mends, triggers: [sees]}"
FAIL = "fails: [{name: Cold, recovery: mends}]"


@pytest.mark.parametrize(
    ("steps", "nowhere"),
    [
        ([f"{{customer: Drinks, frontstage: Mends, {FAIL}}}"], False),
        (
            [
                f"{{customer: Drinks, frontstage: {{name: Sees, needs: []}}, backstage: Mends, {FAIL}}}"
            ],
            True,
        ),
        (
            [f"{{customer: Drinks, frontstage: {{name: Sees, needs: []}}, {MENDS}, {FAIL}}}"],
            False,
        ),
        (
            [f"{{customer: Drinks, next: [], {FAIL}}}", "{customer: Leaves}", "{customer: Mends}"],
            False,
        ),
        ([f"{{customer: Drinks, {FAIL}}}", "{step: Kitchen, backstage: Mends, next: []}"], True),
        (
            [
                f"{{customer: Drinks, {FAIL}}}",
                "{step: Kitchen, backstage: Mends}",
                "customer: Leaves",
            ],
            False,
        ),
    ],
)
def test_a_recovery_must_lead_on(steps: list[str], nowhere: bool) -> None:
    assert bool(found(cafe(*steps), "BP502")) is nowhere


def test_fail_points_of_actions_and_with_at_name_what_fails() -> None:
    text = cafe(
        "{customer: Drinks, frontstage: {id: serve, name: Serves, fails: [Spills]},"
        " fails: [{name: Too late, at: serve}, Cold]}"
    )
    assert sorted(f.about for f in found(text, "BP501")) == [("drinks",), ("serve",), ("serve",)]
