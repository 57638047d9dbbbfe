"""Who answers for actions, systems and moments of truth; what is proposed; what is old."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.rules import check
from tests.rules.small import cafe, found, workspace

TOP = "departments: {it: IT}\nsystems: {app: {name: App, department: it}, old: Old app}\n"


@pytest.mark.parametrize(
    ("action", "passes"),
    [
        ("{name: Shows, actor: technology, systems: [app]}", True),
        ("{name: Shows, actor: technology, systems: [app, old]}", False),
        ("{name: Shows, actor: technology}", False),
        ("{name: Shows, systems: [app]}", False),
        ("{name: Shows, department: it}", True),
        ("Shows", False),
    ],
)
def test_technology_passes_if_its_systems_have_owners(action: str, passes: bool) -> None:
    text = cafe(f"{{customer: Looks, frontstage: {action}}}", top=TOP)
    assert bool(found(text, "BP301")) is not passes


def test_customers_and_evidence_need_no_department() -> None:
    assert not found(cafe("{customer: Looks, evidence: Menu}", top=TOP), "BP301")


def test_a_card_that_is_the_same_as_another_has_its_department() -> None:
    text = cafe(
        "{customer: Looks, frontstage: {id: bar, name: Bar, department: it}}",
        "{customer: Looks again, frontstage: {id: bar-2, name: Bar, same_as: bar}}",
        top=TOP,
    )
    assert not found(text, "BP301")


def test_without_any_department_that_is_said_once() -> None:
    text = cafe("{customer: Looks, frontstage: Greets}", "{customer: Asks, frontstage: Answers}")
    (finding,) = found(text, "BP301")
    assert "no department is named" in str(finding.message)


def test_a_proposed_system_in_a_current_blueprint_is_found_where_it_is_used() -> None:
    top = "systems: {app: {name: App, status: proposed}}\n"
    step = "{customer: Looks, frontstage: {name: Shows, systems: [app]}}"
    (finding,) = found(cafe(step, top=top), "BP303")
    assert finding.about == ("app", "shows")
    assert not found(cafe(step, top=f"state: future\n{top}"), "BP303")
    assert not found(cafe("customer: Looks", top=top), "BP303")


LEGACY = "systems: {wms: {name: Stock, legacy: true}}\n"


def test_a_legacy_system_is_found_however_deep_it_lies() -> None:
    text = cafe(
        "{id: order, customer: Orders, moment_of_truth: true, frontstage: Takes, backstage: Checks,"
        " support: {name: Reserves, needs: [counts]}}",
        "{step: Stock room, support: {name: Counts, systems: [wms]}}",
        top=LEGACY,
    )
    (finding,) = found(text, "BP310")
    assert finding.about == ("wms", "order")


def test_a_legacy_system_beside_a_moment_is_not_beneath_it() -> None:
    text = cafe(
        "{customer: Orders, moment_of_truth: true, frontstage: Takes}",
        "{customer: Waits, frontstage: {name: Looks, systems: [wms]}}",
        top=LEGACY,
    )
    assert not found(text, "BP310")


def test_a_potential_moment_of_truth_is_not_asked_for_anything() -> None:
    text = cafe("{customer: Orders, frontstage: {name: Takes, systems: [wms]}}", top=LEGACY)
    assert not found(text, "BP310")
    assert not found(text, "BP401")
    assert not found(text, "BP402")


def test_an_action_that_is_a_moment_of_truth_counts_for_itself_alone() -> None:
    step = "{{customer: Orders, frontstage: [{{name: Takes, {0} systems: [wms]}}, {{name: Greets, {1}}}]}}"
    moment = "moment_of_truth: {kind: purchase},"
    assert found(cafe(step.format(moment, "role: Host"), top=LEGACY), "BP310")
    assert not found(cafe(step.format("", moment), top=LEGACY), "BP310")


def test_a_shared_legacy_system_is_told_in_each_file_it_lies_beneath(tmp_path: Path) -> None:
    step = "{customer: %s, moment_of_truth: true, frontstage: {name: %s, systems: [wms]}}"
    files = workspace(
        tmp_path,
        catalog=LEGACY,
        order=cafe(step % ("Orders", "Takes")),
        returns=cafe(step % ("Returns", "Accepts")),
    )
    findings = [f for f in check(files).findings if f.code == "BP310"]
    assert [f.about for f in findings] == [("wms", "order:orders"), ("wms", "returns:returns")]
    assert [Path(str(f.file)).name for f in findings] == [
        "order.blueprint.yaml",
        "returns.blueprint.yaml",
    ]


def test_the_standard_of_an_action_is_the_standard_of_its_moment() -> None:
    text = cafe(
        "{customer: Orders, frontstage: {name: Takes, standard: Kindly, moment_of_truth: {}}}"
    )
    assert found(text, "BP401")
    assert not found(text, "BP402")
