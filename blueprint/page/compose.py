"""The page itself: drawing, data and reports poured into the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from blueprint.layout.narrative import narrative
from blueprint.layout.scene import Scene
from blueprint.layout.show.elements import Elements
from blueprint.layout.view import View
from blueprint.page import assets
from blueprint.page.data import page_data, rows_about
from blueprint.page.grid_table import row_groups
from blueprint.page.lights import lights
from blueprint.page.policy import policy
from blueprint.page.report_tables import Writer
from blueprint.render.report.shown import figure_told
from blueprint.render.svg import svg
from blueprint.render.theme import Theme
from blueprint.render.themes.light import LIGHT
from blueprint.report import Cell, Report
from blueprint.safety.script import json_for_script, markup_for_script
from blueprint.words import Phrase, translator

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The page's content in one language.

    Attributes:
        view: What the picture shows; its language is the edition's.
        scene: The same picture, placed.
        elements: Everything behind it, in the same language.
        reports: Checks, ripples and analyses to list and to light up on the drawing.
    """

    view: View
    scene: Scene
    elements: Elements
    reports: Sequence[Report] = ()


def page(editions: Sequence[Edition], *, theme: Theme = LIGHT) -> str:
    """Return a blueprint as one self-contained HTML file.

    Args:
        editions: The same blueprint in one language or more, one at least. The first is on
            the screen; the reader switches to the others, which wait unread.
        theme: How the drawing looks by day, or by night where it is a dark one, which
            then is on the screen first.

    Returns:
        The page; it fetches nothing, and its policy lets only its own script run.
    """
    from markupsafe import Markup

    script, style = assets.script(), assets.style(theme)
    first, *others = [_content(edition, theme) for edition in editions]
    return _template().render(
        first=first,
        others=others,
        several=bool(others),
        night=theme.scheme == "dark",
        # these are our own texts, the same for every page
        script=Markup(script),  # noqa: S704
        style=Markup(style),  # noqa: S704
        policy=policy(script, style),
    )


def _content(edition: Edition, theme: Theme) -> dict[str, object]:
    """Return what the template says in one language."""
    from markupsafe import Markup

    view, lang = edition.view, edition.view.lang
    reports = [_concerning(report, edition.elements) for report in edition.reports]
    rows = [rows_about(report, edition.elements) for report in reports]
    data = page_data(view, edition.elements, reports)
    titles = [report.title.into(lang) for report in reports]
    places = {report.name: n for n, report in reversed([*enumerate(reports)])}
    writer = Writer(
        said=lambda value: cell_text(value, lang),
        lang=lang,
        theme=theme,
        places=places,
        titles=titles,
    )
    return {
        "view": view,
        # these two are made by our own writers, which escape every text they are given
        "drawing": Markup(svg(edition.scene, theme=theme)),  # noqa: S704
        "data": Markup(json_for_script(data)),  # noqa: S704
        "story": narrative(view),
        "groups": row_groups(view),
        "has_emotion": any(step.emotion_text for step in view.steps),
        "reports": reports,
        "tables": [writer.tables(r, about) for r, about in zip(reports, rows, strict=True)],
        "figures": [writer.figures(report, n) for n, report in enumerate(reports)],
        "ended": lambda phrase, n: writer.ended(phrase.into(lang), n),
        "called": writer.called,
        "lights": [lights(report.overlay, lang) for report in reports],
        "findings": sum(len(report.findings) for report in reports),
        "t": translator(lang),
        "said": lambda phrase: phrase.into(lang) if isinstance(phrase, Phrase) else phrase,
    }


def _concerning(report: Report, elements: Elements) -> Report:
    """Return a report without the findings that are about other blueprints alone."""
    here = {item.id for item in elements.items if not item.within}
    kept = [f for f in report.findings if not f.about or here.intersection(f.about)]
    return replace(report, findings=tuple(kept))


def cell_text(value: Cell, lang: str) -> str:
    """Return what a cell of a report's table shows."""
    match value:
        case None:
            return ""
        case Phrase():
            return value.into(lang)
        case bool():
            return translator(lang)("yes" if value else "no")
        case int() | float():
            return figure_told(value)
        case tuple():
            return translator(lang)(", ").join(value)
        case _:
            return value


def _waiting(markup: Markup) -> Markup:
    """Return what the template has written as text, which is read only when it is asked for."""
    # it stays as escaped as it was; only what would end the script is written otherwise
    return type(markup)(markup_for_script(str(markup)))


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["waiting"] = _waiting
    return environment.from_string(assets.template())
