"""The report on channels: fit to each persona, changes on the way, questions asked again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.amounts import share_told
from blueprint.analysis.channels.figures import TITLE, tables
from blueprint.analysis.channels.moving import Move, Moving, moving
from blueprint.analysis.channels.offered import (
    CHOICES,
    Choice,
    Preference,
    Touchpoint,
    by_home,
    preferences,
    touchpoints,
)
from blueprint.analysis.channels.unused import unused
from blueprint.analysis.journey import journeys
from blueprint.analysis.naming import filled, name_of, named, quoted
from blueprint.analysis.service import actions_by_step, card_of
from blueprint.analysis.written import time_told
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels:
    """All that is found."""

    touchpoints: tuple[Touchpoint, ...]
    likes: tuple[Preference, ...]
    moving: tuple[Moving, ...]
    by_home: Mapping[str, Sequence[Touchpoint]]
    defined: int
    unused: tuple[int, ...]

    @property
    def moves(self) -> tuple[Move, ...]:
        """All ways on which the channel changes."""
        return tuple(move for own in self.moving for move in own.moves)

    def of(self, like: Preference) -> Sequence[Touchpoint]:
        """Return the touchpoints of the blueprint that serves a persona."""
        return self.by_home.get(like.blueprint, ())

    def choices(self, like: Preference) -> Mapping[Choice, int]:
        """Return at how many touchpoints a persona finds what."""
        found = dict.fromkeys(CHOICES, 0)
        for channels, n in Counter(t.channels for t in self.of(like)).items():
            found[like.choice(channels)] += n
        return found


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
        summary=tuple(_sentences(graph, found)),
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


def _sentences(graph: Graph, found: Channels) -> Iterator[Phrase]:
    if not found.touchpoints:
        yield Phrase.of("There is no step in which customer and service meet.")
        return
    yield _offered(found)
    yield _worst(graph, found)
    yield _carry(found.moves)
    yield from _asked_again(found)
    slow = [own for own in found.moving if own.resolution is not None]
    if slow:
        worst = max(slow, key=lambda own: own.resolution or 0.0)
        yield Phrase.of(
            "From the first change of channel to the end, “{name}” takes {time}.",
            name=name_of(graph, graph.index[worst.journey.blueprint]),
            time=time_told(worst.resolution or 0.0),
        )


def _offered(found: Channels) -> Phrase:
    named = sum(1 for t in found.touchpoints if t.channels)
    said = "Touchpoints: {n}; channels in use: {k}."
    if named < len(found.touchpoints):
        said = "Touchpoints: {n}; with a channel named: {m}; channels in use: {k}."
    return Phrase.of(said, n=len(found.touchpoints), m=named, k=found.defined - len(found.unused))


def _asked_again(found: Channels) -> Iterator[Phrase]:
    again = [entry for own in found.moving for entry in own.again]
    if again:
        yield Phrase.of(
            "Questions customers can be asked again: {n}; on the main path: {m}.",
            n=len(again),
            m=sum(1 for entry in again if entry.on_path),
        )
    elif any(own.asked for own in found.moving):
        yield Phrase.of("No step asks again what an earlier one has asked.")


def _worst(graph: Graph, found: Channels) -> Phrase:
    """Say how the persona fares whose channels fit least."""
    told = [(like, found.choices(like)) for like in found.likes]
    told = [(like, n) for like, n in told if sum(n.values()) > n["untold"]]
    if not told:
        return Phrase.of("Cannot tell whom the channels fit: no persona and touchpoint name any.")

    def well(like: Preference) -> float:
        counts = Counter(t.channels for t in found.of(like))
        fits = [(f, n) for own, n in counts.items() if (f := like.fit(own)) is not None]
        return sum(f * n for f, n in fits) / sum(n for _, n in fits)

    means = [well(like) for like, _ in told]
    like, n = told[means.index(min(means))]
    alike = max(means) == min(means)
    if alike and len(told) > 1:
        return Phrase.of("Channels fit all personas alike: {fit} of 1.", fit=f"{means[0]:.2g}")
    said = (
        "Touchpoints that offer “{persona}” the first choice: {n}; another of theirs: {m}; none of "
        "theirs: {k}."
    )
    if not alike:
        said = (
            "Channels fit “{persona}” least. Touchpoints that offer the first choice: {n}; another "
            "of theirs: {m}; none of theirs: {k}."
        )
        if graph.scope.several:
            said = (
                "Channels fit “{persona}” least in “{name}”. Touchpoints that offer the first "
                "choice: {n}; another of theirs: {m}; none of theirs: {k}."
            )
    return Phrase.of(
        said,
        persona=name_of(graph, like.persona),
        name=name_of(graph, graph.index[like.blueprint]),
        n=n["first"],
        m=n["other"],
        k=n["none"],
    )


def _carry(moves: Sequence[Move]) -> Phrase:
    if not moves:
        return Phrase.of("Nobody has to change the channel on the way.")
    whole = sum(1 for move in moves if move.whole)
    silent = sum(1 for move in moves if move.carried is None)
    if silent == len(moves):
        return Phrase.of(
            "Changes of channel that customers cannot avoid: {n}; what is handed on there, nobody "
            "says.",
            n=silent,
        )
    if silent:
        return Phrase.of(
            "Changes of channel that customers cannot avoid: {n}; with identity, issue and history "
            "handed on: {m}; nobody says: {k}. The context-carry rate is between {low} and {high}.",
            n=len(moves),
            m=whole,
            k=silent,
            low=share_told(whole / len(moves)),
            high=share_told((whole + silent) / len(moves)),
        )
    return Phrase.of(
        "Changes of channel that customers cannot avoid: {n}; with identity, issue and history "
        "handed on: {m}, a context-carry rate of {rate}.",
        n=len(moves),
        m=whole,
        rate=share_told(whole / len(moves)),
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
            "warning": Phrase.of("the channel changes without the whole context"),
            "info": Phrase.of("somebody finds none of their channels"),
        },
    )
