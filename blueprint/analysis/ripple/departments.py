"""Who acts first, who else is affected, and who must be told of a change, each with why.

First to act are the departments of what is added, removed or renewed (a legacy system that
more is asked of), or where there is none, of what is changed: of a promise, its keepers.
Also affected are the departments of everything else that is changed or reached, and whoever
pays. To be told are the makers of promises that are changed or reached, everybody who asked
to be told of such changes, and whoever answers for a step or a blueprint the ripple passes
without being named already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from blueprint.analysis.ripple.apply_change import one
from blueprint.analysis.ripple.change_kinds import ChangeKind
from blueprint.analysis.ripple.results import DepartmentShare, Part, Told
from blueprint.analysis.ripple.telling import name_of, path_told
from blueprint.analysis.ripple.touched import owners_of, passed, promises_at_stake, to_renew
from blueprint.analysis.ripple.trace import Trace
from blueprint.analysis.ripple.words import TOLD_OF, how_told
from blueprint.graph import Graph
from blueprint.model import Department
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

Reasons = dict[str, dict[Phrase, None]]
"""Department id to the sentences why it is named, in order and each once."""


@dataclass(slots=True)
class Parts:
    """Departments by what they have to do with a change, each with its reasons."""

    first: Reasons = field(default_factory=dict)
    affected: Reasons = field(default_factory=dict)
    told: Reasons = field(default_factory=dict)


def departments_of(graph: Graph, number: int) -> tuple[str, ...]:
    """Return who performs an action or owns a system or article; a promise's maker is told."""
    if graph.nodes[number].kind in ("promise", "step", "blueprint"):
        return ()
    links = (
        link for link in graph.arriving[number] if graph.links[link].kind in ("performs", "owns")
    )
    return tuple(dict.fromkeys(graph.links[link].source for link in links))


def parts_of(trace: Trace, kinds: Iterable[ChangeKind]) -> Parts:
    """Return who acts first, who else is affected and who must be told, with the reasons."""
    parts = Parts()
    _first(trace, parts)
    _affected(trace, parts)
    _funding(trace, parts)
    _told(trace, kinds, parts)
    return parts


def shares_of(trace: Trace, parts: Parts) -> tuple[DepartmentShare, ...]:
    """Return every department that is named, those who act first first, each in file order."""
    performed, owned = _tally(trace)
    total = len({n for numbers in performed.values() for n in numbers})
    nodes = trace.graph.nodes
    roles: tuple[tuple[Part, Reasons], ...] = (
        ("first", parts.first),
        ("affected", parts.affected),
        ("tell", {k: v for k, v in parts.told.items() if k not in parts.first | parts.affected}),
    )
    return tuple(
        DepartmentShare(
            id=department,
            name=label_phrase(trace.graph.node(department).name),
            role=role,
            count=len(performed.get(department, ())),
            share=len(performed.get(department, ())) / total if total else 0.0,
            elements=tuple(nodes[n].id for n in performed.get(department, ())),
            owns=tuple(nodes[n].id for n in owned.get(department, ())),
            reasons=tuple(reasons[department]),
        )
        for role, reasons in roles
        for department in _ordered(trace.graph, reasons)
    )


def told_of(trace: Trace, parts: Parts) -> tuple[Told, ...]:
    """Return who must be told, in file order."""
    return tuple(
        Told(
            id=department,
            name=label_phrase(trace.graph.node(department).name),
            reasons=tuple(parts.told[department]),
        )
        for department in _ordered(trace.graph, parts.told)
    )


def _first(trace: Trace, parts: Parts) -> None:
    graph = trace.graph
    for start in trace.starts:
        if start.how in ("added", "removed"):
            node = graph.nodes[start.node]
            _name(
                parts.first,
                departments_of(graph, start.node),
                how_told(start.how, name_of(graph, start.node)),
            )
    for legacy in to_renew(trace):
        if legacy.asks:
            _name(parts.first, departments_of(graph, legacy.node), legacy.reason)
    if parts.first:
        return
    for start in trace.starts:
        node = graph.nodes[start.node]
        reason = how_told(start.how, name_of(graph, start.node))
        for number in _keepers(graph, start.node) if node.kind == "promise" else (start.node,):
            if node.kind == "promise":
                reason = Phrase.of(
                    "“{action}” keeps the promise “{promise}”",
                    action=name_of(graph, number),
                    promise=name_of(graph, start.node),
                )
            _name(parts.first, _doers(graph, number), reason)
    if not parts.first:
        _nearest(trace, parts)


