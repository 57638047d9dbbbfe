"""What can be counted on a drawn scene: crossings, overlaps, links through cards, bends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

from blueprint.layout.scene import Point, Scene

_NEAR = 2.5
_LONG = 4.0


@dataclass(frozen=True)
class Metrics:
    """Figures of one drawing."""

    crossings: int
    overlaps: int
    through_cards: int
    bends: int
    length: float


def pieces(scene: Scene) -> list[tuple[int, Point, Point]]:
    """Return the straight pieces of all links, each with its link's index."""
    return [
        (edge.index, a, b)
        for edge in scene.edges
        for a, b in zip(edge.points, edge.points[1:], strict=False)
    ]


def metrics(scene: Scene) -> Metrics:
    """Count everything on a scene."""
    return Metrics(
        crossings=crossings(scene),
        overlaps=overlaps(scene),
        through_cards=through_cards(scene),
        bends=sum(max(0, len(edge.points) - 2) for edge in scene.edges),
        length=round(sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for _, a, b in pieces(scene))),
    )


def line_of(scene: Scene) -> dict[int, int]:
    """Return which line each link is drawn on: its own, or its bundle's."""
    return {edge.index: edge.index if edge.bundle is None else edge.bundle for edge in scene.edges}


def crossings(scene: Scene) -> int:
    """Count the places where one line strictly crosses another."""
    line = line_of(scene)
    upright = sorted(
        (a[0], min(a[1], b[1]), max(a[1], b[1]), n)
        for n, a, b in pieces(scene)
        if a[0] == b[0] and a[1] != b[1]
    )
    places = [entry[0] for entry in upright]
    found: set[tuple[int, int, float, float]] = set()
    for n, a, b in pieces(scene):
        if a[1] != b[1] or a[0] == b[0]:
            continue
        low, high = min(a[0], b[0]), max(a[0], b[0])
        for x, top, bottom, other in upright[bisect_right(places, low) : bisect_left(places, high)]:
            if line[other] != line[n] and low < x < high and top < a[1] < bottom:
                found.add((line[n], line[other], x, a[1]))
    return len(found)


def overlaps(scene: Scene) -> int:
    """Count pairs of parallel pieces of two lines that lie on or almost on each other."""
    line = line_of(scene)
    count = 0
    for side in (0, 1):
        lines: defaultdict[float, list[tuple[float, float, float, int]]] = defaultdict(list)
        for n, a, b in pieces(scene):
            if a[side] == b[side]:
                low, high = sorted((a[1 - side], b[1 - side]))
                lines[a[side] // 10].append((a[side], low, high, n))
        for key, members in lines.items():
            neighbours = members + lines.get(key + 1, [])
            for k, (at, low, high, n) in enumerate(members):
                for other_at, other_low, other_high, other in neighbours[k + 1 :]:
                    shared = min(high, other_high) - max(low, other_low)
                    if line[n] != line[other] and abs(at - other_at) < _NEAR and shared > _LONG:
                        count += 1
    return count


def through_cards(scene: Scene) -> int:
    """Count pairs of a link and a card whose inside the link enters."""
    count = 0
    for edge in scene.edges:
        for card in scene.cards:
            box = card.box
            inside = (box.x + 1, box.y + 1, box.right - 1, box.bottom - 1)
            count += any(
                max(a[0], b[0]) > inside[0]
                and min(a[0], b[0]) < inside[2]
                and max(a[1], b[1]) > inside[1]
                and min(a[1], b[1]) < inside[3]
                for a, b in zip(edge.points, edge.points[1:], strict=False)
            )
    return count
