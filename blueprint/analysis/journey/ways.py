"""What follows each step of a blueprint, and with what probability."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from blueprint.analysis.once import once
from blueprint.errors import ReferenceNotFoundError
from blueprint.graph import Graph
from blueprint.integrity import Scope
from blueprint.model import LinkTo
from blueprint.words import Phrase

TOLERANCE = 1e-6
"""How far the probabilities of a step's ways may be from 1 in sum."""


class Way(NamedTuple):
    """One way on from a step.

    Attributes:
        to: Position of the step it leads to; ``None`` is out of the blueprint.
        probability: How often it is taken.
    """

    to: int | None
    probability: float


@dataclass(frozen=True, kw_only=True)
class Journey:
    """The way through one blueprint; its steps are told by their position, from 0.

    Attributes:
        blueprint: Graph id of the blueprint.
        stem: Its file.
        steps: Graph ids of the steps, in file order.
        ways: Per step the ways on from it, as they are written; those to one step are one.
        assumed: Positions of the steps with several ways of which some have no probability.
        doubtful: Positions of the steps whose probabilities do not add to 1.
    """

    blueprint: str
    stem: str
    steps: tuple[str, ...]
    ways: tuple[tuple[Way, ...], ...]
    assumed: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()


@once
def journeys(graph: Graph) -> tuple[Journey, ...]:
    """Return the journeys of all blueprints, in file order; one without steps is left out."""
    found = (_journey(graph, stem) for stem in graph.scope.blueprints)
    return tuple(journey for journey in found if journey.steps)


def journey_of(graph: Graph, blueprint: str) -> Journey:
    """Return the journey of one blueprint.

    Args:
        graph: The graph.
        blueprint: Graph id of the blueprint.

    Raises:
        ReferenceNotFoundError: No blueprint has the id.
    """
    for stem in graph.scope.blueprints:
        if graph.scope.blueprint_id(stem) == blueprint:
            return _journey(graph, stem)
    raise ReferenceNotFoundError(Phrase.of("“{id}” is no blueprint", id=blueprint))


def _journey(graph: Graph, stem: str) -> Journey:
    scope = graph.scope
    steps = list(scope.blueprints[stem].names.steps.values())
    places = {scope.global_id(stem, step.id): n for n, step in enumerate(steps)}
    ways: list[tuple[Way, ...]] = []
    assumed: list[int] = []
    doubtful: list[int] = []
    for n, step in enumerate(steps):
        written = step.step.next
        if not written:
            last = written is not None or n + 1 == len(steps)
            ways.append((Way(None if last else n + 1, 1.0),))
            continue
        stated = [link.probability for link in written]
        if len(written) > 1 and None in stated:
            assumed.append(n)
        if not _adds_up(stated):
            doubtful.append(n)
        ways.append(tuple(_ways(scope, stem, places, written)))
    return Journey(
        blueprint=scope.blueprint_id(stem),
        stem=stem,
        steps=tuple(places),
        ways=tuple(ways),
        assumed=tuple(assumed),
        doubtful=tuple(doubtful),
    )


def shared_out(stated: Sequence[float | None]) -> list[float]:
    """Return probabilities in which those nobody stated share equally what the others leave.

    Examples:
        >>> shared_out([0.5, None, None]), shared_out([None, None])
        ([0.5, 0.25, 0.25], [0.5, 0.5])
    """
    silent = stated.count(None)
    rest = max(0.0, 1 - math.fsum(p for p in stated if p is not None))
    return [rest / silent if p is None else p for p in stated]


def _adds_up(stated: Sequence[float | None]) -> bool:
    total = math.fsum(p for p in stated if p is not None)
    return total <= 1 + TOLERANCE and (None in stated or total >= 1 - TOLERANCE)


def _ways(
    scope: Scope, stem: str, places: dict[str, int], written: Sequence[LinkTo]
) -> Iterator[Way]:
    """Go through the ways ``next`` names, each step once."""
    sums: dict[int | None, float] = {}
    shares = shared_out([link.probability for link in written])
    for link, share in zip(written, shares, strict=True):
        to = _place(scope, stem, places, link.to)
        sums[to] = sums.get(to, 0.0) + share
    return (Way(to, share) for to, share in sums.items())


def _place(scope: Scope, stem: str, places: dict[str, int], ref: str | None) -> int | None:
    found = () if ref is None else scope.find(stem, ref, "step")
    return places.get(found[0]) if len(found) == 1 else None
