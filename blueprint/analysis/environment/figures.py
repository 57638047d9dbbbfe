"""The tables on surroundings: step by step, thing by thing, and the checklist of fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from blueprint.analysis.environment.fit import Answer, Question, ToJudge
from blueprint.analysis.environment.surroundings import Around, Presence, Side, Thing
from blueprint.analysis.naming import BLUEPRINT, home_of, name_apart, name_of, table, trimmed
from blueprint.graph import Graph
from blueprint.report import Column, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

PRESENCE: Mapping[Presence, Phrase] = {
    "on-site": Phrase.of("on site"),
    "elsewhere": Phrase.of("elsewhere"),
    "untold": Phrase.of("cannot tell"),
}
"""Where the customer is, in words."""

ANSWER: Mapping[Answer, Phrase] = {
    "yes": Phrase.of("yes"),
    "no": Phrase.of("no"),
    "untold": Phrase.of("cannot tell"),
}
"""How a question is answered, in words."""

_SIDES: tuple[Side, ...] = ("hard", "soft", "other", "untold")
_TITLE: Mapping[Side, Phrase] = {
    "hard": Phrase.of("Hard"),
    "soft": Phrase.of("Soft"),
    "other": Phrase.of("Other evidence"),
    "untold": Phrase.of("Kind not said"),
}
SAID: Mapping[Side, Phrase] = {
    "hard": Phrase.of("hard"),
    "soft": Phrase.of("soft"),
    "other": Phrase.of("neither"),
}
"""The side of a thing, in words."""

_STEP = Column(key="step", title=Phrase.of("Step"))
_QUESTION = Column(key="question", title=Phrase.of("Question"))


def tables(
    graph: Graph,
    found: Sequence[Around],
    asked: Sequence[Question],
    judged: Iterable[ToJudge],
    most: int,
) -> Iterator[Table]:
    """Go through the tables of the report."""
    yield trimmed(_steps(graph, found, most))
    if any(thing.kind or thing.place for around in found for thing in around.things):
        yield trimmed(_things(graph, found, most))
    yield _questions(asked)
    yield _to_judge(judged)


def placed(graph: Graph, thing: Thing) -> Phrase:
    """Return a thing with its place, where it is said."""
    name = name_of(graph, thing.card)
    if thing.place is None:
        return name
    return Phrase.of("{name} ({place})", name=name, place=label_phrase(thing.place))


def _steps(graph: Graph, found: Sequence[Around], most: int) -> Table:
    used = [side for side in _SIDES if any(_of(graph, around, side) for around in found)]
    return table(
        "steps",
        Phrase.of("What surrounds the customer, step by step"),
        (
            BLUEPRINT,
            _STEP,
            Column(key="presence", title=Phrase.of("Where the customer is")),
            *(Column(key=side, title=_TITLE[side]) for side in used),
        ),
        (
            (
                home_of(graph, around.step),
                name_of(graph, around.step),
                PRESENCE[around.presence],
                *(listing(own) if (own := _of(graph, around, side)) else None for side in used),
            )
            for around in found[:most]
        ),
    )


def _of(graph: Graph, around: Around, side: Side) -> list[Phrase]:
    """Return what of one side is in a step; a rule of its kind, or a standard."""
    own = [placed(graph, thing) for thing in around.of(side)]
    if side == "soft":
        said = (label_phrase(standard.text) for standard in around.standards)
        own += [Phrase.of("standard: {text}", text=text) for text in dict.fromkeys(said)]
    return own


def _things(graph: Graph, found: Sequence[Around], most: int) -> Table:
    rows = [
        (
            name_of(graph, thing.card),
            None if thing.kind is None else Phrase.of(thing.kind),
            SAID.get(thing.side),
            None if thing.place is None else label_phrase(thing.place),
            name_apart(graph, around.step),
        )
        for around in found
        for thing in around.things
    ]
    return table(
        "things",
        Phrase.of("Everything the customer meets"),
        (
            Column(key="name", title=Phrase.of("Name")),
            Column(key="kind", title=Phrase.of("Kind")),
            Column(key="side", title=Phrase.of("Hard or soft")),
            Column(key="place", title=Phrase.of("Place")),
            _STEP,
        ),
        rows[:most],
    )


def _questions(asked: Sequence[Question]) -> Table:
    untold = any(entry.untold for entry in asked)
    return table(
        "fit",
        Phrase.of("Checklist of fit: what the blueprint answers"),
        (
            _QUESTION,
            Column(key="answer", title=Phrase.of("Answered")),
            Column(key="met", title=Phrase.of("Holds for")),
            Column(key="asked", title=Phrase.of("Told for")),
            *((Column(key="untold", title=Phrase.of("Not told for")),) if untold else ()),
        ),
        (
            (
                entry.text,
                ANSWER[entry.answer],
                entry.met if entry.asked else None,
                entry.asked or None,
                *((entry.untold or None,) if untold else ()),
            )
            for entry in asked
        ),
    )


def _to_judge(judged: Iterable[ToJudge]) -> Table:
    return table(
        "judge",
        Phrase.of("Checklist of fit: what to judge on site, not scored"),
        (Column(key="aspect", title=Phrase.of("Aspect")), _QUESTION),
        ((entry.aspect, entry.text) for entry in judged),
    )
