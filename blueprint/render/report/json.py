"""A report as JSON: its sentences, findings with line and column, tables and method."""

from __future__ import annotations

import json
from typing import Any

from blueprint.render.report.rows import Row, rows_of
from blueprint.report import Report, plain


def report_json(report: Report, lang: str = "en") -> str:
    """Return a report as JSON.

    It says what `Report.to_dict` says, but a place counts lines and columns from 1, as
    editors do, and ends before ``end_column``.

    Args:
        report: Any report.
        lang: Language of the sentences.
    """
    return json_text(report_data(report, lang))


def report_data(report: Report, lang: str = "en") -> dict[str, Any]:
    """Return a report as plain data, with places as editors count them."""
    data = report.to_dict(lang)
    rows = rows_of(report)
    data["findings"] = [
        {**_without_place(entry), **_place(row)}
        for entry, row in zip(data["findings"], rows, strict=True)
    ]
    return data


def json_text(data: object) -> str:
    """Return plain data as JSON in UTF-8, with what UTF-8 cannot hold written as an escape."""
    text = json.dumps(plain(data), ensure_ascii=False, indent=2, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _without_place(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in ("place", "excerpt")}


def _place(row: Row) -> dict[str, int | None]:
    place = row.place
    return {
        "line": None if place is None else place.line + 1,
        "column": None if place is None else place.column + 1,
        "end_column": None if place is None else place.column + 1 + place.length,
    }
