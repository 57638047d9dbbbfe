"""From each node's immediate dominator to the node: the share of its likelihood that is its own."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.analysis.spread.bounding import bounds_of
from blueprint.analysis.spread.dominating import immediate_dominators
from blueprint.analysis.spread.factoring import Factored, factored
from blueprint.analysis.spread.part import Part
from blueprint.analysis.spread.reducing import SOURCE, TARGET, Between

_PART, _PART_IF_HARD = 4, 64
"""What part of the budget that is left one node may take."""


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

    Those with fewest arcs before them come first. Each may take a quarter of what is left, so that
    one that is hard leaves something for the others; less once one from the same
    dominator was too hard that had no more arcs.

    Args:
        part: What the changed set reaches.
        budget: How many arcs may be looked at to find them, and how many to bound them.
        exact: Whether to find them exactly.
        bounded: Whether those that are not found exactly are bounded; else they are left out.
    """
    found = single_shares(part)
    waiting = [node for node in range(1, part.size) if found[node] is None]
    if not waiting:
        return found, 0
    above = immediate_dominators(part)
    questions, steps = _questions(part, above, waiting, budget // 2)
    too_many: dict[int, int] = {}
    on_bounds = 0
    for node, case in questions:
        left = budget - steps
        if left <= 0 and not bounded:
            break
        arcs = len(case.state)
        hard = arcs >= too_many.get(above[node], arcs + 1)
        allowed = max(0, left) // (_PART_IF_HARD if hard else _PART)
        known = factored(case, allowed if exact else 0)
        steps += known.steps
        if known.exact:
            found[node] = Share.of(above[node], min(1.0, known.reached))
            continue
        too_many.setdefault(above[node], arcs)
        if bounded and on_bounds < budget:
            found[node], more = _bounded(above[node], case, known, (budget - on_bounds) // _PART)
            on_bounds += more
    return found, steps + on_bounds


def _bounded(above: int, case: Between, known: Factored, allowed: int) -> tuple[Share, int]:
    """Return a share between bounds, of the case as it was and of what became of it."""
    low, high, steps = bounds_of(factored(case, 0), 0)
    if known.steps:
        lower, upper, more = bounds_of(known, allowed)
        low, high, steps = max(low, lower), min(high, upper), steps + more
    return Share(above=above, low=low, high=high, exact=False), steps


def _questions(
    part: Part, above: list[int], waiting: list[int], budget: int
) -> tuple[list[tuple[int, Between]], int]:
    """Return nodes with what lies between them and their dominators, fewest arcs first."""
    entering = _entering(part)
    below = _below(above)
    found: list[tuple[int, Between]] = []
    steps = 0
    for node in sorted(waiting, key=lambda node: (below[above[node]], node)):
        if steps >= budget:
            break
        case = Between(_between(part, entering, above[node], node))
        case.reduce()
        steps += case.steps
        found.append((node, case))
    return sorted(found, key=lambda question: (len(question[1].state), question[0])), steps


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
