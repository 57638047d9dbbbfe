"""The graph itself: nodes and links by number, immutable, in file order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from typing import TYPE_CHECKING

from blueprint.errors import ReferenceNotFoundError
from blueprint.graph.couplings import Direction, Way, network_of, strengths_of
from blueprint.graph.joining import whole_of
from blueprint.graph.keeping import keep, kept_pieces, known_sound
from blueprint.graph.network import Network
from blueprint.graph.node import Node
from blueprint.graph.pieces import Piece, piece_of, piece_of_catalog
from blueprint.graph.sequences import Links, Nodes
from blueprint.integrity.scope import Scope, alone
from blueprint.integrity.soundness import sound
from blueprint.safety.undisturbed import undisturbed
from blueprint.words import Phrase

if TYPE_CHECKING:
    from blueprint.model import Blueprint, NodeKind


@dataclass(frozen=True)
class Graph:
    """The typed graph of a blueprint or a workspace.

    Attributes:
        nodes: All nodes, in file order.
        index: Node id to its number; a card that is the ``same_as`` another has its number.
        links: All links, in file order.
        sources: Number of the node each link goes from.
        targets: Number of the node each link goes to.
        scope: The blueprints and the catalog it was made from.
    """

    nodes: Nodes
    index: Mapping[str, int]
    links: Links
    sources: Sequence[int]
    targets: Sequence[int]
    scope: Scope

    @cached_property
    def leaving(self) -> tuple[tuple[int, ...], ...]:
        """Per node, the numbers of the links that go from it, in order."""
        return self._gathered(self.sources)

    @cached_property
    def arriving(self) -> tuple[tuple[int, ...], ...]:
        """Per node, the numbers of the links that go to it, in order."""
        return self._gathered(self.targets)

    @cached_property
    def demand(self) -> Network:
        """What carries a new or tighter ask to those behind it."""
        return self._network("demand", None)

    @cached_property
    def disruption(self) -> Network:
        """What carries something altered or missing to those who feel it."""
        return self._network("disruption", None)

    def network(self, direction: Direction, kinds: Collection[str] | None = None) -> Network:
        """Return what carries a change in a direction, along some kinds of link or all."""
        if kinds is not None:
            return self._network(direction, kinds)
        return self.demand if direction == "demand" else self.disruption

    def _network(self, direction: Direction, kinds: Collection[str] | None) -> Network:
        ends = (self.sources, self.targets)
        return network_of(len(self.nodes), self.links.manners(), ends, direction, kinds)

    def ways_out(self, direction: Direction, node: int) -> Iterator[Way]:
        """Go through the ways a change can take from a node, in file order of the links."""
        network = self.network(direction)
        return (self.way(network, arc, direction) for *_, arc in network.arcs(node))

    def way(self, network: Network, arc: int, direction: Direction) -> Way:
        """Return an arc of one of its networks as a way along a link.

        Args:
            network: The network of a direction, along all kinds of link or some.
            arc: The arc's number in it.
            direction: That direction.
        """
        number, to = network.links[arc], network.targets[arc]
        strengths = strengths_of(self.links[number], direction)
        return Way(
            link=number,
            to=to,
            forward=self.targets[number] == to,
            likelihood=network.likelihoods[arc],
            impact=network.impacts[arc],
            basis=strengths.basis if strengths is not None else "table",
        )

    def node(self, id: str) -> Node:  # noqa: A002
        """Return the node an id names.

        Raises:
            ReferenceNotFoundError: Nothing has the id.
        """
        if id not in self.index:
            raise ReferenceNotFoundError(Phrase.of("nothing here has the id “{id}”", id=id))
        return self.nodes[self.index[id]]

    def of_kind(self, *kinds: NodeKind) -> Iterator[Node]:
        """Go through the nodes of some kinds, in order."""
        numbers = (self._by_kind.get(kind, ()) for kind in kinds)
        return map(self.nodes.__getitem__, merge(*numbers))

    @cached_property
    def _by_kind(self) -> Mapping[NodeKind, Sequence[int]]:
        found: dict[NodeKind, list[int]] = {}
        for number, kind in enumerate(self.nodes.kinds):
            found.setdefault(kind, []).append(number)
        return found

    def _gathered(self, ends: Sequence[int]) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in range(len(self.nodes))]
        for link, end in enumerate(ends):
            found[end].append(link)
        return tuple(map(tuple, found))


def graph_of(source: Blueprint | Scope) -> Graph:
    """Return the graph of a blueprint, or of all blueprints of a workspace.

    Args:
        source: A blueprint (with its catalog, if it has one), or a workspace's scope.

    Raises:
        InvalidBlueprintError: A name means nothing or two things; the message says which.
    """
    scope = source if isinstance(source, Scope) else alone(source)
    with undisturbed():
        known = kept_pieces(scope)
        if not known_sound(scope):
            sound(scope, known)
        pieces = {stem: known.get(stem) or piece_of(scope, stem) for stem in scope.blueprints}
        keep(scope, pieces, known)
        return _graph(scope, pieces.values())


def lenient_graph(scope: Scope) -> Graph:
    """Return the graph without the links that name nothing; the checks look at such graphs."""
    known = kept_pieces(scope)
    return _graph(scope, [known.get(s) or piece_of(scope, s) for s in scope.blueprints])


def _graph(scope: Scope, pieces: Iterable[Piece]) -> Graph:
    shared = () if scope.catalog is None else (piece_of_catalog(scope, scope.catalog),)
    return Graph(*whole_of(scope, (*pieces, *shared)), scope)
