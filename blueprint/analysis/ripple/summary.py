"""What a ripple says in a few sentences, what is to be noted, and what it lights up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.later import LaterAll, LaterMap
from blueprint.analysis.marking import light
from blueprint.analysis.ripple.efforts import total_told
from blueprint.analysis.ripple.how import How
from blueprint.analysis.ripple.results import RippleReport
from blueprint.analysis.ripple.strength import Arrival
from blueprint.analysis.ripple.trace import Trace
from blueprint.analysis.ripple.words import how_told, reasons_in_a_row, some_of
from blueprint.graph import Graph
from blueprint.report import Finding, Mark, Overlay, Role
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

MOST_TOLD = 8
"""How many names a sentence of the summary has; the report has them all."""

_DONE = frozenset({"frontstage", "backstage", "support", "other", "system"})
"""The kinds of element that some department should do or own."""

_ROLE: Mapping[How, Role] = {"added": "added", "removed": "removed"}
"""How a start is marked that is more than changed."""


def title_of_ripple(trace: Trace) -> Phrase:
    """Return the report's heading: the change's own words, else what was asked."""
    if trace.change is not None:
        return Phrase.of("Ripple of “{change}”", change=label_phrase(trace.change.change))
    graph = trace.graph
    named = dict.fromkeys(start.asked for start in trace.starts)
    names = [_quoted(label_phrase(graph.node(asked).name)) for asked in named]
    return Phrase.of("Ripple from {elements}", elements=some_of(names, MOST_TOLD))


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


def noted(report: RippleReport, graph: Graph, listed: Sequence[Arrival]) -> tuple[Finding, ...]:
    """Return what deserves a second look: promises nobody made, work nobody does, legacy.

    Args:
        report: What is told so far.
        graph: The graph.
        listed: How the ripple came to what is listed.
    """
    return (*_notes(report), *_undone(report, graph, listed))


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
    hint = Phrase.of("plan its renewal with the change")
    for system in report.legacy_systems:
        yield Finding(
            code="ripple.legacy",
            severity="warning",
            message=system.reason,
            about=(system.id,),
            hint=Phrase.of("plan its renewal") if report.only_asked else hint,
        )


def _undone(report: RippleReport, graph: Graph, listed: Sequence[Arrival]) -> Iterator[Finding]:
    """Note what nobody does or owns of all that is added or reached and listed."""
    nodes, kinds = graph.nodes, graph.nodes.kinds
    numbers = (*(graph.index[a.id] for a in report.added), *(a.path.node for a in listed))
    unowned = [nodes[n].id for n in numbers if kinds[n] in _DONE and nodes[n].department is None]
    if unowned:
        yield Finding(
            code="ripple.unowned",
            severity="info",
            message=Phrase.of(
                "Elements it concerns that no department does or owns: {n}.",
                n=len(unowned),
            ),
            about=tuple(unowned),
        )


def overlay_of(report: RippleReport, graph: Graph, listed: Sequence[Arrival]) -> Overlay:
    """Return what to light up, when somebody looks at it: elements, and links with strengths."""
    strengths = LaterMap(lambda: _strengths(graph, listed))
    return Overlay(
        title=report.title,
        elements=LaterMap(lambda: _marks(report, graph)),
        links=LaterAll(lambda: strengths),
        strengths=LaterAll(strengths.values),
    )


def _marks(report: RippleReport, graph: Graph) -> Mapping[str, Mark]:
    """Return starts, what is reached by hop, who is told, and what is touched."""
    marks: dict[str, Mark] = {}
    for start in (*report.start, *report.added):
        note, role = how_told(start.how, start.name), _ROLE.get(start.how, "start")
        badge = "0" if role == "start" else ""
        mark = Mark(role=role, badge=badge, note=note, strength=1.0, hops=0)
        light(marks, graph, graph.index[start.id], mark)
    for element in report.reached:
        mark = Mark(
            role="reached",
            badge=str(element.hops),
            note=element.sentence,
            strength=element.likelihood,
            hops=element.hops,
        )
        light(marks, graph, graph.index[element.id], mark)
    for told in report.to_be_told:
        light(
            marks,
            graph,
            graph.index[told.id],
            Mark(role="tell", note=reasons_in_a_row(told.reasons)),
        )
    for touched in (*report.moments_of_truth, *report.promises, *report.personas, *report.touched):
        light(marks, graph, graph.index[touched.id], Mark(role="touch", note=touched.reason))
    return marks


def _strengths(graph: Graph, listed: Sequence[Arrival]) -> dict[tuple[str, str], float]:
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


def _quoted(name: Phrase) -> Phrase:
    return Phrase.of("“{name}”", name=name)
