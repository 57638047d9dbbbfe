"""What the rules of structure say, and where they keep silent."""

from __future__ import annotations

import pytest

from tests.rules.small import cafe, checked, found


def test_a_step_without_customer_or_frontstage_is_no_touchpoint() -> None:
    text = cafe("customer: Drinks", "{step: Brewing, frontstage: Brews, backstage: Cleans}")
    assert not found(text, "BP201")


def test_nothing_beneath_is_judged_by_the_whole_step() -> None:
    text = cafe("{customer: {name: Orders, needs: []}, backstage: Brews}")
    assert not found(text, "BP202")


def test_an_action_served_from_another_step_has_something_beneath() -> None:
    text = cafe("customer: {name: Orders, needs: [brews]}", "{step: Bar, backstage: Brews}")
    assert not found(text, "BP202")


def test_an_action_that_uses_a_system_has_something_beneath() -> None:
    text = cafe("customer: {name: Orders, systems: [app]}", top="systems: {app: App}\n")
    assert not found(text, "BP202")


def test_every_unserved_customer_action_of_a_step_is_named() -> None:
    text = cafe("{step: Waiting, customer: [Waits, Reads]}")
    assert [f.about[0] for f in found(text, "BP202")] == ["waits", "reads"]


def test_an_implied_link_over_the_line_of_visibility_is_not_stated() -> None:
    assert not found(cafe("{customer: Orders, backstage: Brews}"), "BP203")


def test_a_written_link_to_support_without_frontstage_is_stated() -> None:
    text = cafe("{customer: {name: Orders, needs: [till]}, support: Till}")
    (finding,) = found(text, "BP203")
    assert finding.about == ("orders.customer", "till", "orders")


def test_a_lane_added_behind_the_line_counts_as_behind_it() -> None:
    steps = "{customer: {name: Orders, needs: [bakes]}, partner: Bakes}"
    behind = cafe(steps, top="lanes: [{id: partner, after: backstage}]\n")
    before = cafe(steps, top="lanes: [{id: partner, after: customer}]\n")
    assert found(behind, "BP203")
    assert not found(before, "BP203")


def test_a_step_that_only_a_trigger_or_a_recovery_reaches_is_reached() -> None:
    text = cafe(
        "{customer: Orders, next: [], backstage: {name: Notes, triggers: [bakes]},"
        " fails: [{name: Wrong cup, recovery: says-sorry}]}",
        "{step: Baking, backstage: Bakes, next: []}",
        "{step: Mending, frontstage: Says sorry, next: []}",
    )
    assert not found(text, "BP204")


def test_a_step_that_only_unreached_steps_lead_to_is_not_reached() -> None:
    text = cafe(
        "{customer: Orders, next: []}", "{customer: Waits, next: [drinks]}", "customer: Drinks"
    )
    assert [f.about for f in found(text, "BP204")] == [("waits",), ("drinks",)]


def test_complaints_come_in_without_a_way_there() -> None:
    text = cafe(
        "{customer: Orders, next: []}",
        "{customer: Complains, moment_of_truth: true, next: []}",
        top="complaints: {entry: [complains]}\n",
    )
    assert not found(text, "BP204")


def test_a_way_into_another_file_leads_out() -> None:
    text = cafe("{id: order, customer: Orders, next: [order, 'returns:ask']}")
    assert not found(text, "BP205")


def test_a_circle_without_an_end_names_each_of_its_steps() -> None:
    text = cafe(
        "{id: a, customer: Asks}",
        "{id: b, customer: Waits, next: [c]}",
        "{id: c, customer: Waits more, next: [b]}",
        "{id: d, customer: Leaves}",
    )
    assert [f.about[0] for f in found(text, "BP205")] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        ("[{to: b, probability: 50%}, {to: c, probability: 0.5}]", None),
        (
            "[{to: b, probability: 0.1}, {to: c, probability: 0.2}, {to: null, probability: 0.7}]",
            None,
        ),
        ("[{to: b, probability: 0.3333333}, {to: c, probability: 0.6666667}]", None),
        ("[b, c]", None),
        ("[{to: b, probability: 1}]", None),
        ("[]", None),
        ("[{to: b, probability: 0.4}]", "the other way too"),
        ("[{to: b, probability: 0.4}, c]", "probability: 0.6"),
        ("[{to: b, probability: 70%}, {to: c, probability: 40%}]", "add to 1"),
        ("[{to: b, probability: 0.333}, {to: c, probability: 0.666}]", "add to 1"),
        ("[{to: b, probability: 0.4}, c, {to: null}]", "add to 1"),
    ],
)
def test_branch_probabilities(ways: str, said: str | None) -> None:
    text = cafe(
        f"{{id: a, customer: Orders, next: {ways}}}",
        "{id: b, customer: Waits}",
        "{id: c, customer: Pays}",
    )
    findings = found(text, "BP206")
    assert bool(findings) == (said is not None)
    assert all(said in str(finding.hint) for finding in findings if said)
    assert all(finding.severity == "error" for finding in findings)


def test_an_action_may_last_through_its_own_step() -> None:
    assert not found(cafe("{customer: Waits, backstage: {name: Brews, until: waits}}"), "BP207")


def test_mistakes_in_names_are_told_beside_what_the_rules_find() -> None:
    from blueprint.files import read
    from blueprint.rules import check

    document = read(cafe("{customer: Orders, frontstage: {name: Greets, department: bar}}"))
    codes = [finding.code for finding in check(document).findings]
    assert "BP102" in codes
    assert "BP201" in codes


def test_an_empty_blueprint_is_fine() -> None:
    assert [f.code for f in checked("blueprint: Café\nphases: []\n").findings] == ["BP601"]
