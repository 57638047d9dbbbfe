"""The small signs: star, F, triangle, W, faces and channel icons."""

from __future__ import annotations

from typing import Literal

from blueprint.layout.scene import Mood, Point
from blueprint.render import svg_icons as icons
from blueprint.render.svg_writer import moved, tag, title, words
from blueprint.render.theme import Theme

_MOST_COUNTED = 9


def badge(
    kind: Literal["moment-of-truth", "fail-point"],
    centre: Point,
    theme: Theme,
    *,
    count: int = 1,
    text: str = "",
    scale: float = 1.0,
) -> str:
    """Draw a moment of truth (star) or a fail point (F), with a number if there are several."""
    if kind == "moment-of-truth":
        sign = tag("circle", r=9, fill=theme.moment.ground, stroke=theme.moment.line) + tag(
            "path", d=icons.STAR, fill=theme.moment.ink
        )
    else:
        sign = tag("circle", r=8.6, fill=theme.fail.ground, stroke=theme.fail.line) + tag(
            "path", d=icons.LETTER_F, fill="none", stroke=theme.fail.ink, stroke_width=1.9
        )
    several = _count(count, theme) if count > 1 else ""
    return tag(
        "g",
        title(text),
        sign,
        several,
        class_=f"bp-badge bp-{kind}",
        transform=moved(centre, scale),
    )


def _count(count: int, theme: Theme) -> str:
    shown = str(count) if count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"
    return tag(
        "circle", cx=8, cy=7, r=5.5, fill=theme.card, stroke=theme.muted, stroke_width=0.8
    ) + tag(
        "text",
        words(shown),
        x=8,
        y=10,
        font_size=8,
        font_weight="700",
        text_anchor="middle",
        fill=theme.ink,
        class_="bp-text",
    )


def remark_sign(kind: Literal["pain", "wait"], corner: Point, theme: Theme) -> str:
    """Draw the triangle of a pain or the W of a wait, in a square of 12."""
    if kind == "pain":
        sign = tag(
            "path",
            d=icons.TRIANGLE,
            fill=theme.pain.ground,
            stroke=theme.pain.line,
            stroke_width=1.2,
            stroke_linejoin="round",
        ) + tag("path", d=icons.TRIANGLE_BANG, fill="none", stroke=theme.pain.ink, stroke_width=1.5)
    else:
        sign = tag(
            "rect",
            x=0.5,
            y=0.5,
            width=11,
            height=11,
            rx=3,
            fill=theme.wait.ground,
            stroke=theme.wait.line,
        ) + tag(
            "path",
            d=icons.LETTER_W,
            fill="none",
            stroke=theme.wait.ink,
            stroke_width=1.3,
            stroke_linejoin="round",
        )
    return tag("g", sign, class_=f"bp-sign bp-{kind}-sign", transform=moved(corner))


def channel(kind: str, name: str, corner: Point, size: float, theme: Theme) -> str:
    """Draw a channel's icon."""
    icon = tag(
        "path",
        d=icons.channel_icon(kind),
        fill="none",
        stroke=theme.muted,
        stroke_width=1.4,
        stroke_linejoin="round",
        stroke_linecap="round",
    )
    return tag("g", title(name), icon, class_="bp-channel", transform=moved(corner, size / 16))


def face(mood: Mood, centre: Point, radius: float, theme: Theme, text: str = "") -> str:
    """Draw a face: happy, neutral or unhappy."""
    colour = theme.moods[mood]
    mouth = {
        "happy": "M-3.6 1.8q3.6 4 7.2 0",
        "neutral": "M-3.4 2.8h6.8",
        "unhappy": "M-3.6 4.4q3.6-4 7.2 0",
    }[mood]
    return tag(
        "g",
        title(text),
        tag("circle", r=radius, fill=theme.paper, stroke=colour, stroke_width=1.8),
        tag(
            "path",
            d=f"M-2.8-2.6v.9M2.8-2.6v.9{mouth}",
            fill="none",
            stroke=colour,
            stroke_width=1.6,
            stroke_linecap="round",
        ),
        class_=f"bp-face bp-{mood}",
        transform=moved(centre),
    )
