"""Where to act first, on figures worked out by hand."""

from __future__ import annotations

import pytest

from blueprint.analysis.analysing import analyse
from blueprint.errors import BlueprintError, ReferenceNotFoundError
from blueprint.files import load, load_workspace
from blueprint.model import Blueprint
from tests.analysis.small import codes, in_a_circle, nothing, rows, sentences


def step(name, importance=None, *lived, **more):
    moment = {} if importance is None else {"moment_of_truth": {"importance": importance}}
    entries = [{"expectation": e, "perception": p} for e, p in lived]
    return {"step": name, "customer": f"does {name}", "experience": entries, **moment, **more}


def service(*steps, **more):
    return Blueprint.model_validate(
        {"blueprint": "Service", "phases": {"One": list(steps)}, **more}
    )


FOUR = service(
    step("A", 5, (8, 2)), step("B", 5, (8, 8)), step("C", 1, (8, 2)), step("D", 1, (6, 8))
)


def test_quadrants_about_the_grand_means():
    report = analyse(FOUR, "priorities")
    found = {row["name"]: row["quadrant"] for row in rows(report, "importance_performance")}
    assert found == {
        "A": "concentrate here",
        "B": "keep up the good work",
        "C": "low priority",
        "D": "possible overkill",
    }
    assert any("importance 3, performance 5" in str(said) for said in report.method.assumptions)
    [chart] = [chart for chart in report.charts if chart.kind == "scatter"]
    assert chart.cross == (5, 3)
    assert report.overlay.elements["a"].role == "warning"
    said = "Of 4 rated elements, 1 matters as much as the average, or more, and does worse: “A”."
    assert said in sentences(report)
    assert any(
        "redraws: the means formed again 2,000 times" in s
        for s in map(str, report.method.assumptions)
    )


def test_what_stands_at_the_average_is_not_said_to_be_above_it():
    [found] = [
        f for f in analyse(FOUR, "priorities").findings if f.code == "priorities.concentrate"
    ]
    assert str(found.message) == (
        "“A” matters more than the average (5 against 3) and does worse (2 against 5); 93.7 % of "
        "redraws agree"
    )
    level = service(step("A", 5, (8, 2)), step("B", 5, (8, 8)))
    [same] = [f for f in analyse(level, "priorities").findings if "concentrate" in f.code]
    assert str(same.message).startswith("“A” matters as much as the average (5) and does worse")
    assert same.message.into("zh").startswith("“A”的重要性等于平均（5）")


def test_opportunities_are_told_on_ten():
    found = {
        row["name"]: row for row in rows(analyse(FOUR, "priorities"), "importance_performance")
    }
    assert found["A"]["opportunity"] == pytest.approx(10 + 10 - 10 / 9, abs=0.001)
    assert found["C"]["opportunity"] == 0


def test_the_shortest_stave_is_weighted_and_says_that_n_is_missing():
    report = analyse(FOUR, "priorities")
    first = rows(report, "gaps")[0]
    assert (first["name"], first["gap"]) == ("A", -6)
    assert first["weighted"] == pytest.approx(-6 * 5 / 12, abs=0.001)
    assert "cannot be told" in sentences(report)
    assert any("how many answered" in str(said) for said in report.method.cannot_tell)


def test_gaps_nobody_weighed_stand_apart_and_are_not_hidden():
    source = service(step("A", 4, (6, 5)), step("B", None, (9, 2)))
    report = analyse(source, "priorities")
    table = rows(report, "gaps")
    assert [(row["name"], row["weighted"]) for row in table] == [("A", -1), ("B", None)]
    said = "A larger gap, of which nobody says how much it matters: “B”, perceived 7 points below"
    assert said in sentences(report)
    alone = rows(analyse(service(step("B", None, (9, 2))), "priorities"), "gaps")
    assert alone[0]["weighted"] == -7


def test_none_expected_is_no_gap_and_a_missing_figure_no_zero():
    source = service(
        step("A", 4, ("none", 5)), {**step("B", 4), "experience": [{"expectation": 8}]}
    )
    report = analyse(source, "priorities")
    assert rows(report, "gaps") == []
    assert [row["name"] for row in rows(report, "importance_performance")] == ["A"]
    assert rows(report, "causes") == []


