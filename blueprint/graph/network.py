"""Along which links a change travels, as plain numbers: nodes, arcs, likelihoods, impacts."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from blueprint.graph.columns import NO_LINK, grouped, leavings

__all__ = ["NO_LINK", "Arc", "Network"]

Arc = tuple[int, int, float, float]
"""From, to, likelihood and impact."""


@dataclass(frozen=True, eq=False)
class Network:
    """What carries a change: numbered nodes, and arcs from each with their strengths.

    The arcs of a node stand side by side, in the order they were given, so that five flat
    arrays hold everything; ``numpy.asarray`` shows each of them without a copy. They are
    never altered once the network is made.

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

        Raises:
            BlueprintError: An arc ends at no node, or a strength is outside 0 to 1.

        Examples:
            >>> network = Network.of(3, [(0, 1, 0.5, 1.0), (1, 2, 0.4, 0.5), (0, 2, 0.0, 1.0)])
            >>> list(network.arcs(0)), network.successors
            ([(1, 0.5, 1.0, 0)], ((1,), (2,), ()))
        """
        sources, targets, likelihoods, impacts = tuple(zip(*arcs, strict=True)) or ((),) * 4
        return cls.of_arrays(size, sources, targets, likelihoods, impacts, links)

    @classmethod
    def of_arrays(
        cls,
        size: int,
        sources: Sequence[int],
        targets: Sequence[int],
        likelihoods: Sequence[float] | None = None,
        impacts: Sequence[float] | None = None,
        links: Sequence[int] | None = None,
    ) -> Network:
        """Return the network of arcs given in columns, as `of` does of arcs one by one.

        From some ten thousand arcs on, and with numpy installed, no Python object is made for
        an arc: hand over ``array.array`` or numpy arrays, and a million nodes take a second.

        Args:
            size: How many nodes there are.
            sources: Per arc, the node it goes from.
            targets: Per arc, the node it goes to.
            likelihoods: Per arc, how likely a change travels along it; 1 where not given.
            impacts: Per arc, the share of the work at its end; 1 where not given.
            links: Per arc, the link it stands for.

        Raises:
            BlueprintError: An arc ends at no node, a strength is outside 0 to 1, or the columns
                differ in length.

        Examples:
            >>> Network.of_arrays(3, [1, 0, 1], [2, 1, 0]).successors
            ((1,), (2, 0), ())
        """
        certain = array("d", [1.0]) * len(sources)
        strengths = (
            certain if likelihoods is None else likelihoods,
            certain if impacts is None else impacts,
        )
        return cls(size, *grouped(size, (sources, targets), strengths, links))

    @property
    def arc_count(self) -> int:
        """How many arcs there are."""
        return len(self.targets)

    def arcs(self, node: int) -> Iterator[tuple[int, float, float, int]]:
        """Go through the arcs of a node: to, likelihood, impact and the arc's number."""
        for arc in range(self.first[node], self.first[node + 1]):
            yield self.targets[arc], self.likelihoods[arc], self.impacts[arc], arc

    @cached_property
    def sources(self) -> array[int]:
        """Per arc, the node it goes from."""
        return leavings(self.first)

    @cached_property
    def successors(self) -> tuple[tuple[int, ...], ...]:
        """Per node, the nodes its arcs go to, each once, in order."""
        nodes, first = list(range(self.size)), self.first
        targets = list(map(nodes.__getitem__, self.targets))  # one object a node, not one an arc
        return tuple(
            tuple(dict.fromkeys(targets[first[n] : first[n + 1]])) for n in range(self.size)
        )

    @cached_property
    def turned(self) -> Network:
        """The same nodes with every arc the other way round."""
        return Network.of_arrays(
            self.size, self.targets, self.sources, self.likelihoods, self.impacts, self.links
        )
