"""How sure each claim about the service is, why not surer, and what to observe next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.evidence.claims import (
    GRADES,
    Claim,
    Confidence,
    Flag,
    Judging,
    by_confidence,
    claims,
)
from blueprint.analysis.evidence.methods import WAYS
from blueprint.analysis.evidence.next_steps import Next, next_steps
from blueprint.analysis.evidence.tables import (
    CONFIDENCE,
    FLAG,
    asserted,
    found_by,
    to_observe,
    ways,
)
from blueprint.analysis.marking import light
from blueprint.analysis.naming import MOST_NAMED, filled, named, quoted, trimmed
from blueprint.analysis.service import declared_moments, on_cards
from blueprint.analysis.written import day_of, told_count
from blueprint.diagnostics import Severity
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Chart, Finding, Mark, Method, Overlay, Point, Report, Series
from blueprint.words import Phrase
from blueprint.words.label import listing

_TWO_YEARS = 730
_MOST_DAYS = 36_500
_UNSURE: frozenset[Confidence] = frozenset({"low", "very-low"})


def evidence(
    graph: Graph,
    *,
    as_of: str | None = None,
    old_after: int = _TWO_YEARS,
    against: Sequence[str] = (),
    most: int = 20,
) -> Report:
    """Return how sure each claim is, by which methods, and what to observe next.

    A claim is all that observations and results say of one element. It starts at high and
    loses a grade for each of these: no method named, self-report only, focus groups only, a
    single source, old, a convenience sample, findings that contradict each other. Nothing
    raises it again.

    Args:
        graph: The graph.
        as_of: The day to judge by, such as ``2026-03-01``; never the clock. Without it,
            nothing is called old.
        old_after: After how many days findings are old.
        against: Ids of observations that contradict what else is said of the same element;
            words alone cannot be compared.
        most: How many things to observe next are listed.

    Raises:
        BlueprintError: ``as_of`` is no day, ``old_after`` not 1 to 36,500, ``most`` not 1 or
            more, or an id in ``against`` is no observation.
    """
    if not 1 <= old_after <= _MOST_DAYS:
        raise BlueprintError(Phrase.of("the option “old_after” is 1 to 36,500 days"))
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    opposed = frozenset(against)
    found = claims(graph, Judging(as_of=day_of(as_of), old_after=old_after, against=opposed))
    unknown = opposed - {item.id for claim in found for item in claim.items}
    if unknown:
        raise BlueprintError(Phrase.of("“{id}” is no observation", id=min(unknown)))
    coming = next_steps(graph, found)
    return Report(
        name="evidence",
        title=Phrase.of("How sure we are"),
        method=_method(found, as_of, old_after),
        summary=tuple(_sentences(graph, found, coming)),
        findings=tuple(_findings(graph, found, coming)),
        tables=filled(
            trimmed(asserted(graph, found)),
            trimmed(found_by(graph, found)),
            ways(found),
            to_observe(graph, coming, most),
        ),
        charts=tuple(_charts(found)),
        overlay=_overlay(graph, found, coming),
    )


def _method(found: Sequence[Claim], as_of: str | None, old_after: int) -> Method:
    cannot = [Phrase.of("whether findings in different words agree: compare them")]
    assumptions = [
        Phrase.of(
            "a claim is all that is said of one element; findings without a source of their own count as one each"
        ),
        Phrase.of("diaries count neither as self-report nor as observation"),
    ]
    if as_of is None:
        cannot.insert(0, Phrase.of("which findings are old: no day to judge by was given"))
    else:
        said = "old on {day}: nothing newer than {n} days"
        assumptions.insert(0, Phrase.of(said, day=as_of, n=old_after))
    return Method(
        name="evidence",
        source=Phrase.of("defined here: confidence starts high and is lowered by a declared rule; triangulation of methods"),
        formula=Phrase.of(
            "confidence = high, a grade lower for each of: no method named, self-report only, "
            "focus group only, single source, old, convenience sample, findings that contradict "
            "each other; never below very low"
        ),
        scale=Phrase.of("high, moderate, low, very low"),
        direction=Phrase.of("lower: less sure; nothing raises a grade"),
        n=sum(len(claim.items) for claim in found),
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )  # fmt: skip


def _sentences(graph: Graph, found: Sequence[Claim], coming: Sequence[Next]) -> Iterator[Phrase]:
    if not found:
        yield Phrase.of(
            "No observation and no result is written down: nothing here rests on research."
        )
    else:
        yield from _claims_told(found)
    moments = declared_moments(graph)
    bare = [entry.node for entry in coming if entry.why == "moment"]
    if moments and not bare:
        yield Phrase.of("There is evidence on every moment of truth.")
    elif moments:
        said = "Moments of truth with no evidence at all: {n} of {m}."
        yield Phrase.of(said, n=len(bare), m=len(moments))
    if coming:
        first = coming[0]
        said = "To find out about next: {n} things, first of all {name}: {how}."
        if len(coming) == 1:
            said = "To find out about next: {name}: {how}."
        yield Phrase.of(said, n=len(coming), name=quoted(graph, first.node), how=first.how)


def _claims_told(found: Sequence[Claim]) -> Iterator[Phrase]:
    grades = by_confidence(found)
    told = [
        Phrase.of("{n} of {grade} confidence", grade=CONFIDENCE[grade], n=grades[grade])
        for grade in GRADES
        if grades[grade]
    ]
    all_of_them = told_count(len(found), "1 claim", "{n} claims")
    yield Phrase.of("{claims}: {grades}.", claims=all_of_them, grades=listing(told))
    watched = sum(1 for claim in found if claim.watched)
    said = "Known to rest on what somebody watched or counted: {n} of {claims}."
    yield Phrase.of(said, n=watched, claims=all_of_them)
    alone = sum(1 for claim in found if "self-report-only" in claim.flags)
    if alone:
        said = "Resting on self-report only: {n} of {claims}."
        yield Phrase.of(said, n=alone, claims=all_of_them)


_WARNED: tuple[Flag, ...] = (
    "dissonance", "self-report-only", "focus-group-only", "old", "convenience-sample",
)  # fmt: skip
_NOTED: tuple[Flag, ...] = ("no-method", "single-source", "no-observation")

_SAYS_MORE: Mapping[Flag, set[Flag]] = {
    "self-report-only": {"focus-group-only"},
    "no-observation": {"self-report-only"},
}
"""What need not be found where something else says it, and more."""

_SAID: Mapping[Flag, str] = {
    "dissonance": "Findings contradict each other about {elements}",
    "self-report-only": "What is said of {elements} rests on self-report only",
    "focus-group-only": "What is said of {elements} rests on focus groups only",
    "old": "What is said of {elements} is old",
    "convenience-sample": "What is said of {elements} rests on convenience samples only",
    "no-method": "No method is named for what is said of {elements}",
    "single-source": "What is said of {elements} comes from a single source",
    "no-observation": "Nobody has watched or counted what is said of {elements}",
}

_HINT: Mapping[Flag, Phrase] = {
    "dissonance": Phrase.of("find out why before anybody acts on either"),
    "self-report-only": Phrase.of("watch customers too, or look at figures, and add what you find"),
    "focus-group-only": Phrase.of("ask people one by one, and watch them"),
    "old": Phrase.of("find it again"),
    "convenience-sample": Phrase.of("ask a random sample"),
    "no-method": Phrase.of(
        "name the method: {methods}", methods=listing([way.name for way in WAYS.values()])
    ),
    "single-source": Phrase.of("add a second source, by another method"),
    "no-observation": Phrase.of("watch customers, or look at figures of what they do"),
}


def _findings(graph: Graph, found: Sequence[Claim], coming: Sequence[Next]) -> Iterator[Finding]:
    for flag in _WARNED:
        yield from _flagged(graph, found, flag, "warning")
    bare = [entry.node for entry in coming if entry.why == "moment"]
    if bare:
        yield Finding(
            code="evidence.nothing",
            severity="warning" if found else "info",
            message=Phrase.of(
                "Nothing is known from research of moments of truth: {names}",
                names=named(graph, bare),
            ),
            about=tuple(graph.nodes[node].id for node in bare),
            hint=Phrase.of("watch customers there, and write down what you see"),
        )
    for flag in _NOTED:
        yield from _flagged(graph, found, flag, "info")
    felt = [entry.node for entry in coming if entry.why == "felt"]
    if felt:
        yield Finding(
            code="evidence.unbacked",
            severity="info",
            message=Phrase.of(
                "Figures of experience that no research backs: {names}", names=named(graph, felt)
            ),
            about=tuple(graph.nodes[node].id for node in felt),
            hint=Phrase.of("write down the research they come from"),
        )


def _flagged(
    graph: Graph, found: Sequence[Claim], flag: Flag, severity: Severity
) -> Iterator[Finding]:
    """Say of which claims something holds, unless another flag of theirs says as much."""
    said = [c for c in found if flag in c.flags and not _SAYS_MORE.get(flag, set()) & set(c.flags)]
    if not said:
        return
    nodes = [claim.node for claim in said if claim.node is not None]
    alone = [claim.items[0].told for claim in said if claim.node is None]
    names = [
        *(quoted(graph, node) for node in nodes[:MOST_NAMED]),
        *(Phrase.of("“{name}”", name=told) for told in alone[: max(0, MOST_NAMED - len(nodes))]),
    ]
    told, more = listing(names), len(said) - len(names)
    yield Finding(
        code=f"evidence.{flag}",
        severity=severity,
        message=Phrase.of(
            _SAID[flag],
            elements=Phrase.of("{names} and {n} more", names=told, n=more) if more else told,
        ),
        about=tuple(graph.nodes[node].id for node in nodes),
        hint=_HINT[flag],
    )


def _charts(found: Sequence[Claim]) -> Iterator[Chart]:
    if len(found) > 1:
        grades = by_confidence(found)
        yield Chart(
            name="confidence",
            title=Phrase.of("How sure claims are"),
            kind="bars",
            across=Phrase.of("Confidence"),
            up=Phrase.of("Claims"),
            series=(
                Series(
                    name=Phrase.of("Claims"),
                    points=tuple(Point(label=CONFIDENCE[g], y=grades[g]) for g in GRADES),
                ),
            ),
        )


def _overlay(graph: Graph, found: Sequence[Claim], coming: Sequence[Next]) -> Overlay:
    marks: dict[str, Mark] = {}
    for claim in found:
        if claim.node is not None:
            unsure = claim.confidence in _UNSURE
            flags = (
                listing([FLAG[flag] for flag in claim.flags])
                if claim.flags
                else Phrase.of("nothing speaks against it")
            )
            mark = Mark(
                role="warning" if unsure else "info", badge=str(len(claim.items)), note=flags
            )
            light(marks, graph, claim.node, mark)
    for entry in coming:
        if entry.why != "unsure":
            marks.setdefault(graph.nodes[entry.node].id, Mark(role="touch", note=entry.how))
    return Overlay(
        title=Phrase.of("How sure we are"),
        elements=on_cards(graph, marks),
        meanings={
            "info": Phrase.of("high or moderate confidence; number of findings"),
            "warning": Phrase.of("low or very low confidence; number of findings"),
            "touch": Phrase.of("no research backs it"),
        },
    )
