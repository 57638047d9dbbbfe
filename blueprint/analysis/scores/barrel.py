"""The shortest stave of the barrel: the largest weighted gap, and how sure that it is it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from blueprint.analysis.scores.checks import asked, figure
from blueprint.analysis.scores.quadrants import same_names
from blueprint.analysis.scores.score import Z95
from blueprint.errors import BlueprintError
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Stave:
    """One thing customers expect something of.

    Attributes:
        name: Which.
        gap: Perception less expectation: below 0 falls short.
        weight: Its share of all weights, from 0 to 1.
        weighted: The gap times the weight.
        low: The lower end of the weighted gap's widest 95 % interval; ``None`` without n.
        high: The upper end.
    """

    name: str
    gap: float
    weight: float
    weighted: float
    low: float | None = None
    high: float | None = None


def staves(
    perception: Mapping[str, float],
    expectation: Mapping[str, float],
    weights: Mapping[str, float],
    *,
    scale: tuple[float, float],
    n: Mapping[str, int] | None = None,
) -> tuple[Stave, ...]:
    """Return weighted gaps, the shortest stave first; equal ones in the order given.

    Where n is known, the interval is the widest that such means on a bounded scale can have:
    the answers of a mean m vary by at most (high − m)(m − low), and those of a difference by
    at most as much as both together.

    Args:
        perception: Mean perception of each.
        expectation: Mean expectation of each, on the same scale.
        weights: How much each weighs, on any scale from 0.
        scale: The lowest and the highest answer.
        n: How many answered, where that is known.

    Raises:
        BlueprintError: Not the same things have all three, a figure is off its scale, or all
            weights are 0.

    Examples:
        >>> found = staves({"a": 5, "b": 6}, {"a": 6, "b": 8}, {"a": 3, "b": 1}, scale=(1, 10))
        >>> [(stave.name, stave.weighted) for stave in found]
        [('a', -0.75), ('b', -0.5)]
    """
    same_names(perception, expectation)
    same_names(perception, weights)
    whole = sum(_weight(name, weights[name]) for name in weights)
    if whole <= 0:
        raise BlueprintError(Phrase.of("all weights are 0: nothing counts"))
    found = []
    for name in perception:
        seen, hoped = figure(name, perception[name], scale), figure(name, expectation[name], scale)
        weight = weights[name] / whole
        weighted = weight * (seen - hoped)
        size = (n or {}).get(name)
        reach = None if size is None else weight * _reach(seen, hoped, asked(size), scale)
        found.append(
            Stave(
                name=name,
                gap=seen - hoped,
                weight=weight,
                weighted=weighted,
                low=None if reach is None else weighted - reach,
                high=None if reach is None else weighted + reach,
            )
        )
    return tuple(sorted(found, key=lambda stave: stave.weighted))


def is_clearly_shortest(ordered: tuple[Stave, ...]) -> bool | None:
    """Tell whether the first stave is shorter than all others; ``None`` where n is missing.

    Their intervals must not meet, which asks for more than need be: “no” says that it cannot
    be told from these answers, not that another is shorter.

    Examples:
        >>> one = staves(
        ...     {"a": 2, "b": 6},
        ...     {"a": 8, "b": 6},
        ...     {"a": 1, "b": 1},
        ...     scale=(1, 10),
        ...     n={"a": 900, "b": 900},
        ... )
        >>> is_clearly_shortest(one)
        True
    """
    lows = [stave.low for stave in ordered[1:]]
    if not ordered or ordered[0].high is None or None in lows:
        return None
    return all(low is not None and ordered[0].high < low for low in lows)


def _weight(name: str, value: object) -> float:
    found = figure(name, value)
    if found < 0:
        raise BlueprintError(Phrase.of("the weight of {what} is below 0", what=name))
    return found


def _reach(seen: float, hoped: float, n: int, scale: tuple[float, float]) -> float:
    low, high = scale
    spread = sqrt((high - seen) * (seen - low)) + sqrt((high - hoped) * (hoped - low))
    return Z95 * spread / sqrt(n)
