"""How sure a measured figure is, told from no more than the figure and how many answered."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

_CONFIDENCE = 0.95


class Interval(NamedTuple):
    """The lower and the upper end, on the figure's own scale."""

    low: float
    high: float


def wilson(share: float, n: int, *, confidence: float = _CONFIDENCE) -> Interval:
    """Return the score interval of a share (Wilson, 1927).

    Args:
        share: How many of those asked, 0 to 1.
        n: How many were asked.
        confidence: How often such an interval holds the truth.

    Raises:
        ValueError: ``n`` is no positive number, or ``share`` no share.

    Examples:
        >>> low, high = wilson(280 / 400, 400)
        >>> round(low, 3), round(high, 3)
        (0.653, 0.743)
    """
    if n < 1 or not 0.0 <= share <= 1.0:
        raise ValueError(f"{share} of {n} is no share")
    z = _z(confidence)
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return Interval(max(0.0, centre - reach), min(1.0, centre + reach))


def widest(
    mean: float, n: int, scale: tuple[float, float], *, confidence: float = _CONFIDENCE
) -> Interval:
    """Return the widest interval that a mean on a bounded scale can have.

    Answers between ``low`` and ``high`` with this mean vary by at most
    ``(high - mean)(mean - low)`` (Bhatia and Davis, 2000); the real interval, which needs
    the answers themselves, is never wider. A net score such as NPS or NEV is a mean of
    answers that are −100, 0 or 100.

    Args:
        mean: The figure.
        n: How many answers it is the mean of.
        scale: The lowest and the highest answer.
        confidence: How often such an interval holds the truth.

    Raises:
        ValueError: ``n`` is no positive number, or ``mean`` is off the scale.

    Examples:
        >>> low, high = widest(12, 412, (-100, 100))
        >>> round(low, 1), round(high, 1)
        (2.4, 21.6)
    """
    lowest, highest = scale
    if n < 1 or not lowest <= mean <= highest:
        raise ValueError(f"{mean} of {n} answers is no mean on the scale {lowest} to {highest}")
    reach = _z(confidence) * sqrt((highest - mean) * (mean - lowest) / n)
    return Interval(max(lowest, mean - reach), min(highest, mean + reach))


def _z(confidence: float) -> float:
    return NormalDist().inv_cdf((1 + confidence) / 2)
