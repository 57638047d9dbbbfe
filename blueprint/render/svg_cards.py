"""Cards in SVG."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.layout.scene import Rect, SceneCard
from blueprint.render.svg_chips import chip_group, owner_group
from blueprint.render.svg_icons import card_icon
from blueprint.render.svg_signs import badge, channel
from blueprint.render.svg_small_signs import small_sign
from blueprint.render.svg_writer import (
    element,
    look,
    moved,
    number,
    rectangle,
    tag,
    text_block,
    title,
    written,
)
from blueprint.render.theme import Theme

_FOLD = 12.0
_ICON = 0.95
_STRIKE = 1.2


def card_group(card: SceneCard, prefix: str, theme: Theme) -> str:
    """Draw one card with everything on it."""
    removed = card.status == "removed"
    colours = theme.lanes[card.lane_kind]
    line = theme.removed if removed else colours.line
    parts = [title(card.described), _outline(card, line, theme)]
    if card.icon:
        parts.append(
            element(
                "path",
                look(class_="bp-icon", d=card_icon(card))
                + written(transform=moved(card.icon, _ICON))
                + look(fill="none", stroke=line, stroke_width=1.5, stroke_linejoin="round"),
            )
        )
    parts.append(text_block(card.name, theme, theme.muted if removed else None))
    if removed:
        parts.append(_strike(card, theme))
    for remark in card.remarks:
        parts += [small_sign(remark.kind, remark.sign, theme), text_block(remark.text, theme)]
    parts += [chip_group(chip, theme) for chip in card.chips]
    parts += _foot(card, theme)
    parts += [
        badge(item.kind, item.centre, theme, count=item.count, text=item.text)
        for item in card.badges
    ]
    told = written(
        id=f"{prefix}-card-{card.index}",
        role="img",
        aria_label=card.described,
        data_id=card.id,
        data_lane=card.lane,
        data_step=str(card.step),
        data_until=str(card.until) if card.until > card.step else None,
        data_department=card.department_id,
    )
    return element("g", look(class_=_classes(card)) + told, *parts)


def _foot(card: SceneCard, theme: Theme) -> Iterator[str]:
    """Draw the foot from left to right."""
    if card.status_word:
        yield text_block(card.status_word, theme)
    if card.owner:
        yield owner_group(card.owner, theme)
    if card.more:
        yield tag("g", title(card.more.full), text_block(card.more, theme), class_="bp-more")
    for pin in card.pins:
        yield small_sign(pin.kind, pin.corner, theme, size=pin.size, text=pin.text)
    for item in card.channels:
        yield channel(item.kind, item.name, item.corner, item.size, theme)


def _classes(card: SceneCard) -> str:
    classes = f"bp-card bp-lane-{card.lane_kind} bp-actor-{card.actor}"
    return classes if card.status == "current" else f"{classes} bp-status-{card.status}"


def _outline(card: SceneCard, line: str, theme: Theme) -> str:
    """Draw the sheet: folded paper for evidence, a rounded box for all else."""
    dash = "6 4" if card.status == "proposed" else None
    if card.lane_kind == "evidence":
        sheet = look(
            fill=theme.card,
            stroke=line,
            stroke_width=1.2,
            stroke_linejoin="round",
            stroke_dasharray=dash,
        )
        fold = look(
            fill=theme.lanes["evidence"].tint,
            stroke=line,
            stroke_width=1.0,
            stroke_linejoin="round",
        )
        return (
            f'<path class="bp-sheet" d="{_paper(card.box)}"{sheet}/>'
            f'<path class="bp-fold" d="{_fold(card.box)}"{fold}/>'
        )
    return rectangle(
        card.box,
        class_="bp-sheet",
        rx=6,
        fill=theme.card,
        stroke=line,
        stroke_width=2.0 if card.lane_kind == "customer" else 1.3,
        stroke_dasharray=dash,
    )


def _paper(box: Rect) -> str:
    return (
        f"M{number(box.x)} {number(box.y)}H{number(box.right - _FOLD)}l{_FOLD:g} {_FOLD:g}"
        f"V{number(box.bottom)}H{number(box.x)}z"
    )


def _fold(box: Rect) -> str:
    return f"M{number(box.right - _FOLD)} {number(box.y)}v{_FOLD:g}h{_FOLD:g}z"


def _strike(card: SceneCard, theme: Theme) -> str:
    """Strike out every line of a removed card's name."""
    name = card.name
    data = "".join(
        f"M{number(name.x)} {number(name.y + n * name.leading - 4.0)}h{number(width)}"
        for n, width in enumerate(card.name_widths)
    )
    return tag(
        "path",
        class_="bp-strike",
        d=data,
        fill="none",
        stroke=theme.muted,
        stroke_width=_STRIKE,
    )
