"""How single values are said: numbers, shares, durations, amounts and words of the program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from blueprint.layout.show.context import Context
from blueprint.layout.show.words import Sort
from blueprint.model import seconds

_UNIT_OF: Mapping[str, str] = {
    **dict.fromkeys(("ms",), "{n} ms"),
    **dict.fromkeys(("s", "sec", "second", "seconds", "秒", "秒钟"), "{n} s"),
    **dict.fromkeys(("min", "minute", "minutes", "分", "分钟", "分鐘"), "{n} min"),
    **dict.fromkeys(("h", "hour", "hours", "小时", "小時"), "{n} h"),
    **dict.fromkeys(("d", "day", "days", "天", "日"), "{n} d"),
    **dict.fromkeys(("wk", "week", "weeks", "周", "週"), "{n} wk"),
}
_PLAIN = re.compile(r"(\d+(?:\.\d+)?)\s*([^\W\d_]+)\Z")
_PARTS = ((86400, "{n} d"), (3600, "{n} h"), (60, "{n} min"), (1, "{n} s"))


def number(value: float) -> str:
    """Write a number in full, without needless zeros.

    Examples:
        >>> number(12.0), number(0.05), number(1200000.0)
        ('12', '0.05', '1200000')
    """
    written = format(Decimal(repr(value)).normalize(), "f")
    return "0" if written == "-0" else written.replace("-", "−")


def share(value: float, context: Context) -> str:
    """Say a share as per cent."""
    return context.phrase("{n} %", n=number(float(Decimal(repr(value)) * 100)))


def duration(text: str, context: Context) -> str:
    """Say a duration; a time of day stays as it is written."""
    plain = _PLAIN.match(text.strip())
    if plain and plain[2].casefold() in _UNIT_OF:
        return context.phrase(_UNIT_OF[plain[2].casefold()], n=plain[1])
    try:
        left = seconds(text)
    except ValueError:
        return text
    said = []
    for length, unit in _PARTS:
        whole = left // length if length > 1 else left
        if whole:
            said.append(context.phrase(unit, n=number(whole)))
            left -= whole * length
    return " ".join(said) or context.phrase("{n} s", n=0)


def money(value: float, context: Context) -> str:
    """Say an amount of money in the blueprint's currency."""
    return f"{number(value)} {context.currency}".rstrip()


def plain(value: object, sort: Sort, context: Context) -> str:
    """Say a single value that names nothing else."""
    match value:
        case bool():
            return context.word("yes" if value else "no")
        case int() | float():
            return _figure(value, sort, context)
        case str():
            return _text(value, sort, context)
        case _:
            return context.say(value)  # type: ignore[arg-type]


def _figure(value: float, sort: Sort, context: Context) -> str:
    match sort:
        case "share":
            return share(value, context)
        case "money":
            return money(value, context)
        case _:
            return number(value)


def _text(value: str, sort: Sort, context: Context) -> str:
    match sort:
        case "word":
            return context.word(value)
        case "duration" | "window" | "amount":
            return duration(value, context)
        case _:
            return value
