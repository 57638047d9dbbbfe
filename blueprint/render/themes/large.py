"""The large theme: the light one in larger type and stronger contrast."""

from __future__ import annotations

from dataclasses import replace

from blueprint.render.theme import LaneColours, SignColours
from blueprint.render.themes.light import LIGHT

_INK = "#0b1218"
_SLATE = "#1d2d3d"
_MUTED = "#36434f"
_PAIN = "#7a2f00"
_WAIT = "#43356f"

LARGE = replace(
    LIGHT,
    name="large",
    ink=_INK,
    slate=_SLATE,
    muted=_MUTED,
    phases=(_SLATE, "#3a4f63"),
    pain=SignColours("#fdeee6", "#b34700", _PAIN),
    wait=SignColours("#efecf8", _WAIT, _WAIT),
    lanes={
        "evidence": LaneColours("#F5F1E8", "#94793a", "#574815"),
        "customer": LaneColours("#E3F1FB", "#0072B2", "#004a73"),
        "frontstage": LaneColours("#E5F5EF", "#00805d", "#00523c"),
        "backstage": LaneColours("#FCF0DC", "#a05f00", "#633c00"),
        "support": LaneColours("#F3E9F3", "#8f4079", "#692f5b"),
        "other": LaneColours("#EDF0F3", "#556575", "#35424e", "#e2e7ec"),
    },
    texts={
        **LIGHT.texts,
        "title": _INK,
        "subtitle": _MUTED,
        "step": _SLATE,
        "lane-name": _SLATE,
        "line-name": _SLATE,
        "text": _INK,
        "muted": _MUTED,
        "pain": _PAIN,
        "wait": _WAIT,
        "status": _MUTED,
        "label": _SLATE,
        "legend": _SLATE,
    },
    type_scale=1.3,
)
"""For those who see less well, and for walls: texts reach 7 : 1 where others reach 4.5 : 1."""
