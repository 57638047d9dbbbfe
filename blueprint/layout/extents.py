"""How large the cells of the lattice must be: by their cards, lane names and step titles.

Where steps go across, a column is as wide as all cards are and a sub-row as high as its
highest card. Where they go down the lattice is turned over: a sub-row stands upright and
is as wide as all cards are, and a column lies flat, as high as its highest card.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.layout.measure import Measured
from blueprint.layout.view import View

LANE_LEAST_HEIGHT = 36.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a card stands: its sub-row and its first and last step."""

    row: int
    first: int
    last: int


def row_heights(
    view: View,
    cells: Sequence[Cell],
    measured: Sequence[Measured],
    lane_needs: Sequence[float],
    first_row: Sequence[int],
) -> tuple[float, ...]:
    """Return the least extent of each sub-row across the lanes.

    Args:
        view: What is drawn.
        cells: Where its cards stand.
        measured: Their sizes.
        lane_needs: Room that each lane's name and line tags need.
        first_row: First sub-row of each lane, and the number of rows at the end.
    """
    down = view.orientation == "down"
    heights = [LANE_LEAST_HEIGHT] * first_row[-1]
    for cell, size in zip(cells, measured, strict=True):
        extent = view.sizes.card_width if down else size.height
        heights[cell.row] = max(heights[cell.row], extent)
    for lane, needed in enumerate(lane_needs):
        rows = range(first_row[lane], first_row[lane + 1])
        have = sum(heights[row] for row in rows) + view.sizes.stack_gutter * (len(rows) - 1)
        heights[rows[-1]] += max(0.0, needed - have)
    return tuple(heights)


def column_widths(
    view: View, cells: Sequence[Cell], measured: Sequence[Measured], step_needs: Sequence[float]
) -> tuple[float, ...]:
    """Return the least extent of each step along the lanes.

    Args:
        view: What is drawn.
        cells: Where its cards stand.
        measured: Their sizes.
        step_needs: Room that each step's title needs, where steps go down.
    """
    if view.orientation == "across":
        return (view.sizes.card_width,) * len(view.steps)
    widths = [max(view.sizes.card_least_height, needed) for needed in step_needs]
    pairs = sorted(zip(cells, measured, strict=True), key=lambda pair: pair[0].last - pair[0].first)
    for cell, size in pairs:
        steps = widths[cell.first : cell.last + 1]
        have = sum(steps) + view.sizes.column_gutter * (len(steps) - 1)
        widths[cell.last] += max(0.0, size.height - have)
    return tuple(widths)
