"""Whose experience a blueprint tells, and how each of them lives through every step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from blueprint.analysis.experience.telling import Told, told
from blueprint.analysis.journey import Journey, journeys, main_steps
from blueprint.analysis.once import once
from blueprint.graph import Graph
from blueprint.integrity import scales_of
from blueprint.model import Act, CustomerAction, Experience, Persona, Scales, Step
from blueprint.model.values import seconds
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

EVERYBODY = Phrase.of("Everybody")
"""Who lives an experience that names no persona, where none tells its own."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Person:
    """One whose experience is told: a persona, or everybody.

    Attributes:
        id: Graph id of the persona; empty for everybody.
        name: What a sentence calls them.
        share: Their share of all customers, where it is told.
        moments: How they live through each step, in file order.
    """

    id: str
    name: Phrase
    share: float | None
    moments: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lives:
    """One blueprint's steps, its main path, and those who live through them.

    Attributes:
        blueprint: Number of the blueprint in the graph.
        numbers: Number of each step in the graph, in file order.
        steps: The steps themselves.
        path: Positions of the steps on the main path, in order.
        lengths: How long each step takes, in seconds; ``None`` where nobody says.
        people: Those whose experience is told, personas in their order, then everybody.
        scales: The scales of their figures.
    """

    blueprint: int
    numbers: tuple[int, ...]
    steps: tuple[Step, ...]
    path: tuple[int, ...]
    lengths: tuple[float | None, ...]
    people: tuple[Person, ...]
    scales: Scales


@once
def lives_of(graph: Graph) -> tuple[Lives, ...]:
    """Return what every blueprint tells of its customers' experience, in file order.

    Of a persona, every figure is its own entry's, else that of the entry that names nobody and
    so means everybody. Everybody stands as one more person only where some entry names
    nobody and not every persona of the blueprint tells an experience of its own.
    """
    return tuple(_lives(graph, journey) for journey in journeys(graph))


def _lives(graph: Graph, journey: Journey) -> Lives:
    blueprint = graph.scope.blueprints[journey.stem]
    steps = tuple(blueprint.steps)
    scales = scales_of(blueprint)
    return Lives(
        blueprint=graph.index[journey.blueprint],
        numbers=tuple(graph.index[step] for step in journey.steps),
        steps=steps,
        path=main_steps(journey),
        lengths=tuple(map(length_of, steps)),
        people=tuple(_people(graph, journey.stem, steps, scales)),
        scales=scales,
    )


def _people(graph: Graph, stem: str, steps: Sequence[Step], scales: Scales) -> Iterator[Person]:
    by_step = [_by_persona(graph, stem, step) for step in steps]
    named = dict.fromkeys(persona for own in by_step for persona in own if persona)
    own = personas_of(graph, stem)
    order = [*(key for key in own if key in named), *(key for key in named if key not in own)]
    for persona in order:
        element = graph.nodes[graph.index[persona]].element
        yield Person(
            id=persona,
            name=label_phrase(graph.nodes[graph.index[persona]].name),
            share=element.share if isinstance(element, Persona) else None,
            moments=tuple(
                told([*entries.get(persona, ()), *entries.get("", ())], scales)
                for entries in by_step
            ),
        )
    general = any("" in entries for entries in by_step)
    if general and (not order or any(persona not in named for persona in own)):
        yield Person(
            id="",
            name=Phrase.of("Everybody else") if order else EVERYBODY,
            share=None,
            moments=tuple(told(entries.get("", ()), scales) for entries in by_step),
        )


def personas_of(graph: Graph, stem: str) -> tuple[str, ...]:
    """Return the graph ids of the personas whose journey a blueprint is, in its order."""
    scope = graph.scope
    found = (scope.find(stem, key, "persona") for key in scope.blueprints[stem].personas)
    owned = (ids[0] if ids else "" for ids in found)
    return tuple(persona for persona in owned if persona in graph.index)


def _by_persona(graph: Graph, stem: str, step: Step) -> Mapping[str, list[Experience]]:
    """Return a step's entries by the graph id of their persona, those of everybody by none."""
    found: dict[str, list[Experience]] = {}
    for entry in step.experience:
        ids = graph.scope.find(stem, entry.persona, "persona") if entry.persona else ("",)
        if len(ids) == 1:
            found.setdefault(ids[0], []).append(entry)
    return found


def length_of(step: Step) -> float | None:
    """Return how long a step takes, in seconds: as it says, else as its customer actions say.

    Examples:
        >>> length_of(Step(customer={"name": "Pays", "effort": "40 s"}))
        40.0
        >>> length_of(Step(customer="Pays")) is None
        True
    """
    if step.time is not None and step.time.actual is not None:
        return seconds(step.time.actual)
    lengths = [_length(action) for action in step.customer]
    known = [length for length in lengths if length is not None]
    return fsum(known) if known and len(known) == len(lengths) else None


def _length(action: Act) -> float | None:
    actual = action.time.actual if action.time is not None else None
    effort = action.effort if isinstance(action, CustomerAction) else None
    said = actual or action.duration or effort
    return None if said is None else seconds(said)
