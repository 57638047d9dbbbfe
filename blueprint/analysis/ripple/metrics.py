"""The metrics that should move: by the change's aim, by where they are asked for, by levers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from blueprint.analysis.ripple.lists import MetricMoved
from blueprint.analysis.ripple.marked import homes_of
from blueprint.analysis.ripple.names import Names
from blueprint.analysis.ripple.starting import meant_by
from blueprint.analysis.ripple.telling import name_of
from blueprint.analysis.ripple.touched import passed
from blueprint.analysis.ripple.trace import Trace
from blueprint.words import Phrase

Because = Literal["aim", "feedback", "lever"]


def metrics_of(trace: Trace) -> tuple[MetricMoved, ...]:
    """Return the metrics that should move, each once, by the first of its reasons.

    First those the change names as its aim, then those that are asked for at a step it
    passes, then those that a lever acting there should move; each group in file order.
    """
    graph = trace.graph
    found: dict[int, MetricMoved] = {}
    for because, number, reason in _moving(trace):
        entry = MetricMoved(
            id=graph.nodes[number].id,
            name=name_of(graph, number),
            because=because,
            reason=reason,
        )
        found.setdefault(number, entry)
    order: dict[Because, int] = {"aim": 0, "feedback": 1, "lever": 2}
    entries = sorted(found.items(), key=lambda item: (order[item[1].because], item[0]))
    return tuple(entry for _, entry in entries)


def _moving(trace: Trace) -> Iterator[tuple[Because, int, Phrase]]:
    graph, names = trace.graph, Names(trace.graph)
    for ref in trace.change.moves if trace.change is not None else ():
        yield "aim", graph.index[meant_by(graph, ref).id], Phrase.of("the change is to move it")
    for step, metric in _measured(trace, names):
        yield "feedback", metric, Phrase.of("it is measured at “{step}”", step=name_of(graph, step))
    for lever, at in _levers(trace):
        reason = Phrase.of(
            "“{lever}” is to move it, and acts on “{element}”",
            lever=name_of(graph, lever),
            element=name_of(graph, at),
        )
        for link in graph.leaving[lever]:
            if graph.nodes[graph.targets[link]].kind == "metric":
                yield "lever", graph.targets[link], reason


def _measured(trace: Trace, names: Names) -> Iterator[tuple[int, int]]:
    """Go through the steps the ripple passes that ask for a metric, with the metric."""
    scope, index = trace.graph.scope, trace.graph.index
    steps = frozenset(passed(trace))
    homes = homes_of(trace.graph, steps)
    for stem, blueprint in scope.blueprints.items():
        for step in blueprint.names.steps.values() if scope.blueprint_id(stem) in homes else ():
            number = index[scope.global_id(stem, step.id)] if step.step.feedback else None
            if number is not None and number in steps:
                for metric in names.all(stem, step.step.feedback, "metric"):
                    yield number, metric


def _levers(trace: Trace) -> Iterator[tuple[int, int]]:
    """Go through the levers that act where the ripple is, each with what it acts on there."""
    graph = trace.graph
    within = {*trace.numbers, *passed(trace)}
    for node in graph.of_kind("lever"):
        lever = graph.index[node.id]
        for link in graph.leaving[lever]:
            target = graph.targets[link]
            step = graph.nodes[target].step
            home = target if step is None else graph.index[step]
            if target in within or home in within:
                yield lever, target
                break
