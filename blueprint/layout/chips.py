"""Chips on a card: framed words in rows, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.layout.scene import Rect, SceneChip, Text
from blueprint.layout.signs import LEGACY
from blueprint.layout.sizes import tenth
from blueprint.layout.text import text_lang, width, wrap
from blueprint.layout.view import Chip, Detail, View
from blueprint.words import translator

HEIGHT = 14.0
PITCH = 19.0
SIGN = 9.0
_ABOVE = 8.0
_GAP = 6.0
_PAD = 5.0
_AFTER_SIGN = 3.0
_MOST_ROWS: dict[Detail, int] = {"plain": 0, "usual": 1, "full": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipBox:
    """A chip's place: how far from the left, in which row, how wide, and what is read."""

    chip: Chip
    line: str
    left: float
    row: int
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipRows:
    """The chips that have room, the others, and the height that the rows add to a card."""

    boxes: tuple[ChipBox, ...] = ()
    hidden: tuple[Chip, ...] = ()
    height: float = 0.0


NO_CHIPS = ChipRows()


def chip_rows(chips: Sequence[Chip], room: float, view: View) -> ChipRows:
    """Put chips side by side in rows.

    Args:
        chips: What is to be shown.
        room: Width of a row.
        view: Its language, sizes and detail.
    """
    if not chips:
        return NO_CHIPS
    boxes: list[ChipBox] = []
    row, used = 0, 0.0
    for n, chip in enumerate(chips):
        line, wide = _line(chip, room, view)
        if used and used + _GAP + wide > room:
            row, used = row + 1, 0.0
        if row >= _MOST_ROWS[view.detail]:
            return _rows(boxes, chips[n:])
        left = used + _GAP if used else 0.0
        boxes.append(ChipBox(chip=chip, line=line, left=left, row=row, width=wide))
        used = left + wide
    return _rows(boxes, ())


def _rows(boxes: Sequence[ChipBox], hidden: Sequence[Chip]) -> ChipRows:
    rows = boxes[-1].row + 1 if boxes else 0
    return ChipRows(boxes=tuple(boxes), hidden=tuple(hidden), height=PITCH * rows)


def _line(chip: Chip, room: float, view: View) -> tuple[str, float]:
    """Return what is read on a chip, and its width."""
    size = view.sizes.tag_font
    lang = text_lang(chip.text, view.lang)
    rest = 2 * _PAD + (SIGN + _AFTER_SIGN if has_sign(chip) else 0.0)
    lines = wrap(chip.text, size, room - rest, most=1, lang=lang)
    line = lines[0] if lines else ""
    return line, tenth(rest + width(line, size, lang=lang))


def has_sign(chip: Chip) -> bool:
    """Whether a sign stands before its word; a tag has its own, the ``#``."""
    return chip.kind != "tag"


def scene_chips(rows: ChipRows, left: float, baseline: float, view: View) -> tuple[SceneChip, ...]:
    """Place a card's chips under the last line above them."""
    return tuple(_scene_chip(box, left, baseline, view) for box in rows.boxes)


def _scene_chip(shown: ChipBox, left: float, baseline: float, view: View) -> SceneChip:
    chip = shown.chip
    box = Rect(
        x=tenth(left + shown.left),
        y=tenth(baseline + _ABOVE + PITCH * shown.row),
        width=shown.width,
        height=HEIGHT,
    )
    signed = has_sign(chip)
    text = Text(
        full=chip.text,
        lines=(shown.line,) if shown.line else (),
        x=tenth(box.x + _PAD + (SIGN + _AFTER_SIGN if signed else 0.0)),
        y=tenth(box.y + 10.4),
        leading=HEIGHT,
        size=view.sizes.tag_font,
        role="muted",
    )
    return SceneChip(
        kind=chip.kind,
        id=chip.id,
        box=box,
        sign=(tenth(box.x + _PAD - 0.5), tenth(box.y + (HEIGHT - SIGN) / 2)) if signed else None,
        text=text,
        text_width=tenth(max(0.0, shown.width - (text.x - box.x) - _PAD)),
        status=chip.status,
        legacy=chip.legacy,
        told=chip_told(chip, view.lang),
    )


def chip_told(chip: Chip, lang: str) -> str:
    """Say a chip with how it stands: ``Warehouse system (due for renewal)``."""
    say = translator(lang)
    standing = [say(LEGACY)] if chip.legacy else []
    if chip.status != "current":
        standing.append(say(chip.status))
    return f"{chip.text} ({say(', ').join(standing)})" if standing else chip.text
