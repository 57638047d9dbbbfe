"""Other ways a link could take: every shape with at most four bends near its two cards.

A link leaves its card sideways into a gutter between columns, or up or down into one
between rows, and comes to its target in the same manner. What lies between is at most
one gutter of the other kind, so the shapes can be listed instead of searched for.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blueprint.layout.grid import Cell, Grid
from blueprint.layout.route import EAST, NORTH, SOUTH, WEST, Path, Router
from blueprint.layout.ways import Way

BEND = 10.0
PIXEL = 0.01
DOCKING = 0.04
EMPTY_CELL = 0.5
_AROUND = 3
"""Lattice steps beyond the two cards that a way may use."""
_NEAR = 2
"""Gutters of each side that a way with four bends may use."""

_Node = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Door:
    """A side of a card, the card's node behind it, and what is reached straight on.

    Gutters and empty cells are told by where they are along the line from the card.
    """

    way: int
    node: _Node
    gutters: tuple[int, ...]
    empty: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """Corners from card to card, with the sides it leaves from and docks at."""

    corners: tuple[_Node, ...]
    leave: int
    enter: int
    through: int


def choices(router: Router, n: int, most: int) -> list[tuple[float, Path]]:
    """Return ways for a link with their prices, the cheap ones first.

    Args:
        router: Knows the cards and the prices.
        n: The link.
        most: How many ways at most.
    """
    edge, grid = router.edges[n], router.grid
    if edge.source == edge.target:
        return []
    source, target = grid.cells[edge.source], grid.cells[edge.target]
    reach = _reach(grid, source, target)
    priced = [
        (_price(router, n, shape), shape.corners)
        for door in _doors(grid, source, reach)
        for other in _doors(grid, target, reach)
        for shape in _shapes(door, other, reach)
    ]
    priced.sort()
    found: list[tuple[float, Path]] = []
    for price, corners in priced:
        path = _filled(corners)
        if all(grid.node(i, j) not in grid.taken for i, j in path[1:-1]):
            found.append((price, path))
            if len(found) == most:
                break
    return found


def price_of(router: Router, n: int, way: Way) -> float:
    """Return what a way of a link costs by itself."""
    path = way.path
    through = sum(1 for i, j in path[1:-1] if i & 1 and j & 1)
    return (
        BEND * way.bends
        + PIXEL * router.length(path)
        + DOCKING * router.docking(n, way.heads[0], way.heads[-1])
        + EMPTY_CELL * through
    )


def _price(router: Router, n: int, shape: _Shape) -> float:
    return (
        BEND * (len(shape.corners) - 2)
        + PIXEL * router.length(shape.corners)
        + DOCKING * router.docking(n, shape.leave, shape.enter)
        + EMPTY_CELL * shape.through
    )


def _reach(grid: Grid, one: Cell, other: Cell) -> tuple[int, int, int, int]:
    """Return the part of the lattice that ways may use: top, bottom, left, right."""
    return (
        max(0, 2 * min(one.row, other.row) + 1 - _AROUND),
        min(grid.height - 1, 2 * max(one.row, other.row) + 1 + _AROUND),
        max(0, 2 * min(one.first, other.first) + 1 - _AROUND),
        min(grid.width - 1, 2 * max(one.last, other.last) + 1 + _AROUND),
    )


def _doors(grid: Grid, cell: Cell, reach: tuple[int, int, int, int]) -> list[_Door]:
    """Return the sides of a card, one above and one below for each of its columns."""
    top, bottom, left, right = reach
    row, first, last = 2 * cell.row + 1, 2 * cell.first + 1, 2 * cell.last + 1
    doors = [_door(grid, (row, last), EAST, right), _door(grid, (row, first), WEST, left)]
    for column in range(first, last + 1, 2):
        doors.append(_door(grid, (row, column), SOUTH, bottom))
        doors.append(_door(grid, (row, column), NORTH, top))
    return doors


def _door(grid: Grid, node: _Node, way: int, end: int) -> _Door:
    """Return one side of a card with what a line from there comes to before the next card."""
    row, column = node
    at, by = (column, 1 if way == EAST else -1) if way & 1 else (row, 1 if way == SOUTH else -1)
    gutters: list[int] = []
    empty: list[int] = []
    for place in range(at + by, end + by, by):
        if (grid.node(row, place) if way & 1 else grid.node(place, column)) in grid.taken:
            break
        (empty if place & 1 else gutters).append(place)
    return _Door(way, node, tuple(gutters), tuple(empty))


def _shapes(door: _Door, other: _Door, reach: tuple[int, int, int, int]) -> Iterator[_Shape]:
    """Yield the ways from one side of a card to one side of another."""
    enter = other.way ^ 2
    if (door.way ^ other.way) & 1:
        yield from _elbows(door, other)
        return
    in_line = door.node[1 - door.way % 2] == other.node[1 - door.way % 2]
    for k, out in enumerate(door.gutters):
        for k2, into in enumerate(other.gutters):
            here, there = _on(door, out), _on(other, into)
            if out != into:
                if k < _NEAR and k2 < _NEAR:
                    for one, two in _across(here, there, door, other, reach):
                        corners = (door.node, here, one, two, there, other.node)
                        yield _Shape(corners, door.way, enter, k + k2)
            elif in_line:
                yield _Shape((door.node, other.node), door.way, enter, k + k2)
                return
            else:
                yield _Shape((door.node, here, there, other.node), door.way, enter, k + k2)


def _elbows(door: _Door, other: _Door) -> Iterator[_Shape]:
    """Yield the ways that leave sideways and arrive upright, or the other way round."""
    enter = other.way ^ 2
    side = 1 - door.way % 2
    if door.node[side] in other.empty and other.node[1 - side] in door.empty:
        through = door.empty.index(other.node[1 - side]) + other.empty.index(door.node[side]) + 1
        yield _Shape(
            (door.node, _on(door, other.node[1 - side]), other.node), door.way, enter, through
        )
    for k, out in enumerate(door.gutters):
        for k2, into in enumerate(other.gutters):
            here, there = _on(door, out), _on(other, into)
            turn = (there[0], here[1]) if side == 0 else (here[0], there[1])
            yield _Shape((door.node, here, turn, there, other.node), door.way, enter, k + k2)


def _on(door: _Door, gutter: int) -> _Node:
    """Return the node straight on from a card's side in a gutter."""
    return (door.node[0], gutter) if door.way & 1 else (gutter, door.node[1])


def _across(
    here: _Node, there: _Node, door: _Door, other: _Door, reach: tuple[int, int, int, int]
) -> Iterator[tuple[_Node, _Node]]:
    """Yield where a way between two parallel gutters may change over, beside either card."""
    side = 1 - door.way % 2
    low, high = reach[2 * side], reach[2 * side + 1]
    beside = {door.node[side] - 1, door.node[side] + 1, other.node[side] - 1, other.node[side] + 1}
    for gutter in sorted(beside):
        if low <= gutter <= high:
            if side:
                yield (here[0], gutter), (there[0], gutter)
            else:
                yield (gutter, here[1]), (gutter, there[1])


def _filled(corners: Sequence[_Node]) -> Path:
    """Return every node from corner to corner."""
    path = [corners[0]]
    for (i, j), (i2, j2) in itertools.pairwise(corners):
        if i == i2:
            step = 1 if j2 > j else -1
            path += [(i, k) for k in range(j + step, j2 + step, step)]
        else:
            step = 1 if i2 > i else -1
            path += [(k, j) for k in range(i + step, i2 + step, step)]
    return tuple(path)
