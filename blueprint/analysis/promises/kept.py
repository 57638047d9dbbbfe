"""Whether a promise is kept: held against design, standards, times and measures in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis.amounts import length_of
from blueprint.analysis.interval import widest
from blueprint.analysis.promises.lengths import Lengths
from blueprint.analysis.ripple.names import Names
from blueprint.analysis.written import holders, standards_in
from blueprint.graph import Graph
from blueprint.model import Act, Metric, Promise, Result, Step
from blueprint.model.catalog import Target

Verdict = Literal["kept", "tolerated", "broken", "unknown"]

_SHARE_OF = 100
"""The upper end of a scale in per cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What one way of looking says about a promise.

    Attributes:
        verdict: Kept, kept within its tolerance, broken, or nobody can tell.
        low: The least it may be, in the target's unit: seconds, or the metric's scale.
        high: The most it may be; ``None`` where something on the way says nothing.
        missing: Numbers of the elements that say nothing.
    """

    verdict: Verdict = "unknown"
    low: float | None = None
    high: float | None = None
    missing: tuple[int, ...] = ()


NOTHING = Held()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The measurable part of a promise as numbers.

    Attributes:
        most: At most so much, or ``None``.
        least: At least so much, or ``None``.
        tolerance: By so much it may be missed.
        of_time: Whether they are seconds.
    """

    most: float | None
    least: float | None
    tolerance: float
    of_time: bool

    def judge(self, low: float, high: float | None) -> Verdict:
        """Return what follows from lying somewhere between two figures.

        Examples:
            >>> day = Limits(most=24, least=None, tolerance=24, of_time=False)
            >>> day.judge(20, 22), day.judge(33, 33), day.judge(49, None), day.judge(20, 30)
            ('kept', 'tolerated', 'broken', 'unknown')
        """
        if self.most is not None:
            return _judged(low, high, self.most, self.tolerance)
        if self.least is None:
            return "unknown"
        turned = None if high is None else -high
        return _judged(turned, -low, -self.least, self.tolerance)


def _judged(low: float | None, high: float | None, most: float, tolerance: float) -> Verdict:
    if low is not None and low > most + tolerance:
        return "broken"
    if high is not None and high <= most:
        return "kept"
    sure = high is not None and low is not None and low > most
    return "tolerated" if sure and high is not None and high <= most + tolerance else "unknown"


def limits_of(target: Target | None) -> Limits | None:
    """Return the limits of a target; ``None`` where it sets none, or mixes times and numbers."""
    if target is None:
        return None
    asked = [amount for amount in (target.at_most, target.at_least) if amount is not None]
    of_time = target.measure == "duration"
    if not asked or any(isinstance(amount, str) != of_time for amount in asked):
        return None
    tolerance = target.tolerance or 0.0
    if isinstance(tolerance, str) != of_time:
        tolerance = 0.0
    return Limits(
        most=_number(target.at_most),
        least=_number(target.at_least),
        tolerance=_number(tolerance) or 0.0,
        of_time=of_time,
    )


def tolerance_unread(target: Target | None) -> bool:
    """Tell whether a tolerance is of another kind than what it belongs to."""
    if target is None or not target.tolerance:
        return False
    return isinstance(target.tolerance, str) != (target.measure == "duration")


def _number(amount: str | float | None) -> float | None:
    return length_of(amount) if isinstance(amount, str) else amount


def by_design(
    lengths: Lengths, limits: Limits, steps: Sequence[int] | None, keepers: Sequence[int]
) -> Held:
    """Return what durations of actions say: of all on the way, or of the keepers alone.

    Work within a step may go on side by side or one after the other, so a step takes at
    least as long as its longest action and at most as long as all of them together.
    """
    asked = (
        [lengths.together(keepers)] if steps is None else [lengths.designed(step) for step in steps]
    )
    spans = [(span.low, span.high) for span in asked if span.low is not None]
    return _held(limits, spans, (n for span in asked for n in span.silent))


