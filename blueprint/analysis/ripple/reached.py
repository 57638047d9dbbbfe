"""What a ripple starts at and what it reaches, as its report names them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from blueprint.analysis.ripple.results import Hop, Reached, Start
from blueprint.analysis.ripple.telling import name_of, sentence_of
from blueprint.analysis.ripple.trace import Arrival, Trace
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
    hops = _hops(trace)
    arrivals = sorted(
        trace.arrivals.values(),
        key=lambda a: (-round(a.path.likelihood, 12), a.path.hops, a.path.node),
    )
    return tuple(_reached(trace.graph, arrival, hops) for arrival in arrivals)


def _reached(graph: Graph, arrival: Arrival, hops: Mapping[int, Hop]) -> Reached:
    path = arrival.path
    return Reached(
        **_common(graph, path.node),
        start=graph.nodes[path.start].id,
        direction=arrival.direction,
        hops=path.hops,
        fewest_hops=arrival.route.fewest,
        likelihood=path.likelihood,
        impact=path.impact,
        assumed=path.assumed,
        path=tuple([hops[id(way)] for way in path.ways]),
        sentence=sentence_of(graph, path),
    )


def _hops(trace: Trace) -> Mapping[int, Hop]:
    """Return the links of all paths, by the identity of the way; paths share what they share."""
    found: dict[int, Hop] = {}
    for arrival in trace.arrivals.values():
        for way in reversed(arrival.path.ways):
            if id(way) in found:
                break  # whoever shares a way shares all before it
            link = trace.graph.links[way.link]
            found[id(way)] = Hop(
                kind=link.kind,
                source=link.source,
                target=link.target,
                forward=way.forward,
                likelihood=way.likelihood,
                impact=way.impact,
                assumed=way.assumed,
            )
    return found


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
