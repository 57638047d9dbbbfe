"""Which of the elements that are reached a report lists: by lane, department and likelihood.

Filters never alter who must act, who is affected and who must be told: that is always answered
in full. The kinds of link that conduct do alter what is reached; they are part of the question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from blueprint.analysis.ripple.question import names_of, near
from blueprint.analysis.ripple.results import Filters
from blueprint.analysis.ripple.starting import meant_by
from blueprint.analysis.ripple.strength import Arrival
from blueprint.analysis.ripple.trace import Trace
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.integrity.lanes import lanes_of
from blueprint.model import LANES
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What is to be listed.

    Attributes:
        lanes: Lanes of what is listed; ``None`` for all, and for what stands in none.
        departments: Ids of the departments whose elements are listed; ``None`` for all.
        least: The smallest likelihood of what is listed.
    """

    lanes: tuple[str, ...] | None = None
    departments: tuple[str, ...] | None = None
    least: float = 0.0


def listing_of(
    graph: Graph,
    *,
    lanes: str | Iterable[str] | None,
    departments: str | Iterable[str] | None,
    least: float,
) -> Listing:
    """Return what is to be listed, once it is sure that it can be.

    Raises:
        BlueprintError: A lane or department is none, or the likelihood is outside 0 to 1; the
            message says what could have been written.
    """
    if isinstance(least, bool) or not isinstance(least, (int, float)) or not 0 <= least <= 1:
        raise BlueprintError(Phrase.of("least is a likelihood, from 0 to 1"))
    return Listing(
        lanes=_lanes(graph, names_of(lanes)),
        departments=_departments(graph, names_of(departments)),
        least=float(least),
    )


def listed(trace: Trace, listing: Listing) -> tuple[Arrival, ...]:
    """Return what is listed of everything that is reached, the strongest first."""
    lanes, least = listing.lanes, listing.least
    wanted = None if listing.departments is None else _with_parts(trace.graph, listing.departments)
    nodes = trace.graph.nodes
    return tuple(
        arrival
        for arrival in trace.ranked
        if arrival.estimate.likelihood >= least
        and (lanes is None or nodes[arrival.node].lane in lanes)
        and (wanted is None or nodes[arrival.node].department in wanted)
    )


def filters_of(trace: Trace, listing: Listing, shown: int) -> Filters:
    """Return the filters as a report names them."""
    return Filters(
        kinds=trace.question.kinds or (),
        lanes=listing.lanes or (),
        departments=listing.departments or (),
        least=listing.least,
        listed=shown,
        reached=len(trace.arrivals),
    )


def _lanes(graph: Graph, given: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    files = graph.scope.blueprints.values()
    known = dict.fromkeys((*LANES, *(lane.id for file in files for lane in lanes_of(file))))
    for lane in given:
        if lane not in known:
            raise near(lane, known, Phrase.of("“{lane}” is no lane", lane=lane))
    return tuple(lane for lane in known if lane in given)


def _departments(graph: Graph, given: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    known = [node.id for node in graph.of_kind("department")]
    found: dict[str, None] = {}
    for name in given:
        if name not in known and all(name != other.rpartition(":")[2] for other in known):
            raise near(name, known, Phrase.of("“{id}” is no department", id=name))
        found[meant_by(graph, name).id] = None
    return tuple(found)


def _with_parts(graph: Graph, departments: Iterable[str]) -> frozenset[str]:
    """Return departments together with those that are part of them, at any depth."""
    found = set(departments)
    waiting = list(found)
    while waiting:
        for part in _parts(graph, waiting.pop()):
            if part not in found:
                found.add(part)
                waiting.append(part)
    return frozenset(found)


def _parts(graph: Graph, department: str) -> Iterator[str]:
    for link in graph.arriving[graph.index[department]]:
        if graph.links.kinds[link] == "part_of":
            yield graph.nodes[graph.sources[link]].id
