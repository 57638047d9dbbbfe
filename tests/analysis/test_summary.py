"""The summary: what comes first, what is counted, what is left out, whatever is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint import analyse
from blueprint.analysis import table as analyses
from blueprint.analysis.analysing import analyse_all
from blueprint.analysis.concern import Concerns
from blueprint.analysis.mattering import MOST, SUBJECTS, UNWRITTEN
from blueprint.analysis.summary import asked_all, summed
from blueprint.analysis.table import ANALYSES, Analysis
from blueprint.errors import BlueprintError
from blueprint.graph import graph_of
from blueprint.model import Blueprint
from blueprint.render.report.markdown import markdown
from blueprint.report import Finding, Method, Report
from blueprint.words import Phrase
from tests.analysis.small import parcels

GRAPH = graph_of(parcels())
SEVERITIES = st.sampled_from(["error", "warning", "info"])


def finding(code, severity="warning", about=(), said=None):
    message = Phrase.of("{x}", x=said or f"{code} is found")
    return Finding(code=code, severity=severity, message=message, about=about)


def report(name, *findings, cannot_tell=()):
    method = Method(name=name, source=Phrase.of("defined here"), cannot_tell=cannot_tell)
    title = Phrase.of("{x}", x=name.title())
    return Report(name=name, title=title, method=method, findings=findings)


def things(made):
    return [row for table in made.tables if table.name == "things" for row in table.rows]


def codes(made):
    return [row[-1] for row in things(made)]


def moment_and_other():
    """Return a step that is a moment of truth, and one that is none."""
    concerns = Concerns(GRAPH)
    steps = [node.id for node in GRAPH.of_kind("step")]
    told = {step: concerns.of((step,)).moments for step in steps}
    return next(s for s in steps if told[s]), next(s for s in steps if not told[s])


def test_severity_comes_before_moments_of_truth_and_these_before_the_order_of_the_table():
    moment, other = moment_and_other()
    made = summed(
        GRAPH,
        (
            report(
                "one", finding("one.note", "info", (moment,)), finding("one.late", about=(other,))
            ),
            report("two", finding("two.late", about=(moment,))),
            report("three", finding("three.wrong", "error")),
        ),
    )
    assert codes(made) == ["three.wrong", "two.late", "one.late", "one.note"]


def test_a_share_nobody_can_tell_comes_after_those_that_are_told():
    concerns = Concerns(GRAPH)
    private, trade = concerns.of(("private",)), concerns.of(("trade",))
    assert (private.customers, trade.customers) == (0.6, None)
    made = summed(
        GRAPH, (report("one", finding("a", about=("trade",)), finding("b", about=("private",))),)
    )
    assert codes(made) == ["b", "a"]
    assert [row[4] for row in things(made)] == [60.0, None]


def test_a_share_that_nothing_tells_has_no_column():
    made = summed(GRAPH, (report("one", finding("a")),))
    [told] = [table for table in made.tables if table.name == "things"]
    assert "customers" not in [column.key for column in told.columns]


def test_what_the_service_does_comes_before_what_nobody_wrote_down():
    moment, other = moment_and_other()
    made = summed(
        GRAPH,
        (
            report("complaints", finding("complaints.nowhere", about=(moment,))),
            report("times", finding("times.late", about=(other,))),
        ),
    )
    assert codes(made) == ["times.late", "complaints.nowhere"]


def test_of_warnings_the_first_of_each_subject_comes_before_a_second_of_any():
    made = summed(
        GRAPH,
        (
            report("times", finding("times.late"), finding("times.patience")),
            report("promises", finding("promises.tolerance"), finding("promises.broken", "error")),
            report("needs", finding("needs.nowhere"), finding("needs.note", "info")),
        ),
    )
    assert codes(made) == [
        "promises.broken", "needs.nowhere", "times.late", "times.patience", "promises.tolerance",
    ]  # fmt: skip


def test_every_analysis_of_the_table_has_a_subject_and_codes_that_weigh_less_are_those_of_one():
    asked = {row.name for row in ANALYSES if row.about != "elements"} - {"summary"}
    assert set(SUBJECTS) == asked
    assert {code.partition(".")[0] for code in UNWRITTEN} <= asked


def test_what_is_found_about_a_department_concerns_no_moment_of_truth_by_itself():
    departments = [node.id for node in GRAPH.of_kind("department")]
    assert departments
    assert Concerns(GRAPH).of(departments).moments == 0


def test_findings_of_one_code_are_one_thing_and_counted():
    made = summed(
        GRAPH, (report("one", *[finding("one.late", said=f"Late {n}.") for n in range(3)]),)
    )
    assert [str(phrase) for phrase in made.summary[:2]] == [
        "3 findings in 1 analysis: 0 errors, 3 warnings, 0 notes.",
        "1. Late 0; and 2 more like it (see “One”).",
    ]
    assert made.summary[1].into("zh") == "1. Late 0；另有 2 条同类发现（见“One”）。"


def test_only_five_are_named_and_the_rest_is_counted():
    made = summed(GRAPH, (report("one", *[finding(f"one.{n}") for n in range(9)]),))
    assert len(things(made)) == MOST
    assert "4 more things are noted in the analyses." in [str(p) for p in made.summary]


def test_nothing_found_is_said_so():
    made = summed(GRAPH, (report("one"), report("two")))
    assert str(made.summary[0]) == "Nothing is noted in 2 analyses."
    assert made.overlay is None
    assert things(made) == []


def test_what_cannot_be_told_is_counted():
    what = Phrase.of("{x}", x="how many come")
    made = summed(GRAPH, (report("one", cannot_tell=(what, what)), report("two")))
    assert "2 things cannot be told from what is written; each analysis says which." in [
        str(p) for p in made.summary
    ]


def test_a_sentence_says_how_many_moments_of_truth_it_concerns():
    moment, _ = moment_and_other()
    made = summed(GRAPH, (report("one", finding("late", about=(moment,), said="it is late")),))
    n = sum(Concerns(GRAPH).of((step.id,)).moments for step in GRAPH.of_kind("step"))
    assert str(made.summary[1]) == (
        f"1. It is late (1 of {n} moment{'s' * (n > 1)} of truth; see “One”)."
    )


def test_an_analysis_that_refuses_is_named_and_the_others_answer(monkeypatch):
    def refusing(_graph):
        raise BlueprintError(Phrase.of("{x}", x="a figure is missing"))

    row = replace(ANALYSES[0], name="refusing")
    load = Analysis.load
    monkeypatch.setattr(Analysis, "load", lambda r: refusing if r.name == "refusing" else load(r))
    monkeypatch.setattr(analyses, "ANALYSES", (row, *ANALYSES))
    made = analyse_all(parcels())[-1]
    said = f"“{row.title}” gives no answer: a figure is missing"
    assert said in [str(p) for p in made.summary]
    assert len(made.summary) > 2


def test_it_reads_every_other_analysis_that_can_be_asked_and_comes_last():
    assert ANALYSES[-1].name == "summary"
    reports, refused = asked_all(GRAPH)
    asked = [row.name for row in ANALYSES if row.about != "elements" and row.name != "summary"]
    assert sorted([*(r.name for r in reports), *refused]) == sorted(asked)
    assert analyse(parcels(), "summary") == analyse_all(parcels())[-1]


def test_every_thing_leads_to_its_report_and_is_marked():
    made = analyse(parcels(), "summary")
    names = {row.name for row in ANALYSES}
    assert things(made)
    assert all(row[-2] in names for row in things(made))
    badges = {mark.badge for mark in made.overlay.elements.values()}
    assert {rank for badge in badges for rank in badge.split(", ")} <= set("12345")


@pytest.mark.parametrize(
    "phases", [{}, {"A": []}, {"A": ["Only step"]}], ids=["no phase", "no step", "one step"]
)
def test_little_is_answered_too(phases):
    made = analyse(Blueprint.model_validate({"blueprint": "Small", "phases": phases}), "summary")
    assert made.summary


def test_whom_elements_concern():
    concerns = Concerns(GRAPH)
    moment, _ = moment_and_other()
    inside = next(n.id for n in GRAPH.nodes if n.step == moment and n.id != moment)
    assert concerns.of((inside,)).moments == 1
    assert concerns.of((inside, moment)).moments == 1
    assert concerns.of(()).moments == 0
    assert concerns.of(("nobody knows",)).moments == 0


@given(st.lists(st.tuples(SEVERITIES, st.integers(0, 4)), max_size=12))
def test_heavier_things_never_come_after_lighter_ones(found):
    made = summed(GRAPH, (report("one", *[finding(f"c{code}", s) for s, code in found]),))
    weights = ["error", "warning", "info"]
    order = [weights.index(str(row[1])) for row in things(made)]
    assert order == sorted(order)
    assert sum(1 + row[-3] for row in things(made)) == len(found)
    assert made == summed(GRAPH, (report("one", *[finding(f"c{code}", s) for s, code in found]),))


def test_a_step_is_marked_by_what_customers_do_in_it():
    moment, _ = moment_and_other()
    made = summed(GRAPH, (report("one", finding("late", about=(moment,))),))
    assert made.overlay.elements["receives"].badge == "1"


def test_in_markdown_the_five_are_a_list_with_their_own_numbers():
    made = summed(GRAPH, (report("one", *(finding(f"one.{n}") for n in range(7))),))
    lines = [line for line in markdown(made).splitlines() if " is found" in line]
    assert [line[:8] for line in lines[:MOST]] == [f"    {n}. O" for n in range(1, MOST + 1)]
    other = report("other", finding("other.late"))
    said = replace(other, summary=(Phrase.of("{x}", x="1. Arrive"),))
    assert "- 1\\. Arrive" in markdown(said)


def test_a_second_thing_of_one_subject_at_the_same_step_comes_last():
    steps = [node.id for node in GRAPH.of_kind("step")]
    made = summed(
        GRAPH,
        (
            report("times", finding("times.late", about=(steps[0],))),
            report(
                "promises",
                finding("promises.broken", "error", (steps[0],)),
                finding("promises.other", about=(steps[1],)),
            ),
            report("needs", finding("needs.one", "info")),
        ),
    )
    assert codes(made) == ["promises.broken", "promises.other", "times.late", "needs.one"]
