"""Who acts first, who else is affected, and who must be told of a change, each with why.

First to act are the departments of what is added, removed or renewed (a legacy system that
more is asked of), or where there is none, of what is changed: of a promise, its keepers.
Among them, whoever waits for nobody else's part of it can start at once. Also affected are the
departments of everything else that is changed or reached, and whoever pays. To be told are the makers of promises that are changed or reached, everybody who asked
to be told of such changes, and whoever answers for a step or a blueprint the ripple passes
without being named already.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from blueprint.analysis.later import Later
from blueprint.analysis.ripple.apply_change import one
from blueprint.analysis.ripple.change_kinds import ChangeKind
from blueprint.analysis.ripple.lists import Waits, Work
from blueprint.analysis.ripple.results import DepartmentShare, Part, Told
from blueprint.analysis.ripple.routes import Path
from blueprint.analysis.ripple.strength import Arrival
from blueprint.analysis.ripple.telling import name_of, path_told, telling_of
from blueprint.analysis.ripple.touched import owners_of, passed, promises_at_stake, to_renew
from blueprint.analysis.ripple.trace import Trace
from blueprint.analysis.ripple.turns import turns_of
from blueprint.analysis.ripple.why import Why
from blueprint.analysis.ripple.words import how_told, must_hear_of
from blueprint.graph import Direction, Graph
from blueprint.model import Department
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

Telling = tuple[Direction, int]
"""The direction of a path and the number of its words, the same for paths told alike."""

Reasons = dict[str, dict[Phrase | Telling, Phrase | Path]]
"""Department id to the sentences or paths why it is named, in order and each once."""

Acting = tuple[int, tuple[str, ...], Phrase]
"""Something that is to be done, who does it, and why."""

_ONLY_TOLD = frozenset({"promise", "step", "blueprint"})
"""The kinds of element whose owners do nothing with them themselves."""

FAR = 50
"""How many links back a path is searched for an earlier element of the same department."""


@dataclass(slots=True)
class Parts:
    """Departments by what they have to do with a change, each with its reasons.

    Attributes:
        first: Who acts first.
        work: What each of these has to add, remove, renew or change.
        affected: Who else is affected.
        told: Who must be told.
    """

    first: Reasons = field(default_factory=dict)
    work: dict[str, dict[int, None]] = field(default_factory=dict)
    affected: Reasons = field(default_factory=dict)
    told: Reasons = field(default_factory=dict)


def departments_of(graph: Graph, number: int) -> tuple[str, ...]:
    """Return who performs an action or owns a system or article; a promise's maker is told."""
    if graph.nodes.kinds[number] in _ONLY_TOLD:
        return ()
    links = (
        link for link in graph.arriving[number] if graph.links.kinds[link] in ("performs", "owns")
    )
    return tuple(dict.fromkeys(graph.nodes[graph.sources[link]].id for link in links))


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
    turns = turns_of(trace.graph, parts.work, frozenset(trace.numbers))
    why = Why(trace)
    roles: tuple[tuple[Part, Reasons], ...] = (
        ("first", parts.first),
        ("affected", parts.affected),
        ("tell", {k: v for k, v in parts.told.items() if k not in parts.first | parts.affected}),
    )
    return tuple(
        _share(why, department, role, reasons[department], does, answers, total, turns)
        for role, reasons in roles
        for department in _ordered(trace.graph, reasons)
        for does, answers in [(performed.get(department, []), owned.get(department, []))]
    )


