"""The model: what is concerned, how each rests on others, and at which pace it recovers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.ripple.starting import meant_by, starts_of
from blueprint.analysis.spread.leontief import Course, Rows, shares_of
from blueprint.analysis.spread.reaching import reach
from blueprint.errors import BlueprintError
from blueprint.graph import Graph, Network
from blueprint.words import Phrase

HOURS = 24
"""Ticks of the model in a day: one for each hour."""

_LEFT = 0.01
"""What is left of a loss at the end of the recovery time, as Lian and Haimes have it."""

NOTHING = 0.0005
"""Below this share of its work at worst, an element is not told of."""


@dataclass(frozen=True, slots=True)
class Model:
    """The part of the network that is concerned, numbered anew.

    Attributes:
        nodes: Numbers in the graph, those that are down first.
        starts: How many of them are down.
        rows: Per node, on which others its work rests, and how much.
        divided: At how many nodes shares had to be divided by their sum.
        links: Numbers of the links it rests on.
    """

    nodes: tuple[int, ...]
    starts: int
    rows: Rows
    divided: int
    links: tuple[int, ...]


def model_of(graph: Graph, on: Sequence[str]) -> Model:
    """Return what is down with all that feels it, and on which others each of them rests."""
    network = graph.disruption
    starts = tuple(dict.fromkeys(n for ref in on for n in starts_of(graph, meant_by(graph, ref))))
    nodes = (*starts, *reach(network, starts))
    number = {node: n for n, node in enumerate(nodes)}
    arcs, links = [], []
    for node, n in number.items():
        for to, likelihood, impact, arc in network.arcs(node):
            if number[to] >= len(starts):
                arcs.append((n, number[to], likelihood, impact))
                links.append(network.links[arc])
    shares, divided = shares_of(_whole(network, nodes, arcs))
    rows = [[(n, share) for n, share in row if n < len(nodes)] for row in shares[: len(nodes)]]
    return Model(nodes, len(starts), rows, divided, tuple(links))


def _whole(
    network: Network,
    nodes: Sequence[int],
    arcs: Sequence[tuple[int, int, float, float]],
) -> Network:
    """Return the network of some nodes, with one more that stands for all they rest on besides.

    That one never fails; but what rests on it is part of the whole that shares are divided by.
    """
    inside = set(nodes)
    back = network.turned
    rest = len(nodes)
    besides = [
        (rest, n, likelihood, impact)
        for n, node in enumerate(nodes)
        for other, likelihood, impact, _ in back.arcs(node)
        if other not in inside
    ]
    return Network.of(rest + 1, [*arcs, *besides])


def checked_days(*days: float) -> None:
    """Look at numbers of days.

    Raises:
        BlueprintError: One of them is not above 0.
    """
    if any(number <= 0 for number in days):
        raise BlueprintError(Phrase.of("a number of days is above 0"))


def paces(
    graph: Graph, model: Model, recovery: float, recoveries: Mapping[str, float]
) -> list[float]:
    """Return, per node, at which pace it follows hour by hour."""
    own: dict[int, float] = {}
    for ref, days in recoveries.items():
        checked_days(days)
        for node in starts_of(graph, meant_by(graph, ref)):
            own[node] = days
    return [1 - _LEFT ** (1 / (HOURS * own.get(node, recovery))) for node in model.nodes]


def feeling(model: Model, course: Course, first: int) -> list[int]:
    """Return those that lose enough to be told, in the order of the model."""
    return [n for n in range(first, len(model.nodes)) if course.peaks[n] >= NOTHING]
