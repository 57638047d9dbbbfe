"""How customers feel along the journey: arcs, peak and end, gaps, weakest links, surprises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.analysis.counted import steps
from blueprint.analysis.experience import emotion_tables as tables
from blueprint.analysis.experience.emotion_findings import findings
from blueprint.analysis.experience.lines import (
    MEASURES,
    Average,
    Line,
    averages,
    depth,
    line_of,
    weakest_of,
)
from blueprint.analysis.experience.peak_end import neutral_of
from blueprint.analysis.experience.people import Lives, lives_of
from blueprint.analysis.experience.surprises import Surprised, surprises_of
from blueprint.analysis.experience.wording import (
    MEASURE_SAID,
    figure,
    first_of,
    signed,
    trimmed,
    where,
    whose,
)
from blueprint.analysis.marking import light
from blueprint.analysis.naming import filled, named
from blueprint.analysis.service import actions_by_step, lived
from blueprint.graph import Graph
from blueprint.report import Mark, Method, Overlay, Report, Role
from blueprint.words import Phrase
from blueprint.words.label import listing

_TOLD = 4
"""Of how many arcs the summary tells: of more than these, those with the worst moments."""


def emotion(graph: Graph) -> Report:
    """Return how each persona feels along the journey, and which moments decide.

    Of each persona's emotion along the main path: the best and the worst moment, the end,
    their peak-end figure beside the means, each person first and averages after. Success, ease
    and emotion stand side by side; expectation, perception, sensory and emotional part are
    kept apart. Experience = (perception − expectation) x emotion is computed only where the
    emotion is an intensity that cannot be negative; elsewhere both stand with their quadrant.

    Args:
        graph: The graph.

    Returns:
        The arcs, the steps side by side, the parts, the weakest links and the surprises.
    """
    every = lives_of(graph)
    lines = [line_of(lives, person) for lives in every for person in lives.people]
    lines = [line for line in lines if line.values]
    surprised = [one for lives in every for one in surprises_of(graph, lives)]
    told = any(line.arc is not None for line in lines)
    return Report(
        name="emotion",
        title=Phrase.of("How customers feel along the journey"),
        method=_method(graph, lines),
        summary=tuple(_sentences(graph, lines, surprised)),
        findings=tuple(findings(graph, every, lines, surprised)),
        tables=filled(
            *((trimmed(graph, tables.arcs(graph, lines)),) if told else ()),
            trimmed(graph, tables.side_by_side(graph, every)),
            trimmed(graph, tables.parts(graph, every)),
            trimmed(graph, tables.weakest_links(graph, lines)),
            trimmed(graph, tables.surprised(graph, surprised)),
        ),
        charts=tuple(tables.charts(graph, lines)),
        overlay=_overlay(graph, lines),
    )


def _sentences(
    graph: Graph, lines: Sequence[Line], surprised: Sequence[Surprised]
) -> Iterator[Phrase]:
    told = [line for line in lines if line.arc is not None]
    if not told:
        yield Phrase.of("Cannot tell how customers feel: no step on the main path says so.")
    chosen = told if len(told) <= _TOLD else sorted(told, key=depth)[:_TOLD]
    for line in chosen:
        yield from _of_line(graph, line)
    if len(told) > _TOLD:
        said = "Arcs in the table beside these, none with a worse moment: {n}."
        yield Phrase.of(said, n=len(told) - _TOLD)
    yield from _scales(told)
    for lives in dict.fromkeys(line.lives for line in told):
        yield from _averaged(graph, lives, [line for line in told if line.lives is lives])
    yield from _weakest(graph, lines)
    yield from _surprises(surprised)


def _surprises(surprised: Sequence[Surprised]) -> Iterator[Phrase]:
    every = len({(one.step, id(one.surprise)) for one in surprised})
    counting = len({(one.step, id(one.surprise)) for one in surprised if one.satisfies})
    if every == counting == 1:
        yield Phrase.of("There is 1 surprise, on a step that satisfies.")
    elif every == 1:
        yield Phrase.of("The 1 surprise does not count: its step is not known to satisfy.")
    elif every and every == counting:
        yield Phrase.of("There are {n} surprises, each on a step that satisfies.", n=every)
    elif every:
        said = "Surprises that count, for their step satisfies: {m} of {n}."
        yield Phrase.of(said, m=counting, n=every)


def _scales(lines: Sequence[Line]) -> Iterator[Phrase]:
    """Say on which scale the figures are, each scale once; of several, how many are on each."""
    found: dict[tuple[str, float, float], int] = {}
    for line in lines:
        found[line.basis, *line.ends] = found.get((line.basis, *line.ends), 0) + 1
    for (basis, low, high), n in found.items():
        said = "Emotion is told from {low} to {high}; {neutral} is neutral."
        if basis == "named":
            said = (
                "Named emotions are told as a net, pleasant less unpleasant, from {low} to {high}."
            )
        scale = Phrase.of(
            said, low=figure(low), high=figure(high), neutral=figure(neutral_of((low, high)))
        )
        yield scale if len(found) == 1 else Phrase.of("{scale} Arcs: {n}.", scale=scale, n=n)


def _of_line(graph: Graph, line: Line) -> Iterator[Phrase]:
    arc = line.arc
    if arc is None:
        return
    who = whose(graph, line.lives, line.person)
    if len(line.values) == 1:
        said = "{who}: the journey is one step, {step} ({value}), peak and end at once."
        step = where(graph, line.number(arc.high_at))
        yield Phrase.of(said, who=who, step=step, value=figure(arc.high))
        return
    alike = arc.high == arc.low
    yield Phrase.of(
        "{who}: all {n} steps told feel alike ({high}); {end}."
        if alike
        else "{who}: best at {best} ({high}), worst at {worst} ({low}); {end}.",
        who=who,
        n=arc.n,
        best=first_of(where(graph, line.number(arc.high_at)), len(line.as_felt(arc.high_at)) - 1),
        high=figure(arc.high),
        worst=first_of(where(graph, line.number(arc.low_at)), len(line.as_felt(arc.low_at)) - 1),
        low=figure(arc.low),
        end=Phrase.of("how the end feels is not told, so there is no peak-end figure")
        if arc.end is None or arc.peak_end is None
        else Phrase.of(
            "the end is {end}, peak-end {figure}, the mean {mean}",
            end=figure(arc.end),
            figure=figure(arc.peak_end),
            mean=figure(arc.mean),
        ),
    )


def _averaged(graph: Graph, lives: Lives, lines: Sequence[Line]) -> Iterator[Phrase]:
    """Say the averages over the persons of a blueprint, and whose figure is the lowest."""
    found = averages(lines)
    if not found:
        return
    told = _average(found[0])
    for other in found[1:]:
        told = Phrase.of("{told}; {more}", told=told, more=_average(other))
    if graph.scope.several:
        said = "Over {n} personas in {blueprint}: {told}."
        blueprint = where(graph, lives.blueprint)
        yield Phrase.of(said, n=found[0].n, blueprint=blueprint, told=told)
    else:
        yield Phrase.of("Over {n} personas: {told}.", n=found[0].n, told=told)
    lowest = weakest_of(lines)
    if lowest is not None:
        line, value = lowest
        said = "Weakest link of these averages: {who}, peak-end {value}."
        yield Phrase.of(said, who=line.person.name, value=figure(value))


def _average(one: Average) -> Phrase:
    how = Phrase.of("weighted by share") if one.by_share else Phrase.of("each counted alike")
    if one.peak_end is None:
        said = "the mean {mean} ({how}), no peak-end figure, for one is missing"
        return Phrase.of(said, mean=figure(one.mean), how=how)
    said = "peak-end {figure}, the mean {mean} ({how})"
    return Phrase.of(said, figure=figure(one.peak_end), mean=figure(one.mean), how=how)


def _weakest(graph: Graph, lines: Sequence[Line]) -> Iterator[Phrase]:
    found = [(weak, line) for line in lines if (weak := line.weakest.get("gap")) is not None]
    if not found:
        return
    weak, line = min(found, key=lambda pair: pair[0].lowest)
    low, high = line.lives.scales.expectation
    against = "Weakest link against expectation"
    if weak.lowest >= 0:
        against = "Nothing is worse than expected; closest to it"
    said = "the mean over {steps} is {mean}" if weak.n > 1 else "no other step tells both"
    yield Phrase.of(
        "{against}: {step}, {gap} on a scale from {low} to {high} ({who}; {compared}).",
        against=Phrase.of(against),
        compared=Phrase.of(said, steps=steps(weak.n), mean=signed(weak.mean)),
        step=first_of(where(graph, weak.step), weak.more),
        gap=signed(weak.lowest),
        low=figure(low),
        high=figure(high),
        who=whose(graph, line.lives, line.person),
    )


def _method(graph: Graph, lines: Sequence[Line]) -> Method:
    cannot = [
        Phrase.of("what single customers felt: these are a persona's figures, not answers"),
    ]
    if any(line.arc is not None for line in lines):
        said = "whether peak-end or the mean predicts better here: both are shown"
        cannot.append(Phrase.of(said))
    untimed = dict.fromkeys(number for line in lines for number in line.untimed)
    if untimed:
        said = "the mean weighted by duration: no duration is told in {steps}"
        cannot.append(Phrase.of(said, steps=named(graph, list(untimed))))
    silent = [
        MEASURE_SAID[measure]
        for measure in MEASURES
        if lines and all(measure not in line.weakest for line in lines)
    ]
    if silent:
        cannot.append(
            Phrase.of("what no step on the main path tells: {names}", names=listing(silent))
        )
    if any(line.basis == "named" for line in lines):
        said = (
            "Net Emotional Value by Shaw 2007, the mean of 12 emotions less that of 8: steps need not "
            "name all 20, so the net of those named is not called so"
        )
        cannot.append(Phrase.of(said))
    other = sum(line.left_out for line in lines)
    if other:
        said = "emotions told on the other scale, named or as a figure: {n} are not in the arc"
        cannot.append(Phrase.of(said, n=other))
    return Method(
        name="emotion",
        source=Phrase.of(
            "peak-end rule (Kahneman); success, ease and emotion side by side (XM Institute); named "
            "emotions (Shaw 2007), aggregation assumed; experience = (perception − expectation) × "
            "emotion has no primary source"
        ),
        formula=Phrase.of(
            "peak = the figure farthest from neutral, of equals the worse; peak-end = (peak + end) / "
            "2; mean = Σ figures / n; weighted mean = Σ (figure × duration) / Σ durations; gap = "
            "perception − expectation; experience = gap × intensity, intensity ≥ 0"
        ),
        scale=Phrase.of(
            "each blueprint's own scales; neutral is 0 where it lies inside, else the middle"
        ),
        direction=Phrase.of("higher is better; a negative gap is worse than expected"),
        n=sum(line.arc.n for line in lines if line.arc is not None),
        assumptions=(
            Phrase.of("peak and end are derived moments of truth, on the main path alone"),
            Phrase.of("each person first, then averaged; an average needs every person's figure"),
            Phrase.of(
                "the mean predicts later judgement about as well as peak and end "
                "(meta-analysis, r = .581)"
            ),
            Phrase.of(
                "of the three, emotion is reported as most strongly associated with loyalty: an "
                "association, not a law"
            ),
            Phrase.of("where nothing was expected there is no gap; nothing is not zero"),
            Phrase.of(
                "a step satisfies when of gap, emotion and success none is below its zero or middle"
            ),
        ),
        cannot_tell=tuple(cannot),
    )


def _overlay(graph: Graph, lines: Sequence[Line]) -> Overlay:
    said: dict[int, list[tuple[Role, str, Phrase]]] = {}
    for line in lines:
        arc = line.arc
        if arc is None:
            continue
        who = whose(graph, line.lives, line.person)
        ends: list[tuple[Role, str, int, float, Phrase]] = [
            ("warning", "−", arc.low_at, arc.low, Phrase.of("worst moment")),
            ("info", "+", arc.high_at, arc.high, Phrase.of("best moment")),
        ]
        if arc.end is not None:
            ends.append(("touch", "", len(line.values) - 1, arc.end, Phrase.of("the end")))
        for role, badge, at, value, what in ends:
            note = Phrase.of("{what}: {who}, {value}", what=what, who=who, value=figure(value))
            said.setdefault(line.number(at), []).append((role, badge, note))
    actions = actions_by_step(graph)
    rank = ("warning", "info", "touch")
    marks: dict[str, Mark] = {}
    for number in sorted(said):
        own = sorted(said[number], key=lambda one: rank.index(one[0]))
        mark = Mark(role=own[0][0], badge=own[0][1], note=listing([note for *_, note in own]))
        for card in lived(graph, actions[number]):
            light(marks, graph, card, mark)
    return Overlay(
        title=Phrase.of("Best moment, worst moment and end"),
        elements=marks,
        meanings={
            "warning": Phrase.of("worst moment of a persona"),
            "info": Phrase.of("best moment of a persona"),
            "touch": Phrase.of("how the journey ends"),
        },
    )
