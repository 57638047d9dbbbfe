"""What a report lights up: a frame around each card it names, and a badge on its upper edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from blueprint.layout.cards import BADGE_IN, BADGES_APART, badge_boxes
from blueprint.layout.scene import UNSAID, Rect, SceneCard, SceneMark, Text
from blueprint.layout.sizes import tenth
from blueprint.layout.text import width, wrap
from blueprint.layout.view import Card, View
from blueprint.report import Mark
from blueprint.words import Phrase

_OUT = 3.0
_LEFT = 6.0
_UP = 8.5
_HEIGHT = 14.0
_SIGN = 9.0
_PAD = 4.5
_GAP = 3.0
_WIDEST = 96.0
_APART = 12.0
"""How far apart marked cards are at least."""
MOST_RINGS = 3
RING = 2.8
"""How many rings there are at most around a card, and how far one is from the next."""


def with_room_for_marks(view: View) -> View:
    """Return a view whose cards stand far enough apart for the frames around them."""
    if view.overlay is None:
        return view
    rings = max((rings_of(mark) for mark in view.overlay.elements.values()), default=1)
    apart = max(view.sizes.stack_gutter, _APART + 2 * RING * (rings - 1))
    return replace(view, sizes=replace(view.sizes, stack_gutter=apart))


def scene_marks(view: View, cards: Sequence[SceneCard]) -> tuple[SceneMark, ...]:
    """Place the overlay's marks on the cards it names, in the order of the cards."""
    if view.overlay is None:
        return ()
    marks = view.overlay.elements
    return tuple(_scene_mark(view, card, marks[card.id]) for card in cards if card.id in marks)


def _scene_mark(view: View, card: SceneCard, mark: Mark) -> SceneMark:
    box = card.box
    badge_box, line = _badge(view.cards[card.index], box, mark, view)
    signed = has_sign(mark)
    text = Text(
        full=badge_text(mark),
        lines=(line,),
        x=tenth(badge_box.x + _PAD + (_SIGN + _GAP if signed else 0.0)),
        y=tenth(badge_box.y + 10.4),
        leading=_HEIGHT,
        size=view.sizes.tag_font,
        role="badge",
        bold=True,
    )
    return SceneMark(
        card=card.id,
        role=mark.role,
        frame=Rect(
            x=tenth(box.x - _OUT),
            y=tenth(box.y - _OUT),
            width=tenth(box.width + 2 * _OUT),
            height=tenth(box.height + 2 * _OUT),
        ),
        badge_box=badge_box,
        sign=(tenth(badge_box.x + _PAD - 0.5), tenth(badge_box.y + 2.5)) if signed else None,
        sign_size=_SIGN,
        badge=text if line else None,
        note=_note(mark, view.lang),
        weight=weight_of(mark.strength),
        rings=rings_of(mark),
    )


def edge_signs(view: View, card: Card, box: Rect) -> list[Rect]:
    """Return the room that a card's signs and its mark take on its upper edge."""
    mark = view.overlay.elements.get(card.id) if view.overlay else None
    marked = [_badge(card, box, mark, view)[0]] if mark else []
    return [*badge_boxes(view, card, box), *marked] if card.badges else marked


def has_sign(mark: Mark) -> bool:
    """Whether a sign of its role stands in a mark's badge; a number of links needs none."""
    return mark.role not in ("start", "reached") or not mark.badge


def badge_text(mark: Mark) -> str:
    """Return what a badge says: its word, and how strongly what reached it did.

    Examples:
        >>> badge_text(Mark(role="reached", badge="2", strength=0.35))
        '2 · .35'
        >>> badge_text(Mark(role="start", badge="0", strength=1.0))
        '0'
    """
    if mark.role != "reached" or mark.strength is None or not mark.badge:
        return mark.badge
    return f"{mark.badge} · {strength_text(mark.strength)}"


def strength_text(strength: float) -> str:
    """Say a strength from 0 to 1 with two figures.

    Examples:
        >>> strength_text(0.35), strength_text(0.5), strength_text(1.0), strength_text(0.001)
        ('.35', '.5', '1', '<.01')
    """
    if 0 < strength < 0.005:  # noqa: PLR2004  (half of the last figure shown)
        return "<.01"
    said = f"{strength:.2f}".rstrip("0").rstrip(".")
    return said.removeprefix("0") or "0"


def weight_of(strength: float | None) -> float:
    """Return how strongly something is drawn, from 0 to 1.

    Examples:
        >>> [weight_of(strength) for strength in (0.125, 1.0, None)]
        [0.125, 1.0, 0.5]
    """
    return UNSAID if strength is None else round(min(1.0, max(0.0, strength)), 3)


def rings_of(mark: Mark) -> int:
    """Return of how many rings a mark's frame is made: one for each link, up to three.

    Examples:
        >>> [rings_of(Mark(role="reached", hops=hops)) for hops in (1, 2, 3, 7, None)]
        [1, 2, 3, 3, 1]
    """
    return min(MOST_RINGS, max(1, mark.hops or 1))


def _badge(card: Card, box: Rect, mark: Mark, view: View) -> tuple[Rect, str]:
    """Return a badge's box on the card's upper edge, clear of the card's own signs."""
    kinds = len({badge.kind for badge in card.badges})
    signs = BADGE_IN + BADGES_APART * kinds if kinds else 0.0
    rest = 2 * _PAD + (_SIGN if has_sign(mark) else 0.0)
    room = min(_WIDEST, box.width - signs) - rest - _GAP
    lines = wrap(badge_text(mark), view.sizes.tag_font, room, most=1, bold=True, lang=view.lang)
    line = lines[0] if lines else ""
    wide = rest
    if line:
        wide += width(line, view.sizes.tag_font, bold=True, lang=view.lang)
        wide += _GAP if has_sign(mark) else 0.0
    return Rect(
        x=tenth(box.x - _LEFT),
        y=tenth(box.y - _UP),
        width=tenth(max(_HEIGHT, wide)),
        height=_HEIGHT,
    ), line


def _note(mark: Mark, lang: str) -> str:
    """Say why something is marked, and how strongly."""
    note = mark.note.into(lang) if mark.note else ""
    if mark.strength is None or mark.role == "start":
        return note
    strong = Phrase.of("likelihood {n}", n=strength_text(mark.strength)).into(lang)
    return f"{note} ({strong})" if note else strong
