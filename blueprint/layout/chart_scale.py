"""A chart's scale: round figures to draw lines at, and where a figure stands between them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_EVEN = (1.0, 2.0, 2.5, 3.0, 5.0, 10.0, 20.0)
"""What the steps of a declared scale may be, such as 3 from 1 to 10."""

_SAME = 1e-9
_STARTS_HIGH = 0.6
"""From this share of the highest figure on, lines and scatters need not begin at zero."""
_NOTHING = 1e-200
"""Figures closer to each other are drawn as one."""

_SMALL, _TINY = 0.1, 1e-4
"""Below the first a figure has two digits that count; below the second, a power of ten."""

_PLACES = (100, 10)
"""Below each of these a figure has one decimal more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Figures from `low` to `high`, drawn from `start` to `end`.

    Attributes:
        low: The lowest figure.
        high: The highest figure.
        start: Where the lowest stands.
        end: Where the highest stands.
        ticks: Round figures between the two.
    """

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]

    def at(self, figure: float) -> float:
        """Return where a figure stands."""
        share = (figure - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def scale_of(
    figures: Iterable[float],
    start: float,
    end: float,
    *,
    most: int = 6,
    zero: bool = True,
    ends: tuple[float, float] | None = None,
) -> Scale:
    """Return a scale with round ends that holds all figures.

    Args:
        figures: What is to be drawn.
        start: Where the scale begins.
        end: Where it ends.
        most: How many steps it has at most.
        zero: Whether it has to hold zero; else only where the figures come near it.
        ends: Ends of a declared scale, which is then shown whole.

    Examples:
        >>> scale_of([3.0, 17.0], 0.0, 100.0).ticks
        (0.0, 5.0, 10.0, 15.0, 20.0)
        >>> scale_of([1.0, 2.0], 0.0, 100.0).ticks
        (0.0, 1.0, 2.0)
        >>> scale_of([], 0.0, 100.0).ticks
        (0.0, 1.0)
        >>> scale_of([7.0], 0.0, 100.0, zero=False, ends=(1.0, 10.0)).ticks
        (1.0, 4.0, 7.0, 10.0)
        >>> scale_of([2.0], 0.0, 100.0, most=3, ends=(-3.0, 3.0)).ticks
        (-3.0, 0.0, 3.0)
    """
    known = list(figures)
    if ends is not None:
        low, high = min(*ends, *known), max(*ends, *known)
        step = _even((high - low) / most, low, high)
        if step and not (zero and low > 0.0):
            count = round((high - low) / step)
            return Scale(low=low, high=high, start=start, end=end, ticks=_ticks(low, step, count))
        known += ends
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    near = low <= 0.0 <= high or min(abs(low), abs(high)) < _STARTS_HIGH * max(abs(low), abs(high))
    if zero or near or low == high:
        low, high = min(0.0, low), max(0.0, high)
    if high - low < _NOTHING:
        high = low + 1.0
    whole = all(figure == int(figure) for figure in known)
    step = _step((high - low) / most, whole=whole) if known else 1.0
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = _ticks(first * step, step, last - first)
    return Scale(low=ticks[0], high=ticks[-1], start=start, end=end, ticks=ticks)


def _ticks(low: float, step: float, count: int) -> tuple[float, ...]:
    return tuple(float(f"{low + n * step:.12g}") + 0.0 for n in range(count + 1))


def _even(least: float, low: float, high: float) -> float | None:
    """Return the smallest step that leads from end to end of a scale, over zero if it is between."""
    power = 10.0 ** math.floor(math.log10(least)) if least > 0.0 else 1.0
    steps = (power * step for step in _EVEN if power * step >= least * (1 - 1e-9))
    whole = (high - low, low if low < 0.0 < high else 0.0)
    return next((step for step in steps if all(_whole(part / step) for part in whole)), None)


def _whole(figure: float) -> bool:
    return abs(figure - round(figure)) < _SAME


def _step(least: float, *, whole: bool) -> float:
    """Return the smallest round step that is not smaller; one of whole figures is whole."""
    power = 10.0 ** math.floor(math.log10(least))
    steps = (power * step for step in _STEPS if power * step >= least * (1 - 1e-9))
    return next(step for step in steps if not whole or step == int(step))


def figure_text(value: float) -> str:
    """Write a figure as a chart shows it: in full, with as many decimals as its size needs.

    Examples:
        >>> figure_text(0.3333), figure_text(12.25), figure_text(-1234.5), figure_text(4.0)
        ('0.33', '12.2', '−1,234', '4')
        >>> figure_text(0.0042)
        '0.0042'
    """
    size = abs(value)
    if 0 < size < _SMALL:
        text = f"{value:.2g}" if size >= _TINY else f"{value:.1e}"
    else:
        places = sum(size < bound for bound in _PLACES)
        text = f"{value:,.{places}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "0") else text.replace("-", "−")
