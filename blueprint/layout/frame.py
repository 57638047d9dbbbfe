"""What frames the cards, and what frames of both orientations share.

Two modules make frames: `frame_across` and `frame_down`. Each offers the functions of
`Framing`; coordinates they get are the lattice's, those of the `Frame` are the scene's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from blueprint.layout.grid import Grid
from blueprint.layout.place import Placed, Strip
from blueprint.layout.scene import Rect, SceneLane, SceneLine, ScenePhase, SceneStep, Text
from blueprint.layout.sizes import tenth
from blueprint.layout.text import wrap
from blueprint.layout.view import View, ViewLine, ViewPhase

_NAME_MOST_LINES = 4
_BESIDE_LOGO = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """All around the cards, placed in the scene.

    Attributes:
        title: The blueprint's name.
        subtitle: What is said under it, or ``None``.
        lanes: Bands with their names.
        lines: The three lines.
        phases: Chevrons, with dividers.
        steps: Columns with their titles.
        body: Where cards and links stand.
        width: Width of the canvas, as far as it is known.
        bottom: Where what stands under the lanes begins.
    """

    title: Text
    subtitle: Text | None
    lanes: tuple[SceneLane, ...]
    lines: tuple[SceneLine, ...]
    phases: tuple[ScenePhase, ...]
    steps: tuple[SceneStep, ...]
    body: Rect
    width: float
    bottom: float


class Framing(Protocol):
    """What is asked of a frame: first how much room it needs, then where it stands."""

    def lane_needs(self, view: View) -> list[float]:
        """Return the room across the lanes that each lane's words need."""

    def step_needs(self, view: View) -> list[float]:
        """Return the room along the lanes that each step's words need."""

    def first_column(self, view: View) -> float:
        """Return where the lattice's columns begin."""

    def first_row(self, view: View, columns: Sequence[Strip]) -> float:
        """Return where the lattice's rows begin."""

    def keep_clear(self, view: View, grid: Grid, placed: Placed) -> list[Rect]:
        """Return the boxes, on the lattice, that labels must stay clear of."""

    def label_bounds(self, view: View, placed: Placed) -> Rect:
        """Return the box, on the lattice, in which labels may stand."""

    def frame(self, view: View, grid: Grid, placed: Placed) -> Frame:
        """Return the frame."""


def lane_name(view: View, lane: int, room: float, *, balanced: bool = False) -> tuple[str, ...]:
    """Return a lane's name in lines."""
    return wrap(
        view.lanes[lane].name,
        view.sizes.lane_font,
        room,
        most=_NAME_MOST_LINES,
        bold=True,
        lang=view.lang,
        balanced=balanced,
    )


def tag_lines(view: View, line: ViewLine) -> tuple[str, ...]:
    """Return the name of one of the three lines, in lines."""
    return wrap(
        line.name,
        view.sizes.tag_font,
        view.sizes.tag_width - 8.0,
        most=2,
        bold=True,
        lang=view.lang,
        balanced=True,
    )


def tag_height(view: View, lines: Sequence[str]) -> float:
    """Return the height of the tag around the name of one of the three lines."""
    return view.sizes.tag_line * max(1, len(lines)) + 4.0


def heading(view: View, role: Literal["title", "subtitle"], top: float, room: float) -> Text:
    """Place title or subtitle."""
    title = role == "title"
    text = view.title if title else view.subtitle
    size = view.sizes.title_font if title else view.sizes.subtitle_font
    leading = view.sizes.title_line if title else view.sizes.subtitle_line
    return Text(
        full=text,
        lines=wrap(text, size, room - _logo_room(view), most=3, bold=title, lang=view.lang),
        x=view.sizes.tag_x,
        y=tenth(top + leading - 0.3 * size),
        leading=leading,
        size=size,
        role=role,
        bold=title,
    )


def logo_box(view: View, width: float) -> Rect | None:
    """Place a logo at the top right of a canvas, beside title and subtitle."""
    if not view.logo:
        return None
    wide, high = _logo_size(view)
    right = width - view.sizes.margin
    return Rect(x=tenth(right - wide), y=view.sizes.margin, width=tenth(wide), height=tenth(high))


def _logo_size(view: View) -> tuple[float, float]:
    """Return how wide and high a logo is: as high as the heading, unless that is too wide."""
    high = view.sizes.title_line + (view.sizes.subtitle_line if view.subtitle else 0.0) + 4.0
    wide = min(view.logo * high, view.sizes.logo_widest)
    return wide, wide / view.logo


def _logo_room(view: View) -> float:
    return _logo_size(view)[0] + _BESIDE_LOGO if view.logo else 0.0


def shown_phases(view: View) -> Iterator[tuple[ViewPhase, int, int]]:
    """Yield each phase that has steps, with the indexes of its first and last one."""
    for phase in view.phases:
        first, last = phase.first, min(phase.first + phase.count, len(view.steps)) - 1
        if 0 <= first <= last:
            yield phase, first, last


def border(placed: Placed, gutter: int) -> float:
    """Return where one lane ends and the next begins."""
    if gutter == 0:
        return placed.rows[0].start
    if gutter == len(placed.rows) - 1:
        return placed.rows[-1].end
    return placed.rows[gutter].middle
