"""What names written in the files of a graph mean: the number of the node, if it is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from blueprint.graph import Graph, Node
from blueprint.integrity import Wanted


class Names:
    """What a reference means, seen from the file it is written in."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    @cached_property
    def _stems(self) -> dict[str, str]:
        scope = self._graph.scope
        return {scope.blueprint_id(stem): stem for stem in scope.blueprints}

    def file_of(self, node: Node) -> str | None:
        """Return the stem of the file a node stands in; ``None`` for the catalog."""
        return None if node.blueprint is None else self._stems.get(node.blueprint)

    def one(self, stem: str | None, ref: str | None, wants: Wanted = "any") -> int | None:
        """Return the number of the one node a reference means; ``None`` for none or several."""
        found = () if ref is None else self._graph.scope.find(stem, ref, wants)
        known = [i for i in found if i in self._graph.index]
        return self._graph.index[known[0]] if len(known) == 1 else None

    def all(self, stem: str | None, refs: Iterable[str], wants: Wanted = "any") -> Iterator[int]:
        """Go through the numbers of the nodes that references mean, each as it comes."""
        for ref in refs:
            number = self.one(stem, ref, wants)
            if number is not None:
                yield number
