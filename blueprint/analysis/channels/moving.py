"""Moves from one channel to another, what is handed on, and what customers are asked again."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from blueprint.analysis.journey import (
    Journey,
    expected_sum,
    expected_visits,
    main_steps,
)
from blueprint.analysis.spread.components import components
from blueprint.graph import Graph, Network
from blueprint.model import CustomerAction, Label, Step, seconds

WHOLE = ("identity", "issue", "history")
"""What the receiver must know for the context to be carried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A way on which the customer must change the channel: the two steps share none.

    Attributes:
        source: Number of the step the customer comes from.
        target: Number of the step the customer goes to.
        probability: How often this way is taken from there.
        carried: What the receiver knows; nothing where nobody says.
    """

    source: int
    target: int
    probability: float
    carried: tuple[str, ...] | None

    @property
    def whole(self) -> bool:
        """Whether the receiver knows all: identity, issue and history."""
        return self.carried is not None and set(WHOLE) <= set(self.carried)

    @property
    def lacking(self) -> tuple[str, ...]:
        """What the receiver does not know, as far as it is said."""
        return () if self.carried is None else tuple(w for w in WHOLE if w not in self.carried)


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A question that an earlier step may have asked already.

    Attributes:
        step: Number of the step that asks it again.
        question: What is asked for.
        on_path: Whether it is asked again on the main path.
    """

    step: int
    question: Label
    on_path: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """One journey.

    Attributes:
        journey: The journey.
        moves: The ways on which the channel changes.
        untold: How many ways have an end that names no channel.
        average: How often one customer changes the channel, on average.
        again: The questions asked again.
        asked: Whether any step says what it asks for.
        resolution: How long the main path takes from the step before the first change of
            channel on, in seconds; nothing where none changes or a step does not say.
    """

    journey: Journey
    moves: tuple[Move, ...]
    untold: int
    average: float | None
    again: tuple[Again, ...]
    asked: bool
    resolution: float | None


def moving(graph: Graph, journey: Journey, offered: Mapping[int, Sequence[int]]) -> Moving:
    """Return where customers change channels on one journey, and what they repeat.

    Args:
        graph: The graph.
        journey: The journey.
        offered: The channels of each step that names any.
    """
    numbers = [graph.index[step] for step in journey.steps]
    sets = [frozenset(offered.get(number, ())) for number in numbers]

    def changes(one: int, other: int) -> bool:
        return bool(sets[one] and sets[other]) and not sets[one] & sets[other]

    ways = [
        (n, way.to, way.probability)
        for n, own in enumerate(journey.ways)
        for way in own
        if way.to is not None and way.to != n and way.probability > 0
    ]
    path = main_steps(journey)
    asked = [_asked(graph, number) for number in numbers]
    return Moving(
        journey=journey,
        moves=tuple(
            Move(
                source=numbers[n],
                target=numbers[to],
                probability=share,
                carried=_carried(graph, numbers[n]),
            )
            for n, to, share in ways
            if changes(n, to)
        ),
        untold=sum(1 for n, to, _ in ways if not sets[n] or not sets[to]),
        average=expected_sum(journey, expected_visits(journey), lambda _: 0.0, changes),
        again=tuple(_again(journey, numbers, asked, path)),
        asked=any(asked),
        resolution=_resolution(
            graph,
            [numbers[n] for n in path],
            [changes(*p) for p in pairwise(path)],
        ),
    )


def _carried(graph: Graph, step: int) -> tuple[str, ...] | None:
    element = graph.nodes[step].element
    return element.carries_context if isinstance(element, Step) else None


def _resolution(graph: Graph, path: Sequence[int], changes: Sequence[bool]) -> float | None:
    if True not in changes:
        return None
    times = [
        step.time.actual if isinstance(step, Step) and step.time is not None else None
        for step in (graph.nodes[n].element for n in path[changes.index(True) :])
    ]
    told = [seconds(time) for time in times if time is not None]
    return math.fsum(told) if len(told) == len(times) else None


def _asked(graph: Graph, step: int) -> dict[str, Label]:
    """Return what a step asks the customer for: as it compares, and as it is written.

    What is written in several languages compares by the one that comes first.
    """
    found: dict[str, Label] = {}
    for link in graph.leaving[step]:
        act = graph.nodes[graph.targets[link]].element
        if graph.links[link].kind == "contains" and isinstance(act, CustomerAction):
            for question in act.asks:
                text = question if isinstance(question, str) else next(iter(question.values()))
                found.setdefault(" ".join(text.casefold().split()), question)
    return found


def _again(
    journey: Journey,
    steps: Sequence[int],
    asked: Sequence[Mapping[str, Label]],
    path: Sequence[int],
) -> Iterator[Again]:
    """Go through what is asked again: by a step that another which asks the same can lead to."""
    bits: dict[str, int] = {}
    for own in asked:
        for question in own:
            bits.setdefault(question, 1 << len(bits))
    if not bits:
        return
    own_bits = [sum(bits[question] for question in own) for own in asked]
    before = _before(journey, own_bits)
    on_path: set[tuple[int, str]] = set()
    met: set[str] = set()
    for n in path:
        on_path.update((n, question) for question in asked[n] if question in met)
        met.update(asked[n])
    for n, own in enumerate(asked):
        for question, written in own.items():
            if before[n] & bits[question]:
                yield Again(step=steps[n], question=written, on_path=(n, question) in on_path)


def _before(journey: Journey, own: Sequence[int]) -> list[int]:
    """Return, per step, the bits of all steps that can come before it, itself left out."""
    arcs = [
        (n, way.to)
        for n, ways in enumerate(journey.ways)
        for way in ways
        if way.to is not None and way.probability > 0
    ]
    groups = components(Network.of_arrays(len(own), [a for a, _ in arcs], [b for _, b in arcs]))
    follows: list[list[int]] = [[] for _ in range(groups.count)]
    for one, other in arcs:
        if groups.numbers[one] != groups.numbers[other]:
            follows[groups.numbers[one]].append(groups.numbers[other])
    coming = [0] * groups.count
    found = [0] * len(own)
    for group in reversed(range(groups.count)):
        once = twice = 0
        for n in groups.members[group]:
            twice |= once & own[n]
            once |= own[n]
        for n in groups.members[group]:
            found[n] = coming[group] | (once & ~own[n]) | twice
        for other in follows[group]:
            coming[other] |= coming[group] | once
    return found
