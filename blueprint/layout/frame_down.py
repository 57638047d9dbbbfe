"""The frame of a drawing whose steps go down: lanes stand side by side under their names.

The lattice is turned over here: its rows are lanes, drawn from left to right, and its
columns are steps, drawn from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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

_GAP = 10.0
_NAME_TOP = 9.0
_LEAST_LANE = 96.0
_PHASE_TIP = 16.0
_PHASE_MOST_LINES = 6
_STEP_MOST_LINES = 5


def lane_needs(view: View) -> list[float]:
    """Return how wide each lane must be for the tags that reach into it from both sides."""
    return [
        max(_LEAST_LANE, _reach(view, lane, to_right=True) + _reach(view, lane + 1, to_right=False))
        for lane in range(len(view.lanes))
    ]


def _reach(view: View, above: int, *, to_right: bool) -> float:
    """Return how far the tags on a border reach into the lane on one of its sides."""
    lines = [n for n in range(len(view.lines)) if _border_of(view, n) == above]
    tags = [_tag_offset(view, lines, n) for n in lines]
    if not tags:
        return 0.0
    right = max(tags) + view.sizes.tag_width
    if to_right:
        return 4.0 + right
    back = right if above == len(view.lanes) else 0.0  # those on the last border are moved back
    return 4.0 + back - min(tags)


def _tag_offset(view: View, together: Sequence[int], line: int) -> float:
    """Return where a line's tag begins, counted from the border it stands on.

    A line alone has its tag in the middle; of two on one border, the left one has it to
    its left and the right one to its right. A third goes below these.
    """
    at = together.index(line)
    if len(together) == 1 or at > 1:
        return -view.sizes.tag_width / 2
    apart = view.sizes.lines_apart_down
    shift = (at - (len(together) - 1) / 2) * apart
    return shift - view.sizes.tag_width + apart / 2 - 2.0 if at == 0 else shift - apart / 2 + 2.0


def step_needs(view: View) -> list[float]:
    """Return how high each step must be for its title, its phase's name, and its tracks."""
    steps = range(len(view.steps))
    needed = [
        max(len(_step_title(view, n)) * view.sizes.step_line + 4.0, _track_room(view, n))
        for n in steps
    ]
    for phase, first, last in shown_phases(view):
        name = _phase_lines(view, phase.name, _PHASE_MOST_LINES)
        have = sum(needed[first : last + 1]) + view.sizes.column_gutter * (last - first)
        needed[last] += max(0.0, len(name) * view.sizes.step_line + _PHASE_TIP - have)
    return needed


def _track_room(view: View, step: int) -> float:
    """Return how high the longest of a step's lists of marks is."""
    longest = max((len(track.rows_at(step)) for track in view.tracks), default=0)
    return longest * view.sizes.track_row


def _step_title(view: View, n: int) -> tuple[str, ...]:
    step = view.steps[n]
    return wrap(
        f"{step.number}. {step.name}",
        view.sizes.step_font,
        view.sizes.step_rail - 2 * _GAP,
        most=_STEP_MOST_LINES,
        bold=True,
        lang=view.lang,
    )


def first_column(view: View) -> float:
    """Return where the steps begin, under the lanes' names."""
    return _names_top(view) + _names_height(view)


def first_row(view: View, columns: Sequence[Strip]) -> float:  # noqa: ARG001  (as across)
    """Return where the lanes begin, right of phases and step titles."""
    return _step_left(view) + view.sizes.step_rail


def _step_left(view: View) -> float:
    phases = any(True for _ in shown_phases(view))
    return view.sizes.margin + (view.sizes.phase_rail if phases else 0.0)


def _names_top(view: View) -> float:
    """Return where the lanes' bands begin, under title and subtitle."""
    title, subtitle = _headings(view)
    y = view.sizes.margin + view.sizes.title_line * max(1, len(title.lines))
    if subtitle:
        y += view.sizes.subtitle_line * len(subtitle.lines)
    return tenth(y + _GAP)


