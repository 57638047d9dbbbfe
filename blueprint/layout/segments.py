"""Paths cut into straight segments, each in one strip (a gutter, a sub-row or a column)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.layout.route import Path


@dataclass(slots=True)
class Segment:
    """A straight piece of one link's path.

    Attributes:
        edge: The link.
        vertical: Whether it runs along a lattice column.
        strip: The lattice column (vertical) or row (horizontal) it runs in.
        start: Lattice row (vertical) or column (horizontal) it starts from.
        end: Where it ends.
        before: Index of the segment before it on its path, -1 at the source.
        after: Index of the segment after it, -1 at the target.
        offset: Its track, counted from the middle of its strip.
        spread: The farthest track of those it must keep its distance to.
        shift: Its track as a small fraction of a lattice step, to compare with others.
        at: Its place across the strip, in pixels, once known.
    """

    edge: int
    vertical: bool
    strip: int
    start: int
    end: int
    before: int = -1
    after: int = -1
    offset: float = 0.0
    spread: float = 0.0
    shift: float = 0.0
    at: float = 0.0


def cut(paths: Sequence[Path]) -> tuple[list[Segment], list[list[int]]]:
    """Cut paths into segments.

    Returns:
        All segments, and each path's segments by index, from source to target.
    """
    segments: list[Segment] = []
    of_edge: list[list[int]] = []
    for edge, path in enumerate(paths):
        corners = _corners(path)
        mine = range(len(segments), len(segments) + len(corners) - 1)
        for n, ((i, j), (i2, j2)) in zip(mine, itertools.pairwise(corners), strict=True):
            vertical = j == j2
            segments.append(
                Segment(
                    edge=edge,
                    vertical=vertical,
                    strip=j if vertical else i,
                    start=i if vertical else j,
                    end=i2 if vertical else j2,
                    before=n - 1 if n > mine.start else -1,
                    after=n + 1 if n + 1 < mine.stop else -1,
                )
            )
        of_edge.append(list(mine))
    return segments, of_edge


def _corners(path: Path) -> list[tuple[int, int]]:
    corners = [path[0]]
    for (i, j), (i2, j2), (i3, j3) in zip(path, path[1:], path[2:], strict=False):
        if (i2 - i, j2 - j) != (i3 - i2, j3 - j2):
            corners.append((i2, j2))
    corners.append(path[-1])
    return corners