def by_standards(graph: Graph, limits: Limits, keepers: Sequence[int]) -> Held:
    """Return what the standards of the keepers say, each of which may take all it allows."""
    told: list[float] = []
    silent: list[int] = []
    for keeper in keepers:
        own = [length for length in _allowed(graph, keeper) if length is not None]
        if own:
            told.append(min(own))
        else:
            silent.append(keeper)
    return _held(limits, [(max(told), sum(told))] if told else [], silent)


def _allowed(graph: Graph, keeper: int) -> Iterator[float | None]:
    node = graph.nodes[keeper]
    homes = [node] if node.step is None else [node, graph.nodes[graph.index[node.step]]]
    for home in homes:
        if isinstance(home.element, (Act, Step)):
            yield from (length_of(standard.at_most) for standard in standards_in(home.element))


def by_times(
    graph: Graph,
    lengths: Lengths,
    limits: Limits,
    steps: Sequence[int] | None,
    keepers: Sequence[int],
    *,
    lost: bool = False,
) -> Held:
    """Return what the times that things actually take say.

    A step that is itself promised for the same length tells the time of the whole promise;
    of several, the longest counts. Else the actual times on the way are added up, or where
    no way is told, those of the steps that keep it; with ``lost``, ``steps`` are only the
    ends of a way nothing leads along, and nothing is added up.
    """
    homes = [graph.nodes[n].step for n in keepers]
    own = tuple(dict.fromkeys(graph.index[home] for home in homes if home is not None))
    asked = own if steps is None else tuple(steps)
    whole = [
        actual
        for step in dict.fromkeys((*asked, *own))
        if (actual := lengths.actual(step)) is not None and lengths.promised(step) == limits.most
    ]
    if whole and limits.most is not None:
        return _held(limits, [(max(whole), max(whole))], ())
    if lost:
        return NOTHING
    told = {step: lengths.actual(step) for step in asked}
    known = [length for length in told.values() if length is not None]
    silent = [step for step, length in told.items() if length is None]
    return _held(limits, [(length, length) for length in known], silent)


def _held(limits: Limits, spans: Sequence[tuple[float, float]], silent: Iterable[int]) -> Held:
    missing = tuple(dict.fromkeys(silent))
    if not spans:
        return Held(missing=missing)
    low = sum(span[0] for span in spans)
    high = None if missing else sum(span[1] for span in spans)
    return Held(verdict=limits.judge(low, high), low=low, high=high, missing=missing)


def by_results(
    graph: Graph, names: Names, stem: str | None, promise: Promise, limits: Limits
) -> Held:
    """Return what measured figures of the target's metric say: those of the latest day.

    A figure whose number of answers and scale are known counts with the widest interval it
    can have; a share cannot be held against a scale in per cent.
    """
    number = names.one(stem, promise.target.measure if promise.target else None, "metric")
    metric = None if number is None else graph.nodes[number].element
    if number is None or not isinstance(metric, Metric):
        return NOTHING
    told = list(results_of(graph, names, number))
    if not told or _is_share(limits, metric):
        return NOTHING
    last = max(result.date or "" for result in told)
    ends = [_ends(result, metric) for result in told if (result.date or "") == last]
    low, high = min(end[0] for end in ends), max(end[1] for end in ends)
    return Held(verdict=limits.judge(low, high), low=low, high=high)


def results_of(graph: Graph, names: Names, metric: int) -> Iterator[Result]:
    """Go through the results of a metric, of all files."""
    for stem, holder in holders(graph):
        for result in holder.results:
            if names.one(stem, result.metric, "metric") == metric:
                yield result


def _is_share(limits: Limits, metric: Metric) -> bool:
    asked = limits.most if limits.most is not None else limits.least
    wide = metric.scale is not None and metric.scale[1] >= _SHARE_OF
    return wide and asked is not None and 0 < asked < 1


def _ends(result: Result, metric: Metric) -> tuple[float, float]:
    scale = metric.scale
    if not result.n or scale is None or not scale[0] <= result.value <= scale[1]:
        return result.value, result.value
    low, high = widest(result.value, result.n, scale)
    return low, high
