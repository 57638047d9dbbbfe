"""A table as a document shows it: without what says nothing to a reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from blueprint.layout.chart_scale import figure_text
from blueprint.report import Cell, Column, Table
from blueprint.words import Phrase, translator

_TELLS = {"report": "code", "told": "field"}
"""Columns in words, and the column of codes that each makes needless."""


def shown(table: Table, *, ids: bool = False) -> Table:
    """Return a table without columns that are empty throughout, and without ids that names tell.

    Where ids are what one works with, as in a terminal, they stay. Codes of findings go where
    the analysis they stand in is named, and places in the file where a field has its name.
    JSON and CSV have all columns of a report; those of which no file says anything it does not
    even have (`trimmed`).

    Examples:
        >>> columns = tuple(
        ...     Column(key=key, title=Phrase.of("Name")) for key in ("id", "name", "cost")
        ... )
        >>> rows = (("pay", "Pay", None), ("wait", "Wait", None))
        >>> shown(Table(name="steps", title=Phrase.of("Steps"), columns=columns, rows=rows)).rows
        (('Pay',), ('Wait',))
    """
    rows = tuple(table.rows)
    keys = [column.key for column in table.columns]
    told = {"id", "former"} if not ids and _names_tell(keys, rows) else set()
    told |= {code for word, code in _TELLS.items() if word in keys}
    kept = [n for n, key in enumerate(keys) if key not in told and any(_says(r[n]) for r in rows)]
    if not kept or len(kept) == len(keys):
        return table
    return replace(
        table,
        columns=tuple(table.columns[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in rows),
    )


def heading(column: Column, lang: str) -> str:
    """Return the heading of a column, with its unit."""
    return unit_after(column.title.into(lang), column.unit, lang)


def unit_after(title: str, unit: str | None, lang: str) -> str:
    """Return a heading with a unit behind it.

    Examples:
        >>> unit_after("Longest wait", "d", "en"), unit_after("最长等候", "d", "zh")
        ('Longest wait (d)', '最长等候（天）')
    """
    if not unit:
        return title
    return Phrase.of("{title} ({unit})", title=title, unit=translator(lang)(unit)).into(lang)


_LONG = 10_000
"""From so much on, a whole figure is no year."""


def figure_told(value: float) -> str:
    """Return a figure as people read it in a cell: whole as it is, else as a chart has it.

    Whole figures may be years, so only those too long for one have their thousands apart.

    Examples:
        >>> [figure_told(value) for value in (-12, 2026, 18_360_000, -0.411765, 1234.5)]
        ['−12', '2026', '18,360,000', '−0.41', '1,234']
    """
    if isinstance(value, float):
        return figure_text(value)
    return f"{value:,}".replace("-", "−") if abs(value) >= _LONG else str(value).replace("-", "−")


def numeric(table: Table) -> tuple[bool, ...]:
    """Return of each column whether it holds figures."""
    return tuple(
        any(_is_figure(row[n]) for row in table.rows)
        and all(row[n] is None or _is_figure(row[n]) for row in table.rows)
        for n in range(len(table.columns))
    )


def _is_figure(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _says(cell: Cell) -> bool:
    return cell is not None and cell not in ("", ())


def _names_tell(keys: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Return whether every row has a name, and no two ids of a blueprint share one."""
    if "id" not in keys or "name" not in keys:
        return False
    pairs = {_pair(row, keys) for row in rows}
    return all(name for *_, name in pairs) and len({pair[1:] for pair in pairs}) == len(pairs)


def _pair(row: Sequence[Cell], keys: Sequence[str]) -> tuple[str, str, str]:
    own, name = row[keys.index("id")], row[keys.index("name")]
    home = row[keys.index("blueprint")] if "blueprint" in keys else None
    return str(own), "" if home is None else str(home), "" if name is None else str(name)
