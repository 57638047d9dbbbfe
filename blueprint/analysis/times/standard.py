"""Standard time: how long the work of some steps takes when nothing goes wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.amounts import length_of
from blueprint.analysis.service import lived
from blueprint.analysis.times.chain import chains
from blueprint.graph import Graph
from blueprint.model import Act, Blueprint, CustomerAction
from blueprint.model.links import ACTING

_WAITS = ("interaction", "support")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """How long the work of some steps takes, one after the other.

    Attributes:
        length: Until the customer is through, in seconds; parallel work counts by the longest.
        work: All of the work added up.
        critical: Numbers of the actions that decide the length, first to last.
        told: How many actions say how long they take.
        silent: How many do not, but for the customer's own; they count nothing.
        dropped: How many links closed a circle of waiting and were left out.
    """

    length: float
    work: float
    critical: tuple[int, ...]
    told: int
    silent: int
    dropped: int


def duration_of(graph: Graph, number: int) -> float | None:
    """Return how long an action takes: its duration, else its actual time; ``None`` unsaid."""
    element = graph.nodes[number].element
    if not isinstance(element, Act):
        return None
    if element.duration is not None:
        return length_of(element.duration)
    return None if element.time is None else length_of(element.time.actual)


@dataclass(frozen=True)
class Planned:
    """The work of a graph that is done when nothing goes wrong.

    Attributes:
        graph: The graph.
        actions: Numbers of the actions that are part of it, by the number of their step.
        durations: How long each takes, as far as it is said.
    """

    graph: Graph
    actions: Mapping[int, Sequence[int]]
    durations: Mapping[int, float | None]

    def length_of(self, action: int) -> float | None:
        """Return how long an action takes, part of the plan or not."""
        return (
            self.durations[action] if action in self.durations else duration_of(self.graph, action)
        )

    def silent(self, actions: Iterable[int]) -> int:
        """Return how many actions say no duration, but for the customer's own."""
        return sum(
            self.durations[n] is None and self.graph.nodes[n].kind != "customer" for n in actions
        )

    def standard(self, steps: Sequence[int]) -> Standard:
        """Return how long some steps take, by their numbers, in the order they are gone through."""
        return _Plan(self, steps).standard()

    def standard_of(self, step: int) -> Standard:
        """Return how long one step takes by itself."""
        own = self.actions[step]
        if len(own) > 1 and any(self.durations[n] for n in own):
            return self.standard((step,))
        lengths = [told for n in own if (told := self.durations[n]) is not None]
        return Standard(
            length=sum(lengths),
            work=sum(lengths),
            critical=tuple(n for n in own if self.durations[n]),
            told=len(lengths),
            silent=self.silent(own),
            dropped=0,
        )


def planned(graph: Graph, actions: Mapping[int, Sequence[int]]) -> Planned:
    """Return the work that is done when nothing goes wrong.

    What only mends a fail point is no part of it, unless nothing else stands in its lane of
    the step; nor is what is only proposed in a current blueprint, or removed in a future one.

    Args:
        graph: The graph.
        actions: The actions of each step, as `actions_by_step` gives them.
    """
    mends = {graph.sources[n] for n, kind in enumerate(graph.links.kinds) if kind == "recovers"}
    own: dict[int, list[int]] = {}
    for step, numbers in actions.items():
        working = [n for n in numbers if graph.nodes[n].kind in ACTING and _is_there(graph, n)]
        usual = {graph.nodes[n].lane for n in working if n not in mends}
        own[step] = [n for n in working if n not in mends or graph.nodes[n].lane not in usual]
    durations = {n: duration_of(graph, n) for numbers in own.values() for n in numbers}
    return Planned(graph, own, durations)


def _is_there(graph: Graph, number: int) -> bool:
    node = graph.nodes[number]
    element = node.element
    status = element.status if isinstance(element, Act) else None
    if status is None or node.blueprint is None:
        return True
    home = graph.node(node.blueprint).element
    future = isinstance(home, Blueprint) and home.state == "future"
    return status != ("removed" if future else "proposed")


class _Plan:
    """The pieces of work of some steps, numbered, with what each waits for.

    Before each step stands a piece of no length, its beginning, which waits for what the
    customer lives through in the step before. After the last stands the end of all.
    """

    def __init__(self, work: Planned, steps: Sequence[int]) -> None:
        self.work = work
        self.lengths: list[float] = []
        self.after: list[list[int]] = []
        self.means: list[int | None] = []
        self.piece: dict[int, int] = {}
        self.starts: dict[int, int] = {}
        self.place: dict[int, int] = {}
        gates = [self._gate(at, step) for at, step in enumerate(steps)]
        self.end = self._piece(0.0, None)
        for at, step in enumerate(steps):
            following = gates[at + 1] if at + 1 < len(steps) else self.end
            self._joined(step, gates[at], following)

    def _piece(self, length: float, action: int | None) -> int:
        self.lengths.append(length)
        self.after.append([])
        self.means.append(action)
        return len(self.lengths) - 1

    def _gate(self, at: int, step: int) -> int:
        gate = self._piece(0.0, None)
        for action in self.work.actions.get(step, ()):
            if action in self.piece:
                continue
            length = self.work.durations[action] or 0.0
            if self._is_joint(action):
                start = self._piece(length, action)
                self.piece[action] = self._piece(0.0, None)
                self.after[self.piece[action]].append(start)
            else:
                start = self.piece[action] = self._piece(length, action)
            self.starts[action] = start
            self.place[action] = at
        return gate

    def _is_joint(self, action: int) -> bool:
        node = self.work.graph.nodes[action]
        if node.kind != "customer":
            return False
        act = node.element
        return isinstance(act, CustomerAction) and act.participation == "joint"

    def _joined(self, step: int, gate: int, following: int) -> None:
        own = [n for n in self.work.actions.get(step, ()) if self.starts[n] > gate]
        for action in own:
            set_off = self._set_off_by(action)
            self.after[self.starts[action]] += set_off or [gate]
            self.after[self.piece[action]] += self._waited_for(action)
        through = lived(self.work.graph, own)
        self.after[following] += [self.piece[n] for n in through] or [gate]

    def _set_off_by(self, action: int) -> list[int]:
        """Return what sets an action off, and what of its step comes before it."""
        graph, kinds = self.work.graph, self.work.graph.links.kinds
        return [
            self.piece[graph.sources[n]]
            for n in graph.arriving[action]
            if graph.sources[n] in self.piece
            and (
                (kinds[n] == "triggers" and self._not_after(graph.sources[n], action))
                or (kinds[n] == "flow" and self._together(graph.sources[n], action))
            )
        ]

    def _waited_for(self, action: int) -> Iterator[int]:
        graph, kinds = self.work.graph, self.work.graph.links.kinds
        for n in graph.leaving[action]:
            target = graph.targets[n]
            waits = kinds[n] in _WAITS and target in self.piece
            if waits and self._not_after(target, action):
                yield self.piece[target]

    def _not_after(self, before: int, action: int) -> bool:
        return self.place[before] <= self.place[action]

    def _together(self, before: int, action: int) -> bool:
        return self.place[before] == self.place[action] and before != action

    def standard(self) -> Standard:
        found = chains(self.lengths, self.after)
        way = [self.means[piece] for piece in found.way_to(self.end)]
        told = [self.work.durations[action] for action in self.piece]
        return Standard(
            length=found.ends[self.end],
            work=sum(length for length in told if length is not None),
            critical=tuple(n for n in way if n is not None and self.work.durations[n]),
            told=sum(length is not None for length in told),
            silent=self.work.silent(self.piece),
            dropped=found.dropped,
        )
