"""The likeliest way along the journey from one step to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush
from math import log

from blueprint.graph import Graph
from blueprint.model.links import Flow

Onward = Mapping[int, Mapping[int, float]]
"""Per step, the steps that may come next, each with how likely it is."""


def onward(graph: Graph) -> Onward:
    """Return which steps follow which, with probabilities.

    Ways out of a step that state no probability share what the others leave; all of it,
    where none states one.
    """
    stated: dict[int, dict[int, float | None]] = {}
    for number, kind in enumerate(graph.links.kinds):
        if kind != "flow":
            continue
        link = graph.links[number]
        ends = [_step_of(graph, end) for end in (graph.sources[number], graph.targets[number])]
        if isinstance(link, Flow) and ends[0] is not None and ends[1] is not None:
            stated.setdefault(ends[0], {})[ends[1]] = link.probability
    return {step: _shared(own) for step, own in stated.items()}


def way(following: Onward, first: int, last: int) -> tuple[int, ...] | None:
    """Return the steps of the likeliest way from one step to another; ``None`` without any.

    Of equally likely ways the shorter is taken. No step is passed twice.

    Examples:
        >>> way({1: {2: 0.9, 3: 0.1}, 2: {3: 1.0}}, 1, 3)
        (1, 2, 3)
    """
    done: set[int] = set()
    before: dict[int, int] = {}
    best: dict[int, tuple[float, int]] = {first: (0.0, 0)}
    queue = [(0.0, 0, first)]
    while queue:
        cost, hops, step = heappop(queue)
        if step == last:
            return tuple(reversed(list(_back(before, last))))
        if step in done:
            continue
        done.add(step)
        for after, likely in following.get(step, {}).items():
            there = (cost - log(likely), hops + 1) if likely > 0 else None
            if there is not None and after not in done and there < best.get(after, (1e308, 0)):
                best[after], before[after] = there, step
                heappush(queue, (*there, after))
    return None


def _back(before: Mapping[int, int], step: int) -> Iterator[int]:
    yield step
    while step in before:
        step = before[step]
        yield step


def _shared(own: Mapping[int, float | None]) -> dict[int, float]:
    left = max(0.0, 1.0 - sum(p for p in own.values() if p is not None))
    silent = sum(1 for p in own.values() if p is None)
    return {step: left / silent if p is None else p for step, p in own.items()}


def _step_of(graph: Graph, number: int) -> int | None:
    step = graph.nodes[number].step
    return None if step is None else graph.index[step]
