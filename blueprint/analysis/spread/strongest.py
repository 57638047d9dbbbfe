"""The strongest path to every node: the largest product of likelihoods from any start."""

from __future__ import annotations

import heapq
import math
from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from blueprint.graph import Network

NONE = -1
"""The arc and the label before of a start."""

_DIGITS = 9
"""Paths whose strengths differ by less than this many digits of their logarithm are equal."""

_Key = tuple[float, int, int, int]
_Entry = tuple[float, int, int, int, int, float, int]
"""Cost as compared, links, node, link and arc that lead there; exact cost; label before."""


@dataclass(frozen=True, slots=True)
class Strongest:
    """Strongest paths, each kept as its last arc and the label of the path before it.

    A label is a path that was found: to one node, by one last arc. Labels are numbered in the
    order in which they were settled, so that the one before always has the smaller number.
    No path is ever copied; a hundred thousand of them take a few flat arrays.

    Attributes:
        network: What carries the change.
        nodes: Per label, the node its path comes to.
        arcs: Per label, the last arc; `NONE` at a start.
        before: Per label, the label of its path without the last arc; `NONE` at a start.
        likelihoods: Per label, the product of the likelihoods along its path.
        hops: Per label, how many arcs its path has.
        best: Per node that is reached, starts left out, its label; strongest first.
    """

    network: Network
    nodes: array[int]
    arcs: array[int]
    before: array[int]
    likelihoods: array[float]
    hops: array[int]
    best: Mapping[int, int]

    def path(self, label: int) -> list[int]:
        """Return the arcs of a path, in order of travel."""
        found: list[int] = []
        while self.before[label] != NONE:
            found.append(self.arcs[label])
            label = self.before[label]
        found.reverse()
        return found

    def start(self, label: int) -> int:
        """Return the node a path starts at."""
        while self.before[label] != NONE:
            label = self.before[label]
        return self.nodes[label]


def strongest(
    network: Network,
    starts: Iterable[int],
    *,
    depth: int | None = None,
    closed: Collection[int] = (),
) -> Strongest:
    """Return the strongest path to every node that a changed set can reach.

    The strongest path has the largest product of likelihoods. Of equally strong ones it is
    the one with fewer arcs, then the one whose last arc carries the earlier link.

    Args:
        network: What carries the change.
        starts: The nodes that change; no path leads into any of them.
        depth: The most arcs a path may have; by default any number.
        closed: Nodes no path may enter.

    Examples:
        >>> ways = Network.of(3, [(0, 1, 0.5, 1.0), (1, 2, 0.5, 1.0), (0, 2, 0.2, 1.0)])
        >>> found = strongest(ways, [0])
        >>> label = found.best[2]
        >>> found.likelihoods[label], found.path(label)
        (0.25, [0, 2])
        >>> near = strongest(ways, [0], depth=1)
        >>> near.likelihoods[near.best[2]]
        0.2
    """
    search = _Search(network, starts, closed, depth)
    search.run()
    return search.found()


class _Search:
    """Dijkstra's search on the logarithms; with a depth, a node may have several labels."""

    def __init__(
        self, network: Network, starts: Iterable[int], closed: Collection[int], depth: int | None
    ) -> None:
        self._network = network
        self._depth = depth
        self._begun = list(dict.fromkeys(starts))
        self._barred = {*self._begun, *closed}
        self._nodes = array("i", self._begun)
        self._arcs = array("i", [NONE] * len(self._begun))
        self._before = array("i", self._arcs)
        self._likelihoods = array("d", [1.0] * len(self._begun))
        self._hops = array("i", [0] * len(self._begun))
        self._best: dict[int, int] = {}
        self._shortest: dict[int, int] = {}
        self._offered: dict[tuple[int, int], _Key] = {}
        self._queue: list[_Entry] = []

    def run(self) -> None:
        """Settle one label after the other, the strongest first."""
        for label, _ in enumerate(self._begun):
            self._go_on(label, 0.0)
        while self._queue:
            _, hops, node, _, arc, cost, before = heapq.heappop(self._queue)
            if self._shortest.get(node, hops + 1) <= hops:
                continue
            self._shortest[node] = hops if self._depth is not None else 0
            label = len(self._nodes)
            self._nodes.append(node)
            self._arcs.append(arc)
            self._before.append(before)
            self._likelihoods.append(self._likelihoods[before] * self._network.likelihoods[arc])
            self._hops.append(hops)
            self._best.setdefault(node, label)
            if hops != self._depth:
                self._go_on(label, cost)

    def found(self) -> Strongest:
        """Return what was settled."""
        return Strongest(
            self._network,
            self._nodes,
            self._arcs,
            self._before,
            self._likelihoods,
            self._hops,
            self._best,
        )

    def _go_on(self, label: int, cost: float) -> None:
        """Offer the path of a label to everything its end leads to."""
        network, offered = self._network, self._offered
        hops = self._hops[label] + 1
        length = hops if self._depth is not None else 0
        for to, likelihood, _, arc in network.arcs(self._nodes[label]):
            if to in self._barred or self._shortest.get(to, hops + 1) <= hops:
                continue
            more = cost - math.log(likelihood)
            key = (round(more, _DIGITS), hops, network.links[arc], arc)
            known = offered.get((to, length))
            if known is None or key < known:
                offered[to, length] = key
                heapq.heappush(self._queue, (key[0], hops, to, key[2], arc, more, label))
