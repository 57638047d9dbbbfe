"""What stands where on each card."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.measure import Measured
from blueprint.layout.scene import (
    Rect,
    SceneBadge,
    SceneCard,
    SceneChannel,
    SceneRemark,
    Text,
    TextRole,
)
from blueprint.layout.sizes import tenth
from blueprint.layout.text import SLACK, width
from blueprint.layout.view import Badge, Card, Remark, View
from blueprint.words import Phrase, translator

_BADGES_APART = 21.0


def badge_boxes(view: View, card: Card, box: Rect) -> list[Rect]:
    """Return the room a card's badges take, for whatever must stay clear of them."""
    r = view.sizes.badge_radius
    return [
        Rect(x=badge.centre[0] - r, y=badge.centre[1] - r, width=2 * r, height=2 * r)
        for badge in _badges(card.badges, box)
    ]


def scene_cards(
    view: View, measured: Sequence[Measured], boxes: Sequence[Rect]
) -> tuple[SceneCard, ...]:
    """Place everything on all cards."""
    return tuple(
        _scene_card(view, index, measured[index], boxes[index]) for index in range(len(view.cards))
    )


def _scene_card(view: View, index: int, size: Measured, box: Rect) -> SceneCard:
    card = view.cards[index]
    lane = view.lanes[card.lane]
    left = box.x + view.sizes.card_pad
    baseline = box.y + view.sizes.card_pad + 9.0
    name = Text(
        full=card.name,
        lines=size.name,
        x=tenth(left + (view.sizes.icon_room if size.icon else 0.0) - (2.0 if size.icon else 0.0)),
        y=tenth(baseline),
        leading=view.sizes.card_line,
        size=view.sizes.card_font,
        role="text",
    )
    foot = box.bottom - 8.0
    shown = card.channels[: size.channels_shown]
    rest = card.channels[size.channels_shown :]
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
        icon=(tenth(left - 4.0), tenth(baseline - 12.5)) if size.icon else None,
        name=name,
        name_widths=tuple(
            tenth(width(line, view.sizes.card_font, lang=view.lang) / SLACK) for line in size.name
        ),
        status_word=_status(view, size.status_word, left, foot),
        badges=_badges(card.badges, box),
        remarks=_remarks(view, card.remarks, size, left, baseline),
        channels=tuple(
            SceneChannel(
                id=channel.id,
                kind=channel.kind,
                name=channel.name,
                corner=(
                    tenth(
                        box.right
                        - view.sizes.card_pad
                        + 3.0
                        - view.sizes.channel_pitch * (at + 1)
                        + view.sizes.channel_pitch
                        - view.sizes.channel_size
                    ),
                    tenth(foot - view.sizes.channel_size + 2.0),
                ),
                size=view.sizes.channel_size,
            )
            for at, channel in zip(range(len(shown) - 1, -1, -1), shown, strict=True)
        ),
        more_channels=_more(
            view,
            [channel.name for channel in rest],
            box.right - view.sizes.card_pad - view.sizes.channel_pitch * len(shown),
            foot,
        ),
        described=_described(view, card, size.status_word),
    )


def _badges(badges: Sequence[Badge], box: Rect) -> tuple[SceneBadge, ...]:
    """Put the signs side by side at the right of the upper edge, one per kind."""
    kinds = dict.fromkeys(badge.kind for badge in badges)
    placed = []
    for n, kind in enumerate(kinds):
        texts = [badge.text for badge in badges if badge.kind == kind]
        placed.append(
            SceneBadge(
                kind=kind,
                centre=(tenth(box.right - 10.0 - n * _BADGES_APART), tenth(box.y)),
                count=len(texts),
                text="; ".join(text for text in texts if text),
            )
        )
    return tuple(placed)


def _remarks(
    view: View, remarks: Sequence[Remark], size: Measured, left: float, baseline: float
) -> tuple[SceneRemark, ...]:
    y = baseline + view.sizes.card_line * (max(1, len(size.name)) - 1) + 3.0
    placed: list[SceneRemark] = []
    for remark, lines in zip(remarks, size.remarks, strict=True):
        first = y + view.sizes.remark_line
        text = _small(
            view, remark.text, lines, left + view.sizes.remark_indent - 2.0, first, remark.kind
        )
        placed.append(
            SceneRemark(kind=remark.kind, sign=(tenth(left - 3.0), tenth(first - 9.5)), text=text)
        )
        y += view.sizes.remark_line * len(lines) + 3.0
    return tuple(placed)


def _status(view: View, word: str, left: float, foot: float) -> Text | None:
    return _small(view, word, (word,), left - 3.0, foot, "status") if word else None


def _more(view: View, names: Sequence[str], right: float, foot: float) -> Text | None:
    if not names:
        return None
    return _small(view, ", ".join(names), (f"+{len(names)}",), right - 12.0, foot, "muted")


def _small(
    view: View, full: str, lines: tuple[str, ...], x: float, y: float, role: TextRole
) -> Text:
    return Text(
        full=full,
        lines=lines,
        x=tenth(x),
        y=tenth(y),
        leading=view.sizes.remark_line,
        size=view.sizes.remark_font,
        role=role,
        bold=role != "muted",
    )


def _described(view: View, card: Card, word: str) -> str:
    """Say what a card is: its name, lane, step, status and signs."""
    say = translator(view.lang)
    lane = view.lanes[card.lane].name
    step = view.steps[card.step].name
    parts = [
        Phrase.of("{name} ({lane}, {step})", name=card.name, lane=lane, step=step).into(view.lang)
    ]
    if word:
        parts.append(word)
    for badge in card.badges:
        sign = say("moment of truth") if badge.kind == "moment-of-truth" else say("fail point")
        parts.append(f"{sign}: {badge.text}" if badge.text else sign)
    for remark in card.remarks:
        sign = say("pain") if remark.kind == "pain" else say("wait")
        parts.append(f"{sign}: {remark.text}" if remark.text else sign)
    parts += [channel.name for channel in card.channels]
    return "; ".join(parts)
