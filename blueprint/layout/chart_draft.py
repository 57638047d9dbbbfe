"""A chart being laid out: what is drawn on it so far, and the measures all charts share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from blueprint.layout.chart_scale import Scale, figure_text
from blueprint.layout.chart_scene import (
    ChartBar,
    ChartDot,
    ChartKey,
    ChartPath,
    ChartRule,
    ChartSpan,
    KeySort,
    RuleKind,
)
from blueprint.layout.scene import Anchor, Point, Rect, Text, TextRole
from blueprint.layout.sizes import tenth
from blueprint.layout.text import text_lang, width, wrap
from blueprint.report import Chart
from blueprint.report import Point as Figure
from blueprint.words import Phrase

FONT = 11.0
LINE = 14.0
SMALL = 10.0
SMALL_LINE = 12.5
MARGIN = 6.0
_SWATCH = 22.0
_TITLE_FONT = 15.0
_TITLE_LINE = 20.0


@dataclass
class Draft:
    """What is drawn on a chart, and how far down it comes.

    Attributes:
        chart: What is to be shown.
        lang: Language of its texts.
        width: How wide it is.
        y: Where the next thing goes.
    """

    chart: Chart
    lang: str
    width: float
    y: float = MARGIN
    texts: list[Text] = field(default_factory=list)
    turned: list[Text] = field(default_factory=list)
    rules: list[ChartRule] = field(default_factory=list)
    bars: list[ChartBar] = field(default_factory=list)
    paths: list[ChartPath] = field(default_factory=list)
    spans: list[ChartSpan] = field(default_factory=list)
    dots: list[ChartDot] = field(default_factory=list)
    key: list[ChartKey] = field(default_factory=list)

    def say(self, phrase: Phrase) -> str:
        """Return a phrase in the chart's language."""
        return phrase.into(self.lang)

    def wide(self, text: str, size: float = FONT) -> float:
        """Return how wide a text is."""
        return width(text, size, lang=self.lang)

    def lines(
        self, text: str, room: float, *, most: int, size: float = FONT, bold: bool = False
    ) -> tuple[str, ...]:
        """Break a text into lines."""
        lang = text_lang(text, self.lang)
        return wrap(text, size, room, most=most, bold=bold, lang=lang)

    def text(
        self,
        full: str,
        at: Point,
        *,
        lines: Sequence[str] | None = None,
        role: TextRole = "muted",
        size: float = SMALL,
        anchor: Anchor = "start",
        turned: bool = False,
    ) -> None:
        """Set a text, its first baseline at a point."""
        made = Text(
            full=full,
            lines=tuple(lines) if lines is not None else (full,),
            x=tenth(at[0]),
            y=tenth(at[1]),
            leading=_TITLE_LINE if role == "title" else LINE if size == FONT else SMALL_LINE,
            size=size,
            role=role,
            anchor=anchor,
            bold=role == "title",
        )
        (self.turned if turned else self.texts).append(made)

    def paragraph(self, text: str, *, role: TextRole = "muted", size: float = SMALL) -> None:
        """Set a text across the whole chart, and go on below it."""
        lines = self.lines(text, self.width - 2 * MARGIN, most=4, size=size, bold=role == "title")
        leading = _TITLE_LINE if role == "title" else SMALL_LINE
        self.text(text, (MARGIN, self.y + 0.8 * leading), lines=lines, role=role, size=size)
        self.y += leading * len(lines) + 4.0

    def heading(self) -> None:
        """Set the chart's title above it."""
        self.paragraph(self.say(self.chart.title), role="title", size=_TITLE_FONT)

    def rule(self, kind: RuleKind, start: Point, end: Point) -> None:
        """Draw a line of the scale."""
        ends = ((tenth(start[0]), tenth(start[1])), (tenth(end[0]), tenth(end[1])))
        self.rules.append(ChartRule(kind=kind, ends=ends))

    def span(self, series: int, start: Point, end: Point) -> None:
        """Draw an interval."""
        ends = ((tenth(start[0]), tenth(start[1])), (tenth(end[0]), tenth(end[1])))
        self.spans.append(ChartSpan(series=series, ends=ends))

    def dot(self, series: int, at: Point, told: str) -> None:
        """Draw a figure in the shape of its series."""
        place = (tenth(at[0]), tenth(at[1]))
        self.dots.append(ChartDot(series=series, at=place, told=told))

    def told(self, series: int, figure: Figure) -> str:
        """Return what a figure says when it is pointed at."""
        several = len(self.chart.series) > 1
        who = self.say(figure.label)
        if several:
            name = self.chart.series[series].name
            who = self.say(Phrase.of("{label}, {series}", label=figure.label, series=name))
        if figure.y is None:
            return self.say(Phrase.of("{label}: no figure", label=who))
        said = f"{who}: {figure_text(figure.y)}"
        if figure.low is None or figure.high is None:
            return said
        return f"{said} [{figure_text(figure.low)}; {figure_text(figure.high)}]"

    def legend(self, sort: KeySort) -> None:
        """Name the series in rows, where there are several, and go on below."""
        if len(self.chart.series) <= 1:
            return
        x = MARGIN
        for number, series in enumerate(self.chart.series):
            name = self.say(series.name)
            room = self.width - 2 * MARGIN - _SWATCH - 6.0
            lines = self.lines(name, room, most=1)
            takes = _SWATCH + 6.0 + self.wide("".join(lines)) + 16.0
            if x > MARGIN and x + takes - 16.0 > self.width - MARGIN:
                x, self.y = MARGIN, self.y + 18.0
            box = Rect(x=tenth(x), y=tenth(self.y + 2.0), width=_SWATCH, height=11.0)
            place = (x + _SWATCH + 6.0, self.y + 11.5)
            self.text(name, place, lines=lines, role="text", size=FONT)
            self.key.append(ChartKey(series=number, sort=sort, box=box, name=self.texts.pop()))
            x += takes
        self.y += 24.0

    def ticks_below(self, scale: Scale, top: float, bottom: float) -> None:
        """Draw the lines of a scale that runs across, and write their figures below."""
        for tick in scale.ticks:
            x = scale.at(tick)
            self.rule("zero" if tick == 0 else "grid", (x, top), (x, bottom))
            self.text(figure_text(tick), (x, bottom + SMALL_LINE), anchor="middle")

    def ticks_beside(self, scale: Scale, left: float, right: float) -> None:
        """Draw the lines of a scale that runs up, and write their figures left of it."""
        for tick in scale.ticks:
            y = scale.at(tick)
            self.rule("zero" if tick == 0 else "grid", (left, y), (right, y))
            self.text(figure_text(tick), (left - 6.0, y + 3.5), anchor="end")
