"""The report of a check: its findings, what was ignored and why, and what lights up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from blueprint.diagnostics import SEVERITIES
from blueprint.report import Cell, Column, Finding, Mark, Method, Overlay, Report, Table
from blueprint.rules.table import RULES
from blueprint.words import Phrase

Row = tuple[Cell, ...]
"""What was ignored by one entry: code, elements, file, how many findings, and why."""


def report_of(
    found: tuple[Finding, ...],
    ignored: tuple[Row, ...],
    *,
    assumptions: tuple[Phrase, ...] = (),
    cannot_tell: tuple[Phrase, ...] = (),
) -> Report:
    """Return the report of a check.

    Args:
        found: Everything that was found, in file order.
        ignored: A row for each entry under ``ignore`` that fitted something.
        assumptions: What was taken as given.
        cannot_tell: What could not be judged.
    """
    method = Method(
        name="check",
        source=Phrase.of("the rules of this program, each explained by “blueprint explain CODE”"),
        n=len(RULES),
        scale=Phrase.of("error, warning or info, as each rule, the catalog or the file says"),
        assumptions=assumptions,
        cannot_tell=cannot_tell,
    )
    return Report(
        name="check",
        title=Phrase.of("Checks"),
        method=method,
        summary=tuple(_summary(found, ignored)),
        findings=found,
        tables=tuple(_tables(found, ignored)),
        overlay=_overlay(found),
    )


def merged(reports: Sequence[Report]) -> Report:
    """Return the reports of several checks as one; what stands in several is said once."""
    tables = [table for report in reports for table in report.tables if table.name == "ignored"]
    methods = [report.method for report in reports]
    return report_of(
        tuple(dict.fromkeys(finding for report in reports for finding in report.findings)),
        tuple(dict.fromkeys(row for table in tables for row in table.rows)),
        assumptions=tuple(dict.fromkeys(said for m in methods for said in m.assumptions)),
        cannot_tell=tuple(dict.fromkeys(said for m in methods for said in m.cannot_tell)),
    )


def _summary(found: tuple[Finding, ...], ignored: tuple[Row, ...]) -> Iterator[Phrase]:
    counts = Counter(finding.severity for finding in found)
    if found:
        yield Phrase.of(
            "errors: {errors}, warnings: {warnings}, notes: {notes}",
            errors=counts["error"],
            warnings=counts["warning"],
            notes=counts["info"],
        )
    else:
        yield Phrase.of("nothing to note")
    accepted = sum(int(str(row[3])) for row in ignored)
    if accepted:
        yield Phrase.of("ignored with a reason: {n}", n=accepted)


def _tables(found: tuple[Finding, ...], ignored: tuple[Row, ...]) -> Iterator[Table]:
    counts = Counter(finding.code for finding in found)
    rows = tuple(
        (rule.code, rule.name, rule.summary, counts[rule.code])
        for rule in RULES
        if counts[rule.code]
    )
    if rows:
        yield Table(
            name="rules",
            title=Phrase.of("Rules that found something"),
            columns=(
                Column(key="code", title=Phrase.of("Code")),
                Column(key="name", title=Phrase.of("Rule")),
                Column(key="summary", title=Phrase.of("What it finds")),
                Column(key="count", title=Phrase.of("Findings")),
            ),
            rows=rows,
        )
    if ignored:
        yield Table(
            name="ignored",
            title=Phrase.of("Ignored, and why"),
            columns=(
                Column(key="code", title=Phrase.of("Code")),
                Column(key="on", title=Phrase.of("On")),
                Column(key="file", title=Phrase.of("File")),
                Column(key="count", title=Phrase.of("Findings")),
                Column(key="because", title=Phrase.of("Because")),
            ),
            rows=ignored,
        )


def _overlay(found: tuple[Finding, ...]) -> Overlay:
    """Return a mark for each element a finding is mainly about: of its gravest finding."""
    marks: dict[str, Mark] = {}
    for finding in sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)):
        for element in finding.about[:1]:
            mark = Mark(role=finding.severity, badge=finding.code, note=finding.message)
            marks.setdefault(element, mark)
    return Overlay(title=Phrase.of("Checks"), elements=marks)
