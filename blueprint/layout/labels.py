"""Where the words on links go: on their own line, off all cards and all other words.

For each straight piece of a link, the stretches where a label would be free are
computed exactly; the best place on them wins. A label without any free place tells
which gutter should grow to make one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.layout.place import Placed, Strip, Wider
from blueprint.layout.scene import Point, Rect
from blueprint.layout.segments import Segment
from blueprint.layout.sizes import Sizes, tenth
from blueprint.layout.spans import Span, SpanIndex
from blueprint.layout.text import longest_piece, width, wrap
from blueprint.layout.view import LABEL_PARTS

_PAD = 3.0
_FROM_CORNER = 7.0
_FROM_CARD = 7.5
_FROM_TIP = 16.0
_OVER_EDGE = 13.0
_OVER_LINE = 25.0
_OFF_CENTRE = 6.0
_UPRIGHT = 8.0
_EXTRA_LINE = 5.0
_TOO_SHORT = 25.0
_TOO_DEAR = 24.0
_MOST_HIDDEN = 6.0
_LITTLE = 1.3
_NARROWEST = 2.3


@dataclass(frozen=True, slots=True)
class Shape:
    """A label's lines and the box around them."""

    lines: tuple[str, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """A straight piece of a link in pixels, from ``low`` to ``high`` at ``at``.

    ``keep_low`` and ``keep_high`` are how much of the line must be seen at either end.
    """

    segment: Segment
    low: float
    high: float
    at: float
    keep_low: float
    keep_high: float

    def box(self, shape: Shape, centre: float) -> Span:
        x, y = (self.at, centre) if self.segment.vertical else (centre, self.at)
        w, h = shape.width / 2, shape.height / 2
        return (x - w, y - h, x + w, y + h)


def shapes(text: str, lang: str, sizes: Sizes) -> list[Shape]:
    """Return the ways a label may be broken into lines, the flattest first; none if empty."""
    if not text.strip():
        return []
    whole = width(" ".join(text.split()), sizes.label_font, lang=lang)
    least = max(
        _NARROWEST * sizes.label_font, longest_piece(text, sizes.label_font, lang=lang) + 0.1
    )
    found: dict[tuple[str, ...], Shape] = {}
    for room in (sizes.label_widest, max(least, whole * 0.62), max(least, whole * 0.42)):
        lines = wrap(
            text,
            sizes.label_font,
            min(room, sizes.label_widest),
            most=sizes.label_most_lines,
            lang=lang,
            balanced=True,
        )
        if lines and not (found and (lines[-1].endswith("…") or 1 in map(len, lines))):
            lines = _between_parts(text, lines, lang, sizes)
            widest = _widest(lines, lang, sizes)
            height = sizes.label_line * len(lines) + 2.0
            found.setdefault(lines, Shape(lines, widest + 2 * _PAD, height))
    return list(found.values())


def _between_parts(text: str, lines: tuple[str, ...], lang: str, sizes: Sizes) -> tuple[str, ...]:
    """Break a label of two parts (``5 % · Damaged``) between them where that is little wider."""
    first, dot, second = " ".join(text.split()).partition(LABEL_PARTS)
    parts = (first + dot.rstrip(), second)
    fits = len(lines) == len(parts) and dot
    return (
        parts
        if fits and _widest(parts, lang, sizes) <= _LITTLE * _widest(lines, lang, sizes)
        else lines
    )


def _widest(lines: Sequence[str], lang: str, sizes: Sizes) -> float:
    return max(width(line, sizes.label_font, lang=lang) for line in lines)


class LabelPlacer:
    """Places the labels of one placed drawing."""

    def __init__(
        self,
        placed: Placed,
        ways: Sequence[Sequence[Point]],
        bounds: Rect,
        fixed: Sequence[Rect],
        badges: Sequence[Rect],
        *,
        down: bool = False,
    ) -> None:
        self.down = down
        self.placed = placed
        self.bounds = bounds
        self._solid = SpanIndex()
        for box in (*placed.boxes, *fixed, *badges):
            self._solid.add(_span(box, 2.0))
        self._edges = SpanIndex()
        for n, points in enumerate(ways):
            for (x, y), (x2, y2) in itertools.pairwise(points):
                self._edges.add((min(x, x2), min(y, y2), max(x, x2), max(y, y2)), n)
        self._lines = sorted(placed.line_heights.values())

    def place(
        self, edge: int, offered: Sequence[Shape], pieces: Sequence[Segment], *, picky: bool
    ) -> tuple[Shape, Rect] | None:
        """Find the best free place on a link and take it.

        Args:
            edge: The link.
            offered: How its label may be broken into lines.
            pieces: The link's straight pieces.
            picky: Whether to refuse a place where much else would be hidden.

        Returns:
            The lines and their box, or ``None`` if there is no place.
        """
        best: tuple[float, Shape, Span] | None = None
        for shape in offered:
            for piece in _pieces(pieces, self.placed.points[edge]):
                for centre, short in self._free(piece, shape):
                    box = piece.box(shape, centre)
                    cost = self._cost(edge, piece, shape, box, centre) + _TOO_SHORT * short
                    if best is None or cost < best[0] - 1e-6:
                        best = (cost, shape, box)
        if best is None or (picky and best[0] > _TOO_DEAR):
            return None
        _, shape, (left, top, right, bottom) = best
        self._solid.add((left - 1.0, top - 1.0, right + 1.0, bottom + 1.0))
        return shape, Rect(
            x=tenth(left),
            y=tenth(top),
            width=tenth(right - left),
            height=tenth(bottom - top),
        )

    def _free(self, piece: _Piece, shape: Shape) -> Iterator[tuple[float, bool]]:
        """Yield free centres on a piece, and whether the piece is too short for the label."""
        vertical = piece.segment.vertical
        half = (shape.height if vertical else shape.width) / 2
        low, high = piece.low + half + piece.keep_low, piece.high - half - piece.keep_high
        middle = (piece.low + piece.high + piece.keep_low - piece.keep_high) / 2
        short = low > high
        if short:
            hidden = half - (piece.high - piece.low) / 2
            if hidden > _MOST_HIDDEN or piece.keep_low + piece.keep_high > 2 * _FROM_CORNER:
                return
            low = high = middle
        bounds = self.bounds
        edge_low, edge_high = (bounds.y, bounds.bottom) if vertical else (bounds.x, bounds.right)
        low, high = max(low, edge_low + half), min(high, edge_high - half)
        if low > high or not self._inside(piece, shape):
            return
        for start, end in self._gaps(piece, shape, low, high, half):
            centres = {
                min(max(middle, start), end),
                start,
                end,
                (start + end) / 2,
                (3 * start + end) / 4,
                (start + 3 * end) / 4,
            }
            for centre in sorted(centres):
                yield centre, short

    def _inside(self, piece: _Piece, shape: Shape) -> bool:
        """Say whether a label on this piece stays inside the canvas across its line."""
        bounds = self.bounds
        if piece.segment.vertical:
            half = shape.width / 2
            return bounds.x <= piece.at - half and piece.at + half <= bounds.right
        half = shape.height / 2
        return bounds.y <= piece.at - half and piece.at + half <= bounds.bottom

    def _gaps(
        self, piece: _Piece, shape: Shape, low: float, high: float, half: float
    ) -> list[tuple[float, float]]:
        """Return the stretches between ``low`` and ``high`` where nothing is in the way."""
        first, last = piece.box(shape, low), piece.box(shape, high)
        band = (first[0], first[1], last[2], last[3])
        side = 1 if piece.segment.vertical else 0
        blocked = sorted(
            {(span[side] - half, span[side + 2] + half) for _, span in self._solid.touching(band)}
        )
        gaps: list[tuple[float, float]] = []
        at = low
        for start, end in blocked:
            if start >= at:
                gaps.append((at, min(start, high)))
            at = max(at, end)
            if at > high:
                break
        if at <= high:
            gaps.append((at, high))
        return gaps

    def _cost(self, edge: int, piece: _Piece, shape: Shape, box: Span, centre: float) -> float:
        hidden = {piece for piece in self._edges.touching(box) if piece[0] != edge}
        over = sum(1 for y in self._lines if box[1] - 2.0 < y < box[3] + 2.0)
        length = max(1.0, piece.high - piece.low)
        return (
            _OVER_EDGE * len(hidden)
            + _OVER_LINE * over
            + _OFF_CENTRE * abs(centre - (piece.low + piece.high) / 2) / length
            + (_UPRIGHT if piece.segment.vertical is not self.down else 0.0)
            + _EXTRA_LINE * (len(shape.lines) - 1)
        )


def _pieces(segments: Sequence[Segment], points: Sequence[Point]) -> Iterator[_Piece]:
    last = len(segments) - 1
    for n, segment in enumerate(segments):
        side = 1 if segment.vertical else 0
        start, end = points[n][side], points[n + 1][side]
        at_start = _FROM_CARD if n == 0 else _FROM_CORNER
        at_end = _FROM_TIP if n == last else _FROM_CORNER
        yield _Piece(
            segment=segment,
            low=min(start, end),
            high=max(start, end),
            at=points[n][1 - side],
            keep_low=at_start if start < end else at_end,
            keep_high=at_end if start < end else at_start,
        )


def _span(box: Rect, margin: float) -> Span:
    return (box.x - margin, box.y - margin, box.right + margin, box.bottom + margin)


def widen(
    wider: Wider,
    placed: Placed,
    failed: Mapping[int, tuple[Sequence[Shape], Sequence[Segment]]],
    *,
    add_up: bool,
) -> Wider:
    """Return gutters wide enough for labels that found no place.

    Args:
        wider: How much they are widened so far.
        placed: The drawing as it stands.
        failed: Per link without a place for its label, the label's shapes and the link's pieces.
        add_up: Whether labels that want the same gutter each get room of their own.
    """
    rows: dict[int, float] = {}
    columns: dict[int, float] = {}
    for offered, pieces in failed.values():
        upright, strip, more = _cheapest(placed, offered, pieces)
        wanted = columns if upright else rows
        have = wanted.get(strip, 0.0)
        wanted[strip] = have + more if add_up else max(have, more)
    return Wider(
        rows={k: wider.rows.get(k, 0.0) + rows.get(k, 0.0) for k in sorted({**wider.rows, **rows})},
        columns={
            k: wider.columns.get(k, 0.0) + columns.get(k, 0.0)
            for k in sorted({**wider.columns, **columns})
        },
    )


def _cheapest(
    placed: Placed, offered: Sequence[Shape], pieces: Sequence[Segment]
) -> tuple[bool, int, float]:
    """Return the gutter whose widening costs least: is it a column, which, by how much."""
    wide = placed.columns[-1].end - placed.columns[0].start
    high = placed.rows[-1].end - placed.rows[0].start
    wishes = [
        wish for shape in offered for piece in pieces for wish in _wishes(placed, shape, piece)
    ]
    return min(wishes, key=lambda wish: wish[2] * (high if wish[0] else wide))


def _wishes(placed: Placed, shape: Shape, segment: Segment) -> Iterator[tuple[bool, int, float]]:
    """Yield the gutters that would give a label room on this piece of its link."""
    along = placed.rows if segment.vertical else placed.columns
    across = placed.columns if segment.vertical else placed.rows
    length = shape.height if segment.vertical else shape.width
    breadth = shape.width if segment.vertical else shape.height
    if segment.strip % 2 == 0:
        strip = across[segment.strip]
        away = abs(segment.at - strip.middle)
        missing = 2 * (breadth / 2 + away + 4.0) - strip.size
        yield (segment.vertical, segment.strip, missing if missing > 0 else breadth + 4.0)
        return
    for gutter in range(min(segment.start, segment.end), max(segment.start, segment.end) + 1):
        if gutter % 2:
            continue
        ends_here = gutter in (segment.start, segment.end)
        needed = (length + _FROM_TIP + _FROM_CARD + 2.0) * (2 if ends_here else 1)
        if segment.vertical and _is_lined(placed, along[gutter]):
            needed = max(needed, 2 * (length + _FROM_CARD + _PAD))
        missing = needed - along[gutter].size
        yield (not segment.vertical, gutter, missing if missing > 0 else length + 6.0)


def _is_lined(placed: Placed, gutter: Strip) -> bool:
    """Say whether one of the three lines runs in a gutter."""
    return any(gutter.start < y < gutter.end for y in placed.line_heights.values())
