"""Which signs a drawing has, and the words for each: what its legend tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from blueprint.layout.scene import LegendSort, SceneCard, SceneMark
from blueprint.layout.signs import (
    BADGE_WORDS,
    CHIP_WORDS,
    DEPARTMENT,
    EDGE_WORDS,
    LEGACY,
    ROLE_WORDS,
    SIGN_WORDS,
    STATUS_WORDS,
)
from blueprint.layout.view import View
from blueprint.words import Translator, translator

_MOST_NAMES = 3
_Kind = TypeVar("_Kind", bound=str)


class LegendSign(NamedTuple):
    """A sign the drawing has: of which sort and kind it is, and what it means."""

    sort: LegendSort
    kind: str
    text: str


def signs_of(
    view: View, cards: Sequence[SceneCard], marks: Sequence[SceneMark]
) -> tuple[LegendSign, ...]:
    """Return the signs of a drawing, each once, in the order of a legend.

    Args:
        view: What is drawn.
        cards: Its cards, as placed.
        marks: What a report lights up on them.
    """
    say = translator(view.lang)
    return (
        *_worded("edge", EDGE_WORDS, (edge.kind for edge in view.edges), say),
        *_badges(view, cards, say),
        *_worded("sign", SIGN_WORDS, _small(cards), say),
        *_chips(cards, say),
        *_statuses(cards, say),
        *_channels(cards, say),
        *_roles(view, marks, say),
        *_spread(view, marks, say),
    )


def _spread(view: View, marks: Sequence[SceneMark], say: Translator) -> Iterator[LegendSign]:
    """Go through what rings say of how far, and the width of lines of how likely."""
    if any(mark.rings > 1 for mark in marks):
        yield LegendSign("rings", "reached", say("1, 2, 3 or more links away"))
    if view.overlay is not None and view.overlay.strengths:
        yield LegendSign("width", "reached", say("the wider, the likelier"))


def _worded(
    sort: LegendSort, words: Mapping[_Kind, str], kinds: Iterable[str], say: Translator
) -> Iterator[LegendSign]:
    """Go through the kinds that occur, in the order of their table."""
    found = set(kinds)
    for kind, text in words.items():
        if kind in found:
            yield LegendSign(sort, kind, say(text))


def _badges(view: View, cards: Sequence[SceneCard], say: Translator) -> Iterator[LegendSign]:
    """Go through the badges; moments of truth with the kinds of moment there are."""
    sorts = dict.fromkeys(badge.sort for card in view.cards for badge in card.badges if badge.sort)
    drawn = (badge.kind for card in cards for badge in card.badges)
    for sign in _worded("badge", BADGE_WORDS, drawn, say):
        named = _listed(list(sorts), say) if sign.kind == "moment-of-truth" else ""
        yield sign._replace(text=f"{sign.text}{say(': ')}{named}") if named else sign


def _small(cards: Sequence[SceneCard]) -> Iterator[str]:
    for card in cards:
        yield from (remark.kind for remark in card.remarks)
        yield from (pin.kind for pin in card.pins)


def _chips(cards: Sequence[SceneCard], say: Translator) -> Iterator[LegendSign]:
    chips = [chip for card in cards for chip in card.chips]
    yield from _worded("chip", CHIP_WORDS, (chip.kind for chip in chips), say)
    if any(chip.legacy for chip in chips):
        yield LegendSign("chip", "legacy", say(LEGACY))
    if any(card.owner for card in cards):
        yield LegendSign("owner", "department", say(DEPARTMENT))


def _statuses(cards: Sequence[SceneCard], say: Translator) -> Iterator[LegendSign]:
    found = {card.status for card in cards}
    found.update(chip.status for card in cards for chip in card.chips)
    found.discard("current")
    yield from _worded("status", STATUS_WORDS, found, say)


def _channels(cards: Sequence[SceneCard], say: Translator) -> Iterator[LegendSign]:
    """Go through each kind of channel with the names of the channels of that kind."""
    names: dict[str, dict[str, None]] = {}
    for card in cards:
        for channel in card.channels:
            names.setdefault(channel.kind, {})[channel.name] = None
    for kind, of_kind in names.items():
        yield LegendSign("channel", kind, _listed(list(of_kind), say))


def _listed(names: list[str], say: Translator) -> str:
    shown = names[:_MOST_NAMES]
    return say(", ").join(shown) + (" …" if len(names) > len(shown) else "")


def _roles(view: View, marks: Sequence[SceneMark], say: Translator) -> Iterator[LegendSign]:
    """Go through the marks; what a number on a badge means is told with its role."""
    meanings = (
        {str(role): said for role, said in view.overlay.meanings.items()} if view.overlay else {}
    )
    for sign in _worded("mark", ROLE_WORDS, (mark.role for mark in marks), say):
        counted = sign.kind == "reached" and any(
            mark.badge for mark in marks if mark.role == "reached"
        )
        if sign.kind in meanings:
            yield sign._replace(text=meanings[sign.kind].into(view.lang))
        else:
            yield sign._replace(text=say("reached: links away · likelihood")) if counted else sign
