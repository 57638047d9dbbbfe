"""A scatter: a sign for each figure between two scales, named beside it where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.layout.chart_draft import MARGIN, SMALL, SMALL_LINE, Draft
from blueprint.layout.chart_lines import plot
from blueprint.layout.chart_scale import figure_text, scale_of
from blueprint.layout.scene import Anchor, Rect
from blueprint.layout.scene import Point as Place
from blueprint.report import Chart, Point
from blueprint.words import Phrase

_HEIGHT = 300.0
_SIGN = 6.0
_LABEL_ROOM = 130.0


def scatter(draft: Draft) -> None:
    """Lay out a scatter, with cross-hairs where the chart has them."""
    chart = draft.chart
    draft.legend("dot")
    placed = [
        (number, point, point.x, point.y)
        for number, series in enumerate(chart.series)
        for point in series.points
        if point.x is not None and point.y is not None
    ]
    cross = chart.cross
    ups = [*_ups(chart), *([cross[1]] if cross else [])]
    up, left = plot(draft, ups, _HEIGHT)
    right = draft.width - MARGIN - 10.0
    most = max(2, int((right - left) / 52.0))
    acrosses = [x for _, _, x, _ in placed] + ([cross[0]] if cross else [])
    across = scale_of(acrosses, left, right, most=min(9, most), zero=False, ends=chart.ends_across)
    draft.ticks_beside(up, left, right)
    draft.ticks_below(across, up.end, up.start)
    if cross:
        draft.rule("cross", (across.at(cross[0]), up.end), (across.at(cross[0]), up.start))
        draft.rule("cross", (left, up.at(cross[1])), (right, up.at(cross[1])))
    spots: list[tuple[Place, Point]] = []
    taken: list[Rect] = []
    for number, point, x, y in placed:
        spot = (across.at(x), up.at(y))
        if point.low is not None and point.high is not None:
            low, high = up.at(point.low), up.at(point.high)
            draft.span(number, (spot[0], low), (spot[0], high))
            taken.append(Rect(x=spot[0] - 2.0, y=high, width=4.0, height=low - high))
        draft.dot(number, spot, _where(draft, number, point))
        spots.append((spot, point))
    plotted = Rect(x=left, y=up.end, width=right - left + 10.0, height=_HEIGHT)
    if cross and chart.quarters:
        at = (across.at(cross[0]), up.at(cross[1]))
        taken += _quarters(draft, at, [_around(spot) for spot, _ in spots], plotted)
    unnamed = _name(draft, spots, taken, plotted)
    draft.y = up.start + SMALL_LINE + 4.0
    draft.text(draft.say(chart.across), (right, draft.y + SMALL_LINE), anchor="end")
    draft.y += SMALL_LINE + 8.0
    _notes(draft, unnamed, sum(len(series.points) for series in chart.series) - len(placed))


def _ups(chart: Chart) -> Iterator[float]:
    for series in chart.series:
        for point in series.points:
            if point.x is not None and point.y is not None:
                known = (point.y, point.low, point.high)
                yield from (figure for figure in known if figure is not None)


def _where(draft: Draft, number: int, point: Point) -> str:
    """Return what a sign says when it is pointed at: both its figures."""
    said = "{told} ({across}: {x})"
    across = figure_text(point.x or 0.0)
    told = draft.told(number, point)
    return draft.say(Phrase.of(said, told=told, across=draft.chart.across, x=across))


def _quarters(draft: Draft, cross: Place, covered: Sequence[Rect], plot: Rect) -> Iterator[Rect]:
    """Say what each of the four parts is called, in a corner where no sign stands."""
    for number, phrase in enumerate(draft.chart.quarters):
        below, beyond = divmod(number, 2)
        left, right = (cross[0], plot.right - 10.0) if beyond else (plot.x, cross[0])
        top, bottom = (cross[1], plot.bottom) if below else (plot.y, cross[1])
        said = draft.say(phrase)
        lines = draft.lines(said, right - left - 2 * MARGIN, most=2, size=SMALL)
        wide = max((draft.wide(line, SMALL) for line in lines), default=0.0)
        high = SMALL_LINE * len(lines)
        sides = (left + MARGIN, right - MARGIN - wide)
        edges = (top + 3.0, bottom - high - 3.0)
        corners = (
            Rect(x=x, y=y, width=wide, height=high)
            for y in (edges[::-1] if below else edges)
            for x in (sides[::-1] if beyond else sides)
        )
        free = (box for box in corners if not any(_meet(box, other) for other in covered))
        box = next(free, None)
        if box is not None and high + 6.0 < bottom - top:
            draft.text(said, (box.x, box.y + 0.78 * SMALL_LINE), lines=lines)
            yield box


def _name(
    draft: Draft, spots: Sequence[tuple[Place, Point]], covered: Sequence[Rect], plot: Rect
) -> int:
    """Write names beside their signs where they cover nothing; return how many have none."""
    taken = [*covered, *(_around(spot) for spot, _ in spots)]
    unnamed = 0
    for spot, point in spots:
        label = draft.say(point.label)
        lines = draft.lines(label, _LABEL_ROOM, most=2, size=SMALL)
        wide = max((draft.wide(line, SMALL) for line in lines), default=0.0)
        high = SMALL_LINE * len(lines)
        for anchor, box in _sides(spot, wide, high):
            inside = plot.x <= box.x and box.right <= plot.right + MARGIN
            inside = inside and plot.y - 8.0 <= box.y and box.bottom <= plot.bottom
            if inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                x = {"start": box.x, "middle": box.middle[0], "end": box.right}[anchor]
                place = (x, box.y + 0.78 * SMALL_LINE)
                draft.text(label, place, lines=lines, role="text", anchor=anchor)
                break
        else:
            unnamed += 1
    return unnamed


def _sides(spot: Place, wide: float, high: float) -> Iterator[tuple[Anchor, Rect]]:
    """Go through the places a name may take: right, left, above, below, and between these."""
    x, y = spot
    clear = _SIGN + 2.0
    yield "start", Rect(x=x + clear, y=y - high / 2, width=wide, height=high)
    yield "end", Rect(x=x - clear - wide, y=y - high / 2, width=wide, height=high)
    yield "middle", Rect(x=x - wide / 2, y=y - clear - high, width=wide, height=high)
    yield "middle", Rect(x=x - wide / 2, y=y + clear, width=wide, height=high)
    for top in (y - high - 2.0, y + 2.0):
        yield "start", Rect(x=x + clear, y=top, width=wide, height=high)
        yield "end", Rect(x=x - clear - wide, y=top, width=wide, height=high)


def _around(spot: Place) -> Rect:
    x, y = spot
    return Rect(x=x - _SIGN, y=y - _SIGN, width=2 * _SIGN, height=2 * _SIGN)


def _meet(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


def _notes(draft: Draft, unnamed: int, missing: int) -> None:
    """Say what the picture could not show."""
    if unnamed:
        said = "Without a name for want of room: {n}; the table names them all."
        draft.paragraph(draft.say(Phrase.of(said, n=unnamed)))
    if missing:
        said = "Not shown, since a figure is missing: {n}."
        draft.paragraph(draft.say(Phrase.of(said, n=missing)))
