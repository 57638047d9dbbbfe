"""Paths cut into straight segments, each in one strip (a gutter, a sub-row or a column)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from blueprint.layout.route import Path

DOCK = 0.3
"""How far a segment that docks at a card reaches into the card's cell, in lattice steps."""


@dataclass(slots=True, eq=False)
class Segment:
    """A straight piece of one link's path.

    Attributes:
        edge: The link.
        vertical: Whether it runs along a lattice column.
        strip: The lattice column (vertical) or row (horizontal) it runs in.
        start: Lattice row (vertical) or column (horizontal) it starts from.
        end: Where it ends.
        before: The segment before it on its path, ``None`` at the source.
        after: The segment after it, ``None`` at the target.
        form: What its place in its strip hangs on and no track changes (`Form`).
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
    before: Segment | None = field(default=None, repr=False)
    after: Segment | None = field(default=None, repr=False)
    form: Form = (0, 0, 0.0, 0.0)
    offset: float = 0.0
    spread: float = 0.0
    shift: float = 0.0
    at: float = 0.0


Form = tuple[int, int, float, float]
"""To which side a segment's path comes in and goes on (-1, 0 at a card, 1), and its reach.

The reach is from where to where it runs in whole lattice steps, and ends inside the cell
where it docks.
"""


def cut(paths: Sequence[Path]) -> list[list[Segment]]:
    """Return each path's segments, from source to target."""
    return [cut_path(edge, path) for edge, path in enumerate(paths)]


def cut_path(edge: int, path: Path) -> list[Segment]:
    """Cut one link's path into segments."""
    pieces = []
    for (i, j), (i2, j2) in itertools.pairwise(_corners(path)):
        if j == j2:
            pieces.append(Segment(edge=edge, vertical=True, strip=j, start=i, end=i2))
        else:
            pieces.append(Segment(edge=edge, vertical=False, strip=i, start=j, end=j2))
    for one, other in itertools.pairwise(pieces):
        one.after, other.before = other, one
    for piece in pieces:
        piece.form = _form(piece)
    return pieces


def _form(piece: Segment) -> Form:
    start, end = float(piece.start), float(piece.end)
    on = 1 if end > start else -1
    came, goes = 0, 0
    if piece.before:
        came = 1 if piece.before.start > piece.before.end else -1
    else:
        start += DOCK * on
    if piece.after:
        goes = 1 if piece.after.end > piece.after.start else -1
    else:
        end -= DOCK * on
    return (came, goes, min(start, end), max(start, end))


def _corners(path: Path) -> list[tuple[int, int]]:
    corners = [path[0]]
    for (i, j), (i2, j2), (i3, j3) in zip(path, path[1:], path[2:], strict=False):
        if (i2 - i, j2 - j) != (i3 - i2, j3 - j2):
            corners.append((i2, j2))
    corners.append(path[-1])
    return corners