def _nearest(trace: Trace, parts: Parts) -> None:
    """Where nobody does or owns what is changed, those nearest to it act first."""
    nearest = 0
    for arrival in sorted(trace.arrivals.values(), key=lambda a: (a.path.hops, a.path.node)):
        if parts.first and arrival.path.hops > nearest:
            return
        nearest = arrival.path.hops
        departments = _doers(trace.graph, arrival.path.node)
        if departments:
            _name(parts.first, departments, path_told(trace.graph, arrival.path))


def _affected(trace: Trace, parts: Parts) -> None:
    graph = trace.graph
    for start in trace.starts:
        departments = _but(_doers(graph, start.node), parts.first)
        _name(parts.affected, departments, how_told(start.how, name_of(graph, start.node)))
    strongest = sorted(
        trace.arrivals.values(), key=lambda a: (-a.path.likelihood, a.path.hops, a.path.node)
    )
    for arrival in strongest:
        departments = _but(departments_of(graph, arrival.path.node), parts.first)
        if departments:
            _name(parts.affected, departments, path_told(graph, arrival.path))


def _funding(trace: Trace, parts: Parts) -> None:
    if trace.change is None:
        return
    scope = trace.graph.scope
    for element, cost in trace.change.cost.items():
        if cost.funded_by is not None:
            payer = one(scope, cost.funded_by, "department")
            name = label_phrase(trace.graph.node(one(scope, element, "any")).name)
            reason = Phrase.of("pays for “{element}”", element=name)
            _name(parts.affected, _but((payer,), parts.first), reason)


def _told(trace: Trace, kinds: Iterable[ChangeKind], parts: Parts) -> None:
    graph = trace.graph
    for promise in promises_at_stake(trace):
        _name(parts.told, owners_of(graph, promise.node), promise.reason)
    asked = tuple(kinds)
    for node in graph.of_kind("department"):
        if isinstance(node.element, Department):
            for kind in asked:
                if kind in node.element.told_of:
                    _name(parts.told, (node.id,), Phrase.of(TOLD_OF[kind]))
    named = {**parts.first, **parts.affected, **parts.told}
    for number in passed(trace):
        reason = Phrase.of(
            "answers for “{element}”, which it passes", element=name_of(graph, number)
        )
        _name(parts.told, _but(owners_of(graph, number), named), reason)


def _keepers(graph: Graph, promise: int) -> Iterator[int]:
    for link in graph.arriving[promise]:
        if graph.links[link].kind == "keeps":
            yield graph.sources[link]


def _doers(graph: Graph, number: int) -> tuple[str, ...]:
    """Return who does an action; of what only the customer does, who serves in its step."""
    found = departments_of(graph, number)
    node = graph.nodes[number]
    if found or node.step is None or node.kind not in ("customer", "evidence"):
        return found
    step = graph.leaving[graph.index[node.step]]
    beside = (graph.targets[link] for link in step if graph.links[link].kind == "contains")
    return tuple(dict.fromkeys(d for n in beside for d in departments_of(graph, n)))


def _tally(trace: Trace) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    performed: dict[str, list[int]] = {}
    owned: dict[str, list[int]] = {}
    graph = trace.graph
    for number in (*trace.numbers, *passed(trace)):
        for link in graph.arriving[number]:
            kind = graph.links[link].kind
            if kind in ("performs", "owns"):
                held = performed if kind == "performs" else owned
                numbers = held.setdefault(graph.links[link].source, [])
                if number not in numbers[-1:]:
                    numbers.append(number)
    return performed, owned


def _name(reasons: Reasons, departments: Iterable[str], reason: Phrase) -> None:
    for department in departments:
        reasons.setdefault(department, {})[reason] = None


def _but(departments: Iterable[str], named: Reasons) -> tuple[str, ...]:
    return tuple(d for d in departments if d not in named)


def _ordered(graph: Graph, reasons: Reasons) -> list[str]:
    return sorted(reasons, key=lambda department: graph.index[department])
