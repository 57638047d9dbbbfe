"""The picture told in sentences, step by step, for those who read or hear it.

Authors' texts are cited as they are, so every sentence is built around them and none
depends on their grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.layout.view import Card, Edge, EdgeKind, LaneKind, View
from blueprint.words import Phrase, translator


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStep:
    """A step in sentences: its id, number and title, and what happens, one sentence each."""

    id: str
    number: int
    name: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPhase:
    """A phase and its steps; ``name`` is empty where the steps stand in none."""

    id: str
    name: str
    steps: tuple[ToldStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """A whole blueprint in sentences.

    Attributes:
        title: The blueprint's name.
        opening: What it is, in a sentence or two.
        phases: Its phases, in order.
    """

    title: str
    opening: tuple[str, ...]
    phases: tuple[ToldPhase, ...]


def narrative(view: View) -> Narrative:
    """Tell a view in sentences of its own language.

    Args:
        view: What a picture shows.
    """
    teller = _Teller(view)
    return Narrative(
        title=view.title,
        opening=tuple(teller.opening()),
        phases=tuple(
            ToldPhase(
                id=phase.id,
                name=phase.name,
                steps=tuple(teller.step(n) for n in range(phase.first, phase.first + phase.count)),
            )
            for phase in view.phases
        ),
    )


_TWO_STOPS = re.compile(r"(?<!\.)([.。])\1$")
"""What is left where a text that ends with a stop ends a sentence."""

_LANE: dict[LaneKind, str] = {
    "evidence": "The customer meets: {what}.",
    "customer": "The customer: {what}.",
    "frontstage": "In view of the customer: {what}.",
    "backstage": "Out of the customer's view: {what}.",
    "support": "In support: {what}.",
}
_LINK: dict[EdgeKind, str] = {
    "interaction": "“{source}” meets {targets}.",
    "support": "“{source}” rests on {targets}.",
    "triggers": "“{source}” sets off {targets}.",
    "recovers": "“{source}” mends what goes wrong in {targets}.",
    "prepares": "“{source}” prepares {targets}.",
}


class _Teller:
    """Tells the parts of one view."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.word = translator(view.lang)
        self.cards: list[list[Card]] = [[] for _ in view.steps]
        for card in view.cards:
            self.cards[card.step].append(card)
        self.leaving: dict[int, list[Edge]] = {}
        for edge in view.edges:
            self.leaving.setdefault(view.cards[edge.source].step, []).append(edge)

    def say(self, template: str, **values: str | float) -> str:
        said = Phrase.of(template, **values).into(self.view.lang)
        return _TWO_STOPS.sub(r"\1", said)

    def joined(self, texts: list[str]) -> str:
        return self.word("; ").join(texts)

    def opening(self) -> Iterator[str]:
        if self.view.subtitle:
            yield self.say("{text}.", text=self.view.subtitle)
        yield self.say(
            "{steps} steps in {phases} phases, {cards} actions.",
            steps=len(self.view.steps), phases=len(self.view.phases), cards=len(self.view.cards),
        )  # fmt: skip

    def step(self, n: int) -> ToldStep:
        step = self.view.steps[n]
        return ToldStep(
            id=step.id,
            number=step.number,
            name=step.name,
            sentences=(
                *self._lanes(n),
                *self._signs(n),
                *self._feeling(n),
                *self._links(n),
                *self._next(n),
            ),
        )

    def _lanes(self, n: int) -> Iterator[str]:
        for index, lane in enumerate(self.view.lanes):
            cards = [card for card in self.cards[n] if card.lane == index]
            if not cards:
                continue
            what = self.joined([self._card(card) for card in cards])
            if lane.kind == "other":
                yield self.say("{lane}: {what}.", lane=lane.name, what=what)
            else:
                yield self.say(_LANE[lane.kind], what=what)

    def _card(self, card: Card) -> str:
        """Cite a card with who does it, by what channel, and how it stands."""
        kind = self.view.lanes[card.lane].kind
        told = [card.department]
        if card.actor == "technology" and kind in ("customer", "frontstage"):
            told.append(self.word("technology"))
        told += [channel.name for channel in card.channels]
        if card.status != "current":
            told.append(self.word(card.status))
        if card.until > card.step:
            last = self.view.steps[card.until]
            told.append(self.say("until step {n}, {name}", n=last.number, name=last.name))
        inside = self.word(", ").join(text for text in told if text)
        return self.say("{name} ({told})", name=card.name, told=inside) if inside else card.name

    def _signs(self, n: int) -> Iterator[str]:
        for card in self.cards[n]:
            for badge in card.badges:
                yield self.say("“{name}”: {what}.", name=card.name, what=badge.text)
        for card in self.cards[n]:
            for remark in card.remarks:
                yield self.say("“{name}”: {what}.", name=card.name, what=remark.sentence)

    def _feeling(self, n: int) -> Iterator[str]:
        step = self.view.steps[n]
        if step.emotion_text:
            yield self.say("Emotion: {text}.", text=step.emotion_text)

    def _links(self, n: int) -> Iterator[str]:
        """Tell what the step's cards meet, rest on, set off …, those of one kind together."""
        cards = self.view.cards
        together: dict[tuple[int, EdgeKind], list[str]] = {}
        for edge in self.leaving.get(n, ()):
            if edge.kind not in ("flow", "evidence"):
                target = self.say("“{name}”", name=cards[edge.target].name)
                if edge.label:
                    target = self.say("{name} ({told})", name=target, told=edge.label)
                together.setdefault((edge.source, edge.kind), []).append(target)
        for (source, kind), targets in together.items():
            listed = self.word(", ").join(targets)
            yield self.say(_LINK[kind], source=cards[source].name, targets=listed)

    def _next(self, n: int) -> Iterator[str]:
        """Tell which steps follow, or that the journey ends here."""
        view = self.view
        onward = [
            edge
            for edge in self.leaving.get(n, ())
            if edge.kind == "flow" and view.cards[edge.target].step != n
        ]
        if not self.cards[n]:
            return
        if not onward:
            yield self.word("The journey ends here.")
            return
        told = []
        for edge in onward:
            step = view.steps[view.cards[edge.target].step]
            where = self.say("step {n}, {name}", n=step.number, name=step.name)
            if edge.label:
                told.append(self.say("{where} ({label})", where=where, label=edge.label))
            else:
                told.append(where)
        yield self.say("Then: {what}.", what=self.joined(told))
