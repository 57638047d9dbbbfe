"""Which segment runs on which track of its strip, so that few cross and none overlap.

For every two segments that run side by side, the crossings of both orders are counted;
the strip's segments are put into an order that goes against few of these counts, and
the tracks are numbered in that order. Two rounds over all strips follow the first, since
what crosses in one strip hangs on the tracks of the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.layout.order import order_by_wishes
from blueprint.layout.segments import Segment

ROUNDS = 3
_DOCK = 0.3
_APART = 0.12
_SHIFT = 0.45


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a segment: where it is along its strip, and to which side it turns (-1, 0, 1)."""

    at: float
    turn: int


@dataclass(frozen=True, slots=True)
class _Extent:
    """How far a segment reaches along its strip.

    ``low`` and ``high`` are exact, by the tracks of its neighbours; ``reach_low`` and
    ``reach_high`` are whole lattice steps, and end inside the cell where it docks.
    """

    low: float
    high: float
    reach_low: float
    reach_high: float
    ends: tuple[_End, _End]


@dataclass(frozen=True, slots=True)
class Strips:
    """All strips with their segments, and the number of tracks each needs."""

    columns: dict[int, list[int]]
    rows: dict[int, list[int]]


def group(segments: Sequence[Segment]) -> Strips:
    """Sort segments by the strip they run in."""
    columns: defaultdict[int, list[int]] = defaultdict(list)
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for n, segment in enumerate(segments):
        (columns if segment.vertical else rows)[segment.strip].append(n)
    return Strips(dict(sorted(columns.items())), dict(sorted(rows.items())))


def assign_tracks(segments: Sequence[Segment]) -> Strips:
    """Give every segment its track (`Segment.offset`)."""
    strips = group(segments)
    for turn in range(ROUNDS):
        for members in strips.columns.values():
            _order_strip(segments, members, exact=False, first=turn == 0)
        for members in strips.rows.values():
            _order_strip(segments, members, exact=turn > 0, first=turn == 0)
    return strips


def _extent(segments: Sequence[Segment], segment: Segment) -> _Extent:
    start, end = _end(segments, segment, first=True), _end(segments, segment, first=False)
    reach_start, reach_end = float(segment.start), float(segment.end)
    on = 1.0 if segment.end > segment.start else -1.0
    if segment.before < 0:
        reach_start += _DOCK * on
    if segment.after < 0:
        reach_end -= _DOCK * on
    return _Extent(
        low=min(start.at, end.at),
        high=max(start.at, end.at),
        reach_low=min(reach_start, reach_end),
        reach_high=max(reach_start, reach_end),
        ends=(start, end),
    )


def _end(segments: Sequence[Segment], segment: Segment, *, first: bool) -> _End:
    base = segment.start if first else segment.end
    neighbour = segment.before if first else segment.after
    if neighbour < 0:
        return _End(float(base), 0)
    other = segments[neighbour]
    near, far = (other.end, other.start) if first else (other.start, other.end)
    return _End(base + other.shift, 1 if far > near else -1)


def _crossings(before: _Extent, after: _Extent) -> int:
    """Count the crossings of two segments if ``before`` has the smaller track."""
    crossings = 0
    for end in before.ends:
        if end.turn > 0 and after.low < end.at < after.high:
            crossings += 1
    for end in after.ends:
        if end.turn < 0 and before.low < end.at < before.high:
            crossings += 1
    return crossings


def _order_strip(
    segments: Sequence[Segment], members: Sequence[int], *, exact: bool, first: bool
) -> None:
    if len(members) == 1:
        segment = segments[members[0]]
        segment.offset = segment.spread = segment.shift = 0.0
        return
    extents = {n: _extent(segments, segments[n]) for n in members}
    beside, wishes = _compare(members, extents, exact=exact)

    def tie(n: int) -> tuple[float, ...]:
        extent = extents[n]
        lean = sum(end.turn for end in extent.ends) if first else segments[n].shift
        return (lean, extent.low, extent.high, n)

    ordered = order_by_wishes(members, wishes, tie)
    tracks = _number(ordered, beside)
    most = max(tracks.values()) + 1
    for part in _parts(ordered, beside):
        _centre(segments, part, tracks, most)


def _compare(
    members: Sequence[int], extents: dict[int, _Extent], *, exact: bool
) -> tuple[dict[int, list[int]], dict[int, dict[int, int]]]:
    """Find who runs beside whom, and which of each two would better come first."""
    beside: dict[int, list[int]] = {n: [] for n in members}
    wishes: dict[int, dict[int, int]] = {}
    open_now: list[int] = []
    for n in sorted(members, key=lambda n: (extents[n].reach_low, extents[n].low, n)):
        mine = extents[n]
        open_now = [other for other in open_now if extents[other].reach_high >= mine.reach_low]
        for other in open_now:
            theirs = extents[other]
            if exact and (theirs.high < mine.low - _APART or mine.high < theirs.low - _APART):
                continue
            beside[n].append(other)
            beside[other].append(n)
            here, there = _crossings(mine, theirs), _crossings(theirs, mine)
            if here < there:
                wishes.setdefault(n, {})[other] = there - here
            elif there < here:
                wishes.setdefault(other, {})[n] = here - there
        open_now.append(n)
    return beside, wishes


def _number(ordered: Sequence[int], beside: dict[int, list[int]]) -> dict[int, int]:
    """Number tracks in order; what does not run side by side may share one."""
    tracks: dict[int, int] = {}
    for n in ordered:
        tracks[n] = 1 + max((tracks[other] for other in beside[n] if other in tracks), default=-1)
    return tracks


def _parts(ordered: Sequence[int], beside: dict[int, list[int]]) -> list[list[int]]:
    """Split a strip's segments into groups that have nothing to do with each other."""
    seen: set[int] = set()
    parts: list[list[int]] = []
    for n in ordered:
        if n in seen:
            continue
        seen.add(n)
        part = [n]
        for member in part:
            for other in beside[member]:
                if other not in seen:
                    seen.add(other)
                    part.append(other)
        parts.append(part)
    return parts


def _centre(
    segments: Sequence[Segment], part: Sequence[int], tracks: dict[int, int], most: int
) -> None:
    """Count a group's tracks from its middle; in a sub-row or column, from its straight link."""
    last = max(tracks[n] for n in part)
    middle = last / 2
    if segments[part[0]].strip % 2:
        straight = sorted(
            tracks[n] for n in part if segments[n].before < 0 and segments[n].after < 0
        )
        if straight:
            middle = float(straight[len(straight) // 2])
    spread = max(middle, last - middle)
    for n in part:
        segment = segments[n]
        segment.offset = tracks[n] - middle
        segment.spread = spread
        segment.shift = _SHIFT * segment.offset / max(most, 2)
