"""The dark theme: quiet light on a dark wall, for screens and slides."""

from __future__ import annotations

from blueprint.render.theme import LaneColours, SignColours, Stroke, Theme

_PAPER = "#10171e"
_INK = "#e8edf2"
_SLATE = "#c3ced9"
_MUTED = "#a9b6c3"
_PAIN = "#ffa878"
_WAIT = "#c3b7f2"

DARK = Theme(
    name="dark",
    scheme="dark",
    paper=_PAPER,
    card="#1b2530",
    casing=_PAPER,
    ink=_INK,
    muted=_MUTED,
    slate=_SLATE,
    phases=("#2b3b4b", "#3a4d60"),
    divider="#46545f",
    removed="#77838e",
    accent="#7cc4f5",
    curve_band="#141c24",
    curve_line="#4fa8e0",
    moment=SignColours("#e6d93c", "#e6d93c", "#4a3f00"),
    fail=SignColours("#ff9a62", "#1b2530", "#241103"),
    pain=SignColours("#3a2114", "#e8813f", _PAIN),
    wait=SignColours("#2a2540", _WAIT, _WAIT),
    lanes={
        "evidence": LaneColours("#201d16", "#a8905a", "#d8c48e"),
        "customer": LaneColours("#12202c", "#4fa8e0", "#7cc4f5"),
        "frontstage": LaneColours("#11231e", "#2fb48c", "#66d3ae"),
        "backstage": LaneColours("#261f14", "#c98a2e", "#efb968"),
        "support": LaneColours("#241c28", "#b777a8", "#dfa4d3"),
        "other": LaneColours("#1a2129", "#7c8f9f", "#b3c2cf", "#222b35"),
    },
    lines={
        "interaction": Stroke(_SLATE, 1.6, "2 4"),
        "visibility": Stroke(_SLATE, 2.2, "9 5"),
        "internal": Stroke(_SLATE, 1.6, "2 4"),
    },
    edges={
        "flow": Stroke("#4fa8e0", 2.2),
        "evidence": Stroke("#a8976a", 1.3, "2 3"),
        "interaction": Stroke("#d5dde5", 1.5),
        "support": Stroke("#93a1af", 1.3),
        "triggers": Stroke("#f08a5d", 1.5, "7 3"),
        "recovers": Stroke("#4cc79b", 1.5, "7 3 2 3"),
        "prepares": Stroke("#cf8fc2", 1.5, "4 3"),
    },
    marks={
        "start": Stroke("#cf9bff", 3.0),
        "reached": Stroke("#ff9a62", 2.4),
        "tell": Stroke("#7cc4f5", 2.0, "7 4"),
        "touch": Stroke(_MUTED, 2.0, "2 3"),
        "error": Stroke("#ff7b86", 2.6),
        "warning": Stroke("#ffb074", 2.2, "7 4"),
        "info": Stroke("#7cc4f5", 2.0, "2 3"),
        "added": Stroke("#3ccf9b", 2.8),
        "removed": Stroke("#9aa9b7", 2.2, "1.5 3.5"),
        "changed": Stroke("#dba0cd", 2.4, "9 3 2 3"),
        "moved": Stroke("#7cc4f5", 2.2, "13 5"),
    },
    moods={"happy": "#3ccf9b", "neutral": "#9aa9b7", "unhappy": "#ff9a62"},
    texts={
        "title": _INK,
        "subtitle": _MUTED,
        "phase": "#f2f6fa",
        "step": _SLATE,
        "lane-name": _SLATE,
        "line-name": _SLATE,
        "text": _INK,
        "muted": _MUTED,
        "pain": _PAIN,
        "wait": _WAIT,
        "status": _MUTED,
        "label": "#d3dbe3",
        "badge": "#0d1218",
        "legend": _SLATE,
    },
)
"""What the page shows in the dark, as a drawing of its own."""
