"""From tracks to pixels: how wide the gutters are, and where cards and links stand."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, floor

from blueprint.layout.grid import Cell, Grid
from blueprint.layout.scene import Point, Rect
from blueprint.layout.segments import Segment
from blueprint.layout.sizes import tenth
from blueprint.layout.tracks import Strips
from blueprint.layout.view import Edge

_BADGE_ROOM = 6.0


@dataclass(frozen=True, slots=True)
class Strip:
    """A lattice row or column in pixels; ``middle`` is where its tracks are centred."""

    start: float
    size: float
    middle: float

    @property
    def end(self) -> float:
        """Where the next one starts."""
        return self.start + self.size


@dataclass(frozen=True, slots=True)
class Wider:
    """How much gutters must grow to make room for labels."""

    rows: dict[int, float] = field(default_factory=dict)
    columns: dict[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Everything that the lattice decides, in pixels.

    Attributes:
        rows: Lattice rows, top to bottom.
        columns: Lattice columns, left to right.
        boxes: The cards' outlines.
        line_heights: Where each of the three lines runs.
        points: Corners of each link.
    """

    rows: list[Strip]
    columns: list[Strip]
    boxes: list[Rect]
    line_heights: dict[int, float]
    points: list[tuple[Point, ...]]


def place(
    grid: Grid,
    edges: Sequence[Edge],
    links: Sequence[Sequence[Segment]],
    strips: Strips,
    *,
    left: float,
    top_of: Callable[[Sequence[Strip]], float],
    wider: Wider,
) -> Placed:
    """Turn tracks into coordinates.

    Args:
        grid: The lattice.
        edges: The links.
        links: Their straight pieces, with tracks; these get their coordinates.
        strips: The strips the pieces run in.
        left: Where the steps begin.
        top_of: Tells where the lanes begin, given the columns.
        wider: Extra room in gutters.
    """
    columns = _columns(grid, strips.columns, left, wider.columns)
    rows = _rows(grid, strips.rows, top_of(columns), wider.rows)
    for members, lattice, across in (
        (strips.columns, columns, dock_margin(grid, upright=True)),
        (strips.rows, rows, dock_margin(grid, upright=False)),
    ):
        for strip, segments in members.items():
            lined = lattice is rows and strip in grid.lines
            slot = _slot(grid, strip) if lined else 0.0
            for segment in segments:
                segment.at = _across(grid, segment, lattice[strip], across, slot)
    boxes = [_box(cell, rows, columns) for cell in grid.cells]
    points = [
        _corners(pieces, boxes[edge.source], boxes[edge.target])
        for edge, pieces in zip(edges, links, strict=True)
    ]
    return Placed(
        rows=rows,
        columns=columns,
        boxes=boxes,
        line_heights=_line_heights(grid, rows),
        points=points,
    )


def dock_margin(grid: Grid, *, upright: bool) -> float:
    """Return how far from a card's corners links keep that run upright in the lattice, or flat."""
    top = upright is not grid.down
    return grid.sizes.dock_margin_top if top else grid.sizes.dock_margin_side


def lines_apart(grid: Grid) -> float:
    """Return the distance between two lines in one gutter."""
    return grid.sizes.lines_apart_down if grid.down else grid.sizes.lines_apart


def _slot(grid: Grid, gutter: int) -> float:
    """Return how far from the gutter's middle the first track beside its lines runs."""
    return grid.sizes.line_clearance + (len(grid.lines[gutter]) - 1) * lines_apart(grid) / 2


