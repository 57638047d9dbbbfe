"""The summary on channels, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from blueprint.analysis.amounts import share_told
from blueprint.analysis.channels.found import Channels
from blueprint.analysis.channels.moving import Move
from blueprint.analysis.channels.offered import Preference
from blueprint.analysis.naming import name_of
from blueprint.analysis.written import time_told
from blueprint.graph import Graph
from blueprint.words import Phrase


def sentences(graph: Graph, found: Channels) -> Iterator[Phrase]:
    """Go through the sentences that answer whether channels fit, and what is lost."""
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
            "Channels fit “{persona}” least ({fit} of 1). Touchpoints that offer the first choice: {n}; another "
            "of theirs: {m}; none of theirs: {k}."
        )
        if graph.scope.several:
            said = (
                "Channels fit “{persona}” least in “{name}” ({fit} of 1). Touchpoints that offer the first "
                "choice: {n}; another of theirs: {m}; none of theirs: {k}."
            )
    return Phrase.of(
        said,
        persona=name_of(graph, like.persona),
        name=name_of(graph, graph.index[like.blueprint]),
        fit=f"{min(means):.2g}",
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
