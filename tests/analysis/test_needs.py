"""Needs and values along the journey, on cases worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.analysing import analyse
from blueprint.analysis.experience.need_grid import GRID, LEAST, NEEDS, coverage, over_served
from blueprint.analysis.experience.value_elements import (
    ELEMENTS,
    LEVEL_OF,
    element_of,
    nearest_element,
)
from blueprint.errors import BlueprintError
from blueprint.files import load_workspace
from tests.analysis.lives import clinic, lived_once
from tests.analysis.small import codes, nothing, plain, rows, sentences


def needs(source, **options):
    return analyse(source, "needs", **options)


def states(report):
    return {row["need"]: row["state"] for row in rows(report, "needs")}


def test_the_grid_has_four_rows_of_three():
    assert [len(row.needs) for row in GRID] == [3, 3, 3, 3]
    assert len(set(NEEDS)) == 12


def test_bains_elements_are_fourteen_ten_five_and_one():
    assert [len(own) for own in ELEMENTS.values()] == [14, 10, 5, 1]
    assert len(LEVEL_OF) == 30


def test_every_need_stands_with_its_state():
    report = needs(clinic())
    found = states(report)
    assert (found["heard"], found["known"], found["ownership"]) == (
        "served",
        "served",
        "named, not satisfied",
    )
    assert found["timely"] == "nowhere"
    assert "Needs served: 2 of the 12." in sentences(report)


def test_the_matrix_counts_the_personas_a_step_serves():
    matrix = {row["id"]: row for row in rows(needs(clinic()), "coverage")}
    assert (matrix["seen"]["heard"], matrix["seen"]["known"]) == (2, 1)
    assert "timely" not in matrix["seen"]
    assert all(matrix["wait"].get(need) is None for need in NEEDS)


def test_what_is_served_for_one_persona_only_is_found():
    report = needs(clinic())
    [finding] = [f for f in report.findings if f.code == "needs.only-for-others"]
    said = "Young: named for other personas, but nowhere for this one: “known”"
    assert str(finding.message) == said
    people = {row["persona"]: row["served"] for row in rows(report, "personas")}
    assert people == {"Old": 3, "Young": 2}


def test_a_need_in_a_step_that_satisfies_nobody_is_not_served():
    report = needs(lived_once({"emotion": -1, "needs": "timely"}))
    assert states(report)["timely"] == "named, not satisfied"
    assert "needs.served-badly" in codes(report)
    assert "Named only in steps that do not satisfy: “timely”." in sentences(report)
    one_of_two = [
        {"persona": "old", "emotion": -1, "needs": "timely"},
        {"persona": "young", "emotion": 1, "needs": "timely"},
    ]
    people = {"personas": {"old": "Old", "young": "Young"}}
    assert states(needs(lived_once(one_of_two, **people)))["timely"] == "served"


def test_what_is_served_much_more_often_than_the_rest_is_over_served():
    moments = [{"needs": ["simple"]}] * 5 + [{"needs": ["heard"]}]
    report = needs(lived_once(*moments), over=1.5)
    assert states(report)["simple"] == "over-served"
    [finding] = [f for f in report.findings if f.code == "needs.over-served"]
    assert "in 5 steps, 1.67 times the mean" in str(finding.message)
    assert "needs.over-served" not in codes(needs(lived_once(*moments), over=2))


@pytest.mark.parametrize("over", [1, 0.5, -1])
def test_over_must_be_more_than_the_mean(over):
    with pytest.raises(BlueprintError, match="more than 1"):
        needs(clinic(), over=over)


def test_steps_that_give_nothing_are_found_and_those_with_a_value_are_not():
    report = needs(lived_once({"needs": "heard"}, {"emotion": 1}, {"values": "saves-time"}))
    [finding] = [f for f in report.findings if f.code == "needs.step-serves-none"]
    assert finding.about == ("s1",)


def test_values_are_told_by_level_and_strange_ones_are_named():
    report = needs(lived_once({"values": ["Saves time", "saves-tiem", "blue"]}))
    values = rows(report, "values")
    assert [row["level"] for row in values] == ["functional", "none of the 30", "none of the 30"]
    assert [row["element"] for row in values] == ["saves time", "“saves-tiem”", "“blue”"]
    hints = [str(f.hint) for f in report.findings if f.code == "needs.unknown-value"]
    assert hints == ["did you mean “saves-time”?", "take one of the 30, or describe it in a note"]
    assert "Elements of value named: 1 of the 30 (functional 1 of 14)." in sentences(report)
    strange = needs(lived_once({"values": "blue"}))
    assert "None of the values named is one of the 30 elements of value." in sentences(strange)


def test_one_element_written_in_two_ways_is_one_row():
    report = needs(lived_once({"values": "saves-time"}, {"values": "Saves time"}))
    [row] = rows(report, "values")
    assert (row["element"], row["steps"], row["at"]) == ("saves time", 2, "“S0”, “S1”")


def test_the_need_served_most_often_is_told_where_few_are():
    once = needs(lived_once({"needs": ["heard", "known"]}))
    assert sentences(once).startswith("Needs served: 2 of the 12. No step names:")
    twice = needs(lived_once({"needs": ["heard", "known"]}, {"needs": "known"}))
    assert sentences(twice).startswith("Needs served: 2 of the 12, most often “known” (2 steps).")
    tied = needs(lived_once({"needs": ["heard", "known"]}, {"needs": ["known", "heard", "simple"]}))
    assert "most often “heard”, “known” (2 steps each)." in sentences(tied)


def test_findings_name_the_steps_where_a_need_is_not_satisfied():
    report = needs(lived_once({"emotion": -1, "needs": "timely"}))
    [finding] = [f for f in report.findings if f.code == "needs.served-badly"]
    assert str(finding.message) == "“timely” is named in “S0”, but not satisfied there"
    assert finding.severity == "warning"
    once = needs(lived_once({"emotion": -1, "needs": "timely"}, {"emotion": 1, "needs": "timely"}))
    [finding] = [f for f in once.findings if f.code == "needs.served-badly"]
    assert finding.severity == "info"
    assert rows(report, "needs")[7]["at"] == "“S0”"


def test_where_no_need_is_named_it_cannot_tell_instead_of_finding_all_twelve_missing():
    for source in (nothing(), plain(), lived_once({"emotion": 1})):
        report = needs(source)
        assert "Cannot tell which needs are served" in sentences(report)
        assert report.findings == ()
        assert report.tables == ()


def test_the_chart_has_twelve_bars_a_persona():
    [chart] = needs(clinic()).charts
    assert [len(series.points) for series in chart.series] == [12, 12]
    assert [point.y for point in chart.series[0].points][:2] == [1, 1]


def test_the_drawing_tells_how_many_needs_each_step_names():
    overlay = needs(clinic()).overlay
    assert overlay is not None
    assert (overlay.elements["is-seen"].badge, overlay.elements["waits"].role) == ("2", "warning")


@given(st.lists(st.sets(st.sampled_from(NEEDS)), max_size=20), st.floats(1.01, 5))
def test_what_is_over_served_is_served_often_and_never_everything(steps, over):
    counts = coverage(steps)
    assert sum(counts.values()) == sum(map(len, steps))
    found = over_served(counts, over=over)
    assert all(counts[need] >= LEAST for need in found)
    served = [need for need in NEEDS if counts[need]]
    assert not served or len(found) < len(served)


def test_tags_are_read_however_they_are_written():
    assert [element_of(tag) for tag in ("Rewards Me", " fun_entertainment ", "", "!")] == [
        "rewards-me",
        "fun-entertainment",
        None,
        None,
    ]
    assert nearest_element("xyzzy") is None


def test_steps_of_one_name_are_told_apart_by_their_blueprint():
    report = needs(load_workspace("examples/fast_food"))
    [simple] = [row for row in rows(report, "needs") if row["need"] == "simple"]
    assert "“Order and pay” (Lunch at the tills)" in simple["at"]
