"""In which unit a table gives lengths of time, and how money and shares are said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

from blueprint.model import seconds
from blueprint.words import Phrase

_UNITS = (("d", 86400.0), ("h", 3600.0), ("min", 60.0), ("s", 1.0))
_LEAST = 0.5
"""No figure of a table is to be smaller than this in the table's unit."""

_MOST = 10_000.0
"""A length of so many is told in a larger unit, however small another one is then."""

_LARGE = 100.0
"""From so much on, a figure of a table has no decimals."""

_THOUSAND = 1000.0
"""From so much on, a number is told whole."""

_SMALL = 0.1
"""Of less money than this, two figures are told that count."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit that all lengths of time of a table are given in.

    Attributes:
        name: As it stands in the heading.
        length: In seconds.
    """

    name: str
    length: float

    def of(self, length: float | None) -> float | None:
        """Return seconds in this unit, rounded to what can be read; nothing for nothing."""
        if length is None:
            return None
        figure = length / self.length
        return round(figure) if abs(figure) >= _LARGE else round(figure, 3) + 0.0


def length_of(duration: object) -> float | None:
    """Return how many seconds a written duration lasts; ``None`` for anything else.

    A limit may be a number of something else, and a duration without end counts nothing.

    Examples:
        >>> length_of("3 min"), length_of(None), length_of(95)
        (180.0, None, None)
    """
    if not isinstance(duration, str):
        return None
    length = seconds(duration)
    return length if isfinite(length) else None


def unit_for(lengths: Iterable[float | None]) -> Unit:
    """Return the largest unit in which none of some lengths is told in tiny fractions.

    Where the longest would be a figure nobody reads, the unit is a larger one.

    Examples:
        >>> unit_for([1800, 172800]).name, unit_for([45, 180]).name, unit_for([]).name
        ('h', 'min', 'min')
        >>> unit_for([300, 10_000_000]).name
        'h'
    """
    told = [abs(length) for length in lengths if length]
    least, most = min(told, default=60.0), max(told, default=60.0)
    for (name, size), (_, smaller) in pairwise(_UNITS):
        if least / size >= _LEAST or most / smaller >= _MOST:
            return Unit(name, size)
    return Unit("s", 1.0)


def number_told(figure: float) -> str:
    """Say a number as people write it: what counts of it, thousands apart.

    Examples:
        >>> [number_told(figure) for figure in (95.0, 92.534, -0.5, 1_234_567.0, 20_000.4)]
        ['95', '92.53', '−0.5', '1,234,567', '20,000']
    """
    size = abs(figure)
    number = f"{size:,.0f}" if size >= _THOUSAND else f"{size:.4g}"
    return f"−{number}" if figure < 0 and number != "0" else number


def signed_told(figure: float) -> str:
    """Write a difference with its sign, as short as can be.

    Examples:
        >>> signed_told(15.04), signed_told(-6.3), signed_told(0.0512), signed_told(0.0)
        ('+15', '−6.3', '+0.0512', '0')
    """
    return f"{figure:+.3g}".replace("-", "−") if figure else "0"


def money_told(amount: float, currency: str | None) -> Phrase:
    """Say an amount of money, in its currency where there is one.

    Examples:
        >>> str(money_told(0.32, "USD")), str(money_told(-1250.0, None))
        ('0.32 USD', '−1,250')
    """
    size = abs(amount)
    number = f"{size:.2g}" if 0 < size < _SMALL else f"{size:,.2f}".removesuffix(".00")
    sign = "−" if amount < 0 else ""
    if currency is None:
        return Phrase.of("{n}", n=sign + number)
    return Phrase.of("{n} {currency}", n=sign + number, currency=currency)


def share_told(share: float) -> Phrase:
    """Say a share as per cent.

    Examples:
        >>> [str(share_told(share)) for share in (0.125, -0.9166, 1.0)]
        ['12.5 %', '−91.7 %', '100 %']
    """
    number = f"{abs(share) * 100:.1f}".removesuffix(".0")
    return Phrase.of("{n} %", n=f"{'−' if share < 0 and float(number) else ''}{number}")
