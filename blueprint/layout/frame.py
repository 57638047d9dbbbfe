"""What frames the cards: title, phases, step titles, lanes and the three lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from blueprint.layout.grid import Grid
from blueprint.layout.place import LINES_APART, Placed, Strip
from blueprint.layout.scene import Rect, SceneLane, SceneLine, ScenePhase, SceneStep, Text
from blueprint.layout.sizes import tenth
from blueprint.layout.text import wrap
from blueprint.layout.view import View, ViewLine

_NAME_X = 20.0
_NAME_MOST_LINES = 4
_GAP = 10.0


def lane_name(view: View, lane: int) -> tuple[str, ...]:
    """Return a lane's name in lines."""
    return wrap(
        view.lanes[lane].name,
        view.sizes.lane_font,
        view.sizes.name_room,
        most=_NAME_MOST_LINES,
        bold=True,
        lang=view.lang,
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


def name_heights(view: View) -> list[float]:
    """Return how high each lane's sub-rows must be for its name and the tags beside it."""
    needed = []
    for lane in range(len(view.lanes)):
        tags = _tag_inset(view, lane) + _tag_inset(view, lane + 1)
        name = len(lane_name(view, lane)) * view.sizes.lane_line
        needed.append(name + tags + 6.0 - view.sizes.lane_gutter / 2)
    return needed


def _tag_inset(view: View, above: int) -> float:
    """Return how far the tags on a border reach into the lanes on both of its sides."""
    heights = [
        _tag_height(view, tag_lines(view, line)) for line in view.lines if line.above == above
    ]
    return heights[-1] / 2 + (len(heights) - 1) * LINES_APART / 2 if heights else 0.0


def _tag_height(view: View, lines: Sequence[str]) -> float:
    return view.sizes.tag_line * max(1, len(lines)) + 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Everything above the lanes: its texts, and where the lanes begin."""

    title: Text
    subtitle: Text | None
    phases: tuple[ScenePhase, ...]
    step_titles: tuple[Text, ...]
    bottom: float


def canvas_width(view: View, columns: Sequence[Strip]) -> float:
    """Return the width of the whole drawing."""
    return tenth(max(columns[-1].end + view.sizes.margin, view.sizes.least_width))


def header(view: View, columns: Sequence[Strip]) -> Header:
    """Place title, subtitle, phases and step titles above the given lattice columns."""
    room = canvas_width(view, columns) - 2 * view.sizes.tag_x
    y = view.sizes.margin
    title = _heading(view, "title", y, room)
    y += view.sizes.title_line * max(1, len(title.lines))
    subtitle = None
    if view.subtitle:
        subtitle = _heading(view, "subtitle", y, room)
        y += view.sizes.subtitle_line * len(subtitle.lines)
    y += _GAP
    phases = _phases(view, columns, y)
    if phases:
        y += view.sizes.phase_height + 6.0
    titles = _step_titles(view, columns, y)
    deepest = max((len(text.lines) for text in titles), default=0)
    return Header(
        title=title,
        subtitle=subtitle,
        phases=phases,
        step_titles=titles,
        bottom=tenth(y + view.sizes.step_line * deepest + _GAP),
    )


def _heading(view: View, role: Literal["title", "subtitle"], top: float, room: float) -> Text:
    title = role == "title"
    text = view.title if title else view.subtitle
    size = view.sizes.title_font if title else view.sizes.subtitle_font
    leading = view.sizes.title_line if title else view.sizes.subtitle_line
    return Text(
        full=text,
        lines=wrap(text, size, room, most=3, bold=title, lang=view.lang),
        x=view.sizes.tag_x,
        y=tenth(top + leading - 0.3 * size),
        leading=leading,
        size=size,
        role=role,
        bold=title,
    )


def _phases(view: View, columns: Sequence[Strip], top: float) -> tuple[ScenePhase, ...]:
    phases = []
    for phase in view.phases:
        first, last = phase.first, min(phase.first + phase.count, len(view.steps)) - 1
        if not 0 <= first <= last:
            continue
        left, right = columns[2 * first + 1].start - 6.0, columns[2 * last + 1].end + 6.0
        chevron = Rect(
            x=tenth(left), y=tenth(top), width=tenth(right - left), height=view.sizes.phase_height
        )
        lines = wrap(
            phase.name, view.sizes.step_font, right - left - 30.0, most=1, bold=True, lang=view.lang
        )
        name = Text(
            full=phase.name,
            lines=lines,
            x=tenth((left + right) / 2),
            y=tenth(top + 16.5),
            leading=view.sizes.step_line,
            size=view.sizes.step_font,
            anchor="middle",
            role="phase",
            bold=True,
        )
        phases.append(
            ScenePhase(
                id=phase.id,
                first=first,
                count=last - first + 1,
                chevron=chevron,
                name=name,
                divider=None,
            )
        )
    return tuple(phases)


def _step_titles(view: View, columns: Sequence[Strip], top: float) -> tuple[Text, ...]:
    return tuple(
        Text(
            full=step.name,
            lines=wrap(
                f"{step.number}. {step.name}",
                view.sizes.step_font,
                columns[2 * n + 1].size,
                most=3,
                bold=True,
                lang=view.lang,
                balanced=True,
            ),
            x=tenth(columns[2 * n + 1].middle),
            y=tenth(top + 12.0),
            leading=view.sizes.step_line,
            size=view.sizes.step_font,
            anchor="middle",
            role="step",
            bold=True,
        )
        for n, step in enumerate(view.steps)
    )


def phases_with_dividers(head: Header, placed: Placed, steps: int) -> tuple[ScenePhase, ...]:
    """Draw a divider down the lanes after each phase but the last."""
    phases = []
    for phase in head.phases:
        after = phase.first + phase.count
        if after < steps:
            x = tenth(placed.columns[2 * after].middle)
            top, bottom = placed.rows[0].start, placed.rows[-1].end
            phases.append(replace(phase, divider=((x, tenth(top)), (x, tenth(bottom)))))
        else:
            phases.append(phase)
    return tuple(phases)


def scene_steps(view: View, head: Header, placed: Placed) -> tuple[SceneStep, ...]:
    """Place the columns."""
    bottom = placed.rows[-1].end
    steps = []
    for n, (step, name) in enumerate(zip(view.steps, head.step_titles, strict=True)):
        column = placed.columns[2 * n + 1]
        top = name.y - view.sizes.step_font
        steps.append(
            SceneStep(
                id=step.id,
                index=n,
                column=Rect(
                    x=tenth(column.start),
                    y=tenth(top),
                    width=tenth(column.size),
                    height=tenth(bottom - top),
                ),
                name=name,
            )
        )
    return tuple(steps)


def scene_lanes(view: View, grid: Grid, placed: Placed) -> tuple[SceneLane, ...]:
    """Place the lanes' bands and names."""
    width = canvas_width(view, placed.columns) - 2 * view.sizes.margin
    lanes = []
    for n, lane in enumerate(view.lanes):
        top = _border(placed, 2 * grid.first_row[n])
        bottom = _border(placed, 2 * grid.first_row[n + 1])
        lines = lane_name(view, n)
        middle = (top + _tag_inset(view, n) + bottom - _tag_inset(view, n + 1)) / 2
        name = Text(
            full=lane.name,
            lines=lines,
            x=_NAME_X,
            y=tenth(middle + 4.5 - (len(lines) - 1) * view.sizes.lane_line / 2),
            leading=view.sizes.lane_line,
            size=view.sizes.lane_font,
            role="lane-name",
            bold=True,
        )
        band = Rect(
            x=view.sizes.margin,
            y=tenth(top),
            width=tenth(width),
            height=tenth(tenth(bottom) - tenth(top)),
        )
        lanes.append(
            SceneLane(
                id=lane.id, kind=lane.kind, actor=lane.actor, group=lane.group, band=band, name=name
            )
        )
    return tuple(lanes)


def _border(placed: Placed, gutter: int) -> float:
    """Return where one lane ends and the next begins."""
    if gutter == 0:
        return placed.rows[0].start
    if gutter == len(placed.rows) - 1:
        return placed.rows[-1].end
    return placed.rows[gutter].middle


def scene_lines(view: View, placed: Placed) -> tuple[SceneLine, ...]:
    """Place the three lines and their tags."""
    right = canvas_width(view, placed.columns) - view.sizes.margin
    lines = []
    for n, line in enumerate(view.lines):
        y = placed.line_heights[n]
        words = tag_lines(view, line)
        height = _tag_height(view, words)
        tag = Rect(
            x=view.sizes.tag_x, y=tenth(y - height / 2), width=view.sizes.tag_width, height=height
        )
        name = Text(
            full=line.name,
            lines=words,
            x=tenth(view.sizes.tag_x + view.sizes.tag_width / 2),
            y=tenth(y + 3.4 - (len(words) - 1) * view.sizes.tag_line / 2),
            leading=view.sizes.tag_line,
            size=view.sizes.tag_font,
            anchor="middle",
            role="line-name",
            bold=True,
        )
        lines.append(
            SceneLine(
                kind=line.kind,
                start=(view.sizes.margin, y),
                end=(tenth(right), y),
                tag=tag,
                name=name,
            )
        )
    return tuple(lines)


def rail_boxes(view: View, grid: Grid, placed: Placed) -> list[Rect]:
    """Return the rail's words, which labels must stay clear of."""
    boxes = [line.tag for line in scene_lines(view, placed)]
    for lane in scene_lanes(view, grid, placed):
        top = lane.name.y - view.sizes.lane_font
        high = lane.name.leading * len(lane.name.lines)
        boxes.append(Rect(x=_NAME_X, y=top, width=view.sizes.name_room, height=high))
    return boxes
