"""Sums along all ways through a journey, by dynamic programming: no way is ever listed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from blueprint.analysis.journey.ways import Journey


class Range(NamedTuple):
    """The least and the most of a sum over the ways through a journey."""

    least: float
    most: float


def ways_through(journey: Journey) -> int:
    """Return how many ways lead from the first step out, without ever going back a column.

    Examples:
        >>> from blueprint.analysis.journey.ways import Way
        >>> fork = (Way(1, 0.5), Way(2, 0.5))
        >>> two = Journey(
        ...     blueprint="b",
        ...     stem="",
        ...     steps=("a", "b", "c"),
        ...     ways=(fork, (Way(2, 1.0),), (Way(None, 1.0),)),
        ... )
        >>> ways_through(two)
        2
    """
    counts = [0] * len(journey.steps)
    for n in reversed(range(len(counts))):
        counts[n] = sum(1 if to is None else counts[to] for to in _forward(journey, n))
    return counts[0] if counts else 0


def ranges(
    journey: Journey, of_step: Callable[[int], float], of_way: Callable[[int, int], float]
) -> Range | None:
    """Return the least and the most of a sum over all ways that never go back a column.

    Args:
        journey: The journey.
        of_step: What a step adds.
        of_way: What going from one step to another adds.

    Returns:
        Both ends, or nothing where no such way leads out.
    """
    ends: list[Range | None] = [None] * len(journey.steps)
    for n in reversed(range(len(ends))):
        own = of_step(n)
        known: list[Range] = []
        for to in _forward(journey, n):
            if to is None:
                known.append(Range(own, own))
            elif (rest := ends[to]) is not None:
                more = own + of_way(n, to)
                known.append(Range(more + rest.least, more + rest.most))
        if known:
            ends[n] = Range(min(r.least for r in known), max(r.most for r in known))
    return ends[0] if ends else None


def expected_sum(
    journey: Journey,
    often: tuple[float | None, ...],
    of_step: Callable[[int], float],
    of_way: Callable[[int, int], float],
) -> float | None:
    """Return the sum one customer meets on average, repeats included.

    Args:
        journey: The journey.
        often: How often each step is visited, as `expected_visits` says.
        of_step: What a step adds.
        of_way: What going from one step to another adds.

    Returns:
        The sum, or nothing where nobody can tell how often some step is visited.
    """
    total = 0.0
    for n, times in enumerate(often):
        if times is None:
            return None
        if times:
            total += times * of_step(n)
            for to, share in journey.ways[n]:
                if to is not None:
                    total += times * share * of_way(n, to)
    return total


def _forward(journey: Journey, step: int) -> list[int | None]:
    """Return where the ways of a step lead that do not go back, nor stay."""
    return [way.to for way in journey.ways[step] if way.to is None or way.to > step]
