"""How a promise, its target and its verdicts are told."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.analysis.amounts import number_told
from blueprint.analysis.naming import name_of
from blueprint.analysis.promises.case import Case
from blueprint.analysis.promises.kept import Held, Limits, Verdict
from blueprint.analysis.written import time_beside
from blueprint.graph import Graph
from blueprint.words import Phrase

VERDICT: Mapping[Verdict, Phrase] = {
    "kept": Phrase.of("kept"),
    "tolerated": Phrase.of("kept within tolerance"),
    "broken": Phrase.of("broken"),
    "unknown": Phrase.of("cannot tell"),
}
"""Each verdict in words."""


def figure(amount: float, limits: Limits) -> Phrase:
    """Return an amount in the unit of a promise."""
    if not limits.of_time:
        return Phrase.of("{n}", n=number_told(amount))
    return time_beside(amount, limits.least or 0.0 if limits.most is None else limits.most)


def target_told(limits: Limits | None) -> Phrase | None:
    """Return what a promise says is to be reached; nothing where nothing is."""
    if limits is None:
        return None
    if limits.most is not None:
        return Phrase.of("at most {what}", what=figure(limits.most, limits))
    return Phrase.of("at least {what}", what=figure(limits.least or 0.0, limits))


def held_told(held: Held, limits: Limits | None) -> Phrase | None:
    """Return a verdict with its figures; nothing where there was nothing to look at."""
    if limits is None or (held.low is None and not held.missing):
        return None
    said = VERDICT[held.verdict]
    if held.low is None:
        return said
    return Phrase.of("{verdict} ({figures})", verdict=said, figures=span_told(held, limits))


def in_brackets(graph: Graph, case: Case) -> Phrase:
    """Return a promise with the figure that decides about it, in brackets."""
    name = Phrase.of("“{name}”", name=name_of(graph, case.node))
    deciding = [held for held in _in_order(case) if held.verdict == case.verdict]
    target = target_told(case.limits)
    if not deciding or deciding[0].low is None or case.limits is None or target is None:
        return name
    return Phrase.of(
        "{name} ({figures}; promised: {target})",
        name=name,
        figures=span_told(deciding[0], case.limits),
        target=target,
    )


def _in_order(case: Case) -> tuple[Held, ...]:
    return (case.results, case.times, case.design, case.standards)


def span_told(held: Held, limits: Limits) -> Phrase:
    """Return the figures of one way of looking: one, from one to another, or at least one."""
    low = figure(held.low or 0.0, limits)
    if held.high is None:
        return Phrase.of("at least {what}", what=low)
    if held.high == held.low:
        return low
    high = figure(held.high, limits)
    if limits.of_time:
        return Phrase.of("{begin} to {end}", begin=low, end=high)
    return Phrase.of("{low} to {high}", low=low, high=high)
