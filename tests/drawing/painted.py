"""What is painted on what in an SVG, found out by painting: every shape in order, with its ground."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, cos, pi, sin, sqrt
from xml.etree import ElementTree as ET

from blueprint.layout.scene import Point
from blueprint.layout.text import width
from blueprint.render.contrast import mixed

_WORD = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "q": 4, "c": 6, "s": 4, "a": 7, "t": 2, "z": 0}
_ROUND = 12
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Move:
    """Where a group stands: shifted, then scaled."""

    dx: float = 0.0
    dy: float = 0.0
    scale: float = 1.0

    def of(self, point: Point) -> Point:
        return (self.dx + self.scale * point[0], self.dy + self.scale * point[1])

    def then(self, transform: str) -> Move:
        shift = re.search(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)", transform)
        scale = re.search(r"scale\(([-\d.]+)\)", transform)
        dx, dy = self.of((float(shift[1]), float(shift[2]))) if shift else (self.dx, self.dy)
        return Move(dx, dy, self.scale * (float(scale[1]) if scale else 1.0))


@dataclass(frozen=True)
class Figure:
    """Something painted, and the colours of what it is painted on.

    Attributes:
        kind: ``text``, or the element's name.
        classes: Its own classes and those of all it stands in.
        fill: The colour it is filled with, or ``""``.
        stroke: The colour of its outline, or ``""``.
        under: The colours below it, at every point that was looked at.
        said: The text of a text.
    """

    kind: str
    classes: tuple[str, ...]
    fill: str
    stroke: str
    under: tuple[str, ...]
    said: str = ""


def figures(svg: str) -> list[Figure]:
    """Return everything painted in a drawing of ours, in the order it is painted in."""
    return list(_Painter().paint(ET.fromstring(svg), Move(), ()))


class _Painter:
    def __init__(self) -> None:
        self.grounds: list[tuple[tuple[Point, ...], Box, str, float]] = []

    def paint(self, node: ET.Element, move: Move, classes: tuple[str, ...]) -> Iterator[Figure]:
        name = node.tag.rpartition("}")[2]
        classes = (*classes, *node.get("class", "").split())
        move = move.then(node.get("transform", ""))
        if name == "text":
            yield self._text(node, move, classes)
        elif name in ("rect", "circle", "path"):
            yield self._shape(name, node, move, classes)
        else:
            for child in node:
                yield from self.paint(child, move, classes)

    def _text(self, node: ET.Element, move: Move, classes: tuple[str, ...]) -> Figure:
        size = float(node.get("font-size", "0"))
        lines = [*node.iter("{http://www.w3.org/2000/svg}tspan")] or [node]
        points = []
        for line in lines:
            x, y = (float(line.get(key) or node.get(key) or 0) for key in ("x", "y"))
            long = width(line.text or "", size)
            left = x - long * {"middle": 0.5, "end": 1.0}.get(node.get("text-anchor", ""), 0.0)
            points += [(left + long * part, y - 0.35 * size) for part in (0.1, 0.5, 0.9)]
        under = tuple(self.below(move.of(point)) for point in points)
        said = " ".join(line.text or "" for line in lines)
        return Figure("text", classes, node.get("fill", ""), "", under, said)

    def _shape(self, name: str, node: ET.Element, move: Move, classes: tuple[str, ...]) -> Figure:
        outline = tuple(move.of(point) for point in _outline(name, node))
        looked_at = outline if name != "path" or len(outline) > 2 else (_middle(outline),)
        fill, stroke = (
            "" if colour == "none" else colour
            for colour in (node.get("fill", "#000000"), node.get("stroke", "none"))
        )
        under = tuple(self.below(point) for point in looked_at)
        if fill:
            opacity = float(node.get("fill-opacity", "1"))
            self.grounds.append((outline, _box(outline), fill, opacity))
        return Figure(name, classes, fill, stroke, under)

    def below(self, point: Point) -> str:
        """Return the colour that is painted at a point so far."""
        seen = "#ffffff"
        x, y = point
        for outline, (left, top, right, bottom), colour, opacity in self.grounds:
            if left <= x <= right and top <= y <= bottom and _holds(outline, point):
                seen = colour.lower() if opacity == 1.0 else mixed(seen, colour, opacity)
        return seen


def _middle(outline: tuple[Point, ...]) -> Point:
    (x1, y1), (x2, y2) = outline[0], outline[-1]
    return (x1 + x2) / 2, (y1 + y2) / 2


def _box(outline: tuple[Point, ...]) -> Box:
    across, down = [x for x, _ in outline], [y for _, y in outline]
    return min(across), min(down), max(across), max(down)


def _outline(name: str, node: ET.Element) -> list[Point]:
    def number(key: str) -> float:
        return float(node.get(key, "0"))

    if name == "rect":
        x, y, w, h = number("x"), number("y"), number("width"), number("height")
        return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    if name == "circle":
        turns = [2 * pi * n / _ROUND for n in range(_ROUND)]
        r = number("r")
        return [(number("cx") + r * cos(t), number("cy") + r * sin(t)) for t in turns]
    return _path(node.get("d", ""))


def _path(data: str) -> list[Point]:
    """Return the corners of a path; curves are taken as straight to their ends."""
    words = _WORD.findall(data)
    points: list[Point] = []
    x = y = 0.0
    start = (0.0, 0.0)
    command = ""
    at = 0
    while at < len(words):
        if words[at].isalpha():
            command = words[at]
            at += 1
            if command in "zZ":
                x, y = start
                continue
        takes = _TAKES[command.lower()]
        numbers = [float(word) for word in words[at : at + takes]]
        at += takes
        own = command.islower()
        match command.lower():
            case "h":
                x = numbers[0] + (x if own else 0.0)
            case "v":
                y = numbers[0] + (y if own else 0.0)
            case "a":
                end = numbers[5] + (x if own else 0.0), numbers[6] + (y if own else 0.0)
                points += _arc(
                    (x, y), end, numbers[0], large=bool(numbers[3]), over=bool(numbers[4])
                )
                x, y = end
            case _:
                x, y = numbers[-2] + (x if own else 0.0), numbers[-1] + (y if own else 0.0)
        if command in "mM":
            start = (x, y)
        points.append((x, y))
    return points


def _arc(start: Point, end: Point, radius: float, *, large: bool, over: bool) -> list[Point]:
    """Return points on an arc of a circle."""
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    half = dx * dx + dy * dy
    radius = max(radius, sqrt(half))
    away = sqrt((radius * radius - half) / half) * (1 if large != over else -1)
    cx, cy = (start[0] + end[0]) / 2 + away * dy, (start[1] + end[1]) / 2 - away * dx
    first, last = atan2(start[1] - cy, start[0] - cx), atan2(end[1] - cy, end[0] - cx)
    turn = (last - first) % (2 * pi) if over else -((first - last) % (2 * pi))
    return [
        (cx + radius * cos(first + turn * n / _ROUND), cy + radius * sin(first + turn * n / _ROUND))
        for n in range(1, _ROUND)
    ]


def _holds(outline: tuple[Point, ...], point: Point) -> bool:
    """Tell whether a point lies in a closed shape."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside
