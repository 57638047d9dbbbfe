"""The figures of a ripple as tables, one for each of its lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from blueprint.analysis.later import Later
from blueprint.analysis.ripple.columns import TITLES
from blueprint.analysis.ripple.results import Element, Reached, RippleReport, Start, Touched
from blueprint.analysis.ripple.tallies import lane_told
from blueprint.analysis.ripple.telling import name_of
from blueprint.analysis.ripple.words import (
    BECAUSE,
    BY,
    HOW,
    KIND,
    KNOWN,
    OF,
    PART,
    SPENT,
    STAGE,
    how_told,
    reasons_in_a_row,
)
from blueprint.graph import Graph
from blueprint.report import Cell, Column, Table
from blueprint.words import Phrase
from blueprint.words.label import listing

Row = tuple[Cell, ...]


def tables_of(report: RippleReport, graph: Graph) -> tuple[Table, ...]:
    """Return the tables of a ripple; one that would be empty is left out.

    They call departments, steps and blueprints by their names; the report itself has the ids.
    """
    names = _Names(graph)
    tables = (
        _table("departments", "Departments", _DEPARTMENTS, _departments(report, names)),
        _table("investments", "Investments", _INVESTMENTS, _investments(report, names)),
        _table("totals", "Sums", _TOTALS, _totals(report, names)),
        _table("passed", "What it passes", _PASSED, _passed(report, names)),
        _table("standards", "Standards to look at again", _STANDARDS, _standards(report, names)),
        _table("articles", "Knowledge articles to revise", _ARTICLES, _articles(report, names)),
        _table("metrics", "Metrics that should move", _METRICS, _metrics(report)),
        _table("complaints", "Complaint routes that pass here", _ROUTES, _routes(report, names)),
        _table("stages", "Stages of handling a complaint", _STAGES, _stages(report, names)),
        _table("tallies", "Where it falls", _TALLIES, _tallies(report)),
        _made("elements", "Elements", _ELEMENTS, _elements(report, names)),
    )
    return tuple(table for table in tables if table.rows)


class _Names:
    """What the ids of a graph are called in a cell; nothing for none."""

    def __init__(self, graph: Graph) -> None:
        self._named = cache(lambda element: name_of(graph, graph.index[element]))
        self._lane = cache(lambda lane: lane_told(graph, lane))

    def of(self, element: str | None) -> Phrase | None:
        """Return the name of what has an id."""
        return None if element is None else self._named(element)

    def row(self, elements: Iterable[str]) -> Phrase | None:
        """Return several names in a row."""
        names = [self._named(element) for element in elements]
        return listing(names) if names else None

    def lane(self, lane: str | None) -> Phrase | None:
        """Return the title of a lane."""
        return None if lane is None else self._lane(lane)


_DEPARTMENTS = (
    "part", "id", "name", "turn", "count", "share", "owns", "likelihood", "risk", "waits_for", "why",
)  # fmt: skip
_INVESTMENTS = (
    "part", "id", "name", "department", "amount", "currency", "effort", "funded_by",
    "likelihood", "risk", "why",
)  # fmt: skip
_TOTALS = ("part", "funded_by", "amount", "currency", "effort")
_PASSED = ("part", "id", "name", "department", "standard", "why")
_STANDARDS = (
    "part", "id", "name", "standard", "blueprint", "department", "committed_by", "reviewed", "why",
)  # fmt: skip
_ARTICLES = ("part", "id", "name", "department", "updated", "why")
_METRICS = ("part", "id", "name", "why")
_ROUTES = ("id", "name", "blueprint", "entries", "owners", "why")
_STAGES = ("part", "department")
_TALLIES = ("part", "id", "name", "changed", "added", "reached", "likelihood")
_ELEMENTS = (
    "part", "id", "name", "kind", "lane", "blueprint", "step", "department", "direction",
    "hops", "fewest_hops", "likelihood", "low", "high", "known", "impact", "risk", "assumed", "why",
)  # fmt: skip


def _table(name: str, title: str, keys: tuple[str, ...], rows: Iterator[Row]) -> Table:
    return _made(name, title, keys, tuple(rows))


def _made(name: str, title: str, keys: tuple[str, ...], rows: Sequence[Row]) -> Table:
    columns = tuple(
        Column(key=key, title=Phrase.of(TITLES[key]), unit="%" if key == "share" else None)
        for key in keys
    )
    return Table(name=name, title=Phrase.of(title), columns=columns, rows=rows)


def _departments(report: RippleReport, names: _Names) -> Iterator[Row]:
    told = {entry.id: entry for entry in report.to_be_told}
    known = {d.id: d for d in report.departments}
    acting = [(d, d.role, d.reasons) for d in report.departments if d.role != "tell"]
    hearing = [(known[i], "tell", entry.reasons) for i, entry in told.items()]
    for d, role, reasons in (*acting, *hearing):
        waits = names.row(waits.id for waits in d.waits_for) if role == "first" else None
        yield (
            Phrase.of(PART[role]), d.id, d.name, d.turn if role == "first" else None,
            d.count, round(100 * d.share, 1), len(d.owns), _figure(d.likelihood), _figure(d.risk),
            waits, reasons_in_a_row(reasons),
        )  # fmt: skip


def _investments(report: RippleReport, names: _Names) -> Iterator[Row]:
    for spent in report.investments:
        yield (
            Phrase.of(SPENT[spent.kind]), spent.id, spent.name, names.of(spent.department),
            spent.amount, spent.currency, spent.effort, names.of(spent.funded_by),
            _figure(spent.likelihood), _figure(spent.risk), spent.reason,
        )  # fmt: skip


def _totals(report: RippleReport, names: _Names) -> Iterator[Row]:
    for total in report.totals:
        part = Phrase.of("in all" if total.all else "by who pays")
        yield (part, names.of(total.funded_by), total.amount, total.currency, total.effort)


def _passed(report: RippleReport, names: _Names) -> Iterator[Row]:
    for promise in report.promises:
        yield _passing(promise, None, names)
    for moment in report.moments_of_truth:
        standards = listing(moment.standards) if moment.standards else None
        yield _passing(moment, standards, names)
    for touched in (*report.personas, *report.touched):
        yield _passing(touched, None, names)


def _passing(touched: Touched, standard: Phrase | None, names: _Names) -> Row:
    part, owner = Phrase.of(KIND[touched.kind]), names.of(touched.department)
    return (part, touched.id, touched.name, owner, standard, touched.reason)


def _standards(report: RippleReport, names: _Names) -> Iterator[Row]:
    for standard in report.standards:
        yield (
            Phrase.of(OF[standard.of]), standard.id, standard.name, standard.text,
            names.of(standard.blueprint), names.of(standard.department),
            names.row(standard.committed_by), standard.reviewed, standard.reason,
        )  # fmt: skip


def _articles(report: RippleReport, names: _Names) -> Iterator[Row]:
    for one in report.articles:
        part = Phrase.of(BECAUSE[one.because])
        yield (part, one.id, one.name, names.of(one.department), one.updated, one.reason)


def _metrics(report: RippleReport) -> Iterator[Row]:
    for metric in report.metrics:
        yield (Phrase.of(BECAUSE[metric.because]), metric.id, metric.name, metric.reason)


def _routes(report: RippleReport, names: _Names) -> Iterator[Row]:
    for route in report.complaint_routes:
        yield (
            route.id, route.name, names.of(route.blueprint), names.row(route.entries),
            names.row(route.owners), route.reason,
        )  # fmt: skip


def _stages(report: RippleReport, names: _Names) -> Iterator[Row]:
    handled = dict.fromkeys(stage for route in report.complaint_routes for stage in route.stages)
    for stage in handled:
        yield (Phrase.of(STAGE.get(stage.stage, stage.stage)), names.of(stage.department))


def _tallies(report: RippleReport) -> Iterator[Row]:
    for tally in report.tallies:
        counts = (tally.changed, tally.added, tally.reached, _figure(tally.likelihood))
        yield (Phrase.of(BY[tally.by]), tally.id, tally.name, *counts)


def _elements(report: RippleReport, names: _Names) -> Sequence[Row]:
    """Return the rows of all elements, each made when somebody looks at it."""
    starts = [row for start in (*report.start, *report.added) for row in _start_rows(start, names)]
    reached, first = report.reached, len(starts)

    def row(place: int) -> Row:
        return starts[place] if place < first else _reached_row(reached[place - first], names)

    return Later(first + len(reached), row)


def _start_rows(start: Start, names: _Names) -> Iterator[Row]:
    part, why = Phrase.of(HOW[start.how]), how_told(start.how, start.name)
    for direction in start.directions:
        yield (
            part, *_standing(start, names), Phrase.of(direction), 0, 0,
            1.0, None, None, Phrase.of(KNOWN["exact"]), 1.0, 1.0, False, why,
        )  # fmt: skip


def _reached_row(element: Reached, names: _Names) -> Row:
    return (
        Phrase.of("reached"),
        *_standing(element, names),
        Phrase.of(element.direction),
        element.hops,
        element.fewest_hops,
        _figure(element.likelihood),
        _figure(element.low),
        _figure(element.high),
        Phrase.of(KNOWN[element.how]),
        _figure(element.impact),
        _figure(element.risk),
        element.assumed,
        element.sentence,
    )


def _standing(element: Element, names: _Names) -> Row:
    return (
        element.id,
        element.name,
        Phrase.of(KIND[element.kind]),
        names.lane(element.lane),
        names.of(element.blueprint),
        names.of(element.step),
        names.of(element.department),
    )


def _figure(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
