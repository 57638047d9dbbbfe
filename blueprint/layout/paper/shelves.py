"""Sorts cards and links by the pages they are on, so that no page looks through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from blueprint.layout.paper.cuts import Part
from blueprint.layout.scene import Scene, SceneCard, SceneEdge
from blueprint.layout.transpose import Axes


@dataclass(frozen=True, slots=True)
class Shelf:
    """What may be on the pages that show the same steps."""

    cards: tuple[SceneCard, ...]
    edges: tuple[SceneEdge, ...]


def shelves(scene: Scene, steps: tuple[Part, ...]) -> dict[Part, Shelf]:
    """Sort a scene's cards and links by the stretches of steps that pages show."""
    axes = Axes(scene.orientation)
    lows = [part.low for part in steps]
    cards: list[list[SceneCard]] = [[] for _ in steps]
    edges: list[list[SceneEdge]] = [[] for _ in steps]
    for card in scene.cards:
        box = axes.turn(card.box)
        for n in _touched(lows, box.x, box.right):
            cards[n].append(card)
    for edge in scene.edges:
        along = [axes.point(*corner)[0] for corner in edge.points]
        for n in _touched(lows, min(along), max(along)):
            edges[n].append(edge)
    return {part: Shelf(tuple(cards[n]), tuple(edges[n])) for n, part in enumerate(steps)}


def _touched(lows: list[float], low: float, high: float) -> range:
    """Return the indexes of the stretches that something from ``low`` to ``high`` may be on."""
    first = max(0, bisect_right(lows, low) - 1)
    return range(first, max(first + 1, bisect_left(lows, high)))