def _share(
    why: Why,
    department: str,
    role: Part,
    reasons: Mapping[Phrase | Telling, Phrase | Path],
    does: Sequence[int],
    answers: Sequence[int],
    total: int,
    turns: Mapping[str, tuple[int, tuple[Waits, ...]]],
) -> DepartmentShare:
    nodes = why.trace.graph.nodes
    held = [number for number in (*does, *answers) if number in why]
    doing = frozenset(does)
    order = sorted(held, key=lambda n: (n not in doing, -round(why.likelihood(n), 12), n))
    turn, waits = turns.get(department, (None, ())) if role == "first" else (None, ())
    return DepartmentShare(
        id=department,
        name=label_phrase(why.trace.graph.node(department).name),
        role=role,
        turn=turn,
        waits_for=waits,
        count=len(does),
        share=len(does) / total if total else 0.0,
        likelihood=max((why.likelihood(n) for n in held), default=None),
        risk=max((why.risk(n) for n in held), default=None),
        elements=Later(len(does), lambda place: nodes[does[place]].id),
        owns=Later(len(answers), lambda place: nodes[answers[place]].id),
        work=Later(len(order), lambda place: _work(why, order[place], doing)),
        reasons=_said(why.trace.graph, reasons),
    )


def _said(graph: Graph, reasons: Mapping[Phrase | Telling, Phrase | Path]) -> Sequence[Phrase]:
    """Return reasons as sentences; that of a path is made when somebody looks at it."""
    entries = tuple(reasons.values())

    def sentence(place: int) -> Phrase:
        reason = entries[place]
        return reason if isinstance(reason, Phrase) else path_told(graph, reason)

    return Later(len(entries), sentence)


def _work(why: Why, number: int, does: Collection[int]) -> Work:
    graph = why.trace.graph
    return Work(
        id=graph.nodes[number].id,
        name=name_of(graph, number),
        coming=why.coming(number),
        owned=number not in does,
        likelihood=why.likelihood(number),
    )


def told_of(trace: Trace, parts: Parts) -> tuple[Told, ...]:
    """Return who must be told, in file order."""
    return tuple(
        Told(
            id=department,
            name=label_phrase(trace.graph.node(department).name),
            reasons=_said(trace.graph, parts.told[department]),
        )
        for department in _ordered(trace.graph, parts.told)
    )


def _first(trace: Trace, parts: Parts) -> None:
    for found in (_asked_for(trace), _changed(trace), _nearest(trace)):
        for number, departments, reason in found:
            _name(parts.first, departments, reason)
            for department in departments:
                parts.work.setdefault(department, {})[number] = None
        if parts.first:
            return


def _asked_for(trace: Trace) -> Iterator[Acting]:
    """Go through what is added, removed or renewed."""
    graph = trace.graph
    for start in trace.starts:
        if start.how in ("added", "removed"):
            reason = how_told(start.how, name_of(graph, start.node))
            yield start.node, departments_of(graph, start.node), reason
    for legacy in to_renew(trace):
        if legacy.asks:
            yield legacy.node, departments_of(graph, legacy.node), legacy.reason


def _changed(trace: Trace) -> Iterator[Acting]:
    """Go through what is changed; of a promise, through what keeps it."""
    graph = trace.graph
    for start in trace.starts:
        name = name_of(graph, start.node)
        if graph.nodes[start.node].kind != "promise":
            yield start.node, _doers(graph, start.node), how_told(start.how, name)
            continue
        for keeper in _keepers(graph, start.node):
            said = "“{action}” keeps the promise “{promise}”"
            reason = Phrase.of(said, action=name_of(graph, keeper), promise=name)
            yield keeper, _doers(graph, keeper), reason


def _nearest(trace: Trace) -> Iterator[Acting]:
    """Where nobody does or owns what is changed, go through what is nearest to it."""
    nearest = None
    for arrival in sorted(trace.arrivals.values(), key=lambda a: (a.path.hops, a.node)):
        if nearest is not None and arrival.path.hops > nearest:
            return
        departments = _doers(trace.graph, arrival.node)
        if departments:
            nearest = arrival.path.hops
            yield arrival.node, departments, path_told(trace.graph, arrival.path)


