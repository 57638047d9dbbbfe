"""What tells the series of a chart apart without colour: patterns of bars, shapes of dots."""

from __future__ import annotations

from collections.abc import Iterable

from blueprint.layout.scene import Point
from blueprint.render.chart_colours import TONES, series_colours
from blueprint.render.svg_writer import moved, tag
from blueprint.render.theme import Theme

_HATCHES = (
    "M-1 1L1 -1M0 6L6 0M5 7L7 5",
    "",
    "M3 0V6",
    "M-1 5L1 7M0 0L6 6M5 -1L7 1",
    "M0 3H6",
    "M0 3H6M3 0V6",
)
"""Lines on a tile of 6 by 6, for every series after the first, which is filled."""

_SHAPES = (
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    "M-3.6 -3.6h7.2v7.2h-7.2z",
    "M0 -4.8L4.5 3.4H-4.5z",
    "M0 -5L5 0L0 5L-5 0z",
    "M0 4.8L4.5 -3.4H-4.5z",
    "M-1.5 -4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z",
)


def patterns(series: Iterable[int], theme: Theme, prefix: str) -> str:
    """Write the patterns that some series are filled with; the first needs none."""
    made = [_pattern(number, theme, prefix) for number in series if number > 0]
    return tag("defs", *made) if made else ""


def fill_of(series: int, theme: Theme, prefix: str) -> str:
    """Return what the bars of a series are filled with."""
    return f"url(#{prefix}-{series})" if series else series_colours(theme)[0]


def _pattern(series: int, theme: Theme, prefix: str) -> str:
    colour = series_colours(theme)[series % TONES]
    tone = f"bp-tone-{series % TONES}"
    lines = tag(
        "path",
        class_=f"{tone} bp-stroke",
        d=_HATCHES[(series - 1) % len(_HATCHES)] or "M0 0",
        stroke=colour,
        stroke_width=1.6,
        fill="none",
    )
    ground = tag("rect", class_="bp-hollow", width=6.0, height=6.0, fill=theme.paper)
    return tag(
        "pattern",
        ground,
        lines,
        id=f"{prefix}-{series}",
        width=6.0,
        height=6.0,
        patternUnits="userSpaceOnUse",
    )


def sign(series: int, place: Point, theme: Theme, *told: str) -> str:
    """Draw a figure in the shape of its series; the next six are hollow."""
    colour = series_colours(theme)[series % TONES]
    hollow = series // len(_SHAPES) % 2 == 1
    shape = tag(
        "path",
        class_=f"bp-tone-{series % TONES} bp-stroke {'bp-hollow' if hollow else 'bp-fill'}",
        d=_SHAPES[series % len(_SHAPES)],
        fill=theme.paper if hollow else colour,
        stroke=colour,
        stroke_width=1.4,
    )
    return tag("g", *told, shape, transform=moved(place))
