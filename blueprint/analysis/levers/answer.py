"""What helps and what hinders on the journey, and what its metrics did before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis import counted
from blueprint.analysis.levers.acting import Acting, acting
from blueprint.analysis.levers.comparing import Comparison, comparisons
from blueprint.analysis.levers.findings import findings
from blueprint.analysis.levers.loops import Loop, loops
from blueprint.analysis.levers.measuring import Measured, measure_of, measured
from blueprint.analysis.levers.tables import (
    before_after_table,
    changes_table,
    charts,
    differences_table,
    journey_table,
    levers_table,
    strategies_table,
)
from blueprint.analysis.marking import light
from blueprint.analysis.naming import filled, name_of, named
from blueprint.analysis.ripple.starting import meant_by
from blueprint.analysis.service import actions_by_step, lived
from blueprint.analysis.written import day_of, told_count
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.model import Change
from blueprint.report import Mark, Method, Overlay, Report
from blueprint.words import Phrase
from blueprint.words.label import listing


def levers(
    graph: Graph,
    changes: Mapping[str, Change] | None = None,
    *,
    sd: Mapping[str, float] | None = None,
    today: str | None = None,
) -> Report:
    """Return where accelerators and inhibitors act, and what their metrics did.

    A metric's last figure before a lever began is held against its last while the lever
    acted, at the same place and of the same persona. Shares are compared by Newcombe's
    interval, net scores by the widest interval that they and n allow, means by Welch's where
    their standard deviation is given. Anything else cannot be told, and the report says why.

    Args:
        graph: The graph.
        changes: Changes by their files' stems; those of a workspace are given by themselves.
        sd: Standard deviation of a metric's answers, by the metric's id.
        today: The day to judge by whether a change is to be measured again, as 2026-12-01.

    Raises:
        BlueprintError: ``today`` is no day, or ``sd`` names no metric or is below 0.
    """
    day_of(today)
    found = tuple(acting(graph))
    figures: dict[int, list[Measured]] = {}
    for one in measured(graph):
        figures.setdefault(one.metric, []).append(one)
    measures = {metric: measure_of(graph, metric) for lever in found for metric in lever.metrics}
    compared = comparisons(found, figures, measures, _spreads(graph, sd or {}))
    turns = tuple(loops(graph, changes or {}, figures, today))
    return Report(
        name="levers",
        title=Phrase.of("What helps and what hinders"),
        method=_method(compared),
        summary=tuple(_sentences(graph, found, compared, turns)),
        findings=tuple(findings(graph, found, compared, turns)),
        tables=filled(
            levers_table(graph, found),
            journey_table(graph, found),
            strategies_table(found),
            before_after_table(graph, compared),
            differences_table(graph, compared),
            changes_table(graph, turns),
        ),
        charts=tuple(charts(graph, compared)),
        overlay=_overlay(graph, found),
    )


def _spreads(graph: Graph, sd: Mapping[str, float]) -> dict[int, float]:
    found = {}
    for ref, spread in sd.items():
        node = meant_by(graph, ref)
        if node.kind != "metric":
            raise BlueprintError(Phrase.of("“{id}” is no metric", id=ref))
        if spread < 0:
            said = "the standard deviation of “{id}” is below 0"
            raise BlueprintError(Phrase.of(said, id=ref))
        found[graph.index[node.id]] = spread
    return found


def _method(compared: Sequence[Comparison]) -> Method:
    return Method(
        name="levers",
        source=Phrase.of(
            "defined here; intervals: Newcombe 1998 (shares), Welch 1947 (means), Holm 1979 "
            "(several metrics); net scores: the widest interval that figure and n allow"
        ),
        formula=Phrase.of(
            "difference = last figure while the lever acted − last figure before it began; "
            "a difference is shown where its 95 % interval leaves out 0 and p (Holm) ≤ 0.05"
        ),
        scale=Phrase.of("each metric's own"),
        direction=Phrase.of("after − before; better as the metric's positive values say"),
        n=len(compared),
        assumptions=(
            Phrase.of("other people answered each time, chosen in the same way"),
            Phrase.of("the standard deviation given holds before and after"),
            Phrase.of("the metric that decides is judged alone, the others together"),
        ),
        cannot_tell=(
            Phrase.of("whether the lever is the cause: it says what changed after, not because of"),
            Phrase.of("whether other kinds of customers answered the second time"),
        ),
    )


def _sentences(
    graph: Graph, found: Sequence[Acting], compared: Sequence[Comparison], turns: Sequence[Loop]
) -> Iterator[Phrase]:
    if not found:
        yield Phrase.of("No accelerator and no inhibitor is written down.")
    else:
        yield _how_many(graph, found)
        yield from _compared(graph, compared)
    if turns:
        closed = sum(loop.closed for loop in turns)
        yield Phrase.of(
            "Changes whose loop is closed, from reason to new figure: {closed} of {n}.",
            closed=closed,
            n=len(turns),
        )


def _how_many(graph: Graph, found: Sequence[Acting]) -> Phrase:
    helps = sum(lever.effect == "accelerator" for lever in found)
    at = {step for lever in found for step in lever.steps}
    return Phrase.of(
        "Acting on the journey: {helps} and {hinders}, at {n} of {steps}.",
        helps=_some(helps, "no accelerator", "1 accelerator", "{n} accelerators"),
        hinders=_some(len(found) - helps, "no inhibitor", "1 inhibitor", "{n} inhibitors"),
        n=len(at),
        steps=counted.steps(sum(1 for _ in graph.of_kind("step"))),
    )


def _some(n: int, none: str, one: str, several: str) -> Phrase:
    return told_count(n, one, several) if n else Phrase.of(none)


def _compared(graph: Graph, compared: Sequence[Comparison]) -> Iterator[Phrase]:
    if not compared:
        yield Phrase.of("Nobody says which metrics they should move, so nothing can be compared.")
        return
    better = [one for one in compared if one.better]
    worse = [one for one in compared if one.better is False]
    unknown = sum(one.verdict == "unknown" for one in compared)
    if unknown == len(compared):
        yield Phrase.of(
            "Whether any of them moved a metric cannot be told: no figures can be compared before "
            "and after. The findings say what is missing.",
        )
        return
    counts = (
        ("better: {n}", len(better)),
        ("worse: {n}", len(worse)),
        (
            "moved with no direction stated: {n}",
            sum(one.verdict in ("rose", "fell") and one.better is None for one in compared),
        ),
        ("no difference shown: {n}", sum(one.verdict == "same" for one in compared)),
        ("cannot tell: {n}", unknown),
    )
    told = [Phrase.of(said, n=n) for said, n in counts if n]
    yield Phrase.of(
        "Metrics compared before and after: {n}; {parts}.", n=len(compared), parts=listing(told)
    )
    if better:
        yield Phrase.of("Better after it began: {names}.", names=_names(graph, better))
    if worse:
        yield Phrase.of("Worse after it began: {names}.", names=_names(graph, worse))


def _names(graph: Graph, some: Sequence[Comparison]) -> Phrase:
    return named(graph, list(dict.fromkeys(one.lever.node for one in some)))


def _overlay(graph: Graph, found: Sequence[Acting]) -> Overlay:
    at: dict[int, list[Acting]] = {}
    for lever in found:
        for step in lever.steps:
            at.setdefault(step, []).append(lever)
    marks: dict[str, Mark] = {}
    actions = actions_by_step(graph)
    for step in sorted(at):
        own = at[step]
        hinders = any(lever.effect == "inhibitor" for lever in own)
        names = listing([name_of(graph, lever.node) for lever in own])
        mark = Mark(
            role="warning" if hinders else "info",
            badge=str(len(own)),
            note=Phrase.of("acts here: {names}", names=names),
        )
        for number in (step, *lived(graph, actions[step])):
            light(marks, graph, number, mark)
    return Overlay(
        title=Phrase.of("Accelerators and inhibitors"),
        elements=marks,
        meanings={
            "info": Phrase.of("an accelerator acts here"),
            "warning": Phrase.of("an inhibitor acts here"),
        },
    )
