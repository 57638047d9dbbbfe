"""What is to be noted about promises, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.naming import name_of, named, quoted
from blueprint.analysis.promises.breaking import Breaker, behind
from blueprint.analysis.promises.case import Case
from blueprint.analysis.promises.kept import Held, Limits
from blueprint.analysis.promises.unspoken import Unspoken
from blueprint.analysis.promises.words import in_brackets, span_told, target_told
from blueprint.diagnostics import Severity
from blueprint.graph import Graph
from blueprint.model import System
from blueprint.report import Finding
from blueprint.words import Phrase


def findings(
    graph: Graph,
    found: Sequence[Case],
    breakers: Mapping[int, Sequence[Breaker]],
    counted_on: Sequence[Unspoken],
) -> Iterator[Finding]:
    """Go through the findings: promise by promise, then what is shared, then what is missing."""
    for case in found:
        yield from _of_one(graph, case)
    yield from _shared(graph, breakers, len(found))
    yield from _unspoken(graph, counted_on)


def _unspoken(graph: Graph, counted_on: Sequence[Unspoken]) -> Iterator[Finding]:
    """Go through what customers were told, step by step; then say once where else they expect."""
    hint = Phrase.of("promise it, with somebody to keep it, or say what customers may expect")
    told = {entry.step: entry.what for entry in counted_on if entry.kind == "told"}
    for step, what in told.items():
        said = "At {step} customers are told {what}, and no promise says so"
        yield Finding(
            code="promises.unspoken",
            severity="info",
            message=Phrase.of(said, step=quoted(graph, step), what=what),
            about=(graph.nodes[step].id,),
            hint=hint,
        )
    expected = list(dict.fromkeys(entry.step for entry in counted_on if entry.step not in told))
    if expected:
        said = "Customers count on something that nobody promised at {steps}"
        yield Finding(
            code="promises.unspoken",
            severity="info",
            message=Phrase.of(said, steps=named(graph, expected)),
            about=tuple(graph.nodes[step].id for step in expected),
            hint=hint,
        )


def _of_one(graph: Graph, case: Case) -> Iterator[Finding]:
    if case.verdict == "broken":
        yield _found(
            graph,
            case,
            "broken",
            "error",
            Phrase.of("{promise} is not kept", promise=in_brackets(graph, case)),
            Phrase.of("mend what takes longest on the way, or promise what can be kept"),
        )
    elif case.verdict == "tolerated":
        said = Phrase.of(
            "{promise} is kept only within its tolerance", promise=in_brackets(graph, case)
        )
        yield _found(
            graph,
            case,
            "tolerance",
            "warning",
            said,
            Phrase.of("bring it within the target: that is what customers were promised"),
        )
    elif case.verdict == "unknown":
        yield from _unknown(graph, case)
    if case.limits is not None and _is_loose(case):
        said = Phrase.of(
            "The standards of those who keep “{promise}” do not hold it: {allowed}; promised: {target}",
            promise=name_of(graph, case.node),
            allowed=span_told(case.standards, case.limits),
            target=target_told(case.limits) or Phrase.of(""),
        )
        yield _found(
            graph, case, "loose-standard", "warning", said, Phrase.of("tighten the standards")
        )
    if graph.nodes[case.node].department is None:
        said = Phrase.of("Nobody is named who made “{promise}”", promise=name_of(graph, case.node))
        yield _found(
            graph,
            case,
            "no-maker",
            "warning",
            said,
            Phrase.of("name the department that made it"),
        )
    if not case.keepers:
        said = Phrase.of("Nobody is named who keeps “{promise}”", promise=name_of(graph, case.node))
        yield _found(
            graph,
            case,
            "no-keeper",
            "warning",
            said,
            Phrase.of("name the steps or actions that keep it"),
        )
    if case.unread:
        said = Phrase.of(
            "The tolerance of “{promise}” has another unit than its target, and was not used",
            promise=name_of(graph, case.node),
        )
        yield _found(
            graph, case, "tolerance-unit", "warning", said, Phrase.of("write both in the same unit")
        )


def _is_loose(case: Case) -> bool:
    """Tell whether standards alone break a promise, which is kept or nobody can tell."""
    return case.standards.verdict == "broken" and case.verdict != "broken"


def _unknown(graph: Graph, case: Case) -> Iterator[Finding]:
    promise = name_of(graph, case.node)
    if case.limits is None:
        said = Phrase.of(
            "Cannot tell whether “{promise}” is kept: it has no target that can be measured",
            promise=promise,
        )
        yield _found(
            graph,
            case,
            "no-target",
            "warning",
            said,
            Phrase.of("say what is measured, and the most or the least that it may be"),
        )
    elif case.lost:
        said = Phrase.of(
            "Cannot tell whether “{promise}” is kept: no way leads from its first step to its last",
            promise=promise,
        )
        yield _found(
            graph,
            case,
            "no-way",
            "warning",
            said,
            Phrase.of("let the first step lead to the last, or measure it between others"),
        )
    elif not case.limits.of_time:
        yield _no_figure(graph, case, case.limits)
    else:
        nearest = _nearest(case)
        missing = Phrase.of(
            "Cannot tell whether “{promise}” ({target}) is kept: no time is told of {names}",
            promise=promise,
            target=target_told(case.limits) or Phrase.of(""),
            names=named(graph, nearest.missing),
        )
        both = Phrase.of(
            "Cannot tell whether “{promise}” is kept: it depends on how much work goes on side by side",
            promise=promise,
        )
        hint = Phrase.of("write how long the steps take in fact, or how long each action lasts")
        yield _found(graph, case, "no-time", "warning", missing if nearest.missing else both, hint)


def _no_figure(graph: Graph, case: Case, limits: Limits) -> Finding:
    """Say that nothing was measured, or that what was measured does not decide."""
    name = name_of(graph, case.node)
    if case.results.low is None:
        said = Phrase.of(
            "Cannot tell whether “{promise}” is kept: nothing measured can be held against it",
            promise=name,
        )
        hint = Phrase.of("measure it, and write down the result with the number of cases")
    else:
        said = Phrase.of(
            "Cannot tell whether “{promise}” ({target}) is kept: what was measured ({figures}) does not decide it",
            promise=name,
            target=target_told(limits) or Phrase.of(""),
            figures=span_told(case.results, limits),
        )
        hint = Phrase.of("ask more people")
    return _found(graph, case, "no-figure", "warning", said, hint)


def _nearest(case: Case) -> Held:
    """Return the way of looking that misses least, where one misses anything."""
    return min(
        (case.times, case.design),
        key=lambda held: (held.low is None, len(held.missing)),
    )


def _shared(
    graph: Graph, breakers: Mapping[int, Sequence[Breaker]], promises: int
) -> Iterator[Finding]:
    for node, hit in behind(breakers).items():
        element = graph.nodes[node]
        ids = (element.id, *(graph.nodes[promise].id for promise in hit))
        if isinstance(element.element, System) and element.element.legacy:
            yield Finding(
                code="promises.legacy",
                severity="warning",
                message=Phrase.of(
                    "“{system}” is a legacy system and alone would break {names}",
                    system=name_of(graph, node),
                    names=named(graph, hit),
                ),
                about=ids,
                hint=Phrase.of("renew it before the promise is tightened"),
            )
        elif len(hit) > 1:
            yield Finding(
                code="promises.single",
                severity="info",
                message=Phrase.of(
                    "“{name}” alone would break {n} of {m} promises",
                    name=name_of(graph, node),
                    n=len(hit),
                    m=promises,
                ),
                about=ids,
                hint=Phrase.of("plan what is done when it fails"),
            )


def _found(
    graph: Graph, case: Case, what: str, severity: Severity, message: Phrase, hint: Phrase
) -> Finding:
    return Finding(
        code=f"promises.{what}",
        severity=severity,
        message=message,
        about=(graph.nodes[case.node].id, *(graph.nodes[n].id for n in case.keepers)),
        hint=hint,
    )
