"""How it is told: the title, the sentences, the findings and the method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.analysis import counted
from blueprint.analysis.amounts import share_told
from blueprint.analysis.inoperability.model import HOURS, Model, feeling
from blueprint.analysis.naming import assumed_told, named, quoted
from blueprint.analysis.service import declared_moments
from blueprint.analysis.spread.leontief import Course, Rest, dies_out
from blueprint.graph import Graph
from blueprint.model.links import ACTIONS
from blueprint.report import Finding, Method
from blueprint.words import Phrase
from blueprint.words.label import listing

_MUCH = 0.1
"""From this share of its work on, a moment of truth is pointed out."""


def title(graph: Graph, down: Sequence[int], days: float) -> Phrase:
    """Return what is asked, by the names of what is down."""
    one = "What is lost when {names} is down for {days}"
    several = "What is lost when {names} are down for {days}"
    said = one if len(set(down)) == 1 else several
    names = named(graph, list(dict.fromkeys(down)))
    return Phrase.of(said, names=names, days=counted.days(days))


def sentences(graph: Graph, model: Model, course: Course, hours: int) -> Iterator[Phrase]:
    """Go through the answer in plain words: how much, who is hit hardest, until when."""
    felt = feeling(model, course, model.starts)
    if not felt:
        yield Phrase.of("Nothing else feels it.")
        return
    lost = sum(course.totals[n] for n in felt) / HOURS
    days = counted.days(float(f"{lost:.3g}" if lost >= 1 else f"{lost:.2g}"))
    one = "1 element feels it and loses {days} of work."
    several = "{n} elements feel it; together they lose {days} of work."
    yield Phrase.of(one if len(felt) == 1 else several, n=len(felt), days=days)
    worst = sorted(felt, key=lambda n: (-course.peaks[n], model.nodes[n]))[:3]
    told = [
        Phrase.of(
            "{name} ({share} at worst)",
            name=quoted(graph, model.nodes[n]),
            share=share_told(course.peaks[n]),
        )
        for n in worst
    ]
    yield Phrase.of("Hardest hit: {names}.", names=listing(told))
    if course.recovered:
        hours_after = counted.hours(course.ticks - hours)
        one = "It has recovered {hours} after the outage."
        several = "All have recovered {hours} after the outage."
        yield Phrase.of(one if len(felt) == 1 else several, hours=hours_after)


def findings(graph: Graph, model: Model, course: Course) -> Iterator[Finding]:
    """Go through the moments of truth that lose much of their work."""
    worst = _worst_hit(graph, model, course)
    for step in declared_moments(graph):
        hit = worst.get(step)
        if hit is not None and course.peaks[hit] >= _MUCH:
            yield Finding(
                code="inoperability.moment",
                severity="warning",
                message=Phrase.of(
                    "In the moment of truth {name}, {action} loses up to {share} of its work",
                    name=quoted(graph, step),
                    action=quoted(graph, model.nodes[hit]),
                    share=share_told(course.peaks[hit]),
                ),
                about=(graph.nodes[step].id, graph.nodes[model.nodes[hit]].id),
                hint=Phrase.of("plan how it goes on meanwhile"),
            )


def _worst_hit(graph: Graph, model: Model, course: Course) -> dict[int, int]:
    """Return, by step, which of its actions loses most and is not down itself."""
    found: dict[int, int] = {}
    for n in range(model.starts, len(model.nodes)):
        node = graph.nodes[model.nodes[n]]
        if node.kind in ACTIONS and node.step is not None:
            step = graph.index[node.step]
            found[step] = max(found.get(step, n), n, key=lambda one: course.peaks[one])
    return found


def method(graph: Graph, model: Model, rest: Rest, course: Course, recovery: float) -> Method:
    """Return by which model this was found, what was assumed, and what it cannot tell."""
    assumptions = [
        Phrase.of(
            "every element counts alike, and recovers within {days}", days=counted.days(recovery)
        ),
        Phrase.of("nothing is stored, put off or done another way"),
        *assumed_told(graph, model.links),
    ]
    if model.divided:
        said = "elements whose shares add up to more than 1, and were divided by their sum: {n}"
        assumptions.append(Phrase.of(said, n=model.divided))
    left_out = len(model.nodes) - len(feeling(model, course, 0))
    if left_out:
        said = "left out, as they lose less than 0.05 % at worst: {elements}"
        assumptions.append(Phrase.of(said, elements=counted.elements(left_out)))
    if not dies_out(model.rows):
        assumptions.append(
            Phrase.of("losses go round in a circle and do not die out: they are held at the cap")
        )
    cannot = [Phrase.of("what a day of lost work costs")]
    if not rest.settled:
        cannot.append(Phrase.of("where it comes to rest: the work allowed was used up before"))
    if not course.recovered:
        cannot.append(Phrase.of("when all have recovered: the work allowed was used up before"))
    return Method(
        name="inoperability",
        source=Phrase.of(
            "inoperability input-output model (Haimes & Jiang 2001), in time (Lian & Haimes 2006)"
        ),
        formula=Phrase.of(
            "q = min(1, A q + c); q(t+1) = q(t) + K [A q(t) + c(t) − q(t)]; a(i, j) = likelihood × "
            "impact of the coupling from j to i, divided by their sum over j where that exceeds 1; "
            "k = 1 − 0.01^(1 / hours of recovery)"
        ),
        scale=Phrase.of(
            "q from 0 (as planned) to 1 (nothing done), summed up over elements; lost work in days"
        ),
        direction=Phrase.of("disruption: what is missing is felt"),
        n=len(model.nodes) - model.starts,
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )
