"""Lines: figures in one order from left to right, joined where none is missing between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from blueprint.layout.chart_draft import FONT, LINE, MARGIN, SMALL, SMALL_LINE, Draft
from blueprint.layout.chart_scale import Scale, figure_text, scale_of
from blueprint.layout.chart_scene import ChartPath
from blueprint.layout.scene import Point as Place
from blueprint.layout.sizes import tenth
from blueprint.report import Chart, Point

_HEIGHT = 190.0
_FLAT = 62.0
"""From this room on for each label, labels are set flat; below it they rise."""

_FLAT_LINES = 4
_TURNED_ROOM, _TURNED_SHARE = 110.0, 0.22
_TURNED_EVERY = 15.0
_SINE, _COSINE = 0.643, 0.766
_FIGURES_FROM = 24.0
_MANY = 60
"""So many figures and more are drawn without a sign each."""


def lines(draft: Draft) -> None:
    """Lay out lines over labels that stand side by side."""
    chart = draft.chart
    draft.legend("line")
    labels = [draft.say(p.label) for p in max((s.points for s in chart.series), key=len)]
    scale, left = plot(draft, list(_figures(chart)), _HEIGHT)
    right = draft.width - MARGIN
    slot = (right - left) / max(1, len(labels))
    turned = slot < _FLAT and len(labels) > 1
    if turned:
        left = max(left, _clear_of_edge(draft, labels, right))
        slot = (right - left) / len(labels)
    draft.ticks_beside(scale, left, right)
    for number, series in enumerate(chart.series):
        places = [
            None if point.y is None else (left + (n + 0.5) * slot, scale.at(point.y))
            for n, point in enumerate(series.points)
        ]
        _series(draft, number, series.points, places, scale)
        if len(chart.series) == 1 and slot >= _FIGURES_FROM:
            draft.y = max(scale.start, _write_figures(draft, series.points, places))
        else:
            draft.y = scale.start
    _labels(draft, labels, left, slot, turned=turned)
    across = draft.say(chart.across)
    draft.text(across, (right, draft.y + SMALL_LINE), anchor="end")
    draft.y += SMALL_LINE + 8.0


def plot(draft: Draft, figures: Sequence[float], high: float) -> tuple[Scale, float]:
    """Say what goes up, and return its scale and where the plot begins on the left."""
    up = draft.say(draft.chart.up)
    said = draft.lines(up, draft.width - 2 * MARGIN, most=2, size=SMALL)
    draft.text(up, (MARGIN, draft.y + 9.0), lines=said)
    top = draft.y + SMALL_LINE * len(said) + 12.0
    scale = scale_of(figures, top + high, top, zero=False, ends=draft.chart.ends)
    widest = max(draft.wide(figure_text(tick), SMALL) for tick in scale.ticks)
    return scale, tenth(MARGIN + widest + 8.0)


def _figures(chart: Chart) -> Iterator[float]:
    for series in chart.series:
        for point in series.points:
            known = (point.y, point.low, point.high)
            yield from (figure for figure in known if figure is not None)


def _series(
    draft: Draft,
    number: int,
    points: Sequence[Point],
    places: Sequence[Place | None],
    scale: Scale,
) -> None:
    """Join what has no gap between, and draw each figure with its interval."""
    signs = len(points) < _MANY
    for known, run in groupby(places, key=lambda place: place is not None):
        joined = tuple((tenth(p[0]), tenth(p[1])) for p in run if p is not None)
        if known and len(joined) > 1:
            draft.paths.append(ChartPath(series=number, points=joined))
    for n, (point, place) in enumerate(zip(points, places, strict=True)):
        if place is None:
            continue
        if point.low is not None and point.high is not None:
            draft.span(number, (place[0], scale.at(point.low)), (place[0], scale.at(point.high)))
        alone = (n == 0 or places[n - 1] is None) and places[n + 1 : n + 2] in ([], [None])
        if signs or alone:
            draft.dot(number, place, draft.told(number, point))


def _write_figures(draft: Draft, points: Sequence[Point], places: Sequence[Place | None]) -> float:
    """Write the only series' figures over its dots; under it where the line comes from above.

    Returns:
        How far down they come.
    """
    lowest = 0.0
    for n, (point, place) in enumerate(zip(points, places, strict=True)):
        if place is None or point.y is None:
            continue
        beside = [p[1] for p in (*places[max(0, n - 1) : n], *places[n + 1 : n + 2]) if p]
        under = bool(beside) and max(beside) < place[1] + 4.0 and min(beside) < place[1] - 4.0
        if point.low is not None and point.high is not None:
            draft.text(figure_text(point.y), (place[0] + 6.0, place[1] - 4.0), role="text")
        else:
            y = place[1] + (17.0 if under else -8.0)
            draft.text(figure_text(point.y), (place[0], y), role="text", anchor="middle")
            lowest = max(lowest, y)
    return lowest


def _turned_room(draft: Draft) -> float:
    return max(_TURNED_ROOM, _TURNED_SHARE * draft.width)


def _clear_of_edge(draft: Draft, labels: Sequence[str], right: float) -> float:
    """Return where the plot has to begin so that no rising label begins beside the paper."""
    most = _turned_room(draft) * _COSINE
    needed = [0.0]
    for n, label in enumerate(labels):
        share = (n + 0.5) / len(labels)
        takes = MARGIN + min(most, draft.wide(label, SMALL) * _COSINE)
        needed.append((takes - share * right) / (1.0 - share))
    return max(needed)


def _labels(draft: Draft, labels: Sequence[str], left: float, slot: float, *, turned: bool) -> None:
    """Name what goes across: flat where there is room, else rising to its place."""
    every = max(1, int(_TURNED_EVERY / slot + 0.999)) if turned else 1
    lowest = 0.0
    for n, label in enumerate(labels):
        if n % every:
            continue
        x = left + (n + 0.5) * slot
        if turned:
            said = draft.lines(label, _turned_room(draft), most=1, size=SMALL)
            place = (x + 3.0, draft.y + 12.0)
            draft.text(label, place, lines=said, anchor="end", turned=True)
            lowest = max(lowest, draft.wide("".join(said), SMALL) * _SINE + 12.0)
        else:
            said = draft.lines(label, slot - 6.0, most=_FLAT_LINES, size=SMALL)
            draft.text(label, (x, draft.y + 15.0), lines=said, anchor="middle")
            lowest = max(lowest, SMALL_LINE * len(said) + 6.0)
    draft.y += lowest + (FONT - SMALL) + (LINE - SMALL_LINE) + 2.0
