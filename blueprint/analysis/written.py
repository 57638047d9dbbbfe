"""What files say beside the grid: whose words they are, and days and times told in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from math import isclose

from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.model import Act, Catalog, Standard, Step
from blueprint.words import Phrase

_A_DAY = 86400
_UNITS = ((_A_DAY, 3 * _A_DAY, "{n} d"), (3600, 7200, "{n} h"), (60, 120, "{n} min"))
_SIZES = ((_A_DAY, "{n} d"), (3600, "{n} h"), (60, "{n} min"), (1, "{n} s"))
_MOST = 1000
"""A figure of this and more is not read at a glance any more."""


def holders(graph: Graph) -> Iterator[tuple[str | None, Catalog]]:
    """Go through the files of a graph with their stems, and the catalog, which has none."""
    yield from graph.scope.blueprints.items()
    if graph.scope.catalog is not None:
        yield None, graph.scope.catalog


def day_of(text: str | None) -> date | None:
    """Return the day to judge by.

    Raises:
        BlueprintError: It is no day.

    Examples:
        >>> day_of("2026-03-01").isoformat(), day_of(None)
        ('2026-03-01', None)
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        said = Phrase.of("“{text}” is not a day; write it as 2026-03-01", text=text[:40])
        raise BlueprintError(said) from None


@lru_cache(maxsize=4_096)
def time_told(length: float) -> Phrase:
    """Return a number of seconds in the unit people would use.

    Examples:
        >>> [str(time_told(n)) for n in (45, 60, 150, 118_800, 259_200)]
        ['45 s', '1 min', '2.5 min', '33 h', '3 d']
    """
    for unit, least, said in _UNITS:
        if length >= least or length == unit < _A_DAY:
            return Phrase.of(said, n=f"{round(length / unit, 1):g}")
    return Phrase.of("{n} s", n=f"{round(length, 1):g}")


def time_beside(length: float, other: float) -> Phrase:
    """Return a number of seconds in the unit another one is told in, if that tells it exactly.

    Examples:
        >>> [str(time_beside(length, 259_200)) for length in (172_800, 7200, 259_200)]
        ['2 d', '2 h', '3 d']
    """
    said = time_told(other).template
    size = next(size for size, own in _SIZES if own == said)
    number = round(length / size, 1)
    if length >= size and isclose(number * size, length):
        return Phrase.of(said, n=f"{number:g}")
    return time_told(length)


@lru_cache(maxsize=4_096)
def times_told(*lengths: float) -> tuple[Phrase, ...]:
    """Return numbers of seconds that are compared, in one unit that tells each exactly.

    It is the unit people would use for the longest, or a smaller one. Where none is exact and
    can be read, the unit of the longest tells them rounded; what is too short for it has its own.

    Examples:
        >>> [str(told) for told in times_told(60, 90)], [str(told) for told in times_told(90, 600)]
        (['60 s', '90 s'], ['1.5 min', '10 min'])
        >>> [str(told) for told in times_told(95, 600)]
        ['95 s', '600 s']
        >>> [str(told) for told in times_told(5, 259_200)]
        ['5 s', '3 d']
    """
    usual = time_told(max(lengths, default=0.0)).template
    first = next(n for n, (_, said) in enumerate(_SIZES) if said == usual)
    for size, said in _SIZES[first:]:
        figures = [round(length / size, 1) for length in lengths]
        exact = all(map(isclose, (n * size for n in figures), lengths))
        if exact and max(figures, default=0.0) < _MOST:
            return tuple(Phrase.of(said, n=f"{n:g}") for n in figures)
    size, said = _SIZES[first]
    return tuple(
        Phrase.of(said, n=f"{round(own / size, 1):g}") if own >= size or not own else time_told(own)
        for own in lengths
    )


def standards_in(element: Step | Act) -> Iterator[Standard]:
    """Go through the standards of a step or an action: of its moment of truth, and its own."""
    moment = element.moment_of_truth
    if moment is not None and moment.standard is not None:
        yield moment.standard
    if isinstance(element, Act) and element.standard is not None:
        yield element.standard


def told_count(n: int, one: str, several: str) -> Phrase:
    """Return a number of things in the form that fits the number.

    Examples:
        >>> str(told_count(1, "1 promise", "{n} promises"))
        '1 promise'
    """
    return Phrase.of(one) if n == 1 else Phrase.of(several, n=n)
