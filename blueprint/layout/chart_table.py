"""The figures of a chart as a table, for those who would rather read than see."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.report import Cell, Chart, Column, Point, Table
from blueprint.words import Phrase


def chart_table(chart: Chart) -> Table:
    """Return every figure of a chart in a table.

    Bars, stacks and lines have a row for each label and a column for each series; a scatter
    has a row for each sign. A missing figure is an empty cell.
    """
    if chart.kind == "scatter":
        return _scatter_table(chart)
    several = len(chart.series) > 1
    columns = [Column(key="label", title=chart.across)]
    for number, series in enumerate(chart.series):
        title = series.name if several else chart.up
        columns.append(Column(key=f"figure-{number}", title=title))
        if _has_intervals(series.points):
            columns += _ends(f"-{number}")
    longest = max((series.points for series in chart.series), key=len, default=())
    rows = tuple(
        (point.label, *(cell for s in chart.series for cell in _cells(s.points, n)))
        for n, point in enumerate(longest)
    )
    return Table(name=chart.name, title=chart.title, columns=tuple(columns), rows=rows)


def _scatter_table(chart: Chart) -> Table:
    several = len(chart.series) > 1
    points = [(series.name, point) for series in chart.series for point in series.points]
    intervals = _has_intervals(tuple(point for _, point in points))
    columns = (
        Column(key="label", title=Phrase.of("Name")),
        *([Column(key="series", title=Phrase.of("Series"))] if several else []),
        Column(key="x", title=chart.across),
        Column(key="y", title=chart.up),
        *(_ends("") if intervals else ()),
    )
    rows = tuple(
        (
            point.label,
            *([name] if several else []),
            point.x,
            point.y,
            *((point.low, point.high) if intervals else ()),
        )
        for name, point in points
    )
    return Table(name=chart.name, title=chart.title, columns=columns, rows=rows)


def _has_intervals(points: tuple[Point, ...]) -> bool:
    return any(point.low is not None and point.high is not None for point in points)


def _ends(which: str) -> tuple[Column, Column]:
    low, high = Phrase.of("Lower end"), Phrase.of("Upper end")
    return Column(key=f"low{which}", title=low), Column(key=f"high{which}", title=high)


def _cells(points: tuple[Point, ...], number: int) -> Iterator[Cell]:
    point = points[number] if number < len(points) else None
    yield point.y if point else None
    if _has_intervals(points):
        yield point.low if point else None
        yield point.high if point else None
