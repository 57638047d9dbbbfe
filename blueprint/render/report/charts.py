"""The charts of a report in HTML: each drawn, with its figures in a table beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from blueprint.layout.chart import WIDE, chart_scene
from blueprint.layout.chart_table import chart_table
from blueprint.render.svg_chart import svg_chart
from blueprint.render.theme import Theme
from blueprint.render.themes.light import LIGHT
from blueprint.report import Chart, Report, Table, plain
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart as a page shows it.

    Attributes:
        title: Its heading.
        svg: Its drawing, written by our own writers.
        table: Its figures.
    """

    title: str
    svg: str
    table: dict[str, Any]


def figures(
    report: Report,
    lang: str,
    *,
    prefix: str = "",
    width: float = WIDE,
    theme: Theme = LIGHT,
) -> tuple[Figure, ...]:
    """Return the charts of a report, drawn.

    Args:
        report: Any report.
        lang: Language of their texts.
        prefix: What their ids begin with, where a page has several reports of one name.
        width: How wide they may be.
        theme: How they look.
    """
    return tuple(_figures(report, lang, prefix or report.name, width, theme))


def _figures(
    report: Report, lang: str, prefix: str, width: float, theme: Theme
) -> Iterator[Figure]:
    for chart in report.charts:
        scene = chart_scene(chart, lang, width=width)
        drawn = svg_chart(scene, theme=theme, prefix=f"{prefix}-{chart.name}-{lang}")
        table: dict[str, Any] = plain(chart_table(chart), lang)
        yield Figure(title=chart.title.into(lang), svg=drawn, table=table)


def tables_of_charts(report: Report) -> tuple[Table, ...]:
    """Return the figures of a report's charts that none of its tables has.

    A table has those of the chart of its name, or of several that are numbered behind it.
    """
    known = {table.name for table in report.tables}
    return tuple(_with_unit(chart) for chart in report.charts if not _told(chart, known))


def _with_unit(chart: Chart) -> Table:
    """Return the figures of a chart under a title that says what they are of.

    Where there is one series, the heading of its column says so.
    """
    table = chart_table(chart)
    if chart.kind == "scatter" or len(chart.series) == 1:
        return table
    return replace(table, title=Phrase.of("{title} ({unit})", title=chart.title, unit=chart.up))


def _told(chart: Chart, known: set[str]) -> bool:
    """Tell whether a table has a chart's figures: that of its name, or of its name and a number."""
    name, _, number = chart.name.rpartition("-")
    return chart.name in known or (number.isdecimal() and name in known)
