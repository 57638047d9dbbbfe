"""The tables and charts of a report on levers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce

from blueprint.analysis.levers.acting import Acting
from blueprint.analysis.levers.comparing import Comparison, Verdict
from blueprint.analysis.levers.loops import Loop
from blueprint.analysis.levers.measuring import Measured
from blueprint.analysis.levers.reasons import REASONS
from blueprint.analysis.levers.units import per, unit
from blueprint.analysis.naming import ID, MOST_NAMED, name_apart, name_of, table, trimmed
from blueprint.graph import Graph
from blueprint.report import Cell, Chart, Column, Point, Series, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

EFFECT: Mapping[str, Phrase] = {
    "accelerator": Phrase.of("accelerator"),
    "inhibitor": Phrase.of("inhibitor"),
}

VERDICT: Mapping[Verdict, Phrase] = {
    "rose": Phrase.of("rose"),
    "fell": Phrase.of("fell"),
    "same": Phrase.of("no difference shown"),
    "unknown": Phrase.of("cannot tell"),
}

_BETTER: Mapping[bool | None, Phrase | None] = {
    True: Phrase.of("better"),
    False: Phrase.of("worse"),
    None: None,
}

LEVER = Column(key="lever", title=Phrase.of("Lever"))
_METRIC = Column(key="metric", title=Phrase.of("Metric"))
_LEAST = 0.0001
_SHOWN = 12
"""How many levers a chart shows."""


def levers_table(graph: Graph, levers: Iterable[Acting]) -> Table:
    """Return every lever: where, since and until when, of which strategy, to move what."""
    every = table(
        "levers",
        Phrase.of("Levers"),
        (
            ID,
            Column(key="name", title=Phrase.of("Lever")),
            Column(key="effect", title=Phrase.of("Effect")),
            Column(key="steps", title=Phrase.of("Steps")),
            Column(key="since", title=Phrase.of("Since")),
            Column(key="ended", title=Phrase.of("Until")),
            Column(key="strategy", title=Phrase.of("Strategy")),
            Column(key="metrics", title=Phrase.of("Metrics it should move")),
            Column(key="primary", title=Phrase.of("Metric that decides")),
        ),
        (
            (
                graph.nodes[lever.node].id,
                name_of(graph, lever.node),
                EFFECT[lever.effect],
                _names(graph, lever.steps),
                lever.since,
                lever.ended,
                lever.strategy,
                _names(graph, lever.metrics),
                None if lever.primary is None else name_of(graph, lever.primary),
            )
            for lever in levers
        ),
    )
    return trimmed(every)


def journey_table(graph: Graph, levers: Sequence[Acting]) -> Table:
    """Return the steps at which anything acts, along the journey; one lever's own tell them."""
    at: dict[int, dict[str, list[int]]] = {}
    for lever in levers:
        for step in lever.steps:
            at.setdefault(step, {}).setdefault(lever.effect, []).append(lever.node)
    steps = sorted(at) if len(levers) > 1 else []
    return table(
        "journey",
        Phrase.of("Levers along the journey"),
        (
            Column(key="step", title=Phrase.of("Step")),
            Column(key="accelerators", title=Phrase.of("Accelerators")),
            Column(key="inhibitors", title=Phrase.of("Inhibitors")),
        ),
        (
            (
                name_apart(graph, step),
                _names(graph, at[step].get("accelerator", ())),
                _names(graph, at[step].get("inhibitor", ())),
            )
            for step in steps
        ),
    )


def strategies_table(levers: Sequence[Acting]) -> Table:
    """Return how many levers each strategy has, in file order; of one lever it is known."""
    own: dict[Phrase, list[Acting]] = {}
    for lever in levers:
        if lever.strategy is not None:
            own.setdefault(lever.strategy, []).append(lever)
    return table(
        "strategies",
        Phrase.of("Strategies"),
        (
            Column(key="strategy", title=Phrase.of("Strategy")),
            Column(key="accelerators", title=Phrase.of("Accelerators")),
            Column(key="inhibitors", title=Phrase.of("Inhibitors")),
            Column(key="steps", title=Phrase.of("Steps")),
        ),
        (
            (
                strategy,
                sum(lever.effect == "accelerator" for lever in group),
                sum(lever.effect == "inhibitor" for lever in group),
                len({step for lever in group for step in lever.steps}),
            )
            for strategy, group in (own.items() if len(levers) > 1 else ())
        ),
    )


def before_after_table(graph: Graph, found: Iterable[Comparison]) -> Table:
    """Return each metric before and after each lever began."""
    compared = table(
        "before_after",
        Phrase.of("Before and after"),
        (
            LEVER,
            _METRIC,
            Column(key="at", title=Phrase.of("Measured at")),
            Column(key="persona", title=Phrase.of("Persona")),
            Column(key="date_before", title=Phrase.of("Day before")),
            Column(key="before", title=Phrase.of("Before")),
            Column(key="n_before", title=Phrase.of("n before")),
            Column(key="date_after", title=Phrase.of("Day after")),
            Column(key="after", title=Phrase.of("After")),
            Column(key="n_after", title=Phrase.of("n after")),
            Column(key="unit", title=Phrase.of("Unit")),
            Column(key="verdict", title=Phrase.of("Verdict")),
            Column(key="better", title=Phrase.of("For customers")),
            Column(key="why", title=Phrase.of("Why")),
        ),
        (
            (
                name_of(graph, one.lever.node),
                name_of(graph, one.metric),
                *_where(graph, one),
                *_figure(one, one.before),
                *_figure(one, one.after),
                unit(one, "figure"),
                VERDICT[one.verdict],
                _BETTER[one.better],
                _why(graph, one),
            )
            for one in found
        ),
    )
    return trimmed(compared)


