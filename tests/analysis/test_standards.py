"""The six tests of standards, the customer's own, and stances, on cases worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.analysing import analyse
from blueprint.analysis.standards.six_tests import six_tests
from blueprint.errors import BlueprintError
from blueprint.model import Blueprint, Standard
from tests.analysis.small import codes, nothing, plain, rows, sentences


def desk(standard: dict[str, Any] | None, **action: Any) -> Blueprint:
    """One desk with one standard."""
    return Blueprint.model_validate(
        {
            "blueprint": "Desk",
            "departments": {
                "front": "Front desk",
                "house": "House",
                "night": {"name": "Night", "part_of": "front"},
            },
            "phases": {
                "Arrival": [
                    {
                        "step": "Check-in",
                        "customer": "Checks in",
                        "moment_of_truth": True,
                        "frontstage": {
                            "id": "registers",
                            "name": "Registers",
                            "department": "front",
                            "standard": standard,
                            **action,
                        },
                    }
                ]
            },
        }
    )


def said(standard: dict[str, Any], as_of: str | None = None, **action: Any) -> dict[str, str]:
    [row] = rows(analyse(desk(standard, **action), "standards", as_of=as_of), "standards")
    return row


def test_a_standard_that_passes_all_six():
    row = said(
        {
            "text": "Key in hand within 3 minutes",
            "at_most": "3 min",
            "customer": {"at_most": "5 min"},
            "reviewed": "2026-01-15",
            "declared": ["clear"],
            "committed_by": "front",
        },
        "2026-03-01",
        duration="2 min",
    )
    told = {
        test: row[test] for test in ("measurable", "feasible", "timely", "fitting", "committed")
    }
    assert set(told.values()) == {"passed"}
    assert row["clear"] == "declared only"


def test_no_declaration_stands_for_a_figure_or_a_department():
    report = analyse(
        desk({"text": "Quickly", "declared": ["measurable", "committed"]}), "standards"
    )
    assert codes(report) == ["standards.not-measurable", "standards.not-committed"]


@pytest.mark.parametrize(
    ("as_of", "every", "want"),
    [
        ("2027-01-15", None, "passed"),
        ("2027-01-16", None, "failed"),
        ("2026-02-15", "30 d", "failed"),
        (None, None, "cannot tell"),
    ],
)
def test_a_review_goes_stale_on_its_day_and_never_by_the_clock(as_of, every, want):
    standard = {"text": "Soon", "reviewed": "2026-01-15", "review_every": every}
    assert said(standard, as_of)["timely"] == want


def test_a_standard_looser_than_the_customers_own_does_not_fit():
    standard = {
        "text": "Soon",
        "at_most": "10 min",
        "customer": {"at_most": "4 min", "text": "Now"},
    }
    report = analyse(desk(standard), "standards")
    [row] = rows(report, "customers")
    assert (row["standard"], row["customer"], row["gap"]) == (
        "at most 10 min",
        "at most 4 min",
        "looser by 6 min",
    )
    [finding] = [f for f in report.findings if f.code == "standards.not-fitting"]
    assert str(finding.message) == (
        "The standard of “Registers” allows at most 10 min, and customers expect at most 4 min"
    )


def test_a_stricter_one_fits_and_the_gap_says_by_how_much():
    standard = {"text": "Soon", "at_most": "2 min", "customer": {"at_most": "4 min"}}
    [row] = rows(analyse(desk(standard), "standards"), "customers")
    assert (row["gap"], row["fitting"]) == ("stricter by 2 min", "passed")


def test_what_takes_longer_than_its_standard_is_not_feasible_as_it_is():
    assert said({"text": "Soon", "at_most": "1 min"}, duration="90 s")["feasible"] == "failed"
    assert (
        said({"text": "Soon", "at_most": "1 min"}, time={"actual": "50 s"})["feasible"] == "passed"
    )


def test_those_who_do_the_work_commit_or_a_department_they_are_part_of():
    others = analyse(desk({"text": "Soon", "committed_by": "house"}), "standards")
    assert "standards.others-committed" in codes(others)
    over = analyse(desk({"text": "Soon", "committed_by": "front"}, department="night"), "standards")
    assert "standards.others-committed" not in codes(over)


def test_days_are_compared_in_days_and_hours_in_hours():
    standard = {"text": "Soon", "at_most": "3 d", "customer": {"at_most": "5 d"}}
    [row] = rows(analyse(desk(standard), "standards"), "customers")
    assert row["gap"] == "stricter by 2 d"
    equal = {"text": "Soon", "at_most": "24 h", "customer": {"at_most": "1 d"}}
    [row] = rows(analyse(desk(equal), "standards"), "customers")
    assert row["gap"] == "the same"
    report = analyse(desk({"text": "Soon", "at_most": "90 s"}, duration="10 min"), "standards")
    told = str(report.findings[0].message)
    assert told == "The standard of “Registers” asks for at most 1.5 min, and it takes 10 min"


def test_who_owns_a_moment_may_leave_it_to_those_who_do_the_work_in_it():
    moment = {"owner": "house", "standard": {"text": "Soon", "committed_by": "front"}}
    source = desk(None).replace("check-in", moment_of_truth=moment)
    assert "standards.others-committed" not in codes(analyse(source, "standards"))
    moment["standard"] = {"text": "Soon", "committed_by": "kitchen"}
    other = Blueprint.model_validate(
        {
            "blueprint": "Desk",
            "departments": {"front": "Front desk", "house": "House", "kitchen": "Kitchen"},
            "phases": {
                "Arrival": [
                    {
                        "step": "Check-in",
                        "customer": "Checks in",
                        "moment_of_truth": moment,
                        "frontstage": {"name": "Registers", "department": "front"},
                    }
                ]
            },
        }
    )
    [finding] = [
        found
        for found in analyse(other, "standards").findings
        if found.code == "standards.others-committed"
    ]
    assert str(finding.message) == (
        "Committed to the standard of “Check-in”: Kitchen; the work is done by Front desk, House"
    )


def test_how_many_pass_and_which_tests_fail_is_told_without_noughts():
    slow = {"text": "Soon", "at_most": "1 min", "committed_by": "front"}
    report = analyse(desk(slow, duration="90 s"), "standards")
    assert [str(said) for said in report.summary[:3]] == [
        "1 standard: 1 fails at least one test.",
        "Tests that standards fail: “Feasible” (1 standard).",
        "Tests by which no standard can be judged: “Clear”, “Timely”, “Fitting”.",
    ]
    assert "whether standards are clear: nobody has declared it" in map(
        str, report.method.cannot_tell
    )
    assert report.summary[0].into("zh") == "1 项标准：至少一项检验未通过的 1 项。"
    assert [chart.name for chart in report.charts] == []


def test_moments_of_truth_without_a_standard_are_counted_and_left_to_the_audit():
    report = analyse(desk(None), "standards")
    assert codes(report) == []
    assert "Moments of truth without a standard: 1 (“Check-in”)." in sentences(report)


def stanced(*told: str | None) -> Blueprint:
    steps = [
        {"customer": f"c{n}", "frontstage": {"name": f"f{n}", "stance": stance}}
        for n, stance in enumerate(told)
    ]
    return Blueprint.model_validate({"blueprint": "S", "phases": {"One": steps}})


def test_shares_are_of_the_steps_that_say_how_they_act():
    report = analyse(stanced("remedial", "remedial", "responsive", None), "standards")
    assert [(row["stance"], row["steps"]) for row in rows(report, "stances")] == [
        ("proactive", 0),
        ("responsive", 1),
        ("remedial", 2),
    ]
    assert (
        "Of 4 steps in which the service acts, 3 say how: responsive 1, remedial 2."
        in sentences(report)
    )
    assert codes(report) == ["standards.not-proactive"]


def test_that_no_step_acts_first_weighs_less_where_few_say_how_they_act():
    few = analyse(stanced("remedial", None, None), "standards")
    assert [found.severity for found in few.findings] == ["info"]
    assert "1 of 3 steps says how it acts" in str(few.findings[0].message)
    assert "Of 3 steps in which the service acts, 1 says how" in sentences(few)
    half = analyse(stanced("remedial", None), "standards")
    assert [found.severity for found in half.findings] == ["info"]
    most = analyse(stanced("remedial", "responsive", None), "standards")
    assert [found.severity for found in most.findings] == ["warning"]


def test_one_proactive_step_is_enough_for_the_finding_to_go():
    assert codes(analyse(stanced("remedial", "proactive"), "standards")) == []


def test_where_nobody_says_how_it_acts_nothing_is_concluded():
    for source in (nothing(), plain()):
        report = analyse(source, "standards")
        assert "Cannot tell how the service acts" in sentences(report)
        assert codes(report) == []


def test_what_is_no_day_is_refused():
    with pytest.raises(BlueprintError, match="not a day"):
        analyse(nothing(), "standards", as_of="soon")


standards = st.builds(
    Standard,
    text=st.just("Soon"),
    at_most=st.sampled_from([None, "1 min", "5 min"]),
    declared=st.lists(st.sampled_from(["clear", "measurable", "committed", "timely"]), unique=True),
)


@given(standards, st.none() | st.floats(0, 600))
def test_a_declaration_never_turns_a_failure_into_a_pass(standard, actual):
    bare = standard.model_copy(update={"declared": ()})
    before, after = six_tests(bare, actual=actual), six_tests(standard, actual=actual)
    for test, result in before.items():
        assert after[test] == result or (result, after[test]) == ("unknown", "declared")
