"""The lattice a drawing is routed on: cells for cards, gutters between them.

Every lane is split into sub-rows, so that a cell (one sub-row, one step) holds at most
one card. Lattice row ``2r + 1`` is sub-row ``r`` and lattice column ``2c + 1`` is step
``c``; even rows and columns are the gutters around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.layout.extents import Cell, column_widths, row_heights
from blueprint.layout.measure import Measured
from blueprint.layout.sizes import Sizes
from blueprint.layout.stack import last_step, stacked
from blueprint.layout.view import View

__all__ = ["Cell", "Grid", "make_grid"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Sub-rows, columns and who stands where.

    Attributes:
        rows: Number of sub-rows.
        columns: Number of steps.
        cells: One per card, in the view's order.
        lane_of: Lane index of each sub-row.
        first_row: First sub-row of each lane, and the number of rows at the end.
        heights: Least height of each sub-row.
        widths: Least width of each step.
        taken: Lattice node to the card that covers it.
        lines: Gutter row to the indexes of the lines drawn in it.
        raised: Sub-rows with badges on their cards' upper edge; steps, where they go down.
        sizes: The measures it is drawn with.
        down: Whether it is a lattice turned over: its columns are drawn as rows.
    """

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    lane_of: tuple[int, ...]
    first_row: tuple[int, ...]
    heights: tuple[float, ...]
    widths: tuple[float, ...]
    taken: dict[int, int]
    lines: dict[int, tuple[int, ...]]
    raised: frozenset[int]
    sizes: Sizes
    down: bool = False

    @property
    def width(self) -> int:
        """Number of lattice columns."""
        return 2 * self.columns + 1

    @property
    def height(self) -> int:
        """Number of lattice rows."""
        return 2 * self.rows + 1

    def node(self, row: int, column: int) -> int:
        """Return the number of a lattice node."""
        return row * self.width + column


def make_grid(
    view: View,
    measured: Sequence[Measured],
    lane_needs: Sequence[float],
    step_needs: Sequence[float] = (),
) -> Grid:
    """Give every card its cell.

    Args:
        view: What is drawn.
        measured: Its cards' sizes.
        lane_needs: Room across the lanes that each lane's name and line tags need.
        step_needs: Room along the lanes that each step's title needs.
    """
    columns = len(view.steps)
    stack, depth = stacked(view)
    first_row = [0]
    for lane in range(len(view.lanes)):
        first_row.append(first_row[-1] + depth[lane])
    cells = tuple(
        Cell(first_row[card.lane] + level, card.step, last_step(view, n))
        for n, (card, level) in enumerate(zip(view.cards, stack, strict=True))
    )
    lane_of = tuple(lane for lane, rows in enumerate(depth) for _ in range(rows))
    return Grid(
        rows=first_row[-1],
        columns=columns,
        cells=cells,
        lane_of=lane_of,
        first_row=tuple(first_row),
        heights=row_heights(view, cells, measured, lane_needs, first_row),
        widths=column_widths(view, cells, measured, step_needs),
        taken=_taken(cells, 2 * columns + 1),
        lines=_lines(view, first_row),
        raised=_raised(view, cells, measured),
        sizes=view.sizes,
        down=view.orientation == "down",
    )


def _raised(view: View, cells: Sequence[Cell], measured: Sequence[Measured]) -> frozenset[int]:
    down = view.orientation == "down"
    return frozenset(
        cell.first if down else cell.row
        for cell, size in zip(cells, measured, strict=True)
        if size.raised
    )


def _taken(cells: Sequence[Cell], width: int) -> dict[int, int]:
    taken: dict[int, int] = {}
    for card, cell in enumerate(cells):
        row = (2 * cell.row + 1) * width
        for column in range(2 * cell.first + 1, 2 * cell.last + 2):
            taken[row + column] = card
    return taken


def _lines(view: View, first_row: Sequence[int]) -> dict[int, tuple[int, ...]]:
    lines: dict[int, tuple[int, ...]] = {}
    for n, line in enumerate(view.lines):
        gutter = 2 * first_row[max(0, min(line.above, len(view.lanes)))]
        lines[gutter] = (*lines.get(gutter, ()), n)
    return lines
