"""Where links leave a page for another, and come in from one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from blueprint.layout.paper.content import Window
from blueprint.layout.paper.cuts import Part
from blueprint.layout.paper.plan import SEAM, Plan
from blueprint.layout.scene import Point, SceneEdge
from blueprint.layout.transpose import Axes
from blueprint.layout.view import EdgeKind

Way = Literal["left", "right", "up", "down"]


@dataclass(frozen=True, slots=True)
class Seam:
    """A mark beside a cut: this link goes on there, or comes from there.

    Attributes:
        kind: The link's kind.
        centre: Where the mark stands, in millimetres.
        way: Which way the link goes.
        lit: Whether a report lights it.
        told: The link in one sentence.
    """

    kind: EdgeKind
    centre: Point
    way: Way
    lit: bool
    told: str


def seams(
    edges: Sequence[SceneEdge], plan: Plan, body: Window, steps: Part, lanes: Part
) -> tuple[Seam, ...]:
    """Return the marks of one page.

    Args:
        edges: The links that may be on it.
        plan: What all pages share.
        body: The page's cards and links.
        steps: What it shows along the steps.
        lanes: What it shows across the lanes.
    """
    axes = Axes(body.content.orientation)
    along = [steps.low] * (steps != plan.steps[0]) + [steps.high] * (steps != plan.steps[-1])
    across = [lanes.low] * (lanes != plan.lanes[0]) + [lanes.high] * (lanes != plan.lanes[-1])
    found = []
    for edge in edges:
        corners = [axes.point(*corner) for corner in edge.points]
        for at, on, cut, high in _crossings(corners, along, across, steps, lanes):
            outward = 1.0 if cut == high else -1.0
            x, y = axes.point(*at)
            side = axes.point(*((1.0, 0.0) if on in ("left", "right") else (0.0, 1.0)))
            reach = SEAM * 0.6 * outward
            centre = (
                body.place.x + (x - body.view.x) * plan.scale + side[0] * reach,
                body.place.y + (y - body.view.y) * plan.scale + side[1] * reach,
            )
            way = _turned(on) if axes.down else on
            found.append(Seam(edge.kind, centre, way, edge.lit, edge.described))
    return tuple(found)


def _crossings(
    corners: list[Point], along: list[float], across: list[float], steps: Part, lanes: Part
) -> Iterator[tuple[Point, Way, float, float]]:
    """Yield where a link crosses the page's cuts: the place, its way, the cut, the far end."""
    for a, b in pairwise(corners):
        if lanes.low <= a[1] <= lanes.high:
            for cut in along:
                if min(a[0], b[0]) < cut < max(a[0], b[0]):
                    yield (cut, a[1]), "right" if b[0] > a[0] else "left", cut, steps.high
        if steps.low <= a[0] <= steps.high:
            for cut in across:
                if min(a[1], b[1]) < cut < max(a[1], b[1]):
                    yield (a[0], cut), "down" if b[1] > a[1] else "up", cut, lanes.high


def _turned(way: Way) -> Way:
    """Return a way in a drawing that is turned over."""
    match way:
        case "left":
            return "up"
        case "right":
            return "down"
        case "up":
            return "left"
        case "down":
            return "right"
