"""Finds the rectangles near a rectangle without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

Span = tuple[float, float, float, float]
"""A rectangle as left, top, right, bottom."""

_CELL_WIDTH = 256.0
_CELL_HEIGHT = 128.0


class SpanIndex:
    """Rectangles sorted into the squares of a coarse raster."""

    def __init__(self) -> None:
        self._squares: defaultdict[tuple[int, int], list[tuple[int, Span]]] = defaultdict(list)

    def add(self, span: Span, owner: int = -1) -> None:
        """Remember a rectangle and whose it is."""
        entry, squares = (owner, span), self._squares
        for square in _squares(span):
            squares[square].append(entry)

    def touching(self, span: Span) -> Iterator[tuple[int, Span]]:
        """Yield the owner and span of every rectangle that overlaps this one.

        One that lies in several squares may come more than once.
        """
        left, top, right, bottom = span
        for square in _squares(span):
            for entry in self._squares.get(square, ()):
                left2, top2, right2, bottom2 = entry[1]
                if left2 < right and right2 > left and top2 < bottom and bottom2 > top:
                    yield entry


def _squares(span: Span) -> list[tuple[int, int]]:
    left, top, right, bottom = span
    columns = range(int(left // _CELL_WIDTH), int(right // _CELL_WIDTH) + 1)
    rows = range(int(top // _CELL_HEIGHT), int(bottom // _CELL_HEIGHT) + 1)
    return [(column, row) for column in columns for row in rows]
