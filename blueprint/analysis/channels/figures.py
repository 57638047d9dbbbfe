"""The tables on channels: personas, touchpoints, changes of channel, questions asked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.amounts import Unit, unit_for
from blueprint.analysis.channels.moving import Moving
from blueprint.analysis.channels.offered import (
    CHOICES,
    Choice,
    Preference,
    Touchpoint,
    weighted_fit,
)
from blueprint.analysis.naming import (
    BLUEPRINT,
    home_of,
    in_a_cell,
    name_of,
    name_of_id,
    table,
    trimmed,
)
from blueprint.graph import Graph
from blueprint.report import Column, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

Words = tuple[Mapping[Choice, Phrase], Mapping[str, Phrase]]
"""How choices and what is handed on are called."""

TITLE: Mapping[Choice, Phrase] = {
    "first": Phrase.of("First choice"),
    "other": Phrase.of("Another of theirs"),
    "none": Phrase.of("None of theirs"),
    "untold": Phrase.of("Nobody says"),
}
"""What a touchpoint offers somebody, as a heading."""

_MOST_PERSONAS = 8
"""How many personas have a column of their own; more are seldom drawn."""

_STEP = Column(key="step", title=Phrase.of("Step"))
_CHANNELS = Column(key="channels", title=Phrase.of("Channels"))


def tables(
    graph: Graph,
    touchpoints: Sequence[Touchpoint],
    by_home: Mapping[str, Sequence[Touchpoint]],
    likes: Sequence[Preference],
    moving: Sequence[Moving],
    words: Words,
    most: int,
) -> Iterator[Table]:
    """Go through the tables of the report."""
    yield trimmed(_personas(graph, by_home, likes))
    yield trimmed(_touchpoints(graph, touchpoints, likes, words[0], most))
    yield trimmed(_journeys(graph, moving))
    yield trimmed(_moves(graph, moving, words[1], most))
    yield trimmed(_again(graph, moving, most))


def _personas(
    graph: Graph,
    by_home: Mapping[str, Sequence[Touchpoint]],
    likes: Sequence[Preference],
) -> Table:
    rows = []
    for like in likes:
        own = by_home.get(like.blueprint, ())
        fits = [f for t in own if (f := like.fit(t.channels)) is not None]
        found = [like.choice(t.channels) for t in own]
        rows.append(
            (
                name_of_id(graph, like.blueprint) if graph.scope.several else None,
                name_of(graph, like.persona),
                like.share,
                *(found.count(choice) for choice in CHOICES),
                round(sum(fits) / len(fits), 4) if fits else None,
            )
        )
    return table(
        "personas",
        Phrase.of("How well channels fit each persona"),
        (
            BLUEPRINT,
            Column(key="persona", title=Phrase.of("Persona")),
            Column(key="share", title=Phrase.of("Share of customers"), unit="0-1"),
            *(Column(key=choice, title=TITLE[choice]) for choice in CHOICES),
            Column(key="fit", title=Phrase.of("Mean fit"), unit="0-1"),
        ),
        rows,
    )


def _touchpoints(
    graph: Graph,
    touchpoints: Sequence[Touchpoint],
    likes: Sequence[Preference],
    words: Mapping[Choice, Phrase],
    most: int,
) -> Table:
    personas = tuple(dict.fromkeys(like.persona for like in likes))[:_MOST_PERSONAS]
    by_home: dict[str, list[Preference]] = {}
    for like in likes:
        by_home.setdefault(like.blueprint, []).append(like)
    rows = []
    for entry in touchpoints[:most]:
        own = by_home.get(graph.nodes[entry.step].blueprint or "", [])
        finds = {like.persona: words[like.choice(entry.channels)] for like in own}
        fit = weighted_fit(own, entry.channels)
        rows.append(
            (
                home_of(graph, entry.step),
                name_of(graph, entry.step),
                in_a_cell(graph, entry.channels),
                *(finds.get(persona) for persona in personas),
                None if fit is None else round(fit, 4),
            )
        )
    return table(
        "touchpoints",
        Phrase.of("What personas find at each touchpoint"),
        (
            BLUEPRINT,
            _STEP,
            _CHANNELS,
            *(
                Column(key=f"persona:{graph.nodes[n].id}", title=name_of(graph, n))
                for n in personas
            ),
            Column(key="fit", title=Phrase.of("Fit, by shares"), unit="0-1"),
        ),
        rows,
    )


def _journeys(graph: Graph, moving: Sequence[Moving]) -> Table:
    unit = unit_for(own.resolution for own in moving)
    return table(
        "journeys",
        Phrase.of("Changes of channel on each journey"),
        (
            BLUEPRINT,
            Column(key="moves", title=Phrase.of("Changes of channel")),
            Column(key="average", title=Phrase.of("Changes for one customer on average")),
            Column(key="whole", title=Phrase.of("Whole context handed on")),
            Column(key="untold", title=Phrase.of("Nobody says what is handed on")),
            Column(key="rate", title=Phrase.of("Context-carry rate"), unit="0-1"),
            Column(key="again", title=Phrase.of("Questions asked again")),
            Column(key="time", title=Phrase.of("Time across channels"), unit=unit.name),
        ),
        (_journey(graph, own, unit) for own in moving),
    )


def _journey(
    graph: Graph, own: Moving, unit: Unit
) -> tuple[Phrase, int, float | None, int, int, float | None, int | None, float | None]:
    whole = sum(1 for move in own.moves if move.whole)
    silent = sum(1 for move in own.moves if move.carried is None)
    return (
        name_of(graph, graph.index[own.journey.blueprint]),
        len(own.moves),
        None if own.average is None else round(own.average, 4),
        whole,
        silent,
        round(whole / len(own.moves), 4) if own.moves and not silent else None,
        len(own.again) if own.asked else None,
        unit.of(own.resolution),
    )


def _moves(graph: Graph, moving: Sequence[Moving], words: Mapping[str, Phrase], most: int) -> Table:
    def carried(known: tuple[str, ...] | None) -> Phrase:
        if known is None:
            return Phrase.of("nobody says")
        return (
            listing([words.get(word, label_phrase(word)) for word in known])
            if known
            else (Phrase.of("nothing"))
        )

    moves = [move for own in moving for move in own.moves]
    return table(
        "moves",
        Phrase.of("Where the channel changes"),
        (
            BLUEPRINT,
            Column(key="from", title=Phrase.of("From")),
            Column(key="to", title=Phrase.of("To")),
            Column(key="probability", title=Phrase.of("Probability"), unit="0-1"),
            Column(key="known", title=Phrase.of("What the receiver knows")),
        ),
        (
            (
                home_of(graph, move.source),
                name_of(graph, move.source),
                name_of(graph, move.target),
                round(move.probability, 4),
                carried(move.carried),
            )
            for move in moves[:most]
        ),
    )


def _again(graph: Graph, moving: Sequence[Moving], most: int) -> Table:
    entries = [entry for own in moving for entry in own.again]
    return table(
        "again",
        Phrase.of("What customers are asked again"),
        (
            BLUEPRINT,
            _STEP,
            Column(key="question", title=Phrase.of("Asks for")),
            Column(key="on_path", title=Phrase.of("On the main path")),
        ),
        (
            (
                home_of(graph, entry.step),
                name_of(graph, entry.step),
                label_phrase(entry.question),
                entry.on_path,
            )
            for entry in entries[:most]
        ),
    )
