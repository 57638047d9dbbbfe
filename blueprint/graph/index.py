"""The graph itself: nodes and links by number, immutable, in file order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from blueprint.errors import ReferenceNotFoundError
from blueprint.graph.couplings import Direction, Way, network_of
from blueprint.graph.links import links_of
from blueprint.graph.network import Network
from blueprint.graph.node import Node, nodes_of
from blueprint.integrity.scope import Scope, alone
from blueprint.integrity.soundness import sound
from blueprint.model import Coupling
from blueprint.words import Phrase

if TYPE_CHECKING:
    from blueprint.model import Blueprint, Link, NodeKind


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

    nodes: tuple[Node, ...]
    index: Mapping[str, int]
    links: tuple[Link, ...]
    sources: tuple[int, ...]
    targets: tuple[int, ...]
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
        return network_of(len(self.nodes), self.links, ends, direction, kinds)

    def ways_out(self, network: Network, node: int) -> Iterator[Way]:
        """Go through the ways a change can take from a node, in file order of the links."""
        return (self.way(network, arc) for *_, arc in network.arcs(node))

    def way(self, network: Network, arc: int) -> Way:
        """Return an arc of one of its networks as a way along a link."""
        number, to = network.links[arc], network.targets[arc]
        link = self.links[number]
        return Way(
            link=number,
            to=to,
            forward=self.targets[number] == to,
            likelihood=network.likelihoods[arc],
            impact=network.impacts[arc],
            assumed=isinstance(link, Coupling) and link.assumed,
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
        return (node for node in self.nodes if node.kind in kinds)

    def _gathered(self, ends: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.nodes]
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
    sound(scope)
    return lenient_graph(scope)


def lenient_graph(scope: Scope) -> Graph:
    """Return the graph without the links that name nothing; the checks look at such graphs."""
    nodes = tuple(nodes_of(scope))
    index = {node.id: n for n, node in enumerate(nodes)}
    same = _same(scope, index)
    cards: dict[int, list[str]] = {}
    for card, target in same.items():
        cards.setdefault(index[target], []).append(card)
    index.update({card: index[target] for card, target in same.items()})
    nodes = tuple(
        replace(node, same=tuple(cards[n])) if n in cards else node for n, node in enumerate(nodes)
    )
    links = tuple(link for link in links_of(scope) if link.source in index and link.target in index)
    return Graph(
        nodes=nodes,
        index=index,
        links=links,
        sources=tuple(index[link.source] for link in links),
        targets=tuple(index[link.target] for link in links),
        scope=scope,
    )


def _same(scope: Scope, index: Mapping[str, int]) -> dict[str, str]:
    """Return the cards that are the same as another: card id to the one it finally is."""
    direct: dict[str, str] = {}
    for stem, blueprint in scope.blueprints.items():
        for name in blueprint.names.actions.values():
            if name.action.same_as is not None:
                found = scope.find(stem, name.action.same_as, "action")
                if len(found) == 1 and found[0] in index:
                    direct[scope.global_id(stem, name.id)] = found[0]
    final: dict[str, str] = {}
    for card in direct:
        at, seen = card, {card}
        while at in direct and direct[at] not in seen:
            at = direct[at]
            seen.add(at)
        if at != card:
            final[card] = at
    return final
