"""Framed words in SVG: systems, knowledge and tags, and how they stand told by their outline."""

from __future__ import annotations

from blueprint.layout.scene import Point, Rect, SceneChip, SceneOwner
from blueprint.layout.view import Status
from blueprint.render.svg_small_signs import CHIP_SIGNS, OWNER, SQUARE, glyph
from blueprint.render.svg_writer import moved, number, rectangle, tag, text_block, title
from blueprint.render.theme import Theme

_SIGN = 9.0
_DASHES: dict[Status, str | None] = {"current": None, "proposed": "4 2.5", "removed": None}


def chip_group(chip: SceneChip, theme: Theme) -> str:
    """Draw one chip."""
    struck = chip.status == "removed"
    return tag(
        "g",
        title(chip.told),
        outline(chip.box, theme, chip.status, legacy=chip.legacy, round_=chip.kind == "tag"),
        chip_sign(chip.kind, chip.sign, theme) if chip.sign else "",
        text_block(chip.text, theme),
        _strike(chip, theme) if struck else "",
        class_=f"bp-word bp-word-{chip.kind}",
        data_id=chip.id or None,
    )


def outline(
    box: Rect, theme: Theme, status: Status = "current", *, legacy: bool, round_: bool
) -> str:
    """Draw a chip's frame: dashed where proposed, double where due for renewal."""
    line = theme.removed if status == "removed" else theme.muted
    frame = rectangle(
        box,
        class_="bp-word-box",
        rx=7 if round_ else 3,
        fill=theme.card,
        stroke=line,
        stroke_width=0.9,
        stroke_dasharray=_DASHES[status],
    )
    if not legacy:
        return frame
    outer = Rect(x=box.x - 2, y=box.y - 2, width=box.width + 4, height=box.height + 4)
    around = rectangle(
        outer, class_="bp-word-box", rx=4.5, fill=theme.card, stroke=line, stroke_width=0.9
    )
    return around + frame


def chip_sign(kind: str, corner: Point, theme: Theme) -> str:
    """Draw the sign before a chip's word."""
    return tag(
        "g",
        glyph(CHIP_SIGNS[kind], theme.muted, 1.3),
        class_="bp-sign bp-tone-quiet",
        transform=moved(corner, _SIGN / SQUARE),
    )


def owner_group(owner: SceneOwner, theme: Theme) -> str:
    """Draw the department at a card's foot."""
    return tag(
        "g",
        title(owner.text.full),
        owner_sign(owner.sign, owner.size, theme),
        text_block(owner.text, theme),
        class_="bp-owner",
        data_id=owner.id or None,
    )


def owner_sign(corner: Point, size: float, theme: Theme) -> str:
    """Draw the sign of a department."""
    return tag(
        "g",
        glyph(OWNER, theme.muted, 1.3),
        class_="bp-sign bp-tone-quiet",
        transform=moved(corner, size / SQUARE),
    )


def _strike(chip: SceneChip, theme: Theme) -> str:
    text = chip.text
    return tag(
        "path",
        class_="bp-strike",
        d=f"M{number(text.x)} {number(text.y - 3.2)}h{number(chip.text_width)}",
        fill="none",
        stroke=theme.muted,
        stroke_width=1.0,
    )
