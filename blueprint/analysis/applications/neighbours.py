"""Systems that work side by side: which exchange data, and where somebody types it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from blueprint.analysis.applications.switching import Switch, worker_of
from blueprint.graph import Graph

_HANDS_ON = ("interaction", "support", "triggers", "flow")


class Place(NamedTuple):
    """Where data goes from one system to another.

    Attributes:
        action: Number of the action that has it, or asks for it.
        other: Number of the action that needs it, or has it; the same where one uses both.
        by_people: Whether a person stands between the two systems.
        at: Number of the one of the two that the person does, where one stands between.
    """

    action: int
    other: int
    by_people: bool
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Two systems that work side by side and do not exchange data directly.

    Attributes:
        systems: Their numbers, the smaller first.
        places: Where they do.
        by_way: Whether others between them pass it on.
    """

    systems: tuple[int, int]
    places: tuple[Place, ...]
    by_way: bool

    @property
    def keyed(self) -> tuple[Place, ...]:
        """Where somebody has to type again what the other system knows."""
        return () if self.by_way else tuple(place for place in self.places if place.by_people)


def missing(
    graph: Graph, systems: Mapping[int, Sequence[int]], switches: Iterable[Switch]
) -> tuple[Neighbours, ...]:
    """Return the neighbours that are not integrated, those with the most places first.

    Two systems are neighbours where one action uses one after the other, where a link of work
    joins two actions that share no system, or where one person goes from one to the other on
    the way. What two actions of a link exchange over some of their systems, the others of them
    need not pass on.

    Args:
        graph: The graph.
        systems: The systems each action uses.
        switches: The switches on the main paths.
    """
    places: dict[tuple[int, int], dict[Place, None]] = {}
    joined = _joined(graph)
    for pair, place in _places(graph, systems, joined, switches):
        places.setdefault(pair, {})[place] = None
    exchange = {frozenset(pair) for pair in _integrated(graph)}
    found = [
        Neighbours(systems=pair, places=tuple(own), by_way=joined[pair[0]] == joined[pair[1]])
        for pair, own in places.items()
        if frozenset(pair) not in exchange
    ]
    return tuple(sorted(found, key=lambda n: (-len(n.keyed), -len(n.places), n.systems)))


def _places(
    graph: Graph,
    systems: Mapping[int, Sequence[int]],
    joined: Mapping[int, int],
    switches: Iterable[Switch],
) -> Iterator[tuple[tuple[int, int], Place]]:
    person = {action: worker_of(graph, action) is not None for action in systems}
    for action, own in systems.items():
        for one, other in pairwise(own):
            yield _pair(one, other), Place(action, action, person[action], action)
    for number, kind in enumerate(graph.links.kinds):
        if kind not in _HANDS_ON:
            continue
        ends = (graph.sources[number], graph.targets[number])
        some, others = (systems.get(end, ()) for end in ends)
        if some and others and not set(some) & set(others):
            between = person[ends[0]] or person[ends[1]]
            at = ends[0] if person[ends[0]] else ends[1]
            pairs = [_pair(one, other) for one in some for other in others]
            exchanging = [pair for pair in pairs if joined[pair[0]] == joined[pair[1]]]
            for pair in exchanging or pairs:
                yield pair, Place(*ends, between, at)
    for switch in switches:
        yield (
            _pair(switch.left, switch.opened),
            Place(switch.action, switch.action, by_people=True, at=switch.action),
        )


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _integrated(graph: Graph) -> Iterator[tuple[int, int]]:
    for number, kind in enumerate(graph.links.kinds):
        if kind == "integrates":
            yield graph.sources[number], graph.targets[number]


def _joined(graph: Graph) -> dict[int, int]:
    """Return, per system, the first of those it is integrated with, directly or by others."""
    group = {graph.index[node.id]: graph.index[node.id] for node in graph.of_kind("system")}

    def first(system: int) -> int:
        while group[system] != system:
            group[system] = group[group[system]]
            system = group[system]
        return system

    for one, other in _integrated(graph):
        low, high = sorted((first(one), first(other)))
        group[high] = low
    return {system: first(system) for system in group}
