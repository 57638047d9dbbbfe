"""The print theme: black, white and greys that survive a photocopier."""

from __future__ import annotations

from blueprint.render.theme import LaneColours, SignColours, Stroke, Theme

_WHITE = "#ffffff"
_BLACK = "#000000"
_NEARLY_BLACK = "#1f1f1f"
_DARK = "#454545"
_BAND = "#efefef"
_BLACK_ON_WHITE = SignColours(_WHITE, _BLACK, _BLACK)

PRINT = Theme(
    name="print",
    scheme="light",
    paper=_WHITE,
    card=_WHITE,
    casing=_WHITE,
    ink=_BLACK,
    muted=_DARK,
    slate=_NEARLY_BLACK,
    phases=("#262626", "#595959"),
    divider="#b0b0b0",
    removed="#767676",
    accent=_BLACK,
    curve_band="#f6f6f6",
    curve_line="#333333",
    moment=_BLACK_ON_WHITE,
    fail=SignColours(_BLACK, _WHITE, _WHITE),
    pain=_BLACK_ON_WHITE,
    wait=_BLACK_ON_WHITE,
    lanes={
        "evidence": LaneColours(_BAND, "#8a8a8a", _DARK, _WHITE),
        "customer": LaneColours(_WHITE, _BLACK, _BLACK, _BAND),
        "frontstage": LaneColours(_BAND, "#4d4d4d", _NEARLY_BLACK, _WHITE),
        "backstage": LaneColours(_WHITE, "#6e6e6e", _NEARLY_BLACK, _BAND),
        "support": LaneColours(_BAND, "#2b2b2b", _NEARLY_BLACK, _WHITE),
        "other": LaneColours(_WHITE, "#8a8a8a", _DARK, _BAND),
    },
    lines={
        "interaction": Stroke(_BLACK, 1.6, "2 4"),
        "visibility": Stroke(_BLACK, 2.4, "9 5"),
        "internal": Stroke(_BLACK, 1.6, "2 4"),
    },
    edges={
        "flow": Stroke(_BLACK, 2.8),
        "evidence": Stroke("#5c5c5c", 1.3, "1.5 3"),
        "interaction": Stroke(_BLACK, 1.5),
        "support": Stroke("#5c5c5c", 1.2, hollow=True),
        "triggers": Stroke(_BLACK, 1.6, "8 3"),
        "recovers": Stroke(_BLACK, 1.6, "8 3 2 3"),
        "prepares": Stroke(_BLACK, 1.6, "3.5 2.5", hollow=True),
    },
    marks={
        "start": Stroke(_BLACK, 4.2),
        "reached": Stroke(_NEARLY_BLACK, 2.4),
        "tell": Stroke(_DARK, 2.2, "8 4"),
        "touch": Stroke(_DARK, 2.2, "2 3"),
        "error": Stroke(_BLACK, 4.2),
        "warning": Stroke(_NEARLY_BLACK, 2.4, "8 4"),
        "info": Stroke(_DARK, 2.2, "2 3"),
        "added": Stroke(_BLACK, 3.4),
        "removed": Stroke(_DARK, 2.2, "1.5 3.5"),
        "changed": Stroke(_NEARLY_BLACK, 2.4, "9 3 2 3"),
        "moved": Stroke(_NEARLY_BLACK, 2.4, "13 5"),
    },
    moods={"happy": _BLACK, "neutral": _DARK, "unhappy": _BLACK},
    texts={
        "title": _BLACK,
        "subtitle": _DARK,
        "phase": _WHITE,
        "step": _BLACK,
        "lane-name": _NEARLY_BLACK,
        "line-name": _BLACK,
        "text": _BLACK,
        "muted": _DARK,
        "pain": _BLACK,
        "wait": _BLACK,
        "status": _DARK,
        "label": _BLACK,
        "badge": _WHITE,
        "legend": _NEARLY_BLACK,
    },
    lit=2.6,
)
"""For paper: lanes by alternating greys, links by width, dash and head, signs by shape."""
