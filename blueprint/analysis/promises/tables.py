"""The tables of promises: how they stand, what would break them, whom to tell, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from blueprint.analysis.naming import (
    DEPARTMENT,
    ID,
    NAME,
    WHO,
    name_apart,
    name_of,
    name_of_id,
    table,
    trimmed,
    who,
)
from blueprint.analysis.promises.breaking import Breaker, by_element
from blueprint.analysis.promises.case import Case
from blueprint.analysis.promises.telling import told_of_change
from blueprint.analysis.promises.unspoken import Unspoken
from blueprint.analysis.promises.words import VERDICT, figure, held_told, target_told
from blueprint.analysis.ripple.names import Names
from blueprint.analysis.ripple.words import reasons_in_a_row
from blueprint.graph import Graph
from blueprint.model import Promise, System
from blueprint.report import Cell, Column, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

_PROMISE = Column(key="promise", title=Phrase.of("Promise"))


def stands(graph: Graph, found: Sequence[Case]) -> Table:
    """Return how each promise stands, by every way of looking."""
    names = Names(graph)
    standing = table(
        "promises",
        Phrase.of("Promises"),
        (
            ID,
            Column(key="name", title=Phrase.of("Promise")),
            Column(key="made_by", title=Phrase.of("Made by")),
            Column(key="target", title=Phrase.of("Target")),
            Column(key="tolerance", title=Phrase.of("Tolerance")),
            Column(key="kept_by", title=Phrase.of("Kept by")),
            Column(key="rests_on", title=Phrase.of("At risk when these change")),
            Column(key="verdict", title=Phrase.of("How it stands")),
            Column(key="design", title=Phrase.of("By design")),
            Column(key="standards", title=Phrase.of("By standards")),
            Column(key="times", title=Phrase.of("By actual times")),
            Column(key="results", title=Phrase.of("By measurement")),
        ),
        (_stand(graph, names, case) for case in found),
    )
    return trimmed(standing)


def _stand(graph: Graph, names: Names, case: Case) -> tuple[Cell, ...]:
    node, limits = graph.nodes[case.node], case.limits
    tolerance = figure(limits.tolerance, limits) if limits and limits.tolerance else None
    keepers = listing([name_of(graph, keeper) for keeper in case.keepers])
    return (
        node.id,
        name_of(graph, case.node),
        name_of_id(graph, node.department),
        _target(graph, names, case),
        tolerance,
        keepers if case.keepers else None,
        _rests_on(graph, case),
        VERDICT[case.verdict],
        *(held_told(held, limits) for held in case.held),
    )


def _target(graph: Graph, names: Names, case: Case) -> Phrase | None:
    """Return what is to be reached, and of what where it is no length of time."""
    node, told = graph.nodes[case.node], target_told(case.limits)
    promise = node.element
    if told is None or case.limits is None or case.limits.of_time:
        return told
    if not isinstance(promise, Promise) or promise.target is None:
        return told
    metric = names.one(names.file_of(node), promise.target.measure, "metric")
    measure = label_phrase(promise.target.measure) if metric is None else name_of(graph, metric)
    return Phrase.of("{measure}: {target}", measure=measure, target=told)


def _rests_on(graph: Graph, case: Case) -> Phrase | None:
    """Return the systems and channels of the keepers, which put the promise at risk with them."""
    found = dict.fromkeys(
        graph.targets[link]
        for keeper in case.keepers
        for link in graph.leaving[keeper]
        if graph.links.kinds[link] in ("uses", "via")
    )
    return listing([name_of(graph, node) for node in found]) if found else None


def breaks(graph: Graph, found: Mapping[int, Sequence[Breaker]], most: int) -> Table:
    """Return what would break promises: what would break most of them first."""
    stops: dict[int, dict[int, None]] = {}
    for breakers in found.values():
        for breaker in breakers:
            stops.setdefault(breaker.node, {}).update(dict.fromkeys(breaker.stops))
    order = list(by_element(found).items())[:most]
    breaking = table(
        "breaks",
        Phrase.of("What alone would break a promise"),
        (
            *WHO,
            Column(key="promises", title=Phrase.of("Promises")),
            Column(key="keepers", title=Phrase.of("Stops with it")),
            Column(key="legacy", title=Phrase.of("Due for renewal")),
        ),
        (
            (
                *who(graph, node),
                listing([name_of(graph, promise) for promise in hit]),
                _others(graph, node, stops[node]),
                _legacy(graph, node),
            )
            for node, hit in order
        ),
    )
    return trimmed(breaking)


def _others(graph: Graph, node: int, stopped: Iterable[int]) -> Phrase | None:
    """Return the keepers that stop with an element, itself left out."""
    others = [name_of(graph, keeper) for keeper in stopped if keeper != node]
    return listing(others) if others else None


def _legacy(graph: Graph, node: int) -> bool | None:
    element = graph.nodes[node].element
    return element.legacy if isinstance(element, System) else None


def tells(graph: Graph, found: Sequence[Case]) -> Table:
    """Return whom a change of each promise must be told to, its maker first."""
    return table(
        "tell",
        Phrase.of("Whom a change must be told to"),
        (_PROMISE, DEPARTMENT, Column(key="why", title=Phrase.of("Why"))),
        (
            (name_of(graph, case.node), name_of_id(graph, department), reasons_in_a_row(reasons))
            for case in found
            for department, reasons in told_of_change(graph, case.node, case.keepers).items()
        ),
    )


def without_promise(graph: Graph, found: Sequence[Unspoken]) -> Table:
    """Return what customers count on, or were told, without a promise."""
    kinds = {
        "expected": Phrase.of("expected by customers"),
        "told": Phrase.of("told to customers"),
    }
    return table(
        "unspoken",
        Phrase.of("Counted on without a promise"),
        (
            ID,
            NAME,
            Column(key="kind", title=Phrase.of("Where it comes from")),
            Column(key="what", title=Phrase.of("What is counted on")),
        ),
        (
            (
                graph.nodes[entry.step].id,
                name_apart(graph, entry.step),
                kinds[entry.kind],
                entry.what,
            )
            for entry in found
        ),
    )
