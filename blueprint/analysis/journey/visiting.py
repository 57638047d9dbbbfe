"""How often each step is visited on average, loops solved exactly as a linear system."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from blueprint.analysis.journey.ways import Journey, journey_of
from blueprint.analysis.once import once
from blueprint.analysis.spread.components import components
from blueprint.graph import Graph, Network

MOST_WORK = 1_000_000
"""From how many products on, loops that run through each other are not solved any more."""


def visits(graph: Graph, blueprint: str) -> Mapping[str, float | None]:
    """Return how often one customer visits each step on average, by step id.

    The figure is 1 for a step everybody passes once, 0.05 for one that 5 of 100 pass, more
    than 1 for one that is done again. ``None`` says that nobody can tell: there is no way out
    of the loop it is in, or probabilities do not add to 1, or too many loops run through each
    other.

    Args:
        graph: The graph.
        blueprint: Graph id of the blueprint.

    Raises:
        ReferenceNotFoundError: No blueprint has the id.

    Examples:
        >>> from blueprint.graph import graph_of
        >>> from blueprint.model import Blueprint, Step
        >>> pay = Step(
        ...     step="Pay",
        ...     next=[{"to": "pay", "probability": 0.2}, {"to": "leave", "probability": 0.8}],
        ... )
        >>> shop = Blueprint(blueprint="Shop", phases={"Visit": ["Come", pay, "Leave"]})
        >>> visits(graph_of(shop), "shop")
        {'come': 1.0, 'pay': 1.25, 'leave': 1.0}
    """
    journey = journey_of(graph, blueprint)
    return dict(zip(journey.steps, expected_visits(journey), strict=True))


@once
def expected_visits(journey: Journey) -> tuple[float | None, ...]:
    """Return how often each step is visited on average, by position.

    The expected visits v solve v = e + v P, where e is 1 at the first step and P the
    probabilities of the ways (Kemeny & Snell 1960). Steps that lie on no loop together are
    solved one after the other; those that do by eliminating one after the other without any
    subtraction (Grassmann, Taksar & Heyman 1985), so that rare ways out lose no digits.
    """
    size = len(journey.steps)
    if not size or journey.doubtful:
        return (None,) * size
    ways = [[(w.to, w.probability) for w in own if w.probability > 0] for own in journey.ways]
    back = any(to is not None and to <= n for n, own in enumerate(ways) for to, _ in own)
    return _with_loops(ways) if back else _ahead_only(ways)


def _with_loops(ways: Sequence[Sequence[tuple[int | None, float]]]) -> tuple[float | None, ...]:
    size = len(ways)
    arcs = [(n, to) for n, own in enumerate(ways) for to, _ in own if to is not None]
    groups = components(Network.of_arrays(size, [a for a, _ in arcs], [b for _, b in arcs]))
    found: list[float | None] = [0.0] * size
    coming = [1.0] + [0.0] * (size - 1)
    for group in reversed(groups.members):
        if not any(coming[n] for n in group):
            continue
        solved = _solved(group, ways, coming)
        for n in group:
            found[n] = solved[n] if solved is not None else None
            if solved is None:
                continue
            for to, share in ways[n]:
                if to is not None and groups.numbers[to] != groups.numbers[n]:
                    coming[to] += solved[n] * share
    if solved_not := [n for n, often in enumerate(found) if often is None]:
        for n in _after(ways, solved_not):
            found[n] = None
    return tuple(found)


def _ahead_only(ways: Sequence[Sequence[tuple[int | None, float]]]) -> tuple[float, ...]:
    """Return how often each step is visited where no way leads back, nor stays."""
    found = [1.0] + [0.0] * (len(ways) - 1)
    for n, own in enumerate(ways):
        for to, share in own:
            if to is not None:
                found[to] += found[n] * share
    return tuple(found)


def _after(ways: Sequence[Sequence[tuple[int | None, float]]], first: list[int]) -> Iterator[int]:
    """Go through all steps that can come after some steps."""
    met, ahead = set(first), list(first)
    while ahead:
        for to, _ in ways[ahead.pop()]:
            if to is not None and to not in met:
                met.add(to)
                ahead.append(to)
                yield to


def _solved(
    group: Sequence[int],
    ways: Sequence[Sequence[tuple[int | None, float]]],
    coming: Sequence[float],
) -> dict[int, float] | None:
    """Return how often the steps of one loop are visited, or nothing if nobody can tell."""
    inside = set(group)
    ahead = {n: {to: p for to, p in ways[n] if to in inside and to is not None} for n in group}
    leave = {n: math.fsum(p for to, p in ways[n] if to not in inside) for n in group}
    behind: dict[int, set[int]] = {n: set() for n in group}
    for n, own in ahead.items():
        own.pop(n, None)
        for to in own:
            behind[to].add(n)
    start = {n: coming[n] for n in group}
    done: list[tuple[int, float, dict[int, float]]] = []
    work = 0
    queue = [(len(behind[n]) * len(ahead[n]), n) for n in group]
    heapify(queue)
    while queue:
        size, n = heappop(queue)
        if n not in ahead:
            continue
        if size != len(behind[n]) * len(ahead[n]):
            heappush(queue, (len(behind[n]) * len(ahead[n]), n))
            continue
        work += size
        on = math.fsum((leave[n], *ahead[n].values()))
        if on <= 0 or work > MOST_WORK:
            return None
        done.append((n, on, _taken_out(n, on, ahead, behind, leave)))
        for to, share in ahead.pop(n).items():
            start[to] += start[n] * share / on
    found: dict[int, float] = {}
    for n, on, before in reversed(done):
        found[n] = (start[n] + math.fsum(found[m] * p for m, p in before.items())) / on
    return found


def _taken_out(
    n: int,
    on: float,
    ahead: dict[int, dict[int, float]],
    behind: dict[int, set[int]],
    leave: dict[int, float],
) -> dict[int, float]:
    """Join what leads to a step with what it leads to; return what led to it.

    Whoever stays where he is counts nowhere: a step's own loop shortens what leads on, and
    `on` is what is left of it.
    """
    before = {m: ahead[m].pop(n) for m in behind.pop(n)}
    for to in ahead[n]:
        behind[to].discard(n)
    for m, p in before.items():
        leave[m] += p * leave[n] / on
        for to, share in ahead[n].items():
            if to != m:
                ahead[m][to] = ahead[m].get(to, 0.0) + p * share / on
                behind[to].add(m)
    return before
