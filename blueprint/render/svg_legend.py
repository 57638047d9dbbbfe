"""The legend and a report's marks in SVG."""

from __future__ import annotations

from typing import cast

from blueprint.layout.scene import LegendEntry, Rect, SceneLegend, SceneMark
from blueprint.layout.view import EdgeKind
from blueprint.render import svg_edges
from blueprint.render.svg_signs import badge, channel, remark_sign
from blueprint.render.svg_writer import rectangle, tag, text_block, title
from blueprint.render.theme import Theme
from blueprint.report import Role


def legend_group(legend: SceneLegend, theme: Theme) -> str:
    """Draw the legend."""
    entries = [
        tag("g", _sample(entry, theme), text_block(entry.text, theme), class_="bp-legend-entry")
        for entry in legend.entries
    ]
    return tag("g", *entries, class_="bp-legend")


def _sample(entry: LegendEntry, theme: Theme) -> str:
    box = entry.sample
    x, y = box.middle
    match entry.sort:
        case "edge":
            kind = cast("EdgeKind", entry.kind)
            return svg_edges.sample(kind, (box.x, y), (box.right, y), theme)
        case "badge":
            moment = entry.kind == "moment-of-truth"
            return badge("moment-of-truth" if moment else "fail-point", (x, y), theme, scale=0.8)
        case "remark":
            corner = (box.x + 2, box.y + 1)
            return remark_sign("pain" if entry.kind == "pain" else "wait", corner, theme)
        case "channel":
            return channel(entry.kind, "", (box.x + 1, box.y), 14.0, theme)
        case "status":
            removed = entry.kind == "removed"
            return rectangle(
                box,
                class_="bp-sheet",
                rx=4,
                fill=theme.paper,
                stroke=theme.removed if removed else theme.slate,
                stroke_width=1.3,
                stroke_dasharray=None if removed else "5 3",
            ) + (_struck(box, theme) if removed else "")
        case "mark":
            stroke = theme.marks[cast("Role", entry.kind)]
            return rectangle(
                box,
                rx=4,
                fill="none",
                stroke=stroke.colour,
                stroke_width=stroke.width,
                stroke_dasharray=stroke.dash or None,
            )


def _struck(box: Rect, theme: Theme) -> str:
    _, y = box.middle
    return tag(
        "path", d=f"M{box.x + 5:g} {y:g}H{box.right - 5:g}", stroke=theme.muted, stroke_width=1.2
    )


def mark_frame(mark: SceneMark, theme: Theme) -> str:
    """Draw the frame around a marked card; links are drawn over it."""
    stroke = theme.marks[mark.role]
    frame = rectangle(
        mark.frame,
        class_="bp-frame",
        rx=9,
        fill=theme.paper,
        stroke=stroke.colour,
        stroke_width=stroke.width,
        stroke_dasharray=stroke.dash or None,
    )
    return tag(
        "g", title(mark.note), frame, class_=f"bp-mark bp-role-{mark.role}", data_id=mark.card
    )


def mark_badge(mark: SceneMark, theme: Theme) -> str:
    """Draw the badge at a marked card's corner, over everything; nothing where it has none."""
    if mark.badge is None or mark.badge_box is None:
        return ""
    colour = theme.marks[mark.role].colour
    return tag(
        "g",
        title(mark.note or mark.badge.full),
        rectangle(mark.badge_box, class_="bp-mark-box", rx=8, fill=colour, stroke=theme.paper),
        text_block(mark.badge, theme),
        class_=f"bp-mark-badge bp-role-{mark.role}",
        data_id=mark.card,
    )
