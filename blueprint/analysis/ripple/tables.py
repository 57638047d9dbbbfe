"""The figures of a ripple as tables: departments, what it passes, investments, elements."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.ripple.results import Element, Reached, RippleReport, Start
from blueprint.analysis.ripple.words import HOW, KIND, PART, SPENT, how_told, reasons_in_a_row
from blueprint.report import Cell, Column, Table
from blueprint.words import Phrase

_TITLES = {
    "part": "Part",
    "id": "Id",
    "name": "Name",
    "kind": "Kind",
    "count": "Elements",
    "share": "Share",
    "owns": "Owns",
    "why": "Why",
    "lane": "Lane",
    "blueprint": "Blueprint",
    "step": "Step",
    "department": "Department",
    "direction": "Direction",
    "hops": "Links on the path",
    "fewest_hops": "Fewest links",
    "likelihood": "Likelihood",
    "impact": "Impact",
    "assumed": "Assumed",
    "amount": "Amount",
    "currency": "Currency",
    "effort": "Effort",
    "funded_by": "Paid by",
}


def tables_of(report: RippleReport) -> tuple[Table, ...]:
    """Return the tables of a ripple; one that would be empty is left out."""
    tables = (
        _table("departments", "Departments", _DEPARTMENTS, _departments(report)),
        _table("passed", "What it passes", _PASSED, _passed(report)),
        _table("investments", "Investments", _INVESTMENTS, _investments(report)),
        _table("elements", "Elements", _ELEMENTS, _elements(report)),
    )
    return tuple(table for table in tables if table.rows)


_DEPARTMENTS = ("part", "id", "name", "count", "share", "owns", "why")
_PASSED = ("part", "id", "name", "department", "why")
_INVESTMENTS = ("part", "id", "name", "department", "amount", "currency", "effort", "funded_by")
_ELEMENTS = (
    "part", "id", "name", "kind", "lane", "blueprint", "step", "department", "direction",
    "hops", "fewest_hops", "likelihood", "impact", "assumed", "why",
)  # fmt: skip


def _table(name: str, title: str, keys: tuple[str, ...], rows: Iterator[tuple[Cell, ...]]) -> Table:
    columns = tuple(Column(key=key, title=Phrase.of(_TITLES[key])) for key in keys)
    return Table(name=name, title=Phrase.of(title), columns=columns, rows=tuple(rows))


def _departments(report: RippleReport) -> Iterator[tuple[Cell, ...]]:
    for d in report.departments:
        if d.role != "tell":
            why = reasons_in_a_row(d.reasons)
            part = Phrase.of(PART[d.role])
            yield (part, d.id, d.name, d.count, round(d.share, 4), len(d.owns), why)
    counted = {d.id: d for d in report.departments}
    for told in report.to_be_told:
        d = counted[told.id]
        part, why = Phrase.of(PART["tell"]), reasons_in_a_row(told.reasons)
        yield (part, told.id, told.name, d.count, round(d.share, 4), len(d.owns), why)


def _passed(report: RippleReport) -> Iterator[tuple[Cell, ...]]:
    groups = (report.promises, report.moments_of_truth, report.personas, report.touched)
    for touched in (entry for group in groups for entry in group):
        part = Phrase.of(KIND[touched.kind])
        yield (part, touched.id, touched.name, touched.department, touched.reason)


def _investments(report: RippleReport) -> Iterator[tuple[Cell, ...]]:
    for spent in report.investments:
        part = Phrase.of(SPENT[spent.kind])
        yield (
            part, spent.id, spent.name, spent.department,
            spent.amount, spent.currency, spent.effort, spent.funded_by,
        )  # fmt: skip


def _elements(report: RippleReport) -> Iterator[tuple[Cell, ...]]:
    for start in (*report.start, *report.added):
        yield from _start_rows(start)
    for element in report.reached:
        yield _reached_row(element)


def _start_rows(start: Start) -> Iterator[tuple[Cell, ...]]:
    for direction in start.directions:
        why = how_told(start.how, start.name)
        part = Phrase.of(HOW[start.how])
        yield (part, *_standing(start), Phrase.of(direction), 0, 0, 1.0, 1.0, False, why)


def _reached_row(element: Reached) -> tuple[Cell, ...]:
    return (
        Phrase.of("reached"),
        *_standing(element),
        Phrase.of(element.direction),
        element.hops,
        element.fewest_hops,
        round(element.likelihood, 6),
        round(element.impact, 6),
        element.assumed,
        element.sentence,
    )


def _standing(element: Element) -> tuple[Cell, ...]:
    return (
        element.id,
        element.name,
        Phrase.of(KIND[element.kind]),
        element.lane,
        element.blueprint,
        element.step,
        element.department,
    )
