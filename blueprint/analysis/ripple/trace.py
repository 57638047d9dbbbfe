"""The bare ripple: where it starts, what it reaches, and by which routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis.ripple.starting import meant_by, starts_of
from blueprint.analysis.ripple.strongest import Path, Route, strongest_routes
from blueprint.errors import BlueprintError
from blueprint.graph import Graph, Node
from blueprint.graph.couplings import DIRECTIONS, Direction
from blueprint.model import Change
from blueprint.words import Phrase

How = Literal["tightened", "altered", "unavailable", "added", "removed", "asked"]
"""What happens to an element a ripple starts at; ``asked`` where no change file says."""

Asked = Literal["demand", "disruption", "both"]
"""The directions that can be asked for."""

_USUAL: Mapping[How, Direction] = {
    "tightened": "demand",
    "added": "demand",
    "altered": "disruption",
    "unavailable": "disruption",
    "removed": "disruption",
    "asked": "disruption",
}
"""The direction of each kind of change, where nobody asks for one."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """How a ripple came to one element: in which direction, and by which route."""

    direction: Direction
    route: Route

    @property
    def path(self) -> Path:
        """Its strongest path."""
        return self.route.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A ripple before anything is said about it.

    Attributes:
        graph: The graph, with the change in effect.
        starts: What is changed, added or removed, in the order it was named.
        arrivals: Per number of a node that is reached, how.
        change: The change, where one was given.
        depth: The most links a path may have, where that was asked.
    """

    graph: Graph
    starts: tuple[Starting, ...]
    arrivals: Mapping[int, Arrival]
    change: Change | None
    depth: int | None

    @property
    def directions(self) -> tuple[Direction, ...]:
        """The directions that were followed."""
        used = {d for start in self.starts for d in start.directions}
        return tuple(d for d in DIRECTIONS if d in used)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Everything it starts at or reaches, in file order."""
        return tuple(sorted({*(s.node for s in self.starts), *self.arrivals}))

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
        direction: What was asked for; ``None`` takes what is usual for each: a promise, and
            what is tightened or added, asks more of others; anything else disrupts them.

    Raises:
        ReferenceNotFoundError: An id means nothing, or several things.
    """
    found: dict[int, Starting] = {}
    for ref, how in refs:
        named = meant_by(graph, ref)
        followed = _directions(named, how, direction)
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
    *,
    change: Change | None = None,
    depth: int | None = None,
    asked: Asked | None = None,
) -> Trace:
    """Follow a ripple from its starts, each direction on its own and never turning round.

    An element reached in both directions is shown with the stronger. Whoever uses or waits
    for what a change adds is reached too, one link up, and from there it goes no further
    unless disruption is asked for.

    Raises:
        BlueprintError: The depth is not a whole number of links, 1 or more.
    """
    if depth is not None and (isinstance(depth, bool) or not isinstance(depth, int) or depth < 1):
        raise BlueprintError(Phrase.of("depth is a whole number of links, 1 or more"))
    added = [s.node for s in starts if s.how == "added"]
    removed = {s.node for s in starts if s.how == "removed"}
    first = {s.node for s in starts}
    arrivals: dict[int, Arrival] = {}
    for direction in DIRECTIONS:
        begin = [s.node for s in starts if direction in s.directions]
        routes = strongest_routes(graph, begin, direction, depth=depth, closed=removed)
        _join(arrivals, routes.values(), direction, first)
    if added and asked is None:
        users = strongest_routes(graph, added, "disruption", depth=1, closed=removed)
        news = (route for route in users.values() if route.node not in arrivals)
        _join(arrivals, tuple(news), "disruption", first)
    return Trace(graph=graph, starts=tuple(starts), arrivals=arrivals, change=change, depth=depth)


def _join(
    arrivals: dict[int, Arrival],
    routes: Iterable[Route],
    direction: Direction,
    starts: set[int],
) -> None:
    for route in routes:
        if route.node in starts:
            continue
        arrival = Arrival(direction=direction, route=route)
        before = arrivals.get(route.node)
        if before is None or _rank(arrival) < _rank(before):
            arrivals[route.node] = arrival


def _rank(arrival: Arrival) -> tuple[float, int]:
    return (-round(arrival.path.likelihood, 12), arrival.path.hops)


def _directions(named: Node, how: How, asked: Asked | None) -> tuple[Direction, ...]:
    if asked == "both":
        return DIRECTIONS
    if asked is not None:
        return (asked,)
    if named.kind == "promise" and how != "removed":
        return ("demand",)
    return (_USUAL[how],)
