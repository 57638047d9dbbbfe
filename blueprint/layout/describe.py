"""A card in one sentence, for screen readers and tooltips: all that it shows, in words."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.layout.chips import chip_told
from blueprint.layout.foot import status_word
from blueprint.layout.signs import BADGE_WORDS
from blueprint.layout.view import Card, View
from blueprint.words import Phrase, translator


def described(card: Card, view: View) -> str:
    """Say what a card is: its name, lane, step, status, owner, signs and small print."""
    return "; ".join(_parts(card, view))


def _parts(card: Card, view: View) -> Iterator[str]:
    lang = view.lang
    say = translator(lang)
    yield Phrase.of(
        "{name} ({lane}, {step})",
        name=card.name,
        lane=view.lanes[card.lane].name,
        step=view.steps[card.step].name,
    ).into(lang)
    word = status_word(card, lang)
    if word:
        yield word
    if card.department:
        yield card.department
    for badge in card.badges:
        yield badge.text or say(BADGE_WORDS[badge.kind])
    for remark in card.remarks:
        yield remark.sentence
    for chip in card.chips:
        yield chip_told(chip, lang)
    for pin in card.pins:
        yield pin.text
    for channel in card.channels:
        yield channel.name
