"""The measures a drawing is made with, in units of its own; roomy, compact, or for large type."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Density = Literal["roomy", "compact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Widths, heights, gaps and fonts of one drawing.

    Large type is made by drawing everything at `scale` in cards that grew less than that.

    Attributes:
        scale: How many pixels one unit of length becomes.
    """

    scale: float = 1.0

    card_width: float = 160.0
    card_least_height: float = 44.0
    evidence_least_height: float = 36.0
    card_pad: float = 12.0
    card_pad_right: float = 7.0
    card_font: float = 12.0
    card_line: float = 16.0
    card_most_lines: int = 5
    icon_room: float = 20.0

    remark_font: float = 10.5
    remark_line: float = 14.0
    remark_most_lines: int = 2
    remark_indent: float = 16.0

    foot_height: float = 18.0
    channel_pitch: float = 18.0
    channel_size: float = 13.0

    column_gutter: float = 26.0
    lane_gutter: float = 22.0
    part_gutter: float = 18.0
    stack_gutter: float = 12.0
    outer_gutter: float = 14.0
    track_gap: float = 11.0
    track_margin: float = 14.0
    dock_gap: float = 17.0
    dock_least_gap: float = 8.0
    dock_margin_side: float = 10.0
    dock_margin_top: float = 22.0
    line_clearance: float = 10.0
    lines_apart: float = 34.0
    lines_apart_down: float = 16.0
    badge_radius: float = 9.0

    rail: float = 122.0
    phase_rail: float = 84.0
    step_rail: float = 118.0
    margin: float = 8.0
    least_width: float = 460.0
    lane_font: float = 12.5
    lane_line: float = 16.0
    tag_font: float = 9.5
    tag_line: float = 12.0

    title_font: float = 19.0
    title_line: float = 25.0
    subtitle_font: float = 12.0
    subtitle_line: float = 17.0
    logo_widest: float = 170.0
    phase_height: float = 24.0
    step_font: float = 12.5
    step_line: float = 16.0

    label_font: float = 10.0
    label_line: float = 12.0
    label_widest: float = 118.0
    label_most_lines: int = 3

    track_row: float = 16.0
    curve_height: float = 66.0
    curve_swing: float = 22.0
    face_radius: float = 8.0

    legend_font: float = 10.5
    legend_line: float = 20.0

    @property
    def tag_x(self) -> float:
        """Where the rail's tags, and the title, begin."""
        return self.margin + 8.0

    @property
    def tag_width(self) -> float:
        """How wide the tag of each of the three lines is."""
        return self.rail - 20.0

    @property
    def name_room(self) -> float:
        """How wide a lane's name may be."""
        return self.rail - 26.0


ROOMY = Sizes()
_COMPACT = Sizes(
    card_width=130.0,
    card_least_height=30.0,
    evidence_least_height=27.0,
    card_pad=7.5,
    card_pad_right=7.0,
    card_font=11.5,
    card_line=14.0,
    remark_font=10.0,
    remark_line=12.5,
    foot_height=16.0,
    channel_pitch=16.5,
    channel_size=12.0,
    column_gutter=18.0,
    lane_gutter=15.0,
    part_gutter=11.0,
    stack_gutter=7.0,
    outer_gutter=9.0,
    track_gap=8.0,
    track_margin=12.5,
    dock_gap=14.0,
    line_clearance=8.0,
    rail=118.0,
    phase_rail=76.0,
    step_rail=106.0,
    lane_font=11.5,
    lane_line=14.0,
    tag_font=9.0,
    tag_line=11.0,
    title_font=17.0,
    title_line=22.0,
    subtitle_font=11.0,
    subtitle_line=15.0,
    phase_height=21.0,
    step_font=11.5,
    step_line=14.0,
    label_font=9.5,
    label_line=11.5,
    label_widest=104.0,
    curve_height=54.0,
    curve_swing=17.0,
    legend_line=18.0,
    legend_font=10.0,
)
_NARROWER = 0.5
"""How much of larger type the cards' width gives up: half of it."""


def sizes_of(density: Density = "roomy", *, type_scale: float = 1.0) -> Sizes:
    """Return the measures for a density and a size of type.

    Args:
        density: ``roomy``, or ``compact`` for large services on small paper.
        type_scale: How much larger letters are than usual.

    Examples:
        >>> sizes_of("compact").card_width < sizes_of().card_width
        True
        >>> large = sizes_of(type_scale=1.3)
        >>> large.scale, large.card_width < sizes_of().card_width
        (1.3, True)
    """
    plain = _COMPACT if density == "compact" else ROOMY
    narrower = 1.0 + (1.0 / type_scale - 1.0) * _NARROWER
    return replace(plain, scale=type_scale, card_width=tenth(plain.card_width * narrower))


def tenth(value: float) -> float:
    """Round a coordinate to a tenth of a pixel.

    Examples:
        >>> tenth(3.14159)
        3.1
    """
    return round(value, 1) + 0.0
