"""The colours of a drawing in its light theme, for every format that paints one.

Colours of text pass WCAG AA on the tint they stand on. Colour never tells anything
alone: kinds of links also differ in dash and width, lanes have names, signs have shapes.
"""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.layout.scene import TextRole
from blueprint.layout.view import EdgeKind, LaneKind, LineKind
from blueprint.report import Role

_LATIN_FONTS = "'Noto Sans', 'Segoe UI', 'Helvetica Neue', 'Liberation Sans', Arial"
_CHINESE_FONTS = (
    "'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei'"
)
PAPER = "#ffffff"
INK = "#1c2733"
SLATE = "#33475b"
PHASES = ("#33475b", "#4a6178")
DIVIDER = "#b4c0cb"
MUTED = "#4f5d6b"
PAIN = "#A33F00"
PAIN_LINE = "#D55E00"
PAIN_TINT = "#fdeee6"
WAIT = "#5a4a8a"
WAIT_TINT = "#efecf8"
CURVE_BAND = "#f7f9fb"
CURVE_LINE = "#0072B2"
STAR_DISC = "#F0E442"
STAR = "#5c4f00"
FAIL_DISC = "#c24f00"
REMOVED = "#8a949e"


def fonts(*, chinese: bool) -> str:
    """Return the fonts of a drawing, the best first.

    In Chinese fonts quotation marks are full squares: right in Chinese, wrong in English.
    So the fonts of the drawing's own script come first, and the others fill in.

    Examples:
        >>> fonts(chinese=True).startswith("'Noto Sans CJK SC'")
        True
        >>> fonts(chinese=False).startswith("'Noto Sans', ")
        True
    """
    first, then = (_CHINESE_FONTS, _LATIN_FONTS) if chinese else (_LATIN_FONTS, _CHINESE_FONTS)
    return f"{first}, {then}, sans-serif"


@dataclass(frozen=True, slots=True)
class LaneColours:
    """A lane's tint, its line, and its text."""

    tint: str
    line: str
    text: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: colour, width, dashes (``""`` for none)."""

    colour: str
    width: float
    dash: str = ""


LANES: dict[LaneKind, LaneColours] = {
    "evidence": LaneColours("#F5F1E8", "#B59A5B", "#6B5A20"),
    "customer": LaneColours("#E3F1FB", "#0072B2", "#005A8C"),
    "frontstage": LaneColours("#E5F5EF", "#009E73", "#00664B"),
    "backstage": LaneColours("#FCF0DC", "#B86E00", "#7A4A00"),
    "support": LaneColours("#F3E9F3", "#A0508C", "#7B3B6C"),
    "other": LaneColours("#EDF0F3", "#66788a", "#43525f"),
}
LINES: dict[LineKind, Stroke] = {
    "interaction": Stroke(SLATE, 1.6, "2 4"),
    "visibility": Stroke(SLATE, 2.2, "9 5"),
    "internal": Stroke(SLATE, 1.6, "2 4"),
}
EDGES: dict[EdgeKind, Stroke] = {
    "flow": Stroke("#0072B2", 2.2),
    "evidence": Stroke("#8a7a4c", 1.3, "2 3"),
    "interaction": Stroke("#222222", 1.5),
    "support": Stroke("#5B6572", 1.3),
    "triggers": Stroke("#a0380f", 1.5, "7 3"),
    "recovers": Stroke("#00664B", 1.5, "7 3 2 3"),
    "prepares": Stroke("#7B3B6C", 1.5, "4 3"),
}
MARKS: dict[Role, Stroke] = {
    "start": Stroke("#6a1b9a", 3.0),
    "reached": Stroke("#b23c00", 2.4),
    "tell": Stroke("#005A8C", 2.0, "7 4"),
    "touch": Stroke("#4f5d6b", 2.0, "2 3"),
    "error": Stroke("#b00020", 2.6),
    "warning": Stroke("#A33F00", 2.2, "7 4"),
    "info": Stroke("#005A8C", 2.0, "2 3"),
}
TEXT_COLOURS: dict[TextRole, str] = {
    "title": INK,
    "subtitle": MUTED,
    "phase": "#ffffff",
    "step": SLATE,
    "lane-name": SLATE,
    "line-name": SLATE,
    "text": INK,
    "muted": MUTED,
    "pain": PAIN,
    "wait": WAIT,
    "status": MUTED,
    "label": "#37434f",
    "badge": "#ffffff",
    "legend": SLATE,
}
MOODS = {"happy": "#00805d", "neutral": "#66788a", "unhappy": "#c24f00"}
