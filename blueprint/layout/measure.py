"""How much room each card needs: its lines of text, its small print, its chips and its foot."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.layout.chips import ChipRows, chip_rows, chip_told
from blueprint.layout.detail import shown_on
from blueprint.layout.foot import Foot, foot_of
from blueprint.layout.text import text_lang, wrap
from blueprint.layout.view import Card, Remark, RemarkKind, View

BOLD: frozenset[RemarkKind] = frozenset({"pain", "wait", "late"})
"""Small print that is set in bold."""

REMARK_GAP = 3.0
_UNDER_BADGES = 11.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A card's texts in lines, and the height they need.

    Attributes:
        name: Lines of the name.
        remarks: Small print, each with its lines.
        chips: Framed words in rows.
        foot: What stands at the foot.
        icon: Whether the lane's icon stands before the name.
        raised: Whether something stands on the card's upper edge.
        top: From the upper border to the top of the name.
        height: The least height that holds it all.
    """

    name: tuple[str, ...]
    remarks: tuple[tuple[Remark, tuple[str, ...]], ...]
    chips: ChipRows
    foot: Foot
    icon: bool
    raised: bool
    top: float
    height: float


def measure(card: Card, view: View, *, under_badges: bool) -> Measured:
    """Measure one card of a view; ``under_badges`` where its lane has signs on upper edges."""
    sizes = view.sizes
    icon = view.lanes[card.lane].kind != "evidence"
    columns = 1 if view.orientation == "down" else max(1, card.until - card.step + 1)
    room = sizes.card_width * columns - sizes.card_pad - sizes.card_pad_right
    name = wrap(
        card.name,
        sizes.card_font,
        room - (sizes.icon_room if icon else 0.0),
        most=sizes.card_most_lines,
        lang=text_lang(card.name, view.lang),
    )
    shown = shown_on(card, view.detail)
    remarks = tuple((remark, _lines(remark, room, view)) for remark in shown.remarks)
    chips = chip_rows(shown.chips, room, view)
    hidden = (*shown.hidden, *(chip_told(chip, view.lang) for chip in chips.hidden))
    foot = foot_of(card, shown, hidden, sizes.card_width * columns, view)
    top = max(sizes.card_pad, _UNDER_BADGES) if under_badges else sizes.card_pad
    height = (
        top
        + sizes.card_pad
        + sizes.card_line * max(1, len(name))
        + sum(sizes.remark_line * max(1, len(lines)) + REMARK_GAP for _, lines in remarks)
        + chips.height
        + foot.height
        - 4.0
    )
    return Measured(
        name=name,
        remarks=remarks,
        chips=chips,
        foot=foot,
        icon=icon,
        raised=_is_raised(card, view),
        top=top,
        height=max(sizes.card_least_height if icon else sizes.evidence_least_height, height),
    )


def _lines(remark: Remark, room: float, view: View) -> tuple[str, ...]:
    sizes = view.sizes
    return wrap(
        remark.text,
        sizes.remark_font,
        room - sizes.remark_indent + 3.0,
        most=sizes.remark_most_lines,
        bold=remark.kind in BOLD,
        lang=text_lang(remark.text, view.lang),
    )


def measure_all(view: View) -> tuple[Measured, ...]:
    """Measure every card of a view, in its order."""
    raised = {card.lane for card in view.cards if _is_raised(card, view)}
    return tuple(measure(card, view, under_badges=card.lane in raised) for card in view.cards)


def _is_raised(card: Card, view: View) -> bool:
    marked = view.overlay is not None and card.id in view.overlay.elements
    return marked or bool(card.badges)
