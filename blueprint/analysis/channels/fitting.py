"""The report on channels: fit to each persona, changes on the way, questions asked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.channels.figures import TITLE, tables
from blueprint.analysis.channels.found import Channels
from blueprint.analysis.channels.moving import moving
from blueprint.analysis.channels.offered import (
    CHOICES,
    Choice,
    Preference,
    by_home,
    preferences,
    touchpoints,
)
from blueprint.analysis.channels.telling import sentences
from blueprint.analysis.channels.unused import unused
from blueprint.analysis.journey import journeys
from blueprint.analysis.naming import filled, name_of, named, quoted
from blueprint.analysis.service import actions_by_step, card_of
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Chart, Finding, Mark, Method, Overlay, Point, Report, Series
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

CHOICE: Mapping[Choice, Phrase] = {
    "first": Phrase.of("first choice"),
    "other": Phrase.of("another of theirs"),
    "none": Phrase.of("none of theirs"),
    "untold": Phrase.of("nobody says"),
}
"""What a touchpoint offers somebody, in words."""

CONTEXT: Mapping[str, Phrase] = {
    "identity": Phrase.of("who the customer is"),
    "issue": Phrase.of("what it is about"),
    "history": Phrase.of("what has been done"),
}
"""What the receiver may know, in words."""


def channels(graph: Graph, *, most: int = 50) -> Report:
    """Return how well channels fit each persona, and what is lost between them.

    A touchpoint is a step in which the customer or something onstage acts. Its channels fit a
    persona by the best place any of them has in the persona's order: 1 for the first choice,
    0 where none of them is in it. A way between two steps that share no channel makes the
    customer change; the context is carried where the receiver knows identity, issue and history
    (``carries_context`` of the step before). A question is asked again where a step that can
    come before has asked it.

    Args:
        graph: The graph.
        most: How many touchpoints, changes and findings of one kind are listed.

    Raises:
        BlueprintError: ``most`` is not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    actions = actions_by_step(graph)
    met = tuple(touchpoints(graph, actions))
    offered = {t.step: t.channels for t in met if t.channels}
    found = Channels(
        touchpoints=met,
        by_home=by_home(graph, met),
        likes=tuple(preferences(graph)),
        moving=tuple(moving(graph, journey, offered) for journey in journeys(graph)),
        defined=sum(1 for _ in graph.of_kind("channel")),
        unused=unused(graph, offered),
    )
    return Report(
        name="channels",
        title=Phrase.of("Whether channels fit, and what is lost between them"),
        method=_method(graph, found, most),
        summary=tuple(sentences(graph, found)),
        findings=tuple(_findings(graph, found, most)),
        tables=filled(
            *tables(
                graph,
                found.touchpoints,
                found.by_home,
                found.likes,
                found.moving,
                (CHOICE, CONTEXT),
                most,
            )
        ),
        charts=_charts(graph, found),
        overlay=_overlay(graph, found, actions),
    )


def _method(graph: Graph, found: Channels, most: int) -> Method:
    assumptions = [
        Phrase.of("a touchpoint offers the channels of its step, and of its actions in view"),
        Phrase.of("two steps that share a channel need no change of it"),
    ]
    if any(like.share is None for like in found.likes):
        assumptions.append(Phrase.of("personas count the same in a mean where one has no share"))
    if max(len(found.touchpoints), len(found.moves)) > most:
        assumptions.append(Phrase.of("of each kind the first {n} are listed", n=most))
    cannot = [Phrase.of("which channel customers really take; that needs figures of use")]
    if found.touchpoints and not any(own.asked for own in found.moving):
        cannot.append(Phrase.of("what customers are asked again: no step says what it asks for"))
    untold = sum(own.untold for own in found.moving)
    if untold:
        said = "whether the channel changes on ways of which an end names none: {n}"
        cannot.insert(0, Phrase.of(said, n=untold))
    slow = [own.journey for own in found.moving if own.moves and own.resolution is None]
    if slow:
        said = "how long it takes across channels in {names}: not every step says its actual time"
        names = named(graph, [graph.index[journey.blueprint] for journey in slow])
        cannot.insert(0, Phrase.of(said, names=names))
    silent = [like.persona for like in found.likes if not like.channels]
    if silent:
        said = "what fits {personas}: no channels are written there"
        cannot.insert(0, Phrase.of(said, personas=named(graph, silent)))
    return Method(
        name="channels",
        source=Phrase.of("defined here: channel fit by rank, context-carry rate, questions again"),
        formula=Phrase.of(
            "fit = 1 − (best place − 1) ÷ channels in the persona's order, 0 for none of them; "
            "context-carry rate = changes of channel after which identity, issue and history are "
            "known ÷ all changes; time across channels = Σ actual times on the main path, from the "
            "step before the first change on"
        ),
        scale=Phrase.of("fit and rate from 0 to 1; the rest are counts"),
        direction=Phrase.of("higher fit and rate are better, fewer questions again too"),
        n=len(found.touchpoints),
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )


