"""Whom a finding concerns: the steps its elements stand in, their moments of truth, customers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from blueprint.analysis.service import declared_moments
from blueprint.graph import Graph
from blueprint.model import Persona
from blueprint.model.links import ACTIONS, LinkKind

_BESIDE: frozenset[LinkKind] = frozenset({"uses", "via", "informs", "keeps", "moves"})
"""Links between what stands in a step and what does not: a system, a promise, a lever.

A department is left aside: it works in most steps, whatever is found about it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """What elements have to do with customers.

    Attributes:
        moments: How many moments of truth they stand in, or serve directly.
        customers: The share of customers whose journeys these are; ``None`` where a persona
            has no share, or no persona is named.
        steps: The numbers of the steps they stand in, or serve directly.
    """

    moments: int
    customers: float | None
    steps: frozenset[int] = frozenset()


class Concerns:
    """Tells whom elements concern; made once for a graph, asked for each finding."""

    def __init__(self, graph: Graph) -> None:
        """Find the steps of everything, and who lives through each blueprint."""
        self._graph = graph
        self._moments = frozenset(declared_moments(graph))
        self._steps: list[set[int]] = [set() for _ in graph.nodes]
        self._personas: dict[str, set[int]] = {}
        for number, node in enumerate(graph.nodes):
            if node.kind == "step":
                self._steps[number].add(number)
            elif node.kind in ACTIONS and node.step is not None:
                self._steps[number].add(graph.index[node.step])
        for number, home in self._homes():
            self._steps[number] |= self._steps[home]
        self._shares: dict[frozenset[int], float | None] = {}
        for number, kind in enumerate(graph.links.kinds):
            if kind == "serves":
                stem = graph.nodes[graph.sources[number]].blueprint
                if stem is not None:
                    self._personas.setdefault(stem, set()).add(graph.targets[number])

    def _homes(self) -> Iterator[tuple[int, int]]:
        """Go through what stands in no step, with each thing it serves or holds that does."""
        graph = self._graph
        pairs = zip(graph.sources, graph.targets, strict=True)
        for kind, ends in zip(graph.links.kinds, pairs, strict=True):
            if kind in _BESIDE:
                for own, other in (ends, ends[::-1]):
                    inside = graph.nodes[own].kind == "step" or graph.nodes[own].kind in ACTIONS
                    if not inside and self._steps[other]:
                        yield own, other
            elif kind == "contains" and graph.nodes[ends[0]].kind == "phase":
                yield ends

    def of(self, ids: Iterable[str]) -> Concern:
        """Return whom some elements concern; ids that the graph does not know count nothing."""
        graph = self._graph
        numbers = [graph.index[entry] for entry in ids if entry in graph.index]
        steps = {step for number in numbers for step in self._steps[number]}
        whole = [n for n in numbers if graph.nodes[n].kind == "blueprint"]
        stems = {graph.nodes[number].blueprint for number in (*whole, *steps)}
        personas = {n for n in numbers if graph.nodes[n].kind == "persona"}
        for stem in stems:
            personas |= self._personas.get(stem or "", set())
        return Concern(
            moments=len(steps & self._moments),
            customers=self._shared(frozenset(personas)),
            steps=frozenset(steps),
        )

    def _shared(self, personas: frozenset[int]) -> float | None:
        if personas not in self._shares:
            self._shares[personas] = self._share(personas)
        return self._shares[personas]

    def _share(self, personas: Iterable[int]) -> float | None:
        shares = [
            element.share
            for number in sorted(personas)
            if isinstance(element := self._graph.nodes[number].element, Persona)
        ]
        told = [share for share in shares if share is not None]
        return min(1.0, sum(told)) if told and len(told) == len(shares) else None