def _affected(trace: Trace, parts: Parts) -> None:
    graph = trace.graph
    for start in trace.starts:
        departments = _but(_doers(graph, start.node), parts.first)
        _name(parts.affected, departments, how_told(start.how, name_of(graph, start.node)))
    kinds = graph.nodes.kinds

    def of(number: int) -> tuple[str, ...]:
        return () if kinds[number] in _ONLY_TOLD else trace.departments(number)

    for arrival in trace.ranked:
        departments = _but(of(arrival.node), parts.first)
        fresh = [d for d in departments if not _told_before(d, arrival, of)]
        if fresh:
            key = (arrival.direction, telling_of(graph, arrival.path))
            for department in fresh:
                parts.affected.setdefault(department, {}).setdefault(key, arrival.path)


def _told_before(department: str, arrival: Arrival, of: Callable[[int], tuple[str, ...]]) -> bool:
    """Tell whether a path passes an element of the department, whose own path says why."""
    paths = arrival.path.routes.found
    label = arrival.path.label
    for _ in range(min(paths.hops[label], FAR) - 1):
        label = paths.before[label]
        if department in of(paths.nodes[label]):
            return True
    return False


def _funding(trace: Trace, parts: Parts) -> None:
    if trace.change is None:
        return
    graph = trace.graph
    paid: dict[str, list[Phrase]] = {}
    for element, cost in trace.change.cost.items():
        if cost.funded_by is not None:
            payer = one(graph.scope, cost.funded_by, "department")
            name = label_phrase(graph.node(one(graph.scope, element, "any")).name)
            paid.setdefault(payer, []).append(Phrase.of("“{name}”", name=name))
    for payer, names in paid.items():
        reason = Phrase.of("pays for {elements}", elements=listing(names))
        _name(parts.affected, _but((payer,), parts.first), reason)


def _told(trace: Trace, kinds: Iterable[ChangeKind], parts: Parts) -> None:
    graph = trace.graph
    for promise in promises_at_stake(trace):
        _name(parts.told, owners_of(graph, promise.node), promise.reason)
    asked = tuple(kinds)
    for node in graph.of_kind("department"):
        if isinstance(node.element, Department):
            heard = [kind for kind in asked if kind in node.element.told_of]
            if heard:
                _name(parts.told, (node.id,), must_hear_of(heard))
    named = {**parts.first, **parts.affected, **parts.told}
    for number in passed(trace):
        reason = Phrase.of(
            "answers for “{element}”, which it passes", element=name_of(graph, number)
        )
        _name(parts.told, _but(owners_of(graph, number), named), reason)


def _keepers(graph: Graph, promise: int) -> Iterator[int]:
    for link in graph.arriving[promise]:
        if graph.links.kinds[link] == "keeps":
            yield graph.sources[link]


def _doers(graph: Graph, number: int) -> tuple[str, ...]:
    """Return who does an action; of what only the customer does, who serves in its step."""
    found = departments_of(graph, number)
    node = graph.nodes[number]
    if found or node.step is None or node.kind not in ("customer", "evidence"):
        return found
    step = graph.leaving[graph.index[node.step]]
    beside = (graph.targets[link] for link in step if graph.links.kinds[link] == "contains")
    return tuple(dict.fromkeys(d for n in beside for d in departments_of(graph, n)))


def _tally(trace: Trace) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    performed: dict[str, list[int]] = {}
    owned: dict[str, list[int]] = {}
    for number, holders in trace.holders.items():
        for kind, who in holders:
            numbers = (performed if kind == "performs" else owned).setdefault(who, [])
            if number not in numbers[-1:]:
                numbers.append(number)
    return performed, owned


def _name(reasons: Reasons, departments: Iterable[str], reason: Phrase) -> None:
    for department in departments:
        reasons.setdefault(department, {}).setdefault(reason, reason)


def _but(departments: Iterable[str], named: Reasons) -> tuple[str, ...]:
    return tuple(d for d in departments if d not in named)


def _ordered(graph: Graph, reasons: Reasons) -> list[str]:
    return sorted(reasons, key=lambda department: graph.index[department])
