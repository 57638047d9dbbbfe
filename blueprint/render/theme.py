"""What a theme is: every colour, stroke and font a drawing uses, as one value.

Colour never tells anything alone: kinds of links also differ in dash and width, lanes
have names, signs have shapes. The themes themselves stand in `blueprint.render.themes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from blueprint.layout.scene import Mood, TextRole
from blueprint.layout.sizes import Density
from blueprint.layout.view import EdgeKind, LaneKind, LineKind
from blueprint.model.base import FrozenMap
from blueprint.report import Role
from blueprint.safety.pictures import Picture

LATIN_FONTS = ("Noto Sans", "Segoe UI", "Helvetica Neue", "Liberation Sans", "Arial")
CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
)
_NEED_NO_QUOTES = frozenset({"Arial", "serif", "sans-serif", "monospace", "system-ui"})


@dataclass(frozen=True, slots=True)
class LaneColours:
    """A lane's tint, its line, its text, and the tint of the next lane of the same kind."""

    tint: str
    line: str
    text: str
    next_tint: str = ""

    @property
    def next(self) -> str:
        """The tint where the lane above has this one's already."""
        return self.next_tint or self.tint


@dataclass(frozen=True, slots=True)
class SignColours:
    """A sign's ground, its border, and what is drawn on it."""

    ground: str
    line: str
    ink: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: colour, width, dashes (``""`` for none), hollow arrow head."""

    colour: str
    width: float
    dash: str = ""
    hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How a drawing looks.

    Attributes:
        name: Its name.
        scheme: Whether it is light or dark, as browsers call it.
        paper: What everything stands on.
        card: The ground of cards, labels and the tags of the three lines.
        casing: What lies under a link, so that crossings read as bridges.
        ink: The main text.
        muted: Text and signs of less weight.
        slate: Headings, the three lines.
        phases: The chevrons of phases, in turn.
        divider: The thin line after a phase.
        removed: The lines of what a change takes away.
        accent: What a reader's choice is shown in.
        curve_band: The ground of the emotion curve.
        curve_line: The emotion curve.
        moment: The star of a moment of truth.
        fail: The F of a fail point.
        pain: The triangle of a pain.
        wait: The W of a wait.
        lanes: The lanes' colours.
        lines: The three lines.
        edges: The kinds of links.
        marks: What a report lights up.
        moods: Faces.
        texts: Texts by their role.
        latin: Fonts of Latin script, the best first.
        chinese: Fonts of Chinese script, the best first.
        lit: How much wider a link is that a report lights up.
        type_scale: How much larger than usual texts are.
        chinese_first: Whether the drawing at hand is in Chinese; a renderer tells.
        density: How close cards stand.
        logo: What is drawn at the top right.
    """

    name: str
    scheme: Literal["light", "dark"]
    paper: str
    card: str
    casing: str
    ink: str
    muted: str
    slate: str
    phases: tuple[str, str]
    divider: str
    removed: str
    accent: str
    curve_band: str
    curve_line: str
    moment: SignColours
    fail: SignColours
    pain: SignColours
    wait: SignColours
    lanes: Mapping[LaneKind, LaneColours]
    lines: Mapping[LineKind, Stroke]
    edges: Mapping[EdgeKind, Stroke]
    marks: Mapping[Role, Stroke]
    moods: Mapping[Mood, str]
    texts: Mapping[TextRole, str]
    latin: tuple[str, ...] = LATIN_FONTS
    chinese: tuple[str, ...] = CHINESE_FONTS
    lit: float = 1.4
    type_scale: float = 1.0
    chinese_first: bool = False
    density: Density = "roomy"
    logo: Picture | None = None

    def __post_init__(self) -> None:
        for name in ("lanes", "lines", "edges", "marks", "moods", "texts"):
            object.__setattr__(self, name, FrozenMap(getattr(self, name)))

    @property
    def logo_aspect(self) -> float:
        """How wide its logo is for its height, as views are told; 0 where there is none."""
        return self.logo.aspect if self.logo else 0.0

    def fonts(self, *, chinese: bool) -> str:
        """Return the fonts of a drawing, the best first.

        In Chinese fonts quotation marks are full squares: right in Chinese, wrong in English.
        So the fonts of the drawing's own script come first, and the others fill in.

        Examples:
            >>> from blueprint.render.themes.light import LIGHT
            >>> LIGHT.fonts(chinese=True).startswith("'Noto Sans CJK SC'")
            True
            >>> LIGHT.fonts(chinese=False).startswith("'Noto Sans', ")
            True
        """
        order = (self.chinese, self.latin) if chinese else (self.latin, self.chinese)
        names = dict.fromkeys((*order[0], *order[1], "sans-serif"))
        return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return name if name in _NEED_NO_QUOTES else f"'{name}'"
