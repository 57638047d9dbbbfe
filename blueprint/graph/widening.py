"""A graph with more in it: nodes and links that its blueprints no longer have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

from blueprint.graph.index import Graph
from blueprint.graph.manner import Manner
from blueprint.graph.node import Node
from blueprint.graph.sequences import Links, Nodes
from blueprint.model import Link, LinkKind, NodeKind


def widened(
    graph: Graph, nodes: Sequence[Node], links: Sequence[Link], means: Mapping[str, str]
) -> Graph:
    """Return a graph with some nodes and links more, which come last.

    Args:
        graph: The graph; it stays as it is.
        nodes: Nodes with ids that it does not have.
        links: Links between any nodes of both.
        means: Ids of added nodes that stand for another node, and that one's id.
    """
    if not nodes and not links:
        return graph
    index = dict(graph.index)
    index.update({node.id: len(graph.nodes) + n for n, node in enumerate(nodes)})
    index.update({node: index[other] for node, other in means.items()})
    return Graph(
        nodes=_MoreNodes(graph.nodes, nodes),
        index=index,
        links=_MoreLinks(graph.links, links),
        sources=(*graph.sources, *(index[link.source] for link in links)),
        targets=(*graph.targets, *(index[link.target] for link in links)),
        scope=graph.scope,
    )


class _MoreNodes(Nodes):
    """The nodes of a graph, and some more."""

    def __init__(self, first: Nodes, more: Sequence[Node]) -> None:
        self._first = first
        self._more = tuple(more)

    def __len__(self) -> int:
        return len(self._first) + len(self._more)

    @overload
    def __getitem__(self, index: int) -> Node: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Node, ...]: ...
    def __getitem__(self, index: int | slice) -> Node | tuple[Node, ...]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(len(self))))
        number = range(len(self))[index]
        known = len(self._first)
        return self._first[number] if number < known else self._more[number - known]

    @cached_property
    def kinds(self) -> Sequence[NodeKind]:
        """The kind of every node."""
        return [*self._first.kinds, *(node.kind for node in self._more)]


class _MoreLinks(Links):
    """The links of a graph, and some more."""

    def __init__(self, first: Links, more: Sequence[Link]) -> None:
        self._first = first
        self._more = tuple(more)

    def __len__(self) -> int:
        return len(self._first) + len(self._more)

    @overload
    def __getitem__(self, index: int) -> Link: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Link, ...]: ...
    def __getitem__(self, index: int | slice) -> Link | tuple[Link, ...]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(len(self))))
        number = range(len(self))[index]
        known = len(self._first)
        return self._first[number] if number < known else self._more[number - known]

    def __iter__(self) -> Iterator[Link]:
        yield from self._first
        yield from self._more

    def kind(self, number: int) -> LinkKind:
        """Return the kind of a link."""
        known = len(self._first)
        return self._first.kind(number) if number < known else self._more[number - known].kind

    def manner(self, number: int) -> Manner:
        """Return how a link is."""
        known = len(self._first)
        return self._first.manner(number) if number < known else _manner(self._more[number - known])

    @cached_property
    def kinds(self) -> Sequence[LinkKind]:
        """The kind of every link."""
        return [*self._first.kinds, *(link.kind for link in self._more)]

    def manners(self) -> Iterator[Manner]:
        """Go through how each link is, in order."""
        yield from self._first.manners()
        yield from map(_manner, self._more)


def _manner(link: Link) -> Manner:
    said = {key: value for key, value in link if key not in ("kind", "source", "target")}
    return Manner(link.kind, said)
