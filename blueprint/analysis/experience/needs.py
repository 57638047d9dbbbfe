"""Which of the twelve needs each step serves, which are over-served, and which nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.counted import steps
from blueprint.analysis.experience import needs_tables as tables
from blueprint.analysis.experience.need_grid import LEAST, NEEDS, over_served
from blueprint.analysis.experience.needs_tables import need_words
from blueprint.analysis.experience.people import lives_of
from blueprint.analysis.experience.served import Served, served_by
from blueprint.analysis.experience.value_elements import (
    ELEMENTS,
    LEVEL_OF,
    LEVELS,
    element_of,
    nearest_element,
)
from blueprint.analysis.experience.wording import (
    about,
    figure,
    trimmed,
    where,
)
from blueprint.analysis.marking import light
from blueprint.analysis.naming import filled, named
from blueprint.analysis.service import actions_by_step, lived
from blueprint.graph import Graph
from blueprint.report import Finding, Mark, Method, Overlay, Report
from blueprint.words import Phrase
from blueprint.words.label import listing

_FIRST = 3
"""Of so many needs served most often, and no more, a sentence tells."""


def needs(graph: Graph, *, over: float = 2.0) -> Report:
    """Return which needs and values each step serves, and which are served nowhere.

    The needs are the twelve of the 4 x 3 grid that steps name under ``experience: needs``; the
    values are tags that should be among the thirty elements of value. A need that a step
    names counts as served unless the step satisfies nobody it names it for. It is over-served
    when at least three steps serve it, and ``over`` times as many as a need on average.

    Args:
        graph: The graph.
        over: How many times the mean is too much; more than 1.

    Raises:
        BlueprintError: ``over`` is not more than 1.
    """
    served = served_by(lives_of(graph))
    counts = served.counts()
    told = any(counts.values())
    too_much = over_served(served.well, over=over)
    return Report(
        name="needs",
        title=Phrase.of("Which needs the journey serves"),
        method=_method(served, over),
        summary=tuple(_sentences(served, counts, too_much)),
        findings=tuple(_findings(graph, served, counts, too_much)) if told or served.values else (),
        tables=filled(
            *(
                (
                    tables.grid(graph, served, counts, too_much),
                    trimmed(graph, tables.matrix(graph, served)),
                )
                if told
                else ()
            ),
            *((tables.people(served),) if told and len(served.people) > 1 else ()),
            tables.values(graph, served),
        ),
        charts=(tables.chart(served),) if told else (),
        overlay=_overlay(graph, served, told=told),
    )


def _method(served: Served, over: float) -> Method:
    return Method(
        name="needs",
        source=Phrase.of(
            "the 4 × 3 grid of needs; the 30 elements of value (Almquist, Senior & Bloch 2016); what "
            "over-served means is defined here"
        ),
        formula=Phrase.of(
            "served = steps that name the need for somebody they satisfy; over-served: served ≥ {least} "
            "and ≥ {over} × the mean of the needs served at all; nowhere: no step names it",
            least=LEAST,
            over=figure(over),
        ),
        scale=Phrase.of("counts of steps"),
        direction=Phrase.of("more steps serve a need more often, not better"),
        n=len(served.by_step),
        assumptions=(
            Phrase.of("what is told of everybody holds for every persona"),
            Phrase.of(
                "a step satisfies when of gap, emotion and success none is below its zero or middle; "
                "where none is told, it is taken to"
            ),
            Phrase.of("only steps that tell an experience are looked at"),
        ),
        cannot_tell=(
            Phrase.of("how well a need is served: steps only name it"),
            Phrase.of("how important each need is to customers: ask them"),
        ),
    )


def _sentences(
    served: Served, counts: Mapping[str, int], too_much: Sequence[str]
) -> Iterator[Phrase]:
    if not any(counts.values()):
        yield Phrase.of("Cannot tell which needs are served: no step names any.")
    else:
        well = served.well
        found = [need for need in NEEDS if well[need]]
        badly = [need for need in NEEDS if counts[need] and not well[need]]
        most = max(well.values())
        first = [need for need in found if well[need] == most]
        if len(found) == 1 or len(first) > _FIRST or most == 1:
            said = "Needs served: {n} of the 12."
            yield Phrase.of(said, n=len(found))
        elif found:
            said = "Needs served: {n} of the 12, most often {needs} ({times})."
            times = steps(most) if len(first) == 1 else Phrase.of("{times} each", times=steps(most))
            yield Phrase.of(said, n=len(found), needs=need_words(first), times=times)
        if badly:
            said = "Named only in steps that do not satisfy: {needs}."
            yield Phrase.of(said, needs=need_words(badly))
        nowhere = [need for need in NEEDS if not counts[need]]
        if nowhere:
            yield Phrase.of("No step names: {needs}.", needs=need_words(nowhere))
        if too_much:
            yield Phrase.of(
                "Served much more often than the rest: {needs}.", needs=need_words(too_much)
            )
    if served.values:
        elements = {element for tag in served.values if (element := element_of(tag))}
        levels = [
            Phrase.of(
                "{level} {n} of {all}",
                level=LEVELS[level],
                n=sum(1 for element in elements if LEVEL_OF[element] == level),
                all=len(own),
            )
            for level, own in ELEMENTS.items()
            if any(LEVEL_OF[element] == level for element in elements)
        ]
        said = "Elements of value named: {n} of the 30 ({levels})."
        if not elements:
            said = "None of the values named is one of the 30 elements of value."
        yield Phrase.of(said, n=len(elements), levels=listing(levels))


def _findings(
    graph: Graph, served: Served, counts: Mapping[str, int], too_much: Sequence[str]
) -> Iterator[Finding]:
    if any(counts.values()):
        yield from _uneven(graph, served, counts, too_much)
    valued = {step for own in served.values.values() for step in own}
    idle = [step for step, own in served.needs.items() if not own and step not in valued]
    if idle and any(counts.values()):
        yield Finding(
            code="needs.step-serves-none",
            severity="info",
            message=Phrase.of(
                "No need and no value is named in {steps}: {names}"
                if len(idle) > 1
                else "No need and no value is named in {names}",
                steps=steps(len(idle)),
                names=named(graph, idle),
            ),
            about=about(graph, idle),
            hint=Phrase.of("ask what the customer gets there; where it is nothing, leave it out"),
        )
    for tag, own in served.values.items():
        if element_of(tag) is None:
            near = nearest_element(tag)
            yield Finding(
                code="needs.unknown-value",
                severity="warning",
                message=Phrase.of("“{tag}” is none of the 30 elements of value", tag=tag),
                about=about(graph, own),
                hint=Phrase.of("did you mean “{near}”?", near=near)
                if near
                else Phrase.of("take one of the 30, or describe it in a note"),
            )


def _uneven(
    graph: Graph, served: Served, counts: Mapping[str, int], too_much: Sequence[str]
) -> Iterator[Finding]:
    nowhere = [need for need in NEEDS if not counts[need]]
    if nowhere:
        yield Finding(
            code="needs.nowhere",
            severity="warning",
            message=Phrase.of(
                "Served nowhere, for no step names it: {needs}", needs=need_words(nowhere)
            )
            if len(nowhere) == 1
            else Phrase.of(
                "Served nowhere, for no step names them: {needs}", needs=need_words(nowhere)
            ),
            hint=Phrase.of("ask customers which of these they miss, and where"),
        )
    well = served.well
    found = [n for n in well.values() if n]
    for need in too_much:
        yield Finding(
            code="needs.over-served",
            severity="info",
            message=Phrase.of(
                "“{need}” is served in {steps}, {times} times the mean of the needs served",
                need=Phrase.of(need),
                steps=steps(well[need]),
                times=figure(well[need] * len(found) / sum(found)),
            ),
            about=about(graph, served.steps_of(need)),
            hint=Phrase.of(
                "ask whether some of this effort would do more for a need served nowhere"
            ),
        )
    for need in sorted(NEEDS, key=lambda need: well[need] > 0):
        badly = served.badly_in(need)
        if badly:
            yield Finding(
                code="needs.served-badly",
                severity="warning" if len(badly) == counts[need] else "info",
                message=Phrase.of(
                    "“{need}” is named in {names}, but not satisfied there"
                    if len(badly) == counts[need]
                    else "“{need}” is named in {steps}, but not satisfied in {names}",
                    need=Phrase.of(need),
                    steps=steps(counts[need]),
                    names=named(graph, badly),
                ),
                about=about(graph, badly),
                hint=Phrase.of(
                    "find out what customers miss there: it is worse than expected, feels bad or fails"
                ),
            )
    if len(served.people) < 2:  # noqa: PLR2004  (nobody to compare with)
        return
    for person, name in served.people.items():
        own = served.counts(person)
        lacking = [need for need in NEEDS if counts[need] and not own[need]]
        if lacking:
            others = [step for need in lacking for step in served.steps_of(need)]
            yield Finding(
                code="needs.only-for-others",
                severity="info",
                message=Phrase.of(
                    "{who}: named for other personas, but nowhere for this one: {needs}",
                    who=name,
                    needs=need_words(lacking),
                ),
                about=about(graph, others, person),
                hint=Phrase.of("check whether they need it less, or were forgotten"),
            )


def _overlay(graph: Graph, served: Served, *, told: bool) -> Overlay:
    actions = actions_by_step(graph)
    marks: dict[str, Mark] = {}
    for step in served.by_step if told else ():
        found = served.needs[step]
        mark = Mark(
            role="info" if found else "warning",
            badge=str(len(found)),
            note=Phrase.of("{step} names {needs}", step=where(graph, step), needs=need_words(found))
            if found
            else Phrase.of("{step} names no need", step=where(graph, step)),
        )
        for card in lived(graph, actions[step]):
            light(marks, graph, card, mark)
    return Overlay(
        title=Phrase.of("Needs named, step by step"),
        elements=marks,
        meanings={
            "info": Phrase.of("number of needs named"),
            "warning": Phrase.of("no need is named here"),
        },
    )
