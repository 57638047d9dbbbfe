"""Along which links a change travels, and in which of the two directions of asking."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from blueprint.graph.manner import Manner
from blueprint.graph.network import Network
from blueprint.model import LINK_KINDS, Basis, Coupling, Link, Strengths
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
        basis: Who says so: the link, its file, the workspace, or only the table of links.
    """

    link: int
    to: int
    forward: bool
    likelihood: float
    impact: float
    basis: Basis


def travel(kind: LinkKind, direction: Direction) -> Travel:
    """Return how a change goes along a kind of link, by the table of links."""
    row = LINK_KINDS[kind]
    return row.demand if direction == "demand" else row.disruption


def strengths_of(link: Link, direction: Direction) -> Strengths | None:
    """Return how strongly a change travels along a link; ``None`` where it does not."""
    if not isinstance(link, Coupling):
        return None
    return link.demand if direction == "demand" else link.disruption


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
    manners: Iterable[Manner],
    ends: tuple[Sequence[int], Sequence[int]],
    direction: Direction,
    kinds: Collection[str] | None = None,
) -> Network:
    """Return what carries a change in one direction, arcs in file order of their links.

    Args:
        size: How many nodes there are.
        manners: Per link, how it is.
        ends: Per link, the numbers of the nodes it goes from and to.
        direction: What is asked.
        kinds: The kinds of link it may travel along; by default all that conduct.
    """
    known: dict[Manner, Sequence[tuple[bool, float, float]]] = {}
    sources, targets, numbers = array("i"), array("i"), array("i")
    likelihoods, impacts = array("d"), array("d")
    for number, (manner, source, target) in enumerate(zip(manners, *ends, strict=True)):
        ways = known.get(manner)
        if ways is None:
            ways = known[manner] = _ways(manner, direction, kinds)
        for forward, likelihood, impact in ways:
            sources.append(source if forward else target)
            targets.append(target if forward else source)
            likelihoods.append(likelihood)
            impacts.append(impact)
            numbers.append(number)
    return Network.of_arrays(size, sources, targets, likelihoods, impacts, numbers)


def _ways(
    manner: Manner, direction: Direction, kinds: Collection[str] | None
) -> Sequence[tuple[bool, float, float]]:
    """Return how a change travels along such a link: with its arrow or not, and how strongly."""
    strengths = manner.strengths(direction)
    if strengths is None or (kinds is not None and manner.kind not in kinds):
        return ()
    going = []
    if manner.kind in _WITH_ARROW[direction]:
        going.append(True)
    if manner.kind in _AGAINST_ARROW[direction]:
        going.append(False)
    return [(forward, strengths.likelihood, strengths.impact) for forward in going]
