"""The legend in SVG: each entry with a sample of what it explains."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from blueprint.layout.scene import LegendEntry, LegendSort, Rect, SceneLegend
from blueprint.layout.view import BadgeKind, EdgeKind, SignKind
from blueprint.render import svg_edges
from blueprint.render.svg_chips import chip_sign, outline, owner_sign
from blueprint.render.svg_marks import framed, role_sign
from blueprint.render.svg_signs import badge, channel
from blueprint.render.svg_small_signs import small_sign
from blueprint.render.svg_writer import rectangle, tag, text_block
from blueprint.render.theme import Theme
from blueprint.report import Role


def legend_group(legend: SceneLegend, theme: Theme) -> str:
    """Draw the legend."""
    heading = text_block(legend.title, theme) if legend.title else ""
    entries = [
        tag("g", _sample(entry, theme), text_block(entry.text, theme), class_="bp-legend-entry")
        for entry in legend.entries
    ]
    return tag("g", heading, *entries, class_="bp-legend")


def _sample(entry: LegendEntry, theme: Theme) -> str:
    return _SAMPLES[entry.sort](entry.kind, entry.sample, theme)


def _edge(kind: str, box: Rect, theme: Theme) -> str:
    _, y = box.middle
    return svg_edges.sample(cast("EdgeKind", kind), (box.x, y), (box.right, y), theme)


def _badge(kind: str, box: Rect, theme: Theme) -> str:
    return badge(cast("BadgeKind", kind), box.middle, theme, scale=0.8)


def _sign(kind: str, box: Rect, theme: Theme) -> str:
    return small_sign(cast("SignKind", kind), (box.x + 2, box.y + 1), theme)


def _owner(_kind: str, box: Rect, theme: Theme) -> str:
    return owner_sign((box.x + 2, box.y + 1), 12.0, theme)


def _channel(kind: str, box: Rect, theme: Theme) -> str:
    return channel(kind, "", (box.x + 1, box.y), 14.0, theme)


def _chip(kind: str, box: Rect, theme: Theme) -> str:
    legacy = kind == "legacy"
    inner = Rect(x=box.x + 2, y=box.y + 1, width=box.width - 4, height=box.height - 2)
    frame = outline(inner, theme, legacy=legacy, round_=kind == "tag")
    x, y = box.middle
    return frame + chip_sign(kind, (x - 4.5, y - 4.5), theme)


def _status(kind: str, box: Rect, theme: Theme) -> str:
    removed = kind == "removed"
    return rectangle(
        box,
        class_="bp-sheet",
        rx=4,
        fill=theme.paper,
        stroke=theme.removed if removed else theme.slate,
        stroke_width=1.3,
        stroke_dasharray=None if removed else "5 3",
    ) + (_struck(box, theme) if removed else "")


def _struck(box: Rect, theme: Theme) -> str:
    _, y = box.middle
    return tag(
        "path", d=f"M{box.x + 5:g} {y:g}H{box.right - 5:g}", stroke=theme.muted, stroke_width=1.2
    )


def _mark(kind: str, box: Rect, theme: Theme) -> str:
    """Draw a frame with the badge of its role."""
    role = cast("Role", kind)
    x, y = box.middle
    disc = tag("circle", cx=x, cy=y, r=5.5, class_="bp-mark-box", fill=theme.marks[role].colour)
    sign = role_sign(role, (x - 3.8, y - 3.8), 7.6, theme)
    frame = framed(box, role, theme, rx=4)
    return tag("g", frame, disc, sign, class_=f"bp-mark bp-role-{role}")


def _rings(kind: str, box: Rect, theme: Theme) -> str:
    """Draw a frame of three rings."""
    inner = Rect(x=box.x + 7, y=box.y + 5, width=box.width - 14, height=box.height - 10)
    rings = framed(inner, cast("Role", kind), theme, rings=3, weight=0.1, rx=2)
    return tag("g", rings, class_=f"bp-mark bp-role-{kind}")


def _width(kind: str, box: Rect, theme: Theme) -> str:
    """Draw a line that grows from the least width to the most."""
    colour = theme.marks[cast("Role", kind)].colour
    _, y = box.middle
    usual = theme.edges["support"].width
    least, most = (svg_edges.lit_width(usual, weight, theme) / 2 for weight in (0.0, 1.0))
    shape = f"M{box.x:g} {y - least:.1f}L{box.right:g} {y - most:.1f}V{y + most:.1f}L{box.x:g} {y + least:.1f}z"
    wedge = tag("path", class_="bp-arrow", d=shape, fill=colour)
    return tag("g", wedge, class_="bp-sample bp-width")


_SAMPLES: Mapping[LegendSort, Callable[[str, Rect, Theme], str]] = {
    "edge": _edge,
    "badge": _badge,
    "sign": _sign,
    "chip": _chip,
    "owner": _owner,
    "channel": _channel,
    "status": _status,
    "mark": _mark,
    "rings": _rings,
    "width": _width,
}
