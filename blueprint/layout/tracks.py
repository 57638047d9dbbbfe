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

_Turn = tuple[float, int]
"""Where a path leaves its strip, and to which side."""
_Extent = tuple[float, float, float, float, tuple[_Turn, ...]]
"""How far a run reaches along its strip: low, high, both in whole steps, and its turns.

Low and high are exact, by the tracks of its neighbours. It has no turn where it docks.
"""
_Run = list[Segment]
"""What runs on one track: a segment, or those of a bundle that lie on each other."""


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


def assign_tracks(
    links: Sequence[Sequence[Segment]], bundle_of: Mapping[int, int] | None = None
) -> Strips:
    """Give every segment its track (`Segment.offset`).

    Args:
        links: Each link's segments.
        bundle_of: Which bundle a link belongs to, if any; its members share their tracks.
    """
    strips = group(links)
    shared = bundle_of or {}
    columns = [_runs(members, shared) for members in strips.columns.values()]
    rows = [_runs(members, shared) for members in strips.rows.values()]
    strands = [_Strand(runs, exact=False) for runs in columns if len(runs) > 1]
    strands += [_Strand(runs, exact=True) for runs in rows if len(runs) > 1]
    for turn in range(ROUNDS):
        for strand in strands:
            strand.order(first=turn == 0)
    return strips


def _runs(members: Sequence[Segment], bundle_of: Mapping[int, int]) -> list[_Run]:
    """Put the segments of a bundle that touch each other in a strip onto one track."""
    runs: list[_Run] = []
    bundles: defaultdict[int, list[Segment]] = defaultdict(list)
    for segment in members:
        if segment.edge in bundle_of:
            bundles[bundle_of[segment.edge]].append(segment)
        else:
            runs.append([segment])
    for bundle in bundles.values():
        bundle.sort(key=lambda segment: min(segment.start, segment.end))
        end = -1
        for segment in bundle:
            low, high = sorted((segment.start, segment.end))
            if low > end:
                runs.append([])
            runs[-1].append(segment)
            end = max(end, high)
    return runs


class _Strand:
    """The runs of one strip, and what their tracks were last chosen by.

    Where ``exact``, runs that only share a whole lattice step may share a track, once the
    tracks of their neighbours are known.
    """

    def __init__(self, runs: Sequence[_Run], *, exact: bool) -> None:
        self.runs = runs
        self.exact = exact
        self.odd = runs[0][0].strip % 2 == 1
        self.known: tuple[list[_Extent], list[float]] | None = None

    def order(self, *, first: bool) -> None:
        """Give the runs their tracks; nothing to do where nothing changed since the last time."""
        extents = [_one_extent(run[0]) if len(run) == 1 else _extent(run) for run in self.runs]
        if first:
            leans = [float(sum([side for _, side in extent[4]])) for extent in extents]
        else:
            leans = [run[0].shift for run in self.runs]
            if self.known == (extents, leans):
                return
            self.known = (extents, leans)
        exact = self.exact and not first
        found = _tracks(extents, leans, odd=self.odd, exact=exact)
        for run, (offset, spread, shift) in zip(self.runs, found, strict=True):
            for segment in run:
                segment.offset, segment.spread, segment.shift = offset, spread, shift


def _extent(run: _Run) -> _Extent:
    lows, highs, froms, tos, turns = zip(*[_one_extent(segment) for segment in run], strict=True)
    distinct = sorted({turn for several in turns for turn in several})
    return (min(lows), max(highs), min(froms), max(tos), tuple(distinct))


def _one_extent(segment: Segment) -> _Extent:
    came, goes, reach_low, reach_high = segment.form
    start = segment.start + (segment.before.shift if segment.before else 0.0)
    end = segment.end + (segment.after.shift if segment.after else 0.0)
    turns: tuple[_Turn, ...]
    if came:
        turns = ((start, came), (end, goes)) if goes else ((start, came),)
    else:
        turns = ((end, goes),) if goes else ()
    if start < end:
        return (start, end, reach_low, reach_high, turns)
    return (end, start, reach_low, reach_high, turns)


def _tracks(
    extents: Sequence[_Extent], leans: Sequence[float], *, odd: bool, exact: bool
) -> list[tuple[float, float, float]]:
    """Order the runs of one strip and return each one's offset, spread and shift.

    Args:
        extents: How far they reach.
        leans: What decides where no crossing does: small ones first.
        odd: Whether the strip is a sub-row or column of cards, not a gutter.
        exact: Whether those that only share a whole lattice step may share a track.
    """
    beside, wishes = _compare(extents, exact=exact)
    if not any(beside):
        return [(0.0, 0.0, 0.0)] * len(extents)

    def tie(n: int) -> tuple[float, ...]:
        return (leans[n], extents[n][0], extents[n][1], n)

    ordered = order_by_wishes(range(len(extents)), wishes, tie)
    numbers = _number(ordered, beside)
    most = max(max(numbers) + 1, 2)
    found = [(0.0, 0.0, 0.0)] * len(extents)
    for part in _parts(ordered, beside):
        middle, spread = _centre(extents, part, numbers, odd=odd)
        for n in part:
            offset = numbers[n] - middle
            found[n] = (offset, spread, _SHIFT * offset / most)
    return found


def _saved(one: _Extent, other: _Extent) -> int:
    """Count how many crossings fewer there are if ``one`` has the smaller track."""
    low, high, _, _, turns = one
    low2, high2, _, _, turns2 = other
    saved = 0
    for at, side in turns:
        if low2 <= at <= high2:
            saved -= side
    for at, side in turns2:
        if low <= at <= high:
            saved += side
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
    last = max([numbers[n] for n in part])
    middle = last / 2
    if odd:
        straight = sorted(numbers[n] for n in part if not extents[n][4])
        if straight:
            middle = float(straight[len(straight) // 2])
    return middle, max(middle, last - middle)
