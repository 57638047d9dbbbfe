"""A last search for fewer crossings, for drawings small enough to afford it.

Where two links cross, each of them in turn is offered another way that must pay for
crossing there; all links get their tracks anew, and the change stays if the whole became
better. Nothing is placed for this: tracks alone tell what crosses, and strips that did not
change are remembered. What failed once is tried again only after the drawing has changed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.layout.grid import Grid
from blueprint.layout.route import Path, Router
from blueprint.layout.segments import DOCK, Segment, cut_path
from blueprint.layout.tracks import Memo, Strips, assign_tracks

MOST_LINKS = 200
EFFORT = 50_000
"""Lattice nodes the search looks at before it gives up, drawings included."""
_DRAWING_EFFORT = 4
"""Lattice nodes that could be looked at in the time one link takes; a crossing takes one."""
_TOLL = 240.0
_CROSSING = 60.0
_BEND = 10.0
_TRACK = 4.0
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
class _Way:
    """One link's path in pieces, and what it costs whatever tracks they get."""

    path: Path
    pieces: list[Segment]
    cost: float


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What the links' paths amount to once they have their tracks."""

    cost: float
    crossings: tuple[_Crossing, ...]


def improve(router: Router, grid: Grid) -> None:
    """Reroute links that cross as long as the drawing gets better.

    Does nothing to drawings of more than `MOST_LINKS` links. The search ends after a
    fixed effort, counted and not timed, so that its outcome is always the same.
    """
    if not 1 < len(router.paths) <= MOST_LINKS:
        return
    search = _Search(router, grid)
    while search.step() or search.look_again():
        pass


class _Search:
    """The state of one search: the drawing so far, and the effort it took."""

    def __init__(self, router: Router, grid: Grid) -> None:
        self.router = router
        self.grid = grid
        self.most_effort = router.effort + EFFORT
        self.memo: Memo = {}
        self.tried: dict[tuple[object, ...], int] = {}
        self.changes = 0
        self.ways = [_way(router, n) for n in range(len(router.paths))]
        self.now = self.draw()

    def step(self) -> bool:
        """Make the drawing better by one move; say whether that was possible."""
        for move in _moves(self.router.paths, self.now, self.grid.width):
            if self.router.effort > self.most_effort:
                return False
            if self._is_new(move) and self._is_better(move):
                return True
        return False

    def look_again(self) -> bool:
        """Forget what failed before the drawing last changed; say whether anything did."""
        before = len(self.tried)
        self.tried = {move: when for move, when in self.tried.items() if when == self.changes}
        return len(self.tried) < before and self.router.effort <= self.most_effort

    def _is_new(self, move: _Move) -> bool:
        """Say whether this was not yet tried with these links on these ways."""
        paths = self.router.paths
        asked = tuple((n, paths[n], *sorted(tolls.items())) for n, tolls in move)
        if asked in self.tried:
            return False
        self.tried[asked] = self.changes
        return True

    def _is_better(self, move: _Move) -> bool:
        """Reroute some links; keep their new ways only if the drawing gets better."""
        old = {n: self.ways[n] for n, _ in move}
        for n in old:
            self.router.put(n, ())
        for n, tolls in move:
            self.router.reroute(n, tolls)
            self.ways[n] = _way(self.router, n)
        if self._may_be_better(old):
            drawing = self.draw()
            if drawing.cost < self.now.cost - 1e-6:
                self.now = drawing
                self.changes += 1
                return True
        for n, way in old.items():
            self.ways[n] = way
            self.router.put(n, way.path)
        return False

    def _may_be_better(self, old: Mapping[int, _Way]) -> bool:
        """Say whether links have new ways, and such as were not drawn before."""
        ways = tuple(sorted((n, self.ways[n].path) for n in old))
        if ways in self.tried or all(self.ways[n].path == way.path for n, way in old.items()):
            return False
        self.tried[ways] = self.changes
        return True

    def draw(self) -> _Drawing:
        """Give all links their tracks, and price the result."""
        links = [way.pieces for way in self.ways]
        strips = assign_tracks(links, self.memo)
        crossings = tuple(_crossings(strips, self.grid.width))
        self.router.effort += _DRAWING_EFFORT * len(links) + len(crossings)
        tracks = sum(
            max([segment.spread for segment in members])
            for lattice in (strips.columns, strips.rows)
            for members in lattice.values()
        )
        cost = _CROSSING * len(crossings) + _TRACK * tracks + sum(way.cost for way in self.ways)
        return _Drawing(cost, crossings)


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


def _way(router: Router, n: int) -> _Way:
    """Cut a link's path and price what no track changes."""
    path = router.paths[n]
    pieces = cut_path(n, path)
    return _Way(path, pieces, _BEND * (len(pieces) - 1) + _PIXEL * router.length(path))


def _crossings(strips: Strips, width: int) -> Iterator[_Crossing]:
    """Find the crossings from the tracks alone, which are in order as the pixels will be."""
    upright = sorted(
        (segment.strip + segment.shift, *_ends(segment), segment.edge, segment.strip)
        for members in strips.columns.values()
        for segment in members
    )
    places = [piece[0] for piece in upright]
    for row, members in strips.rows.items():
        for segment in members:
            left, right = _ends(segment)
            y = row + segment.shift
            for _, top, bottom, other, column in upright[
                bisect_right(places, left) : bisect_left(places, right)
            ]:
                if top < y < bottom and other != segment.edge:
                    yield _Crossing(segment.edge, other, row * width + column)


def _ends(segment: Segment) -> tuple[float, float]:
    """Return how far a segment reaches, in lattice steps; it docks at the card's border."""
    on = DOCK if segment.end > segment.start else -DOCK
    start = segment.start + (segment.before.shift if segment.before else on)
    end = segment.end + (segment.after.shift if segment.after else -on)
    return (start, end) if start < end else (end, start)
