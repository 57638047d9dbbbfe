"""Along which links a change travels, and in which of the two directions of asking."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from blueprint.graph.network import Arc, Network
from blueprint.model import LINK_KINDS, Coupling, Link
from blueprint.model.links import LinkKind, Travel

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


def travel(kind: LinkKind, direction: Direction) -> Travel:
    """Return how a change goes along a kind of link, by the table of links."""
    row = LINK_KINDS[kind]
    return row.demand if direction == "demand" else row.disruption


def conducting(direction: Direction) -> tuple[LinkKind, ...]:
    """Return the kinds of link a change travels along in a direction, in the table's order."""
    return tuple(k for k in LINK_KINDS if travel(k, direction) in ("forward", "backward", "both"))


def _going(direction: Direction, *ways: Travel) -> frozenset[str]:
    return frozenset(kind for kind in LINK_KINDS if travel(kind, direction) in ways)


_WITH_ARROW: Mapping[Direction, frozenset[str]] = {
    d: _going(d, "forward", "both") for d in DIRECTIONS
}
_AGAINST_ARROW: Mapping[Direction, frozenset[str]] = {
    d: _going(d, "backward", "both") for d in DIRECTIONS
}


def network_of(
    size: int,
    links: Sequence[Link],
    ends: tuple[Sequence[int], Sequence[int]],
    direction: Direction,
    kinds: Collection[str] | None = None,
) -> Network:
    """Return what carries a change in one direction, arcs in file order of their links.

    Args:
        size: How many nodes there are.
        links: The links of a graph.
        ends: Per link, the numbers of the nodes it goes from and to.
        direction: What is asked.
        kinds: The kinds of link it may travel along; by default all that conduct.
    """
    arcs = list(_arcs(links, ends, direction, kinds))
    return Network.of(size, [arc for _, arc in arcs], [number for number, _ in arcs])


def _arcs(
    links: Sequence[Link],
    ends: tuple[Sequence[int], Sequence[int]],
    direction: Direction,
    kinds: Collection[str] | None,
) -> Iterator[tuple[int, Arc]]:
    forward, backward = _WITH_ARROW[direction], _AGAINST_ARROW[direction]
    if kinds is not None:
        forward, backward = forward.intersection(kinds), backward.intersection(kinds)
    for number, (link, source, target) in enumerate(zip(links, *ends, strict=True)):
        if isinstance(link, Coupling):
            if link.kind in forward:
                yield number, (source, target, link.likelihood, link.impact)
            if link.kind in backward:
                yield number, (target, source, link.likelihood, link.impact)
