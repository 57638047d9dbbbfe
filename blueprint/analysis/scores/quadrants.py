"""Importance-performance analysis: four quadrants about cross-hairs, and how steady they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Literal

from blueprint.analysis.scores.checks import figure
from blueprint.errors import BlueprintError
from blueprint.words import Phrase

Quadrant = Literal["concentrate", "keep", "low", "overkill"]
"""Important and poor; important and good; neither; good and unimportant."""

DRAWS = 2000
_MOST = 300
"""Of more attributes than this, cross-hairs at their means hardly move; no redraws are made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quadrants:
    """Where attributes stand.

    Attributes:
        importance: Where the cross-hairs divide important from unimportant.
        performance: Where they divide good from poor.
        quadrant: The quadrant of each attribute; on a line counts as above it.
        steady: Share of redraws of the attributes in which each stays in its quadrant;
            empty where the cross-hairs are given, or there are too many attributes.
    """

    importance: float
    performance: float
    quadrant: Mapping[str, Quadrant]
    steady: Mapping[str, float]


def importance_performance(
    importance: Mapping[str, float],
    performance: Mapping[str, float],
    *,
    cross: tuple[float, float] | None = None,
    draws: int = DRAWS,
    seed: int = 1,
) -> Quadrants:
    """Return the quadrant of each attribute (Martilla & James 1977).

    Args:
        importance: How important each is.
        performance: How good each is, on a scale of its own.
        cross: Importance and performance the cross-hairs stand at; by default the grand means.
        draws: How often the attributes are drawn again, to see how far the means carry.
        seed: Which redraws.

    Raises:
        BlueprintError: Not the same attributes have both, there is none, or a figure is none.

    Examples:
        >>> found = importance_performance({"a": 5, "b": 1}, {"a": 2, "b": 8})
        >>> found.importance, found.performance, dict(found.quadrant)
        (3.0, 5.0, {'a': 'concentrate', 'b': 'overkill'})
    """
    same_names(importance, performance)
    spots = {
        name: (figure(name, importance[name]), figure(name, performance[name]))
        for name in importance
    }
    across, up = cross if cross is not None else _means(list(spots.values()))
    quadrant = {name: _quadrant(spot, (across, up)) for name, spot in spots.items()}
    redrawn = cross is None and 1 < len(spots) <= _MOST
    steady = _steady(spots, quadrant, draws, seed) if redrawn else {}
    return Quadrants(importance=across, performance=up, quadrant=quadrant, steady=steady)


def same_names(one: Mapping[str, object], other: Mapping[str, object]) -> None:
    """Refuse two tables that are not about the same things.

    Raises:
        BlueprintError: They are not, or there is nothing in them.
    """
    if not one:
        raise BlueprintError(Phrase.of("there is nothing to compare: the table is empty"))
    odd = sorted(map(str, set(one) ^ set(other)))
    if odd:
        said = "both figures are needed of each; one is missing of {names}"
        raise BlueprintError(Phrase.of(said, names=", ".join(odd)[:80]))


def _means(spots: list[tuple[float, float]]) -> tuple[float, float]:
    n = len(spots)
    return sum(x for x, _ in spots) / n, sum(y for _, y in spots) / n


def _quadrant(spot: tuple[float, float], cross: tuple[float, float]) -> Quadrant:
    if spot[0] >= cross[0]:
        return "keep" if spot[1] >= cross[1] else "concentrate"
    return "overkill" if spot[1] >= cross[1] else "low"


def _steady(
    spots: Mapping[str, tuple[float, float]],
    quadrant: Mapping[str, Quadrant],
    draws: int,
    seed: int,
) -> dict[str, float]:
    random = Random(seed)  # noqa: S311  (redraws, no secret)
    pool = list(spots.values())
    stayed = dict.fromkeys(spots, 0)
    for _ in range(draws):
        cross = _means(random.choices(pool, k=len(pool)))
        for name, spot in spots.items():
            stayed[name] += _quadrant(spot, cross) == quadrant[name]
    return {name: times / draws for name, times in stayed.items()}
