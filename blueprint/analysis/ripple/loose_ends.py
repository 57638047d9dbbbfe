"""What is to be noted of where a ripple starts: nothing rests on it, or others still need it."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.ripple.how import HAPPENINGS
from blueprint.analysis.ripple.telling import name_of
from blueprint.analysis.ripple.trace import Starting, Trace
from blueprint.graph import DIRECTIONS, Direction
from blueprint.report import Finding
from blueprint.words import Phrase
from blueprint.words.label import listing

NEEDING = frozenset({"interaction", "support", "uses", "via", "informs", "prepares", "triggers"})
"""The kinds of link by which one element needs another, or is set off by it."""

MOST_NAMED = 5
"""How many elements a sentence names; the finding has the ids of all."""

_NOTHING: dict[Direction, str] = {
    "demand": "nothing carries a new ask on from “{element}”: it rests on nothing here",
    "disruption": "nothing rests on “{element}” here, so that nobody feels it",
}


def loose_ends(trace: Trace) -> tuple[Finding, ...]:
    """Return starts that lead nowhere, and what is taken away though others need it."""
    return (*_needed(trace), *_leading_nowhere(trace))


def _needed(trace: Trace) -> Iterator[Finding]:
    graph = trace.graph
    going = {s.node for s in trace.starts if HAPPENINGS[s.how].closes}
    for start in trace.starts:
        if start.node not in going:
            continue
        ways = graph.ways_out("disruption", start.node)
        needy = dict.fromkeys(
            way.to for way in ways if graph.links[way.link].kind in NEEDING and way.to not in going
        )
        if needy:
            names = [Phrase.of("“{name}”", name=name_of(graph, n)) for n in needy]
            yield Finding(
                code="ripple.still-needed",
                severity="warning",
                message=Phrase.of(
                    "“{element}” is taken away, and these still need it: {names}",
                    element=name_of(graph, start.node),
                    names=_some(names),
                ),
                about=(graph.nodes[start.node].id, *(graph.nodes[n].id for n in needy)),
                hint=Phrase.of("say what takes its place, or remove what needs it too"),
            )


def _leading_nowhere(trace: Trace) -> Iterator[Finding]:
    """Go through the elements named from which nothing at all leads on."""
    ends: dict[str, list[Starting]] = {}
    for start in trace.starts:
        ends.setdefault(start.asked, []).append(start)
    for asked, starts in ends.items():
        for direction in DIRECTIONS:
            followed = [s for s in starts if direction in s.directions]
            if not followed or any(_leads_on(trace, direction, s.node) for s in followed):
                continue
            yield _nowhere(trace, asked, followed, direction)


def _nowhere(trace: Trace, asked: str, starts: list[Starting], direction: Direction) -> Finding:
    """Return the note on an element from which nothing leads on in a direction it is followed."""
    name = name_of(trace.graph, trace.graph.index[asked])
    other: Direction = "demand" if direction == "disruption" else "disruption"
    said, hint = _NOTHING[direction], None
    if trace.question.kinds is not None:
        said = "along the kinds of link that are to conduct, nothing leads on from “{element}”"
    elif other not in starts[0].directions and any(_leads_on(trace, other, s.node) for s in starts):
        hint = Phrase.of("ask in the direction {direction}", direction=Phrase.of(other))
    return Finding(
        code="ripple.leads-nowhere",
        severity="info",
        message=Phrase.of(said, element=name),
        about=(asked,),
        hint=hint,
    )


def _leads_on(trace: Trace, direction: Direction, node: int) -> bool:
    network = trace.graph.network(direction, trace.question.kinds)
    return network.first[node + 1] > network.first[node]


def _some(names: list[Phrase]) -> Phrase:
    shown = listing(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more <= 0:
        return shown
    return Phrase.of("{some}; {more}", some=shown, more=Phrase.of("and {n} more", n=more))
