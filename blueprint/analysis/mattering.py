"""What matters most among findings: what weighs more, of several subjects, and each thing once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis.concern import Concern, Concerns
from blueprint.diagnostics import Severity
from blueprint.graph import Graph
from blueprint.report import Finding, Report

MOST = 5
"""How many things the summary names."""

Subject = Literal[
    "what can fail", "how work flows", "promises and times", "money", "what customers feel",
    "complaints", "what is known", "before and after",
]  # fmt: skip
"""What an analysis is about, so that five things are not five times one thing."""

SUBJECTS: Mapping[str, Subject] = {
    "foundations": "what can fail",
    "criticality": "what can fail",
    "dependence": "how work flows",
    "cycles": "what can fail",
    "audit": "what is known",
    "handoffs": "how work flows",
    "applications": "how work flows",
    "channels": "how work flows",
    "times": "promises and times",
    "economics": "money",
    "failures": "what can fail",
    "emotion": "what customers feel",
    "needs": "what customers feel",
    "personas": "what customers feel",
    "promises": "promises and times",
    "standards": "promises and times",
    "complaints": "complaints",
    "knowledge": "how work flows",
    "evidence": "what is known",
    "environment": "what is known",
    "levers": "before and after",
    "priorities": "what customers feel",
    "compare": "before and after",
}
"""The subject of each analysis of the table; one that is not here has its own."""

UNWRITTEN: frozenset[str] = frozenset(
    {
        "audit.component", "audit.owner", "audit.standard", "complaints.nowhere",
        "environment.moment", "evidence.nothing", "needs.nowhere", "personas.goal-nowhere",
        "promises.no-figure",
    }
)  # fmt: skip
"""Warnings that say what nobody wrote down: they weigh less than what the service does."""

_WEIGHT: Mapping[Severity, int] = {"error": 2, "warning": 1, "info": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Findings of one code, told by the one that weighs most.

    Attributes:
        report: The report they are from.
        place: Where that report stands in the table of analyses.
        finding: The finding that weighs most.
        concern: Whom it concerns.
        alike: How many more of its code there are.
    """

    report: Report
    place: int
    finding: Finding
    concern: Concern
    alike: int = 0

    @property
    def subject(self) -> str:
        """What it is about."""
        return SUBJECTS.get(self.report.name, self.report.name)


def things_of(graph: Graph, reports: Sequence[Report]) -> list[Thing]:
    """Return what was found, each code once, what weighs most first.

    By severity; then what the service does before what nobody wrote down; then by the
    moments of truth concerned, and by the share of customers (one nobody can tell comes after
    those that are told); then in the order of the table and of the report.
    """
    concerns = Concerns(graph)
    by_code: dict[tuple[int, str], list[Finding]] = {}
    for place, report in enumerate(reports):
        for finding in report.findings:
            by_code.setdefault((place, finding.code), []).append(finding)
    heads = (_heaviest(own, reports[place], place, concerns) for (place, _), own in by_code.items())
    return sorted(heads, key=_order)


def _heaviest(own: Sequence[Finding], report: Report, place: int, concerns: Concerns) -> Thing:
    """Return findings of one code as one thing; only of the severest it is asked whom they concern."""
    severest = max(_WEIGHT[finding.severity] for finding in own)
    things = (
        Thing(
            report=report,
            place=place,
            finding=finding,
            concern=concerns.of(finding.about),
            alike=len(own) - 1,
        )
        for finding in own
        if _WEIGHT[finding.severity] == severest
    )
    return min(things, key=_order)


def foremost(things: Iterable[Thing]) -> list[Thing]:
    """Return the five that matter most of things in their order.

    Whatever is an error comes first. Of warnings the first of each subject comes before a
    second of any, so that the five tell of the whole service; and a second of the same steps
    comes last, for it is most often the same thing seen again. So do notes after them.
    """
    told: dict[str, set[int]] = {}
    ranked: list[tuple[int, int, Thing]] = []
    for thing in things:
        severity, before = thing.finding.severity, told.get(thing.subject)
        again = 0 if severity == "error" else _again(thing, before)
        ranked.append((-_WEIGHT[severity], again, thing))
        told.setdefault(thing.subject, set()).update(thing.concern.steps)
    return [thing for *_, thing in sorted(ranked, key=lambda one: one[:2])][:MOST]


def _again(thing: Thing, before: set[int] | None) -> int:
    """Return 0 for what is new, 1 for a known subject, 2 where its steps are known too."""
    if before is None:
        return 0
    return 2 if thing.concern.steps and thing.concern.steps <= before else 1


def _order(thing: Thing) -> tuple[float, ...]:
    """Return what things are sorted by; equal ones stay in the order of table and report."""
    share = thing.concern.customers
    return (
        -_WEIGHT[thing.finding.severity],
        thing.finding.code in UNWRITTEN,
        -thing.concern.moments,
        1.0 if share is None else -share,
        thing.place,
    )
