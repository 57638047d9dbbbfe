"""The tables of evidence: claims, findings, methods with their biases, and what to observe next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.evidence.claims import Claim, Confidence, Flag, Together
from blueprint.analysis.evidence.methods import WAYS
from blueprint.analysis.evidence.next_steps import Next, Why
from blueprint.analysis.naming import ID, NAME, name_apart, name_of, table
from blueprint.graph import Graph
from blueprint.report import Cell, Column, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

CONFIDENCE: Mapping[Confidence, Phrase] = {
    "high": Phrase.of("high"),
    "moderate": Phrase.of("moderate"),
    "low": Phrase.of("low"),
    "very-low": Phrase.of("very low"),
}

FLAG: Mapping[Flag, Phrase] = {
    "no-method": Phrase.of("no method named"),
    "self-report-only": Phrase.of("self-report only"),
    "focus-group-only": Phrase.of("focus group only"),
    "single-source": Phrase.of("single source"),
    "no-observation": Phrase.of("no observation"),
    "old": Phrase.of("old"),
    "convenience-sample": Phrase.of("convenience sample"),
    "dissonance": Phrase.of("findings contradict each other"),
}

_TOGETHER: Mapping[Together, Phrase] = {
    "agreement": Phrase.of("agreement"),
    "partial": Phrase.of("partial: each in words of its own"),
    "silence": Phrase.of("one method alone"),
    "dissonance": Phrase.of("they contradict each other"),
}

_WHY: Mapping[Why, Phrase] = {
    "moment": Phrase.of("moment of truth without evidence"),
    "felt": Phrase.of("figures of experience without evidence"),
    "unsure": Phrase.of("not sure enough"),
}


def _methods(claim: Claim) -> Phrase | None:
    return listing([WAYS[m].name for m in claim.methods]) if claim.methods else None


def _together(claim: Claim) -> Phrase:
    if claim.together == "silence" and not claim.methods:
        return FLAG["no-method"]
    return _TOGETHER[claim.together]


def _name(graph: Graph, claim: Claim) -> tuple[Cell, Cell]:
    if claim.node is None:
        return claim.items[0].id, claim.items[0].told
    return graph.nodes[claim.node].id, name_apart(graph, claim.node)


def asserted(graph: Graph, found: Sequence[Claim]) -> Table:
    """Return the claims, each with how sure it is and why not surer."""
    return table(
        "claims",
        Phrase.of("Claims"),
        (
            ID,
            NAME,
            Column(key="findings", title=Phrase.of("Findings")),
            Column(key="methods", title=Phrase.of("Methods")),
            Column(key="together", title=Phrase.of("Methods together")),
            Column(key="newest", title=Phrase.of("Newest")),
            Column(key="confidence", title=Phrase.of("Confidence")),
            Column(key="flags", title=Phrase.of("Why not surer")),
        ),
        (
            (
                *_name(graph, claim),
                len(claim.items),
                _methods(claim),
                _together(claim),
                max((item.date for item in claim.items if item.date), default=None),
                CONFIDENCE[claim.confidence],
                listing([FLAG[flag] for flag in claim.flags]) if claim.flags else None,
            )
            for claim in found
        ),
    )


def found_by(graph: Graph, found: Sequence[Claim]) -> Table:
    """Return what was found, item by item."""

    def rows() -> Iterator[tuple[Cell, ...]]:
        for claim in found:
            for item in claim.items:
                yield (
                    name_apart(graph, claim.node) if claim.node is not None else None,
                    item.told,
                    None if item.persona is None else name_of(graph, item.persona),
                    None if item.method is None else WAYS[item.method].name,
                    item.date,
                    item.sample,
                    None if item.source is None else label_phrase(item.source),
                )

    return table(
        "findings",
        Phrase.of("What was found"),
        (
            Column(key="about", title=Phrase.of("About")),
            Column(key="says", title=Phrase.of("Finding")),
            Column(key="persona", title=Phrase.of("Persona")),
            Column(key="method", title=Phrase.of("Method")),
            Column(key="date", title=Phrase.of("Date")),
            Column(key="sample", title=Phrase.of("People or cases")),
            Column(key="source", title=Phrase.of("Written down in")),
        ),
        rows(),
    )


def ways(found: Sequence[Claim]) -> Table:
    """Return the methods that were used, each with how it errs."""
    times: dict[str, set[str]] = {}
    for claim in found:
        for item in claim.items:
            if item.method is not None:
                times.setdefault(item.method, set()).add(item.id)
    return table(
        "methods",
        Phrase.of("Methods, and how each errs"),
        (
            Column(key="method", title=Phrase.of("Method")),
            Column(key="findings", title=Phrase.of("Findings")),
            Column(key="ethnographic", title=Phrase.of("Ethnographic")),
            Column(key="biases", title=Phrase.of("How it errs")),
        ),
        (
            (way.name, len(times[method]), way.ethnographic, way.biases)
            for method, way in WAYS.items()
            if method in times
        ),
    )


def to_observe(graph: Graph, coming: Sequence[Next], most: int) -> Table:
    """Return what to observe next, the most pressing first, and no more than so many."""
    title = Phrase.of("What to observe next")
    if len(coming) > most:
        title = Phrase.of("What to observe next: the first {n} of {m}", n=most, m=len(coming))
    return table(
        "next",
        title,
        (
            ID,
            NAME,
            Column(key="why", title=Phrase.of("Why")),
            Column(key="how", title=Phrase.of("What to do")),
        ),
        (
            (graph.nodes[entry.node].id, name_apart(graph, entry.node), _WHY[entry.why], entry.how)
            for entry in coming[:most]
        ),
    )
