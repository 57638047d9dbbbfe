"""How the reports on experience say figures, people, steps and places in the quadrant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from blueprint.analysis.experience.gap import Lived
from blueprint.analysis.experience.lines import Line, Measure
from blueprint.analysis.experience.people import EVERYBODY, Lives, Person
from blueprint.analysis.naming import name_of, quoted
from blueprint.analysis.naming import trimmed as without_empty
from blueprint.graph import Graph
from blueprint.report import Column, Table
from blueprint.words import Phrase
from blueprint.words.label import listing

BLUEPRINT = Column(key="blueprint", title=Phrase.of("Blueprint"))
STEP_ID = Column(key="id", title=Phrase.of("Step id"))
STEP = Column(key="name", title=Phrase.of("Step"))
PERSONA = Column(key="persona", title=Phrase.of("Persona"))
MAIN = Column(key="main", title=Phrase.of("On the main path"))

MEASURE: Mapping[Measure, Phrase] = {
    "success": Phrase.of("Success"),
    "ease": Phrase.of("Ease"),
    "emotion": Phrase.of("Emotion felt"),
    "sensory": Phrase.of("Sensory part"),
    "gap": Phrase.of("Perceived less expected"),
    "experience": Phrase.of("Experience (P − E) × intensity"),
}
"""What each measure is called."""

MEASURE_SAID: Mapping[Measure, Phrase] = {
    "success": Phrase.of("success"),
    "ease": Phrase.of("ease"),
    "emotion": Phrase.of("emotion"),
    "sensory": Phrase.of("the sensory part"),
    "gap": Phrase.of("expectation beside perception"),
    "experience": Phrase.of("intensity beside the gap"),
}
"""What is told where a measure is, as it stands in a sentence."""

_AGAINST = {"below": "worse than expected", "met": "as expected", "above": "better than expected"}
_FEELING = {"unpleasant": "unpleasant", "neutral": "neutral", "pleasant": "pleasant"}


def figure(value: float) -> str:
    """Return a figure as a sentence has it: two decimals at most, a proper minus.

    Examples:
        >>> figure(-1.5), figure(2.0), figure(1 / 3), figure(-0.001)
        ('−1.5', '2', '0.33', '0')
    """
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".").replace("-", "−")


def signed(value: float) -> str:
    """Return a difference as a sentence has it, with its sign.

    Examples:
        >>> signed(2.0), signed(-1.5), signed(0.001)
        ('+2', '−1.5', '0')
    """
    told = figure(value)
    return told if told == "0" or value < 0 else f"+{told}"


def rounded(value: float | None) -> float | None:
    """Return a figure for a table's cell, as exact as sentences have it."""
    return None if value is None else round(value, 2) + 0.0


def where(graph: Graph, number: int) -> Phrase:
    """Return a step's name in quotation marks."""
    return Phrase.of("“{name}”", name=name_of(graph, number))


def first_of(name: Phrase, more: int) -> Phrase:
    """Return the first of some that are alike, with how many more there are."""
    return Phrase.of("{name} and {n} more", name=name, n=more) if more else name


def felt_at(graph: Graph, line: Line, at: int) -> Phrase:
    """Return the step of a path that feels best or worst, with how many more feel so."""
    return first_of(name_of(graph, line.number(at)), len(line.as_felt(at)) - 1)


def names_of(graph: Graph, numbers: Sequence[int]) -> Phrase | None:
    """Return all names of some elements for a table's cell, told apart; nothing for none."""
    return listing([quoted(graph, number) for number in numbers]) if numbers else None


def whose(graph: Graph, lives: Lives, person: Person) -> Phrase:
    """Return who it is, with the blueprint where there are several."""
    if not graph.scope.several:
        return person.name
    blueprint = name_of(graph, lives.blueprint)
    return Phrase.of("{who} in “{blueprint}”", who=person.name, blueprint=blueprint)


def quadrant(moment: Lived) -> Phrase | None:
    """Return where a moment stands between expectation and emotion; nothing if one is missing.

    Examples:
        >>> from blueprint.analysis.experience.gap import lived
        >>> str(quadrant(lived(7, 4, emotion=-2)))
        'worse than expected, unpleasant'
    """
    if moment.against is None or moment.feeling is None:
        return None
    return Phrase.of(
        "{against}, {feeling}",
        against=Phrase.of(_AGAINST[moment.against]),
        feeling=Phrase.of(_FEELING[moment.feeling]),
    )


def trimmed(graph: Graph, table: Table) -> Table:
    """Return a table without columns that say nothing, of one blueprint not its name.

    Where all that is told is everybody's, or on the main path, no row says so again.
    """
    alone = set() if graph.scope.several else {BLUEPRINT.key}
    usual = ((PERSONA.key, EVERYBODY), (MAIN.key, True))
    for at, column in enumerate(table.columns):
        if any(column.key == key and all(r[at] == one for r in table.rows) for key, one in usual):
            alone.add(column.key)
    return without_empty(without(table, alone))


def without(table: Table, keys: Collection[str]) -> Table:
    """Return a table without some of its columns."""
    kept = [n for n, column in enumerate(table.columns) if column.key not in keys]
    return replace(
        table,
        columns=tuple(table.columns[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
    )


def about(graph: Graph, numbers: Iterable[int], *ids: str) -> tuple[str, ...]:
    """Return the ids of some elements, each once, then further ids that are not empty."""
    found: Sequence[str] = [graph.nodes[number].id for number in numbers]
    return tuple(dict.fromkeys((*found, *filter(None, ids))))
