"""From some starts to everything they reach: the strongest path, and the fewest links."""

from __future__ import annotations

import heapq
import math
from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from blueprint.analysis.couplings import Direction, Way, ways_out
from blueprint.graph import Graph

_DIGITS = 9
"""Paths whose strengths differ by less than this many digits of their logarithm are equal."""


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """The strongest path by which a change comes to a node.

    Attributes:
        node: Number of the node that is reached.
        start: Number of the start it comes from.
        hops: How many links the path has.
        fewest: How few links could bring it here.
        likelihood: Product of the likelihoods along it.
        impact: Product of the impacts along it.
        assumed: Whether nobody stated some strength along it.
        end: The path under way that ended here.
    """

    node: int
    start: int
    hops: int
    fewest: int
    likelihood: float
    impact: float
    assumed: bool
    end: Label = field(repr=False)

    @property
    def ways(self) -> tuple[Way, ...]:
        """The links of the path, in order of travel."""
        found: list[Way] = []
        at = self.end
        while at.way is not None and at.before is not None:
            found.append(at.way)
            at = at.before
        return tuple(reversed(found))


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """One path under way: where it is, the way it ends with, and the path before that."""

    node: int
    start: int
    way: Way | None = None
    before: Label | None = field(default=None, repr=False)
    hops: int = 0
    likelihood: float = 1.0
    impact: float = 1.0
    assumed: bool = False

    def on(self, way: Way) -> Label:
        """Return the path with one more link."""
        return Label(
            node=way.to,
            start=self.start,
            way=way,
            before=self,
            hops=self.hops + 1,
            likelihood=self.likelihood * way.likelihood,
            impact=self.impact * way.impact,
            assumed=self.assumed or way.assumed,
        )


def strongest_routes(
    graph: Graph,
    starts: Sequence[int],
    direction: Direction,
    *,
    depth: int | None = None,
    closed: Collection[int] = (),
) -> Mapping[int, Route]:
    """Return how a change reaches every node it can reach, starts left out.

    The strongest path has the largest product of likelihoods. Of equally strong ones it is
    the one with fewer links, then the one whose last link stands first in the file.

    Args:
        graph: The graph.
        starts: Numbers of the nodes it starts at.
        direction: What is asked.
        depth: The most links a path may have; by default any number.
        closed: Numbers of nodes it may not enter.

    Returns:
        Routes by node, strongest first.
    """
    fewest = fewest_links(graph, starts, direction, depth=depth, closed=closed)
    labels: dict[int, Label] = {}
    shortest: dict[int, int] = {}
    queue = [(0.0, 0, start, -1, 0.0, Label(start, start)) for start in dict.fromkeys(starts)]
    heapq.heapify(queue)
    while queue:
        _, hops, node, _, cost, label = heapq.heappop(queue)
        if shortest.get(node, hops + 1) <= hops:
            continue
        shortest[node] = hops
        labels.setdefault(node, label)
        if hops == depth:
            continue
        for way in ways_out(graph, node, direction):
            known = way.to in labels if depth is None else shortest.get(way.to, hops + 2) <= hops + 1
            if known or way.to in closed:
                continue
            more = cost - math.log(way.likelihood)
            entry = (round(more, _DIGITS), hops + 1, way.to, way.link, more)
            heapq.heappush(queue, (*entry, label.on(way)))
    begun = set(starts)
    return {
        node: _route(label, fewest[node]) for node, label in labels.items() if node not in begun
    }


def fewest_links(
    graph: Graph,
    starts: Iterable[int],
    direction: Direction,
    *,
    depth: int | None = None,
    closed: Collection[int] = (),
) -> Mapping[int, int]:
    """Return for every node that is reached how few links lead there; 0 for the starts."""
    found = dict.fromkeys(starts, 0)
    queue = deque(found)
    while queue:
        node = queue.popleft()
        if found[node] == depth:
            continue
        for way in ways_out(graph, node, direction):
            if way.to not in found and way.to not in closed:
                found[way.to] = found[node] + 1
                queue.append(way.to)
    return found


def _route(label: Label, fewest: int) -> Route:
    return Route(
        node=label.node,
        start=label.start,
        hops=label.hops,
        fewest=fewest,
        likelihood=label.likelihood,
        impact=label.impact,
        assumed=label.assumed,
        end=label,
    )
