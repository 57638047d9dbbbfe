"""What stands around the customer in each step, and whether the customer is on site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis.channels.offered import Touchpoint
from blueprint.analysis.service import declared_moments
from blueprint.analysis.written import standards_in
from blueprint.graph import Graph
from blueprint.model import Act, Channel, Evidence, Label, Standard, Step

Side = Literal["hard", "soft", "other", "untold"]
"""Hard or soft surroundings, neither of both, or a piece of evidence that does not say its kind."""

Presence = Literal["on-site", "elsewhere", "untold"]
"""Whether the customer is where the service is; or nobody can tell."""

SIDE: Mapping[str, Side] = {
    "decor": "hard",
    "facility": "hard",
    "equipment": "hard",
    "tool": "hard",
    "rule": "soft",
    "document": "other",
    "digital": "other",
    "person": "other",
}
"""On which side each kind of evidence stands; standards are soft too."""

_BUILT = ("decor", "facility", "equipment")
"""What the customer must be on site to meet; a tool can be carried along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One piece of evidence in a step.

    Attributes:
        card: Number of its card.
        kind: What kind it is of, if it is said.
        place: Where the customer meets it, if it is said.
    """

    card: int
    kind: str | None
    place: Label | None

    @property
    def side(self) -> Side:
        """On which side it stands."""
        return "untold" if self.kind is None else SIDE[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """One step with what surrounds the customer in it.

    Attributes:
        step: Number of the step.
        things: The evidence in it.
        standards: The standards of the step and its actions.
        presence: Whether the customer is on site.
        moment: Whether it is a declared moment of truth.
        answered: Whether a department acts in it, or answers for it.
        sensed: Whether it is said how it feels to the senses.
    """

    step: int
    things: tuple[Thing, ...]
    standards: tuple[Standard, ...]
    presence: Presence
    moment: bool
    answered: bool
    sensed: bool

    def of(self, side: Side) -> tuple[Thing, ...]:
        """Return its things of one side."""
        return tuple(thing for thing in self.things if thing.side == side)

    @property
    def hard(self) -> bool | None:
        """Whether anything hard is there; nobody can tell where evidence does not say its kind."""
        if self.of("hard"):
            return True
        return None if self.of("untold") else False

    @property
    def soft(self) -> bool:
        """Whether a rule or a standard holds there."""
        return bool(self.standards or self.of("soft"))


def arounds(
    graph: Graph, actions: Mapping[int, Sequence[int]], met: Sequence[Touchpoint]
) -> tuple[Around, ...]:
    """Return the steps in which a customer acts or evidence stands, in file order.

    Args:
        graph: The graph.
        actions: The actions of each step.
        met: The touchpoints, with their channels.
    """
    channels = {touchpoint.step: touchpoint.channels for touchpoint in met}
    moments = frozenset(declared_moments(graph))
    found = []
    for step, own in actions.items():
        things = tuple(_things(graph, own))
        acts = any(graph.nodes[n].kind == "customer" for n in own)
        if not things and not acts:
            continue
        found.append(
            Around(
                step=step,
                things=things,
                standards=tuple(_standards(graph, step, own)),
                presence=_presence(graph, things, channels.get(step, ())) if acts else "elsewhere",
                moment=step in moments,
                answered=_answered(graph, step, own),
                sensed=_sensed(graph, step),
            )
        )
    return tuple(found)


def to_be_placed(found: Iterable[Around]) -> tuple[Thing, ...]:
    """Return the things that stand somewhere: all that is hard, and rules."""
    return tuple(t for around in found for t in around.things if t.side in ("hard", "soft"))


def _things(graph: Graph, actions: Sequence[int]) -> Iterator[Thing]:
    for number in actions:
        node = graph.nodes[number]
        card = node.element
        if not isinstance(card, Evidence):
            continue
        first = graph.nodes[graph.index[node.id]].element
        same = first if isinstance(first, Evidence) else card
        yield Thing(card=number, kind=card.kind or same.kind, place=card.place or same.place)


def _standards(graph: Graph, step: int, actions: Sequence[int]) -> Iterator[Standard]:
    for number in (step, *actions):
        element = graph.nodes[number].element
        if isinstance(element, (Step, Act)):
            yield from standards_in(element)


def _presence(graph: Graph, things: Sequence[Thing], channels: Sequence[int]) -> Presence:
    if any(thing.kind in _BUILT for thing in things):
        return "on-site"
    elements = [graph.nodes[number].element for number in channels]
    kinds = [element.kind for element in elements if isinstance(element, Channel)]
    if "store" in kinds:
        return "on-site"
    return "elsewhere" if kinds and None not in kinds else "untold"


def _answered(graph: Graph, step: int, actions: Sequence[int]) -> bool:
    elements = [graph.nodes[number].element for number in (step, *actions)]
    owned = any(
        isinstance(element, (Step, Act))
        and element.moment_of_truth is not None
        and element.moment_of_truth.owner is not None
        for element in elements
    )
    return owned or any(graph.nodes[number].department is not None for number in actions)


def _sensed(graph: Graph, step: int) -> bool:
    element = graph.nodes[step].element
    return isinstance(element, Step) and any(e.sensory is not None for e in element.experience)
