"""Findings and problems as text for a terminal: place, message, excerpt, carets and hint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blueprint.diagnostics import Place, Problem, Severity
from blueprint.render.report.columns import columns, padded
from blueprint.render.report.rows import Row, rows_of
from blueprint.render.report.shown import heading, shown
from blueprint.report import Cell, Finding, Report, Table
from blueprint.safety.text import terminal_text
from blueprint.words import Phrase, translator

_COLOUR: dict[Severity, str] = {"error": "31;1", "warning": "33;1", "info": "36;1"}
_GUTTER = 5
_BEFORE = 60
_MOST = 140
"""Of a long line so many characters are shown, and so many of them before the place."""
_IN_FULL = 1000
"""From so much on, figures of a table are written without decimals."""


def problems_text(
    problems: Iterable[Problem | Finding], lang: str = "en", *, colour: bool = False
) -> str:
    """Return problems or findings, each with its place, excerpt and hint.

    Args:
        problems: What to show, in order.
        lang: Language of the sentences.
        colour: Whether to colour them for a terminal.

    Examples:
        >>> from blueprint.words import Phrase
        >>> slip = Problem("BP102", "error", Phrase.of("no such department"), "a.yaml")
        >>> print(problems_text([slip]))
        a.yaml: error[BP102]: no such department
    """
    rows = rows_of(problems)
    return "\n".join(line for row in rows for line in _lines(row, lang, colour=colour))


def report_text(report: Report, lang: str = "en", *, colour: bool = False) -> str:
    """Return a report as text.

    A check reads like a compiler's: findings first, their number last. Any other report
    answers first, then shows its tables, what is to be noted and how it was computed.

    Args:
        report: Any report.
        lang: Language of the sentences.
        colour: Whether to colour it for a terminal.
    """
    blocks = (
        _check(report, lang, colour) if report.name == "check" else _answer(report, lang, colour)
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _check(report: Report, lang: str, colour: bool) -> Iterator[str]:  # noqa: FBT001
    yield problems_text(report.findings, lang, colour=colour)
    for table in report.tables:
        if table.name == "ignored":
            yield "\n".join(_table(table, lang))
    yield "\n".join(_said(phrase, lang) for phrase in (*report.summary, *report.method.cannot_tell))


def _answer(report: Report, lang: str, colour: bool) -> Iterator[str]:  # noqa: FBT001
    title = _said(report.title, lang)
    yield f"{title}\n{'=' * columns(title)}"
    yield "\n".join(_said(phrase, lang) for phrase in report.summary)
    for table in report.tables:
        yield "\n".join(_table(shown(table, ids=True), lang))
    yield problems_text(report.findings, lang, colour=colour)
    method = report.method
    notes = [
        Phrase.of("Source: {source}", source=method.source),
        *(Phrase.of("assumed: {assumed}", assumed=assumed) for assumed in method.assumptions),
        *(Phrase.of("cannot tell: {what}", what=what) for what in method.cannot_tell),
    ]
    yield "\n".join(_said(note, lang) for note in notes)


def _lines(row: Row, lang: str, *, colour: bool) -> Iterator[str]:
    where = terminal_text(row.file) if row.file else ""
    if row.file and row.place:
        where += f":{row.place.line + 1}:{row.place.column + 1}"
    weight = _painted(f"{translator(lang)(row.severity)}[{row.code}]", row.severity, colour)
    yield f"{where}{': ' if where else ''}{weight}: {_said(row.message, lang)}"
    hint = _said(row.hint, lang) if row.hint else ""
    if row.place is None or not row.excerpt.strip():
        if hint:
            yield f"{'':{_GUTTER}} = {hint}"
        return
    before, meant, after = _excerpt(row.excerpt, row.place)
    carets = _painted("^" * max(1, columns(meant)), row.severity, colour)
    yield f"{row.place.line + 1:>{_GUTTER}} | {before}{meant}{after}".rstrip()
    yield f"{'':{_GUTTER}} | {' ' * columns(before)}{carets} {hint}".rstrip()


def _excerpt(line: str, place: Place) -> tuple[str, str, str]:
    """Return what stands before, at and after a place; of a long line the part around it."""
    start, end = place.column, place.column + place.length
    first = start - _BEFORE if len(line) > _MOST and start > _BEFORE else 0
    last = min(len(line), first + _MOST)
    before = ("…" if first else "") + terminal_text(line[first:start])
    after = terminal_text(line[min(end, last) : last]) + ("…" if last < len(line) else "")
    return before, terminal_text(line[start : min(end, last)]), after


def _table(table: Table, lang: str) -> Iterator[str]:
    """Go through the lines of a table: its title, its headings, its rows, in columns."""
    heads = [terminal_text(heading(column, lang)) for column in table.columns]
    rows = [[_cell(cell, lang) for cell in row] for row in table.rows]
    widths = [max(columns(entry) for entry in column) for column in zip(heads, *rows, strict=True)]
    yield _said(table.title, lang)
    for entries in (heads, ["-" * width for width in widths], *rows):
        cells = (padded(entry, width) for entry, width in zip(entries, widths, strict=True))
        yield ("  " + "  ".join(cells)).rstrip()


def _cell(cell: Cell, lang: str) -> str:
    match cell:
        case None:
            return ""
        case Phrase():
            return _said(cell, lang)
        case bool():
            return translator(lang)("yes" if cell else "no")
        case int() | float():
            return _figure(cell)
        case tuple():
            return terminal_text(", ".join(cell))
        case _:
            return terminal_text(str(cell))


def _figure(value: float) -> str:
    whole = isinstance(value, int) or abs(value) >= _IN_FULL
    return (f"{value:.0f}" if whole else f"{value:.3g}").replace("-", "−")


def _said(phrase: Phrase, lang: str) -> str:
    return terminal_text(phrase.into(lang))


def _painted(text: str, severity: Severity, colour: bool) -> str:  # noqa: FBT001
    return f"\x1b[{_COLOUR[severity]}m{text}\x1b[0m" if colour else text
