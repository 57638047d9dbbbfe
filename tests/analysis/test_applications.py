"""Systems, switches and typing again, on services counted by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from blueprint.analysis.applications.using import applications
from blueprint.errors import BlueprintError
from blueprint.graph import graph_of
from blueprint.model import Blueprint
from blueprint.report import Report
from tests.analysis.small import codes, nothing, plain, rows, sentences
from tests.strategies import blueprints

SYSTEMS = {name: name.upper() for name in "abc"}


def of(*steps: Any, systems: Any = SYSTEMS, **options: Any) -> Report:
    plain_data = {
        "blueprint": "Desk",
        "currency": "EUR",
        "departments": {"desk": "Desk", "bell": "Bell staff"},
        "systems": systems,
        "phases": {"Visit": steps},
    }
    return applications(graph_of(Blueprint.model_validate(plain_data)), **options)


def act(name: str, *systems: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "department": "desk", "systems": list(systems), **more}


def step(name: str, *acts: Any, **more: Any) -> dict[str, Any]:
    return {"step": name, "customer": name, "frontstage": list(acts), **more}


def journey(report: Report) -> dict[str, Any]:
    [row] = rows(report, "journeys")
    return row


def test_systems_are_counted_once_and_switches_each_time():
    row = journey(of(step("Ask", act("Looks", "a", "b"), act("Books", "a"))))
    assert (row["systems"], row["switches"]) == (2, 2)


def test_the_system_that_is_open_is_used_first():
    row = journey(of(step("Ask", act("Looks", "a"), act("Books", "b", "a"), act("Signs", "b"))))
    assert row["switches"] == 1


def test_each_person_switches_alone():
    report = of(step("Ask", act("Looks", "a"), act("Carries", "b", department="bell")))
    assert journey(report)["switches"] == 0


def test_roles_of_one_department_are_different_people():
    report = of(step("Ask", act("Looks", "a", role="Clerk"), act("Signs", "b", role="Head")))
    assert journey(report)["switches"] == 0


def test_what_nobody_is_said_to_do_switches_only_within_itself():
    one, other = ({"name": n, "systems": ["a", "b"]} for n in ("One", "Other"))
    report = of(step("Ask", one, other))
    assert journey(report)["switches"] == 2
    assert "Who switches most there: whoever does “One” (1 of 2 times)." in sentences(report)


def test_technology_does_not_switch():
    assert journey(of(step("Pay", act("Books", "a", "b", actor="technology"))))["switches"] == 0


def test_a_support_process_is_done_by_its_system_unless_it_says_who_does_it():
    def keeps(**more: Any) -> Report:
        return of(step("Pay", support=act("Keeps the books", "a", "b", **more)))

    assert journey(keeps())["switches"] == 0
    assert journey(keeps())["again"] == 0
    assert journey(keeps(actor="person"))["switches"] == 1
    assert journey(keeps(role="Bookkeeper"))["again"] == 1


def test_a_missing_integration_names_every_place_where_somebody_types_again():
    report = of(step("Ask", act("Looks", "a", "b")), step("Pay", act("Books", "b", "a")))
    [finding] = [f for f in report.findings if f.code == "applications.integration"]
    assert "types data again in “Looks”, “Books”" in str(finding.message)
    assert {"a", "b", "looks", "books"} <= set(finding.about)


def test_between_a_screen_and_a_person_it_is_the_person_who_types():
    screen = act("Shows", "a", actor="technology")
    report = of(step("Ask", screen, backstage=act("Books", "b")))
    [finding] = [f for f in report.findings if f.code == "applications.integration"]
    assert "types data again in “Books”" in str(finding.message)
    assert report.overlay is not None
    assert report.overlay.elements["books"].role == "warning"
    assert report.overlay.links == (("shows", "books"),)


def test_the_cost_of_switches_is_in_the_currency_of_the_blueprint():
    [table] = [t for t in of(step("Ask", act("Looks", "a", "b")), cost=2.0).tables
               if t.name == "journeys"]  # fmt: skip
    assert table.columns[-1].unit == "EUR"


def test_the_customer_switches_too():
    report = of({"step": "Buy", "customer": {"name": "Buys", "systems": ["a", "b"]}})
    assert "Who switches there: the customer." in sentences(report)


def test_a_person_goes_on_from_step_to_step():
    report = of(step("Ask", act("Looks", "a")), step("Pay", act("Books", "b")))
    assert journey(report)["switches"] == 1
    assert [row["switches"] for row in rows(report, "steps")] == [0, 0]


def test_switches_on_average_and_at_the_ends():
    again = [{"to": "ask", "probability": 0.5}, {"to": None, "probability": 0.5}]
    row = journey(of(step("Ask", act("Looks", "a", "b"), next=again)))
    assert (row["average"], row["least"], row["most"]) == (2, 1, 1)


@pytest.mark.parametrize(("systems", "keyed", "pairs"), [
    (SYSTEMS, 1, 1),
    ({**SYSTEMS, "a": {"name": "A", "integrates": ["b"]}}, 0, 0),
    ({**SYSTEMS, "a": {"name": "A", "integrates": ["c"]},
      "c": {"name": "C", "integrates": ["b"]}}, 0, 1),
])  # fmt: skip
def test_typing_again_where_neighbours_are_not_joined(systems, keyed, pairs):
    looks = act("Looks", "a")
    report = of(step("Ask", looks, backstage=act("Books", "b", department="bell")), systems=systems)
    assert journey(report)["again"] == keyed
    assert len(rows(report, "missing")) == pairs
    assert ("applications.integration" in codes(report)) == bool(keyed)


def test_actions_that_share_a_system_hand_on_in_it():
    report = of(step("Ask", act("Looks", "a", "b"), backstage=act("Books", "b")))
    assert [(r["one"], r["other"], r["places"]) for r in rows(report, "missing")] == [("A", "B", 1)]


def test_what_two_actions_exchange_over_some_systems_the_others_need_not_pass_on():
    systems = {**SYSTEMS, "a": {"name": "A", "integrates": ["b"]}}
    books = act("Books", "b", "c", department="bell")
    report = of(step("Ask", act("Looks", "a"), backstage=books), systems=systems)
    assert [(r["one"], r["other"], r["again"]) for r in rows(report, "missing")] == [("B", "C", 1)]


def test_between_screens_nobody_types():
    screens = act("Shows", "a", actor="technology")
    report = of(step("Ask", screens, backstage=act("Books", "b", actor="technology")))
    [row] = rows(report, "missing")
    assert (row["places"], row["again"]) == (1, 0)


def test_a_switch_costs_nothing_until_somebody_says_what():
    steps = step("Ask", act("Looks", "a", "b", "c"))
    assert "cost" not in journey(of(steps))
    assert any("nobody said what one costs" in str(c) for c in of(steps).method.cannot_tell)
    priced = of(steps, cost=0.25)
    assert journey(priced)["cost"] == 0.5
    assert "cost 0.50 EUR for each customer" in sentences(priced)


def test_who_switches_often_and_what_nobody_uses_is_pointed_out():
    report = of(step("Ask", act("Looks", "a", "b"), act("Books", "a"), act("Checks", "b")))
    assert {"applications.switches", "applications.unused"} <= set(codes(report))


def test_systems_and_switches_are_told_in_words():
    report = of(step("Ask", act("Looks", "a", "b")), systems={"a": "A", "b": "B"})
    said = sentences(report)
    assert "Systems in use: 2." in said
    assert "On the main path, 2 systems are used, and somebody switches once." in said
    assert "主路径上使用系统 2 个，有人切换 1 次。" in [s.into("zh") for s in report.summary]
    assert rows(report, "steps")[0]["systems"] == "A, B"
    one = sentences(of(step("Ask", act("Looks", "a"))))
    assert "Systems in use: 1 of the 3 that are defined." in one
    assert "1 system is used, and nobody switches between systems." in one
    assert "No two systems are used side by side without an exchange of data." in one


def test_little_to_say():
    for source in (nothing(), plain()):
        report = applications(graph_of(source))
        assert sentences(report) == "Cannot tell: no action names a system."
        assert report.tables == ()
        assert report.method.assumptions == report.method.cannot_tell == ()
    with pytest.raises(BlueprintError, match="1 or more"):
        applications(graph_of(plain()), most=0)
    with pytest.raises(BlueprintError, match="0 or more"):
        applications(graph_of(plain()), cost=-1.0)


@settings(max_examples=50, deadline=None)
@given(blueprints())
def test_a_path_has_at_least_as_many_switches_as_its_steps_alone(plain_data):
    report = applications(graph_of(Blueprint.model_validate(plain_data)), most=10_000)
    for row in rows(report, "journeys"):
        assert row["switches"] >= 0
        if row["average"] is not None:
            assert row["average"] >= 0
