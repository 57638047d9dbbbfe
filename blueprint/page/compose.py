"""The page itself: drawing, data and reports poured into the template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from blueprint.layout.narrative import narrative
from blueprint.layout.scene import Scene
from blueprint.layout.show_elements import Elements
from blueprint.layout.show_values import number
from blueprint.layout.view import View
from blueprint.page import assets
from blueprint.page.data import page_data
from blueprint.page.grid_table import row_groups
from blueprint.page.policy import policy
from blueprint.render.svg import svg
from blueprint.report import Cell, Report
from blueprint.safety.script import json_for_script
from blueprint.words import Phrase, translator

if TYPE_CHECKING:
    from jinja2 import Template


class Choice(NamedTuple):
    """An entry of a filter: what it selects, what it is called, and how many cards it has."""

    value: str
    name: str
    cards: int


def page(view: View, scene: Scene, elements: Elements, reports: Sequence[Report] = ()) -> str:
    """Return a blueprint as one self-contained HTML file.

    Args:
        view: What the picture shows; its language is the page's.
        scene: The same picture, placed.
        elements: Everything behind it, in the same language.
        reports: Checks, ripples and analyses to list and to light up on the drawing.

    Returns:
        The page; it fetches nothing, and its policy lets only its own script run.
    """
    from markupsafe import Markup

    reports = [_concerning(report, elements) for report in reports]
    script, style = assets.script(), assets.style()
    data = page_data(view, elements, reports)
    return _template().render(
        view=view,
        # these four are made by our own writers, which escape every text they are given
        drawing=Markup(svg(scene)),  # noqa: S704
        data=Markup(json_for_script(data)),  # noqa: S704
        script=Markup(script),  # noqa: S704
        style=Markup(style),  # noqa: S704
        policy=policy(script, style),
        story=narrative(view),
        groups=row_groups(view),
        lanes=_lanes(view),
        departments=_departments(view),
        has_emotion=any(step.emotion_text for step in view.steps),
        reports=reports,
        findings=sum(len(report.findings) for report in reports),
        t=translator(view.lang),
        said=lambda phrase: phrase.into(view.lang) if isinstance(phrase, Phrase) else phrase,
        cell=lambda value: cell_text(value, view.lang),
    )


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
            return number(round(value, 4))
        case tuple():
            return translator(lang)(", ").join(value)
        case _:
            return value


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(assets.template())


def _lanes(view: View) -> list[Choice]:
    counts = Counter(card.lane for card in view.cards)
    return [Choice(str(n), lane.name, counts[n]) for n, lane in enumerate(view.lanes) if counts[n]]


def _departments(view: View) -> list[Choice]:
    counts = Counter(card.department_id for card in view.cards)
    names = {card.department_id: card.department for card in view.cards}
    return [Choice(key, name, counts[key]) for key, name in names.items() if key]
