"""What one customer sets going along a journey: handoffs, transfers, time and errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.handoffs.changing import Handoff, approvals_of
from blueprint.analysis.handoffs.flowing import (
    Accuracy,
    Activity,
    accuracy,
    activity,
    feeding,
    mending,
)
from blueprint.analysis.handoffs.parties import Party, parties_of, passed_on, told_apart
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
        places: Positions of the steps of the main path in the journey.
        path: Their numbers in the graph.
        often: Per step of the journey, how often one customer visits it.
        handoffs: Per step of the journey, how often work changes hands there.
        transfers: The steps of the main path at which the customer is passed on.
        parties: Whom the customer deals with on the main path, in the order they are met.
        approvals: How many approvals the work of the main path waits for.
        average: How often work changes hands for one customer, repeats included.
        range: The fewest and the most times on any way through.
        activity: Work and time on the main path.
        accuracy: How much arrives complete and accurate on the main path.
    """

    journey: Journey
    places: tuple[int, ...]
    path: tuple[int, ...]
    often: tuple[float | None, ...]
    handoffs: tuple[int, ...]
    transfers: tuple[int, ...]
    parties: tuple[Party, ...]
    approvals: int
    average: float | None
    range: Range | None
    activity: Activity
    accuracy: Accuracy

    @property
    def on_path(self) -> int:
        """How often work changes hands on the main path."""
        return sum(self.handoffs[n] for n in self.places)


def along(
    graph: Graph, actions: Mapping[int, Sequence[int]], handoffs: Sequence[Handoff]
) -> tuple[Along, ...]:
    """Return what one customer sets going, journey by journey.

    Args:
        graph: The graph.
        actions: The actions of each step.
        handoffs: Where work changes hands; each counts in the step of the action that hands over.
    """
    counts: dict[str, int] = {}
    for handoff in handoffs:
        step = graph.nodes[handoff.source].step
        if step is not None:
            counts[step] = counts.get(step, 0) + 1
    approvals = Counter(number for number, _ in approvals_of(graph))
    waits = graph.network("demand", ("interaction", "support"))
    mends = mending(graph)
    found = []
    for journey in journeys(graph):
        here = tuple(counts.get(step, 0) for step in journey.steps)
        places = main_steps(journey)
        path = tuple(graph.index[journey.steps[n]] for n in places)
        often = expected_visits(journey)
        met = {step: parties_of(graph, actions.get(step, ())) for step in path}
        own = [n for step in path for n in actions.get(step, ())]
        found.append(
            Along(
                journey=journey,
                places=places,
                path=path,
                often=often,
                handoffs=here,
                transfers=passed_on(path, met),
                parties=told_apart(p for own in met.values() for p in own),
                approvals=sum(approvals[n] for n in own if n in approvals),
                average=expected_sum(journey, often, here.__getitem__, _nothing),
                range=ranges(journey, here.__getitem__, _nothing),
                activity=activity(graph, path, actions),
                accuracy=accuracy(graph, feeding(graph, waits, own, mends)),
            )
        )
    return tuple(found)


def _nothing(_one: int, _other: int) -> float:
    return 0.0
