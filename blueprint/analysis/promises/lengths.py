"""How long steps take by design and in fact, each looked up once however many promises ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from blueprint.analysis.amounts import length_of
from blueprint.graph import Graph
from blueprint.model import Act, Step, Time


@dataclass(frozen=True, slots=True)
class Span:
    """How long some actions take together.

    Attributes:
        low: As long as the longest, where all go on side by side; ``None`` where none tells.
        high: As long as all that tell, one after the other.
        silent: Numbers of the actions that tell nothing.
    """

    low: float | None
    high: float
    silent: tuple[int, ...]


class Lengths:
    """Looks up how long things take, in seconds; ``None`` where nobody says."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._designed: dict[int, Span] = {}
        self._times: dict[int, Time | None] = {}

    def together(self, actions: Iterable[int]) -> Span:
        """Return how long some actions take."""
        told: list[float] = []
        silent: list[int] = []
        for number in actions:
            element = self._graph.nodes[number].element
            length = length_of(element.duration) if isinstance(element, Act) else None
            if length is None:
                silent.append(number)
            else:
                told.append(length)
        return Span(max(told, default=None), sum(told), tuple(silent))

    def designed(self, step: int) -> Span:
        """Return how long the serving actions of a step take; without any, the customer's."""
        if step not in self._designed:
            graph = self._graph
            inside = [
                graph.targets[link]
                for link in graph.leaving[step]
                if graph.links.kinds[link] == "contains"
            ]
            inside = [n for n in inside if graph.nodes[n].kind != "evidence"]
            serving = [n for n in inside if graph.nodes[n].kind != "customer"]
            self._designed[step] = self.together(serving or inside or [step])
        return self._designed[step]

    def actual(self, step: int) -> float | None:
        """Return how long a step takes in fact."""
        time = self._time(step)
        return None if time is None else length_of(time.actual)

    def promised(self, step: int) -> float | None:
        """Return how long a step itself is promised to take."""
        time = self._time(step)
        return None if time is None else length_of(time.promised)

    def _time(self, step: int) -> Time | None:
        if step not in self._times:
            element = self._graph.nodes[step].element
            self._times[step] = element.time if isinstance(element, Step) else None
        return self._times[step]
