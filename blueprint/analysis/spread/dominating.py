"""What a change must pass on its way: the one node before each that alone can stop it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from blueprint.analysis.spread.part import START, Part, part_of
from blueprint.graph import Network

CHANGED_SET = -1
"""Stands for the changed set, where nothing but the whole of it comes before a node."""


def dominators(
    network: Network,
    starts: Iterable[int],
    *,
    closed: Collection[int] = (),
    within: Collection[int] | None = None,
) -> Mapping[int, int]:
    """Return for every node that is reached the last one that all paths to it pass.

    Follow it from a node upward, and you have everything that alone can stop a change
    before it gets there, nearest first.

    Args:
        network: What carries the change.
        starts: The nodes that change, taken as one set.
        closed: Nodes it may not enter.
        within: The only nodes it may enter; by default all.

    Returns:
        By node, that other one, or -1 where only the changed set itself is passed by all.

    Examples:
        >>> ways = [(0, 1), (1, 2), (1, 3), (2, 4), (3, 4)]
        >>> network = Network.of(5, [(a, b, 0.5, 1.0) for a, b in ways])
        >>> dict(sorted(dominators(network, [0]).items()))
        {1: -1, 2: 1, 3: 1, 4: 1}
    """
    part = part_of(network, starts, closed=closed, within=within)
    above = immediate_dominators(part)
    return {part.nodes[node]: part.nodes[above[node]] for node in range(1, part.size)}


def immediate_dominators(part: Part) -> list[int]:
    """Return per node of a part the last one that all paths to it pass; for 0, itself.

    By Lengauer and Tarjan (1979), with path compression: time of order m log n.
    """
    order, parent, entering = _walked(part)
    size = len(order)
    semi, best = list(range(size)), list(range(size))
    forest = [-1] * size
    dominator = [0] * size
    waiting: list[list[int]] = [[] for _ in range(size)]
    for node in range(size - 1, 0, -1):
        for source in entering[node]:
            semi[node] = min(semi[node], semi[_least(source, forest, best, semi)])
        waiting[semi[node]].append(node)
        above = forest[node] = parent[node]
        for other in waiting[above]:
            least = _least(other, forest, best, semi)
            dominator[other] = least if semi[least] < semi[other] else above
        waiting[above].clear()
    found = [START] * size
    for node in range(1, size):
        if dominator[node] != semi[node]:
            dominator[node] = dominator[dominator[node]]
        found[order[node]] = order[dominator[node]]
    return found


def _walked(part: Part) -> tuple[list[int], list[int], list[list[int]]]:
    """Number nodes in the order of a depth-first walk: their order, parents and sources."""
    number = {START: 0}
    order, parent = [START], [START]
    entering: list[list[int]] = [[] for _ in range(part.size)]
    stack = [(0, iter(part.targets_of(START)))]
    while stack:
        at, rest = stack[-1]
        for target in rest:
            if target not in number:
                number[target] = len(order)
                order.append(target)
                parent.append(at)
                entering[number[target]].append(at)
                stack.append((number[target], iter(part.targets_of(target))))
                break
            entering[number[target]].append(at)
        else:
            stack.pop()
    return order, parent, entering


def _least(node: int, forest: list[int], best: list[int], semi: list[int]) -> int:
    """Return the node of least semidominator on the way up, and shorten that way."""
    way: list[int] = []
    top = node
    while forest[top] >= 0 and forest[forest[top]] >= 0:
        way.append(top)
        top = forest[top]
    for below in reversed(way):
        above = forest[below]
        if semi[best[above]] < semi[best[below]]:
            best[below] = best[above]
        forest[below] = forest[above]
    return best[node]
