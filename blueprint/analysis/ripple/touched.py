"""What a ripple passes: moments of truth, promises, personas, levers, and legacy to renew."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.analysis.ripple.change_kinds import subject_of
from blueprint.analysis.ripple.results import Legacy, Touched
from blueprint.analysis.ripple.starting import meant_by
from blueprint.analysis.ripple.telling import name_of, path_told
from blueprint.analysis.ripple.trace import Trace
from blueprint.graph import Graph
from blueprint.model import Act, Step, System
from blueprint.model.links import ACTIONS
from blueprint.words import Phrase
from blueprint.words.label import listing


@dataclass(frozen=True, slots=True)
class AtStake:
    """A promise or a legacy system that the change concerns, and why.

    Attributes:
        node: Its number.
        reason: One sentence.
        asks: Whether it is changed itself, or more is asked of it.
    """

    node: int
    reason: Phrase
    asks: bool


def passed(trace: Trace) -> tuple[int, ...]:
    """Return the steps and blueprints in which something is changed or reached, in file order."""
    graph = trace.graph
    homes: set[str] = set()
    for number in trace.numbers:
        node = graph.nodes[number]
        if node.kind in ACTIONS:
            homes |= {home for home in (node.step, node.blueprint) if home is not None}
    return tuple(sorted({graph.index[home] for home in homes} - set(trace.numbers)))


def promises_at_stake(trace: Trace) -> tuple[AtStake, ...]:
    """Return the promises that are changed, reached, or about something that is changed."""
    graph = trace.graph
    started = {s.node: s for s in trace.starts}
    found = []
    for node in graph.of_kind("promise"):
        number = graph.index[node.id]
        subject = subject_of(graph, node)
        if number in started:
            name = name_of(graph, number)
            reason = Phrase.of("made the promise “{promise}”, which is changed", promise=name)
            found.append(AtStake(number, reason, asks=True))
        elif number in trace.arrivals:
            found.append(AtStake(number, _at_stake(trace, number), asks=False))
        elif subject is not None and graph.index[subject.id] in started:
            reason = Phrase.of(
                "made the promise “{promise}” about “{element}”",
                promise=name_of(graph, number),
                element=name_of(graph, graph.index[subject.id]),
            )
            found.append(AtStake(number, reason, asks=False))
    return tuple(found)


def to_renew(trace: Trace) -> tuple[AtStake, ...]:
    """Return the legacy systems that are changed or reached."""
    graph = trace.graph
    started = {s.node for s in trace.starts}
    found = []
    for node in graph.of_kind("system"):
        number = graph.index[node.id]
        if not (isinstance(node.element, System) and node.element.legacy):
            continue
        name = name_of(graph, number)
        if number in started:
            reason = Phrase.of("“{system}” is changed, and is a legacy system", system=name)
            found.append(AtStake(number, reason, asks=True))
        elif number in trace.arrivals:
            arrival = trace.arrivals[number]
            path = path_told(graph, arrival.path)
            reason = Phrase.of("“{system}” is a legacy system: {path}", system=name, path=path)
            found.append(AtStake(number, reason, asks=arrival.direction == "demand"))
    return tuple(found)


def legacy_of(trace: Trace) -> tuple[Legacy, ...]:
    """Return the legacy systems as the report names them."""
    nodes = trace.graph.nodes
    return tuple(
        Legacy(
            id=nodes[entry.node].id,
            name=name_of(trace.graph, entry.node),
            department=nodes[entry.node].department,
            reason=entry.reason,
        )
        for entry in to_renew(trace)
    )


def promises_of(trace: Trace) -> tuple[Touched, ...]:
    """Return the promises as the report names them."""
    return tuple(
        _touched(trace.graph, p.node, "promise", p.reason) for p in promises_at_stake(trace)
    )


def moments_of(trace: Trace) -> tuple[Touched, ...]:
    """Return the declared moments of truth in whose step something is changed or reached."""
    graph = trace.graph
    by_step: dict[str | None, list[int]] = {}
    for number in trace.numbers:
        by_step.setdefault(graph.nodes[number].step, []).append(number)
    found = []
    for step in passed(trace):
        inside = by_step.get(graph.nodes[step].id, [])
        if _declared(graph, step) or any(_declared(graph, n) for n in inside):
            names = listing([Phrase.of("“{name}”", name=name_of(graph, n)) for n in inside])
            reason = Phrase.of("it passes {elements}", elements=names)
            owners = owners_of(graph, step)
            owner = owners[0] if owners else None
            found.append(_touched(graph, step, "moment-of-truth", reason, owner))
    return tuple(found)


def personas_of(trace: Trace) -> tuple[Touched, ...]:
    """Return the personas whose journeys the ripple passes, each once."""
    graph = trace.graph
    found: dict[int, Touched] = {}
    homes = {*passed(trace), *trace.numbers}
    for number in sorted(homes):
        for link in graph.leaving[number]:
            if graph.links[link].kind == "serves" and graph.targets[link] not in found:
                reason = Phrase.of("“{journey}” is their journey", journey=name_of(graph, number))
                persona = graph.targets[link]
                found[persona] = _touched(graph, persona, "persona", reason)
    return tuple(found[number] for number in sorted(found))


def others_touched(trace: Trace) -> tuple[Touched, ...]:
    """Return the levers that act on what is reached, and what a changed lever acts on."""
    graph = trace.graph
    found: dict[int, Touched] = {}
    for number in trace.numbers:
        for end, at, word in (
            (graph.sources, graph.arriving, "acts on “{element}”"),
            (graph.targets, graph.leaving, "“{element}” acts on it"),
        ):
            for link in at[number]:
                other = end[link]
                if graph.links[link].kind == "moves" and other not in found:
                    reason = Phrase.of(word, element=name_of(graph, number))
                    found[other] = _touched(graph, other, graph.nodes[other].kind, reason)
    for ref in trace.change.moves if trace.change is not None else ():
        metric = graph.index[meant_by(graph, ref).id]
        found.setdefault(metric, _touched(graph, metric, "metric", Phrase.of("it should move")))
    return tuple(found[number] for number in sorted(found))


def owners_of(graph: Graph, number: int) -> tuple[str, ...]:
    """Return the departments that answer for an element: its owners, or a promise's maker."""
    links = (link for link in graph.arriving[number] if graph.links[link].kind == "owns")
    return tuple(dict.fromkeys(graph.nodes[graph.sources[link]].id for link in links))


def _declared(graph: Graph, number: int) -> bool:
    element = graph.nodes[number].element
    return isinstance(element, (Step, Act)) and element.moment_of_truth is not None


def _touched(
    graph: Graph, number: int, kind: str, reason: Phrase, department: str | None = None
) -> Touched:
    node = graph.nodes[number]
    return Touched(
        id=node.id,
        name=name_of(graph, number),
        kind=kind,
        department=department or node.department,
        reason=reason,
    )


def _at_stake(trace: Trace, number: int) -> Phrase:
    return Phrase.of(
        "made the promise “{promise}”, which is at stake: {path}",
        promise=name_of(trace.graph, number),
        path=path_told(trace.graph, trace.arrivals[number].path),
    )
