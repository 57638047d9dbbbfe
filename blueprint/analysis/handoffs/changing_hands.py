"""The report on handoffs: lines crossed, hands changed, customers passed on, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from blueprint.analysis.amounts import share_told
from blueprint.analysis.handoffs.along import Along, along
from blueprint.analysis.handoffs.changing import Handoff, handoffs_of
from blueprint.analysis.handoffs.deciding import Decision, decisions_of
from blueprint.analysis.handoffs.figures import tables
from blueprint.analysis.handoffs.parties import party_told
from blueprint.analysis.naming import filled, name_of, named, series_of
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """All that is found."""

    lines: Mapping[Line, int]
    handoffs: tuple[Handoff, ...]
    untold: int
    along: tuple[Along, ...]
    decisions: tuple[Decision, ...]


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
    chosen = _busiest(found)
    return Report(
        name="handoffs",
        title=Phrase.of("Where work changes hands"),
        method=_method(graph, found, most),
        summary=tuple(_sentences(graph, found, chosen)),
        findings=tuple(_findings(graph, found, most)),
        tables=filled(
            *tables(graph, found.lines, found.handoffs, found.along, found.decisions, most)
        ),
        charts=_charts(graph, chosen),
        overlay=_overlay(graph, found, actions),
    )


def _busiest(found: Hands) -> Along | None:
    """Return the journey with the most handoffs on its main path; of equal ones the first."""
    return max(found.along, key=lambda a: a.on_path, default=None)


def _method(graph: Graph, found: Hands, most: int) -> Method:
    assumptions = [
        Phrase.of("a handoff counts in the step of the action that hands over or asks"),
        Phrase.of("work done by technology belongs to the department that is written there"),
        Phrase.of("who says no role can be whoever of the same department does"),
        Phrase.of("everybody comes in by the first step; the likeliest way on is the main path"),
        Phrase.of("steps in which more time is worked than they last tell nothing of the ratio"),
    ]
    assumed = sum(len(a.journey.assumed) for a in found.along)
    if assumed:
        said = "ways on without a probability share equally what the others leave: in steps: {n}"
        assumptions.append(Phrase.of(said, n=assumed))
    if max(len(found.handoffs), len(found.decisions)) > most:
        assumptions.append(Phrase.of("of each kind the first {n} are listed", n=most))
    cannot = [Phrase.of("how long work lies between two hands: no link has a time")]
    if found.untold:
        said = "whether work changes hands on these links, an end has no department: {n}"
        cannot.insert(0, Phrase.of(said, n=found.untold))
    doubtful = [a.journey.steps[n] for a in found.along for n in a.journey.doubtful]
    if doubtful:
        said = "how often a customer goes which way: probabilities do not add to 1 in “{step}”"
        cannot.insert(0, Phrase.of(said, step=name_of(graph, graph.index[doubtful[0]])))
    return Method(
        name="handoffs",
        source=Phrase.of(
            "lines: Bitner, Ostrom & Morgan (2008); activity ratio and complete and accurate: value "
            "stream mapping (Martin & Osterling 2013)"
        ),
        formula="crossing = link over a line, counted once; handoff = link of work whose ends "
        "differ in department, or in role; approvals = those named under approved_by; "
        "activity ratio = sum of process times / sum of lead times, where a step says both; "
        "rolled complete and accurate = product over all actions that feed the customer",
        scale=Phrase.of("counts; ratios from 0 to 1"),
        direction=Phrase.of(
            "fewer handoffs and higher ratios: less waits, and less is asked or done again"
        ),
        n=len(found.handoffs),
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )


def _sentences(graph: Graph, found: Hands, chosen: Along | None) -> Iterator[Phrase]:
    if chosen is None:
        yield Phrase.of("There are no steps to look at.")
        return
    yield Phrase.of(
        "Links over the line of interaction: {n}; of visibility: {m}; of internal interaction: {k}.",
        n=found.lines["interaction"],
        m=found.lines["visibility"],
        k=found.lines["internal"],
    )
    between = [h.between for h in found.handoffs]
    yield Phrase.of(
        "Links on which work changes hands between departments: {n}; between roles of one "
        "department: {m}.",
        n=between.count("departments"),
        m=between.count("roles"),
    )
    yield Phrase.of(
        "On the main path of “{name}”: handoffs {n}, times the customer is passed on {m}, parties "
        "the customer deals with {k}.",
        name=_name(graph, chosen),
        n=chosen.on_path,
        m=len(chosen.transfers),
        k=len(chosen.parties),
    )
    if any(decision.approved_by for decision in found.decisions):
        yield Phrase.of("Approvals that work on this path waits for: {n}.", n=chosen.approvals)
    yield _active(chosen)
    yield _accurate(chosen)


def _active(chosen: Along) -> Phrase:
    known = chosen.activity
    if known.ratio is None:
        said = (
            "Cannot tell the activity ratio: no step on this path says both its work and its time."
        )
        return Phrase.of(said)
    if known.told == known.steps:
        said = "Of the time on this path, {share} is work."
        return Phrase.of(said, share=share_told(known.ratio))
    return Phrase.of(
        "Where a step on this path says both its work and its time ({n} of {m}), {share} of the "
        "time is work.",
        share=share_told(known.ratio),
        n=known.told,
        m=known.steps,
    )


def _accurate(chosen: Along) -> Phrase:
    known = chosen.accuracy
    if not known.told:
        return Phrase.of(
            "Cannot tell how much arrives complete and accurate: no action says its share."
        )
    if known.rolled is not None:
        said = "Complete and accurate all the way to the customer: {share}."
        return Phrase.of(said, share=share_told(known.rolled))
    return Phrase.of(
        "Complete and accurate all the way to the customer: at most {share}; actions that say their "
        "share: {n} of {m}.",
        share=share_told(known.known),
        n=known.told,
        m=known.actions,
    )


def _name(graph: Graph, entry: Along) -> Phrase:
    return name_of(graph, graph.index[entry.journey.blueprint])


def _findings(graph: Graph, found: Hands, most: int) -> Iterator[Finding]:
    for entry in found.along:
        yield from _of_journey(graph, entry, most)
    tied = [d for d in found.decisions if d.tied and d.moment and d.links == 1]
    for decision in tied[:most]:
        approvers = [graph.index[approver] for approver in decision.approved_by]
        name = name_of(graph, decision.action)
        message = Phrase.of("“{name}” may not decide alone, in a moment of truth", name=name)
        if approvers:
            said = "“{name}” waits for the approval of {who}, in a moment of truth"
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
                "In “{name}”, work changes hands most often in {steps}: {n} times"
                if len(steps) == 1
                else "In “{name}”, work changes hands most often in {steps}: {n} times each",
                name=_name(graph, entry),
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
                "The customer of “{name}” deals with {n} parties: {who}",
                name=_name(graph, entry),
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
                "In “{step}” more time is worked ({worked}) than the step lasts ({lasts})",
                step=name_of(graph, step),
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

    return (
        Chart(
            name="steps",
            title=Phrase.of("Where work, and the customer, change hands"),
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