def test_a_table_takes_the_place_of_the_model_and_n_says_how_sure():
    report = analyse(
        FOUR,
        "priorities",
        importance={"a": 9, "b": 9},
        satisfaction={"a": 3, "b": 9},
        expectation={"a": 9, "b": 9},
        n={"a": 900, "b": 900},
    )
    table = rows(report, "importance_performance")
    assert [(row["id"], row["opportunity"]) for row in table] == [("a", 15), ("b", 9)]
    assert "no other is as short" in sentences(report)


def slow(actual, most, **more):
    return step(
        "A",
        4,
        (8, 5),
        frontstage={
            "name": "Serves",
            "duration": actual,
            "standard": {"text": "Quick", "at_most": "1 h", "customer": {"at_most": most}},
        },
        **more,
    )


@pytest.mark.parametrize(
    ("entry", "todo", "code"),
    [
        (slow("5 min", "3 min"), "raise what is delivered", "priorities.raise_value"),
        (slow("3 min", "3 min"), "tell customers of it", "priorities.communicate"),
        (slow(None, "3 min"), "cannot tell", "priorities.cause_unknown"),
        (step("A", 4, (8, 5)), "cannot tell", "priorities.cause_unknown"),
    ],
)
def test_two_causes_of_dissatisfaction(entry, todo, code):
    report = analyse(service(entry), "priorities")
    [row] = rows(report, "causes")
    assert row["todo"] == todo
    assert code in codes(report)


def test_the_firms_own_standard_says_nothing_of_what_customers_expect():
    entry = slow("2 h", "3 h")
    report = analyse(service(entry), "priorities")
    assert "priorities.communicate" in codes(report)


def test_a_step_is_held_by_its_moment_of_truth_and_actual_time():
    entry = step("A", None, (8, 5), time={"actual": "10 min"})
    entry["moment_of_truth"] = {
        "importance": 4,
        "standard": {"text": "Soon", "customer": {"at_most": "5 min"}},
    }
    [row] = rows(analyse(service(entry), "priorities"), "causes")
    assert (row["delivered"], row["expected"]) == ("10 min", "5 min")


def test_one_step_is_one_finding_whoever_lives_through_it():
    personas = {"p": {"name": "P"}, "q": {"name": "Q"}}
    entry = step("A", 4)
    entry["experience"] = [
        {"persona": who, "expectation": 8, "perception": 5} for who in ("p", "q")
    ]
    report = analyse(service(entry, personas=personas), "priorities")
    [finding] = [f for f in report.findings if f.code == "priorities.cause_unknown"]
    assert finding.about == ("a", "p", "q")
    said = (
        "Perceived below what was expected, by one persona at least: 1 step (nobody can tell why)."
    )
    assert said in sentences(report)


def test_where_only_some_perceive_too_little_it_says_who():
    personas = {"p": {"name": "Busy"}, "q": {"name": "Calm"}}
    entry = slow("5 min", "3 min")
    entry["experience"] = [
        {"persona": "p", "expectation": 8, "perception": 5},
        {"persona": "q", "expectation": 5, "perception": 9},
    ]
    report = analyse(service(entry, personas=personas), "priorities")
    [finding] = [f for f in report.findings if f.code == "priorities.raise_value"]
    assert str(finding.message) == (
        "“A” is perceived below what was expected by “Busy”: “Serves” takes 5 min, and customers "
        "expect 3 min at most"
    )
    assert finding.message.into("zh").startswith("“Busy”对“A”的感知低于期望：“Serves”用时 5 分钟")
    assert "On average nothing is perceived below what was expected." in sentences(report)


def test_staves_that_are_equally_short_are_all_named():
    source = service(step("A", 4, (8, 5)), step("B", 4, (6, 3)), step("C", 4, (6, 6)))
    report = analyse(source, "priorities")
    said = "The largest gap weighted with importance, equally large at each (the shortest staves): “A”, “B”."
    assert said in sentences(report)
    [finding] = [f for f in report.findings if f.code == "priorities.shortest_stave"]
    assert str(finding.message).startswith("“A”, “B” are the shortest staves")
    assert finding.about == ("a", "b")


def test_gaps_of_no_stave_do_not_contradict_what_is_said_of_staves():
    source = service(step("A", 4, (6, 6)), step("B", None, (9, 8)), step("C", None, (9, 8)))
    said = sentences(analyse(source, "priorities"))
    assert "Of the elements whose importance is told, none is perceived below" in said
    assert (
        "A gap of which nobody says how much it matters: “B”, “C”, perceived 1 point below" in said
    )


