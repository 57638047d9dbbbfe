"""Where everything in a chart stands: all that a renderer needs, already measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from blueprint.layout.scene import Point, Rect, Text

RuleKind = Literal["grid", "zero", "cross"]
"""A line behind the figures, the line of zero, or a cross-hair."""

KeySort = Literal["bar", "line", "dot"]
"""What stands before a series' name in the key: how its figures are drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRule:
    """A line of the scale."""

    kind: RuleKind
    ends: tuple[Point, Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBar:
    """A bar, or a piece of one: its box, the number of its series, and what it says."""

    series: int
    box: Rect
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPath:
    """A line from figure to figure, up to the next gap."""

    series: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartDot:
    """A figure on a line or a scatter, in the shape of its series."""

    series: int
    at: Point
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSpan:
    """An interval, from its lower end to its upper."""

    series: int
    ends: tuple[Point, Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartKey:
    """A line of the key: what a series looks like, and its name."""

    series: int
    sort: KeySort
    box: Rect
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartScene:
    """A chart, placed.

    Attributes:
        name: The chart's name in its report.
        width: How wide it is.
        height: How high it is.
        title: Its heading, for those who cannot see it.
        described: What it shows, in a sentence.
        lang: Language of its texts.
        texts: Labels, figures and notes.
        turned: Labels that rise to the place they stand at.
        rules: Lines of the scale, and cross-hairs.
        bars: Bars and their pieces.
        paths: Lines between figures.
        spans: Intervals.
        dots: Figures on lines and scatters.
        key: The series' names, where there are several.
    """

    name: str
    width: float
    height: float
    title: str
    described: str
    lang: str
    texts: tuple[Text, ...] = ()
    turned: tuple[Text, ...] = ()
    rules: tuple[ChartRule, ...] = ()
    bars: tuple[ChartBar, ...] = ()
    paths: tuple[ChartPath, ...] = ()
    spans: tuple[ChartSpan, ...] = ()
    dots: tuple[ChartDot, ...] = ()
    key: tuple[ChartKey, ...] = ()
