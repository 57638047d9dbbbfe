"""How single values are said: numbers, shares, durations, amounts and words of the program."""

from __future__ import annotations

from blueprint.analysis.experience.value_elements import tag_told
from blueprint.analysis.values_told import duration_told, number_in_full, share_in_full
from blueprint.layout.show.context import Context
from blueprint.model.field_words import Sort


def share(value: float, context: Context) -> str:
    """Say a share as per cent."""
    return share_in_full(value).into(context.lang)


def duration(text: str, context: Context) -> str:
    """Say a duration; a time of day stays as it is written."""
    return duration_told(text).into(context.lang)


def money(value: float, context: Context) -> str:
    """Say an amount of money in the blueprint's currency."""
    return f"{number_in_full(value)} {context.currency}".rstrip()


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
            return number_in_full(value)


def _text(value: str, sort: Sort, context: Context) -> str:
    match sort:
        case "word":
            return context.word(value)
        case "value":
            return tag_told(value).into(context.lang)
        case "duration" | "window" | "amount":
            return duration(value, context)
        case _:
            return value
