"""The journey of one persona through one blueprint, in figures that can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from blueprint.analysis.experience.lines import Line, line_of
from blueprint.analysis.experience.people import Lives, Person, personas_of
from blueprint.graph import Graph
from blueprint.model import Act, Persona, Step
from blueprint.model.values import seconds


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Passage:
    """One persona's way along one blueprint's main path.

    Attributes:
        lives: The blueprint.
        persona: Number of the persona in the graph.
        line: Their emotion along the path; ``None`` where nobody tells any experience.
        touchpoints: Positions of the steps on the path where customer and service meet.
        channels: Graph ids of the channels used there, each once.
        preferred: Those of them that the persona lists; ``None`` where it lists none.
        time: Seconds the steps take, as far as they are told.
        untimed: How many steps of the path tell no time.
        longest: The longest wait on the path, in seconds, with its step's number.
    """

    lives: Lives
    persona: int
    line: Line | None
    touchpoints: tuple[int, ...]
    channels: tuple[str, ...]
    preferred: tuple[str, ...] | None
    time: float | None
    untimed: int
    longest: tuple[float, int] | None


def passages(graph: Graph, every: Sequence[Lives]) -> Iterator[Passage]:
    """Go through the personas of every blueprint, in their order."""
    for lives in every:
        stem = graph.nodes[lives.blueprint].home.stem or ""
        touchpoints = tuple(at for at in lives.path if is_touchpoint(lives.steps[at]))
        channels = tuple(_channels(graph, stem, [lives.steps[at] for at in lives.path]))
        known = [length for at in lives.path if (length := lives.lengths[at]) is not None]
        waits = [
            (wait, lives.numbers[at])
            for at in lives.path
            if (wait := waiting(lives.steps[at])) is not None
        ]
        for persona in personas_of(graph, stem):
            person = _person(lives, persona)
            liked = _liked(graph, persona)
            yield Passage(
                lives=lives,
                persona=graph.index[persona],
                line=None if person is None else line_of(lives, person),
                touchpoints=touchpoints,
                channels=channels,
                preferred=tuple(c for c in channels if c in liked) if liked else None,
                time=fsum(known) if known else None,
                untimed=len(lives.path) - len(known),
                longest=max(waits, key=lambda wait: wait[0], default=None),
            )


def is_touchpoint(step: Step) -> bool:
    """Tell whether customer and service meet in a step."""
    return bool(step.customer and step.frontstage)


def waiting(step: Step) -> float | None:
    """Return how long the customer waits in a step, in seconds, where it is told.

    Examples:
        >>> waiting(Step(step="Queue", time={"waiting": "5 min"})), waiting(Step(step="Pay"))
        (300.0, None)
    """
    if step.time is not None and step.time.waiting is not None:
        return seconds(step.time.waiting)
    waits = [
        seconds(action.time.waiting)
        for action in step.customer
        if action.time is not None and action.time.waiting is not None
    ]
    return fsum(waits) if waits else None


def _person(lives: Lives, persona: str) -> Person | None:
    """Return whose experience holds for a persona: its own, else everybody's."""
    people = {person.id: person for person in lives.people}
    return people.get(persona) or people.get("")


def _channels(graph: Graph, stem: str, steps: Sequence[Step]) -> Iterator[str]:
    refs = dict.fromkeys(
        ref
        for step in steps
        for ref in (
            *step.channels,
            *(ref for act in step.actions if isinstance(act, Act) for ref in act.channels),
        )
    )
    found = (graph.scope.find(stem, ref, "channel") for ref in refs)
    return iter(dict.fromkeys(ids[0] for ids in found if ids))


def _liked(graph: Graph, persona: str) -> frozenset[str]:
    node = graph.nodes[graph.index[persona]]
    if not isinstance(node.element, Persona):
        return frozenset()
    refs = node.element.channels
    return frozenset(id_ for r in refs for id_ in graph.scope.find(node.home.stem, r, "channel"))
