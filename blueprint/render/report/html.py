"""Reports as a page of their own: sentences, charts, findings, tables and how it was computed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from blueprint.analysis.summary import NAME
from blueprint.analysis.table import ANALYSES
from blueprint.layout.chart import NARROW
from blueprint.render.chart_colours import chart_colours, chart_style
from blueprint.render.report.charts import Figure, figures
from blueprint.render.report.shown import figure_told, shown, unit_after
from blueprint.render.report.wide import readable
from blueprint.render.themes.dark import DARK
from blueprint.render.themes.light import LIGHT
from blueprint.report import Cell, Report, plain
from blueprint.words import Phrase, translator

if TYPE_CHECKING:
    import jinja2

_LONG = 25
"""Tables with more rows are folded; a reader opens them."""

_MOST = 500
"""Rows of one table that a page holds; how many there are is said."""


_ENDING = 2
"""How many signs may stand after a title that a sentence ends with: a bracket and a stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A report as the page shows it.

    Attributes:
        anchor: Its id on the page.
        report: Its plain data.
        figures: Its charts, drawn.
        narrow: The same as a phone shows them; none where the page is not ours.
    """

    anchor: str
    report: dict[str, Any]
    figures: tuple[Figure, ...]
    narrow: tuple[Figure, ...] = ()


def html(report: Report, lang: str, *, drawing: str = "") -> str:
    """Return a report as one self-contained page.

    Args:
        report: Any report.
        lang: Language of its sentences.
        drawing: What it lights up, drawn by `draw` as SVG; it is written as it is.
    """
    return rendered(
        "report.html.j2",
        lang=lang,
        title=report.title.into(lang),
        section=_section(report, lang),
        links={row.name: ("", row.title.into(lang)) for row in ANALYSES},
        long=_LONG,
        more=_more(lang),
        most=_MOST,
        drawing=drawing,
    )


def html_cell(report: Report, lang: str = "en") -> str:
    """Return a report as a part of somebody else's page, such as a notebook, charts and all.

    Args:
        report: Any report.
        lang: Language of its sentences.
    """
    return rendered(
        "cell.html.j2",
        lang=lang,
        title=report.title.into(lang),
        section=replace(_section(report, lang), narrow=()),
        links={},
        long=_LONG,
        more=_more(lang),
        most=_MOST,
        drawing="",
    )


def html_of_all(reports: Sequence[Report], lang: str, *, title: str = "", drawing: str = "") -> str:
    """Return several reports as one self-contained page with a list of contents.

    The summary, where it is among them, comes first.

    Args:
        reports: The reports, in their order.
        lang: Language of their sentences.
        title: What they are about, such as the service's name.
        drawing: A drawing that the first of them lights up, as SVG.
    """
    ordered = sorted(reports, key=lambda report: report.name != NAME)
    sections = [_section(report, lang) for report in ordered]
    say = translator(lang)
    return rendered(
        "reports.html.j2",
        lang=lang,
        title=title or say("What the blueprint says about the service"),
        subtitle=say("What the blueprint says about the service") if title else "",
        sections=sections,
        links={s.report["name"]: (s.anchor, s.report["title"]) for s in sections},
        long=_LONG,
        more=_more(lang),
        most=_MOST,
        drawing=drawing,
    )


def _more(lang: str) -> Callable[[int], str]:
    """Return what says of a table with too many rows how many it shows."""
    said = "The first {most} of {n} rows; --format csv has them all."
    return lambda count: Phrase.of(said, most=_MOST, n=count).into(lang)


def _section(report: Report, lang: str) -> Section:
    return Section(
        anchor=f"report-{report.name}",
        report=plain(replace(report, tables=tuple(map(shown, report.tables))), lang),
        figures=figures(report, lang),
        narrow=figures(report, lang, prefix=f"{report.name}-narrow", width=NARROW),
    )


def rendered(template: str, *, lang: str, title: str, **values: Any) -> str:  # noqa: ANN401
    """Return a template of this folder filled in, with a policy that allows only its style."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        _environment()
        .get_template(template)
        .render(
            lang=lang,
            title=title,
            style=style,
            policy=policy,
            say=translator(lang),
            cell=lambda value: _cell(value, lang),
            ended=ended,
            headed=lambda column: unit_after(column["title"], column["unit"], lang),
            **values,
        )
    )


def ended(sentence: str, links: Mapping[str, tuple[str, str]]) -> tuple[str, str, str, str]:
    """Return a sentence in parts, where it ends with the title of a report on this page.

    What stands before the title, the report's anchor, its title, and what stands after.
    """
    for anchor, title in links.values():
        before, quoted, after = sentence.rpartition(f"“{title}”")
        if anchor and quoted and len(after) <= _ENDING:
            return f"{before}“", anchor, title, f"”{after}"
    return sentence, "", "", ""


def _cell(value: Cell, lang: str) -> str:
    say = translator(lang)
    match value:
        case None:
            return ""
        case bool():
            return say("yes") if value else say("no")
        case int() | float():
            return figure_told(value)
        case tuple() | list():
            return say(", ").join(str(entry) for entry in value)
        case _:
            return str(value)


@cache
def _environment() -> jinja2.Environment:
    import jinja2

    made = jinja2.Environment(
        loader=jinja2.PackageLoader("blueprint.render.report", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["readable"] = readable
    return made


@cache
def _style() -> str:
    """Return the style sheet, with the colours of charts by day and by night."""
    day, night = (
        "".join(f"--{name}:{colour};" for name, colour in chart_colours(theme).items())
        for theme in (LIGHT, DARK)
    )
    colours = f":root{{{day}}}\n@media (prefers-color-scheme:dark){{:root{{{night}}}}}\n"
    at_print = f"@media print{{:root{{{day}}}}}\n"
    return _resource("report.css") + colours + at_print + chart_style() + "\n"


def _resource(name: str) -> str:
    return resources.files("blueprint.render.report").joinpath("templates", name).read_text("utf-8")
