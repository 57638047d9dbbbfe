"""What the report of failures points out, and what it lights up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.analysis.failures.points import Point, ranked
from blueprint.analysis.failures.recoveries import Recoveries
from blueprint.analysis.marking import light
from blueprint.analysis.naming import named, quoted
from blueprint.report import Finding, Mark, Overlay
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

SEVERE = 7
"""From this severity on, a fail point that is not mended is a warning."""


def findings(found: Recoveries, alone: Mapping[int, tuple[int, ...]]) -> Iterator[Finding]:
    """Go through what is to be noted: fail points worst first, then moments of truth."""
    for point in ranked(found.points):
        yield from _unmended(found, point)
        yield from _twice(found, point)
        yield from _shared(found, point)
    for moment, nodes in alone.items():
        if nodes:
            yield Finding(
                code="failures.single",
                severity="warning",
                message=Phrase.of(
                    "{elements} alone can stop the moment of truth {name}"
                    if len(nodes) == 1
                    else "Each of these alone can stop the moment of truth {name}: {elements}",
                    elements=named(found.graph, nodes),
                    name=quoted(found.graph, moment),
                ),
                about=_ids(found, moment, *nodes),
                hint=Phrase.of("plan what is done when it fails, or have something stand in")
                if len(nodes) == 1
                else Phrase.of(
                    "plan what is done when one of them fails, or have something stand in"
                ),
            )


def _unmended(found: Recoveries, point: Point) -> Iterator[Finding]:
    fail, step = label_phrase(point.fail.name), quoted(found.graph, point.step)
    severe = point.fail.severity is not None and point.fail.severity >= SEVERE
    lacks = found.lacks(point)
    if "recovery" in lacks:
        yield Finding(
            code="failures.unmended",
            severity="warning" if severe else "info",
            message=Phrase.of("Nothing mends “{fail}” in {step}", fail=fail, step=step),
            about=_ids(found, point.at),
            hint=Phrase.of("say which action mends it"),
        )
    if point.mends is None:
        return
    mends = quoted(found.graph, point.mends)
    if "other" in lacks:
        said = "{mends} is to mend “{fail}”, and is itself what fails then"
        yield Finding(
            code="failures.mends_itself",
            severity="warning" if severe else "info",
            message=Phrase.of(said, mends=mends, fail=fail),
            about=_ids(found, point.at),
            hint=Phrase.of("say which other action mends it"),
        )
    if "doer" in lacks:
        said = "{mends} mends “{fail}”, and no department does it"
        yield Finding(
            code="failures.no_doer",
            severity="warning" if severe else "info",
            message=Phrase.of(said, mends=mends, fail=fail),
            about=_ids(found, point.mends, point.at),
            hint=Phrase.of("say which department does it"),
        )
    if "way_back" in lacks:
        said = "{mends} mends “{fail}”, and nothing leads back to the customer"
        yield Finding(
            code="failures.no_way_back",
            severity="warning" if severe else "info",
            message=Phrase.of(said, mends=mends, fail=fail),
            about=_ids(found, point.mends, point.at),
            hint=Phrase.of("say what it sets off, or which action waits for it"),
        )


def _twice(found: Recoveries, point: Point) -> Iterator[Finding]:
    for other in found.doubly(point):
        message = Phrase.of(
            "“{fail}” is mended by {mends}, which can fail too (“{other}”) and is not mended "
            "completely then",
            fail=label_phrase(point.fail.name),
            mends=quoted(found.graph, other.at),
            other=label_phrase(other.fail.name),
        )
        yield Finding(
            code="failures.double_deviation",
            severity="warning",
            message=message,
            about=_ids(found, other.at, point.at),
            hint=Phrase.of("say what is done for a customer who is let down a second time"),
        )


def _shared(found: Recoveries, point: Point) -> Iterator[Finding]:
    shared = found.shares(point)
    if shared and point.mends is not None:
        message = Phrase.of(
            "{mends}, which mends “{fail}”, uses the system that may have failed: {systems}"
            if len(shared) == 1
            else "{mends}, which mends “{fail}”, uses systems that may have failed: {systems}",
            mends=quoted(found.graph, point.mends),
            fail=label_phrase(point.fail.name),
            systems=named(found.graph, shared),
        )
        yield Finding(
            code="failures.same_system",
            severity="info",
            message=message,
            about=_ids(found, point.mends, point.at, *shared),
            hint=Phrase.of("have a way to mend it that works when the system is down"),
        )


def _ids(found: Recoveries, *numbers: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.graph.nodes[n].id for n in numbers))


def overlay(found: Recoveries, alone: Mapping[int, tuple[int, ...]]) -> Overlay:
    """Return what fails, by its severity, what mends it, and what alone can stop a moment."""
    graph = found.graph
    marks: dict[str, Mark] = {}

    ways: dict[tuple[str, str], None] = {}
    for point in ranked(found.points):
        severity = point.fail.severity
        light(
            marks,
            graph,
            point.at,
            Mark(
                role="warning" if found.lacks(point) else "info",
                badge="" if severity is None else str(severity),
                note=Phrase.of("can fail: {fail}", fail=label_phrase(point.fail.name)),
                strength=None if severity is None else severity / 10,
            ),
        )
    for point in found.points:
        if point.mends is not None:
            note = Phrase.of("mends “{fail}”", fail=label_phrase(point.fail.name))
            light(marks, graph, point.mends, Mark(role="reached", note=note))
            if point.mends != point.at:
                ways[graph.nodes[point.mends].id, graph.nodes[point.at].id] = None
    for moment, nodes in alone.items():
        for node in nodes:
            note = Phrase.of("alone can stop {name}", name=quoted(graph, moment))
            light(marks, graph, node, Mark(role="touch", note=note))
    return Overlay(
        title=Phrase.of("Where it can go wrong"),
        elements=marks,
        links=tuple(ways),
        meanings={
            "warning": Phrase.of("can fail, and is not mended completely; its severity")
            if found.rated
            else Phrase.of("can fail, and is not mended completely"),
            "info": Phrase.of("can fail, and is mended; its severity")
            if found.rated
            else Phrase.of("can fail, and is mended"),
            "reached": Phrase.of("mends it"),
            "touch": Phrase.of("alone can stop a moment of truth"),
        },
    )
