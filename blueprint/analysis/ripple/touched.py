"""What a ripple passes: moments of truth, promises and personas, and legacy to renew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.ripple.change_kinds import subject_of
from blueprint.analysis.ripple.marked import homes_of, marked
from blueprint.analysis.ripple.results import Legacy, Moment, Touched
from blueprint.analysis.ripple.telling import name_of, path_told
from blueprint.analysis.ripple.trace import Trace
from blueprint.analysis.ripple.why import Why
from blueprint.analysis.ripple.words import some_of
from blueprint.graph import Graph
from blueprint.model import System
from blueprint.model.links import ACTIONS
from blueprint.model.parts import MomentOfTruth
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

MOST_PASSED = 3
"""How many elements of a step are named where the ripple passes it."""


@dataclass(frozen=True, slots=True)
class AtStake:
    """A promise or a legacy system that the change concerns, and why.

    Attributes:
        node: Its number.
        reason: One sentence that says it of its maker or owner.
        why: One sentence that says it of itself.
        asks: Whether it is changed itself, or more is asked of it.
    """

    node: int
    reason: Phrase
    why: Phrase
    asks: bool


def passed(trace: Trace) -> tuple[int, ...]:
    """Return the steps and blueprints in which something is changed or reached, in file order."""
    return trace.passed


def promises_at_stake(trace: Trace) -> tuple[AtStake, ...]:
    """Return the promises that are changed, reached, or about something that is changed."""
    graph, why = trace.graph, Why(trace)
    started = {s.node: s for s in trace.starts}
    found = []
    for node in graph.of_kind("promise"):
        number = graph.index[node.id]
        name = name_of(graph, number)
        subject = subject_of(graph, node)
        if number in started:
            said = "made the promise “{promise}”, which is changed"
            if started[number].how == "asked":
                said = "made the promise “{promise}”, which is asked about"
            reason = Phrase.of(said, promise=name)
            found.append(AtStake(number, reason, why.of(number), asks=True))
        elif number in trace.arrivals:
            at_stake = "made the promise “{promise}”, which is at stake: {path}"
            path = why.of(number)
            found.append(
                AtStake(number, Phrase.of(at_stake, promise=name, path=path), path, asks=False)
            )
        elif subject is not None and graph.index[subject.id] in started:
            about = name_of(graph, graph.index[subject.id])
            reason = Phrase.of(
                "made the promise “{promise}” about “{element}”", promise=name, element=about
            )
            itself = Phrase.of("“{promise}” is about “{element}”", promise=name, element=about)
            found.append(AtStake(number, reason, itself, asks=False))
    return tuple(found)


def to_renew(trace: Trace) -> tuple[AtStake, ...]:
    """Return the legacy systems that are changed or reached; what is taken away needs no renewal."""
    graph = trace.graph
    started = {s.node: s.how for s in trace.starts}
    found = []
    for node in graph.of_kind("system"):
        number = graph.index[node.id]
        legacy = isinstance(node.element, System) and node.element.legacy
        if not legacy or started.get(number) == "removed":
            continue
        name = name_of(graph, number)
        if number in started:
            said = "“{system}” is changed, and is a legacy system"
            if started[number] == "asked":
                said = "“{system}” is asked about, and is a legacy system"
            reason = Phrase.of(said, system=name)
            found.append(AtStake(number, reason, reason, asks=True))
        elif number in trace.arrivals:
            arrival = trace.arrivals[number]
            path = path_told(graph, arrival.path)
            reason = Phrase.of("“{system}” is a legacy system: {path}", system=name, path=path)
            found.append(AtStake(number, reason, path, asks=arrival.direction == "demand"))
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
    return tuple(_touched(trace.graph, p.node, "promise", p.why) for p in promises_at_stake(trace))


def moments_of(trace: Trace) -> tuple[Moment, ...]:
    """Return the declared moments of truth in whose step something is changed or reached."""
    graph, why, steps = trace.graph, Why(trace), within_steps(trace)
    declared: dict[int, list[MomentOfTruth]] = {}
    for number, element in marked(graph, homes_of(graph, steps)):
        home = graph.nodes[number].step
        step = number if home is None else graph.index[home]
        here = step in steps and (number == step or number in why)
        if here and element.moment_of_truth is not None:
            declared.setdefault(step, []).append(element.moment_of_truth)
    return tuple(_moment(why, step, steps[step], declared[step]) for step in sorted(declared))


def within_steps(trace: Trace) -> Mapping[int, list[int]]:
    """Return what is changed or reached in each step the ripple passes, in file order."""
    graph = trace.graph
    found: dict[int, list[int]] = {}
    for number in trace.numbers:
        node = graph.nodes[number]
        if node.step is not None and node.kind in ACTIONS:
            found.setdefault(graph.index[node.step], []).append(number)
    started = {start.node for start in trace.starts}
    return {step: found[step] for step in sorted(found) if step not in started}


def it_passes(why: Why, inside: Iterable[int]) -> Phrase:
    """Return why a step is named: what of it is changed or reached, the likeliest first."""
    graph = why.trace.graph
    order = sorted(inside, key=lambda number: (-round(why.likelihood(number), 12), number))
    names = [Phrase.of("“{name}”", name=name_of(graph, number)) for number in order]
    return Phrase.of("it passes {elements}", elements=some_of(names, MOST_PASSED))


def personas_of(trace: Trace) -> tuple[Touched, ...]:
    """Return the personas whose journeys the ripple passes, each once, with these journeys."""
    graph = trace.graph
    found: dict[int, list[Phrase]] = {}
    for number in sorted({*passed(trace), *trace.numbers}):
        for link in graph.leaving[number]:
            if graph.links.kinds[link] == "serves":
                journey = Phrase.of("“{name}”", name=name_of(graph, number))
                found.setdefault(graph.targets[link], []).append(journey)
    return tuple(
        _touched(
            graph,
            persona,
            "persona",
            Phrase.of("goes through {journeys}", journeys=listing(journeys)),
        )
        for persona, journeys in sorted(found.items())
    )


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
                if graph.links.kinds[link] == "moves" and other not in found:
                    reason = Phrase.of(word, element=name_of(graph, number))
                    found[other] = _touched(graph, other, graph.nodes[other].kind, reason)
    return tuple(found[number] for number in sorted(found))


def owners_of(graph: Graph, number: int) -> tuple[str, ...]:
    """Return the departments that answer for an element: its owners, or a promise's maker."""
    links = (link for link in graph.arriving[number] if graph.links.kinds[link] == "owns")
    return tuple(dict.fromkeys(graph.nodes[graph.sources[link]].id for link in links))


def _moment(why: Why, step: int, inside: Sequence[int], moments: list[MomentOfTruth]) -> Moment:
    graph = why.trace.graph
    node, owners = graph.nodes[step], owners_of(graph, step)
    standards = [moment.standard for moment in moments if moment.standard is not None]
    return Moment(
        id=node.id,
        name=name_of(graph, step),
        kind="moment-of-truth",
        department=owners[0] if owners else node.department,
        reason=it_passes(why, inside),
        importance=max((m.importance for m in moments if m.importance is not None), default=None),
        standards=tuple(label_phrase(standard.text) for standard in standards),
    )


def _touched(graph: Graph, number: int, kind: str, reason: Phrase) -> Touched:
    return Touched(
        id=graph.nodes[number].id,
        name=name_of(graph, number),
        kind=kind,
        department=graph.nodes[number].department,
        reason=reason,
    )
