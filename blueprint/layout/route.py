"""The way each link takes over the lattice: a search that prices length, bends and crossings.

Links are routed one by one, the short ones first, then ripped up and routed anew with
all others in place. Cells with a card in them are walls; empty ones may be crossed.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf

from blueprint.layout.grid import Grid
from blueprint.layout.view import Edge

NORTH, EAST, SOUTH, WEST = range(4)
_MOVES = ((-1, 0), (0, 1), (1, 0), (0, -1))
_ON_AND_ASIDE = tuple(
    tuple((on, turn != 0, *_MOVES[on]) for turn in (0, 1, 3) for on in ((way + turn) & 3,))
    for way in range(4)
)
"""Per direction where a way may go from a gutter: direction, whether it turns, its move."""
_ONLY_ON = tuple(moves[:1] for moves in _ON_AND_ASIDE)
"""The same from a cell: no way turns in there."""
_FREE = -1
_CROWD = 12
"""Links in one place beyond which one more makes no difference."""
_FAR = 40
"""Lattice columns beyond which a search goes straight for its target, not for the best way."""
_EAGER = 5.0
_FARTHEST_STRAIGHT = 11
"""Nodes of a straight way that is taken without a search, however many cells it goes through."""
_ITSELF = 2
"""What one link counts at a node that it passes: it comes, and it goes."""
_TOO_LONG = 300_000
"""Lattice nodes looked at in a first pass over all links, beyond which there is no second."""

_BACK = (0.0, 200.0, 250.0, 200.0)
"""What a way back in the story pays to leave by each side: it goes over the cards."""

Path = tuple[tuple[int, int], ...]
"""Lattice nodes from the source's cell to the target's cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What a way costs beside its length in pixels."""

    bend: float = 60.0
    beside: float = 5.0
    cross: float = 30.0
    empty_cell: float = 12.0


@dataclass(frozen=True, slots=True)
class _Ends:
    """A link's two cards on the lattice, and what it costs to dock at each of their sides."""

    source: int
    target: int
    leave: tuple[float, float, float, float]
    enter: tuple[float, float, float, float]


def canonical_order(edges: Sequence[Edge], grid: Grid) -> list[int]:
    """Return the edges' indexes, short ones first, whatever order they came in."""

    def key(n: int) -> tuple[object, ...]:
        edge = edges[n]
        source, target = grid.cells[edge.source], grid.cells[edge.target]
        far = 2 * abs(source.row - target.row) + 3 * abs(_columns_apart(grid, edge))
        return (far, edge.source, edge.target, edge.kind, edge.label, edge.implied, n)

    return sorted(range(len(edges)), key=key)


def _columns_apart(grid: Grid, edge: Edge) -> int:
    source, target = grid.cells[edge.source], grid.cells[edge.target]
    if target.first > source.last:
        return target.first - source.last
    if target.last < source.first:
        return target.last - source.first
    return 0


