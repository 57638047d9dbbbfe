"""Durations, windows, dates and shares: kept as they were written, checked, and readable.

Durations are fixed lengths of time (``90 s``, ``3 min``, ``24 h``, ``2 d`` or ISO 8601
``PT90S``), so a month or a year is none. Texts are kept as written; `seconds` reads them.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from math import isfinite
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from blueprint.model.base import described, listed, within_reason, wrong

_UNIT = {
    **dict.fromkeys(("ms",), 0.001),
    **dict.fromkeys(("s", "sec", "second", "seconds", "秒", "秒钟"), 1.0),
    **dict.fromkeys(("min", "minute", "minutes", "分", "分钟", "分鐘"), 60.0),
    **dict.fromkeys(("h", "hour", "hours", "小时", "小時"), 3600.0),
    **dict.fromkeys(("d", "day", "days", "天", "日"), 86400.0),
    **dict.fromkeys(("wk", "week", "weeks", "周", "週"), 604800.0),
}
_PLAIN = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)\s*([^\W\d_]+)\Z")
_ISO = re.compile(
    r"P(?:{n}W|(?:{n}D)?(?:T(?=\d)(?:{n}H)?(?:{n}M)?(?:{n}S)?)?)\Z".replace(
        "{n}", r"(\d{1,9}(?:\.\d{1,6})?)"
    )
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\Z|24:00\Z")
_OPENING = re.compile(r"\s*(\d{1,2}:\d{2})\s*[-–—~至]\s*(\d{1,2}:\d{2})\s*\Z")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_WHOLE = 100
"""A share above 1 and up to here is likely meant in percent."""


@lru_cache(maxsize=1024)
def seconds(duration: str) -> float:
    """Return how long a duration lasts.

    Args:
        duration: Such as ``90 s``, ``3 min``, ``24 h``, ``2 d``, ``PT1H30M``.

    Returns:
        Its length in seconds.

    Raises:
        ValueError: It is no fixed length of time.

    Examples:
        >>> seconds("3 min"), seconds("PT1H30M"), seconds("2 天")
        (180.0, 5400.0, 172800.0)
    """
    text = duration.strip()
    plain = _PLAIN.match(text)
    if plain and plain[2].casefold() in _UNIT:
        return float(plain[1]) * _UNIT[plain[2].casefold()]
    iso = _ISO.match(text)
    if iso and any(iso.groups()):
        weeks, days, hours, minutes, rest = (float(part or 0) for part in iso.groups())
        return weeks * 604800 + days * 86400 + hours * 3600 + minutes * 60 + rest
    raise ValueError(f"not a duration: {duration!r}")


def _duration(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("BP110", "expected a duration such as 3 min, not {what}", what=described(value))
    try:
        seconds(value)
    except ValueError:
        if re.search(r"month|year|月|年|P\d+[YM]", value, re.IGNORECASE):
            raise wrong(
                "BP110",
                "“{value}” has no fixed length; write days, such as 30 d",
                value=value,
            ) from None
        raise wrong(
            "BP110",
            "“{value}” is not a duration; write 90 s, 3 min, 24 h, 2 d or PT90S",
            value=value[:60],
        ) from None
    return value


def _clock(value: object) -> str:
    if not isinstance(value, str) or not _CLOCK.match(value.strip()):
        raise wrong(
            "BP110",
            "expected a time of day such as 20:30, not {what}",
            what=described(value),
        )
    return value


def _window(value: object) -> tuple[str, str] | None:
    if isinstance(value, (list, tuple)):
        if len(value) != 2:  # noqa: PLR2004  (from, to)
            raise wrong("BP110", "a window has two times, from and to, such as [16:00, 18:00]")
        return (_clock(value[0]), _clock(value[1]))
    return None


def _time_promised(value: object) -> str | tuple[str, str]:
    window = _window(value)
    return window if window is not None else _duration(value)


def _moments(value: object) -> tuple[str, ...]:
    return tuple(_moment(entry) for entry in listed(value))


def _moment(value: object) -> str:
    if isinstance(value, str) and _CLOCK.match(value.strip()):
        return value
    return _duration(value)


def _hours(value: object) -> str:
    written = _OPENING.match(value) if isinstance(value, str) else None
    if written is None or not all(_CLOCK.match(part) for part in written.groups()):
        raise wrong(
            "BP110",
            "expected opening hours such as “08:30-15:00”, not {what}",
            what=described(value),
        )
    return str(value)


def _date(value: object) -> str:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    if not isinstance(value, str) or not _DATE.match(value):
        raise wrong(
            "BP110", "expected a date such as 2026-03-01, not {what}", what=described(value)
        )
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        raise wrong("BP110", "“{value}” is not a day of the calendar", value=value) from None
    return value


def _share(value: object) -> float:
    number: Decimal | None = None
    if isinstance(value, str) and value.strip().endswith(("%", "％")):
        try:
            number = Decimal(value.strip()[:-1].strip()) / 100
        except InvalidOperation:
            number = None
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        number = Decimal(repr(within_reason(value)))
    if number is None or not number.is_finite():
        raise wrong(
            "BP110", "expected a share such as 0.8 or 80%, not {what}", what=described(value)
        )
    if not isinstance(value, str) and 1 < number <= _WHOLE:
        raise wrong(
            "BP110", "{what} is not between 0 and 1; is {what}% meant?", what=described(value)
        )
    if not 0 <= number <= 1:
        raise wrong("BP110", "{what} is not between 0 and 1", what=described(value))
    return float(number)


def _amount(value: object) -> str | float:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if isinstance(value, float) and not isfinite(value):
            raise wrong("BP104", "expected a finite number, not {what}", what=described(value))
        return float(within_reason(value))
    if isinstance(value, str) and value.strip().endswith(("%", "％")):
        return _share(value)
    return _duration(value)


_DURATION: dict[str, Any] = {"type": "string", "examples": ["90 s", "3 min", "24 h", "2 d"]}
_CLOCKS: dict[str, Any] = {"type": "array", "items": {"type": "string"}, "minItems": 2}

Duration = Annotated[str, PlainValidator(_duration), WithJsonSchema(_DURATION)]
"""A fixed length of time: ``90 s``, ``3 min``, ``24 h``, ``2 d``, ISO 8601."""

DurationOrWindow = Annotated[
    str | tuple[str, str],
    PlainValidator(_time_promised),
    WithJsonSchema({"anyOf": [_DURATION, {**_CLOCKS, "maxItems": 2}]}),
]
"""A duration, or a window of two times of day."""

Moments = Annotated[
    tuple[str, ...],
    PlainValidator(_moments),
    WithJsonSchema({"anyOf": [{"type": "string"}, {**_CLOCKS, "minItems": 0}]}),
]
"""Times of day or durations, one or a list of them."""

Hours = Annotated[
    str, PlainValidator(_hours), WithJsonSchema({"type": "string", "examples": ["08:30-15:00"]})
]
"""Opening hours, such as ``08:30-15:00``."""

Date = Annotated[str, PlainValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
"""A day of the calendar, ``2026-03-01``; kept as text."""

Share = Annotated[
    float,
    PlainValidator(_share),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string", "pattern": r"^\s*\d+(\.\d+)?\s*[%％]\s*$"},
            ]
        }
    ),
]
"""A number from 0 to 1, also written ``80%``."""

Amount = Annotated[
    str | float,
    PlainValidator(_amount),
    WithJsonSchema({"anyOf": [_DURATION, {"type": "number"}]}),
]
"""A duration, a number, or a share."""
