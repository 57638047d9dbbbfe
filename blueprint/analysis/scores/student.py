"""Student's t distribution, in plain Python."""

from __future__ import annotations

from math import exp, lgamma, log

_ROUNDS = 300
_TINY = 1e-300
_CLOSE = 1e-15


def student_two_sided(t: float, freedom: float) -> float:
    """Return how often chance alone goes as far from 0 as ``t``, on either side.

    Examples:
        >>> round(student_two_sided(2.228, 10), 3)
        0.05
    """
    return _beta_share(freedom / (freedom + t * t), freedom / 2, 0.5)


def student_quantile(share: float, freedom: float) -> float:
    """Return how far a share of all values reaches; ``share`` is above one half.

    Examples:
        >>> round(student_quantile(0.975, 10), 3)
        2.228
    """
    beyond = 2 * (1 - share)
    low, high = 0.0, 1.0
    while student_two_sided(high, freedom) > beyond:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if student_two_sided(middle, freedom) > beyond:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _beta_share(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function, by its continued fraction (Lentz)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, _off_zero(1 - (a + b) * x / (a + 1))
    d = 1 / d
    found = d
    for m in range(1, _ROUNDS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            d = 1 / _off_zero(1 + step * d)
            c = _off_zero(1 + step / c)
            found *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return found


def _off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
