"""The smallest set of nodes that cuts a change off from some targets, by maximum flow."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from blueprint.analysis.spread.reaching import reached
from blueprint.graph import Network

Side = Literal["start", "target"]
"""Which of several equally small cuts is taken: the first on the way, or the last."""

_START, _TARGET = "start", "target"
_UNIT = 1_000_000
"""Costs are counted in whole millionths, so that sums of them are exact."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What must change so that nothing arrives any more.

    Attributes:
        nodes: Nodes to cut, in order.
        arcs: Arcs to cut, in order: all that are cut where links are, else those that join a
            start to a target directly.
        cost: The sum of their costs.
    """

    nodes: tuple[int, ...]
    arcs: tuple[int, ...]
    cost: float


def smallest_cut(
    network: Network,
    starts: Iterable[int],
    targets: Iterable[int],
    *,
    what: Literal["elements", "links"] = "elements",
    side: Side = "start",
    costs: Mapping[int, float] | None = None,
) -> Cut:
    """Return the smallest set of nodes, or of arcs, that every path to a target passes.

    By the theorem of Ford and Fulkerson (1956) it is as large as the largest flow. Of equally
    small ones the one nearest the starts, or nearest the targets, is unique, so that the answer
    does not depend on the order of anything.

    Args:
        network: What carries the change.
        starts: Where it begins; never cut.
        targets: What it shall not reach; never cut. A start among them is left out.
        what: Whether nodes are cut, or arcs.
        side: Which of the equally small ones.
        costs: What cutting a node costs, where it is not 1.

    Examples:
        >>> ways = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4)]
        >>> network = Network.of(5, [(a, b, 0.5, 1.0) for a, b in ways])
        >>> smallest_cut(network, [0], [4]).nodes
        (3,)
        >>> smallest_cut(network, [0], [4], what="links").arcs
        (4,)
    """
    begun = tuple(dict.fromkeys(starts))
    aims = tuple(node for node in dict.fromkeys(targets) if node not in set(begun))
    between = _between(network, begun, aims)
    flow = _FlowGraph(network, begun, aims, between, what, costs or {})
    return flow.cut(side)


def _between(network: Network, starts: Sequence[int], targets: Sequence[int]) -> frozenset[int]:
    """Return the nodes on some path from a start to a target, ends included."""
    onward = {*starts, *reached(network, starts)}
    back = {*targets, *reached(network.turned, targets)}
    return frozenset(onward & back)


class _FlowGraph:
    """The network as pipes: a node is one from its way in to its way out, of its cost."""

    def __init__(
        self,
        network: Network,
        starts: Sequence[int],
        targets: Sequence[int],
        between: frozenset[int],
        what: str,
        costs: Mapping[int, float],
    ) -> None:
        import networkx as nx

        self._graph: Any = nx.DiGraph()
        self._graph.add_nodes_from((_START, _TARGET))
        self._costs = costs
        self._arcs: list[tuple[int, int, int]] = []
        ends = {*starts, *targets}
        for node in sorted(between):
            if node in ends or what == "links":
                self._pipe((node, 0), (node, 1), None)
            else:
                self._pipe((node, 0), (node, 1), costs.get(node, 1.0))
        for node in sorted(between & set(starts)):
            self._pipe(_START, (node, 0), None)
        for node in sorted(between & set(targets)):
            self._pipe((node, 1), _TARGET, None)
        for node in sorted(between - set(targets)):
            for to, _, _, arc in network.arcs(node):
                if to in between and to not in starts:
                    stuck = node in ends and to in ends
                    cost = 1.0 if what == "links" or stuck else None
                    self._pipe((node, 1), (to, 0), cost)
                    self._arcs.append((arc, node, to))

    def _pipe(self, one: Hashable, other: Hashable, cost: float | None) -> None:
        """Add a pipe; without a cost it can never be cut. Links side by side add up."""
        if cost is None:
            self._graph.add_edge(one, other)
        elif self._graph.has_edge(one, other):
            self._graph[one][other]["capacity"] += round(cost * _UNIT)
        else:
            self._graph.add_edge(one, other, capacity=round(cost * _UNIT))

    def cut(self, side: Side) -> Cut:
        from networkx.algorithms.flow import shortest_augmenting_path

        residual = shortest_augmenting_path(self._graph, _START, _TARGET, two_phase=True)
        if side == "start":
            near = _filled(residual, _START, onward=True)
        else:
            near = set(self._graph) - _filled(residual, _TARGET, onward=False)
        split = [n for n in self._graph if isinstance(n, tuple) and n[1] == 0]
        nodes = sorted(n for n, _ in split if (n, 0) in near and (n, 1) not in near)
        arcs = [arc for arc, a, b in self._arcs if (a, 1) in near and (b, 0) not in near]
        cost = sum(self._costs.get(node, 1.0) for node in nodes) + len(arcs)
        return Cut(tuple(nodes), tuple(sorted(arcs)), cost)


def _filled(residual: Any, begin: str, *, onward: bool) -> set[Hashable]:  # noqa: ANN401
    """Return what can still be filled from an end, or can still fill it."""
    found: set[Hashable] = {begin}
    queue: list[Hashable] = [begin]
    while queue:
        at = queue.pop()
        for to in residual[at]:
            pipe = residual[at][to] if onward else residual[to][at]
            if to not in found and pipe["flow"] < pipe["capacity"]:
                found.add(to)
                queue.append(to)
    return found
