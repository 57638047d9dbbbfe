"""Who acts first, who else is affected, and who is told, for every kind of change."""

from __future__ import annotations

import pytest

from blueprint.analysis.ripple import ripple
from blueprint.model import Blueprint
from tests.ripple.small import bistro, change, ids


def test_owners_and_doers_of_what_is_added_act_first() -> None:
    asked = change(
        changes=[{"to": "quick-lunch", "how": "tightened"}],
        adds={
            "systems": {
                "screen": {"name": "Kitchen screen", "department": "it", "used_by": ["cooks"]}
            },
            "actions": [
                {
                    "name": "Sorts orders",
                    "step": "eat",
                    "department": "kitchen",
                    "needed_by": ["cooks"],
                }
            ],
        },
    )
    report = ripple(bistro(), change=asked)
    assert ids(report.added) == ["screen", "sorts-orders"]
    assert ids(report.first_to_act) == ["kitchen", "it"]
    assert ids(report.also_affected) == ["service"]


def test_a_legacy_system_more_is_asked_of_makes_its_owner_act_first() -> None:
    report = ripple(bistro(), change=change(changes=[{"to": "quick-lunch", "how": "tightened"}]))
    assert ids(report.legacy_systems) == ["stock"]
    assert ids(report.first_to_act) == ["it"]
    assert [(entry.kind, entry.id) for entry in report.investments] == [("renewal", "stock")]


def test_where_nothing_is_new_the_keepers_of_a_changed_promise_act_first() -> None:
    plain = bistro(systems={"till": "Till", "stock": "Stock", "printer": "Printer"})
    report = ripple(plain, change=change(changes=[{"to": "quick-lunch", "how": "tightened"}]))
    assert ids(report.first_to_act) == ["service"]
    assert str(report.first_to_act[0].reasons[0]) == (
        "“Serves” keeps the promise “Lunch in half an hour”"
    )


def test_where_nothing_is_new_the_owner_of_what_is_altered_acts_first() -> None:
    report = ripple(bistro(), change=change(changes=[{"to": "till", "how": "altered"}]))
    assert ids(report.first_to_act) == ["it"]
    assert [str(r) for r in report.first_to_act[0].reasons] == ["“Till” is altered"]
    assert ids(report.also_affected) == ["service", "kitchen"]


def test_who_takes_something_away_acts_first() -> None:
    report = ripple(bistro(), change=change(removes=["till"]))
    assert [(s.id, s.how) for s in report.start] == [("till", "removed")]
    assert ids(report.first_to_act) == ["it"]
    assert "takes-the-order" in ids(report.reached)


def test_a_customer_action_is_acted_on_by_who_serves_in_its_step() -> None:
    assert ids(ripple(bistro(), ["orders"], direction="disruption").first_to_act) == ["service"]


def test_where_nobody_owns_what_is_changed_those_nearest_act_first() -> None:
    report = ripple(bistro(), ["table"], direction="disruption")
    assert ids(report.first_to_act) == ["service"]
    assert [str(r) for r in report.first_to_act[0].reasons] == ["“At the table” carries “Orders”"]


@pytest.mark.parametrize(
    ("asked", "kinds", "told"),
    [
        ({"changes": ["lunch"]}, ("product",), ["marketing"]),
        ({"changes": ["quick-lunch"]}, ("product", "service"), ["marketing"]),
        ({"changes": ["table"]}, ("channel",), ["marketing"]),
        ({"changes": ["cooks"]}, ("service",), ["marketing"]),
        (
            {"changes": ["cooks"], "cost": {"cooks": 100}},
            ("service", "cost"),
            ["marketing", "finance"],
        ),
        ({"adds": {"channels": {"app": "App"}}}, ("channel",), ["marketing"]),
    ],
)
def test_departments_hear_of_the_kinds_of_change_they_asked_for(
    asked: dict[str, object], kinds: tuple[str, ...], told: list[str]
) -> None:
    report = ripple(bistro(), change=change(**asked))
    assert report.kinds == kinds
    assert [entry.id for entry in report.to_be_told if entry.id in ("marketing", "finance")] == told


def test_the_maker_of_a_promise_about_a_changed_product_is_told() -> None:
    report = ripple(bistro(), change=change(changes=["lunch"]))
    assert ids(report.promises) == ["quick-lunch"]
    assert str(report.to_be_told[0].reasons[0]) == (
        "made the promise “Lunch in half an hour” about “Set lunch”"
    )


def test_who_answers_for_a_moment_of_truth_is_told_unless_named_already() -> None:
    made = bistro()
    owned = made.replace("order", moment_of_truth={"owner": "finance"})
    report = ripple(owned, ["takes-the-order"], direction="demand")
    finance = next(entry for entry in report.to_be_told if entry.id == "finance")
    assert [str(reason) for reason in finance.reasons] == ["answers for “Order”, which it passes"]
    assert "service" not in ids(ripple(made, ["takes-the-order"], direction="demand").to_be_told)


def test_whoever_pays_is_affected() -> None:
    asked = change(changes=["till"], cost={"till": {"amount": 900, "funded_by": "finance"}})
    report = ripple(bistro(currency="EUR"), change=asked)
    finance = next(d for d in report.also_affected if d.id == "finance")
    assert [str(reason) for reason in finance.reasons] == ["pays for “Till”"]
    assert [(e.id, e.amount, e.currency) for e in report.investments] == [("till", 900.0, "EUR")]


def test_shares_count_what_each_performs_and_add_to_one() -> None:
    report = ripple(bistro(), ["orders"], direction="demand")
    counted = {d.id: (d.count, d.elements) for d in report.departments if d.count}
    assert counted == {"service": (1, ("takes-the-order",)), "kitchen": (1, ("cooks",))}
    assert sum(d.share for d in report.departments) == pytest.approx(1)


def test_a_promise_nobody_made_is_noted() -> None:
    plain = bistro(promises={"fresh": {"text": "Always fresh", "kept_by": ["cooks"]}})
    report = ripple(plain, ["cooks"], direction="disruption")
    assert [str(f.message) for f in report.findings if "fresh" in f.about] == [
        "“Always fresh” is at stake, and nobody is named who made it and must be told"
    ]


def test_what_no_department_does_is_noted() -> None:
    report = ripple(bistro(), ["orders"], direction="demand")
    assert ("buys",) in [finding.about for finding in report.findings]


def test_a_blueprint_without_departments_still_answers() -> None:
    plain = Blueprint.model_validate(
        {"blueprint": "Plain", "phases": {"One": [{"customer": "Asks", "frontstage": "Answers"}]}}
    )
    report = ripple(plain, ["answers"], direction="disruption")
    assert ids(report.reached) == ["asks.customer"]
    assert report.departments == ()