def differences_table(graph: Graph, found: Iterable[Comparison]) -> Table:
    """Return how far the metrics differ that can be compared."""
    differing = table(
        "differences",
        Phrase.of("How far metrics differ"),
        (
            LEVER,
            _METRIC,
            Column(key="difference", title=Phrase.of("Difference")),
            Column(key="unit", title=Phrase.of("Unit")),
            Column(key="low", title=Phrase.of("From (95 %)")),
            Column(key="high", title=Phrase.of("To (95 %)")),
            Column(key="p", title=Phrase.of("p, for all metrics")),
            Column(key="detectable", title=Phrase.of("Smallest difference n would show")),
        ),
        (
            (
                name_of(graph, one.lever.node),
                name_of(graph, one.metric),
                _told(one, one.found.value),
                unit(one, "difference"),
                _told(one, one.found.low),
                _told(one, one.found.high),
                _chance(one.p),
                _told(one, one.detectable),
            )
            for one in found
            if one.found is not None
        ),
    )
    return trimmed(differing)


def changes_table(graph: Graph, found: Iterable[Loop]) -> Table:
    """Return the loop of each change."""
    turns = table(
        "changes",
        Phrase.of("Loops of changes"),
        (
            Column(key="change", title=Phrase.of("Change")),
            Column(key="because", title=Phrase.of("Because")),
            Column(key="moves", title=Phrase.of("Metrics it should move")),
            Column(key="remeasure", title=Phrase.of("Measure again on")),
            Column(key="before", title=Phrase.of("Metrics measured before")),
            Column(key="after", title=Phrase.of("Metrics measured again")),
            Column(key="closed", title=Phrase.of("Loop closed")),
            Column(key="missing", title=Phrase.of("Missing")),
        ),
        (
            (
                label_phrase(loop.name),
                listing([label_phrase(reason) for reason in loop.because])
                if loop.because
                else None,
                _names(graph, loop.metrics),
                loop.remeasure,
                len(loop.before),
                len(loop.after),
                loop.closed,
                listing(loop.missing) if loop.missing else None,
            )
            for loop in found
        ),
    )
    return trimmed(turns)


def charts(graph: Graph, found: Sequence[Comparison]) -> Iterator[Chart]:
    """Go through one chart for each metric that was compared, with intervals."""
    own: dict[int, list[Comparison]] = {}
    for one in found:
        if one.found is not None:
            own.setdefault(one.metric, []).append(one)
    for number, (metric, group) in enumerate(own.items(), 1):
        points = (
            Point(
                label=name_of(graph, one.lever.node),
                y=_told(one, one.found.value),
                low=_told(one, one.found.low),
                high=_told(one, one.found.high),
                about=graph.nodes[one.lever.node].id,
            )
            for one in group[:_SHOWN]
            if one.found
        )
        name = name_of(graph, metric)
        yield Chart(
            name=f"differences-{number}",
            title=Phrase.of("{metric}: difference after the lever began", metric=name),
            kind="bars",
            across=Phrase.of("Levers"),
            up=_difference_told(group[0]),
            series=(Series(name=name, points=tuple(points)),),
        )


def _names(graph: Graph, numbers: Iterable[int]) -> Phrase | None:
    told = [name_apart(graph, number) for number in numbers]
    return listing(told) if told else None


def _where(graph: Graph, one: Comparison) -> tuple[Cell, Cell]:
    measured = one.before or one.after
    if measured is None:
        return None, None
    at = Phrase.of("whole journey") if measured.at is None else name_apart(graph, measured.at)
    return at, None if measured.persona is None else name_of(graph, measured.persona)


def _figure(one: Comparison, measured: Measured | None) -> tuple[Cell, Cell, Cell]:
    if measured is None:
        return None, None, None
    return measured.result.date, _told(one, measured.result.value), measured.result.n


def _why(graph: Graph, one: Comparison) -> Phrase | None:
    told = [REASONS[one.why].said] if one.why else []
    if one.elsewhere:
        told.append(Phrase.of("measured at another step than the lever acts at"))
    if one.also:
        names = listing([name_of(graph, number) for number in one.also[:MOST_NAMED]])
        told.append(
            Phrase.of("at the same time began or ended: {names}", names=names)
            if len(one.also) <= MOST_NAMED
            else Phrase.of("at the same time began or ended: {names} and others", names=names)
        )
    if not told:
        return None
    return reduce(lambda one, other: Phrase.of("{one}; {other}", one=one, other=other), told)


def _chance(p: float | None) -> float | Phrase | None:
    return Phrase.of("< 0.0001") if p is not None and p < _LEAST else _rounded(p)


def _told(one: Comparison, figure: float | None) -> float | None:
    """Return a figure of a metric in the unit it is told in."""
    return None if figure is None else _rounded(figure * per(one))


def _difference_told(one: Comparison) -> Phrase:
    own = unit(one, "difference")
    if own is None:
        return Phrase.of("Difference, with its 95 % interval")
    return Phrase.of("Difference ({unit}), with its 95 % interval", unit=own)


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4) + 0.0
