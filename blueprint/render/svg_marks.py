"""What a report lights up, in SVG: frames that differ in dash and width, badges with a sign."""

from __future__ import annotations

from blueprint.layout.scene import Point, Rect, SceneMark, Weight
from blueprint.render.svg_small_signs import ROLE_SIGNS, SQUARE, glyph
from blueprint.render.svg_writer import moved, rectangle, tag, text_block, title
from blueprint.render.theme import Theme
from blueprint.report import Role

_SIGN_STROKE = 2.0
WIDER: dict[Weight, float] = {1: -0.8, 2: 0.0, 3: 0.8}
"""How much wider than usual a line is drawn, by how strong what it tells is."""


def mark_frame(mark: SceneMark, theme: Theme) -> str:
    """Draw the frame around a marked card; links are drawn over it."""
    frame = framed(mark.frame, mark.role, theme, weight=mark.weight)
    return tag(
        "g", title(mark.note), frame, class_=f"bp-mark bp-role-{mark.role}", data_id=mark.card
    )


def framed(box: Rect, role: Role, theme: Theme, *, weight: Weight = 2, rx: float = 8.0) -> str:
    """Draw a frame in the manner of a role."""
    stroke = theme.marks[role]
    return rectangle(
        box,
        class_="bp-frame",
        rx=rx,
        fill=theme.paper,
        stroke=stroke.colour,
        stroke_width=stroke.width + WIDER[weight],
        stroke_dasharray=stroke.dash or None,
    )


def mark_badge(mark: SceneMark, theme: Theme) -> str:
    """Draw the badge on a marked card's edge, over everything."""
    colour = theme.marks[mark.role].colour
    badge = mark.badge
    return tag(
        "g",
        title(mark.note or (badge.full if badge else "")),
        rectangle(mark.badge_box, class_="bp-mark-box", rx=7, fill=colour, stroke=theme.paper),
        role_sign(mark.role, mark.sign, mark.sign_size, theme) if mark.sign else "",
        text_block(badge, theme) if badge else "",
        class_=f"bp-mark-badge bp-role-{mark.role}",
        data_id=mark.card,
    )


def role_sign(role: Role, corner: Point, size: float, theme: Theme) -> str:
    """Draw a role's sign, in the colour of what is written on badges."""
    return tag(
        "g",
        glyph(ROLE_SIGNS[role], theme.texts["badge"], _SIGN_STROKE, class_="bp-mark-sign"),
        transform=moved(corner, size / SQUARE),
    )
