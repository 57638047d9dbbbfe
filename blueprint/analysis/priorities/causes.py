"""Two causes of dissatisfaction: too little is delivered, or what is delivered goes unnoticed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis.amounts import length_of
from blueprint.analysis.levers.acting import meant
from blueprint.analysis.written import standards_in
from blueprint.graph import Graph
from blueprint.model import Act, Step, StepName

Todo = Literal["raise", "communicate", "unknown"]
"""Raise what is delivered, tell of what is delivered, or nobody can tell which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is delivered, held against what customers expect of it, in seconds."""

    node: int
    delivered: float
    expected: float

    @property
    def falls_short(self) -> bool:
        """Whether it takes longer than customers expect."""
        return self.delivered > self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One step that is perceived below what was expected.

    Attributes:
        step: Number of the step.
        persona: Number of the persona; ``None`` for everybody.
        gap: Perception less expectation.
        todo: What to do.
        held: What was held against what: the worst of what falls short, else the first.
    """

    step: int
    persona: int | None
    gap: float
    todo: Todo
    held: Held | None


def causes(graph: Graph) -> Iterator[Cause]:
    """Go through the steps that are perceived below expectation, persona by persona.

    What is delivered is held against what the *customer* expects of it, under ``customer`` of
    a standard; the provider's own standard says nothing about that.
    """
    for stem, blueprint in graph.scope.blueprints.items():
        for local, name in blueprint.names.steps.items():
            number = graph.index[graph.scope.global_id(stem, local)]
            for entry in name.step.experience:
                seen, hoped = entry.perception, entry.expectation
                if seen is None or not isinstance(hoped, float) or seen >= hoped:
                    continue
                held = _worst(graph, stem, name, number)
                whose = meant(graph, stem, [entry.persona] if entry.persona else [], "persona")
                yield Cause(
                    step=number,
                    persona=whose[0] if whose else None,
                    gap=seen - hoped,
                    todo=_todo(held),
                    held=held,
                )


def by_step(found: Iterable[Cause]) -> Iterator[list[Cause]]:
    """Go through the causes of each step, of all personas at once."""
    groups: dict[int, list[Cause]] = {}
    for one in found:
        groups.setdefault(one.step, []).append(one)
    yield from groups.values()


def _todo(held: Held | None) -> Todo:
    if held is None:
        return "unknown"
    return "raise" if held.falls_short else "communicate"


def _worst(graph: Graph, stem: str, name: StepName, number: int) -> Held | None:
    found = list(_held(graph, stem, name, number))
    short = [one for one in found if one.falls_short]
    return max(short or found[:1], key=lambda one: one.delivered - one.expected, default=None)


def _held(graph: Graph, stem: str, name: StepName, number: int) -> Iterator[Held]:
    """Go through what a step delivers that customers state an expectation of."""
    step, actions = name.step, graph.scope.blueprints[stem].names.actions
    yield from _against(step, number, step.time.actual if step.time else None)
    for local in name.actions:
        action = actions[local].action
        if isinstance(action, Act):
            taken = action.time.actual if action.time and action.time.actual else action.duration
            yield from _against(action, graph.index[graph.scope.global_id(stem, local)], taken)


def _against(element: Step | Act, number: int, taken: str | None) -> Iterator[Held]:
    delivered = length_of(taken)
    for standard in standards_in(element):
        expected = length_of(standard.customer.at_most) if standard.customer else None
        if delivered is not None and expected is not None:
            yield Held(node=number, delivered=delivered, expected=expected)
