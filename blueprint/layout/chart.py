"""Places the charts of reports: bars, stacks, lines and scatters, their labels and their key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from blueprint.layout.chart_draft import MARGIN, Draft
from blueprint.layout.chart_lines import lines
from blueprint.layout.chart_rows import rows
from blueprint.layout.chart_scale import figure_text
from blueprint.layout.chart_scatter import scatter
from blueprint.layout.chart_scene import ChartScene
from blueprint.layout.sizes import tenth
from blueprint.report import Chart, Point
from blueprint.words import Phrase

WIDE, NARROW = 680.0, 346.0
"""How wide a chart is in a document, and in the panel of a page or on a phone."""

_LAID_OUT: Mapping[str, Callable[[Draft], None]] = {
    "bars": rows,
    "stack": rows,
    "lines": lines,
    "scatter": scatter,
}


def chart_scene(
    chart: Chart, lang: str = "en", *, width: float = WIDE, titled: bool = False
) -> ChartScene:
    """Place a chart.

    Args:
        chart: What a report shows.
        lang: Language of its texts.
        width: How wide it may be.
        titled: Whether its title stands on it, as in a file of its own.

    Examples:
        >>> from blueprint.report import Chart, Point, Series
        >>> steps = Phrase.of("Steps")
        >>> alone = Point(label=Phrase.of("Pay"), y=3.0)
        >>> series = Series(name=steps, points=(alone,))
        >>> chart = Chart(
        ...     name="reach", title=steps, kind="bars", across=steps, up=steps, series=(series,)
        ... )
        >>> chart_scene(chart).bars[0].told
        'Pay: 3'
    """
    draft = Draft(chart=chart, lang=lang, width=width)
    if titled:
        draft.heading()
    if any(True for _ in _known(chart)):
        _LAID_OUT[chart.kind](draft)
    else:
        draft.paragraph(draft.say(_NOTHING))
    return ChartScene(
        name=chart.name,
        width=width,
        height=tenth(draft.y + MARGIN),
        title=draft.say(chart.title),
        described=draft.say(_described(chart)),
        lang=lang,
        texts=tuple(draft.texts),
        turned=tuple(draft.turned),
        rules=tuple(draft.rules),
        bars=tuple(draft.bars),
        paths=tuple(draft.paths),
        spans=tuple(draft.spans),
        dots=tuple(draft.dots),
        key=tuple(draft.key),
    )


_NOTHING = Phrase.of("There are no figures to show.")


def _known(chart: Chart) -> Iterator[tuple[float, Point]]:
    """Go through the figures that can be shown, with the height of each."""
    for series in chart.series:
        for point in series.points:
            if point.y is not None and (chart.kind != "scatter" or point.x is not None):
                yield point.y, point


def _described(chart: Chart) -> Phrase:
    """Say in a sentence what a chart shows: what is measured, and where most and least is."""
    known = list(_known(chart))
    if not known:
        return _NOTHING
    (most, top), (least, low) = max(known, key=lambda k: k[0]), min(known, key=lambda k: k[0])
    if most == least:
        return Phrase.of(
            "{up}, by {across}: {n} figures, all of them {y}.",
            up=chart.up,
            across=chart.across,
            n=len(known),
            y=figure_text(most),
        )
    return Phrase.of(
        "{up}, by {across}: most for “{top}” ({most}), least for “{low}” ({least}).",
        up=chart.up,
        across=chart.across,
        top=top.label,
        most=figure_text(most),
        low=low.label,
        least=figure_text(least),
    )
