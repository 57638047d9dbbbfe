"""Findings as workflow commands, which GitHub shows beside the lines they are about."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from blueprint.diagnostics import Problem, Severity
from blueprint.render.report.rows import Row, rows_of, shown_file
from blueprint.report import Finding, Report
from blueprint.safety.text import terminal_text

_COMMAND: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def github_text(
    source: Report | Iterable[Problem | Finding], lang: str = "en", *, root: Path | None = None
) -> str:
    """Return findings or problems as GitHub annotations, one a line.

    Args:
        source: A report, or problems.
        lang: Language of the sentences.
        root: The folder that files are named from.
    """
    return "".join(f"{_line(row, lang, root)}\n" for row in rows_of(source))


def _line(row: Row, lang: str, root: Path | None) -> str:
    properties: dict[str, str | int] = {}
    file = shown_file(row.file, root)
    if file is not None:
        properties["file"] = file
        if row.place is not None:
            properties["line"] = row.place.line + 1
            properties["col"] = row.place.column + 1
            properties["endColumn"] = row.place.column + row.place.length
    properties["title"] = row.code
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    hint = f" ({row.hint.into(lang)})" if row.hint else ""
    return f"::{_COMMAND[row.severity]} {told}::{_data(row.message.into(lang) + hint)}"


def _data(text: str) -> str:
    shown = terminal_text(text, keep_lines=True)
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
