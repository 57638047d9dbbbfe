"""What to look at: moments that rest on nothing, on a system, or on somebody without a stand-in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.analysis.foundations.under import Under, weak_points
from blueprint.analysis.naming import named, quoted
from blueprint.graph import Graph
from blueprint.report import Finding
from blueprint.words import Phrase

_HELD_UP = ("blueprint", "phase", "step", "customer", "promise")
"""What something ought to stand behind; under a system or a department there need be nothing."""


def findings(graph: Graph, found: Sequence[Under]) -> Iterator[Finding]:
    """Go through what to look at, moment by moment."""
    for under in found:
        name = quoted(graph, under.asked)
        element = graph.nodes[under.asked].id
        if not under.hops and graph.nodes[under.asked].kind in _HELD_UP:
            yield Finding(
                code="foundations.nothing",
                severity="warning",
                message=Phrase.of("{name} rests on nothing that is drawn", name=name),
                about=(element,),
                hint=Phrase.of("draw what stands behind it"),
            )
        systems = [n for n in weak_points(under) if graph.nodes[n].kind in ("system", "channel")]
        if systems:
            yield _hanging(graph, under, systems)
        others = [n for n in under.alone if n not in systems]
        if others:
            yield _stopping(graph, under, others)


def _hanging(graph: Graph, under: Under, systems: Sequence[int]) -> Finding:
    hint = Phrase.of("plan what is done when one of them is down")
    if len(systems) == 1:
        said = "plan what is done when {system} is down"
        hint = Phrase.of(said, system=quoted(graph, systems[0]))
    return Finding(
        code="foundations.system",
        severity="warning",
        message=Phrase.of(
            "{name} hangs on {systems}",
            name=quoted(graph, under.asked),
            systems=named(graph, systems),
        ),
        about=tuple(graph.nodes[n].id for n in (under.asked, *systems)),
        hint=hint,
    )


def _stopping(graph: Graph, under: Under, others: Sequence[int]) -> Finding:
    said = "Each of {elements} alone can stop {name}"
    hint = Phrase.of("plan who or what can stand in for each of them")
    if len(others) == 1:
        said, element = "{elements} alone can stop {name}", quoted(graph, others[0])
        hint = Phrase.of("plan who or what can stand in for {element}", element=element)
    return Finding(
        code="foundations.alone",
        severity="info",
        message=Phrase.of(said, elements=named(graph, others), name=quoted(graph, under.asked)),
        about=tuple(graph.nodes[n].id for n in (under.asked, *others)),
        hint=hint,
    )