def test_what_hardly_stays_in_its_quadrant_is_not_called_overdone():
    report = analyse(load("examples/bank_loan.blueprint.yaml"), "priorities")
    assert "priorities.overkill" not in codes(report)
    placed = {row["id"]: row for row in rows(report, "importance_performance")}
    assert placed["sign-the-contract"]["quadrant"] == "possible overkill"
    assert placed["sign-the-contract"]["steady"] < 50


def test_what_can_be_told_of_causes_stands_first():
    known = {**slow("5 min", "3 min"), "step": "Known"}
    report = analyse(service(step("Unknown", 4, (9, 2)), known), "priorities")
    assert [row["step"] for row in rows(report, "causes")] == ["Known", "Unknown"]
    said = "2 steps (raise what is delivered at 1, nobody can tell why at 1)."
    assert said in sentences(report)
    assert "low" not in rows(report, "gaps")[0]


def test_steps_nobody_can_tell_of_are_told_at_once():
    source = service(*(step(name, None, (8, 5)) for name in "ABCDEFG"))
    [finding] = [
        f for f in analyse(source, "priorities").findings if f.code == "priorities.cause_unknown"
    ]
    assert str(finding.message).startswith("“A”, “B”, “C”, “D”, “E” and 2 more are perceived")
    assert finding.about == tuple("abcdefg")


def test_figures_off_their_scale_are_refused_and_named():
    with pytest.raises(BlueprintError, match="perception: 12 is not on the scale"):
        analyse(service(step("A", 4, (8, 12))), "priorities")


def test_kano_from_counts():
    report = analyse(
        FOUR,
        "priorities",
        must_be={"a": 40, "b": 10},
        one_dimensional={"a": 30, "b": 10},
        attractive={"a": 10, "b": 60},
        indifferent={"a": 20, "b": 20},
    )
    table = {row["id"]: row for row in rows(report, "kano")}
    assert (table["a"]["category"], table["a"]["better"], table["a"]["worse"]) == (
        "must-be", 0.4, -0.7,
    )  # fmt: skip
    assert table["b"]["category"] == "attractive"
    assert "Kano, must-be: “A”." in sentences(report)
    tied = analyse(FOUR, "priorities", must_be={"a": 5}, attractive={"a": 5})
    assert "priorities.kano_tie" in codes(tied)


def test_blueprints_with_another_scale_are_left_out_and_named():
    workspace = load_workspace("examples/one_day_delivery")
    assert analyse(workspace, "priorities").summary
    from blueprint.integrity import Scope

    scope = Scope(
        {
            "one": service(step("A", 4, (8, 5)), step("B", 2, (8, 7))),
            "two": service(step("C", 4, (4, 5)), scales={"expectation": [1, 5]}),
        }
    )
    report = analyse(scope, "priorities")
    [finding] = [f for f in report.findings if f.code == "priorities.other_scale"]
    assert finding.about == ("two",)


@pytest.mark.parametrize("source", [nothing(), in_a_circle(), service("A")])
def test_where_nothing_is_rated_it_says_so(source):
    assert sentences(analyse(source, "priorities")) == (
        "Nothing says how important or how good anything is."
    )


@pytest.mark.parametrize(
    ("options", "says", "kind"),
    [
        ({"importance": {"a": 9}}, "missing of a", BlueprintError),
        ({"importance": {"a": 11}, "satisfaction": {"a": 3}}, "a is 11, off", BlueprintError),
        (
            {"importance": {"a": 9}, "satisfaction": {"a": 3}, "n": {"b": 9}},
            "missing of b",
            BlueprintError,
        ),
        (
            {"importance": {"a": 9}, "satisfaction": {"a": 3}, "n": {"a": 9.5}},
            "n is 9.5",
            BlueprintError,
        ),
        ({"importance": {"zz": 9}, "satisfaction": {"zz": 3}}, "“zz”", ReferenceNotFoundError),
        ({"must_be": {"a": -1}}, "a is -1", BlueprintError),
        ({"must_be": {"a": 0.5}}, "a is 0.5", BlueprintError),
        ({"must_be": {"a": 0}}, "nobody answered", BlueprintError),
        ({"low": 10.0}, "below “high”", BlueprintError),
    ],
)
def test_a_wrong_table_is_refused_and_named(options, says, kind):
    with pytest.raises(kind, match=says):
        analyse(FOUR, "priorities", **options)
