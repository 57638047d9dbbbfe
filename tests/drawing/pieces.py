"""The boxes of everything that stands on a card of a scene, for tests of what may touch what."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.layout.scene import Point, Rect, SceneCard, Text
from blueprint.layout.text import SLACK, text_lang, width

_SIGN = 12.0
_ICON = 15.2
_BADGE = 9.0
_LEGACY = 2.0
_COUNT_OUT = 3.0


def text_box(text: Text, lang: str) -> Rect:
    """Return the box around a text that is anchored at its start."""
    own = text_lang(text.full, lang)
    wide = max(width(line, text.size, bold=text.bold, lang=own) for line in text.lines) / SLACK
    return Rect(
        x=text.x,
        y=text.y - 0.78 * text.size,
        width=wide,
        height=0.98 * text.size + text.leading * (len(text.lines) - 1),
    )


def square(corner: Point, size: float) -> Rect:
    """Return a square by its upper left corner."""
    return Rect(x=corner[0], y=corner[1], width=size, height=size)


def inside_card(card: SceneCard, lang: str) -> Iterator[tuple[str, Rect]]:
    """Go through the boxes of what stands within a card, each with what it is."""
    if card.icon:
        yield "icon", square(card.icon, _ICON)
    if card.name.lines:
        yield "name", text_box(card.name, lang)
    for remark in card.remarks:
        yield f"sign of {remark.text.full}", square(remark.sign, _SIGN)
        if remark.text.lines:
            yield remark.text.full, text_box(remark.text, lang)
    for chip in card.chips:
        out = _LEGACY if chip.legacy else 0.0
        box = chip.box
        yield (
            chip.told,
            Rect(
                x=box.x - out,
                y=box.y - out,
                width=box.width + 2 * out,
                height=box.height + 2 * out,
            ),
        )
    yield from at_foot(card, lang)


def at_foot(card: SceneCard, lang: str) -> Iterator[tuple[str, Rect]]:
    """Go through the boxes of what stands at a card's foot."""
    if card.status_word:
        yield "status", text_box(card.status_word, lang)
    if card.owner:
        yield "owner's sign", square(card.owner.sign, card.owner.size)
        yield "owner", text_box(card.owner.text, lang)
    if card.more:
        yield "more", text_box(card.more, lang)
    for pin in card.pins:
        yield pin.kind, square(pin.corner, pin.size)
    for channel in card.channels:
        yield channel.name, square(channel.corner, channel.size)


def on_edge(card: SceneCard) -> Iterator[tuple[str, Rect]]:
    """Go through the boxes of the signs on a card's upper edge."""
    for badge in card.badges:
        x, y = badge.centre
        out = _COUNT_OUT if badge.count > 1 else 0.0
        wide = 2 * _BADGE + out
        yield badge.kind, Rect(x=x - _BADGE, y=y - _BADGE - out, width=wide, height=wide)
