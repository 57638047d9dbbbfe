"""Changes that cannot all be done are told, with both by name; those that can are asked as one."""

from __future__ import annotations

from itertools import permutations

import pytest

from blueprint.analysis.conflicts import CODE, conflicts
from blueprint.analysis.ripple import ripple
from blueprint.analysis.ripple.several import together
from blueprint.integrity import alone
from blueprint.model import Change
from tests.ripple.small import bistro, ids


def named(name: object, **said: object) -> Change:
    """A change of a name."""
    return Change.model_validate({"change": name, **said})


def told(*changes: Change) -> list[str]:
    """What is told of some changes to the bistro."""
    return [str(finding.message) for finding in conflicts(alone(bistro()), changes)]


WITHOUT = named("Without tills", removes="till")


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"changes": [{"to": "till", "how": "tightened"}]}, "tightens it"),
        ({"changes": ["till"]}, "alters it"),
        ({"adds": {"systems": {"app": {"name": "App", "integrates": "till"}}}}, "has something new rest on it"),
        ({"adds": {"actions": [{"name": "Counts", "step": "eat", "systems": ["till"]}]}}, "has something new rest on it"),
    ],
)  # fmt: skip
def test_what_one_removes_another_cannot_build_on(other, says):
    other = named("Better tills", **other)
    said = f"“Without tills” removes “Till”, and “Better tills” {says}"
    assert told(WITHOUT, other) == told(other, WITHOUT) == [said]
    both = named(
        "Both",
        removes="till",
        **other.model_dump(exclude={"change", "removes", "languages"}, exclude_unset=True),
    )
    assert told(both) == [f"“Both” removes “Till”, and also {says}"]


def test_what_becomes_unavailable_is_not_asked_for_more():
    closed = named("Kitchen shut", changes=[{"to": "cooks", "how": "unavailable"}])
    faster = named("Faster", changes=[{"to": "cooks", "how": "tightened"}])
    assert told(faster, closed) == [
        "“Kitchen shut” makes “Cooks” unavailable, and “Faster” tightens it"
    ]


def test_a_step_that_is_removed_takes_its_actions_along():
    gone = named("No meals", removes="eat")
    better = named("Better meals", changes=["cooks"])
    assert told(gone, better) == ["“No meals” removes “Cooks”, and “Better meals” alters it"]


def test_one_thing_added_twice_must_be_the_same():
    one = named(
        "A", adds={"systems": {"app": {"name": "App", "department": "it", "used_by": "serves"}}}
    )
    same = named(
        "B", adds={"systems": {"app": {"name": "App", "department": "it", "used_by": "buys"}}}
    )
    other = named("C", adds={"systems": {"app": {"name": "App", "department": "kitchen"}}})
    assert told(one, same) == []
    assert told(one, same, other) == [
        "“App” is added twice, and not as the same: by “A” and by “C”",
        "“App” is added twice, and not as the same: by “B” and by “C”",
    ]


def test_two_prices_two_efforts_and_two_payers():
    one = named("A", cost={"till": {"amount": 1000, "effort": "3 d", "funded_by": "it"}})
    other = named("B", cost={"till": {"amount": 2000, "effort": "4 d", "funded_by": "finance"}})
    found = conflicts(alone(bistro()), [one, other])
    assert [str(f.message) for f in found] == [
        "“Till” costs two amounts: 1,000 in “A”, 2,000 in “B”",
        "“Till” takes two efforts: 3 d in “A”, 4 d in “B”",
        "“Till” is paid by two: it in “A”, finance in “B”",
    ]
    assert {f.severity for f in found} == {"warning"}
    assert {f.code for f in found} == {CODE}
    assert told(one, one) == []


def test_changes_that_fit_together_are_no_conflict():
    assert (
        told(
            WITHOUT,
            named("Also without", removes="till"),
            named("A", changes=[{"to": "cooks", "how": "tightened"}, "serves"]),
            named("B", changes=[{"to": "cooks", "how": "tightened"}], cost={"cooks": 5}),
        )
        == []
    )


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_each_pair_is_told_once_in_any_order(order):
    three = [WITHOUT, named("X", changes=["till"]), named("Y", changes=["till", "till"])]
    assert sorted(told(*(three[n] for n in order))) == [
        "“Without tills” removes “Till”, and “X” alters it",
        "“Without tills” removes “Till”, and “Y” alters it",
    ]


def test_several_changes_are_one_with_everything_they_bring():
    app = {"name": "App", "department": "it"}
    guest = {"name": "Greets", "id": "greets", "step": "order"}
    one = named(
        "A",
        languages=["en"],
        adds={
            "systems": {"app": {**app, "used_by": "serves"}},
            "actions": [{**guest, "needed_by": "serves"}],
        },
        removes="buys",
    )
    other = named(
        {"en": "B", "zh": "乙"},
        languages=["en", "zh"],
        adds={
            "systems": {"app": {**app, "used_by": "cooks"}},
            "actions": [{**guest, "needed_by": "cooks"}],
        },
        cost={"app": 5},
        removes="buys",
    )
    both = together([one, other])
    assert dict(both.change) == {"en": "A; B", "zh": "A；乙"}
    assert both.adds.systems["app"].used_by == ("serves", "cooks")
    assert [a.needed_by for a in both.adds.actions] == [("serves", "cooks")]
    assert both.removes == ("buys",)
    assert together([one]) is one
    report = ripple(bistro(), change=both)
    assert ids(report.added) == ["app", "greets"]
    assert report.investments[0].amount == 5
