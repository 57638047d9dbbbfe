"""A report in every form: for a terminal, a program, a code host, a spreadsheet, a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from blueprint.errors import BlueprintError
from blueprint.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint.report import Report

FINDING_FORMATS = ("text", "json", "sarif", "github")
"""What the findings of a check can be written as."""

REPORT_FORMATS = ("text", "json", "csv", "md", "html")
"""What any report can be written as."""

RIPPLE_FORMATS = (*REPORT_FORMATS, "dot")
"""What a ripple can be written as."""


def findings_as(
    report: Report,
    form: str,
    lang: str = "en",
    *,
    colour: bool = False,
    root: Path | None = None,
) -> str:
    """Return the findings of a report in one of `FINDING_FORMATS`.

    Args:
        report: What `check` returned.
        form: The format.
        lang: Language of the sentences.
        colour: Whether text is coloured for a terminal.
        root: The folder that SARIF and GitHub annotations name files from.

    Raises:
        BlueprintError: There is no such format.
    """
    match form:
        case "text":
            from blueprint.render.report.text import report_text

            return report_text(report, lang, colour=colour)
        case "json":
            from blueprint.render.report.json import report_json

            return report_json(report, lang)
        case "sarif":
            from blueprint.render.report.sarif import sarif_text

            return sarif_text(report, lang, root=root)
        case "github":
            from blueprint.render.report.github import github_text

            return github_text(report, lang, root=root)
        case _:
            raise _unknown(form, FINDING_FORMATS)


def as_text(report: Report, form: str, lang: str = "en") -> str:
    """Return a report in one of `REPORT_FORMATS`, a ripple in one of `RIPPLE_FORMATS`.

    Raises:
        BlueprintError: There is no such format.
    """
    match form:
        case "text":
            return _told(report, lang)
        case "json":
            from blueprint.render.report.json import report_json

            return report_json(report, lang)
        case "csv":
            from blueprint.render.report.csv import csv_text

            return csv_text(report, lang)
        case "md":
            from blueprint.render.report.markdown import markdown

            return markdown(report, lang)
        case "html":
            return _page(report, lang)
        case "dot":
            return _graph(report, lang)
        case _:
            raise _unknown(form, REPORT_FORMATS)


def all_as_text(reports: Sequence[Report], form: str, lang: str = "en", *, title: str = "") -> str:
    """Return several reports in one text: in HTML and Markdown as one document with a title.

    Raises:
        BlueprintError: There is no such format.
    """
    if len(reports) == 1:
        return as_text(reports[0], form, lang)
    if form == "json":
        from blueprint.render.report.json import json_text, report_data

        return json_text([report_data(report, lang) for report in reports])
    if form == "html":
        from blueprint.render.report.html import html_of_all

        return html_of_all(reports, lang, title=title)
    if form == "md":
        from blueprint.render.report.markdown import markdown_of_all

        return markdown_of_all(reports, lang, title=title)
    if form not in ("text", "csv"):
        raise _unknown(form, REPORT_FORMATS)
    return "\n".join(as_text(report, form, lang) for report in reports)


def _page(report: Report, lang: str) -> str:
    """Return a report as a page; a ripple has one of its own."""
    from blueprint.analysis.ripple.results import RippleReport

    if isinstance(report, RippleReport):
        from blueprint.render.report.ripple_html import ripple_html

        return ripple_html(report, lang)
    from blueprint.render.report.html import html

    return html(report, lang)


def _graph(report: Report, lang: str) -> str:
    """Return a ripple as DOT; other reports are no graph."""
    from blueprint.analysis.ripple.results import RippleReport

    if not isinstance(report, RippleReport):
        raise _unknown("dot", REPORT_FORMATS)
    from blueprint.render.report.dot import ripple_dot

    return ripple_dot(report, lang)


def _told(report: Report, lang: str) -> str:
    """Return a report as text; a ripple has a form of its own."""
    from blueprint.analysis.ripple.results import RippleReport

    if isinstance(report, RippleReport):
        from blueprint.render.report.ripple_text import ripple_text

        return ripple_text(report, lang)
    from blueprint.render.report.text import report_text

    return report_text(report, lang)


def _unknown(form: str, known: tuple[str, ...]) -> BlueprintError:
    said = "there is no format “{format}”; the formats are {formats}"
    return BlueprintError(Phrase.of(said, format=form, formats=", ".join(known)))
