"""Before and after a lever began: the figures, how they differ, and whether that can be told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from blueprint.analysis.levers.acting import Acting
from blueprint.analysis.levers.measuring import Measure, Measured
from blueprint.analysis.levers.reasons import Why
from blueprint.analysis.naming import MOST_NAMED
from blueprint.analysis.scores.differences import (
    Difference,
    difference_of_means,
    difference_of_net,
    difference_of_shares,
    holm,
)
from blueprint.analysis.scores.score import Z95
from blueprint.model import Result

Verdict = Literal["rose", "fell", "same", "unknown"]
"""It rose, it fell, no difference is shown, or nobody can tell."""

_ALPHA = 0.05
_POWER = 0.8416
"""How many standard errors more a difference must have to be found 4 times in 5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One metric before and after one lever began, at one place, of one persona.

    Attributes:
        lever: The lever.
        metric: Number of the metric.
        measure: What its figures are.
        before: The last figure before the lever began.
        after: The last figure since, while it lasted.
        found: How they differ, on the metric's scale.
        p: How often chance alone differs so much, all of the lever's metrics considered.
        why: Why nobody can tell, where that is so.
        elsewhere: Whether it was measured at none of the lever's steps.
        also: Numbers of other levers that began or ended in between, at the same steps or
            for the same metric: as many as a sentence holds, and one more if there are more.
    """

    lever: Acting
    metric: int
    measure: Measure
    before: Measured | None = None
    after: Measured | None = None
    found: Difference | None = None
    p: float | None = None
    why: Why | None = None
    elsewhere: bool = False
    also: tuple[int, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What can be said."""
        if self.found is None or self.p is None:
            return "unknown"
        if self.p > _ALPHA or self.found.low <= 0 <= self.found.high:
            return "same"
        return "rose" if self.found.value > 0 else "fell"

    @property
    def better(self) -> bool | None:
        """Whether customers are better off; ``None`` where nothing moved or nobody says."""
        if self.verdict not in ("rose", "fell") or self.measure.up is None:
            return None
        return (self.verdict == "rose") == self.measure.up

    @property
    def detectable(self) -> float | None:
        """The smallest difference that so many answers would show 4 times in 5."""
        if self.found is None:
            return None
        return (self.found.high - self.found.low) / 2 * (Z95 + _POWER) / Z95


Figures = Mapping[int, Sequence[Measured]]
"""What was measured, by the number of its metric."""


def comparisons(
    levers: Sequence[Acting],
    figures: Figures,
    measures: Mapping[int, Measure],
    spreads: Mapping[int, float],
) -> tuple[Comparison, ...]:
    """Return what each lever's metrics did, in file order.

    Args:
        levers: The levers.
        figures: What was measured.
        measures: What each metric's figures are.
        spreads: Standard deviation of a metric's answers, where it is known.
    """
    found: list[Comparison] = []
    busy = _days(levers)
    placed = {metric: _by_place(own) for metric, own in figures.items()}
    for lever in levers:
        own = [
            replace(one, also=_also(one, busy))
            for metric in lever.metrics
            for one in _of_metric(lever, metric, placed.get(metric, {}), measures[metric], spreads)
        ]
        first = [one for one in own if one.metric == lever.primary]
        rest = [one for one in own if one.metric != lever.primary]
        weighed = {id(one): p for group in (first, rest) for one, p in _weighed(group)}
        found += [replace(one, p=weighed.get(id(one))) for one in own]
    return tuple(found)


def _weighed(group: Sequence[Comparison]) -> Iterator[tuple[Comparison, float]]:
    told = [(one, one.found.p) for one in group if one.found is not None]
    return zip((one for one, _ in told), holm([p for _, p in told]), strict=True)


def _of_metric(
    lever: Acting,
    metric: int,
    placed: Places,
    measure: Measure,
    spreads: Mapping[int, float],
) -> Iterator[Comparison]:
    bare = Comparison(lever=lever, metric=metric, measure=measure)
    if lever.since is None:
        yield replace(bare, why="no-start")
        return
    if lever.turned_round:
        yield replace(bare, why="turned-round")
        return
    if not placed:
        yield replace(bare, why="never")
        return
    near = [placed[at] for at in (None, *lever.steps) if at in placed] if lever.steps else []
    elsewhere = bool(lever.steps) and not near
    told = []
    for series in _series(one for own in (near or placed.values()) for one in own):
        before, after = _around(series, lever)
        one = replace(bare, before=before, after=after, elsewhere=elsewhere)
        why = _why_not(one, series, spreads)
        told.append(replace(one, why=why) if why else replace(one, found=_differ(one, spreads)))
    if elsewhere and not any(one.found for one in told):
        yield replace(bare, why="elsewhere")
    else:
        yield from told


Places = Mapping[int | None, Sequence[Measured]]
"""What was measured of one metric, by the step; of the whole journey, by none."""


