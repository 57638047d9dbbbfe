"""``blueprint analyse``: ask one question of the table, or all of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from blueprint.cli.looks import look_options, looks_of
from blueprint.cli.options import cache_option, lang_option, output_option, spoken, usable
from blueprint.cli.telling import put, warned

if TYPE_CHECKING:
    from blueprint.analysis.table import Analysis
    from blueprint.files import Workspace
    from blueprint.model import Blueprint
    from blueprint.report import Report

_DRAWN = ("svg", "png", "pdf")
_FORMATS = ("text", "json", "csv", "md", "html", *_DRAWN)
_WEIGHT = {"error": 3, "warning": 2, "info": 1}


@click.command("analyse")
@click.argument("name", required=False, metavar="NAME")
@click.argument("path", required=False, metavar="PATH")
@click.argument("more", nargs=-1, metavar="[ID…]")
@click.option("--list", "listed", is_flag=True, help="Say which analyses there are.")
@click.option(
    "--on", "on", multiple=True, metavar="ID", help="An element to ask about; again for more."
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="OPTION=VALUE",
    help="Set an option of the analysis; again for more.",
)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), help="Default: by OUT's ending, else text."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="never",
    show_default=True,
    help="Leave with exit code 1 for findings of at least this weight.",
)
@click.option("--chart", metavar="CHART", help="Draw this chart of the report, as SVG.")
@look_options
@cache_option
@lang_option
@output_option
def command(
    name: str | None,
    path: str | None,
    more: tuple[str, ...],
    listed: bool,  # noqa: FBT001  (a flag of the command)
    on: tuple[str, ...],
    settings: tuple[str, ...],
    form: str | None,
    fail_on: str,
    chart: str | None,
    lang: str | None,
    output: str | None,
    **looks: Any,  # noqa: ANN401  (the shared options)
) -> int:
    """Ask one of the analyses, by NAME, about PATH: a file or a workspace; all asks them all.

    Some are asked about elements: name them behind PATH, or with --on. A picture shows what
    the analysis lights up on the drawing, as the options of looks say, and --chart one of its
    charts alone. html is a document to hand over: charts, tables and, of a file, the drawing.
    """
    if listed:
        put(_list(lang or "en"), output, lang or "en")
        return 0
    if name is None or path is None:
        raise click.UsageError("name an analysis and a file or folder; --list says which there are")
    form = form or _by_ending(output)
    source = usable(path)
    language = spoken(lang, source)
    asked = (*on, *more)
    if name == "all":
        reports = _all(source, asked, settings)
    else:
        reports = (_one(source, name, asked, settings),)
    if chart is not None:
        if len(reports) > 1 or form not in ("text", "svg"):
            raise click.UsageError("--chart draws one chart of one analysis, as svg")
        put(_chart(reports[0], chart, language, looks), output, language)
    else:
        put(_shown(source, reports, form, language, looks), output, language)
    worst = max((_WEIGHT[f.severity] for report in reports for f in report.findings), default=0)
    return int(fail_on != "never" and worst >= _WEIGHT[fail_on])


def _one(
    source: Blueprint | Workspace, name: str, on: tuple[str, ...], settings: tuple[str, ...]
) -> Report:
    from blueprint.analysis.analysing import analyse
    from blueprint.analysis.table import analysis_of

    return analyse(source, name, on or None, **_settings(analysis_of(name), settings))


def _all(
    source: Blueprint | Workspace, on: tuple[str, ...], settings: tuple[str, ...]
) -> tuple[Report, ...]:
    from blueprint.analysis.analysing import analyse_all

    if on or settings:
        raise click.UsageError("all takes no elements and no options: name one analysis")
    return analyse_all(source)


def _settings(row: Analysis, settings: tuple[str, ...]) -> dict[str, Any]:
    """Return the options as they are written, in the form the analysis takes."""
    known = {option.name: option for option in row.options}
    given: dict[str, Any] = {}
    for setting in settings:
        option, equals, text = setting.partition("=")
        if not equals:
            raise click.UsageError(f"--set takes OPTION=VALUE, not {setting}")
        option = option.strip().replace("-", "_")
        given[option] = known[option].read(text) if option in known else text
    return given


def _shown(
    source: Blueprint | Workspace,
    reports: tuple[Report, ...],
    form: str,
    lang: str,
    looks: dict[str, Any],
) -> str | bytes:
    from blueprint.render.report import all_as_text

    if form not in (*_DRAWN, "html"):
        return all_as_text(reports, form, lang, title=_name(source, lang))
    if form == "html":
        return _document(source, reports, lang, looks)
    if len(reports) > 1:
        raise click.UsageError("a picture shows one analysis: name it")
    return _drawn(source, reports[0], form, lang, looks)


def _drawn(
    source: Blueprint | Workspace, report: Report, form: str, lang: str, looks: dict[str, Any]
) -> str | bytes:
    """Return the drawing of a file with what a report lights up."""
    from blueprint.drawing import draw
    from blueprint.files import Workspace

    if isinstance(source, Workspace):
        raise click.UsageError("a picture shows one file: give its path, or build the folder")
    with warned(lang):
        return draw(source, form, lang=lang, overlay=report.overlay, **looks_of(looks))


def _document(
    source: Blueprint | Workspace, reports: tuple[Report, ...], lang: str, looks: dict[str, Any]
) -> str:
    """Return reports as one page; of a file with its drawing, lit by the first report shown."""
    from blueprint.analysis.summary import NAME
    from blueprint.files import Workspace
    from blueprint.render.report.html import html, html_of_all

    lit = next((report for report in reports if report.name == NAME), reports[0])
    drawing = ""
    if not isinstance(source, Workspace) and lit.overlay is not None:
        drawing = str(_drawn(source, lit, "svg", lang, looks))
    if len(reports) == 1:
        return html(reports[0], lang, drawing=drawing)
    return html_of_all(reports, lang, title=_name(source, lang), drawing=drawing)


def _name(source: Blueprint | Workspace, lang: str) -> str:
    """Return what a file or a folder is called."""
    from blueprint.files import Workspace
    from blueprint.model import said

    if not isinstance(source, Workspace):
        return said(source.blueprint, lang)
    return said(source.catalog.catalog, lang) if source.catalog else source.name


def _chart(report: Report, name: str, lang: str, looks: dict[str, Any]) -> str:
    """Return one chart of a report as SVG."""
    from blueprint.layout.chart import chart_scene
    from blueprint.render.svg_chart import svg_chart
    from blueprint.theming import theme_of

    charts = {chart.name: chart for chart in report.charts}
    if name not in charts:
        told = f"the charts are {', '.join(charts)}" if charts else "it has none"
        raise click.UsageError(f"{report.name} has no chart “{name}” here; {told}")
    scene = chart_scene(charts[name], lang, titled=True)
    return svg_chart(scene, theme=theme_of(looks["theme"] or "light"), prefix=name)


def _list(lang: str) -> str:
    from blueprint.analysis.table import ANALYSES
    from blueprint.words import Phrase

    about = {
        "whole": Phrase.of("asked about the whole"),
        "any": Phrase.of("asked about elements, or what is usual"),
        "elements": Phrase.of("asked about elements"),
    }
    lines = []
    for row in ANALYSES:
        options = ", ".join(option.name for option in row.options)
        told = Phrase.of("options: {names}", names=options).into(lang) if options else ""
        lines += [
            f"{row.name}: {row.question.into(lang)}",
            f"    {about[row.about].into(lang)}{'; ' if told else ''}{told}",
        ]
    return "\n".join(lines) + "\n"


def _by_ending(output: str | None) -> str:
    ending = Path(output).suffix.lstrip(".") if output not in (None, "-") else ""
    return ending if ending in _FORMATS else "text"
