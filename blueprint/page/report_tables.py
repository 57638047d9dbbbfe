"""The tables of reports on the page: short ones as they are, long ones as data for later.

A reader opens few tables of a page; the rows of a long one are written when it is opened,
so that the drawing is there as quickly with twenty long reports as with none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from blueprint.layout.chart import NARROW, chart_scene
from blueprint.layout.chart_table import chart_table
from blueprint.render.report.html import ended
from blueprint.render.report.shown import heading, shown
from blueprint.render.svg_chart import svg_chart
from blueprint.render.theme import Theme
from blueprint.report import Cell, Report, Table
from blueprint.safety.script import json_for_script

_SHORT = 30
"""Tables with more rows are written when they are opened."""

Said = Callable[[Cell], str]
"""Says what a cell shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCell:
    """A cell as the page shows it.

    Attributes:
        text: What it says.
        report: The number of the report it leads to, if any.
    """

    text: str
    report: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTable:
    """A table as the page shows it.

    Attributes:
        title: Its heading.
        heads: The headings of its columns, with their units.
        count: How many rows it has.
        rows: Its rows, where they are written at once.
        later: Its rows as JSON, where they are written when it is opened.
        ids: What each row is about.
        which: Which table of its report it is; ``None`` for the figures of a chart.
    """

    title: str
    heads: tuple[str, ...]
    count: int
    rows: tuple[tuple[PageCell, ...], ...]
    later: str
    ids: Sequence[Sequence[str]]
    which: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFigure:
    """A chart as the page shows it: its drawing, and the table beside."""

    svg: str
    table: PageTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Writes tables and charts of reports in one language.

    Attributes:
        said: Says what a cell shows.
        lang: The language.
        theme: How charts look.
        places: The number of each report on the page, by name; the first of several.
        titles: What each is called, by number.
    """

    said: Said
    lang: str
    theme: Theme
    places: Mapping[str, int]
    titles: Sequence[str]

    def tables(self, report: Report, ids: Sequence[list[list[str]]]) -> tuple[PageTable, ...]:
        """Return the tables of a report; `ids` is what each of their rows is about."""
        made = zip(report.tables, ids, strict=True)
        return tuple(self.table(shown(table), about, n) for n, (table, about) in enumerate(made))

    def table(
        self, table: Table, ids: Sequence[list[str]] = (), which: int | None = None
    ) -> PageTable:
        """Return one table."""
        rows = tuple(
            tuple(
                self._cell(column.key, value)
                for column, value in zip(table.columns, row, strict=True)
            )
            for row in table.rows
        )
        long = len(rows) > _SHORT
        later = [[_plain(cell) for cell in row] for row in rows] if long else []
        return PageTable(
            title=table.title.into(self.lang),
            heads=tuple(heading(column, self.lang) for column in table.columns),
            count=len(rows),
            rows=() if long else rows,
            later=json_for_script(later) if long else "",
            ids=ids or [[] for _ in rows],
            which=which,
        )

    def figures(self, report: Report, number: int) -> tuple[PageFigure, ...]:
        """Return the charts of the report that has a number on the page."""
        made = []
        for chart in report.charts:
            scene = chart_scene(chart, self.lang, width=NARROW)
            prefix = f"{number}-{chart.name}-{self.lang}"
            drawn = svg_chart(scene, theme=self.theme, prefix=prefix)
            made.append(PageFigure(svg=drawn, table=self.table(chart_table(chart))))
        return tuple(made)

    def ended(self, sentence: str, number: int) -> tuple[str, str, str, str]:
        """Return a sentence of a report in parts, where it ends with the title of another."""
        others = {name: (str(n), self.titles[n]) for name, n in self.places.items() if n != number}
        return ended(sentence, others)

    def called(self, place: str) -> str:
        """Return the name of the report at a place, as the page's address has it."""
        return next(name for name, n in self.places.items() if str(n) == place)

    def _cell(self, key: str, value: Cell) -> PageCell:
        place = self.places.get(value) if key == "report" and isinstance(value, str) else None
        if place is None:
            return PageCell(text=self.said(value))
        return PageCell(text=self.titles[place], report=place)


def _plain(cell: PageCell) -> str | list[str | int]:
    """Return a cell as data: its text, with the number of the report it leads to."""
    return cell.text if cell.report is None else [cell.text, cell.report]