def _headings(view: View) -> tuple[Text, Text | None]:
    """Place title and subtitle in the width that the drawing has at least."""
    lanes = sum(_lane_room(view, lane) for lane in range(len(view.lanes)))
    room = max(view.sizes.least_width, first_row(view, ()) + lanes) - 2 * view.sizes.tag_x
    title = heading(view, "title", view.sizes.margin, room)
    if not view.subtitle:
        return title, None
    under = view.sizes.margin + view.sizes.title_line * max(1, len(title.lines))
    return title, heading(view, "subtitle", under, room)


def _lane_room(view: View, lane: int) -> float:
    """Return how wide a lane is at least."""
    used = any(card.lane == lane for card in view.cards)
    return max(lane_needs(view)[lane], view.sizes.card_width if used else 0.0)


def _lane_name(view: View, lane: int) -> tuple[str, ...]:
    return lane_name(view, lane, _lane_room(view, lane) - 8.0, balanced=True)


def _names_height(view: View) -> float:
    """Return the height of the row with the lanes' names and the tags of the lines."""
    deepest = max((len(_lane_name(view, n)) for n in range(len(view.lanes))), default=0)
    return tenth(_NAME_TOP + deepest * view.sizes.lane_line + _tags_height(view))


def _tags_height(view: View) -> float:
    levels = [
        (at > 1, tag_height(view, tag_lines(view, view.lines[n])))
        for together in _together(view)
        for at, n in enumerate(together)
    ]
    first = max((height for below, height in levels if not below), default=0.0)
    second = max((height for below, height in levels if below), default=-4.0)
    return first + 4.0 + second + 4.0 if levels else 0.0


def _together(view: View) -> Iterator[list[int]]:
    """Yield the lines of each border."""
    borders = dict.fromkeys(_border_of(view, n) for n in range(len(view.lines)))
    for border_ in borders:
        yield [n for n in range(len(view.lines)) if _border_of(view, n) == border_]


def _border_of(view: View, line: int) -> int:
    return max(0, min(view.lines[line].above, len(view.lanes)))


def keep_clear(view: View, grid: Grid, placed: Placed) -> list[Rect]:  # noqa: ARG001
    """Return nothing: all words of this frame stand beside the lattice."""
    return []


def label_bounds(view: View, placed: Placed) -> Rect:  # noqa: ARG001
    """Return where labels may stand: all over the lattice."""
    left, top = placed.columns[0].start, placed.rows[0].start
    return Rect(
        x=left,
        y=top,
        width=placed.columns[-1].end - left,
        height=placed.rows[-1].end - top,
    )


def frame(view: View, grid: Grid, placed: Placed) -> Frame:
    """Frame the placed cards."""
    title, subtitle = _headings(view)
    left, top = placed.rows[0].start, placed.columns[0].start
    right, bottom = placed.rows[-1].end, placed.columns[-1].end
    return Frame(
        title=title,
        subtitle=subtitle,
        lanes=tuple(_lanes(view, grid, placed)),
        lines=tuple(_lines(view, placed)),
        phases=tuple(_phases(view, placed)),
        steps=tuple(_steps(view, placed)),
        body=Rect(
            x=tenth(left), y=tenth(top), width=tenth(right - left), height=tenth(bottom - top)
        ),
        width=tenth(max(right + view.sizes.margin, view.sizes.least_width)),
        bottom=bottom,
    )


def _lanes(view: View, grid: Grid, placed: Placed) -> Iterator[SceneLane]:
    top, bottom = _names_top(view), placed.columns[-1].end
    for n, lane in enumerate(view.lanes):
        left = tenth(border(placed, 2 * grid.first_row[n]))
        right = tenth(border(placed, 2 * grid.first_row[n + 1]))
        name = Text(
            full=lane.name,
            lines=_lane_name(view, n),
            x=tenth((left + right) / 2),
            y=tenth(top + _NAME_TOP + view.sizes.lane_font),
            leading=view.sizes.lane_line,
            size=view.sizes.lane_font,
            anchor="middle",
            role="lane-name",
            bold=True,
        )
        band = Rect(x=left, y=top, width=tenth(right - left), height=tenth(bottom - top))
        yield SceneLane(
            id=lane.id, kind=lane.kind, actor=lane.actor, group=lane.group, band=band, name=name
        )


