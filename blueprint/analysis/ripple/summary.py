"""What a ripple says in a few sentences, what is to be noted, and what it lights up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from blueprint.analysis.ripple.efforts import total_told
from blueprint.analysis.ripple.how import How
from blueprint.analysis.ripple.results import Element, RippleReport
from blueprint.analysis.ripple.strength import Arrival
from blueprint.analysis.ripple.trace import Trace
from blueprint.analysis.ripple.words import how_told, reasons_in_a_row, some_of
from blueprint.graph import Graph
from blueprint.report import Finding, Mark, Overlay, Role
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

MOST_TOLD = 8
"""How many names a sentence of the summary has; the report has them all."""

_ROLE: Mapping[How, Role] = {"added": "added", "removed": "removed"}
"""How a start is marked that is more than changed."""


def title_of_ripple(trace: Trace) -> Phrase:
    """Return the report's heading: the change's own words, else what was asked."""
    if trace.change is not None:
        return Phrase.of("Ripple of “{change}”", change=label_phrase(trace.change.change))
    graph = trace.graph
    named = dict.fromkeys(start.asked for start in trace.starts)
    names = [label_phrase(graph.node(asked).name) for asked in named]
    return Phrase.of("Ripple from “{elements}”", elements=listing(names))


def summary_of(report: RippleReport, trace: Trace) -> tuple[Phrase, ...]:
    """Return the answer in a few sentences: how far, who first, who else, who is told."""
    return (*_how_far(report, trace), *_whom(report))


def _how_far(report: RippleReport, trace: Trace) -> Iterator[Phrase]:
    if not trace.arrivals:
        yield Phrase.of("It reaches nothing.")
        return
    yield Phrase.of(
        "Elements reached: {n}; links to the farthest: {hops}.",
        n=len(trace.arrivals),
        hops=max(arrival.fewest for arrival in trace.arrivals.values()),
    )
    filters = report.filters
    if filters.lanes or filters.departments or filters.least > 0:
        yield Phrase.of("Listed: {n} of {m}.", n=filters.listed, m=filters.reached)


def _whom(report: RippleReport) -> Iterator[Phrase]:
    later = any((d.turn or 1) > 1 for d in report.first_to_act)
    for template, names in (
        ("First to act: {names}.", [d.name for d in report.first_to_act]),
        (
            "Can start at once: {names}.",
            [d.name for d in report.first_to_act if later and d.turn == 1],
        ),
        ("Also affected: {names}.", [d.name for d in report.also_affected]),
        ("To be told: {names}.", [d.name for d in report.to_be_told]),
        ("New: {names}.", [_quoted(a.name) for a in report.added]),
        ("Legacy to renew: {names}.", [_quoted(s.name) for s in report.legacy_systems]),
        ("Cost in all: {names}.", [total_told(t) for t in report.totals if t.all]),
        ("Promises at stake: {names}.", [_quoted(p.name) for p in report.promises]),
        ("Moments of truth: {names}.", [_quoted(m.name) for m in report.moments_of_truth]),
        ("Personas: {names}.", [_quoted(p.name) for p in report.personas]),
        ("Knowledge articles to revise: {names}.", [_quoted(a.name) for a in report.articles]),
        ("Metrics that should move: {names}.", [_quoted(m.name) for m in report.metrics]),
    ):
        if names:
            yield Phrase.of(template, names=some_of(names, MOST_TOLD))


def noted(report: RippleReport) -> tuple[Finding, ...]:
    """Return what deserves a second look: promises nobody made, work nobody does, legacy."""
    return tuple(_notes(report))


def _notes(report: RippleReport) -> Iterator[Finding]:
    for promise in report.promises:
        if promise.department is None:
            yield Finding(
                code="ripple.promise-untold",
                severity="warning",
                message=Phrase.of(
                    "“{promise}” is at stake, and nobody is named who made it and must be told",
                    promise=promise.name,
                ),
                about=(promise.id,),
                hint=Phrase.of("write made_by: on the promise"),
            )
    for system in report.legacy_systems:
        yield Finding(
            code="ripple.legacy",
            severity="warning",
            message=system.reason,
            about=(system.id,),
            hint=Phrase.of("plan its renewal with the change"),
        )
    unowned = [e for e in (*report.added, *report.reached) if _unowned(e)]
    if unowned:
        yield Finding(
            code="ripple.unowned",
            severity="info",
            message=Phrase.of(
                "Elements it concerns that no department does or owns: {n}.",
                n=len(unowned),
            ),
            about=tuple(element.id for element in unowned),
        )


def _unowned(element: Element) -> bool:
    kinds = ("frontstage", "backstage", "support", "other", "system")
    return element.department is None and element.kind in kinds


def overlay_of(report: RippleReport, graph: Graph, listed: Iterable[Arrival]) -> Overlay:
    """Return what to light up: starts, what is reached by hop, who is told, what is touched."""
    marks: dict[str, Mark] = {}
    for start in (*report.start, *report.added):
        note, role = how_told(start.how, start.name), _ROLE.get(start.how, "start")
        badge = "0" if role == "start" else ""
        mark = Mark(role=role, badge=badge, note=note, strength=1.0, hops=0)
        _mark(marks, graph, start.id, mark)
    for element in report.reached:
        mark = Mark(
            role="reached",
            badge=str(element.hops),
            note=element.sentence,
            strength=element.likelihood,
            hops=element.hops,
        )
        _mark(marks, graph, element.id, mark)
    for told in report.to_be_told:
        _mark(marks, graph, told.id, Mark(role="tell", note=reasons_in_a_row(told.reasons)))
    for touched in (*report.moments_of_truth, *report.promises, *report.personas, *report.touched):
        _mark(marks, graph, touched.id, Mark(role="touch", note=touched.reason))
    links = _strengths(graph, listed)
    return Overlay(
        title=report.title, elements=marks, links=tuple(links), strengths=tuple(links.values())
    )


def _strengths(graph: Graph, listed: Iterable[Arrival]) -> dict[tuple[str, str], float]:
    """Return how likely a change comes to the far end of each link, by the strongest path."""
    strengths: dict[tuple[str, str], float] = {}
    met: set[tuple[int, int]] = set()
    for arrival in listed:
        routes, label = arrival.path.routes, arrival.path.label
        paths = routes.found
        fresh: list[int] = []
        while paths.hops[label] and (id(routes), label) not in met:
            met.add((id(routes), label))
            fresh.append(label)
            label = paths.before[label]
        for label in reversed(fresh):
            link = graph.links[paths.network.links[paths.arcs[label]]]
            ends = (link.source, link.target)
            strengths[ends] = max(paths.likelihoods[label], strengths.get(ends, 0.0))
    return strengths


def _mark(marks: dict[str, Mark], graph: Graph, element: str, mark: Mark) -> None:
    """Mark an element, and every other card that is the same thing; the first mark stays."""
    node = graph.node(element)
    for card in (node.id, *node.same):
        marks.setdefault(card, mark)


def _quoted(name: Phrase) -> Phrase:
    return Phrase.of("“{name}”", name=name)
