"""Times on a card: how long is waited, what was promised, what it takes, what it feels like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blueprint.layout.show.context import Context
from blueprint.layout.show.values import duration
from blueprint.layout.view import Remark
from blueprint.model import Time, seconds

_UNIT_NEXT = re.compile(r"(?<=\d) (?=[^\W\d])")


def times_of(time: Time, context: Context) -> Iterator[Remark]:
    """Go through what a step's or an action's times say.

    Args:
        time: The times.
        context: The language.
    """
    if time.waiting is not None and seconds(time.waiting):
        text = context.phrase("Waits {duration}", duration=duration(time.waiting, context))
        yield Remark(kind="wait", text=text)
    figures = list(_figures(time, context))
    if figures:
        late = is_late(time)
        said = context.word(", ").join(figures)
        if late:
            told = context.phrase("Late: {times}", times=said)
            yield Remark(kind="late", text=_whole(told), told=told)
        else:
            told = context.phrase("{who}: {what}", who=context.word("Time"), what=said)
            yield Remark(kind="time", text=_whole(said[:1].upper() + said[1:]), told=told)
    if time.unexpected:
        moments = [duration(moment, context) for moment in time.unexpected]
        text = context.phrase("Unexpected: {times}", times=context.word(", ").join(moments))
        yield Remark(kind="time", text=text)


def is_late(time: Time) -> bool:
    """Whether it takes longer than was promised, or than is acceptable where nothing was.

    A window of two times of day cannot be held against a duration.

    Examples:
        >>> is_late(Time(promised="24 h", actual="33 h")), is_late(Time(promised="24 h"))
        (True, False)
    """
    limit = time.promised if time.promised is not None else time.acceptable
    if time.actual is None or not isinstance(limit, str):
        return False
    try:
        return seconds(time.actual) > seconds(limit)
    except ValueError:
        return False


def _whole(text: str) -> str:
    """Keep every figure in one line with its unit."""
    return _UNIT_NEXT.sub("\N{NO-BREAK SPACE}", text)


def _figures(time: Time, context: Context) -> Iterator[str]:
    """Go through the times: what it takes first, then what is held against it."""
    promised, perceived = _promised(time, context), _said(time.perceived, context)
    if time.actual is not None:
        actual = _said(time.actual, context)
        alone = not (promised or perceived)
        yield context.phrase("takes {time}", time=actual) if alone else actual
    if promised:
        yield context.phrase("promised {time}", time=promised)
    if perceived:
        yield context.phrase("felt {time}", time=perceived)


def _promised(time: Time, context: Context) -> str:
    if isinstance(time.promised, tuple):
        return "–".join(time.promised)
    return _said(time.promised, context)


def _said(text: str | None, context: Context) -> str:
    return duration(text, context) if text is not None else ""
