"""The report on handoffs: lines crossed, hands changed, customers passed on, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from blueprint.analysis.handoffs.along import Along, along
from blueprint.analysis.handoffs.changing import handoffs_of
from blueprint.analysis.handoffs.deciding import decisions_of
from blueprint.analysis.handoffs.figures import tables
from blueprint.analysis.handoffs.found import Hands
from blueprint.analysis.handoffs.parties import party_told
from blueprint.analysis.handoffs.telling import sentences
from blueprint.analysis.naming import filled, named, path_told, quoted, series_of
from blueprint.analysis.service import actions_by_step, card_of
from blueprint.analysis.written import time_told
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.graph.query import Line, crossing
from blueprint.report import Chart, Finding, Mark, Method, Overlay, Report
from blueprint.words import Phrase
from blueprint.words.label import listing

_MANY_PARTIES = 3
"""From more parties than this on one main path on, they are told of."""

_SHOWN = 40
"""How many steps of a main path a chart shows."""


def handoffs(graph: Graph, *, most: int = 50) -> Report:
    """Return where work changes hands, and where the customer does.

    A link that goes over one of the three lines crosses it, once. A link of work whose ends
    belong to different departments, or to different roles of one, is a handoff. The customer is
    passed on where nobody who serves in a step served in the step before. The activity ratio is
    the time worked by the time it takes, on the main path; the rolled share of what arrives
    complete and accurate is the product along all actions that feed the customer there.

    Args:
        graph: The graph.
        most: How many handoffs, decisions and findings of one kind are listed.

    Raises:
        BlueprintError: ``most`` is not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    actions = actions_by_step(graph)
    own, untold = handoffs_of(graph)
    lines = get_args(Line) if graph.scope.blueprints else ()
    found = Hands(
        lines={line: len(crossing(graph, line)) for line in lines},
        handoffs=own,
        untold=untold,
        along=along(graph, actions, own),
        decisions=tuple(decisions_of(graph)),
    )
    return Report(
        name="handoffs",
        title=Phrase.of("Where work changes hands"),
        method=_method(graph, found, most),
        summary=tuple(sentences(graph, found)),
        findings=tuple(_findings(graph, found, most)),
        tables=filled(
            *tables(graph, found.lines, found.handoffs, found.along, found.decisions, most)
        ),
        charts=_charts(graph, found.busiest),
        overlay=_overlay(graph, found, actions),
    )


def _method(graph: Graph, found: Hands, most: int) -> Method:
    assumptions = [
        Phrase.of("a handoff counts in the step of the action that hands over or asks"),
        Phrase.of("work done by technology belongs to the department that is written there"),
        Phrase.of("who says no role can be whoever of the same department does"),
        Phrase.of("everybody comes in by the first step; the likeliest way on is the main path"),
    ]
    if any(a.activity.beyond for a in found.along):
        said = "steps in which more time is worked than they last tell nothing of the ratio"
        assumptions.append(Phrase.of(said))
    assumed = sum(len(a.journey.assumed) for a in found.along)
    if assumed:
        said = "ways on without a probability share equally what the others leave: in steps: {n}"
        assumptions.append(Phrase.of(said, n=assumed))
    if max(len(found.handoffs), len(found.decisions)) > most:
        assumptions.append(Phrase.of("of each kind the first {n} are listed", n=most))
    cannot = [Phrase.of("how long work lies between two hands, for no link has a time")]
    if found.along and all(a.activity.ratio is None for a in found.along):
        cannot.append(Phrase.of("how much of the time is work: no step says both work and time"))
    if found.along and not any(a.accuracy.told for a in found.along):
        cannot.append(Phrase.of("how much arrives complete and accurate: no action says its share"))
    if found.untold:
        said = "whether work changes hands on links of which an end has no department: {n}"
        cannot.insert(0, Phrase.of(said, n=found.untold))
    doubtful = [a.journey.steps[n] for a in found.along for n in a.journey.doubtful]
    if doubtful:
        said = "how often a customer goes which way: probabilities do not add to 1 in {step}"
        cannot.insert(0, Phrase.of(said, step=quoted(graph, graph.index[doubtful[0]])))
    return Method(
        name="handoffs",
        source=Phrase.of(
            "lines: Bitner, Ostrom & Morgan (2008); activity ratio and complete and accurate: value "
            "stream mapping (Martin & Osterling 2013)"
        ),
        formula=Phrase.of(
            "crossing = link over a line, counted once; handoff = link of work whose ends differ "
            "in department or role; activity ratio = Σ time worked ÷ Σ time taken, over the steps "
            "that say both; rolled complete and accurate = product of the shares of all actions "
            "that feed the customer"
        ),
        scale=Phrase.of("counts; ratios from 0 to 1"),
        direction=Phrase.of(
            "with fewer handoffs and higher ratios less waits, and less is asked or done again"
        ),
        n=len(found.handoffs),
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )


def _findings(graph: Graph, found: Hands, most: int) -> Iterator[Finding]:
    for entry in found.along:
        yield from _of_journey(graph, entry, most)
    tied = [d for d in found.decisions if d.tied and d.moment and d.links == 1]
    for decision in tied[:most]:
        approvers = [graph.index[approver] for approver in decision.approved_by]
        name = quoted(graph, decision.action)
        message = Phrase.of("In a moment of truth, {name} may not decide alone", name=name)
        if approvers:
            said = "In a moment of truth, {name} waits for the approval of {who}"
            message = Phrase.of(said, name=name, who=named(graph, approvers))
        yield Finding(
            code="handoffs.discretion",
            severity="warning",
            message=message,
            about=(graph.nodes[decision.action].id, *decision.approved_by),
            hint=Phrase.of("say up to which amount whoever meets the customer may decide"),
        )


def _of_journey(graph: Graph, entry: Along, most: int) -> Iterator[Finding]:
    home = entry.journey.blueprint
    worst = max((entry.handoffs[n] for n in entry.places), default=0)
    if worst > 1:
        steps = [
            graph.index[entry.journey.steps[n]] for n in entry.places if entry.handoffs[n] == worst
        ]
        yield Finding(
            code="handoffs.step",
            severity="info",
            message=Phrase.of(
                "On {path}, work changes hands most often in {steps}: {n} times"
                if len(steps) == 1
                else "On {path}, work changes hands most often in {steps}: {n} times each",
                path=path_told(graph, home),
                steps=named(graph, steps),
                n=worst,
            ),
            about=tuple(graph.nodes[step].id for step in steps[:most]),
            hint=Phrase.of("ask there first what one team could do by itself"),
        )
    if len(entry.parties) > _MANY_PARTIES:
        yield Finding(
            code="handoffs.parties",
            severity="info",
            message=Phrase.of(
                "On {path}, the customer deals with {n} parties: {who}",
                path=path_told(graph, home),
                n=len(entry.parties),
                who=listing([party_told(graph, party) for party in entry.parties]),
            ),
            about=(home,),
            hint=Phrase.of("let one of them stay with the customer and speak for the others"),
        )
    for step, worked, lasts in entry.activity.beyond[:most]:
        yield Finding(
            code="handoffs.activity",
            severity="info",
            message=Phrase.of(
                "In {step} more time is worked ({worked}) than the step lasts ({lasts})",
                step=quoted(graph, step),
                worked=time_told(worked),
                lasts=time_told(lasts),
            ),
            about=(graph.nodes[step].id,),
            hint=Phrase.of(
                "give work that goes on before or after a step of its own, or correct a figure"
            ),
        )


def _charts(graph: Graph, chosen: Along | None) -> tuple[Chart, ...]:
    if chosen is None or not chosen.on_path:
        return ()
    steps = chosen.path[:_SHOWN]
    counts = [chosen.handoffs[n] for n in chosen.places[:_SHOWN]]
    passed = set(chosen.transfers)
    said = "Where work, and the customer, change hands on {path}"
    return (
        Chart(
            name="steps",
            title=Phrase.of(said, path=path_told(graph, chosen.journey.blueprint)),
            kind="bars",
            across=Phrase.of("Steps of the main path"),
            up=Phrase.of("Times"),
            series=(
                series_of(graph, Phrase.of("Handoffs"), steps, counts),
                series_of(
                    graph, Phrase.of("Customer passed on"), steps, [int(n in passed) for n in steps]
                ),
            ),
        ),
    )


def _overlay(graph: Graph, found: Hands, actions: Mapping[int, Sequence[int]]) -> Overlay:
    marks: dict[str, Mark] = {}
    for decision in found.decisions:
        if decision.tied:
            note = Phrase.of("may not decide alone")
            marks[graph.nodes[decision.action].id] = Mark(role="warning", note=note)
    for entry in found.along:
        for step in entry.transfers:
            note = Phrase.of("the customer is passed on here")
            marks.setdefault(card_of(graph, step, actions), Mark(role="touch", note=note))
    times: dict[int, int] = {}
    for handoff in found.handoffs:
        times[handoff.source] = times.get(handoff.source, 0) + 1
    for number, n in times.items():
        note = Phrase.of("links on which it hands over or asks: {n}", n=n)
        mark = Mark(role="reached", badge=str(n), note=note)
        marks.setdefault(graph.nodes[number].id, mark)
    pairs = [
        (graph.nodes[handoff.source].id, graph.nodes[handoff.target].id)
        for handoff in found.handoffs
    ]
    return Overlay(
        title=Phrase.of("Where work changes hands"),
        elements=marks,
        links=tuple(dict.fromkeys(pairs)),
        meanings={
            "reached": Phrase.of("hands over or asks · links"),
            "touch": Phrase.of("the customer is passed on here"),
            "warning": Phrase.of("may not decide alone"),
        },
    )
