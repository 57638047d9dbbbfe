"""From each node's immediate dominator to the node: the share of its likelihood that is its own."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.analysis.spread.bounding import bounds_of
from blueprint.analysis.spread.dominating import immediate_dominators
from blueprint.analysis.spread.factoring import factored
from blueprint.analysis.spread.part import Part
from blueprint.analysis.spread.reducing import SOURCE, TARGET


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How likely a change that is at one node goes on to another, which it can reach only so.

    Attributes:
        above: The node that every path to the other passes.
        low: What the likelihood is not below.
        high: What it is not above.
        exact: Whether both are the likelihood itself.
    """

    above: int
    low: float
    high: float
    exact: bool

    @classmethod
    def of(cls, above: int, likelihood: float) -> Share:
        """Return a share that is known."""
        return cls(above=above, low=likelihood, high=likelihood, exact=True)


Shares = list[Share | None]
"""By node of a part; ``None`` where nothing is known, and for the changed set."""


def single_shares(part: Part) -> Shares:
    """Return the shares of the nodes that a single arc leads to."""
    counts = [0] * part.size
    for target in part.targets:
        counts[target] += 1
    found: Shares = [None] * part.size
    for node in range(part.size):
        for arc in range(part.first[node], part.first[node + 1]):
            if counts[part.targets[arc]] == 1:
                found[part.targets[arc]] = Share.of(node, part.likelihoods[arc])
    return found


def all_shares(part: Part, budget: int, *, exact: bool, bounded: bool) -> tuple[Shares, int]:
    """Return the shares of as many nodes as the budget reaches to, and the steps this took.

    Those between fewest nodes come first. Each may take a quarter of what is left, so that
    one that is hard leaves something for the others.

    Args:
        part: What the changed set reaches.
        budget: How many arcs may be looked at.
        exact: Whether to find them exactly.
        bounded: Whether those that are not found exactly are bounded; else they are left out.
    """
    found = single_shares(part)
    waiting = [node for node in range(1, part.size) if found[node] is None]
    if not waiting:
        return found, 0
    above = immediate_dominators(part)
    entering = _entering(part)
    below = _below(above)
    waiting.sort(key=lambda node: (below[above[node]], node))
    steps = 0
    for done, node in enumerate(waiting):
        left = budget - steps
        if left <= 0:
            break
        arcs = list(_between(part, entering, above[node], node))
        allowed = max(left // 4, left // (len(waiting) - done))
        known = factored(arcs, allowed - len(arcs) if exact else 0)
        steps += len(arcs) + known.steps
        if known.exact:
            found[node] = Share.of(above[node], min(1.0, known.reached))
        elif bounded:
            low, high, more = bounds_of(known, allowed)
            found[node] = Share(above=above[node], low=low, high=high, exact=False)
            steps += more
    return found, steps


def _entering(part: Part) -> list[array[int]]:
    """Return per node the nodes its arcs come from."""
    entering = [array("q") for _ in range(part.size)]
    for node in range(part.size):
        for target in part.targets_of(node):
            entering[target].append(node)
    return entering


def _below(above: list[int]) -> list[int]:
    """Return per node how many it dominates."""
    below = [0] * len(above)
    for node in range(len(above) - 1, 0, -1):
        below[above[node]] += below[node] + 1
    return below


def _between(
    part: Part, entering: list[array[int]], begin: int, end: int
) -> Iterator[tuple[int, int, float]]:
    """Go through the arcs on the ways from a dominator to a node, the ends named as such."""
    inside = {begin, end}
    queue = [end]
    while queue:
        for source in entering[queue.pop()]:
            if source not in inside:
                inside.add(source)
                queue.append(source)
    names = {node: at for at, node in enumerate(sorted(inside - {begin, end}), 1)}
    names |= {begin: SOURCE, end: TARGET}
    for node in sorted(inside - {end}):
        for target, likelihood in part.leaving(node).items():
            if target in inside and target != begin:
                yield names[node], names[target], likelihood