class Router:
    """Routes links over one grid and remembers who uses what.

    Attributes:
        paths: Each link's way, ``()`` while it has none.
        fixed: Links that keep the way they have.
        effort: How many lattice nodes were looked at so far.
    """

    def __init__(self, grid: Grid, edges: Sequence[Edge], prices: Prices | None = None) -> None:
        self.grid = grid
        self.edges = edges
        self.prices = prices or Prices()
        self.effort = 0
        self.paths: list[Path] = [()] * len(edges)
        self.fixed: set[int] = set()
        nodes = grid.width * grid.height
        self._along_row = [0] * nodes
        self._along_column = [0] * nodes
        self._card_at = [grid.taken.get(node, _FREE) for node in range(nodes)]
        self._x = _centres(grid.width, grid.sizes.column_gutter, grid.widths)
        self._y = _centres(grid.height, grid.sizes.lane_gutter, grid.heights)
        self._ends = [_ends(grid, edge) for edge in edges]

    def route_all(self, passes: int = 3) -> None:
        """Route every link that is not fixed, in order; from the second pass on with all others in place.

        Drawings that took very long are left as the first pass made them.
        """
        free = [n for n in range(len(self.edges)) if n not in self.fixed]
        for turn in range(passes):
            for n in free:
                if turn == 0 or not self._is_perfect(self.paths[n]):
                    self.reroute(n)
            if self.effort > _TOO_LONG:
                break

    def reroute(self, n: int) -> None:
        """Rip a link up and route it anew."""
        self.put(n, ())
        ends = self._ends[n]
        self.put(n, self._straight(ends) or self._search(ends))

    def _straight(self, ends: _Ends) -> Path:
        """Return the way straight from card to card, where nothing at all is in between."""
        source, target = self.grid.cells[ends.source], self.grid.cells[ends.target]
        if source.first != source.last or target.first != target.last:
            return ()
        row, column = 2 * source.row + 1, 2 * source.first + 1
        row2, column2 = 2 * target.row + 1, 2 * target.first + 1
        if column == column2 and row != row2:
            on = 1 if row2 > row else -1
            path = tuple([(i, column) for i in range(row, row2 + on, on)])
        elif row == row2 and column != column2:
            on = 1 if column2 > column else -1
            path = tuple([(row, j) for j in range(column, column2 + on, on)])
        else:
            return ()
        if len(path) > _FARTHEST_STRAIGHT:
            return ()
        for i, j in path[1:-1]:
            node = i * self.grid.width + j
            if self._card_at[node] != _FREE or self._along_row[node] or self._along_column[node]:
                return ()
        return path

    def _is_perfect(self, path: Path) -> bool:
        """Say whether a way is straight and nobody else comes near it."""
        (i, j), (i2, j2) = path[0], path[-1]
        if i != i2 and j != j2:
            return False
        width = self.grid.width
        return all(
            self._along_row[i * width + j] + self._along_column[i * width + j] == _ITSELF
            for i, j in path[1:-1]
        )

    def put(self, n: int, path: Path) -> None:
        """Let a link take this path instead of the one it has."""
        if self.paths[n]:
            self._count(self.paths[n], -1)
        self.paths[n] = path
        if path:
            self._count(path, 1)

    def fix(self, ways: Mapping[int, Path]) -> None:
        """Give links ways for good that run on each other and count as one."""
        counted: set[tuple[tuple[int, int], tuple[int, int]]] = set()
        for n, path in ways.items():
            self.fixed.add(n)
            self.paths[n] = path
            for one, two in itertools.pairwise(path):
                if (one, two) not in counted and (two, one) not in counted:
                    counted.add((one, two))
                    self._count((one, two), 1)

    def length(self, corners: Sequence[tuple[int, int]]) -> float:
        """Return about how long a path will be, in pixels."""
        xs, ys = self._x, self._y
        length = 0.0
        for (i, j), (i2, j2) in itertools.pairwise(corners):
            length += abs(xs[j] - xs[j2]) + abs(ys[i] - ys[i2])
        return length

    def docking(self, n: int, leave: int, enter: int) -> float:
        """Return what it costs a link to leave and arrive in these directions."""
        ends = self._ends[n]
        return ends.leave[leave] + ends.enter[enter]

    def _count(self, path: Path, by: int) -> None:
        width, along_row, along_column = self.grid.width, self._along_row, self._along_column
        for (i, j), (i2, j2) in itertools.pairwise(path):
            use = along_row if i == i2 else along_column
            use[i * width + j] += by
            use[i2 * width + j2] += by

    def _search(self, ends: _Ends) -> Path:
        source, target = self.grid.cells[ends.source], self.grid.cells[ends.target]
        last_row, last_column = self.grid.height - 1, self.grid.width - 1
        window = (
            max(0, 2 * min(source.row, target.row) - 1),
            min(last_row, 2 * max(source.row, target.row) + 3),
            max(0, 2 * min(source.first, target.first) - 1),
            min(last_column, 2 * max(source.last, target.last) + 3),
        )
        path = self._search_in(ends, window)
        return path or self._search_in(ends, (0, last_row, 0, last_column))

    def _starts(self, ends: _Ends) -> list[tuple[int, int, int]]:
        """Return the first free nodes around the source, with the direction taken."""
        cell = self.grid.cells[ends.source]
        row = 2 * cell.row + 1
        columns = range(2 * cell.first + 1, 2 * cell.last + 2, 2)
        starts = [(row - 1, column, NORTH) for column in columns]
        starts.append((row, columns[-1] + 1, EAST))
        starts += [(row + 1, column, SOUTH) for column in columns]
        starts.append((row, columns[0] - 1, WEST))
        return starts

    def _search_in(  # noqa: C901, PLR0912, PLR0915  (the innermost loop of all, in one piece)
        self, ends: _Ends, window: tuple[int, int, int, int]
    ) -> Path:
        """Find the cheapest path within a window of the lattice (A* over node and direction)."""
        prices, card_at, width = self.prices, self._card_at, self.grid.width
        bend, cross, beside = prices.bend, prices.cross, prices.beside
        along_row, along_column = self._along_row, self._along_column
        xs, ys = self._x, self._y
        top, bottom, left, right = window
        target = ends.target
        goal = self.grid.cells[target]
        goal_y = ys[2 * goal.row + 1]
        goal_left, goal_right = xs[2 * goal.first + 1], xs[2 * goal.last + 1]
        eager = _EAGER if right - left > _FAR else 1.0
        queue: list[tuple[float, int, float, int, int]] = []
        parents: dict[int, int] = {}
        reached: dict[int, float] = {}
        pushed = 0
        for i, j, way in self._starts(ends):
            if top <= i <= bottom and left <= j <= right:
                cost = ends.leave[way]
                heappush(queue, (cost, pushed, cost, (i * width + j) * 4 + way, -1))
                pushed += 1
        while queue:
            _, _, cost, state, parent = heappop(queue)
            if state in parents:
                continue
            parents[state] = parent
            node, way = state >> 2, state & 3
            if card_at[node] != _FREE:
                self.effort += len(parents)
                return self._trace(parents, state)
            i, j = divmod(node, width)
            x, y = xs[j], ys[i]
            here_row, here_column = along_row[node], along_column[node]
            if here_row or here_column:
                here_row, here_column = min(here_row, _CROWD), min(here_column, _CROWD)
                aside = bend + cross * 0.5 * (here_row + here_column)
                if way & 1:
                    ahead = beside * here_row + cross * here_column
                else:
                    ahead = beside * here_column + cross * here_row
            else:
                aside, ahead = bend, 0.0
            for on, turns, di, dj in (_ONLY_ON if i & 1 and j & 1 else _ON_AND_ASIDE)[way]:
                i2, j2 = i + di, j + dj
                if not (top <= i2 <= bottom and left <= j2 <= right):
                    continue
                node2 = i2 * width + j2
                state2 = node2 * 4 + on
                if state2 in parents:
                    continue
                card, in_cell = card_at[node2], i2 & 1 and j2 & 1
                if card != _FREE and (card != target or not in_cell):
                    continue
                x2, y2 = xs[j2], ys[i2]
                more = cost + (abs(y2 - y) if di else abs(x2 - x)) + (aside if turns else ahead)
                if card != _FREE:
                    more += ends.enter[on]
                elif in_cell:
                    more += prices.empty_cell
                if more < reached.get(state2, inf):
                    reached[state2] = more
                    away = abs(y2 - goal_y)
                    if x2 < goal_left:
                        away += goal_left - x2
                    elif x2 > goal_right:
                        away += x2 - goal_right
                    heappush(queue, (more + away * eager, pushed, more, state2, state))
                    pushed += 1
        self.effort += len(parents)
        return ()

    def _trace(self, parents: Mapping[int, int], state: int) -> Path:
        """Follow the parents back to the source's cell."""
        width = self.grid.width
        path: list[tuple[int, int]] = []
        while True:
            path.append(divmod(state // 4, width))
            if parents[state] < 0:
                break
            state = parents[state]
        di, dj = _MOVES[state % 4]
        path.append((path[-1][0] - di, path[-1][1] - dj))
        return tuple(reversed(path))


def _centres(count: int, gutter: float, cells: Sequence[float]) -> list[float]:
    """Return rough centres of lattice rows or columns, before gutters are widened."""
    centres: list[float] = []
    at = 0.0
    for n in range(count):
        size = cells[n // 2] if n % 2 else gutter
        centres.append(at + size / 2)
        at += size
    return centres


def _ends(grid: Grid, edge: Edge) -> _Ends:
    """Price the sides a link may leave from and arrive at, by where its cards stand."""
    source, target = grid.cells[edge.source], grid.cells[edge.target]
    down, over = target.row - source.row, _columns_apart(grid, edge)
    same_lane = grid.lane_of[source.row] == grid.lane_of[target.row]
    sideways = (30.0 if over >= 0 else 60.0, 30.0 if over <= 0 else 60.0)
    if edge.source == edge.target:
        leave, enter = (20.0, 0.0, 20.0, 40.0), (40.0, 40.0, 0.0, 20.0)
    elif same_lane and over < 0 and edge.kind == "flow":
        leave, enter = _BACK, (_BACK[SOUTH], _BACK[EAST], _BACK[NORTH], _BACK[WEST])
    elif same_lane and over:
        leave = (35.0, 0.0, 35.0, 90.0) if over > 0 else (35.0, 90.0, 35.0, 0.0)
        enter = leave
    elif down > 0:
        beside = 220.0 if edge.kind == "evidence" else 30.0
        leave, enter = (120.0, sideways[0], 0.0, sideways[1]), (120.0, beside, 0.0, beside)
    elif down < 0:
        leave, enter = (0.0, sideways[0], 120.0, sideways[1]), (0.0, 30.0, 120.0, 30.0)
    else:
        leave = enter = (30.0, 0.0, 30.0, 0.0)
    return _Ends(edge.source, edge.target, leave, enter)
