"""What was measured at the steps: each metric's latest figure, with its interval."""

from __future__ import annotations

from typing import NamedTuple

from blueprint.analysis.interval import Interval, widest, wilson
from blueprint.analysis.values_told import number_in_full
from blueprint.graph import Node
from blueprint.layout.show.context import Context
from blueprint.layout.view import TrackMark, TrackRow, ViewTrack
from blueprint.model import Metric, Result

_NET = frozenset({"nps", "nev"})
_SHARE = frozenset({"fcr"})


class _Scale(NamedTuple):
    """The lowest and highest value a metric can have, and whether it is a share of people."""

    low: float
    high: float
    share: bool = False


def metrics_track(context: Context) -> ViewTrack | None:
    """Return a row per metric and persona with a figure at any step."""
    latest = _latest(context)
    if not latest:
        return None
    rows: dict[str, list[TrackMark]] = {}
    for (_, name, step), result in sorted(latest.items(), key=lambda item: item[0][2]):
        node = context.nodes.get(context.meant(result.metric, "metric")[0])
        rows.setdefault(name, []).append(_mark(step, result, node, context))
    order = dict.fromkeys(name for _, name, _ in latest)
    return ViewTrack(
        kind="metrics",
        name=context.word("Metrics"),
        note=context.word("95 % interval, the widest that figure and n allow"),
        rows=tuple(TrackRow(name=name, marks=tuple(rows[name])) for name in order),
    )


def _latest(context: Context) -> dict[tuple[str, str, int], Result]:
    """Return the newest result by metric, row and step; of one day, the one written last."""
    steps = {step: n for n, step in enumerate(context.names.steps)}
    found: dict[tuple[str, str, int], Result] = {}
    for result in context.blueprint.results:
        at = context.names.find_steps(result.at) if result.at else ()
        if len(at) != 1:
            continue
        metric, name = context.meant(result.metric, "metric")
        if result.persona:
            whose = context.meant(result.persona, "persona")[1]
            name = context.phrase("{metric} ({whose})", metric=name, whose=whose)
        key = (metric, name, steps[at[0]])
        if key not in found or str(found[key].date or "") <= str(result.date or ""):
            found[key] = result
    return found


def _mark(step: int, result: Result, node: Node | None, context: Context) -> TrackMark:
    metric = node.element if node and isinstance(node.element, Metric) else None
    scale = _scale(metric, result.value)
    interval = _interval(result, scale)
    text = number_in_full(result.value)
    told = [text]
    if interval:
        low, high = (number_in_full(round(end, 1)) for end in interval)
        told.append(context.phrase("between {low} and {high}", low=low, high=high))
    told.append(
        context.phrase("n = {n}", n=result.n) if result.n else context.word("n is not stated")
    )
    told += [context.say(said) for said in (result.date, context.term(result.instrument)) if said]

    def share(value: float) -> float | None:
        if scale is None:
            return None
        return max(0.0, min(1.0, (value - scale.low) / (scale.high - scale.low)))

    return TrackMark(
        step=step,
        text=text,
        told=context.word(", ").join(told),
        value=share(result.value),
        low=share(interval.low) if interval else None,
        high=share(interval.high) if interval else None,
        role="figure",
    )


def _scale(metric: Metric | None, value: float) -> _Scale | None:
    """Return a metric's scale: net scores and shares have their own, others what they state."""
    kind = (metric.kind or "").casefold() if metric else ""
    if kind in _NET:
        found = _Scale(-100.0, 100.0)
    elif kind in _SHARE:
        found = _Scale(0.0, 1.0 if 0.0 <= value <= 1.0 else 100.0, share=True)
    elif metric and metric.scale:
        found = _Scale(*metric.scale)
    else:
        return None
    return found if found.low <= value <= found.high and found.low < found.high else None


def _interval(result: Result, scale: _Scale | None) -> Interval | None:
    if scale is None or not result.n:
        return None
    if scale.share:
        low, high = wilson(result.value / scale.high, result.n)
        return Interval(low * scale.high, high * scale.high)
    return widest(result.value, result.n, (scale.low, scale.high))
