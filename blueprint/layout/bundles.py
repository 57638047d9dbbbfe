"""Links that one card has many of: they share a trunk, and branch off from it.

Links of one kind that all come to one card, or all leave it, run like the teeth of a comb:
the trunk lies in the gutter beside that card's row, and every other card has a branch of
its own down to it. A link with words on it stays alone, since words on a trunk would speak
for all; so does one that is drawn dashed, since dashes on each other make no line.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from blueprint.layout.grid import Cell, Grid
from blueprint.layout.route import Path
from blueprint.layout.scene import Point
from blueprint.layout.view import Edge, EdgeKind, View

FEWEST = 4
"""Links that a bundle has at least."""
_SOLID: tuple[EdgeKind, ...] = ("flow", "interaction", "support")


@dataclass(frozen=True, slots=True)
class Bundle:
    """Links that share one trunk.

    Attributes:
        members: The links, in their order.
        ways: The way of each.
        inward: Whether they all come to one card; else all leave it.
    """

    members: tuple[int, ...]
    ways: tuple[Path, ...]
    inward: bool

    def numbered(self, numbers: Sequence[int]) -> Bundle:
        """Return the same bundle with other numbers for its links, in their order."""
        numbered = zip([numbers[n] for n in self.members], self.ways, strict=True)
        members, ways = zip(*sorted(numbered), strict=True)
        return replace(self, members=members, ways=ways)


def bundles_of(view: View, edges: Sequence[Edge], grid: Grid) -> list[Bundle]:
    """Find the bundles among some links, the largest first; no link is in two."""
    wanted: defaultdict[tuple[int, bool, bool, EdgeKind, bool], list[int]] = defaultdict(list)
    into = Counter((edge.target, edge.kind) for edge in edges)
    out_of = Counter((edge.source, edge.kind) for edge in edges)
    for n, edge in enumerate(edges):
        most = max(into[edge.target, edge.kind], out_of[edge.source, edge.kind])
        if most >= FEWEST and _may_be_bundled(view, edge, grid):
            for hub, other, inward in (
                (edge.target, edge.source, True),
                (edge.source, edge.target, False),
            ):
                if _over(grid.cells[hub], grid.cells[other]):
                    continue
                above = grid.cells[other].row < grid.cells[hub].row
                wanted[hub, inward, above, edge.kind, edge.implied].append(n)
    found: list[Bundle] = []
    taken: set[int] = set()
    for key in sorted(wanted, key=lambda key: (-len(wanted[key]), key)):
        hub, inward, above, *_ = key
        comb = _Comb(grid, grid.cells[hub], above=above)
        ways: dict[int, Path] = {}
        for n in wanted[key]:
            other = edges[n].source if inward else edges[n].target
            way = () if n in taken else comb.way(grid.cells[other])
            if way:
                ways[n] = way if inward else way[::-1]
        if len(ways) >= FEWEST:
            taken.update(ways)
            found.append(Bundle(tuple(ways), tuple(ways.values()), inward))
    return found


def _over(hub: Cell, other: Cell) -> bool:
    """Say whether a card stands above or below one that lasts several steps."""
    return hub.first < hub.last and hub.first <= other.last and other.first <= hub.last


def _may_be_bundled(view: View, edge: Edge, grid: Grid) -> bool:
    cards, cells = view.cards, grid.cells
    return (
        edge.kind in _SOLID
        and not edge.label
        and cells[edge.source].row != cells[edge.target].row
        and cards[edge.source].status == cards[edge.target].status == "current"
    )


class _Comb:
    """One trunk in the gutter above or below a card, with the ways of others to it."""

    def __init__(self, grid: Grid, hub: Cell, *, above: bool) -> None:
        self.grid = grid
        self.trunk = 2 * hub.row + (0 if above else 2)
        self.stem = 2 * ((hub.first + hub.last) // 2) + 1
        self.end = (2 * hub.row + 1, self.stem)

    def way(self, cell: Cell) -> Path:
        """Return a card's way over its branch and the trunk; none if it cannot get there."""
        branch = self._branch(cell)
        if not branch:
            return ()
        column = branch[-1][1]
        on = 1 if self.stem > column else -1
        return (*branch, *((self.trunk, j) for j in range(column + on, self.stem + on, on)),
                self.end) if column != self.stem else (*branch, self.end)  # fmt: skip

    def _branch(self, cell: Cell) -> Path:
        """Return the way from a card to the trunk: straight, or beside the cards in between."""
        row, on = 2 * cell.row + 1, 1 if self.trunk > 2 * cell.row + 1 else -1
        middle = 2 * ((cell.first + cell.last) // 2) + 1
        straight = self._upright(row + on, middle)
        if straight:
            return ((row, middle), *straight)
        sides = [(2 * cell.last + 1, 2 * cell.last + 2), (2 * cell.first + 1, 2 * cell.first)]
        for edge, gutter in sorted(sides, key=lambda side: abs(side[1] - self.stem)):
            beside = self._upright(row, gutter)
            if beside:
                return ((row, edge), *beside)
        return ()

    def _upright(self, row: int, column: int) -> Path:
        """Return the straight way from a row to the trunk; none if a card is in between."""
        on = 1 if self.trunk >= row else -1
        path = tuple((i, column) for i in range(row, self.trunk + on, on))
        free = all(self.grid.node(i, j) not in self.grid.taken for i, j in path)
        return path if free else ()


def own_parts(
    bundles: Sequence[Bundle], points: Sequence[Sequence[Point]]
) -> dict[int, tuple[Point, ...]]:
    """Return each bundled link's way from its own card to where it meets those before it.

    The first link of a bundle meets none, and is not told of.
    """
    found: dict[int, tuple[Point, ...]] = {}
    for bundle in bundles:
        drawn: dict[tuple[int, float], tuple[float, float]] = {}
        for n in bundle.members:
            way = points[n] if bundle.inward else points[n][::-1]
            joint = _meets(way, drawn)
            if joint:
                found[n] = up_to(way, joint)
            for a, b in itertools.pairwise(way):
                side = int(a[0] == b[0])
                low, high = sorted((a[side], b[side]))
                have = drawn.get((side, a[1 - side]), (low, high))
                drawn[side, a[1 - side]] = (min(low, have[0]), max(high, have[1]))
    return found


def _meets(
    way: Sequence[Point], drawn: Mapping[tuple[int, float], tuple[float, float]]
) -> Point | None:
    """Return the first point of a way that lies on what is drawn."""
    for a, b in itertools.pairwise(way):
        side = int(a[0] == b[0])
        span = drawn.get((side, a[1 - side]))
        if span:
            at = min(max(a[side], span[0]), span[1])
            if min(a[side], b[side]) <= at <= max(a[side], b[side]):
                return (a[0], at) if side else (at, a[1])
    return None


def up_to(way: Sequence[Point], joint: Point) -> tuple[Point, ...]:
    """Return the part of a way before a point on it.

    Examples:
        >>> up_to([(0.0, 0.0), (0.0, 9.0), (30.0, 9.0)], (20.0, 9.0))
        ((0.0, 0.0), (0.0, 9.0), (20.0, 9.0))
    """
    part = [way[0]]
    for a, b in itertools.pairwise(way):
        side = int(a[0] == b[0])
        low, high = sorted((a[side], b[side]))
        if joint[1 - side] == a[1 - side] and low <= joint[side] <= high:
            part.append(joint)
            break
        part.append(b)
    return tuple(part)
