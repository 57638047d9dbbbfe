"""Along which links a change travels, and in which of the two directions of asking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from blueprint.graph import Graph
from blueprint.model import LINK_KINDS, Coupling
from blueprint.model.links import Travel

Direction = Literal["demand", "disruption"]
"""What is asked: who must do more, or who feels something altered or missing."""

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of a node that a change can take.

    Attributes:
        link: Number of the link in the graph.
        to: Number of the node at its other end.
        forward: Whether it goes with the link's arrow.
        likelihood: How likely a change travels along it.
        impact: What share of the work at the other end it concerns.
        assumed: Whether nobody stated these on the link.
    """

    link: int
    to: int
    forward: bool
    likelihood: float
    impact: float
    assumed: bool


def travel(kind: str, direction: Direction) -> Travel:
    """Return how a change goes along a kind of link, by the table of links."""
    row = LINK_KINDS[kind]  # type: ignore[index]
    return row.demand if direction == "demand" else row.disruption


def _conducting(direction: Direction, *ways: Travel) -> frozenset[str]:
    return frozenset(kind for kind in LINK_KINDS if travel(kind, direction) in ways)


_WITH_ARROW: Mapping[Direction, frozenset[str]] = {
    d: _conducting(d, "forward", "both") for d in DIRECTIONS
}
_AGAINST_ARROW: Mapping[Direction, frozenset[str]] = {
    d: _conducting(d, "backward", "both") for d in DIRECTIONS
}


def ways_out(graph: Graph, node: int, direction: Direction) -> Iterator[Way]:
    """Go through the ways a change can take from a node, in file order of the links.

    A link whose likelihood is stated as 0 carries nothing.
    """
    forward, backward = _WITH_ARROW[direction], _AGAINST_ARROW[direction]
    ways = [(n, graph.targets[n], True) for n in graph.leaving[node] if _kind(graph, n) in forward]
    ways += [
        (n, graph.sources[n], False) for n in graph.arriving[node] if _kind(graph, n) in backward
    ]
    for number, to, with_arrow in sorted(ways):
        link = graph.links[number]
        if isinstance(link, Coupling) and link.likelihood > 0:
            yield Way(number, to, with_arrow, link.likelihood, link.impact, link.assumed)


def _kind(graph: Graph, number: int) -> str:
    return graph.links[number].kind
