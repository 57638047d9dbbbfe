"""What stands where on each card."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.chips import scene_chips
from blueprint.layout.describe import described
from blueprint.layout.foot import FootPlacer
from blueprint.layout.measure import BOLD, REMARK_GAP, Measured
from blueprint.layout.scene import (
    Rect,
    SceneBadge,
    SceneCard,
    SceneRemark,
    Text,
    TextRole,
)
from blueprint.layout.sizes import tenth
from blueprint.layout.text import SLACK, text_lang, width
from blueprint.layout.view import Badge, Card, RemarkKind, View

BADGES_APART = 22.0
BADGE_IN = 10.0
"""How far the last badge's centre is from the card's right border."""
_COUNT_OUT = 3.0
_ROLES: dict[RemarkKind, TextRole] = {
    "pain": "pain",
    "late": "pain",
    "wait": "wait",
    "surprise": "wait",
}


def badge_boxes(view: View, card: Card, box: Rect) -> list[Rect]:
    """Return the room a card's badges take, for whatever must stay clear of them."""
    r = view.sizes.badge_radius
    boxes = []
    for badge in scene_badges(card.badges, box):
        more = _COUNT_OUT if badge.count > 1 else 0.0
        x, y = badge.centre
        boxes.append(Rect(x=x - r, y=y - r - more, width=2 * r + more, height=2 * r + more))
    return boxes


def scene_cards(
    view: View, measured: Sequence[Measured], boxes: Sequence[Rect]
) -> tuple[SceneCard, ...]:
    """Place everything on all cards."""
    return tuple(
        _scene_card(view, index, measured[index], boxes[index]) for index in range(len(view.cards))
    )


def _scene_card(view: View, index: int, size: Measured, box: Rect) -> SceneCard:
    card, sizes = view.cards[index], view.sizes
    lane = view.lanes[card.lane]
    left = box.x + sizes.card_pad
    first = box.y + size.top + 9.0
    foot = FootPlacer(size.foot, card, box, view)
    remarks, last = _remarks(view, size, left, first)
    name_lang = text_lang(card.name, view.lang)
    return SceneCard(
        id=card.id,
        index=index,
        lane=lane.id,
        lane_kind=lane.kind,
        step=card.step,
        until=max(card.step, min(card.until, len(view.steps) - 1)),
        department=card.department,
        department_id=card.department_id,
        actor=card.actor,
        status=card.status,
        box=box,
        icon=(tenth(left - 4.0), tenth(first - 12.5)) if size.icon else None,
        name=Text(
            full=card.name,
            lines=size.name,
            x=tenth(left + (sizes.icon_room - 2.0 if size.icon else 0.0)),
            y=tenth(first),
            leading=sizes.card_line,
            size=sizes.card_font,
            role="text",
        ),
        name_widths=tuple(
            tenth(width(line, sizes.card_font, lang=name_lang) / SLACK) for line in size.name
        ),
        status_word=foot.status(),
        badges=scene_badges(card.badges, box),
        remarks=remarks,
        chips=scene_chips(size.chips, left - 3.0, last, view),
        owner=foot.owner(),
        pins=foot.signs(),
        channels=foot.channels(),
        more=foot.more(),
        described=described(card, view),
    )


def scene_badges(badges: Sequence[Badge], box: Rect) -> tuple[SceneBadge, ...]:
    """Put the signs side by side at the right of the upper edge, one per kind."""
    kinds = dict.fromkeys(badge.kind for badge in badges)
    placed = []
    for n, kind in enumerate(kinds):
        texts = [badge.text for badge in badges if badge.kind == kind]
        placed.append(
            SceneBadge(
                kind=kind,
                centre=(tenth(box.right - BADGE_IN - n * BADGES_APART), tenth(box.y)),
                count=len(texts),
                text="; ".join(text for text in texts if text),
            )
        )
    return tuple(placed)


def _remarks(
    view: View, size: Measured, left: float, first: float
) -> tuple[tuple[SceneRemark, ...], float]:
    """Place the small print; return it, and the baseline of the last line of all."""
    sizes = view.sizes
    last = first + sizes.card_line * (max(1, len(size.name)) - 1)
    placed: list[SceneRemark] = []
    for remark, lines in size.remarks:
        y = last + REMARK_GAP + sizes.remark_line
        text = Text(
            full=remark.text,
            lines=lines,
            x=tenth(left + sizes.remark_indent - 2.0),
            y=tenth(y),
            leading=sizes.remark_line,
            size=sizes.remark_font,
            role=_ROLES.get(remark.kind, "muted"),
            bold=remark.kind in BOLD,
        )
        corner = (tenth(left - 3.0), tenth(y - 9.5))
        placed.append(SceneRemark(kind=remark.sign, sign=corner, text=text))
        last += sizes.remark_line * max(1, len(lines)) + REMARK_GAP
    return tuple(placed), last
