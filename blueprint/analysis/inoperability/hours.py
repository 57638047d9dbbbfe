"""Hour by hour, as a table and as a chart: what all lose together, and how many are hit hard."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.analysis.naming import table
from blueprint.analysis.spread.leontief import Course
from blueprint.report import Cell, Chart, Column, Point, Series, Table
from blueprint.words import Phrase

_POINTS = 12
"""How many points in time the report shows, of the outage and of the recovery each."""

_SUM = Phrase.of("Loss, in whole elements")

_Kept = tuple[int, float, int]
"""An hour, what all lose together in it, and how many lose a tenth or more."""


def hour_by_hour(course: Course, hours: int) -> Table:
    """Return how the loss rises while it is down, and is made good afterwards."""

    def row(kept: _Kept) -> tuple[Cell, ...]:
        tick, lost, hit = kept
        state = Phrase.of("down") if tick < hours else Phrase.of("recovering")
        return (tick, state, round(lost, 3), hit)

    return table(
        "course",
        Phrase.of("Hour by hour"),
        (
            Column(key="hour", title=Phrase.of("Hour")),
            Column(key="state", title=Phrase.of("State")),
            Column(key="sum", title=_SUM),
            Column(key="hit", title=Phrase.of("Elements that lose a tenth or more")),
        ),
        (row(kept) for kept in _shown(course, hours)),
    )


def chart(course: Course, hours: int) -> Chart:
    """Return the same as a line over the hours."""
    points = tuple(
        Point(label=Phrase.of("{n} h", n=tick), x=float(tick), y=round(lost, 3))
        for tick, lost, _ in _shown(course, hours)
    )
    return Chart(
        name="course",
        title=Phrase.of("Hour by hour"),
        kind="lines",
        across=Phrase.of("Hour"),
        up=_SUM,
        series=(Series(name=_SUM, points=points),),
    )


def _shown(course: Course, hours: int) -> tuple[_Kept, ...]:
    """Return the points in time that are shown: some of the outage, some of the recovery."""
    before = [kept for kept in course.sums if kept[0] <= hours]
    after = [kept for kept in course.sums if kept[0] > hours]
    return tuple(dict.fromkeys((*_some(before), *_some(after))))


def _some(kept: Sequence[_Kept]) -> list[_Kept]:
    """Return the first, the last and some between, evenly."""
    if len(kept) <= _POINTS:
        return list(kept)
    return [kept[round(n * (len(kept) - 1) / (_POINTS - 1))] for n in range(_POINTS)]
