"""Which segment runs on which track of its strip, so that few cross and none overlap.

For every two segments that run side by side, the crossings of both orders are counted;
the strip's segments are put into an order that goes against few of these counts, and
the tracks are numbered in that order. Two rounds over all strips follow the first, since
what crosses in one strip hangs on the tracks of the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.layout.order import order_by_wishes
from blueprint.layout.segments import Segment

ROUNDS = 3
_APART = 0.12
_SHIFT = 0.45

_Extent = tuple[float, float, float, float, float, int, float, int]
"""How far a segment reaches along its strip: low, high, both in whole steps, and its ends.

Low and high are exact, by the tracks of its neighbours. Each end is where it is and to
which side the path turns there (0 where it docks).
"""
_Track = tuple[float, float, float]
"""A segment's offset, spread and shift."""
_Question = tuple[tuple[_Extent, ...], tuple[float, ...], bool, bool]
Memo = dict[_Question, tuple[_Track, ...]]
"""The tracks of strips seen before, for drawings that differ little from each other."""


@dataclass(frozen=True, slots=True)
class Strips:
    """All strips with their segments."""

    columns: dict[int, list[Segment]]
    rows: dict[int, list[Segment]]


def group(links: Sequence[Sequence[Segment]]) -> Strips:
    """Sort segments by the strip they run in."""
    columns: defaultdict[int, list[Segment]] = defaultdict(list)
    rows: defaultdict[int, list[Segment]] = defaultdict(list)
    for pieces in links:
        for segment in pieces:
            (columns if segment.vertical else rows)[segment.strip].append(segment)
    return Strips(dict(sorted(columns.items())), dict(sorted(rows.items())))


def assign_tracks(links: Sequence[Sequence[Segment]], memo: Memo | None = None) -> Strips:
    """Give every segment its track (`Segment.offset`).

    Args:
        links: Each link's segments.
        memo: What was found for earlier drawings; gets what is found for this one.
    """
    if memo is None:
        memo = {}
    strips = group(links)
    for pieces in links:
        for segment in pieces:
            segment.offset = segment.spread = segment.shift = 0.0
    for turn in range(ROUNDS):
        for members in strips.columns.values():
            if len(members) > 1:
                _order_strip(members, memo, exact=False, first=turn == 0)
        for members in strips.rows.values():
            if len(members) > 1:
                _order_strip(members, memo, exact=turn > 0, first=turn == 0)
    return strips


def _order_strip(members: Sequence[Segment], memo: Memo, *, exact: bool, first: bool) -> None:
    extents = tuple([_extent(segment) for segment in members])
    if first:
        leans = tuple([float(extent[5] + extent[7]) for extent in extents])
    else:
        leans = tuple([segment.shift for segment in members])
    question = (extents, leans, members[0].strip % 2 == 1, exact)
    tracks = memo.get(question)
    if tracks is None:
        tracks = memo[question] = _tracks(*question)
    for segment, (offset, spread, shift) in zip(members, tracks, strict=True):
        segment.offset, segment.spread, segment.shift = offset, spread, shift


def _extent(segment: Segment) -> _Extent:
    came, goes, reach_low, reach_high = segment.form
    start = segment.start + (segment.before.shift if segment.before else 0.0)
    end = segment.end + (segment.after.shift if segment.after else 0.0)
    if start < end:
        return (start, end, reach_low, reach_high, start, came, end, goes)
    return (end, start, reach_low, reach_high, start, came, end, goes)


def _tracks(
    extents: Sequence[_Extent],
    leans: Sequence[float],
    odd: bool,  # noqa: FBT001  (a question asked as one tuple)
    exact: bool,  # noqa: FBT001
) -> tuple[_Track, ...]:
    """Order the segments of one strip and return their tracks.

    Args:
        extents: How far they reach.
        leans: What decides where no crossing does: small ones first.
        odd: Whether the strip is a sub-row or column of cards, not a gutter.
        exact: Whether those that only share a whole lattice step may share a track.
    """
    beside, wishes = _compare(extents, exact=exact)

    def tie(n: int) -> tuple[float, ...]:
        return (leans[n], extents[n][0], extents[n][1], n)

    ordered = order_by_wishes(range(len(extents)), wishes, tie)
    numbers = _number(ordered, beside)
    most = max(max(numbers) + 1, 2)
    found: list[_Track] = [(0.0, 0.0, 0.0)] * len(extents)
    for part in _parts(ordered, beside):
        middle, spread = _centre(extents, part, numbers, odd=odd)
        for n in part:
            offset = numbers[n] - middle
            found[n] = (offset, spread, _SHIFT * offset / most)
    return tuple(found)


def _saved(one: _Extent, other: _Extent) -> int:
    """Count how many crossings fewer there are if ``one`` has the smaller track."""
    low, high, _, _, start, came, end, goes = one
    low2, high2, _, _, start2, came2, end2, goes2 = other
    saved = 0
    if came and low2 <= start <= high2:
        saved -= came
    if goes and low2 <= end <= high2:
        saved -= goes
    if came2 and low <= start2 <= high:
        saved += came2
    if goes2 and low <= end2 <= high:
        saved += goes2
    return saved


def _compare(
    extents: Sequence[_Extent], *, exact: bool
) -> tuple[list[list[int]], Mapping[int, dict[int, int]]]:
    """Find who runs beside whom, and which of each two would better come first."""
    beside: list[list[int]] = [[] for _ in extents]
    wishes: defaultdict[int, dict[int, int]] = defaultdict(dict)
    open_now: list[int] = []
    for n in sorted(range(len(extents)), key=lambda n: (extents[n][2], extents[n][0], n)):
        mine = extents[n]
        low, high, from_here = mine[0] - _APART, mine[1] + _APART, mine[2]
        open_now = [other for other in open_now if extents[other][3] >= from_here]
        for other in open_now:
            theirs = extents[other]
            if exact and (theirs[1] < low or high < theirs[0]):
                continue
            beside[n].append(other)
            beside[other].append(n)
            saved = _saved(mine, theirs)
            if saved > 0:
                wishes[n][other] = saved
            elif saved < 0:
                wishes[other][n] = -saved
        open_now.append(n)
    return beside, wishes


def _number(ordered: Sequence[int], beside: Sequence[Sequence[int]]) -> list[int]:
    """Number tracks in order; what does not run side by side may share one."""
    numbers = [-1] * len(ordered)
    for n in ordered:
        numbers[n] = 1 + max([numbers[other] for other in beside[n]], default=-1)
    return numbers


def _parts(ordered: Sequence[int], beside: Sequence[Sequence[int]]) -> list[list[int]]:
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
    extents: Sequence[_Extent], part: Sequence[int], numbers: Sequence[int], *, odd: bool
) -> tuple[float, float]:
    """Return a group's middle track and its farthest one from there.

    In a sub-row or column, a straight link is in the middle.
    """
    last = max(numbers[n] for n in part)
    middle = last / 2
    if odd:
        straight = sorted(numbers[n] for n in part if not extents[n][5] and not extents[n][7])
        if straight:
            middle = float(straight[len(straight) // 2])
    return middle, max(middle, last - middle)
