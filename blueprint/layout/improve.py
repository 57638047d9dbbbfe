"""A last search for fewer crossings, for drawings small enough to afford it.

Where two links cross, each of them in turn is offered another way that must pay for
crossing there; the drawing is ordered and placed anew, and the change stays if the whole
became better.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blueprint.layout.grid import Grid
from blueprint.layout.place import Wider, place
from blueprint.layout.route import Path, Router
from blueprint.layout.scene import Point
from blueprint.layout.segments import cut
from blueprint.layout.tracks import assign_tracks
from blueprint.layout.view import Edge

MOST_LINKS = 200
_EFFORT = 50_000
_DRAWING_EFFORT = 10
_TOLL = 240.0
_CROSSING = 60.0
_BEND = 10.0
_PIXEL = 0.04


_Move = tuple[tuple[int, dict[int, float]], ...]
"""Links to rip up, and the tolls each meets when it is routed anew, in this order."""


@dataclass(frozen=True, slots=True)
class _Crossing:
    """Two links that cross, and the lattice node where they do."""

    one: int
    other: int
    node: int


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What the links' paths amount to once they are placed."""

    cost: float
    crossings: tuple[_Crossing, ...]


def improve(router: Router, grid: Grid, edges: Sequence[Edge]) -> None:
    """Reroute links that cross as long as the drawing gets better.

    Does nothing to drawings of more than `MOST_LINKS` links. The search ends after a
    fixed effort, counted and not timed, so that its outcome is always the same.
    """
    if not 1 < len(edges) <= MOST_LINKS:
        return
    search = _Search(router, grid, edges)
    while search.step():
        pass


class _Search:
    """The state of one search: the drawing so far, and the effort it took."""

    def __init__(self, router: Router, grid: Grid, edges: Sequence[Edge]) -> None:
        self.router = router
        self.grid = grid
        self.edges = edges
        self.drawing_effort = _DRAWING_EFFORT * len(edges)
        self.most_effort = router.effort + _EFFORT
        self.now = _draw(router.paths, grid, edges)

    def step(self) -> bool:
        """Make the drawing better by one move; say whether that was possible."""
        tried: set[tuple[Path, ...]] = set()
        for move in _moves(self.router.paths, self.now, self.grid.width):
            if self.router.effort > self.most_effort:
                return False
            if self._is_better(move, tried):
                return True
        return False

    def _is_better(self, move: _Move, tried: set[tuple[Path, ...]]) -> bool:
        """Reroute some links; keep their new ways only if the drawing gets better."""
        paths = self.router.paths
        old = [(n, paths[n]) for n, _ in move]
        for n, _ in move:
            self.router.put(n, ())
        for n, tolls in move:
            self.router.reroute(n, tolls)
        new = tuple(paths[n] for n in sorted(n for n, _ in move))
        if any(paths[n] != path for n, path in old) and new not in tried:
            tried.add(new)
            self.router.effort += self.drawing_effort
            drawing = _draw(paths, self.grid, self.edges)
            if drawing.cost < self.now.cost - 1e-6:
                self.now = drawing
                return True
        for n, path in old:
            self.router.put(n, path)
        return False


def _moves(paths: Sequence[Path], drawing: _Drawing, width: int) -> Iterator[_Move]:
    """Yield what may be tried: first around the crossings, then around all they touch."""
    for crossing in drawing.crossings:
        for n in (crossing.one, crossing.other):
            yield ((n, {crossing.node: _TOLL}),)
    for crossing in drawing.crossings:
        for one, other in ((crossing.one, crossing.other), (crossing.other, crossing.one)):
            yield ((one, {}), (other, {}))
            yield ((one, {crossing.node: _TOLL}), (other, {}))
    crossing_links = [n for found in drawing.crossings for n in (found.one, found.other)]
    for n in dict.fromkeys(crossing_links):
        for i, j in paths[n][1:-1]:
            yield ((n, {i * width + j: _TOLL}),)


def _draw(paths: Sequence[Path], grid: Grid, edges: Sequence[Edge]) -> _Drawing:
    """Order and place the links, and price the result."""
    segments, of_edge = cut(paths)
    strips = assign_tracks(segments)
    placed = place(
        grid, edges, segments, of_edge, strips, top_of=lambda _columns: 0.0, wider=Wider()
    )
    upright: list[tuple[float, float, float, int, int]] = []
    level: list[tuple[float, float, float, int, int]] = []
    length, bends = 0.0, 0
    for n, points in enumerate(placed.points):
        bends += len(points) - 2
        for k, (a, b) in zip(of_edge[n], itertools.pairwise(points), strict=True):
            length += abs(a[0] - b[0]) + abs(a[1] - b[1])
            (upright if segments[k].vertical else level).append(_flat(a, b, n, segments[k].strip))
    crossings = tuple(_crossings(sorted(upright), level, grid.width))
    cost = _CROSSING * len(crossings) + _BEND * bends + _PIXEL * length
    return _Drawing(cost, crossings)


def _flat(a: Point, b: Point, n: int, strip: int) -> tuple[float, float, float, int, int]:
    """Return a piece as its place across, its two ends along, its link and its strip."""
    if a[0] == b[0]:
        return (a[0], min(a[1], b[1]), max(a[1], b[1]), n, strip)
    return (a[1], min(a[0], b[0]), max(a[0], b[0]), n, strip)


def _crossings(
    upright: Sequence[tuple[float, float, float, int, int]],
    level: Sequence[tuple[float, float, float, int, int]],
    width: int,
) -> Iterator[_Crossing]:
    places = [piece[0] for piece in upright]
    for y, left, right, n, row in level:
        for k in range(bisect_right(places, left), bisect_left(places, right)):
            _, top, bottom, other, column = upright[k]
            if other != n and top < y < bottom:
                yield _Crossing(n, other, row * width + column)
