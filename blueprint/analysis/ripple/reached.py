"""What a ripple starts at and what it reaches, as its report names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from blueprint.analysis.later import Later
from blueprint.analysis.ripple.results import MOST_LINKS, Reached, Start
from blueprint.analysis.ripple.strength import Arrival
from blueprint.analysis.ripple.telling import name_of, sentence_of
from blueprint.analysis.ripple.trace import Trace
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


def reached_of(trace: Trace, listed: Sequence[Arrival]) -> Sequence[Reached]:
    """Return some of what is reached in the order given, each made when somebody looks at it."""
    return Later(len(listed), lambda place: _reached(trace.graph, listed[place]))


def _reached(graph: Graph, arrival: Arrival) -> Reached:
    path, estimate = arrival.path, arrival.estimate
    first, last = path.ends(MOST_LINKS)
    risk = estimate.risk
    return Reached(
        **_common(graph, path.node),
        start=graph.nodes[path.start].id,
        direction=arrival.direction,
        hops=path.hops,
        fewest_hops=arrival.fewest,
        likelihood=estimate.likelihood,
        low=estimate.low,
        high=estimate.high,
        how=estimate.how,
        impact=path.impact,
        risk=estimate.likelihood * path.impact if risk is None else risk,
        path_likelihood=path.likelihood,
        assumed=path.assumed,
        path=tuple([path.routes.hop(arc) for arc in (*first, *last)]),
        left_out=path.hops - len(first) - len(last),
        sentence=sentence_of(graph, path),
    )


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
