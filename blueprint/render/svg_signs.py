"""The larger signs: star, F and recovery on a card's edge, faces, and channel icons."""

from __future__ import annotations

from blueprint.layout.scene import Mood, Point
from blueprint.layout.view import BadgeKind
from blueprint.render import svg_icons as icons
from blueprint.render.svg_writer import moved, tag, title, words
from blueprint.render.theme import Theme

_MOST_COUNTED = 9


def badge(
    kind: BadgeKind,
    centre: Point,
    theme: Theme,
    *,
    count: int = 1,
    text: str = "",
    scale: float = 1.0,
) -> str:
    """Draw a sign of a card's edge, with a number if there are several."""
    return tag(
        "g",
        title(text),
        _badge(kind, theme),
        _count(count, theme) if count > 1 else "",
        class_=f"bp-badge bp-{kind}",
        transform=moved(centre, scale),
    )


def _badge(kind: BadgeKind, theme: Theme) -> str:
    match kind:
        case "moment-of-truth":
            disc = tag("circle", r=9, fill=theme.moment.ground, stroke=theme.moment.line)
            return disc + tag("path", d=icons.STAR, fill=theme.moment.ink)
        case "fail-point":
            disc = tag("circle", r=8.6, fill=theme.fail.ground, stroke=theme.fail.line)
            return disc + tag(
                "path", d=icons.LETTER_F, fill="none", stroke=theme.fail.ink, stroke_width=1.9
            )
        case "recovery":
            colour = theme.edges["recovers"].colour
            disc = tag("circle", r=8.6, fill=theme.card, stroke=colour, stroke_width=1.6)
            return disc + tag(
                "path",
                d=icons.TURN_BACK,
                fill="none",
                stroke=colour,
                stroke_width=1.8,
                stroke_linecap="round",
                stroke_linejoin="round",
            )


def _count(count: int, theme: Theme) -> str:
    shown = str(count) if count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"
    return tag(
        "circle", cx=7, cy=-6, r=5, fill=theme.card, stroke=theme.muted, stroke_width=0.8
    ) + tag(
        "text",
        words(shown),
        x=7,
        y=-3.2,
        font_size=8,
        font_weight="700",
        text_anchor="middle",
        fill=theme.ink,
        class_="bp-text",
    )


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
