"""The light theme, in which everything is drawn unless another is chosen."""

from __future__ import annotations

from blueprint.render.theme import LaneColours, SignColours, Stroke, Theme

_PAPER = "#ffffff"
_INK = "#1c2733"
_SLATE = "#33475b"
_MUTED = "#4f5d6b"
_PAIN = "#A33F00"
_WAIT = "#5a4a8a"

LIGHT = Theme(
    name="light",
    scheme="light",
    paper=_PAPER,
    card=_PAPER,
    casing=_PAPER,
    ink=_INK,
    muted=_MUTED,
    slate=_SLATE,
    phases=(_SLATE, "#4a6178"),
    divider="#b4c0cb",
    removed="#78838f",
    accent="#005A8C",
    curve_band="#f7f9fb",
    curve_line="#0072B2",
    moment=SignColours("#F0E442", "#7a6a00", "#5c4f00"),
    fail=SignColours("#c24f00", _PAPER, _PAPER),
    pain=SignColours("#fdeee6", "#D55E00", _PAIN),
    wait=SignColours("#efecf8", _WAIT, _WAIT),
    lanes={
        "evidence": LaneColours("#F5F1E8", "#a38849", "#6B5A20"),
        "customer": LaneColours("#E3F1FB", "#0072B2", "#005A8C"),
        "frontstage": LaneColours("#E5F5EF", "#009E73", "#00664B"),
        "backstage": LaneColours("#FCF0DC", "#B86E00", "#7A4A00"),
        "support": LaneColours("#F3E9F3", "#A0508C", "#7B3B6C"),
        "other": LaneColours("#EDF0F3", "#66788a", "#43525f", "#e2e7ec"),
    },
    lines={
        "interaction": Stroke(_SLATE, 1.6, "2 4"),
        "visibility": Stroke(_SLATE, 2.2, "9 5"),
        "internal": Stroke(_SLATE, 1.6, "2 4"),
    },
    edges={
        "flow": Stroke("#0072B2", 2.2),
        "evidence": Stroke("#8a7a4c", 1.3, "2 3"),
        "interaction": Stroke("#222222", 1.5),
        "support": Stroke("#5B6572", 1.3),
        "triggers": Stroke("#a0380f", 1.5, "7 3"),
        "recovers": Stroke("#00664B", 1.5, "7 3 2 3"),
        "prepares": Stroke("#7B3B6C", 1.5, "4 3"),
    },
    marks={
        "start": Stroke("#6a1b9a", 3.0),
        "reached": Stroke("#b23c00", 2.4),
        "tell": Stroke("#005A8C", 2.0, "7 4"),
        "touch": Stroke("#4f5d6b", 2.0, "2 3"),
        "error": Stroke("#b00020", 2.6),
        "warning": Stroke("#A33F00", 2.2, "7 4"),
        "info": Stroke("#005A8C", 2.0, "2 3"),
        "added": Stroke("#00664B", 2.8),
        "removed": Stroke("#5B6572", 2.2, "1.5 3.5"),
        "changed": Stroke("#7B3B6C", 2.4, "9 3 2 3"),
        "moved": Stroke("#005A8C", 2.2, "13 5"),
    },
    moods={"happy": "#00805d", "neutral": "#66788a", "unhappy": "#c24f00"},
    texts={
        "title": _INK,
        "subtitle": _MUTED,
        "phase": "#ffffff",
        "step": _SLATE,
        "lane-name": _SLATE,
        "line-name": _SLATE,
        "text": _INK,
        "muted": _MUTED,
        "pain": _PAIN,
        "wait": _WAIT,
        "status": _MUTED,
        "label": "#37434f",
        "badge": "#ffffff",
        "legend": _SLATE,
    },
)
"""Today's look: white paper, calm tints, and texts that pass WCAG AA on each of them."""
