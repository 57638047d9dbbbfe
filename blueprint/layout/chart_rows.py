"""Bars and stacks: a row for each label, so that long ones can be read, from a line of zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from blueprint.layout.chart_draft import FONT, LINE, MARGIN, SMALL, SMALL_LINE, Draft
from blueprint.layout.chart_scale import Scale, figure_text, scale_of
from blueprint.layout.chart_scene import ChartBar
from blueprint.layout.scene import Rect
from blueprint.layout.sizes import tenth
from blueprint.report import Chart, Point, Series
from blueprint.words import Phrase

MOST_ROWS = 30
"""How many rows are readable; of more, the largest are shown."""

_LABEL_SHARE = 0.4
_LABEL_LINES = 3
_ALONE, _BESIDE = 14.0, 12.0
_ROW_GAP = 9.0
Numbered = tuple[int, Point]
"""A figure with the number of its series."""

_NONE = Phrase.of("no figure")


def rows(draft: Draft) -> None:
    """Lay out bars side by side, or on top of each other."""
    chart, left_out = _shown(draft.chart)
    draft.chart = chart
    draft.legend("bar")
    stack = chart.kind == "stack"
    labels = [draft.say(point.label) for point in chart.series[0].points]
    room = _label_room(draft, labels)
    left_blank = 0
    scale = _scale(draft, room, stack=stack)
    _heads(draft, scale, room)
    top = draft.y
    for number, label in enumerate(labels):
        points = [(n, series.points[number]) for n, series in enumerate(chart.series)]
        if not stack:
            points, blank = _with_figures(points)
            left_blank += blank
        lines = draft.lines(label, room, most=_LABEL_LINES)
        thick = _ALONE if stack or len(points) == 1 else _BESIDE
        bars = thick if stack else thick * len(points) + 1.0 * (len(points) - 1)
        height = max(bars, LINE * len(lines)) + _ROW_GAP
        middle = draft.y + height / 2
        first = middle - LINE * (len(lines) - 1) / 2 + 0.36 * FONT
        at = (MARGIN + room, first)
        draft.text(label, at, lines=lines, role="text", size=FONT, anchor="end")
        if stack:
            _stacked(draft, points, scale, middle)
        else:
            _beside(draft, points, scale, middle - bars / 2)
        draft.y += height
    draft.ticks_below(scale, top, draft.y)
    draft.y += SMALL_LINE + 8.0
    _notes(draft, left_blank, left_out)


def _notes(draft: Draft, left_blank: int, left_out: int) -> None:
    """Say what the picture could not show."""
    rows = tuple(zip(*(series.points for series in draft.chart.series), strict=True))
    if draft.chart.kind == "stack" and any(_in_part(points) for points in rows):
        draft.paragraph(draft.say(Phrase.of("“?” stands for a part without a figure.")))
    if left_blank:
        said = "Bars left out, since a figure is missing: {n}."
        draft.paragraph(draft.say(Phrase.of(said, n=left_blank)))
    if left_out:
        said = "The {n} largest of {m} are shown; the table has them all."
        draft.paragraph(draft.say(Phrase.of(said, n=len(rows), m=len(rows) + left_out)))


def _shown(chart: Chart) -> tuple[Chart, int]:
    """Return a chart with its largest rows in their order, and how many are left out."""
    count = len(chart.series[0].points)
    if count <= MOST_ROWS:
        return chart, 0
    sizes = [_size([series.points[n] for series in chart.series], chart) for n in range(count)]
    largest = sorted(sorted(range(count), key=lambda n: -sizes[n])[:MOST_ROWS])
    series = tuple(
        Series(name=one.name, points=tuple(one.points[n] for n in largest)) for one in chart.series
    )
    return replace(chart, series=series), count - MOST_ROWS


def _size(points: Sequence[Point], chart: Chart) -> float:
    known = [abs(point.y) for point in points if point.y is not None]
    return (sum(known) if chart.kind == "stack" else max(known)) if known else -1.0


def _with_figures(points: list[Numbered]) -> tuple[list[Numbered], int]:
    """Return the points of a row that have a figure, and how many of the others are left out.

    A row without any keeps one, which says so.
    """
    known = [(n, point) for n, point in points if point.y is not None]
    return (known, len(points) - len(known)) if known else (points[:1], 0)


def _in_part(points: Sequence[Point]) -> bool:
    """Return whether some parts of a stack have a figure and others none."""
    return len({point.y is None for point in points}) > 1


def _label_room(draft: Draft, labels: Sequence[str]) -> float:
    widest = max((draft.wide(label) for label in labels), default=0.0)
    widest = max(widest, draft.wide(draft.say(draft.chart.across), SMALL))
    return min(widest + 2.0, _LABEL_SHARE * draft.width)


def _scale(draft: Draft, room: float, *, stack: bool) -> Scale:
    """Return the scale of all rows, with room for figures at the ends of bars."""
    ends = list(_ends(draft.chart, stack=stack))
    figures = [draft.wide(figure_text(end), SMALL) for end in ends]
    wide = max(figures, default=10.0) + 8.0
    before = wide if any(end < 0 for end in ends) else 0.0
    start = MARGIN + room + 10.0 + before
    end = max(start + 40.0, draft.width - MARGIN - (wide if any(e >= 0 for e in ends) else 10.0))
    most = max(2, int((end - start) / 46.0))
    return scale_of(ends, start, end, most=min(6, most), ends=draft.chart.ends)


def _ends(chart: Chart, *, stack: bool) -> Iterator[float]:
    """Go through everything that a bar or an interval comes to."""
    for one in zip(*(series.points for series in chart.series), strict=True):
        known = [point.y for point in one if point.y is not None]
        if stack:
            yield sum(y for y in known if y > 0)
            yield sum(y for y in known if y < 0)
            continue
        yield from known
        for point in one:
            yield from (end for end in (point.low, point.high) if end is not None)


def _heads(draft: Draft, scale: Scale, room: float) -> None:
    """Say above the rows what they are, and above the bars what they measure."""
    across, up = draft.say(draft.chart.across), draft.say(draft.chart.up)
    rows = draft.lines(across, room, most=2, size=SMALL)
    bars = draft.lines(up, draft.width - MARGIN - scale.start, most=2, size=SMALL)
    high = SMALL_LINE * max(len(rows), len(bars))
    first = draft.y + high - SMALL_LINE * (len(rows) - 1) - 3.0
    draft.text(across, (MARGIN + room, first), lines=rows, anchor="end")
    first = draft.y + high - SMALL_LINE * (len(bars) - 1) - 3.0
    draft.text(up, (scale.start, first), lines=bars)
    draft.y += high + 2.0


def _beside(draft: Draft, points: Sequence[Numbered], scale: Scale, top: float) -> None:
    thick = _ALONE if len(points) == 1 else _BESIDE
    for place, (number, point) in enumerate(points):
        middle = top + place * (thick + 1.0) + thick / 2
        if point.y is None:
            draft.text(draft.say(_NONE), (scale.at(0.0) + 4.0, middle + 3.5))
            continue
        _bar(draft, number, (0.0, point.y), scale, middle, thick, draft.told(number, point))
        ends = [scale.at(point.y)]
        if point.low is not None and point.high is not None:
            ends += [scale.at(point.low), scale.at(point.high)]
            draft.span(number, (ends[1], middle), (ends[2], middle))
        _end_figure(draft, figure_text(point.y), ends, middle, negative=point.y < 0)


def _stacked(draft: Draft, points: Sequence[Numbered], scale: Scale, middle: float) -> None:
    up = down = 0.0
    for number, point in points:
        if not point.y:
            continue
        start = up if point.y > 0 else down
        end = start + point.y
        _bar(draft, number, (start, end), scale, middle, _ALONE, draft.told(number, point))
        if point.y > 0:
            up = end
        else:
            down = end
    known = [point.y for _, point in points if point.y is not None]
    if not known:
        draft.text(draft.say(_NONE), (scale.at(0.0) + 4.0, middle + 3.5))
        return
    said = figure_text(sum(known)) + (" + ?" if len(known) < len(points) else "")
    negative = up == 0.0 and down < 0
    _end_figure(draft, said, [scale.at(down if negative else up)], middle, negative=negative)


def _bar(
    draft: Draft,
    series: int,
    ends: tuple[float, float],
    scale: Scale,
    middle: float,
    thick: float,
    told: str,
) -> None:
    start, end = sorted(scale.at(figure) for figure in ends)
    box = Rect(
        x=tenth(start),
        y=tenth(middle - thick / 2),
        width=tenth(max(1.0, end - start)),
        height=thick,
    )
    draft.bars.append(ChartBar(series=series, box=box, told=told))


def _end_figure(
    draft: Draft, said: str, ends: Sequence[float], middle: float, *, negative: bool
) -> None:
    """Write a figure where its bar, or its interval, ends."""
    place = (min(ends) - 4.0 if negative else max(ends) + 4.0, middle + 3.5)
    draft.text(said, place, role="text", anchor="end" if negative else "start")
