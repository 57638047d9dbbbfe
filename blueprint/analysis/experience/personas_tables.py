"""The tables and the charts of personas: what is known, goals, journeys side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.analysis.amounts import Unit
from blueprint.analysis.experience.completeness import FIELDS, GOALS, TITLES, completeness
from blueprint.analysis.experience.goals import Sought
from blueprint.analysis.experience.side_by_side import Passage
from blueprint.analysis.experience.wording import (
    BLUEPRINT,
    PERSONA,
    felt_at,
    figure,
    names_of,
    rounded,
)
from blueprint.analysis.naming import name_of, named, table
from blueprint.graph import Graph
from blueprint.model import Persona
from blueprint.report import Cell, Chart, Column, Point, Series, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

_PERSONA_ID = Column(key="id", title=Phrase.of("Persona id"))
_NAME = Column(key="name", title=Phrase.of("Persona"))
_LONG = 24
"""A journey of so many units is told in that unit, however short another one is."""


def people(graph: Graph, numbers: Sequence[int]) -> Table:
    """Return one row per persona: which of the six fields and two goals are told."""
    columns = (
        _PERSONA_ID,
        _NAME,
        Column(key="share", title=Phrase.of("Share of customers"), unit="%"),
        *(Column(key=field, title=TITLES[field]) for field in FIELDS),
        *(Column(key=goal, title=title) for goal, title in GOALS.items()),
        Column(key="complete", title=Phrase.of("Fields complete, of 6")),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for number in numbers:
            node = graph.nodes[number]
            if isinstance(node.element, Persona):
                known = completeness(node.element)
                share = node.element.share
                yield (
                    node.id,
                    name_of(graph, number),
                    None if share is None else rounded(share * 100),
                    *known.fields.values(),
                    *known.goals.values(),
                    known.complete,
                )

    return table("personas", Phrase.of("What is known of each persona"), columns, rows())


def goals(graph: Graph, sought: Sequence[Sought]) -> Table:
    """Return one row per goal: which steps meet it, and whether they satisfy."""
    return table(
        "goals",
        Phrase.of("Where goals are met"),
        (
            PERSONA,
            Column(key="kind", title=Phrase.of("Kind")),
            Column(key="goal", title=Phrase.of("Goal")),
            Column(key="met", title=Phrase.of("Met in")),
            Column(key="satisfied", title=Phrase.of("Satisfied there")),
        ),
        (
            (
                name_of(graph, one.persona),
                GOALS[one.kind],
                label_phrase(one.goal.text),
                names_of(graph, list(one.met)),
                _satisfied(graph, one),
            )
            for one in sought
        ),
    )


def _satisfied(graph: Graph, one: Sought) -> Cell:
    verdicts = set(one.met.values())
    if verdicts in ({True}, {False}):
        return verdicts.pop()
    if False in verdicts:
        unsatisfied = [step for step, met in one.met.items() if met is False]
        return Phrase.of("not in {names}", names=named(graph, unsatisfied))
    return Phrase.of("cannot tell") if verdicts else None


def journeys(graph: Graph, found: Sequence[Passage]) -> Table:
    """Return one row per persona and blueprint: steps, touchpoints, channels, emotion, time."""
    unit = _unit(found)
    columns = (
        BLUEPRINT,
        PERSONA,
        Column(key="steps", title=Phrase.of("Steps on the main path")),
        Column(key="touchpoints", title=Phrase.of("Touchpoints")),
        Column(key="channels", title=Phrase.of("Channels used")),
        Column(key="preferred", title=Phrase.of("Of these preferred")),
        Column(key="told", title=Phrase.of("Steps with their emotion")),
        Column(key="mean", title=Phrase.of("Mean emotion")),
        Column(key="low", title=Phrase.of("Worst emotion")),
        Column(key="low_at", title=Phrase.of("Worst at")),
        Column(key="peak_end", title=Phrase.of("Peak-end")),
        Column(key="time", title=Phrase.of("Time told"), unit=unit.name),
        Column(key="untimed", title=Phrase.of("Steps without a time")),
        Column(key="wait", title=Phrase.of("Longest wait"), unit=unit.name),
        Column(key="wait_at", title=Phrase.of("Longest wait at")),
    )
    rows = (_journey(graph, passage, unit) for passage in found)
    said = "Journeys side by side" if len(found) > 1 else "The journey in figures"
    return table("journeys", Phrase.of(said), columns, rows)


def _unit(found: Sequence[Passage]) -> Unit:
    """Return the largest unit in which every journey takes two, or a larger one of long ones."""
    times = [passage.time for passage in found if passage.time]
    least, most = min(times, default=0.0), max(times, default=0.0)
    units = (Unit("d", 86400.0), Unit("h", 3600.0))
    whole = (unit for unit in units if least >= 2 * unit.length or most >= _LONG * unit.length)
    return next(whole, Unit("min", 60.0))


def _journey(graph: Graph, passage: Passage, unit: Unit) -> tuple[Cell, ...]:
    line = passage.line
    arc = None if line is None else line.arc
    wait, step = passage.longest or (None, None)
    return (
        name_of(graph, passage.lives.blueprint),
        name_of(graph, passage.persona),
        len(passage.lives.path),
        len(passage.touchpoints),
        len(passage.channels),
        None if passage.preferred is None else len(passage.preferred),
        0 if arc is None else arc.n,
        None if arc is None else rounded(arc.mean),
        None if arc is None else rounded(arc.low),
        None if arc is None or line is None else felt_at(graph, line, arc.low_at),
        None if arc is None else rounded(arc.peak_end),
        unit.of(passage.time),
        passage.untimed,
        unit.of(wait),
        None if step is None else name_of(graph, step),
    )


def charts(graph: Graph, found: Sequence[Passage]) -> Iterator[Chart]:
    """Go through the blueprints in which several personas can be compared by emotion."""
    for n, lives in enumerate(dict.fromkeys(passage.lives for passage in found)):
        arcs = [
            (passage, passage.line.arc)
            for passage in found
            if passage.lives is lives
            and passage.line is not None
            and passage.line.basis == "figure"
            and passage.line.arc is not None
        ]
        if len({id(passage.line.person) for passage, _ in arcs if passage.line}) < 2:  # noqa: PLR2004
            continue
        figures = (
            (Phrase.of("Mean"), [rounded(arc.mean) for _, arc in arcs]),
            (Phrase.of("Peak-end"), [rounded(arc.peak_end) for _, arc in arcs]),
        )
        title = Phrase.of("Emotion of each persona")
        if graph.scope.several:
            said = "Emotion of each persona in “{blueprint}”"
            title = Phrase.of(said, blueprint=name_of(graph, lives.blueprint))
        yield Chart(
            name="emotion" if n == 0 else f"emotion-{n + 1}",
            title=title,
            kind="bars",
            across=PERSONA.title,
            up=Phrase.of(
                "Emotion, {low} to {high}",
                low=figure(lives.scales.emotion[0]),
                high=figure(lives.scales.emotion[1]),
            ),
            series=tuple(
                Series(
                    name=name,
                    points=tuple(
                        Point(
                            label=name_of(graph, passage.persona),
                            y=value,
                            about=graph.nodes[passage.persona].id,
                        )
                        for (passage, _), value in zip(arcs, values, strict=True)
                    ),
                )
                for name, values in figures
            ),
            ends=lives.scales.emotion,
        )
