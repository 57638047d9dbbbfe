"""Where the goals of personas are met, and whether the step satisfies there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from blueprint.analysis.experience.completeness import GOALS
from blueprint.analysis.experience.people import Lives
from blueprint.analysis.experience.surprises import satisfies
from blueprint.graph import Graph
from blueprint.model import Goal, Persona


class Sought(NamedTuple):
    """One goal of one persona.

    Attributes:
        persona: Number of the persona in the graph.
        kind: ``functional`` or ``emotional``.
        goal: The goal.
        met: Per step that meets it, by its number, whether the step satisfies the persona;
            ``None`` where nobody tells.
    """

    persona: int
    kind: str
    goal: Goal
    met: Mapping[int, bool | None]


def goals_of(graph: Graph, every: Sequence[Lives]) -> Iterator[Sought]:
    """Go through the goals of all personas, in file order."""
    for node in graph.of_kind("persona"):
        persona = node.element
        if not isinstance(persona, Persona):
            continue
        for kind in GOALS:
            goal: Goal | None = getattr(persona.goals, kind, None)
            if goal is not None:
                found = (graph.scope.find(node.home.stem, ref, "step") for ref in goal.met_by)
                steps = dict.fromkeys(graph.index[id_] for ids in found for id_ in ids)
                met = {step: _satisfied(every, node.id, step) for step in steps}
                yield Sought(graph.index[node.id], kind, goal, met)


def _satisfied(every: Sequence[Lives], persona: str, step: int) -> bool | None:
    for lives in every:
        people = {person.id: person for person in lives.people}
        person = people.get(persona) or people.get("")
        if person is not None and step in lives.numbers:
            return satisfies(lives, person.moments[lives.numbers.index(step)])
    return None
