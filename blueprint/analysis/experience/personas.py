"""What is known of each persona, where their goals are met, and how their journeys compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum

from blueprint.analysis.amounts import share_told
from blueprint.analysis.experience import personas_tables as tables
from blueprint.analysis.experience.completeness import FIELDS, GOALS, KINDS, PARTS, completeness
from blueprint.analysis.experience.goals import Sought, goals_of
from blueprint.analysis.experience.people import lives_of
from blueprint.analysis.experience.side_by_side import Passage, passages
from blueprint.analysis.experience.wording import about, figure, trimmed, where
from blueprint.analysis.marking import light
from blueprint.analysis.naming import filled, name_of, named
from blueprint.analysis.service import actions_by_step, lived
from blueprint.analysis.written import time_told
from blueprint.graph import Graph
from blueprint.model import Persona
from blueprint.model.values import seconds
from blueprint.report import Finding, Mark, Method, Overlay, Report
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

USUAL = (4, 8)
"""How many personas a service usually has: a hint, never an error."""

_TOO_MUCH = 1e-9

_FEW = (
    "",
    "The one persona is described in full: six fields and both goals.",
    "Both personas are described in full: six fields and both goals.",
)
"""How it is said that all are complete, of one and of two."""


def personas(graph: Graph) -> Report:
    """Return what is known of each persona, where their goals are met, and their journeys.

    A persona is complete with six fields (age and place; favourite brands; turn-ons and
    turn-offs; channels by preference; devices and use; behaviour), a functional and an
    emotional goal. Journeys run along the main path of each blueprint: steps, touchpoints,
    channels, emotion and time, side by side.

    Args:
        graph: The graph.
    """
    every = lives_of(graph)
    numbers = [graph.index[node.id] for node in graph.of_kind("persona")]
    sought = list(goals_of(graph, every))
    found = list(passages(graph, every))
    return Report(
        name="personas",
        title=Phrase.of("Whose journey it is"),
        method=_method(numbers),
        summary=tuple(_sentences(graph, numbers, sought, found)),
        findings=tuple(_findings(graph, numbers, sought, found)),
        tables=filled(
            trimmed(graph, tables.people(graph, numbers)),
            trimmed(graph, tables.goals(graph, sought)),
            trimmed(graph, tables.journeys(graph, found)),
        ),
        charts=tuple(tables.charts(graph, found)),
        overlay=_overlay(graph, sought),
    )


def _method(numbers: Sequence[int]) -> Method:
    return Method(
        name="personas",
        source=Phrase.of("six fields and two goals of a persona; the comparison is defined here"),
        formula=Phrase.of(
            "complete = fields told / 6; touchpoint = a step of the main path where customer and "
            "frontstage act; time = Σ of the times that steps tell"
        ),
        scale=Phrase.of("counts; times; emotion on each blueprint's own scale"),
        direction=Phrase.of("more fields: more is known; higher emotion is better"),
        n=len(numbers),
        assumptions=(
            Phrase.of("everybody takes the main path: ways are not told per persona"),
            Phrase.of(
                "what is told of everybody holds for personas that tell nothing of their own"
            ),
            Phrase.of("4 to 8 personas are usual: a hint, no rule"),
        ),
        cannot_tell=(
            Phrase.of("whether such customers exist: that needs research"),
            Phrase.of("how long a persona really takes: times are told per step, not per persona"),
        ),
    )


def _sentences(
    graph: Graph, numbers: Sequence[int], sought: Sequence[Sought], found: Sequence[Passage]
) -> Iterator[Phrase]:
    if not numbers:
        yield Phrase.of("Cannot tell whose journey it is: no persona is named.")
        return
    whole = [n for n in numbers if not _missing(graph, n)]
    said = "Personas described in full, with six fields and both goals: {m} of {n}."
    if len(whole) == len(numbers):
        said = "All {n} personas are described in full: six fields and both goals."
        if len(numbers) < len(_FEW):
            said = _FEW[len(numbers)]
    yield Phrase.of(said, n=len(numbers), m=len(whole))
    if sought:
        met = sum(bool(one.met) for one in sought)
        said = "Goals with a step that is to meet them: {m} of {n}."
        if not met:
            said = "No goal has a step that is to meet it."
        elif met == len(sought):
            said = "Every goal has a step that is to meet it."
        yield Phrase.of(said, n=len(sought), m=met)
    yield from _apart(graph, found)


def _apart(graph: Graph, found: Sequence[Passage]) -> Iterator[Phrase]:
    """Say for whom a blueprint feels best and for whom worst, where that differs."""
    for lives in dict.fromkeys(passage.lives for passage in found):
        own = [passage for passage in found if passage.lives is lives]
        felt = [(p.line.arc.mean, p) for p in own if p.line and p.line.arc]
        if any(p.line.basis == "named" for _, p in felt if p.line):
            continue
        best = max(felt, key=lambda entry: entry[0], default=None)
        worst = min(felt, key=lambda entry: entry[0], default=None)
        if best is not None and worst is not None and figure(best[0]) != figure(worst[0]):
            yield Phrase.of(
                "“{blueprint}” feels best for {best} (mean {high}) and worst for {worst} (mean {low}), on "
                "a scale from {least} to {most}.",
                blueprint=name_of(graph, lives.blueprint),
                best=name_of(graph, best[1].persona),
                high=figure(best[0]),
                worst=name_of(graph, worst[1].persona),
                low=figure(worst[0]),
                least=figure(lives.scales.emotion[0]),
                most=figure(lives.scales.emotion[1]),
            )


def _missing(graph: Graph, number: int) -> tuple[str, ...]:
    persona = graph.nodes[number].element
    return completeness(persona).missing if isinstance(persona, Persona) else ()


def _findings(
    graph: Graph, numbers: Sequence[int], sought: Sequence[Sought], found: Sequence[Passage]
) -> Iterator[Finding]:
    yield from _unmet(graph, sought)
    yield from _shares(graph, found)
    yield from _impatient(graph, found)
    yield from _known(graph, numbers)
    low, high = USUAL
    if numbers and not low <= len(numbers) <= high:
        yield Finding(
            code="personas.number",
            severity="info",
            message=Phrase.of(
                "Personas named: {n}; {low} to {high} are usual", n=len(numbers), low=low, high=high
            ),
            about=about(graph, numbers),
            hint=Phrase.of("look for customers who behave differently")
            if len(numbers) < low
            else Phrase.of("join those that behave alike: nobody keeps so many in mind"),
        )


def _known(graph: Graph, numbers: Sequence[int]) -> Iterator[Finding]:
    for number in numbers:
        missing = _missing(graph, number)
        persona = graph.nodes[number].element
        if missing and isinstance(persona, Persona):
            known = completeness(persona)
            yield Finding(
                code="personas.incomplete",
                severity="info",
                message=Phrase.of(
                    "{who}: {n} of {fields} fields and {m} of {goals} goals are complete; missing: "
                    "{missing}",
                    who=name_of(graph, number),
                    n=known.complete,
                    fields=len(FIELDS),
                    m=sum(known.goals.values()),
                    goals=len(GOALS),
                    missing=listing([PARTS[part] for part in missing]),
                ),
                about=about(graph, [number]),
                hint=Phrase.of(
                    "ask such customers, and write {fields}", fields=", ".join(map(_field, missing))
                ),
            )


def _field(part: str) -> str:
    """Return what is missing as the file has it.

    Examples:
        >>> _field("goals.emotional"), _field("age")
        ('goals: emotional:', 'age:')
    """
    return f"{part.replace('.', ': ')}:"


def _unmet(graph: Graph, sought: Sequence[Sought]) -> Iterator[Finding]:
    for one in sought:
        who, goal = name_of(graph, one.persona), label_phrase(one.goal.text)
        kind = KINDS[one.kind]
        badly = [step for step, satisfied in one.met.items() if satisfied is False]
        if not one.met:
            yield Finding(
                code="personas.goal-nowhere",
                severity="warning",
                message=Phrase.of(
                    "{who}: no step is named that meets “{goal}” ({kind})",
                    who=who,
                    goal=goal,
                    kind=kind,
                ),
                about=about(graph, [one.persona]),
                hint=Phrase.of("name the steps that meet it under met_by:, or design one"),
            )
        elif len(badly) == len(one.met):
            yield Finding(
                code="personas.goal-unsatisfied",
                severity="warning",
                message=Phrase.of(
                    "{who}: “{goal}” ({kind}) is to be met in {steps}, where this persona is not "
                    "satisfied",
                    who=who,
                    goal=goal,
                    kind=kind,
                    steps=named(graph, badly),
                ),
                about=about(graph, [one.persona, *badly]),
                hint=Phrase.of("mend what this persona comes for"),
            )


def _shares(graph: Graph, found: Sequence[Passage]) -> Iterator[Finding]:
    for lives in dict.fromkeys(passage.lives for passage in found):
        own = [passage.persona for passage in found if passage.lives is lives]
        told = [
            share
            for number in own
            if isinstance(persona := graph.nodes[number].element, Persona)
            and (share := persona.share) is not None
        ]
        whole = fsum(told)
        if whole > 1 + _TOO_MUCH:
            yield Finding(
                code="personas.shares",
                severity="warning",
                message=Phrase.of(
                    "The shares of the personas of “{blueprint}” add up to {share}",
                    blueprint=name_of(graph, lives.blueprint),
                    share=share_told(whole),
                ),
                about=about(graph, own),
                hint=Phrase.of("let shares add up to 100 % at most"),
            )


def _impatient(graph: Graph, found: Sequence[Passage]) -> Iterator[Finding]:
    for passage in found:
        persona = graph.nodes[passage.persona].element
        if not isinstance(persona, Persona) or persona.patience is None or not passage.longest:
            continue
        wait, step = passage.longest
        patience = seconds(persona.patience)
        if wait > patience:
            yield Finding(
                code="personas.patience",
                severity="warning",
                message=Phrase.of(
                    "{who}: patience ends after {patience}, but the wait in {step} is {wait}",
                    who=name_of(graph, passage.persona),
                    patience=time_told(patience),
                    wait=time_told(wait),
                    step=where(graph, step),
                ),
                about=about(graph, [passage.persona, step]),
                hint=Phrase.of("shorten the wait, or tell beforehand how long it takes"),
            )


def _overlay(graph: Graph, sought: Sequence[Sought]) -> Overlay:
    actions = actions_by_step(graph)
    notes: dict[int, list[Phrase]] = {}
    for one in sought:
        note = Phrase.of(
            "{who}: “{goal}”",
            who=name_of(graph, one.persona),
            goal=label_phrase(one.goal.text),
        )
        for step in one.met:
            notes.setdefault(step, []).append(note)
    marks: dict[str, Mark] = {}
    for step in sorted(notes):
        mark = Mark(role="info", badge=str(len(notes[step])), note=listing(notes[step]))
        for card in lived(graph, actions[step]):
            light(marks, graph, card, mark)
    return Overlay(
        title=Phrase.of("Where personas reach their goals"),
        elements=marks,
        meanings={"info": Phrase.of("number of goals met here")},
    )
