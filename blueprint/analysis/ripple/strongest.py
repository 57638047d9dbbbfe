"""From some starts to everything they reach: the strongest path, and the fewest links."""

from __future__ import annotations

import heapq
import math
from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from blueprint.graph import Graph
from blueprint.graph.couplings import Direction, Way

_DIGITS = 9
"""Paths whose strengths differ by less than this many digits of their logarithm are equal."""


@dataclass(frozen=True, slots=True)
class Path:
    """A path of a change under way, and what it has gathered so far.

    Attributes:
        node: Number of the node it has come to.
        start: Number of the start it comes from.
        ways: Its links, in order of travel.
        likelihood: Product of the likelihoods along it.
        impact: Product of the impacts along it.
        assumed: Whether nobody stated some strength along it.
    """

    node: int
    start: int
    ways: tuple[Way, ...] = ()
    likelihood: float = 1.0
    impact: float = 1.0
    assumed: bool = False

    @property
    def hops(self) -> int:
        """How many links it has."""
        return len(self.ways)

    def on(self, way: Way) -> Path:
        """Return the path with one more link."""
        return Path(
            node=way.to,
            start=self.start,
            ways=(*self.ways, way),
            likelihood=self.likelihood * way.likelihood,
            impact=self.impact * way.impact,
            assumed=self.assumed or way.assumed,
        )


@dataclass(frozen=True, slots=True)
class Route:
    """How a change comes to a node: by its strongest path, and over how few links it could."""

    path: Path
    fewest: int

    @property
    def node(self) -> int:
        """Number of the node that is reached."""
        return self.path.node


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
    found: dict[int, Path] = {}
    shortest: dict[int, int] = {}
    queue = [(0.0, 0, start, -1, 0.0, Path(start, start)) for start in dict.fromkeys(starts)]
    heapq.heapify(queue)
    while queue:
        _, hops, node, _, cost, path = heapq.heappop(queue)
        if shortest.get(node, hops + 1) <= hops:
            continue
        shortest[node] = hops
        found.setdefault(node, path)
        if hops == depth:
            continue
        for way in graph.ways_out(graph.network(direction), node):
            known = way.to in found if depth is None else shortest.get(way.to, hops + 2) <= hops + 1
            if known or way.to in closed:
                continue
            more = cost - math.log(way.likelihood)
            entry = (round(more, _DIGITS), hops + 1, way.to, way.link, more)
            heapq.heappush(queue, (*entry, path.on(way)))
    begun = set(starts)
    return {node: Route(path, fewest[node]) for node, path in found.items() if node not in begun}


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
        for way in graph.ways_out(graph.network(direction), node):
            if way.to not in found and way.to not in closed:
                found[way.to] = found[node] + 1
                queue.append(way.to)
    return found
