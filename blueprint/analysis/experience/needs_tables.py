"""The tables and the chart of needs: the grid, the coverage matrix, personas and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.experience.need_grid import GRID, NEEDS
from blueprint.analysis.experience.served import Served
from blueprint.analysis.experience.value_elements import ELEMENTS, LEVEL_OF, LEVELS, element_of
from blueprint.analysis.experience.wording import BLUEPRINT, PERSONA, STEP, STEP_ID, names_of
from blueprint.analysis.naming import name_of, name_of_id, table
from blueprint.graph import Graph
from blueprint.report import Cell, Chart, Column, Point, Series, Table
from blueprint.words import Phrase
from blueprint.words.label import listing

_STEPS = Column(key="steps", title=Phrase.of("Steps that name it"))
_AT = Column(key="at", title=Phrase.of("Named in"))


def need_words(chosen: Sequence[str]) -> Phrase:
    """Return some needs as they stand in a sentence, in quotation marks."""
    return listing([Phrase.of("“{name}”", name=Phrase.of(need)) for need in chosen])


def grid(graph: Graph, served: Served, counts: Mapping[str, int], too_much: Sequence[str]) -> Table:
    """Return one row per need: what it means, whether it is served, and where."""

    def state(need: str) -> Phrase:
        if not counts[need]:
            return Phrase.of("nowhere")
        if not served.well[need]:
            return Phrase.of("named, not satisfied")
        return Phrase.of("over-served") if need in too_much else Phrase.of("served")

    return table(
        "needs",
        Phrase.of("The twelve needs"),
        (
            Column(key="need", title=Phrase.of("Need")),
            Column(key="meaning", title=Phrase.of("That is")),
            Column(key="state", title=Phrase.of("State")),
            _STEPS,
            Column(key="badly", title=Phrase.of("Of these not satisfying")),
            _AT,
        ),
        (
            (
                Phrase.of(need),
                Phrase.of("{row} {meaning}", row=row.title, meaning=meaning),
                state(need),
                counts[need],
                len(served.badly_in(need)),
                names_of(graph, served.steps_of(need)),
            )
            for row in GRID
            for need, meaning in row.needs.items()
        ),
    )


def matrix(graph: Graph, served: Served) -> Table:
    """Return a row per step that tells an experience and a column per need that any names."""
    found = [need for need in NEEDS if served.steps_of(need)]
    said = "Steps and needs: for how many personas"
    if len(served.people) == 1:
        said = "Which step names which need"

    def cells(step: int) -> Iterator[Cell]:
        for need in found:
            yield sum(1 for own in served.by_step[step].values() if need in own) or None

    return table(
        "coverage",
        Phrase.of(said),
        (BLUEPRINT, STEP_ID, STEP, *(Column(key=need, title=Phrase.of(need)) for need in found)),
        (
            (
                name_of_id(graph, graph.nodes[step].blueprint),
                graph.nodes[step].id,
                name_of(graph, step),
                *cells(step),
            )
            for step in served.by_step
        ),
    )


def people(served: Served) -> Table:
    """Return each persona's needs, named and not."""
    rows: list[tuple[Cell, ...]] = []
    for person, name in served.people.items():
        own = served.counts(person)
        found, missing = (
            [need for need in NEEDS if bool(own[need]) is has] for has in (True, False)
        )
        rows.append((name, len(found), need_words(found), need_words(missing)))
    return table(
        "personas",
        Phrase.of("Needs per persona"),
        (
            PERSONA,
            Column(key="served", title=Phrase.of("Needs named")),
            Column(key="which", title=Phrase.of("Which")),
            Column(key="nowhere", title=Phrase.of("Named nowhere")),
        ),
        rows,
    )


def values(graph: Graph, served: Served) -> Table:
    """Return a row per element of value that steps give, and per tag that is none."""
    found: dict[str, dict[int, None]] = {}
    for tag, own in served.values.items():
        found.setdefault(element_of(tag) or tag, {}).update(dict.fromkeys(own))
    rows: list[tuple[Cell, ...]] = []
    for element, steps in found.items():
        level = LEVEL_OF.get(element)
        at = names_of(graph, list(steps))
        if level is None:
            name, among = Phrase.of("“{name}”", name=element), Phrase.of("none of the 30")
            rows.append((name, among, len(steps), at))
        else:
            rows.append((ELEMENTS[level][element], LEVELS[level], len(steps), at))
    return table(
        "values",
        Phrase.of("Elements of value"),
        (
            Column(key="element", title=Phrase.of("Element of value")),
            Column(key="level", title=Phrase.of("Level")),
            Column(key="steps", title=Phrase.of("Steps that give it")),
            Column(key="at", title=Phrase.of("Given in")),
        ),
        rows,
    )


def chart(served: Served) -> Chart:
    """Return in how many steps each need is named, for every persona."""

    def series(name: Phrase, counts: Mapping[str, int]) -> Series:
        return Series(
            name=name,
            points=tuple(Point(label=Phrase.of(need), y=counts[need]) for need in NEEDS),
        )

    said = "Needs named along the journey, per persona"
    if len(served.people) == 1:
        said = "Needs named along the journey"
    own = [series(name, served.counts(person)) for person, name in served.people.items()]
    return Chart(
        name="needs",
        title=Phrase.of(said),
        kind="bars",
        across=Phrase.of("Need"),
        up=_STEPS.title,
        series=tuple(own),
    )
