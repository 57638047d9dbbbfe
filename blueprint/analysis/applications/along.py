"""Systems and switches step by step and along each journey."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.applications.neighbours import Neighbours
from blueprint.analysis.applications.switching import Switch, switches_in
from blueprint.analysis.journey import (
    Journey,
    Range,
    expected_sum,
    expected_visits,
    journeys,
    main_steps,
    ranges,
)
from blueprint.graph import Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Along:
    """One journey.

    Attributes:
        journey: The journey.
        places: Positions of the steps of the main path.
        systems: Per step, the numbers of the systems it uses.
        switches: Per step, how often somebody switches in it.
        on_path: The switches on the main path, over its steps too.
        average: Switches within steps for one customer on average.
        range: The fewest and the most switches within steps on any way through.
    """

    journey: Journey
    places: tuple[int, ...]
    systems: tuple[tuple[int, ...], ...]
    switches: tuple[int, ...]
    on_path: tuple[Switch, ...]
    average: float | None
    range: Range | None

    @property
    def path_systems(self) -> tuple[int, ...]:
        """The systems the main path uses, each once, in order."""
        return tuple(dict.fromkeys(s for n in self.places for s in self.systems[n]))


def along(
    graph: Graph, actions: Mapping[int, Sequence[int]], systems: Mapping[int, Sequence[int]]
) -> tuple[Along, ...]:
    """Return systems and switches, journey by journey.

    Args:
        graph: The graph.
        actions: The actions of each step.
        systems: The systems each action uses.
    """
    found = []
    for journey in journeys(graph):
        own = [actions.get(graph.index[step], ()) for step in journey.steps]
        counts = tuple(sum(1 for _ in switches_in(graph, step, systems)) for step in own)
        places = main_steps(journey)
        found.append(
            Along(
                journey=journey,
                places=places,
                systems=tuple(
                    tuple(dict.fromkeys(s for n in step for s in systems.get(n, ())))
                    for step in own
                ),
                switches=counts,
                on_path=tuple(switches_in(graph, (n for p in places for n in own[p]), systems)),
                average=expected_sum(
                    journey, expected_visits(journey), counts.__getitem__, _nothing
                ),
                range=ranges(journey, counts.__getitem__, _nothing),
            )
        )
    return tuple(found)


def keyed_in(graph: Graph, missing: Sequence[Neighbours]) -> Mapping[str, int]:
    """Return, per step, how often somebody types again what another system knows."""
    found: dict[str, int] = {}
    for neighbours in missing:
        for place in neighbours.keyed:
            step = graph.nodes[place.at].step
            if step is not None:
                found[step] = found.get(step, 0) + 1
    return found


def _nothing(_one: int, _other: int) -> float:
    return 0.0