def _columns(
    grid: Grid,
    strips: Mapping[int, list[Segment]],
    left: float,
    wider: Mapping[int, float],
) -> list[Strip]:
    columns: list[Strip] = []
    for column in range(grid.width):
        spread = max([segment.spread for segment in strips.get(column, ())], default=-1.0)
        if column % 2:
            margin = dock_margin(grid, upright=True)
            needed = 2 * (spread * grid.sizes.dock_least_gap + margin)
            size = max(grid.widths[column // 2], needed)
        else:
            inner = 0 < column < grid.width - 1
            base = grid.sizes.column_gutter if inner else grid.sizes.outer_gutter
            size = max(base, _gutter(grid, spread)) + wider.get(column, 0.0)
        padding = _badge_room(grid, column) if grid.down else 0.0
        columns.append(Strip(left, size + padding, left + size / 2))
        left += size + padding
    return columns


def _rows(
    grid: Grid,
    strips: Mapping[int, list[Segment]],
    top: float,
    wider: Mapping[int, float],
) -> list[Strip]:
    rows: list[Strip] = []
    for row in range(grid.height):
        spread = max([segment.spread for segment in strips.get(row, ())], default=-1.0)
        if row % 2:
            margin = dock_margin(grid, upright=False)
            needed = 2 * (spread * grid.sizes.dock_least_gap + margin)
            size = max(grid.heights[row // 2], needed)
        else:
            size = _lined_gutter(grid, row, spread) if row in grid.lines else _gutter(grid, spread)
            size = max(_base_gutter(grid, row), size) + wider.get(row, 0.0)
        padding = 0.0 if grid.down else _badge_room(grid, row)
        rows.append(Strip(top, size + padding, top + size / 2))
        top += size + padding
    return rows


def _badge_room(grid: Grid, strip: int) -> float:
    """Return what a gutter needs more for badges on the upper edge of the cards after it."""
    return _BADGE_ROOM if strip % 2 == 0 and strip // 2 in grid.raised else 0.0


def _gutter(grid: Grid, spread: float) -> float:
    """Return the size of a gutter with tracks up to ``spread`` from its middle."""
    return 2 * (spread * grid.sizes.track_gap + grid.sizes.track_margin) if spread >= 0 else 0.0


def _lined_gutter(grid: Grid, row: int, spread: float) -> float:
    """Return the size of a gutter whose middle is kept free for the lines drawn in it."""
    beside = floor(spread) * grid.sizes.track_gap + grid.sizes.track_margin if spread >= 0 else 3.0
    return 2 * (_slot(grid, row) + beside)


def _base_gutter(grid: Grid, row: int) -> float:
    """Return the least size of a gutter: small in a lane, larger between lanes."""
    if row in (0, grid.height - 1):
        return grid.sizes.outer_gutter
    same = grid.lane_of[row // 2] == grid.lane_of[row // 2 - 1]
    if same:
        return grid.sizes.stack_gutter
    return grid.sizes.column_gutter if grid.down else grid.sizes.lane_gutter


def _across(grid: Grid, segment: Segment, strip: Strip, margin: float, slot: float) -> float:
    """Return a segment's coordinate across its strip."""
    offset = segment.offset
    if segment.strip % 2:
        room = strip.size / 2 - margin
        gap = min(grid.sizes.dock_gap, room / segment.spread) if segment.spread else 0.0
        return strip.middle + offset * gap
    if not slot:
        return strip.middle + offset * grid.sizes.track_gap
    if offset < 0:
        return strip.middle - slot - (ceil(-offset) - 1) * grid.sizes.track_gap
    return strip.middle + slot + floor(offset) * grid.sizes.track_gap


def _box(cell: Cell, rows: Sequence[Strip], columns: Sequence[Strip]) -> Rect:
    row = rows[2 * cell.row + 1]
    left, right = columns[2 * cell.first + 1], columns[2 * cell.last + 1]
    return Rect(
        x=tenth(left.start),
        y=tenth(row.start),
        width=tenth(right.end - left.start),
        height=tenth(row.size),
    )


def _line_heights(grid: Grid, rows: Sequence[Strip]) -> dict[int, float]:
    heights: dict[int, float] = {}
    for gutter, lines in grid.lines.items():
        for n, line in enumerate(lines):
            shift = (n - (len(lines) - 1) / 2) * lines_apart(grid)
            heights[line] = tenth(rows[gutter].middle + shift)
    return heights


def _corners(pieces: Sequence[Segment], source: Rect, target: Rect) -> tuple[Point, ...]:
    """Return a link's corners, from its source's border to its target's."""
    first, last = pieces[0], pieces[-1]
    points = [_dock(first, source, on=first.end > first.start)]
    for one, two in itertools.pairwise(pieces):
        points.append((one.at, two.at) if one.vertical else (two.at, one.at))
    points.append(_dock(last, target, on=last.end < last.start))
    return tuple([(tenth(x), tenth(y)) for x, y in points])


def _dock(segment: Segment, box: Rect, *, on: bool) -> Point:
    """Return the point of a card's border where a link meets it."""
    if segment.vertical:
        return (segment.at, box.bottom if on else box.y)
    return (box.right if on else box.x, segment.at)