def _findings(graph: Graph, found: Channels, most: int) -> Iterator[Finding]:
    for like in found.likes:
        yield from _of_persona(graph, found, like, most)
    for move in [m for m in found.moves if m.lacking][:most]:
        yield Finding(
            code="channels.context",
            severity="warning",
            message=Phrase.of(
                "From {one} to {other} the channel changes, and whoever serves next does not know "
                "{what}",
                one=quoted(graph, move.source),
                other=quoted(graph, move.target),
                what=listing([CONTEXT[word] for word in move.lacking]),
            ),
            about=(graph.nodes[move.source].id, graph.nodes[move.target].id),
            hint=Phrase.of("hand it on, so that the customer need not begin again"),
        )
    silent = list(dict.fromkeys(m.source for m in found.moves if m.carried is None))
    if silent:
        yield Finding(
            code="channels.untold",
            severity="info",
            message=Phrase.of(
                "The channel changes after {steps}, and nobody says what is handed on",
                steps=named(graph, silent),
            ),
            about=tuple(graph.nodes[n].id for n in silent[:most]),
            hint=Phrase.of("say under carries_context: what whoever serves next knows already"),
        )
    for entry in [a for own in found.moving for a in own.again][:most]:
        yield Finding(
            code="channels.asked-again",
            severity="warning",
            message=Phrase.of(
                "{step} asks for “{what}”, which an earlier step asks for too",
                step=quoted(graph, entry.step),
                what=label_phrase(entry.question),
            ),
            about=(graph.nodes[entry.step].id,),
            hint=Phrase.of("hand on what was said, or say why it is asked again"),
        )
    if found.unused:
        yield Finding(
            code="channels.unused",
            severity="info",
            message=Phrase.of("Nothing goes through {names}", names=named(graph, found.unused)),
            about=tuple(graph.nodes[n].id for n in found.unused[:most]),
            hint=Phrase.of("write where it is used, or take it out"),
        )


def _of_persona(graph: Graph, found: Channels, like: Preference, most: int) -> Iterator[Finding]:
    own = found.of(like)
    offered = {channel for t in own for channel in t.channels}
    persona = graph.nodes[like.persona].id
    if offered and like.channels and like.channels[0] not in offered:
        yield Finding(
            code="channels.missing",
            severity="warning",
            message=Phrase.of(
                "“{persona}” would most like “{channel}”, which no step of “{name}” offers",
                persona=name_of(graph, like.persona),
                channel=name_of(graph, like.channels[0]),
                name=name_of(graph, graph.index[like.blueprint]),
            ),
            about=(persona, graph.nodes[like.channels[0]].id, like.blueprint),
            hint=Phrase.of("offer it where it matters, or say why not"),
        )
    unfit = [t.step for t in own if like.choice(t.channels) == "none"]
    if unfit:
        yield Finding(
            code="channels.unfit",
            severity="warning",
            message=Phrase.of(
                "{steps} offer “{persona}” no channel of theirs"
                if len(unfit) > 1
                else "{steps} offers “{persona}” no channel of theirs",
                steps=named(graph, unfit),
                persona=name_of(graph, like.persona),
            ),
            about=(persona, *(graph.nodes[n].id for n in unfit[:most])),
            hint=Phrase.of(
                "open one of theirs there: {channels}", channels=named(graph, like.channels)
            ),
        )


def _charts(graph: Graph, found: Channels) -> tuple[Chart, ...]:
    likes = [like for like in found.likes if like.channels]
    if not likes or not found.touchpoints:
        return ()
    several = len({like.blueprint for like in likes}) > 1
    counts = [found.choices(like) for like in likes]

    def label(like: Preference) -> Phrase:
        persona = name_of(graph, like.persona)
        home = name_of(graph, graph.index[like.blueprint])
        return Phrase.of("{persona} ({name})", persona=persona, name=home) if several else persona

    def series(choice: Choice) -> Series:
        points = (
            Point(label=label(like), y=n[choice], about=graph.nodes[like.persona].id)
            for like, n in zip(likes, counts, strict=True)
        )
        return Series(name=TITLE[choice], points=tuple(points))

    return (
        Chart(
            name="fit",
            title=Phrase.of("What touchpoints offer each persona"),
            kind="stack",
            across=Phrase.of("Personas"),
            up=Phrase.of("Touchpoints"),
            series=tuple(series(choice) for choice in CHOICES),
        ),
    )


def _overlay(graph: Graph, found: Channels, actions: Mapping[int, Sequence[int]]) -> Overlay:
    marks: dict[str, Mark] = {}
    for entry in (a for own in found.moving for a in own.again):
        note = Phrase.of("asks again for “{what}”", what=label_phrase(entry.question))
        marks.setdefault(card_of(graph, entry.step, actions), Mark(role="error", note=note))
    for move in found.moves:
        if not move.whole:
            note = Phrase.of("the channel changes after this, without the whole context")
            if move.carried is None:
                note = Phrase.of("the channel changes after this; nobody says what is handed on")
            marks.setdefault(card_of(graph, move.source, actions), Mark(role="warning", note=note))
    left: dict[int, Mark] = {}
    for like in found.likes:
        note = Phrase.of("no channel of “{name}”", name=name_of(graph, like.persona))
        mark = Mark(role="info", note=note)
        unfit = {t.channels for t in found.of(like) if t.channels}
        unfit = {own for own in unfit if like.choice(own) == "none"}
        for t in found.of(like):
            if t.channels in unfit:
                left.setdefault(t.step, mark)
    for step, mark in left.items():
        marks.setdefault(card_of(graph, step, actions), mark)
    steps = {(graph.nodes[m.source].id, graph.nodes[m.target].id) for m in found.moves}
    links = [
        (graph.nodes[one].id, graph.nodes[other].id)
        for one, other, kind in zip(graph.sources, graph.targets, graph.links.kinds, strict=True)
        if kind == "flow" and (graph.nodes[one].step, graph.nodes[other].step) in steps
    ]
    return Overlay(
        title=Phrase.of("Where channels change or do not fit"),
        elements=marks,
        links=tuple(links),
        meanings={
            "error": Phrase.of("asks again"),
            "warning": Phrase.of(
                "the channel changes, the whole context is not said to be handed on"
            ),
            "info": Phrase.of("somebody finds none of their channels"),
        },
    )
