"""How much room each card needs: its lines of text, its small print and its foot."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.layout.sizes import Sizes
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


def measure(
    card: Card, kind: LaneKind, lang: str, sizes: Sizes, *, span: int | None = None
) -> Measured:
    """Measure one card of a lane of this kind that is as wide as ``span`` columns."""
    icon = kind != "evidence"
    if span is None:
        span = max(1, card.until - card.step + 1)
    room = sizes.card_width * span - sizes.card_pad - sizes.card_pad_right
    name = wrap(
        card.name,
        sizes.card_font,
        room - (sizes.icon_room if icon else 0.0),
        most=sizes.card_most_lines,
        lang=lang,
    )
    remarks = tuple(
        wrap(
            remark.text,
            sizes.remark_font,
            room - sizes.remark_indent + 3.0,
            most=sizes.remark_most_lines,
            bold=True,
            lang=lang,
        )
        for remark in card.remarks
    )
    word = status_word(card, lang)
    foot = bool(word) or bool(card.channels)
    height = (
        2 * sizes.card_pad
        + sizes.card_line * max(1, len(name))
        + sum(sizes.remark_line * len(lines) + 3.0 for lines in remarks)
        + (sizes.foot_height if foot else 0.0)
        - 4.0
    )
    return Measured(
        name=name,
        remarks=remarks,
        status_word=word,
        channels_shown=_channels_that_fit(card, room - sizes.card_pad_right, word, lang, sizes),
        icon=icon,
        height=max(sizes.card_least_height if icon else sizes.evidence_least_height, height),
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


def _channels_that_fit(card: Card, room: float, word: str, lang: str, sizes: Sizes) -> int:
    taken = width(word, sizes.remark_font, bold=True, lang=lang) + 8.0 if word else 0.0
    fit = int((room - taken) // sizes.channel_pitch)
    return len(card.channels) if len(card.channels) <= fit else max(0, fit - 1)


def measure_all(view: View) -> tuple[Measured, ...]:
    """Measure every card of a view, in its order."""
    span = 1 if view.orientation == "down" else None
    return tuple(
        measure(card, view.lanes[card.lane].kind, view.lang, view.sizes, span=span)
        for card in view.cards
    )
