"""The part of a report that is about one blueprint, for its page in a large workspace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from blueprint.report import Cell, Chart, Report, Series, Table
from blueprint.words import Phrase

if TYPE_CHECKING:
    from blueprint.graph import Graph

_SHORT = 30
"""Tables and charts with no more rows are whole on every page."""


def part_about(report: Report, graph: Graph, stem: str) -> Report:
    """Return a report whose long tables and charts hold only what is about a blueprint.

    What belongs to no blueprint, such as a system of the catalog, is on every page, and so
    is a row that names no element. A table that is cut says so in its title.

    Args:
        report: A report about the whole workspace.
        graph: The workspace's graph.
        stem: The blueprint.
    """
    charts = (_chart(chart, graph, stem) for chart in report.charts)
    return replace(
        report,
        tables=tuple(_table(table, graph, stem) for table in report.tables),
        charts=tuple(chart for chart in charts if chart.series and chart.series[0].points),
    )


def _table(table: Table, graph: Graph, stem: str) -> Table:
    if len(table.rows) <= _SHORT:
        return table
    keys = [column.key for column in table.columns]
    kept = tuple(row for row in table.rows if _here(_ids(keys, row), graph, stem))
    return table if len(kept) == len(table.rows) else _cut(table, kept)


def _cut(table: Table, rows: tuple[tuple[Cell, ...], ...]) -> Table:
    title = Phrase.of("{title}: only what is about this blueprint", title=table.title)
    return replace(table, rows=rows, title=title)


def _ids(keys: list[str], row: tuple[Cell, ...]) -> Iterator[str]:
    """Go through what may be ids in a row: what its column ``id`` says, else every text."""
    own = [cell for key, cell in zip(keys, row, strict=True) if key == "id"]
    for cell in own or row:
        if isinstance(cell, str):
            yield cell
        elif isinstance(cell, tuple):
            yield from cell


def _here(ids: Iterable[str], graph: Graph, stem: str) -> bool:
    known = [graph.nodes[graph.index[entry]] for entry in ids if entry in graph.index]
    return not known or any(node.blueprint in (None, stem) for node in known)


def _chart(chart: Chart, graph: Graph, stem: str) -> Chart:
    count = max((len(series.points) for series in chart.series), default=0)
    if count <= _SHORT:
        return chart
    kept = []
    for number in range(count):
        points = [s.points[number] for s in chart.series if number < len(s.points)]
        if _here((point.about for point in points if point.about), graph, stem):
            kept.append(number)
    series = tuple(
        Series(name=one.name, points=tuple(one.points[n] for n in kept if n < len(one.points)))
        for one in chart.series
    )
    return replace(chart, series=series)
