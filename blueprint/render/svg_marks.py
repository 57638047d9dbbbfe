"""What a report lights up, in SVG: frames that differ in dash and width, badges with a sign."""

from __future__ import annotations

from blueprint.layout.marks import RING
from blueprint.layout.scene import UNSAID, Point, Rect, SceneMark
from blueprint.render.svg_small_signs import ROLE_SIGNS, SQUARE, glyph
from blueprint.render.svg_writer import moved, rectangle, tag, text_block, title
from blueprint.render.theme import Theme
from blueprint.report import Role

_SIGN_STROKE = 2.0
_WIDER = 2.0
_RING_WIDTH = 1.3
_FADING = 0.75
"""How much fainter each ring is than the one inside it."""


def mark_frame(mark: SceneMark, theme: Theme) -> str:
    """Draw the rings around a marked card; links are drawn over them."""
    frame = framed(mark.frame, mark.role, theme, weight=mark.weight, rings=mark.rings)
    return tag(
        "g", title(mark.note), frame, class_=f"bp-mark bp-role-{mark.role}", data_id=mark.card
    )


def framed(
    box: Rect,
    role: Role,
    theme: Theme,
    *,
    weight: float = UNSAID,
    rings: int = 1,
    rx: float = 8.0,
) -> str:
    """Draw a frame in the manner of a role, and thin rings around it, outermost first.

    Args:
        box: The frame itself.
        role: Why something is framed.
        theme: How it looks.
        weight: How strongly, from 0 to 1.
        rings: Of how many rings it is made, the frame included.
        rx: How round its corners are.
    """
    stroke = theme.marks[role]
    drawn = []
    for n in reversed(range(rings)):
        width = _RING_WIDTH if n else max(0.8, stroke.width + _WIDER * (weight - UNSAID))
        drawn.append(
            rectangle(
                _around(box, n * RING),
                class_="bp-ring" if n else "bp-frame",
                rx=rx + n * RING,
                fill=theme.paper,
                stroke=stroke.colour,
                stroke_width=width,
                stroke_opacity=_FADING**n if n else None,
                stroke_dasharray=stroke.dash or None,
            )
        )
    return "".join(drawn)


def _around(box: Rect, out: float) -> Rect:
    return Rect(
        x=box.x - out, y=box.y - out, width=box.width + 2 * out, height=box.height + 2 * out
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
