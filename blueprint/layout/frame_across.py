"""The frame of a drawing whose steps go across: lanes are rows with their names on the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from blueprint.layout.frame import (
    Frame,
    border,
    heading,
    lane_name,
    shown_phases,
    tag_height,
    tag_lines,
)
from blueprint.layout.grid import Grid
from blueprint.layout.place import Placed, Strip
from blueprint.layout.scene import Rect, SceneLane, SceneLine, ScenePhase, SceneStep, Text
from blueprint.layout.sizes import tenth
from blueprint.layout.text import wrap
from blueprint.layout.view import View

_NAME_X = 20.0
_GAP = 10.0


def lane_needs(view: View) -> list[float]:
    """Return how high each lane's sub-rows must be for its name and the tags beside it."""
    needed = []
    for lane in range(len(view.lanes)):
        tags = _tag_inset(view, lane) + _tag_inset(view, lane + 1)
        name = len(_lane_name(view, lane)) * view.sizes.lane_line
        needed.append(name + tags + 6.0 - view.sizes.lane_gutter / 2)
    return needed


def step_needs(view: View) -> list[float]:
    """Return nothing: step titles stand above the columns and are as wide as these."""
    return [0.0] * len(view.steps)


def _lane_name(view: View, lane: int) -> tuple[str, ...]:
    return lane_name(view, lane, view.sizes.name_room)


def _tag_inset(view: View, above: int) -> float:
    """Return how far the tags on a border reach into the lanes on both of its sides."""
    heights = [
        tag_height(view, tag_lines(view, line)) for line in view.lines if line.above == above
    ]
    return heights[-1] / 2 + (len(heights) - 1) * view.sizes.lines_apart / 2 if heights else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Header:
    """Everything above the lanes: its texts, and where the lanes begin."""

    title: Text
    subtitle: Text | None
    phases: tuple[ScenePhase, ...]
    step_titles: tuple[Text, ...]
    bottom: float


def _canvas_width(view: View, columns: Sequence[Strip]) -> float:
    """Return the width of the whole drawing."""
    return tenth(max(columns[-1].end + view.sizes.margin, view.sizes.least_width))


def _header(view: View, columns: Sequence[Strip]) -> _Header:
    """Place title, subtitle, phases and step titles above the given lattice columns."""
    room = _canvas_width(view, columns) - 2 * view.sizes.tag_x
    y = view.sizes.margin
    title = heading(view, "title", y, room)
    y += view.sizes.title_line * max(1, len(title.lines))
    subtitle = None
    if view.subtitle:
        subtitle = heading(view, "subtitle", y, room)
        y += view.sizes.subtitle_line * len(subtitle.lines)
    y += _GAP
    phases = _phases(view, columns, y)
    if phases:
        y += view.sizes.phase_height + 6.0
    titles = _step_titles(view, columns, y)
    deepest = max((len(text.lines) for text in titles), default=0)
    return _Header(
        title=title,
        subtitle=subtitle,
        phases=phases,
        step_titles=titles,
        bottom=tenth(y + view.sizes.step_line * deepest + _GAP),
    )


def _phases(view: View, columns: Sequence[Strip], top: float) -> tuple[ScenePhase, ...]:
    phases = []
    for phase, first, last in shown_phases(view):
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
            y=tenth(top + view.sizes.phase_height / 2 + 0.36 * view.sizes.step_font),
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


def _phases_with_dividers(head: _Header, placed: Placed, steps: int) -> tuple[ScenePhase, ...]:
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


def _scene_steps(view: View, head: _Header, placed: Placed) -> tuple[SceneStep, ...]:
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


def _scene_lanes(view: View, grid: Grid, placed: Placed) -> tuple[SceneLane, ...]:
    """Place the lanes' bands and names."""
    width = _canvas_width(view, placed.columns) - 2 * view.sizes.margin
    lanes = []
    for n, lane in enumerate(view.lanes):
        top = border(placed, 2 * grid.first_row[n])
        bottom = border(placed, 2 * grid.first_row[n + 1])
        lines = _lane_name(view, n)
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


def _scene_lines(view: View, placed: Placed) -> tuple[SceneLine, ...]:
    """Place the three lines and their tags."""
    right = _canvas_width(view, placed.columns) - view.sizes.margin
    lines = []
    for n, line in enumerate(view.lines):
        y = placed.line_heights[n]
        words = tag_lines(view, line)
        height = tag_height(view, words)
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


def keep_clear(view: View, grid: Grid, placed: Placed) -> list[Rect]:
    """Return the rail's words, which labels must stay clear of."""
    boxes = [line.tag for line in _scene_lines(view, placed)]
    for lane in _scene_lanes(view, grid, placed):
        top = lane.name.y - view.sizes.lane_font
        high = lane.name.leading * len(lane.name.lines)
        boxes.append(Rect(x=_NAME_X, y=top, width=view.sizes.name_room, height=high))
    return boxes


def label_bounds(view: View, placed: Placed) -> Rect:
    """Return where labels may stand: over the rail too, where it is empty."""
    left, top = view.sizes.margin + 6.0, placed.rows[0].start
    right = _canvas_width(view, placed.columns) - view.sizes.margin
    return Rect(x=left, y=top, width=right - left, height=placed.rows[-1].end - top)


def first_column(view: View) -> float:
    """Return where the steps begin, right of the rail."""
    return view.sizes.rail


def first_row(view: View, columns: Sequence[Strip]) -> float:
    """Return where the lanes begin, under the steps' titles."""
    return _header(view, columns).bottom


def frame(view: View, grid: Grid, placed: Placed) -> Frame:
    """Frame the placed cards."""
    head = _header(view, placed.columns)
    left, top = placed.columns[0].start, placed.rows[0].start
    return Frame(
        title=head.title,
        subtitle=head.subtitle,
        lanes=_scene_lanes(view, grid, placed),
        lines=_scene_lines(view, placed),
        phases=_phases_with_dividers(head, placed, len(view.steps)),
        steps=_scene_steps(view, head, placed),
        body=Rect(
            x=tenth(left),
            y=tenth(top),
            width=tenth(placed.columns[-1].end - left),
            height=tenth(placed.rows[-1].end - top),
        ),
        width=_canvas_width(view, placed.columns),
        bottom=placed.rows[-1].end,
    )
