"""How much of a ripple falls to each blueprint, department and lane."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeVar

from blueprint.analysis.ripple.lists import Coming, Tally
from blueprint.analysis.ripple.telling import name_of
from blueprint.analysis.ripple.trace import Trace
from blueprint.analysis.ripple.why import Why
from blueprint.graph import Graph, Node
from blueprint.integrity.lanes import TITLES
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

K = TypeVar("K", str, str | None)
By = Literal["blueprint", "department", "lane"]


@dataclass(slots=True)
class _Count:
    """What has been counted so far under one id."""

    coming: dict[Coming, int] = field(default_factory=dict)
    likelihood: float = 0.0
    departments: dict[str, int] = field(default_factory=dict)


class _Seen(NamedTuple):
    """One element the ripple concerns, with what is counted of it."""

    node: Node
    coming: Coming
    likelihood: float
    departments: tuple[str, ...]


def tallies_of(trace: Trace) -> tuple[Tally, ...]:
    """Return how much falls to each blueprint, to each department and to each lane.

    Everything is counted that is changed, added or reached: by blueprint once, under what all
    share where it stands in no file; by department for whoever does it or answers for it; by
    lane if it is an action.
    """
    graph, why = trace.graph, Why(trace)
    seen = [
        _Seen(graph.nodes[n], why.coming(n), why.likelihood(n), trace.departments(n))
        for n in trace.numbers
    ]
    return (*_by_blueprint(graph, seen), *_by_department(graph, seen), *_by_lane(graph, seen))


def _by_blueprint(graph: Graph, seen: Sequence[_Seen]) -> Iterator[Tally]:
    counts = _counted(seen, lambda one: (one.node.blueprint,))
    for home in sorted(counts, key=lambda i: len(graph.nodes) if i is None else graph.index[i]):
        name = Phrase.of("shared by all") if home is None else name_of(graph, graph.index[home])
        yield _tally("blueprint", home, name, counts[home], graph)


def _by_department(graph: Graph, seen: Sequence[_Seen]) -> Iterator[Tally]:
    counts = _counted(seen, lambda one: one.departments or (None,))
    for who in sorted(counts, key=lambda i: len(graph.nodes) if i is None else graph.index[i]):
        name = Phrase.of("no department") if who is None else name_of(graph, graph.index[who])
        yield _tally("department", who, name, counts[who], graph)


def _by_lane(graph: Graph, seen: Sequence[_Seen]) -> Iterator[Tally]:
    counts = _counted(seen, lambda one: () if one.node.lane is None else (one.node.lane,))
    order = list(TITLES)
    for lane in sorted(counts, key=lambda i: order.index(i) if i in TITLES else len(order)):
        yield _tally("lane", lane, lane_told(graph, lane), counts[lane], graph)


def lane_told(graph: Graph, lane: str) -> Phrase:
    """Return the title of a lane; of one that files add, by the first that names it."""
    if lane in TITLES:
        return Phrase.of(TITLES[lane])
    holders = (graph.scope.catalog, *graph.scope.blueprints.values())
    named = (own for holder in holders if holder is not None for own in holder.lanes)
    return label_phrase(next((own.name or lane for own in named if own.id == lane), lane))


def _counted(seen: Iterable[_Seen], under: Callable[[_Seen], tuple[K, ...]]) -> dict[K, _Count]:
    """Count elements under ids, each under all of its own."""
    counts: dict[K, _Count] = {}
    for one in seen:
        for key in under(one):
            count = counts.setdefault(key, _Count())
            count.coming[one.coming] = count.coming.get(one.coming, 0) + 1
            count.likelihood = max(count.likelihood, one.likelihood)
            for who in one.departments:
                count.departments[who] = count.departments.get(who, 0) + 1
    return counts


def _tally(by: By, key: str | None, name: Phrase, count: _Count, graph: Graph) -> Tally:
    most = sorted(count.departments.items(), key=lambda d: (-d[1], graph.index[d[0]]))
    return Tally(
        by=by,
        id=key,
        name=name,
        changed=count.coming.get("changed", 0),
        added=count.coming.get("new", 0),
        reached=count.coming.get("reached", 0),
        likelihood=count.likelihood,
        departments=tuple(most) if by == "blueprint" else (),
    )
