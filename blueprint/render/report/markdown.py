"""A report as Markdown: sentences, tables, findings and how it was computed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from blueprint.analysis.summary import NAME
from blueprint.analysis.table import ANALYSES
from blueprint.render.report.charts import tables_of_charts
from blueprint.render.report.shown import figure_told, heading, numeric, shown
from blueprint.report import Cell, Finding, Report, Table
from blueprint.words import Phrase, translator

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&])")
"""What Markdown, or the HTML inside it, would take for more than text."""

_OPENING = re.compile(r"^(\d+)([.)])|^([-=+#])")
"""What would begin a list, a rule or a heading at the start of a line."""

_RANK = re.compile(r"(\d+)\\\. ")
"""How a sentence begins that has a rank, as Markdown text."""


def markdown(report: Report, lang: str = "en") -> str:
    """Return a report as Markdown with tables, ready for a merge request or a wiki.

    Args:
        report: Any report.
        lang: Language of headings and sentences.
    """
    return "\n".join(_lines(report, lang)) + "\n"


def markdown_of_all(reports: Sequence[Report], lang: str = "en", *, title: str = "") -> str:
    """Return several reports as one Markdown document, the summary first where it is among them.

    Args:
        reports: The reports, in their order.
        lang: Language of headings and sentences.
        title: What they are about, such as the service's name.
    """
    name = title or translator(lang)("What the blueprint says about the service")
    ordered = sorted(reports, key=lambda report: report.name != NAME)
    parts = ("\n".join(_lines(report, lang, "##")) for report in ordered)
    return "\n\n".join((f"# {markdown_text(name)}", *parts)) + "\n"


def markdown_text(text: str) -> str:
    r"""Return text so that Markdown shows it as it is, on one line.

    Examples:
        >>> print(markdown_text("Pay | [click](javascript:x)"))
        Pay \| \[click\](javascript:x)
        >>> print(markdown_text("1. Arrive"))
        1\. Arrive
    """
    line = " ".join(text.split())
    return _OPENING.sub(_shown, _SPECIAL.sub(r"\\\1", line))


def _shown(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"


def _lines(report: Report, lang: str, mark: str = "#") -> Iterator[str]:
    say = translator(lang)
    below = f"{mark}#"
    yield f"{mark} {_said(report.title, lang)}"
    yield ""
    for sentence in report.summary:
        yield _item(sentence, lang, ranked=report.name == NAME)
    for table in (*tables_of_charts(report), *report.tables):
        yield ""
        yield from _table(shown(table), lang, below)
    if report.findings:
        yield from ("", f"{below} {say('To be noted')}", "")
        for finding in report.findings:
            yield f"- **{say(finding.severity)}** {_said(with_hint(finding), lang)}"
    yield from ("", f"{below} {say('How it was computed')}", "")
    yield from (f"- {markdown_text(line.into(lang))}" for line in method_lines(report))


def _item(sentence: Phrase, lang: str, *, ranked: bool) -> str:
    """Return a sentence as an entry of a list; what has a rank by that, below the one before."""
    said = _said(sentence, lang)
    rank = _RANK.match(said) if ranked else None
    return f"    {rank[1]}. {said[rank.end() :]}" if rank else f"- {said}"


def with_hint(finding: Finding) -> Phrase:
    """Return what a finding says, and what to do about it."""
    if finding.hint is None:
        return finding.message
    return Phrase.of("{message} ({hint})", message=finding.message, hint=finding.hint)


def _table(table: Table, lang: str, mark: str) -> Iterator[str]:
    yield f"{mark} {_said(table.title, lang)}"
    yield ""
    titles = [markdown_text(heading(column, lang)) for column in table.columns]
    yield f"| {' | '.join(titles)} |"
    yield f"|{''.join('---:|' if figures else '---|' for figures in numeric(table))}"
    titles_of = {row.name: row.title for row in ANALYSES}
    keys = [column.key for column in table.columns]
    for row in table.rows:
        cells = (
            titles_of.get(str(cell), cell) if key == "report" else cell
            for key, cell in zip(keys, row, strict=True)
        )
        yield f"| {' | '.join(_cell(cell, lang) for cell in cells)} |"


def method_lines(report: Report) -> Iterator[Phrase]:
    """Go through what a report says of its method, a sentence each."""
    method = report.method
    if method.name != report.name:
        yield Phrase.of("name: {name}", name=method.name)
    yield Phrase.of("source: {source}", source=method.source)
    if method.formula:
        yield Phrase.of("formula: {formula}", formula=method.formula)
    if method.scale is not None:
        yield Phrase.of("scale: {scale}", scale=method.scale)
    if method.direction is not None:
        yield Phrase.of("direction: {direction}", direction=method.direction)
    if method.n is not None:
        yield Phrase.of("n: {n}", n=method.n)
    for assumed in method.assumptions:
        yield Phrase.of("assumed: {assumed}", assumed=assumed)
    for what in method.cannot_tell:
        yield Phrase.of("cannot tell: {what}", what=what)


def _said(phrase: Phrase, lang: str) -> str:
    return markdown_text(phrase.into(lang))


def _cell(value: Cell, lang: str) -> str:
    match value:
        case None:
            return ""
        case Phrase():
            return _said(value, lang)
        case bool():
            return translator(lang)("yes" if value else "no")
        case int() | float():
            return figure_told(value)
        case tuple():
            return markdown_text(translator(lang)(", ").join(value))
        case _:
            return markdown_text(value)
