"""What every page says of itself: title, what it shows, and page x of y."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.layout.paper.cuts import Part
from blueprint.layout.paper.items import continued
from blueprint.layout.paper.plan import Plan
from blueprint.layout.scene import Rect, Scene, Text
from blueprint.layout.text import text_lang, width, wrap
from blueprint.words import Phrase, translator

_TITLE = 4.4
_SMALL = 2.9
_TITLE_DOWN = 3.7
_SMALL_DOWN = 7.9
_APART = 6.0
_BESIDE_LOGO = 3.0


@dataclass(frozen=True, slots=True)
class Heading:
    """The words above a page, and the room for a logo, placed in millimetres."""

    title: Text
    shown: Text
    number: Text
    logo: Rect | None = None


def heading(scene: Scene, plan: Plan, number: int, count: int, steps: Part, lanes: Part) -> Heading:
    """Place the words above one page."""
    left, right = plan.margin, plan.width - plan.margin
    logo = _logo(scene, plan)
    if logo:
        right = logo.x - _BESIDE_LOGO
    counted = Phrase.of("page {number} of {count}", number=number, count=count).into(scene.lang)
    room = right - left - width(counted, _SMALL, lang=scene.lang) - _APART
    full = scene.title.full
    said = " · ".join(_shown(scene, plan, steps, lanes))
    return Heading(
        title=Text(
            full=full,
            lines=wrap(full, _TITLE, room, most=1, bold=True, lang=text_lang(full, scene.lang)),
            x=left,
            y=plan.margin + _TITLE_DOWN,
            leading=_TITLE,
            size=_TITLE,
            role="title",
            bold=True,
        ),
        shown=Text(
            full=said,
            lines=wrap(said, _SMALL, right - left, most=1, lang=text_lang(said, scene.lang)),
            x=left,
            y=plan.margin + _SMALL_DOWN,
            leading=_SMALL,
            size=_SMALL,
            role="subtitle",
        ),
        number=Text(
            full=counted,
            lines=(counted,),
            x=right,
            y=plan.margin + _TITLE_DOWN,
            leading=_SMALL,
            size=_SMALL,
            role="subtitle",
            anchor="end",
        ),
        logo=logo,
    )


def _logo(scene: Scene, plan: Plan) -> Rect | None:
    """Place the logo of the whole drawing at the top right of a page."""
    if scene.logo is None:
        return None
    wide = _SMALL_DOWN * scene.logo.width / scene.logo.height
    return Rect(x=plan.width - plan.margin - wide, y=plan.margin, width=wide, height=_SMALL_DOWN)


def _shown(scene: Scene, plan: Plan, steps: Part, lanes: Part) -> Iterator[str]:
    """Yield the subtitle, and which steps and lanes the page shows where it is not all."""
    if scene.subtitle:
        yield scene.subtitle.full
    say = translator(scene.lang)
    if len(plan.steps) > 1:
        yield _steps(scene, steps)
        phases = say(", ").join(_phases(scene, steps))
        if phases:
            yield phases
    if len(plan.lanes) > 1:
        names = [lane.name.full for lane in scene.lanes[lanes.first : lanes.last + 1]]
        if names:
            yield Phrase.of("lanes: {names}", names=say(", ").join(names)).into(scene.lang)


def _steps(scene: Scene, steps: Part) -> str:
    first, last, count = steps.first + 1, steps.last + 1, len(scene.steps)
    if first == last:
        return Phrase.of("step {first} of {count}", first=first, count=count).into(scene.lang)
    return Phrase.of("steps {first}–{last} of {count}", first=first, last=last, count=count).into(
        scene.lang
    )


def _phases(scene: Scene, steps: Part) -> Iterator[str]:
    """Yield the phases on a page, and which of them are cut."""
    for phase in scene.phases:
        last = phase.first + phase.count - 1
        if last < steps.first or phase.first > steps.last:
            continue
        name = phase.name.full
        if phase.first < steps.first:
            name = continued(name, scene.lang)
        if last > steps.last:
            name = Phrase.of("{name} (goes on)", name=name).into(scene.lang)
        yield name
