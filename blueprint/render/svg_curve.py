"""The emotion curve in SVG: the mean with its faces, and a thin line for each persona."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from blueprint.layout.scene import PersonaLine, Point, SceneCurve
from blueprint.layout.view import LaneKind
from blueprint.render.svg_signs import face
from blueprint.render.svg_writer import at, rectangle, tag, text_block, title
from blueprint.render.theme import Theme

_COLOURS: tuple[LaneKind, ...] = ("support", "frontstage", "backstage", "other")
_DASHES = ("6 3", "2 3", "8 3 2 3", "")
_DOT = 2.2


def curve_group(curve: SceneCurve, theme: Theme, *, down: bool = False) -> str:
    """Draw the emotion curve."""
    start, end = curve.zero
    drawn = [
        rectangle(curve.band, class_="bp-curve-band", fill=theme.curve_band),
        tag(
            "path",
            class_="bp-zero",
            d=f"M{at(start)}L{at(end)}",
            stroke=theme.divider,
            stroke_dasharray="3 3",
        ),
        text_block(curve.name, theme),
    ]
    drawn += [_persona(line, n, theme, down=down) for n, line in enumerate(curve.personas)]
    drawn += [
        _line(run, "bp-curve-line", theme.curve_line, 2.4, down=down)
        for run in curve.runs
        if len(run) > 1
    ]
    drawn += [face(item.mood, item.centre, 8.0, theme, item.text) for item in curve.faces]
    return tag("g", title(curve.name.full), *drawn, class_="bp-curve")


def _persona(line: PersonaLine, n: int, theme: Theme, *, down: bool) -> str:
    """Draw one persona's emotion, thin, with dots, in a colour and dashes of its own."""
    colour = theme.lanes[_COLOURS[n % len(_COLOURS)]].line
    dash = _DASHES[n % len(_DASHES)]
    start, end = line.sample
    body = [
        _line(run, "bp-persona-line", colour, 1.4, dash, down=down)
        for run in line.runs
        if len(run) > 1
    ]
    body += [
        tag("circle", class_="bp-persona-dot", cx=x, cy=y, r=_DOT, fill=colour)
        for run in line.runs
        for x, y in run
    ]
    body.append(_line((start, end), "bp-persona-line", colour, 1.4, dash, down=False))
    return tag("g", title(line.name.full), *body, text_block(line.name, theme), class_="bp-persona")


def _line(
    points: Sequence[Point], class_: str, colour: str, width: float, dash: str = "", *, down: bool
) -> str:
    return tag(
        "path",
        class_=class_,
        d=_smooth(points, down=down),
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=dash or None,
    )


def _smooth(points: Sequence[Point], *, down: bool) -> str:
    """Return a curve through the points that is parallel to the steps at each of them."""
    data = f"M{at(points[0])}"
    for start, end in itertools.pairwise(points):
        if down:
            middle = (start[1] + end[1]) / 2
            data += f"C{at((start[0], middle))} {at((end[0], middle))} {at(end)}"
        else:
            middle = (start[0] + end[0]) / 2
            data += f"C{at((middle, start[1]))} {at((middle, end[1]))} {at(end)}"
    return data
