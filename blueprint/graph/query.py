"""Questions on the graph: beneath a step, above a system, of a department, over a line."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import Literal

from blueprint.errors import ReferenceNotFoundError
from blueprint.graph.index import Graph
from blueprint.integrity.lanes import lanes_of
from blueprint.model import LINK_KINDS, Blueprint, Link
from blueprint.words import Phrase

Line = Literal["interaction", "visibility", "internal"]
"""One of the three lines of a service blueprint."""

UPPER_OF_LINE: dict[Line, str] = {
    "interaction": "customer",
    "visibility": "frontstage",
    "internal": "backstage",
}
"""The lane that ends each line's upper side."""

_CROSSING = frozenset(kind for kind, row in LINK_KINDS.items() if row.conducts) - {
    "uses",
    "via",
    "informs",
}
_RESTS_ON = frozenset({"interaction", "support", "uses"})


def beneath(graph: Graph, step: str) -> tuple[str, ...]:
    """Return what a step rests on: its actions under the customer, and all those rest on.

    Args:
        graph: The graph.
        step: Id of a step or an action.

    Returns:
        Ids of actions and systems, nearest first, without the step's own customer actions.

    Raises:
        ReferenceNotFoundError: Nothing has the id.
    """
    node = graph.node(step)
    if node.kind == "step":
        inside = [n for n, other in enumerate(graph.nodes) if other.step == step]
        start = [n for n in inside if graph.nodes[n].kind not in ("evidence", "customer")]
        return _reached(graph, start or inside, graph.leaving, lambda link: link.target, start)
    return _reached(graph, [graph.index[step]], graph.leaving, lambda link: link.target, [])


def above(graph: Graph, element: str) -> tuple[str, ...]:
    """Return what rests on a system or action, nearest first: who would feel it missing.

    Raises:
        ReferenceNotFoundError: Nothing has the id.
    """
    graph.node(element)
    start = [graph.index[element]]
    return _reached(graph, start, graph.arriving, lambda link: link.source, [])


def of_department(graph: Graph, department: str) -> tuple[str, ...]:
    """Return what a department performs and owns, in file order.

    Raises:
        ReferenceNotFoundError: No department has the id.
    """
    if graph.node(department).kind != "department":
        raise ReferenceNotFoundError(Phrase.of("“{id}” is no department", id=department))
    leaving = graph.leaving[graph.index[department]]
    found = {graph.targets[n] for n in leaving if graph.links[n].kind in ("performs", "owns")}
    return tuple(graph.nodes[n].id for n in sorted(found))


def crossing(graph: Graph, line: Line) -> tuple[Link, ...]:
    """Return the links between actions that go over one of the three lines, in order."""
    lanes = _ranks(graph)
    at = lanes[UPPER_OF_LINE[line]]
    of_kind = {kind: lanes[kind] for kind in ("customer", "frontstage", "backstage", "support")}
    rank = [
        lanes.get(graph.nodes[n].lane or "") if kind == "other" else of_kind.get(kind)
        for n, kind in enumerate(graph.nodes.kinds)
    ]
    ends = zip(graph.links.kinds, graph.sources, graph.targets, strict=True)
    found: list[Link] = []
    for number, (kind, source, target) in enumerate(ends):
        if kind not in _CROSSING:
            continue
        one, other = rank[source], rank[target]
        if one is not None and other is not None and (one <= at) != (other <= at):
            found.append(graph.links[number])
    return tuple(found)


def _ranks(graph: Graph) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for blueprint in graph.scope.blueprints.values():
        for n, lane in enumerate(_order(blueprint)):
            ranks.setdefault(lane, n)
    return ranks


def _order(blueprint: Blueprint) -> Iterator[str]:
    return (lane.id for lane in lanes_of(blueprint))


def _reached(
    graph: Graph,
    start: list[int],
    links: tuple[tuple[int, ...], ...],
    end: Callable[[Link], str],
    first: list[int],
) -> tuple[str, ...]:
    seen = set(start)
    found = [graph.nodes[n].id for n in first]
    queue = deque(start)
    while queue:
        for number in links[queue.popleft()]:
            link = graph.links[number]
            n = graph.index[end(link)]
            if link.kind in _RESTS_ON and n not in seen:
                seen.add(n)
                queue.append(n)
                found.append(graph.nodes[n].id)
    return tuple(found)
