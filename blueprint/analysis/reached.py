"""What a ripple starts at and what it reaches, as its report names them."""

from __future__ import annotations

from typing import TypedDict

from blueprint.analysis.couplings import Way
from blueprint.analysis.ripple_report import Hop, Reached, Start
from blueprint.analysis.telling import name_of, sentence_of
from blueprint.analysis.trace import Arrival, Trace
from blueprint.graph import Graph
from blueprint.model import NodeKind
from blueprint.words import Phrase


class _Common(TypedDict):
    """The fields every element of a report has."""

    id: str
    name: Phrase
    kind: NodeKind
    lane: str | None
    blueprint: str | None
    step: str | None
    department: str | None


def starts_told(trace: Trace) -> tuple[Start, ...]:
    """Return what the ripple starts at, in the order it was named."""
    return tuple(
        Start(
            **_common(trace.graph, start.node),
            asked=start.asked,
            how=start.how,
            directions=start.directions,
        )
        for start in trace.starts
    )


def reached_of(trace: Trace) -> tuple[Reached, ...]:
    """Return what is reached, the strongest first, then the nearest, then file order."""
    hops: dict[tuple[int, bool], Hop] = {}
    arrivals = sorted(
        trace.arrivals.values(),
        key=lambda a: (-round(a.route.likelihood, 12), a.route.hops, a.route.node),
    )
    return tuple(_reached(trace.graph, arrival, hops) for arrival in arrivals)


def _reached(graph: Graph, arrival: Arrival, hops: dict[tuple[int, bool], Hop]) -> Reached:
    route = arrival.route
    ways = route.ways
    return Reached(
        **_common(graph, route.node),
        start=graph.nodes[route.start].id,
        direction=arrival.direction,
        hops=route.hops,
        fewest_hops=route.fewest,
        likelihood=route.likelihood,
        impact=route.impact,
        assumed=route.assumed,
        path=tuple(_hop(graph, way, hops) for way in ways),
        sentence=sentence_of(graph, route.start, ways),
    )


def _hop(graph: Graph, way: Way, known: dict[tuple[int, bool], Hop]) -> Hop:
    """Return a link as a hop; paths share the hops they have in common."""
    key = (way.link, way.forward)
    if key not in known:
        link = graph.links[way.link]
        known[key] = Hop(
            kind=link.kind,
            source=link.source,
            target=link.target,
            forward=way.forward,
            likelihood=way.likelihood,
            impact=way.impact,
            assumed=way.assumed,
        )
    return known[key]


def _common(graph: Graph, number: int) -> _Common:
    node = graph.nodes[number]
    return _Common(
        id=node.id,
        name=name_of(graph, number),
        kind=node.kind,
        lane=node.lane,
        blueprint=node.blueprint,
        step=node.step,
        department=node.department,
    )
