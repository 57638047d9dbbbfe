"""How much room each card needs: its lines of text, its small print and its foot."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.layout import sizes
from blueprint.layout.text import width, wrap
from blueprint.layout.view import Card, LaneKind, View
from blueprint.words import translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A card's texts in lines, and the height they need.

    Attributes:
        name: Lines of the name.
        remarks: Lines of each remark.
        status_word: *Proposed* or *removed* in the view's language, or ``""``.
        channels_shown: How many channel icons fit into the foot.
        icon: Whether the lane's icon stands before the name.
        height: The least height that holds it all.
    """

    name: tuple[str, ...]
    remarks: tuple[tuple[str, ...], ...]
    status_word: str
    channels_shown: int
    icon: bool
    height: float


def measure(card: Card, kind: LaneKind, lang: str) -> Measured:
    """Measure one card of a lane of this kind."""
    icon = kind != "evidence"
    span = max(1, card.until - card.step + 1)
    room = sizes.CARD_WIDTH * span - sizes.CARD_PAD - sizes.CARD_PAD_RIGHT
    name = wrap(
        card.name,
        sizes.CARD_FONT,
        room - (sizes.ICON_ROOM if icon else 0.0),
        most=sizes.CARD_MOST_LINES,
        lang=lang,
    )
    remarks = tuple(
        wrap(
            remark.text,
            sizes.REMARK_FONT,
            room - sizes.REMARK_INDENT + 3.0,
            most=sizes.REMARK_MOST_LINES,
            bold=True,
            lang=lang,
        )
        for remark in card.remarks
    )
    word = status_word(card, lang)
    foot = bool(word) or bool(card.channels)
    height = (
        2 * sizes.CARD_PAD
        + sizes.CARD_LINE * max(1, len(name))
        + sum(sizes.REMARK_LINE * len(lines) + 3.0 for lines in remarks)
        + (sizes.FOOT_HEIGHT if foot else 0.0)
        - 4.0
    )
    return Measured(
        name=name,
        remarks=remarks,
        status_word=word,
        channels_shown=_channels_that_fit(card, room - sizes.CARD_PAD_RIGHT, word, lang),
        icon=icon,
        height=max(sizes.CARD_LEAST_HEIGHT if icon else sizes.EVIDENCE_LEAST_HEIGHT, height),
    )


def status_word(card: Card, lang: str) -> str:
    """Return the word that tells a card's status, ``""`` for what is there today."""
    say = translator(lang)
    match card.status:
        case "proposed":
            return say("proposed")
        case "removed":
            return say("removed")
        case "current":
            return ""


def _channels_that_fit(card: Card, room: float, word: str, lang: str) -> int:
    taken = width(word, sizes.REMARK_FONT, bold=True, lang=lang) + 8.0 if word else 0.0
    fit = int((room - taken) // sizes.CHANNEL_PITCH)
    return len(card.channels) if len(card.channels) <= fit else max(0, fit - 1)


def measure_all(view: View) -> tuple[Measured, ...]:
    """Measure every card of a view, in its order."""
    return tuple(measure(card, view.lanes[card.lane].kind, view.lang) for card in view.cards)
