"""Title, phases, steps, lanes and the three lines in SVG."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.scene import (
    Rect,
    Scene,
    SceneLane,
    SceneLine,
    ScenePhase,
    SceneStep,
)
from blueprint.render.svg_writer import at, number, rectangle, tag, text_block, title
from blueprint.render.theme import Theme

_RAIL_BAR = 5.0
_POINT = 11.0


def heading(scene: Scene, theme: Theme) -> str:
    """Draw title and subtitle, and the logo of a house style."""
    subtitle = text_block(scene.subtitle, theme) if scene.subtitle else ""
    return text_block(scene.title, theme) + subtitle + logo_image(scene.logo, theme)


def logo_image(box: Rect | None, theme: Theme) -> str:
    """Draw the theme's logo in the room kept for it; nothing where one of them is missing."""
    if box is None or theme.logo is None:
        return ""
    return tag(
        "image",
        class_="bp-logo",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        href=theme.logo.uri,
        aria_hidden="true",
    )


def phase_group(phase: ScenePhase, n: int, theme: Theme, *, down: bool = False) -> str:
    """Draw a phase's chevron and name; neighbours alternate in shade."""
    return tag(
        "g",
        title(phase.name.full),
        tag(
            "path",
            class_="bp-chevron",
            d=_chevron(phase.chevron, down=down),
            fill=theme.phases[n % 2],
        ),
        text_block(phase.name, theme),
        class_="bp-phase",
        data_phase=phase.id,
        data_first=str(phase.first),
        data_count=str(phase.count),
    )


def _chevron(box: Rect, *, down: bool) -> str:
    """Return the path of a chevron that points to the next phase."""
    start = f"M{at((box.x, box.y))}"
    if down:
        inner, half = number(box.height - _POINT), number(box.width / 2)
        return f"{start}v{inner}l{half} {_POINT:g}l{half} -{_POINT:g}v-{inner}z"
    inner, half = number(box.width - _POINT), number(box.height / 2)
    return f"{start}h{inner}l{_POINT:g} {half}l-{_POINT:g} {half}h-{inner}z"


def step_group(step: SceneStep, theme: Theme) -> str:
    """Draw a step's title."""
    return tag(
        "g",
        title(step.name.full),
        text_block(step.name, theme),
        class_="bp-step",
        data_step=str(step.index),
        data_id=step.id,
    )


def lane_groups(lanes: Sequence[SceneLane], theme: Theme, *, down: bool = False) -> str:
    """Draw the lanes' bands and names, with a thin rule between the parts of one lane."""
    drawn = []
    tints = _tints(lanes, theme)
    for n, lane in enumerate(lanes):
        colours = theme.lanes[lane.kind]
        bar = tag(
            "rect",
            class_="bp-bar",
            x=lane.band.x,
            y=lane.band.y,
            width=lane.band.width if down else _RAIL_BAR,
            height=_RAIL_BAR if down else lane.band.height,
            fill=colours.line,
        )
        parts = [
            title(lane.name.full),
            rectangle(lane.band, class_="bp-band", fill=tints[n]),
            bar,
        ]
        if n and lanes[n - 1].group == lane.group:
            rule = (
                f"M{at((lane.band.x, lane.band.y + _RAIL_BAR))}V{number(lane.band.bottom)}"
                if down
                else f"M{at((lane.band.x + _RAIL_BAR, lane.band.y))}H{number(lane.band.right)}"
            )
            parts.append(
                tag(
                    "path",
                    class_="bp-rule",
                    d=rule,
                    stroke=colours.line,
                    stroke_opacity=0.45,
                    stroke_dasharray="1 3",
                )
            )
        parts.append(text_block(lane.name, theme, colours.text))
        classes = f"bp-lane bp-lane-{lane.kind}"
        if tints[n] != colours.tint:
            classes += " bp-next"
        drawn.append(tag("g", *parts, class_=classes, data_lane=lane.id))
    return "".join(drawn)


def _tints(lanes: Sequence[SceneLane], theme: Theme) -> list[str]:
    """Return the tint of each lane: where the lane before has it already, the next one."""
    tints: list[str] = []
    for n, lane in enumerate(lanes):
        colours = theme.lanes[lane.kind]
        if n and lanes[n - 1].group == lane.group:
            tints.append(tints[-1])
        else:
            tints.append(colours.next if tints[-1:] == [colours.tint] else colours.tint)
    return tints


def divider(phase: ScenePhase, theme: Theme) -> str:
    """Draw the dotted line after a phase."""
    if phase.divider is None:
        return ""
    top, bottom = phase.divider
    return tag(
        "path",
        class_="bp-divider",
        d=f"M{at(top)}L{at(bottom)}",
        stroke=theme.divider,
        stroke_dasharray="1 4",
        fill="none",
    )


def line_group(line: SceneLine, theme: Theme) -> str:
    """Draw one of the three lines with its name."""
    stroke = theme.lines[line.kind]
    return tag(
        "g",
        title(line.name.full),
        tag(
            "path",
            class_="bp-rule",
            d=f"M{at(line.start)}L{at(line.end)}",
            stroke=stroke.colour,
            stroke_width=stroke.width,
            stroke_dasharray=stroke.dash,
            fill="none",
        ),
        rectangle(
            line.tag,
            class_="bp-tag",
            rx=3,
            fill=theme.paper,
            stroke=stroke.colour,
            stroke_width=0.8,
        ),
        text_block(line.name, theme),
        class_=f"bp-separator bp-line-{line.kind}",
    )
