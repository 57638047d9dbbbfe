"""Single values of the model as people read them: numbers, shares and durations as written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from blueprint.model import seconds
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

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


def number_in_full(value: float) -> str:
    """Write a number in full, without needless zeros.

    Examples:
        >>> number_in_full(12.0), number_in_full(0.05), number_in_full(1200000.0)
        ('12', '0.05', '1200000')
    """
    written = format(Decimal(repr(value)).normalize(), "f")
    return "0" if written == "-0" else written.replace("-", "−")


def share_in_full(value: float) -> Phrase:
    """Say a share as per cent, with every digit that was written.

    Examples:
        >>> str(share_in_full(0.0525))
        '5.25 %'
    """
    return Phrase.of("{n} %", n=number_in_full(float(Decimal(repr(value)) * 100)))


@lru_cache(maxsize=4_096)
def duration_told(text: str) -> Phrase:
    """Say a duration in the units it is written in; a time of day stays as it is.

    Examples:
        >>> [str(duration_told(text)) for text in ("90 min", "PT1H30M", "17:00")]
        ['90 min', '1 h 30 min', '17:00']
        >>> duration_told("90 min").into("zh")
        '90 分钟'
    """
    plain = _PLAIN.match(text.strip())
    if plain and plain[2].casefold() in _UNIT_OF:
        return Phrase.of(_UNIT_OF[plain[2].casefold()], n=plain[1])
    try:
        left = seconds(text)
    except ValueError:
        return label_phrase(text)
    return _in_parts(left)


def _in_parts(left: float) -> Phrase:
    """Say a number of seconds in days, hours, minutes and seconds."""
    said: Phrase | None = None
    for length, unit in _PARTS:
        whole = left // length if length > 1 else left
        if whole:
            part = Phrase.of(unit, n=number_in_full(whole))
            said = part if said is None else Phrase.of("{some} {more}", some=said, more=part)
            left -= whole * length
    return said or Phrase.of("{n} s", n=0)
