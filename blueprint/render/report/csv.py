"""A report's tables as CSV that any spreadsheet and any program reads back."""

from __future__ import annotations

import csv
import io

from blueprint.report import Cell, Column, Report, Table
from blueprint.safety.csv_text import csv_cell
from blueprint.words import Phrase, translator


def csv_text(report: Report, lang: str = "en", *, table: str | None = None) -> str:
    """Return the tables of a report as one CSV table with a heading row.

    Several tables are put one below the other over all their columns, with the table's
    title in front of each row; what a table has no column for stays empty.

    Args:
        report: Any report.
        lang: Language of headings and sentences.
        table: The name of one table, to have it alone.

    Returns:
        CSV as in RFC 4180: commas, quotes where needed, lines ended by CR LF. Text that a
        spreadsheet would take for a formula begins with ``'``.
    """
    tables = [t for t in report.tables if table is None or t.name == table]
    columns: dict[str, Column] = {c.key: c for t in tables for c in t.columns}
    many = len(tables) > 1
    out = io.StringIO()
    writer = csv.writer(out)
    headings = [csv_cell(column.title.into(lang)) for column in columns.values()]
    writer.writerow([*([translator(lang)("Table")] if many else []), *headings])
    for one in tables:
        for row in one.rows:
            front = [csv_cell(one.title.into(lang))] if many else []
            writer.writerow([*front, *_cells(one, row, columns, lang)])
    return out.getvalue()


def _cells(
    table: Table, row: tuple[Cell, ...], columns: dict[str, Column], lang: str
) -> list[str | int | float]:
    known = {column.key: cell for column, cell in zip(table.columns, row, strict=True)}
    return [_cell(known.get(key), lang) for key in columns]


def _cell(value: Cell, lang: str) -> str | int | float:
    match value:
        case None:
            return ""
        case bool():
            return translator(lang)("yes" if value else "no")
        case int() | float():
            return value
        case Phrase():
            return csv_cell(value.into(lang))
        case tuple():
            return csv_cell(translator(lang)(", ").join(value))
        case _:
            return csv_cell(value)
