"""Amounts of work and money in words, and efforts added up unit by unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from blueprint.analysis.ripple.lists import Total
from blueprint.model import seconds
from blueprint.words import Phrase

_UNITS: Mapping[str, tuple[str, ...]] = {
    "wk": ("week", "weeks", "周", "週"),
    "d": ("day", "days", "天", "日"),
    "h": ("hour", "hours", "小时", "小時"),
    "min": ("minute", "minutes", "分", "分钟", "分鐘"),
    "s": ("sec", "second", "seconds", "秒", "秒钟"),
    "ms": (),
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in (unit, *words)}
_SAID = {unit: "{n} " + unit for unit in _UNITS}
_PLAIN = re.compile(r"(\d+(?:\.\d+)?)\s*([^\W\d_]+)\Z")
_LENGTHS = (("d", 86400), ("h", 3600), ("min", 60), ("s", 1))


def sum_of_efforts(efforts: Sequence[str]) -> str | None:
    """Return working times added up; ``None`` for none.

    Each unit is added up by itself, for how many hours a working day has is not known.

    Examples:
        >>> sum_of_efforts(["60 d", "40 d"]), sum_of_efforts(["4 h", "2 天", "30 min"])
        ('100 d', '2 d 4 h 30 min')
    """
    found: dict[str, Decimal] = {}
    for effort in efforts:
        for amount, unit in _parts(effort):
            found[unit] = found.get(unit, Decimal(0)) + amount
    told = [f"{_number(found[unit])} {unit}" for unit in _UNITS if found.get(unit)]
    return " ".join(told) or ("0 d" if efforts else None)


def effort_told(effort: str) -> Phrase:
    """Return a working time, or several units of it, in the reader's language.

    Examples:
        >>> effort_told("2 天").into("en"), effort_told("2 d 4 h").into("en")
        ('2 d', '2 d 4 h')
    """
    said: Phrase | None = None
    for amount, unit in _parts(effort):
        one = Phrase.of(_SAID[unit], n=_number(amount))
        said = one if said is None else Phrase.of("{some} {more}", some=said, more=one)
    return said or Phrase.of("{n} d", n="0")


def _parts(effort: str) -> list[tuple[Decimal, str]]:
    """Return the amounts of an effort, each with its unit."""
    pieces = re.findall(r"[\d.]+\s*[^\W\d_]+", effort)
    plain = [_PLAIN.match(piece) for piece in pieces]
    if "".join(pieces).replace(" ", "") == effort.replace(" ", "") and all(plain):
        return [(Decimal(p[1]), _UNIT_OF[p[2].casefold()]) for p in plain if p is not None]
    left = Decimal(repr(seconds(effort)))
    parts = []
    for unit, length in _LENGTHS:
        whole = left // length if length > 1 else left
        if whole:
            parts.append((whole, unit))
            left -= whole * length
    return parts


def money_told(amount: float, currency: str | None) -> Phrase:
    """Return an amount of money with its currency.

    Examples:
        >>> str(money_told(120000.0, "CNY")), str(money_told(0.5, None))
        ('120,000 CNY', '0.5')
    """
    written = f"{Decimal(repr(amount)).normalize():,f}"
    if currency is None:
        return Phrase.of("{amount}", amount=written)
    return Phrase.of("{amount} {currency}", amount=written, currency=currency)


def total_told(total: Total) -> Phrase:
    """Return a sum in words: the money, the working time, or both."""
    effort = None if total.effort is None else effort_told(total.effort)
    if total.amount is None:
        return effort or Phrase.of("{n} d", n="0")
    cost = money_told(total.amount, total.currency)
    return cost if effort is None else Phrase.of("{what}; effort {value}", what=cost, value=effort)


def _number(value: Decimal) -> str:
    return format(value.normalize(), "f")
