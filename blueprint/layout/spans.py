"""Finds the rectangles near a rectangle without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

Span = tuple[float, float, float, float]
"""A rectangle as left, top, right, bottom."""

_CELL_WIDTH = 96.0
_CELL_HEIGHT = 48.0


class SpanIndex:
    """Rectangles sorted into the squares of a coarse raster."""

    def __init__(self) -> None:
        self._squares: defaultdict[tuple[int, int], list[tuple[int, Span]]] = defaultdict(list)

    def add(self, span: Span, owner: int = -1) -> None:
        """Remember a rectangle and whose it is."""
        for square in _squares(span):
            self._squares[square].append((owner, span))

    def touching(self, span: Span) -> Iterator[tuple[int, Span]]:
        """Yield the owner and span of every rectangle that overlaps this one.

        One that lies in several squares may come more than once.
        """
        left, top, right, bottom = span
        for square in _squares(span):
            for entry in self._squares.get(square, ()):
                other = entry[1]
                if other[0] < right and other[2] > left and other[1] < bottom and other[3] > top:
                    yield entry


def _squares(span: Span) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = span
    for column in range(int(left // _CELL_WIDTH), int(right // _CELL_WIDTH) + 1):
        for row in range(int(top // _CELL_HEIGHT), int(bottom // _CELL_HEIGHT) + 1):
            yield (column, row)
