"""Along which links a change travels, as plain numbers: nodes, arcs, likelihoods, impacts."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

Arc = tuple[int, int, float, float]
"""From, to, likelihood and impact."""

NO_LINK = -1
"""The link of an arc that stands for none of a graph."""


@dataclass(frozen=True, eq=False)
class Network:
    """What carries a change: numbered nodes, and arcs from each with their strengths.

    The arcs of a node stand side by side, in the order they were given, so that five flat
    arrays hold everything. They are never altered once the network is made.

    Attributes:
        size: How many nodes there are; they are numbered from 0.
        first: Per node, the number of its first arc; one more entry ends the last node's.
        targets: Per arc, the node it goes to.
        likelihoods: Per arc, how likely a change travels along it, above 0 and at most 1.
        impacts: Per arc, what share of the work at its end it concerns, 0 to 1.
        links: Per arc, the number of the link of the graph that carries it, or `NO_LINK`.
    """

    size: int
    first: array[int]
    targets: array[int]
    likelihoods: array[float]
    impacts: array[float]
    links: array[int]

    @classmethod
    def of(cls, size: int, arcs: Iterable[Arc], links: Sequence[int] | None = None) -> Network:
        """Return the network of some arcs; those of one node keep their order.

        An arc with likelihood 0, and one from a node to itself, carries nothing and is left out.

        Args:
            size: How many nodes there are.
            arcs: From, to, likelihood and impact of each.
            links: Per arc, the link it stands for.

        Examples:
            >>> network = Network.of(3, [(0, 1, 0.5, 1.0), (1, 2, 0.4, 0.5), (0, 2, 0.0, 1.0)])
            >>> list(network.arcs(0)), network.successors
            ([(1, 0.5, 1.0, 0)], ((1,), (2,), ()))
        """
        leaving: list[list[tuple[int, float, float, int]]] = [[] for _ in range(size)]
        for number, (source, target, likelihood, impact) in enumerate(arcs):
            if likelihood > 0 and source != target:
                link = NO_LINK if links is None else links[number]
                leaving[source].append((target, likelihood, impact, link))
        first = array("q", [0])
        flat: list[tuple[int, float, float, int]] = []
        for own in leaving:
            flat += own
            first.append(len(flat))
        return cls(
            size=size,
            first=first,
            targets=array("i", [arc[0] for arc in flat]),
            likelihoods=array("d", [arc[1] for arc in flat]),
            impacts=array("d", [arc[2] for arc in flat]),
            links=array("i", [arc[3] for arc in flat]),
        )

    @property
    def arc_count(self) -> int:
        """How many arcs there are."""
        return len(self.targets)

    def arcs(self, node: int) -> Iterator[tuple[int, float, float, int]]:
        """Go through the arcs of a node: to, likelihood, impact and the arc's number."""
        for arc in range(self.first[node], self.first[node + 1]):
            yield self.targets[arc], self.likelihoods[arc], self.impacts[arc], arc

    @cached_property
    def successors(self) -> tuple[tuple[int, ...], ...]:
        """Per node, the nodes its arcs go to, each once, in order."""
        targets, first = self.targets.tolist(), self.first
        return tuple(
            tuple(dict.fromkeys(targets[first[n] : first[n + 1]])) for n in range(self.size)
        )

    @cached_property
    def turned(self) -> Network:
        """The same nodes with every arc the other way round."""
        arcs = [
            (to, node, likelihood, impact)
            for node in range(self.size)
            for to, likelihood, impact, _ in self.arcs(node)
        ]
        return Network.of(self.size, arcs, self.links)