def _lines(view: View, placed: Placed) -> Iterator[SceneLine]:
    top, bottom = _names_top(view), tenth(placed.columns[-1].end)
    tags_top = first_column(view) - _tags_height(view)
    together = {n: lines for lines in _together(view) for n in lines}
    for n, line in enumerate(view.lines):
        x = placed.line_heights[n]
        words = tag_lines(view, line)
        lines = together[n]
        middle = sum(placed.line_heights[other] for other in lines) / len(lines)
        upper = [tag_height(view, tag_lines(view, view.lines[other])) for other in lines[:2]]
        y = tags_top + (max(upper) + 4.0 if lines.index(n) > 1 else 0.0)
        tag = Rect(
            x=tenth(middle + _tag_offset(view, lines, n) - _over(view, lines, middle, placed)),
            y=tenth(y),
            width=view.sizes.tag_width,
            height=tag_height(view, words),
        )
        name = Text(
            full=line.name,
            lines=words,
            x=tenth(tag.x + tag.width / 2),
            y=tenth(tag.y + view.sizes.tag_line - 0.6),
            leading=view.sizes.tag_line,
            size=view.sizes.tag_font,
            anchor="middle",
            role="line-name",
            bold=True,
        )
        yield SceneLine(kind=line.kind, start=(x, top), end=(x, bottom), tag=tag, name=name)


def _over(view: View, together: Sequence[int], middle: float, placed: Placed) -> float:
    """Return how far the tags on a border would reach beyond the canvas."""
    right = max(_tag_offset(view, together, n) for n in together) + view.sizes.tag_width
    return max(0.0, middle + right - placed.rows[-1].end)


def _phases(view: View, placed: Placed) -> Iterator[ScenePhase]:
    for phase, first, last in shown_phases(view):
        top = placed.columns[2 * first + 1].start - 6.0
        bottom = placed.columns[2 * last + 1].end + 6.0
        box = Rect(
            x=view.sizes.margin,
            y=tenth(top),
            width=view.sizes.phase_rail,
            height=tenth(bottom - top),
        )
        after = last + 1
        divider = None
        if after < len(view.steps):
            y = tenth(placed.columns[2 * after].middle)
            divider = ((tenth(placed.rows[0].start), y), (tenth(placed.rows[-1].end), y))
        yield ScenePhase(
            id=phase.id,
            first=first,
            count=last - first + 1,
            chevron=box,
            name=_phase_name(view, phase.name, box),
            divider=divider,
        )


def _phase_name(view: View, name: str, box: Rect) -> Text:
    """Write a phase's name at the top of its chevron, in as many lines as there is room for."""
    leading = view.sizes.step_line
    most = max(1, min(int((box.height - _PHASE_TIP) // leading), _PHASE_MOST_LINES))
    return Text(
        full=name,
        lines=_phase_lines(view, name, most),
        x=tenth(box.x + box.width / 2),
        y=tenth(box.y + 4.0 + view.sizes.step_font),
        leading=leading,
        size=view.sizes.step_font,
        anchor="middle",
        role="phase",
        bold=True,
    )


def _phase_lines(view: View, name: str, most: int) -> tuple[str, ...]:
    return wrap(
        name,
        view.sizes.step_font,
        view.sizes.phase_rail - 10.0,
        most=most,
        bold=True,
        lang=view.lang,
        balanced=True,
    )


def _steps(view: View, placed: Placed) -> Iterator[SceneStep]:
    left, right = _step_left(view), placed.rows[-1].end
    for n, step in enumerate(view.steps):
        row = placed.columns[2 * n + 1]
        lines = _step_title(view, n)
        name = Text(
            full=step.name,
            lines=lines,
            x=tenth(left + _GAP),
            y=tenth(row.middle + 4.5 - (len(lines) - 1) * view.sizes.step_line / 2),
            leading=view.sizes.step_line,
            size=view.sizes.step_font,
            role="step",
            bold=True,
        )
        column = Rect(
            x=tenth(left), y=tenth(row.start), width=tenth(right - left), height=tenth(row.size)
        )
        yield SceneStep(id=step.id, index=n, column=column, name=name)
