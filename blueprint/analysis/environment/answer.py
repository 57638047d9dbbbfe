"""What surrounds the customer, hard and soft, and how far it can be told whether it fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from blueprint.analysis import counted
from blueprint.analysis.channels.offered import touchpoints
from blueprint.analysis.environment.figures import tables
from blueprint.analysis.environment.findings import findings
from blueprint.analysis.environment.fit import questions, to_judge
from blueprint.analysis.environment.summing import Found, sentences
from blueprint.analysis.environment.surroundings import (
    SIDE,
    Thing,
    arounds,
    to_be_placed,
)
from blueprint.analysis.naming import filled
from blueprint.analysis.service import actions_by_step, card_of
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Chart, Mark, Method, Overlay, Point, Report, Role, Series
from blueprint.words import Phrase


def environment(graph: Graph, *, most: int = 50) -> Report:
    """Return what surrounds the customer in each step, hard and soft, and whether it fits.

    Hard surroundings are decor, facilities, equipment and tools; soft ones are the rules the
    customer meets and the standards of the step. Documents, screens and people are neither.
    The customer is on site where a channel of the step is a place (``kind: store``), or where
    decor, a facility or equipment stands. A checklist of fit says what the blueprint can
    answer, with counts, and what is to be judged on site, which nobody scores here.

    Args:
        graph: The graph.
        most: How many steps and things are listed.

    Raises:
        BlueprintError: ``most`` is not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    actions = actions_by_step(graph)
    own = arounds(graph, actions, tuple(touchpoints(graph, actions)))
    anywhere = any(around.presence != "elsewhere" for around in own)
    found = Found(
        arounds=own,
        asked=tuple(entry for entry in questions(own) if entry.answer != "idle"),
        judged=tuple(to_judge(graph)) if anywhere else (),
    )
    return Report(
        name="environment",
        title=Phrase.of("What surrounds the customer"),
        method=_method(found, most),
        summary=tuple(sentences(found)),
        findings=tuple(findings(graph, own)),
        tables=filled(*tables(graph, found.arounds, found.asked, found.judged, most)),
        charts=(_chart(found),) if any(t.kind for t in found.things) else (),
        overlay=_overlay(graph, found, actions),
    )


def _method(found: Found, most: int) -> Method:
    assumptions = [
        Phrase.of(
            "the customer is on site where a channel of the step is a place customers come to, or "
            "where decor, a facility or equipment stands"
        ),
        Phrase.of("the standards of a step hold for what surrounds the customer in it"),
        Phrase.of("documents, screens and people are neither hard nor soft"),
    ]
    if max(len(found.arounds), len(found.things)) > most:
        assumptions.append(Phrase.of("of each kind the first {n} are listed", n=most))
    cannot = [Phrase.of("whether the surroundings fit those who are in them: judge it on site")]
    unsure = sum(around.presence == "untold" for around in found.arounds)
    if unsure:
        said = (
            "whether the customer is on site in {steps}: no channel there says of what kind it is"
        )
        cannot.insert(0, Phrase.of(said, steps=counted.steps(unsure)))
    return Method(
        name="environment",
        source=Phrase.of(
            "hard and soft surroundings: defined here; what to judge on site: after the three "
            "dimensions of servicescapes (Bitner 1992, as recalled)"
        ),
        formula=Phrase.of(
            "hard = decor, facility, equipment or tool; soft = rule or standard; answer = no where it "
            "fails once, yes where it holds for all there are, else cannot tell"
        ),
        scale=Phrase.of("counts, and yes, no or cannot tell; there is no score"),
        direction=Phrase.of("more that is named and placed can be looked after"),
        n=len(found.things),
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )


def _chart(found: Found) -> Chart:
    kinds = [kind for kind in SIDE if any(thing.kind == kind for thing in found.things)]
    placed = to_be_placed(found.arounds)
    groups = (
        (Phrase.of("Place given"), [t for t in placed if t.place is not None]),
        (Phrase.of("Place not given"), [t for t in placed if t.place is None]),
        (Phrase.of("Needs no place"), [t for t in found.things if t.side == "other"]),
    )

    def series(name: Phrase, own: Sequence[Thing]) -> Series:
        counts = Counter(thing.kind for thing in own)
        points = (Point(label=Phrase.of(kind), y=counts[kind]) for kind in kinds)
        return Series(name=name, points=tuple(points))

    return Chart(
        name="kinds",
        title=Phrase.of("What the customer meets, by kind"),
        kind="stack",
        across=Phrase.of("Kind"),
        up=Phrase.of("Pieces of evidence"),
        series=tuple(series(name, own) for name, own in groups if own),
    )


def _overlay(graph: Graph, found: Found, actions: Mapping[int, Sequence[int]]) -> Overlay:
    marks: dict[str, Mark] = {}
    for around in found.site:
        if around.hard is False:
            note = Phrase.of("the customer is on site, and nothing hard is named")
            card = card_of(graph, around.step, actions)
            marks.setdefault(card, Mark(role="warning", badge="!", note=note))
    for thing in found.things:
        if thing.side in ("hard", "soft") and thing.kind is not None:
            role: Role = "reached" if thing.side == "hard" else "touch"
            mark = Mark(role=role, note=Phrase.of(thing.kind))
            marks.setdefault(graph.nodes[thing.card].id, mark)
    return Overlay(
        title=Phrase.of("What surrounds the customer"),
        elements=marks,
        meanings={
            "reached": Phrase.of("hard: decor, facility, equipment or tool"),
            "touch": Phrase.of("soft: a rule"),
            "warning": Phrase.of("the customer is on site, and nothing hard is named"),
        },
    )
