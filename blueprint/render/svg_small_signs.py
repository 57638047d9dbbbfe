"""The small signs: before small print, at a card's foot, on chips and on a report's badges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from blueprint.layout.scene import Point
from blueprint.layout.view import SignKind
from blueprint.render.svg_writer import moved, tag, title
from blueprint.render.theme import SignColours, Theme
from blueprint.report import Role

Tone = Literal["pain", "wait", "late", "gift", "quiet"]
SQUARE = 12.0
"""The signs are drawn in a square of this size."""

_BOX = "M3.5 .5h5a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-5a3 3 0 0 1-3-3v-5a3 3 0 0 1 3-3z"
_DISC = "M6 .7a5.3 5.3 0 1 0 .01 0z"
_LOCK = "M2.2 5.6h7.6v5.6H2.2z"
_RIBBON = "M.7 3.1h10.6v2.1H.7zM6 3.1v8M6 3.1C2.4 3 3.4-.6 6 3.1C8.6-.6 9.6 3 6 3.1"
_CHAIN = (
    "M5 7a2.3 2.3 0 0 0 3.3 0l2-2A2.3 2.3 0 0 0 7 1.7l-.9.9"
    "M7 5a2.3 2.3 0 0 0-3.3 0l-2 2A2.3 2.3 0 0 0 5 10.3l.9-.9"
)
_WINDOW = "M1 1.8h10v8.4H1zM1 4.6h10M2.8 3.2h.4"
_BOOK = (
    "M6 2.9C4.6 1.8 2.6 1.7 1 2.1v7.6c1.6-.4 3.6-.3 5 .8"
    "c1.4-1.1 3.4-1.2 5-.8V2.1c-1.6-.4-3.6-.3-5 .8v7.6"
)
_QUESTION = "M4.6 4.8c0-2 2.9-2 2.9-.2C7.5 5.8 6 5.8 6 7.2M6 8.9v.3"
_SHEET = "M1.5 1.2h9v6.3l-3.3 3.3H1.5z"


@dataclass(frozen=True, slots=True)
class SmallSign:
    """A sign as two paths: its ground, filled, and what is drawn on it; and its tone."""

    ground: str
    glyph: str
    tone: Tone = "quiet"


SMALL_SIGNS: Mapping[SignKind, SmallSign] = {
    "pain": SmallSign("M6 .6L11.6 11H.4z", "M6 4.2v3.2M6 9.1v.3", "pain"),
    "pain-line": SmallSign("M6 .4L10.4 8.4H1.6z", "M6 3v2.6M6 6.9v.3M.2 11h11.6", "pain"),
    "pain-surface": SmallSign(_BOX, "M6 2.4L9.7 9.3H2.3zM6 5v2M6 8.1v.2", "pain"),
    "wait": SmallSign(_BOX, "M2.6 3.6L4.4 8.6L6 4.8L7.6 8.6L9.4 3.6", "wait"),
    "late": SmallSign(_DISC, "M6 2.6v3.6l2.4 1.6", "late"),
    "surprise": SmallSign("M1.6 5.2h8.8v5.9H1.6z", _RIBBON, "gift"),
    "time": SmallSign(_DISC, "M6 2.6v3.6l2.4 1.6"),
    "standard": SmallSign("M2.2 1.2h8.2L8.4 3.9l2 2.7H2.2z", "M2.2 .6v10.9"),
    "effort": SmallSign(
        "M2 3.2h1.9v5.6H2zM8.1 3.2H10v5.6H8.1z", "M3.9 6h4.2M.6 4.8v2.4M11.4 4.8v2.4"
    ),
    "decision": SmallSign("M6 .6L11.4 6L6 11.4L.6 6z", _QUESTION),
    "approval": SmallSign("M1.2 1.2h9.6v9.6H1.2z", "M3.4 6.2L5.3 8.1L8.8 4"),
    "discretion": SmallSign(_LOCK, "M3.9 5.6V3.4a2.1 2.1 0 0 1 4-.9"),
    "no-discretion": SmallSign(_LOCK, "M3.9 5.6V3.2a2.1 2.1 0 0 1 4.2 0v2.4M6 7.6v1.6"),
    "note": SmallSign(_SHEET, "M10.5 7.5H7.2v3.3M3.6 3.8h4.8M3.6 6h2.6"),
    "link": SmallSign("", _CHAIN),
}

CHIP_SIGNS: Mapping[str, str] = {
    "system": _WINDOW,
    "legacy": _WINDOW,
    "knowledge": _BOOK,
    "tag": "M4.6 2.2L3.6 9.8M8.4 2.2L7.4 9.8M2.2 4.6h8M1.8 7.4h8",
}
OWNER = (
    "M4.2 1.4a1.9 1.9 0 1 0 .01 0M.6 10.6c0-2.6 1.4-4 3.6-4s3.6 1.4 3.6 4"
    "M8 1.6a1.9 1.9 0 0 1 0 3.6M9 6.8c1.6.4 2.4 1.7 2.4 3.8"
)

ROLE_SIGNS: Mapping[Role, str] = {
    "start": "M6 1.6a4.4 4.4 0 1 0 .01 0",
    "reached": "M2 1.8L6.2 6L2 10.2M6 1.8L10.2 6L6 10.2",
    "tell": "M1.2 1.8h9.6v6.4H6L3 11V8.2H1.2z",
    "touch": "M6 4.2a1.8 1.8 0 1 0 .01 0",
    "error": "M2.2 2.2l7.6 7.6M9.8 2.2L2.2 9.8",
    "warning": "M6 1v6.4M6 10v.8",
    "info": "M6 1.2v.8M6 4.6v6.4",
    "added": "M6 1.2v9.6M1.2 6h9.6",
    "removed": "M1.2 6h9.6",
    "changed": "M6 1.4L11 10.4H1z",
    "moved": "M.8 6h9.6M6.6 2L10.6 6L6.6 10",
}


def tones(theme: Theme) -> Mapping[Tone, SignColours]:
    """Return the colours of small signs in a theme."""
    gift = theme.edges["prepares"].colour
    return {
        "pain": theme.pain,
        "wait": theme.wait,
        "late": SignColours(theme.pain.ink, theme.pain.ink, theme.card),
        "gift": SignColours(theme.card, gift, gift),
        "quiet": SignColours(theme.card, theme.muted, theme.muted),
    }


def small_sign(
    kind: SignKind, corner: Point, theme: Theme, *, size: float = SQUARE, text: str = ""
) -> str:
    """Draw a small sign with its upper left corner at a point."""
    sign = SMALL_SIGNS[kind]
    colours = tones(theme)[sign.tone]
    ground = glyph(sign.ground, colours.line, 1.1, fill=colours.ground, class_="bp-ground")
    return tag(
        "g",
        title(text),
        ground if sign.ground else "",
        glyph(sign.glyph, colours.ink, 1.3),
        class_=f"bp-sign bp-tone-{sign.tone} bp-{kind}-sign",
        transform=moved(corner, size / SQUARE),
    )


def glyph(
    data: str, colour: str, width: float, *, fill: str = "none", class_: str = "bp-glyph"
) -> str:
    """Draw one path of a sign."""
    return tag(
        "path",
        class_=class_,
        d=data,
        fill=fill,
        stroke=colour,
        stroke_width=width,
        stroke_linejoin="round",
        stroke_linecap="round",
    )
