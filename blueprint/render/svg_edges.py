"""Links in SVG: a white casing so that crossings read as bridges, a line, an arrow head."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.scene import Point, SceneEdge
from blueprint.layout.view import EdgeKind
from blueprint.render.svg_writer import (
    at,
    element,
    look,
    rectangle,
    tag,
    text_block,
    title,
    written,
)
from blueprint.render.theme import Theme

_CORNER = 7.0
_HEAD = 8.0
_HEAD_HALF = 3.6
_CASING = 3.6
_DOT = 1.6
_LEAST_LIT, _MORE_LIT = 0.1, 2.9
_LEAST_HEAD, _MORE_HEAD = 1.1, 0.55


def edge_group(edge: SceneEdge, theme: Theme) -> str:
    """Draw one link without its label."""
    stroke = theme.edges[edge.kind]
    width = lit_width(stroke.width, edge.weight, theme) if edge.lit else stroke.width
    colour = theme.marks["reached"].colour if edge.lit else stroke.colour
    dash = stroke.dash
    if edge.status == "removed":
        colour, dash = theme.removed, "1 4"
    elif edge.status == "proposed" and not dash:
        dash = "6 4"
    head = _LEAST_HEAD + _MORE_HEAD * edge.weight if edge.lit else 1.0
    line = rounded(_shortened(edge.points, head))
    under = rounded(_short_of_trunk(edge.own)) if edge.own else line
    casing = look(
        fill="none", stroke=theme.casing, stroke_width=width + _CASING, stroke_opacity=0.9
    )
    ink = look(fill="none", stroke=colour, stroke_width=width, stroke_dasharray=dash or None)
    ends = written(data_n=str(edge.index), data_source=edge.source, data_target=edge.target)
    return element(
        "g",
        look(class_=_classes(edge)) + ends,
        title(edge.described),
        f'<path class="bp-casing" d="{under}"{casing}/>',
        f'<path class="bp-line" d="{line}"{ink}/>',
        _head(arrow_head(edge.points, head), colour, theme.casing if stroke.hollow else None),
        _dot(edge.own[-1], width, colour) if edge.own else "",
    )


def lit_width(width: float, weight: float, theme: Theme) -> float:
    """Return how wide a link is that a report lights up: the stronger, the wider.

    Examples:
        >>> from blueprint.render.themes.light import LIGHT
        >>> [round(lit_width(1.5, weight, LIGHT), 2) for weight in (0.1, 0.5, 1.0)]
        [2.05, 3.67, 5.7]
    """
    return width + theme.lit * (_LEAST_LIT + _MORE_LIT * weight)


def _short_of_trunk(own: Sequence[Point]) -> tuple[Point, ...]:
    """End a branch's casing before the trunk of its bundle, so that it does not cut it."""
    before, joint = own[-2:]
    dx, dy = _direction(before, joint)
    back = min(_CORNER + _CASING, abs(joint[0] - before[0]) + abs(joint[1] - before[1]))
    return (*own[:-1], (joint[0] - dx * back, joint[1] - dy * back))


def _dot(joint: Point, width: float, colour: str) -> str:
    """Draw the dot where a link meets the trunk of its bundle."""
    x, y = joint
    return tag("circle", class_="bp-joint", cx=x, cy=y, r=_DOT + width / 2, fill=colour)


def _classes(edge: SceneEdge) -> str:
    classes = f"bp-edge bp-kind-{edge.kind}"
    if edge.status != "current":
        classes += f" bp-status-{edge.status}"
    if edge.implied:
        classes += " bp-implied"
    return f"{classes} bp-lit" if edge.lit else classes


def label_group(edge: SceneEdge, theme: Theme) -> str:
    """Draw a link's label; nothing where it has none."""
    if edge.label is None:
        return ""
    return tag(
        "g",
        title(edge.label.text.full),
        rectangle(edge.label.box, class_="bp-label-box", rx=3, fill=theme.paper, fill_opacity=0.94),
        text_block(edge.label.text, theme),
        class_="bp-label",
        data_n=str(edge.index),
    )


def sample(kind: EdgeKind, start: Point, end: Point, theme: Theme) -> str:
    """Draw a short link of this kind, for the legend."""
    stroke = theme.edges[kind]
    points = (start, end)
    line = tag(
        "path",
        class_="bp-line",
        d=rounded(_shortened(points)),
        fill="none",
        stroke=stroke.colour,
        stroke_width=stroke.width,
        stroke_dasharray=stroke.dash or None,
    )
    head = _head(arrow_head(points), stroke.colour, theme.casing if stroke.hollow else None)
    return tag("g", line, head, class_=f"bp-sample bp-kind-{kind}")


def _head(shape: str, colour: str, inside: str | None) -> str:
    """Draw an arrow head, filled or hollow."""
    border = colour if inside else None
    return f'<path class="bp-arrow" d="{shape}"{look(fill=inside or colour, stroke=border)}/>'


def _direction(start: Point, end: Point) -> Point:
    """Return the unit vector of a horizontal or vertical piece."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = abs(dx) + abs(dy)
    return (dx / length, dy / length) if length else (1.0, 0.0)


def _shortened(points: Sequence[Point], head: float = 1.0) -> tuple[Point, ...]:
    """End a line inside its arrow head, so that its square end does not stick out."""
    before, tip = points[-2:]
    dx, dy = _direction(before, tip)
    back = min(
        _HEAD * head - 1.0, max(0.0, abs(tip[0] - before[0]) + abs(tip[1] - before[1]) - 1.0)
    )
    return (*points[:-1], (tip[0] - dx * back, tip[1] - dy * back))


def arrow_head(points: Sequence[Point], scale: float = 1.0) -> str:
    """Return the path of a link's arrow head."""
    before, tip = points[-2:]
    dx, dy = _direction(before, tip)
    long, half = _HEAD * scale, _HEAD_HALF * scale
    base = (tip[0] - dx * long, tip[1] - dy * long)
    left = (base[0] - dy * half, base[1] + dx * half)
    right = (base[0] + dy * half, base[1] - dx * half)
    return f"M{at(left)}L{at(tip)}L{at(right)}z"


def rounded(points: Sequence[Point], radius: float = _CORNER) -> str:
    """Return path data through the points, with round corners."""
    data = f"M{at(points[0])}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        start, end = _toward(corner, before, radius), _toward(corner, after, radius)
        data += f"L{at(start)}Q{at(corner)} {at(end)}"
    return f"{data}L{at(points[-1])}"


def _toward(corner: Point, other: Point, radius: float) -> Point:
    """Return the point on the way to another, at most half way."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = abs(dx) + abs(dy)
    part = min(radius, length / 2) / length if length else 0.0
    return (corner[0] + dx * part, corner[1] + dy * part)