def _by_place(figures: Iterable[Measured]) -> Places:
    found: dict[int | None, list[Measured]] = {}
    for one in figures:
        found.setdefault(one.at, []).append(one)
    return found


def _series(figures: Iterable[Measured]) -> Iterator[list[Measured]]:
    """Go through figures of the same place and the same persona."""
    found: dict[tuple[int | None, int | None], list[Measured]] = {}
    for one in figures:
        found.setdefault((one.at, one.persona), []).append(one)
    yield from found.values()


def _around(series: Sequence[Measured], lever: Acting) -> tuple[Measured | None, Measured | None]:
    """Return the last figure before a lever began, and the last while it acted."""
    since, ended = lever.since or "", lever.ended
    dated = sorted((one for one in series if one.result.date), key=lambda one: str(one.result.date))
    before = [one for one in dated if str(one.result.date) < since]
    after = [
        one
        for one in dated
        if since <= str(one.result.date) and (ended is None or str(one.result.date) <= ended)
    ]
    return before[-1] if before else None, after[-1] if after else None


def _why_not(
    one: Comparison, series: Sequence[Measured], spreads: Mapping[int, float]
) -> Why | None:
    """Return why two figures cannot be compared; nothing where they can."""
    if one.before is None or one.after is None:
        if not any(entry.result.date for entry in series):
            return "undated"
        if one.before is None:
            return "no-before"
        return "no-after"
    return _why_unlike(one.measure, one.before.result, one.after.result) or _why_no_interval(
        one, spreads
    )


def _why_unlike(measure: Measure, before: Result, after: Result) -> Why | None:
    if not (measure.holds(before.value) and measure.holds(after.value)):
        return "off-scale"
    if not before.n or not after.n:
        return "no-n"
    if before.instrument != after.instrument:
        return "unlike"
    return None


def _why_no_interval(one: Comparison, spreads: Mapping[int, float]) -> Why | None:
    if one.measure.kind == "other":
        return "no-interval"
    if one.measure.kind == "share" and whole_of(one) is None:
        return "no-share"
    if one.measure.kind == "mean":
        if one.metric not in spreads:
            return "no-spread"
        if spreads[one.metric] == 0 or min(_n(one)) < 2:  # noqa: PLR2004
            return "too-few"
    return None


def _differ(one: Comparison, spreads: Mapping[int, float]) -> Difference | None:
    before, after = _values(one)
    n, m = _n(one)
    match one.measure.kind:
        case "net":
            return difference_of_net(before, n, after, m)
        case "share":
            whole = whole_of(one) or 1.0
            found = difference_of_shares(before / whole, n, after / whole, m)
            return Difference(found.value * whole, found.low * whole, found.high * whole, found.p)
        case "mean":
            spread = spreads[one.metric]
            return difference_of_means((before, spread, n), (after, spread, m))
        case _:
            return None


def _values(one: Comparison) -> tuple[float, float]:
    pair = (one.before, one.after)
    before, after = (entry.result.value if entry else 0.0 for entry in pair)
    return before, after


def _n(one: Comparison) -> tuple[int, int]:
    pair = (one.before, one.after)
    n, m = ((entry.result.n or 0) if entry else 0 for entry in pair)
    return n, m


def whole_of(one: Comparison) -> float | None:
    """Return what all of a share are: 1, or 100 where it is given in percent."""
    if one.measure.scale is not None:
        return one.measure.scale[1]
    most, least = max(_values(one)), min(_values(one))
    if least < 0 or most > 100:  # noqa: PLR2004  (percent)
        return None
    return 1.0 if most <= 1 else 100.0


Days = Mapping[tuple[str, int], Sequence[tuple[str, int]]]
"""By metric or step, the days on which a lever of it began or ended, in order, with the lever."""


def _days(levers: Sequence[Acting]) -> Days:
    found: dict[tuple[str, int], list[tuple[str, int]]] = {}
    for lever in levers:
        keys = [("metric", metric) for metric in lever.metrics]
        keys += [("step", step) for step in lever.steps]
        for key in keys:
            own = found.setdefault(key, [])
            own += [(day, lever.node) for day in (lever.since, lever.ended) if day is not None]
    return {key: sorted(own) for key, own in found.items()}


def _also(one: Comparison, busy: Days) -> tuple[int, ...]:
    """Return some other levers that began or ended between the two figures."""
    if one.before is None or one.after is None:
        return ()
    start, end = str(one.before.result.date), str(one.after.result.date)
    found: dict[int, None] = {}
    for key in (("metric", one.metric), *(("step", step) for step in one.lever.steps)):
        own = busy.get(key, ())
        for day, node in own[bisect_right(own, start, key=_day) :]:
            if day > end or len(found) > MOST_NAMED:
                break
            if node != one.lever.node:
                found[node] = None
    return tuple(found)


def _day(entry: tuple[str, int]) -> str:
    return entry[0]
