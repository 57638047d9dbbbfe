"""Whether what mends a fail point is all there: an action, somebody who does it, a way back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from blueprint.analysis.failures.points import Point, points_of
from blueprint.analysis.spread.reaching import reach
from blueprint.graph import Graph, Network
from blueprint.model import Act

Lack = Literal["recovery", "other", "doer", "way_back"]
"""What a recovery lacks: an action, one other than what fails, who does it, or a way back."""

_AHEAD = frozenset({"triggers", "flow"})
_BEHIND = frozenset({"interaction", "support"})


@dataclass(frozen=True)
class Recoveries:
    """The fail points of a service, and how whole the ways back from them are.

    Attributes:
        graph: The graph.
        points: All fail points, in file order.
    """

    graph: Graph
    points: tuple[Point, ...]

    @property
    def rated(self) -> int:
        """How many fail points say how severe they are."""
        return sum(point.fail.severity is not None for point in self.points)

    @cached_property
    def back(self) -> Collection[int]:
        """The actions from which something leads to what a customer does.

        It leads there by what is set off, by the journey, and by whoever waits for it.
        """
        graph = self.graph
        arcs = []
        for n, kind in enumerate(graph.links.kinds):
            if kind in _AHEAD:
                arcs.append((graph.targets[n], graph.sources[n]))
            elif kind in _BEHIND:
                arcs.append((graph.sources[n], graph.targets[n]))
        network = Network.of_arrays(len(graph.nodes), [a for a, _ in arcs], [b for _, b in arcs])
        customers = [graph.index[node.id] for node in graph.of_kind("customer")]
        return {*customers, *reach(network, customers)}

    def lacks(self, point: Point) -> tuple[Lack, ...]:
        """Return what the recovery of a fail point lacks; nothing where it is whole."""
        if point.mends is None:
            return ("recovery",)
        if point.mends_itself:
            return ("other",)
        return self._lacking[point.mends]

    @cached_property
    def _lacking(self) -> dict[int, tuple[Lack, ...]]:
        recovering = dict.fromkeys(p.mends for p in self.points if p.mends is not None)
        return {mends: tuple(self._lacks(mends)) for mends in recovering}

    def _lacks(self, mends: int) -> Iterator[Lack]:
        node = self.graph.nodes[mends]
        act = node.element
        person = isinstance(act, Act) and act.actor == "person"
        if node.kind != "customer" and node.department is None and person:
            yield "doer"
        if mends not in self.back:
            yield "way_back"

    def doubly(self, point: Point) -> tuple[Point, ...]:
        """Return the fail points of a fail point's own recovery that are not mended in turn.

        Where one of them happens the customer is let down twice: by the service, and by its
        mending (double deviation; Bitner, Booms & Tetreault, 1990).
        """
        if point.mends is None or point.mends_itself:
            return ()
        again = self._by_failing.get(point.mends, ())
        return tuple(other for other in again if other != point and self.lacks(other))

    @cached_property
    def _by_failing(self) -> dict[int, list[Point]]:
        found: dict[int, list[Point]] = {}
        for point in self.points:
            found.setdefault(point.at, []).append(point)
        return found

    def shares(self, point: Point) -> tuple[int, ...]:
        """Return the systems that both what fails and its recovery use, in order."""
        if point.mends is None or point.mends == point.at:
            return ()
        failing = self._systems(point.at)
        return tuple(n for n in self._systems(point.mends) if n in failing)

    def _systems(self, action: int) -> tuple[int, ...]:
        graph = self.graph
        return tuple(
            graph.targets[n] for n in graph.leaving[action] if graph.links.kinds[n] == "uses"
        )


def recoveries(graph: Graph) -> Recoveries:
    """Return the fail points of a service with what their recoveries lack."""
    return Recoveries(graph, points_of(graph))
