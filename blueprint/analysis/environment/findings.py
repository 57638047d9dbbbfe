"""What is to be noted about surroundings, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.analysis.environment.surroundings import Around, to_be_placed
from blueprint.analysis.naming import name_of, named
from blueprint.diagnostics import Severity
from blueprint.graph import Graph
from blueprint.report import Finding
from blueprint.words import Phrase


def findings(graph: Graph, found: Sequence[Around]) -> Iterator[Finding]:
    """Go through the findings, each about all it holds for; what weighs more comes first."""
    bare = [around for around in found if around.presence == "on-site" and around.hard is False]
    moments = [around.step for around in bare if around.moment]
    others = [around.step for around in bare if not around.moment]
    name_it = Phrase.of("write the decor, facility, equipment or tool that is there, as evidence")
    said = "In moments of truth on site nothing hard is named around the customer: {names}"
    yield from _about(
        graph, "moment", moments, Phrase.of(said, names=_names(graph, moments)), name_it, "warning"
    )
    yield from _of_rules(graph, [around for around in found if around.of("soft")])
    said = "The customer is on site, and nothing hard is named: {names}"
    yield from _about(
        graph, "nothing", others, Phrase.of(said, names=_names(graph, others)), name_it
    )
    yield from _unsaid(graph, found)


def _of_rules(graph: Graph, ruled: Sequence[Around]) -> Iterator[Finding]:
    loose = [t.card for around in ruled if not around.standards for t in around.of("soft")]
    said = "Customers meet {names}, and no standard there says how this is kept to"
    yield from _about(
        graph,
        "rule",
        loose,
        Phrase.of(said, names=_names(graph, loose)),
        Phrase.of("set a standard for the step in which customers meet the rule"),
        "warning",
    )
    nobody = [t.card for around in ruled if not around.answered for t in around.of("soft")]
    said = "Customers meet {names}, and no department answers for it there"
    yield from _about(
        graph,
        "owner",
        nobody,
        Phrase.of(said, names=_names(graph, nobody)),
        Phrase.of("name the department that acts in the step, or the owner of the moment of truth"),
        "warning",
    )


def _unsaid(graph: Graph, found: Sequence[Around]) -> Iterator[Finding]:
    things = [thing for around in found for thing in around.things]
    silent = [thing.card for thing in things if thing.kind is None]
    said = "No kind is given for {names} ({n} of {m} pieces of evidence)"
    if len(silent) == len(things):
        said = "Nothing that the customer meets says of what kind it is: {names}"
    yield from _about(
        graph,
        "kind",
        silent,
        Phrase.of(said, names=_names(graph, silent), n=len(silent), m=len(things)),
        Phrase.of(
            "write under kind: what each is: decor, facility, equipment, tool, rule or another"
        ),
    )
    placed = to_be_placed(found)
    lost = [thing.card for thing in placed if thing.place is None]
    said = "No place is given for {names} ({n} of {m} hard things and rules)"
    if len(lost) == len(placed):
        said = "No hard thing and no rule says where it is: {names}"
    yield from _about(
        graph,
        "place",
        lost,
        Phrase.of(said, names=_names(graph, lost), n=len(lost), m=len(placed)),
        Phrase.of("write under place: where it is, so that somebody looks after it"),
    )


def _names(graph: Graph, numbers: Sequence[int]) -> Phrase:
    """Return how some elements are called; what has one name is named once."""
    once = {name_of(graph, number): number for number in reversed(numbers)}
    return named(graph, sorted(once.values()))


def _about(
    graph: Graph,
    code: str,
    numbers: Sequence[int],
    message: Phrase,
    hint: Phrase,
    severity: Severity = "info",
) -> Iterator[Finding]:
    """Give one finding about some elements; none where there are none."""
    if numbers:
        yield Finding(
            code=f"environment.{code}",
            severity=severity,
            message=message,
            about=tuple(graph.nodes[number].id for number in numbers),
            hint=hint,
        )
