"""What a likelihood cannot be below or above, where it is too much work to find it."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from math import prod

from blueprint.analysis.spread.factoring import Factored
from blueprint.analysis.spread.reducing import SOURCE, TARGET, State

Leaving = Mapping[int, Mapping[int, float]]
"""By node, the likelihood of its arcs by the node they go to."""

_SWEEPS = 20
_STILL = 1e-9
_CASES = 50
_PATHS = 10
_ROUNDS = 8
"""How often an arc is looked at to bound a case, by experience."""


def highest(leaving: Leaving, start: int = SOURCE) -> dict[int, float]:
    """Return what no node's likelihood is above.

    That a node is reached makes it no less likely that others are (Harris, 1960), so it is
    reached at most with 1 − ∏ (1 − l·x), over the arcs to it, where x bounds where they come
    from. Begun with 1 everywhere, each sweep lowers the bounds; all of them hold.

    Examples:
        >>> highest({0: {1: 0.5, 2: 0.5}, 1: {2: 0.5}})[2]
        0.625
    """
    entering: dict[int, list[tuple[int, float]]] = {}
    for source, arcs in leaving.items():
        for target, likelihood in arcs.items():
            entering.setdefault(target, []).append((source, likelihood))
    entering.pop(start, None)
    found = {start: 1.0, **dict.fromkeys(entering, 1.0)}
    for _ in range(_SWEEPS):
        moved = 0.0
        for node, coming in entering.items():
            most = 1 - prod(1 - p * found.get(source, 0.0) for source, p in coming)
            moved = max(moved, found[node] - most)
            found[node] = min(found[node], most)
        if moved < _STILL:
            break
    return found


def by_one_path(leaving: Leaving, start: int = SOURCE) -> dict[int, tuple[float, int]]:
    """Return per node the likelihood of its strongest path, and the node before it there."""
    found: dict[int, tuple[float, int]] = {}
    queue = [(-1.0, start, start)]
    while queue:
        likelihood, node, before = heapq.heappop(queue)
        if node in found:
            continue
        found[node] = (-likelihood, before)
        for target, p in leaving.get(node, {}).items():
            if target not in found:
                heapq.heappush(queue, (likelihood * p, target, node))
    return found


def lowest(leaving: Leaving, start: int = SOURCE, end: int = TARGET) -> float:
    """Return what the likelihood of one node is not below.

    Paths without an arc in common come through independently. The strongest is taken, then
    the strongest without its arcs, and so on.
    """
    left = {node: dict(arcs) for node, arcs in leaving.items()}
    missed = 1.0
    for _ in range(_PATHS):
        found = by_one_path(left, start)
        if end not in found:
            break
        missed *= 1 - found[end][0]
        node = end
        while node != start:
            before = found[node][1]
            del left[before][node]
            node = before
    return 1 - missed


def bounds_of(known: Factored, allowed: int) -> tuple[float, float, int]:
    """Return what a likelihood lies between, given the cases that are decided, and the steps taken.

    Of those left open the likeliest are bounded one by one, the others are anything.

    Args:
        known: What is known of it.
        allowed: How many steps may be taken; the likeliest case is always bounded.
    """
    low, high, steps = known.reached, known.most, 0
    likeliest = heapq.nsmallest(_CASES, known.open.items(), key=lambda case: (-case[1], case[0]))
    for state, weight in likeliest:
        leaving = _leaving(state)
        low += weight * lowest(leaving)
        high -= weight * (1 - highest(leaving)[TARGET])
        steps += _ROUNDS * len(state)
        if steps >= allowed:
            break
    low = min(1.0, low)
    return low, min(1.0, max(high, low)), steps


def _leaving(state: State) -> dict[int, dict[int, float]]:
    leaving: dict[int, dict[int, float]] = {}
    for source, target, likelihood in state:
        leaving.setdefault(source, {})[target] = likelihood
    return leaving
