"""Strongest paths as ways along the graph's links: what a report tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from blueprint.analysis.ripple.results import Hop
from blueprint.analysis.spread.strongest import NONE, Strongest
from blueprint.graph import Graph
from blueprint.graph.couplings import Direction, Way
from blueprint.graph.manner import Manner
from blueprint.model import Basis
from blueprint.words import Phrase


@dataclass
class Routes:
    """The strongest paths of one direction, on the graph they go along.

    What paths share is made once: a hop of the report however many paths take it, and whether
    something was assumed along the way that several go on from.

    Attributes:
        graph: The graph.
        direction: What is asked.
        found: The paths.
        told: Per path, the words for it, as far as somebody asked.
        telling: Per path, the number of the words for it, as far as somebody asked.
        tellings: The number of all words so far, by what they hang on.
    """

    graph: Graph
    direction: Direction
    found: Strongest
    told: dict[int, Phrase] = field(default_factory=dict)
    telling: dict[int, int] = field(default_factory=dict)
    tellings: dict[tuple[object, ...], int] = field(default_factory=dict)
    _hops: dict[int, Hop] = field(default_factory=dict)
    _bases: dict[Manner, Basis] = field(default_factory=dict)
    _firsts: dict[int, Sequence[int]] = field(default_factory=dict)

    def way(self, arc: int) -> Way:
        """Return an arc as a way along its link."""
        return self.graph.way(self.found.network, arc, self.direction)

    def basis(self, arc: int) -> Basis:
        """Return who says how strongly a change travels along an arc."""
        manner = self.graph.links.manner(self.found.network.links[arc])
        known = self._bases.get(manner)
        if known is None:
            strengths = manner.strengths(self.direction)
            known = self._bases[manner] = "table" if strengths is None else strengths.basis
        return known

    def hop(self, arc: int) -> Hop:
        """Return an arc as the report names it; always the same object."""
        known = self._hops.get(arc)
        if known is None:
            way = self.way(arc)
            link = self.graph.links[way.link]
            known = self._hops[arc] = Hop(
                kind=link.kind,
                source=link.source,
                target=link.target,
                forward=way.forward,
                likelihood=way.likelihood,
                impact=way.impact,
                basis=way.basis,
                assumed=way.basis != "stated",
            )
        return known

    @cached_property
    def assumed(self) -> tuple[bool, ...]:
        """Per path, whether nobody stated some strength along it."""
        found: list[bool] = []
        for before, arc in zip(self.found.before, self.found.arcs, strict=True):
            found.append(before != NONE and (found[before] or self.basis(arc) != "stated"))
        return tuple(found)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Per path, the node it starts at."""
        found: list[int] = []
        for before, node in zip(self.found.before, self.found.nodes, strict=True):
            found.append(node if before == NONE else found[before])
        return tuple(found)

    def first(self, most: int) -> Sequence[int]:
        """Return per path the path of its first links.

        Args:
            most: How many links that path has at most.
        """
        if most not in self._firsts:
            found: list[int] = []
            ways = zip(self.found.before, self.found.hops, strict=True)
            for label, (before, hops) in enumerate(ways):
                found.append(label if hops <= most else found[before])
            self._firsts[most] = found
        return self._firsts[most]


@dataclass(frozen=True, slots=True)
class Path:
    """One path of a change: where it starts, the ways it takes, where it ends."""

    routes: Routes
    label: int

    @property
    def node(self) -> int:
        """Number of the node it comes to."""
        return self.routes.found.nodes[self.label]

    @property
    def start(self) -> int:
        """Number of the start it comes from."""
        return self.routes.starts[self.label]

    @property
    def hops(self) -> int:
        """How many links it has."""
        return self.routes.found.hops[self.label]

    @property
    def likelihood(self) -> float:
        """Product of the likelihoods along it."""
        return self.routes.found.likelihoods[self.label]

    @property
    def impact(self) -> float:
        """What share of the work at its end the change concerns: the last link's impact."""
        found = self.routes.found
        return found.network.impacts[found.arcs[self.label]] if self.hops else 1.0

    @property
    def assumed(self) -> bool:
        """Whether nobody stated some strength along it."""
        return self.routes.assumed[self.label]

    def ends(self, most: int) -> tuple[list[int], list[int]]:
        """Return its arcs, or of a long path the first and the last ones.

        Args:
            most: How many arcs are wanted at most.

        Returns:
            All arcs in order of travel and nothing; of a longer path half as many as wanted
            from its beginning, and half from its end.
        """
        found = self.routes.found
        if self.hops <= most:
            return found.path(self.label), []
        last: list[int] = []
        label = self.label
        while len(last) < most // 2:
            last.append(found.arcs[label])
            label = found.before[label]
        last.reverse()
        return found.path(self.routes.first(most // 2)[self.label]), last
