"""The part of a network that a changed set reaches, numbered anew so that a change comes down it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from blueprint.graph import Network

START = 0
"""The number of the changed set in a part: all its starts as one node."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What some starts reach; they are one node, 0, that no arc leads into.

    Nodes that reach each other stand side by side, and an arc to a node outside its cluster
    always goes to a larger number. Arcs between the same two nodes are one: it carries a
    change unless all of them fail.

    Attributes:
        nodes: Per node of the part, its number in the network; -1 for the changed set.
        leaving: Per node, the likelihood of its arcs by the node they go to.
        clusters: First number of each cluster of nodes that reach each other, and the end.
    """

    nodes: tuple[int, ...]
    leaving: tuple[dict[int, float], ...]
    clusters: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many nodes it has, the changed set among them."""
        return len(self.nodes)

    @property
    def arc_count(self) -> int:
        """How many arcs it has."""
        return sum(map(len, self.leaving))


def part_of(
    network: Network,
    starts: Iterable[int],
    *,
    closed: Collection[int] = (),
    within: Collection[int] | None = None,
) -> Part:
    """Return what some starts reach, in time and memory of that part alone.

    Args:
        network: What carries the change.
        starts: The nodes that change, taken as one set.
        closed: Nodes it may not enter.
        within: The only nodes it may enter; by default all.

    Examples:
        >>> network = Network.of(4, [(0, 2, 0.5, 1), (1, 2, 0.5, 1), (2, 0, 0.9, 1)])
        >>> part_of(network, [0, 1])
        Part(nodes=(-1, 2), leaving=({1: 0.75}, {}), clusters=(0, 1, 2))
    """
    starts = tuple(dict.fromkeys(starts))
    barred = {*starts, *closed}
    successors: dict[int, dict[int, float]] = {}

    def arcs_of(node: int) -> dict[int, float]:
        found: dict[int, float] = {}
        for source in starts if node < 0 else (node,):
            begin, end = network.first[source], network.first[source + 1]
            own = zip(network.targets[begin:end], network.likelihoods[begin:end], strict=True)
            for target, likelihood in own:
                if target in barred or (within is not None and target not in within):
                    continue
                known = found.get(target)
                both = likelihood if known is None else 1 - (1 - known) * (1 - likelihood)
                found[target] = both
        successors[node] = found
        return found

    order, clusters = _in_clusters(arcs_of)
    number = {node: at for at, node in enumerate(order)}
    leaving = tuple({number[t]: p for t, p in successors[node].items()} for node in order)
    return Part(nodes=tuple(order), leaving=leaving, clusters=clusters)


class _Walk:
    """A depth-first walk that finds clusters as it goes back (Tarjan, 1972)."""

    def __init__(self) -> None:
        self.low: dict[int, int] = {}
        self.finished: dict[int, int] = {}
        self.open: list[int] = []
        self.is_open: set[int] = set()
        self.clusters: list[list[int]] = []

    def enter(self, node: int) -> None:
        self.low[node] = len(self.low)
        self.open.append(node)
        self.is_open.add(node)

    def leave(self, node: int, entered: int) -> None:
        self.finished[node] = len(self.finished)
        if self.low[node] < entered:
            return
        at = len(self.open) - 1
        while self.open[at] != node:
            at -= 1
        cluster = self.open[at:]
        del self.open[at:]
        self.is_open.difference_update(cluster)
        cluster.sort(key=self.finished.__getitem__, reverse=True)
        self.clusters.append(cluster)


def _in_clusters(arcs_of: Callable[[int], dict[int, float]]) -> tuple[list[int], tuple[int, ...]]:
    """Return the nodes in order, from -1 on, and where each cluster of them begins."""
    walk = _Walk()
    walk.enter(-1)
    stack = [(-1, 0, iter(arcs_of(-1)))]
    low = walk.low
    while stack:
        node, entered, rest = stack[-1]
        for target in rest:
            if target not in low:
                stack.append((target, len(low), iter(arcs_of(target))))
                walk.enter(target)
                break
            if target in walk.is_open and low[target] < low[node]:
                low[node] = low[target]
        else:
            stack.pop()
            walk.leave(node, entered)
            if stack and low[node] < low[stack[-1][0]]:
                low[stack[-1][0]] = low[node]
    order: list[int] = []
    begins = [0]
    for cluster in reversed(walk.clusters):
        order += cluster
        begins.append(len(order))
    return order, tuple(begins)
