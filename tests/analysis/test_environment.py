"""What surrounds the customer, hard and soft, on services counted by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from blueprint.analysis.environment.answer import environment
from blueprint.errors import BlueprintError
from blueprint.graph import graph_of
from blueprint.model import Blueprint
from blueprint.report import Report
from tests.analysis.small import codes, nothing, plain, rows, sentences
from tests.strategies import blueprints

CHANNELS = {
    "hall": {"name": "Hall", "kind": "store"},
    "web": {"name": "Web", "kind": "web"},
    "odd": "Somehow",
}


def of(*steps: Any, **more: Any) -> Report:
    plain_data = {
        "blueprint": "Spa",
        "departments": {"desk": "Desk"},
        "channels": CHANNELS,
        "phases": {"Visit": steps},
        **more,
    }
    return environment(graph_of(Blueprint.model_validate(plain_data)))


def step(name: str, *evidence: Any, **more: Any) -> dict[str, Any]:
    return {"step": name, "customer": f"{name}s", "evidence": list(evidence), **more}


def thing(name: str, kind: str | None = None, place: str | None = None) -> dict[str, Any]:
    said = {"kind": kind, "place": place}
    return {"name": name, **{key: value for key, value in said.items() if value}}


def answers(report: Report) -> dict[str, tuple[Any, ...]]:
    return {
        row["question"].split("?")[0]: (row["answer"], row["met"], row["asked"])
        for row in rows(report, "fit")
    }


HARD = "Is something hard named wherever the customer is on site"
PLACED = "Is it said of everything hard, and of every rule, where it is"
RULED = (
    "Does a standard stand behind every rule the customer meets, and somebody who answers for it"
)


@pytest.mark.parametrize(("kind", "side"), [
    ("decor", "hard"), ("facility", "hard"), ("equipment", "hard"), ("tool", "hard"),
    ("rule", "soft"), ("document", "neither"), ("digital", "neither"), ("person", "neither"),
])  # fmt: skip
def test_every_kind_of_evidence_has_its_side(kind, side):
    report = of(step("Bathe", thing("Pool", kind)))
    [row] = rows(report, "things")
    assert row.get("side") == side


def test_a_step_shows_what_is_there_with_its_place_and_its_standards():
    report = of(
        step(
            "Bathe",
            thing("Pool", "facility", "Lower floor"),
            thing("No running", "rule"),
            thing("Ticket", "document"),
            moment_of_truth={"owner": "desk", "standard": "Never below 26 degrees"},
        )
    )
    assert rows(report, "steps") == [
        {"step": "Bathe", "presence": "on site", "hard": "Pool (Lower floor)",
         "soft": "No running, standard: Never below 26 degrees", "other": "Ticket"}
    ]  # fmt: skip


@pytest.mark.parametrize(("more", "evidence", "presence"), [
    ({"channels": "hall"}, [], "on site"),
    ({"channels": ["web", "hall"]}, [], "on site"),
    ({"channels": "web"}, [], "elsewhere"),
    ({"channels": "odd"}, [], "cannot tell"),
    ({}, [], "cannot tell"),
    ({}, [thing("Pool", "facility")], "on site"),
    ({"channels": "web"}, [thing("Voucher", "tool")], "elsewhere"),
])  # fmt: skip
def test_where_the_customer_is_comes_from_channels_and_what_is_built(more, evidence, presence):
    [row] = rows(of(step("Bathe", *evidence, **more)), "steps")
    assert row["presence"] == presence


def test_on_site_with_nothing_hard_is_pointed_out_and_more_so_in_a_moment_of_truth():
    report = of(
        step("Bathe", channels="hall"),
        step("Pay", thing("Bill", "document"), channels="hall", moment_of_truth=True),
        step("Book", channels="web"),
    )
    found = {f.code: (f.severity, f.about) for f in report.findings}
    assert found["environment.nothing"] == ("info", ("bathe",))
    assert found["environment.moment"] == ("warning", ("pay",))
    assert answers(report)[HARD] == ("no", 0, 2)
    assert report.overlay is not None
    assert report.overlay.elements["bathes"].role == "warning"


def test_evidence_without_a_kind_leaves_open_whether_anything_hard_is_there():
    report = of(step("Bathe", thing("Pool"), channels="hall"))
    assert codes(report) == ["environment.kind"]
    assert answers(report)[HARD] == ("cannot tell", None, None)
    assert next(row["untold"] for row in rows(report, "fit")) == 1


def test_a_thing_without_a_place_is_pointed_out_and_a_screen_is_not():
    report = of(
        step("Bathe", thing("Pool", "facility", "Lower floor"), thing("Towel", "tool")),
        step("Book", thing("Page", "digital")),
    )
    [finding] = [f for f in report.findings if f.code == "environment.place"]
    assert finding.about == ("towel",)
    assert "(1 of 2 hard things and rules)" in str(finding.message)
    assert answers(report)[PLACED] == ("no", 1, 2)


@pytest.mark.parametrize(("more", "found"), [
    ({"frontstage": {"name": "Warns", "department": "desk", "standard": "Kindly"}}, set()),
    ({"frontstage": {"name": "Warns", "department": "desk"}}, {"rule"}),
    ({"frontstage": {"name": "Warns", "standard": "Kindly"}}, {"owner"}),
    ({"moment_of_truth": {"owner": "desk", "standard": "Kindly"}}, set()),
    ({}, {"rule", "owner"}),
])  # fmt: skip
def test_a_rule_needs_a_standard_and_somebody_who_answers_for_it(more, found):
    report = of(step("Bathe", thing("No running", "rule", "Pool"), **more))
    assert {code.partition(".")[2] for code in codes(report)} & {"rule", "owner"} == found
    assert answers(report)[RULED] == (("no", 0, 1) if found else ("yes", 1, 1))


def test_a_question_that_does_not_arise_is_not_answered_with_nothing_of_nothing():
    report = of(step("Bathe", thing("Pool", "facility", "Lower floor")))
    assert RULED not in answers(report)


def test_what_is_to_be_judged_on_site_is_listed_and_has_no_answer():
    report = of(
        step("Bathe", thing("Pool", "facility")),
        brand={"stands_for": ["Calm"]},
        personas={"guest": {"name": "Guest"}},
    )
    [judge] = [table for table in report.tables if table.name == "judge"]
    assert [column.key for column in judge.columns] == ["aspect", "question"]
    said = [row["question"] for row in rows(report, "judge")]
    assert "Do the surroundings say what the brand stands for: Calm?" in said
    assert "Would they feel at ease there: Guest?" in said
    assert "to be judged on site: 7." in sentences(report)
    away = of(step("Book", thing("Page", "digital"), channels="web"), personas={"guest": "Guest"})
    assert "judge" not in [table.name for table in away.tables]
    assert "judged" not in sentences(away)


@pytest.mark.parametrize(("steps", "said"), [
    ([step("Bathe", channels="hall")],
     "The customer is on site in every step; nothing hard is named there."),
    ([step("Bathe", thing("Pool", "facility")), step("Book", channels="web")],
     "The customer is on site in 1 of 2 steps; something hard is named there."),
    ([step("Bathe", thing("Pool", "facility")), step("Pay", channels="hall")],
     "The customer is on site in every step; something hard is named in 1 of them."),
    ([step("Bathe", thing("Pool")), step("Pay", channels="hall"), step("Go", channels="hall")],
     "The customer is on site in 2 of 3 steps; nothing hard is named there."),
    ([step("Bathe", thing("Pool"), channels="hall"), step("Pay", channels="hall")],
     "The customer is on site in every step; of the 1 that can be told, something hard is named in 0."),
    ([step("Bathe", thing("Pool"), channels="hall")], "The customer is on site in every step."),
    ([step("Book", channels="web")], "The customer is on site in no step."),
])  # fmt: skip
def test_where_the_customer_is_on_site_is_said_in_one_sentence(steps, said):
    assert said in sentences(of(*steps))


def test_what_is_not_there_is_not_counted():
    said = sentences(of(step("Bathe", thing("Pool", "facility"), thing("No running", "rule"))))
    hard = "1 hard thing (decor, facility, equipment or tool)"
    assert f"What the customer meets: {hard}; 1 rule." in said
    assert "No hard thing and no rule says where it is." in said
    placed = sentences(of(step("Bathe", thing("Pool", "facility", "Lower floor"))))
    assert "Every hard thing and every rule says where it is." in placed


def test_where_nothing_says_its_kind_things_are_listed_once():
    report = of(step("Bathe", thing("Pool"), channels="hall"))
    assert "No piece of evidence says of what kind it is." in sentences(report)
    assert "things" not in [table.name for table in report.tables]


def test_the_chart_shows_the_kinds_there_are_and_asks_for_a_place_only_where_one_is_due():
    report = of(step("Bathe", thing("Pool", "facility", "Hall"), thing("Ticket", "document")))
    [chart] = report.charts
    assert {str(s.name): [(str(p.label), p.y) for p in s.points] for s in chart.series} == {
        "Place given": [("facility", 1), ("document", 0)],
        "Needs no place": [("facility", 0), ("document", 1)],
    }


def test_a_second_card_of_one_thing_is_of_its_kind_too():
    again = {"id": "key-again", "name": "Key", "same_as": "key"}
    report = of(step("Enter", {"id": "key", **thing("Key", "tool", "Desk")}), step("Leave", again))
    assert [(row["kind"], row["place"]) for row in rows(report, "things")] == [("tool", "Desk")] * 2


def test_little_to_say():
    report = environment(graph_of(nothing()))
    assert sentences(report) == "There is no step in which a customer acts or meets anything."
    assert (report.tables, report.charts, report.findings) == ((), (), ())
    assert "Cannot tell in which steps" in sentences(environment(graph_of(plain())))
    with pytest.raises(BlueprintError, match="1 or more"):
        environment(graph_of(plain()), most=0)


@settings(max_examples=50, deadline=None)
@given(blueprints())
def test_every_piece_of_evidence_counts_once(plain_data):
    graph = graph_of(Blueprint.model_validate(plain_data))
    report = environment(graph, most=10_000)
    assert report.method.n == sum(1 for _ in graph.of_kind("evidence"))
    for row in rows(report, "fit"):
        assert (row["met"] or 0) <= (row["asked"] or 0)
