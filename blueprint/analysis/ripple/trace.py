"""The bare ripple: where it starts, what it reaches, by which routes and how strongly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from blueprint.analysis.ripple.how import HAPPENINGS, Asked, How, directions_of
from blueprint.analysis.ripple.question import Question
from blueprint.analysis.ripple.starting import meant_by, starts_of
from blueprint.analysis.ripple.strength import Arrival, Came, came, came_at_once
from blueprint.graph import Graph, Node
from blueprint.graph.couplings import DIRECTIONS, Direction
from blueprint.model import Change, LinkKind
from blueprint.model.links import ACTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Starting:
    """One element a ripple starts at.

    Attributes:
        node: Its number.
        asked: Id of the element that was named: itself, or its step or department.
        how: What happens to it.
        directions: In which directions it is followed.
    """

    node: int
    asked: str
    how: How
    directions: tuple[Direction, ...]


@dataclass(frozen=True, kw_only=True)
class Trace:
    """A ripple before anything is said about it.

    Attributes:
        graph: The graph, with the change in effect.
        starts: What is changed, added or removed, in the order it was named.
        arrivals: Per number of a node that is reached, how.
        came: Per direction that was followed, what the method did.
        question: What was asked.
        change: The change, where one was given.
    """

    graph: Graph
    starts: tuple[Starting, ...]
    arrivals: Mapping[int, Arrival]
    came: tuple[Came, ...]
    question: Question
    change: Change | None

    @property
    def directions(self) -> tuple[Direction, ...]:
        """The directions that were followed."""
        used = {d for start in self.starts for d in start.directions}
        return tuple(d for d in DIRECTIONS if d in used)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Everything it starts at or reaches, in file order."""
        return tuple(sorted({*(s.node for s in self.starts), *self.arrivals}))

    @cached_property
    def ranked(self) -> tuple[Arrival, ...]:
        """Everything it reaches: the strongest first, then the nearest, then in file order."""
        return tuple(sorted(self.arrivals.values(), key=lambda arrival: arrival.rank))

    @cached_property
    def passed(self) -> tuple[int, ...]:
        """The steps and blueprints in which something is changed or reached, in file order."""
        graph, homes = self.graph, set[str]()
        for number in self.numbers:
            if graph.nodes.kinds[number] in ACTIONS:
                node = graph.nodes[number]
                homes |= {home for home in (node.step, node.blueprint) if home is not None}
        return tuple(sorted({graph.index[home] for home in homes} - set(self.numbers)))

    @cached_property
    def holders(self) -> Mapping[int, tuple[tuple[LinkKind, str], ...]]:
        """Who performs or owns what it starts at, reaches or passes, where somebody does."""
        graph = self.graph
        kinds, sources, nodes = graph.links.kinds, graph.sources, graph.nodes
        found: dict[int, tuple[tuple[LinkKind, str], ...]] = {}
        for number in (*self.numbers, *self.passed):
            links = [n for n in graph.arriving[number] if kinds[n] in ("performs", "owns")]
            if links:
                found[number] = tuple([(kinds[n], nodes[sources[n]].id) for n in links])
        return found

    def departments(self, number: int) -> tuple[str, ...]:
        """Return who does an element of the ripple or answers for it, each once."""
        held = self.holders.get(number, ())
        return (held[0][1],) if len(held) == 1 else tuple(dict.fromkeys(who for _, who in held))

    def started(self, *hows: How) -> Iterator[Node]:
        """Go through what it starts at, of some kinds of change."""
        return (self.graph.nodes[s.node] for s in self.starts if s.how in hows)


def starting(
    graph: Graph, refs: Iterable[tuple[str, How]], direction: Asked | None
) -> tuple[Starting, ...]:
    """Return the starts for ids and what happens to them, the same one once.

    Args:
        graph: The graph.
        refs: Ids, or ``file:id``, with what happens to each.
        direction: What was asked for; ``None`` takes what is usual for each.

    Raises:
        ReferenceNotFoundError: An id means nothing, or several things.
    """
    found: dict[int, Starting] = {}
    for ref, how in refs:
        named = meant_by(graph, ref)
        followed = directions_of(named.kind, how, direction)
        for node in starts_of(graph, named):
            known = found.setdefault(
                node, Starting(node=node, asked=named.id, how=how, directions=followed)
            )
            if set(followed) - set(known.directions):
                found[node] = Starting(
                    node=node, asked=known.asked, how=known.how, directions=DIRECTIONS
                )
    return tuple(found.values())


def trace(
    graph: Graph,
    starts: Sequence[Starting],
    question: Question,
    *,
    change: Change | None = None,
) -> Trace:
    """Follow a ripple from its starts, each direction on its own and never turning round.

    An element reached in both directions is shown with the stronger. Whoever uses or waits
    for what a change adds is reached too, one link up, and from there it goes no further
    unless disruption is asked for.
    """
    shut = {s.node for s in starts if HAPPENINGS[s.how].closes}
    first = {s.node for s in starts}
    arrivals: dict[int, Arrival] = {}
    done: list[Came] = []
    for direction in DIRECTIONS:
        begin = [s.node for s in starts if direction in s.directions]
        if begin:
            done.append(came(graph, direction, begin, question, closed=shut))
            _join(arrivals, done[-1].arrivals, first)
    news = [s.node for s in starts if HAPPENINGS[s.how].news]
    if news and question.direction is None:
        users = came_at_once(graph, "disruption", news, question, closed=shut)
        _join(arrivals, (a for a in users if a.node not in arrivals), first)
    return Trace(
        graph=graph,
        starts=tuple(starts),
        arrivals=arrivals,
        came=tuple(done),
        question=question,
        change=change,
    )


def _join(arrivals: dict[int, Arrival], more: Iterable[Arrival], starts: set[int]) -> None:
    for arrival in more:
        if arrival.node in starts:
            continue
        before = arrivals.get(arrival.node)
        if before is None or arrival.rank < before.rank:
            arrivals[arrival.node] = arrival
