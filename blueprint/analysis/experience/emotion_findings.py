"""What is to be noted of emotion: worst moments, missing ends, gaps, signs and surprises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.analysis.counted import steps
from blueprint.analysis.experience.lines import Line
from blueprint.analysis.experience.peak_end import neutral_of
from blueprint.analysis.experience.people import Lives
from blueprint.analysis.experience.shaw import nearest
from blueprint.analysis.experience.surprises import Surprised
from blueprint.analysis.experience.wording import (
    about,
    figure,
    where,
    whose,
)
from blueprint.analysis.naming import MOST_NAMED, named
from blueprint.analysis.service import declared_moments
from blueprint.graph import Graph
from blueprint.report import Finding
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing


def findings(
    graph: Graph, every: Sequence[Lives], lines: Sequence[Line], surprised: Sequence[Surprised]
) -> Iterator[Finding]:
    """Go through what is to be noted, the gravest kind first."""
    yield from _off_scale(graph, every)
    yield from _unknown(graph, every)
    yield from _no_end(graph, lines)
    yield from _worst(graph, lines)
    yield from _gaps(graph, every)
    yield from _refused(graph, every)
    yield from _surprises(graph, surprised)
    yield from _derived(graph, lines)
    yield from _tied(graph, lines)


def _off_scale(graph: Graph, every: Sequence[Lives]) -> Iterator[Finding]:
    for lives in every:
        for at, number in enumerate(lives.numbers):
            off = [(person, one) for person in lives.people for one in person.moments[at].off]
            for one in dict.fromkeys(one for _, one in off):
                people = [person.id for person, own in off if own == one]
                yield Finding(
                    code="emotion.off-scale",
                    severity="error",
                    message=Phrase.of(
                        "{step}: the emotion “{word}” {value} lies outside the scale of intensity, "
                        "{low} to {high}, and is left out",
                        step=where(graph, number),
                        word=one.word,
                        value=figure(one.value),
                        low=figure(one.low),
                        high=figure(one.high),
                    ),
                    about=about(graph, [number], *people),
                    hint=Phrase.of("write a figure on the scale, or set the scale"),
                )


def _unknown(graph: Graph, every: Sequence[Lives]) -> Iterator[Finding]:
    found: dict[str, dict[int, None]] = {}
    for lives in every:
        for at, number in enumerate(lives.numbers):
            for word in (word for person in lives.people for word in person.moments[at].unknown):
                found.setdefault(word, {})[number] = None
    for word, numbers in found.items():
        near = nearest(word)
        yield Finding(
            code="emotion.unknown-emotion",
            severity="warning",
            message=Phrase.of(
                "“{word}” in {steps} is none of the 20 named emotions and is left out",
                word=word,
                steps=named(graph, list(numbers)),
            ),
            about=about(graph, numbers),
            hint=Phrase.of("did you mean “{near}”?", near=near)
            if near
            else Phrase.of("take one of the 20, or write emotion: as one figure"),
        )


def _no_end(graph: Graph, lines: Sequence[Line]) -> Iterator[Finding]:
    for line in lines:
        if line.arc is not None and line.arc.end is None:
            yield Finding(
                code="emotion.no-end",
                severity="warning",
                message=Phrase.of(
                    "{who}: the last step, {step}, tells no emotion, so there is no peak-end figure",
                    who=whose(graph, line.lives, line.person),
                    step=where(graph, line.end),
                ),
                about=about(graph, [line.end], line.person.id),
                hint=Phrase.of("ask customers how the end felt, and write emotion: there"),
            )


def _worst(graph: Graph, lines: Sequence[Line]) -> Iterator[Finding]:
    found: dict[int, list[Line]] = {}
    for line in lines:
        neutral = neutral_of(line.lives.scales.emotion) if line.basis == "figure" else 0.0
        if line.arc is not None and line.arc.low < neutral:
            found.setdefault(line.number(line.arc.low_at), []).append(line)
    for number, own in found.items():
        people = listing([_with_low(graph, line) for line in own])
        alike = {n: None for line in own if line.arc for n in line.as_felt(line.arc.low_at)[1:]}
        yield Finding(
            code="emotion.worst",
            severity="warning",
            message=Phrase.of(
                _WORST[min(len(own), 2) if alike else 0],
                step=where(graph, number),
                people=people,
                others=named(graph, list(alike)),
            ),
            about=about(graph, [number], *(line.person.id for line in own)),
            hint=Phrase.of("look at this step first: nothing on the way feels worse"),
        )


_WORST = (
    "{step} is the worst moment of the journey: {people}",
    "{step} is the worst moment of the journey: {people}; just as low: {others}",
    "{step} is the worst moment of the journey: {people}; just as low for some: {others}",
)
"""How it is said where it is alone, where others are as low, and where they are so for some."""


def _with_low(graph: Graph, line: Line) -> Phrase:
    low = "" if line.arc is None else figure(line.arc.low)
    return Phrase.of("{who} ({value})", who=whose(graph, line.lives, line.person), value=low)


def _gaps(graph: Graph, every: Sequence[Lives]) -> Iterator[Finding]:
    for lives in every:
        for person in lives.people:
            gaps = [
                (gap, number)
                for number, moment in zip(lives.numbers, person.moments, strict=True)
                if (gap := moment.lived.gap) is not None and gap < 0
            ]
            if not gaps:
                continue
            lowest, number = min(gaps)
            yield Finding(
                code="emotion.below-expectation",
                severity="warning",
                message=Phrase.of(
                    "{who}: worse than expected in {steps}, most of all in {step} ({gap})"
                    if len(gaps) > 1
                    else "{who}: worse than expected in {step} ({gap})",
                    who=whose(graph, lives, person),
                    steps=steps(len(gaps)),
                    step=where(graph, number),
                    gap=figure(lowest),
                ),
                about=about(graph, [number, *(n for _, n in gaps)], person.id),
                hint=Phrase.of("do what was expected, or promise less before"),
            )


def _refused(graph: Graph, every: Sequence[Lives]) -> Iterator[Finding]:
    signed: dict[int, None] = {}
    doubled: dict[int, None] = {}
    negative: dict[int, None] = {}
    for lives in every:
        for person in lives.people:
            for number, moment in zip(lives.numbers, person.moments, strict=True):
                found = moment.lived
                if found.refused == "signed":
                    signed[number] = None
                    if found.against == "below" and found.feeling == "unpleasant":
                        doubled[number] = None
                elif found.refused == "negative":
                    negative[number] = None
    if signed:
        yield Finding(
            code="emotion.signed",
            severity="info",
            message=Phrase.of(
                "In {steps} gap and emotion are not multiplied, for no intensity is told; two negatives "
                "would look good in {doubled}"
                if doubled
                else "In {steps} gap and emotion are not multiplied, for no intensity is told",
                steps=steps(len(signed)),
                doubled=steps(len(doubled)),
            ),
            about=about(graph, signed),
            hint=Phrase.of(
                "write intensity: on its own scale from 0 up; until then, read the quadrant"
            ),
        )
    if negative:
        yield Finding(
            code="emotion.negative-intensity",
            severity="error",
            message=Phrase.of(
                "The scale of intensity starts below 0: gap and emotion are not multiplied in {steps}",
                steps=steps(len(negative)),
            ),
            about=about(graph, negative),
            hint=Phrase.of("let scales: intensity start at 0"),
        )


def _surprises(graph: Graph, surprised: Sequence[Surprised]) -> Iterator[Finding]:
    told: dict[tuple[int, int], list[Surprised]] = {}
    for one in surprised:
        told.setdefault((one.step, id(one.surprise)), []).append(one)
    misplaced = [own for own in told.values() if any(one.satisfies is False for one in own)]
    unprepared = [own[0] for own in told.values() if not own[0].prepared]
    if misplaced:
        yield _misplaced(graph, misplaced)
    if unprepared:
        yield Finding(
            code="emotion.surprise-unprepared",
            severity="warning",
            message=Phrase.of(
                "The surprise {name} is prepared by nobody backstage"
                if len(unprepared) == 1
                else "Surprises that nobody prepares backstage: {name}",
                name=_surprise_words(graph, unprepared),
            ),
            about=about(graph, [one.step for one in unprepared]),
            hint=Phrase.of("name the backstage action that prepares it in prepared_by:"),
        )


def _misplaced(graph: Graph, found: Sequence[Sequence[Surprised]]) -> Finding:
    let_down = [[one.person for one in own if one.satisfies is False] for own in found]
    one, people = found[0][0], let_down[0]
    name = label_phrase(one.surprise.name)
    names = listing([person.name for person in people])
    said = "The surprise “{name}” does not count: {step} does not satisfy {people}"
    return Finding(
        code="emotion.surprise-misplaced",
        severity="warning",
        message=Phrase.of(said, name=name, step=where(graph, one.step), people=names)
        if len(found) == 1
        else Phrase.of(
            "Surprises that do not count, for their step does not satisfy everybody: {name}",
            name=_surprise_words(graph, [own[0] for own in found]),
        ),
        about=about(
            graph,
            [own[0].step for own in found],
            *(person.id for people in let_down for person in people),
        ),
        hint=Phrase.of("make the step satisfy first, then surprise"),
    )


def _surprise_words(graph: Graph, found: Sequence[Surprised]) -> Phrase:
    """Return some surprises with their steps, cut short where there are many."""
    told = [
        Phrase.of(
            "“{name}” in {step}", name=label_phrase(one.surprise.name), step=where(graph, one.step)
        )
        for one in found[:MOST_NAMED]
    ]
    more = len(found) - MOST_NAMED
    names = listing(told)
    return Phrase.of("{names} and {n} more", names=names, n=more) if more > 0 else names


def _derived(graph: Graph, lines: Sequence[Line]) -> Iterator[Finding]:
    declared = set(declared_moments(graph))
    found: dict[int, None] = {}
    for line in lines:
        if line.arc is not None:
            found[line.number(line.arc.peak_at)] = None
            if line.arc.end is not None:
                found[line.end] = None
    silent = sorted(number for number in found if number not in declared)
    if silent:
        yield Finding(
            code="emotion.derived-moments",
            severity="info",
            message=Phrase.of(
                "No moment of truth is declared where a journey peaks or ends: {names}",
                names=named(graph, silent),
            ),
            about=about(graph, silent),
            hint=Phrase.of("decide whether it is a moment of truth, and name owner and standard")
            if len(silent) == 1
            else Phrase.of("decide whether they are moments of truth, and name owner and standard"),
        )


def _tied(graph: Graph, lines: Sequence[Line]) -> Iterator[Finding]:
    found: dict[int, list[Line]] = {}
    for line in lines:
        if line.arc is not None and line.arc.tied:
            found.setdefault(line.number(line.arc.peak_at), []).append(line)
    for number, own in found.items():
        yield Finding(
            code="emotion.tied",
            severity="info",
            message=Phrase.of(
                "{who}: best and worst moment are equally strong; the worst, {step}, counts as "
                "the peak",
                who=listing([whose(graph, line.lives, line.person) for line in own]),
                step=where(graph, number),
            ),
            about=about(graph, [number], *(line.person.id for line in own)),
        )
