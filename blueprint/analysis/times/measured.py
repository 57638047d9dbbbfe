"""Measured waits as median and percentiles, those that were given up apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from statistics import median, quantiles

from blueprint.errors import BlueprintError
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """How long customers waited, in the unit they were measured in.

    Attributes:
        n: How many were served in the end.
        median: What half of them waited at most; ``None`` for none.
        p90: What nine of ten waited at most; ``None`` below 10.
        p95: What nineteen of twenty waited at most; ``None`` below 20.
        abandoned: How many gave up.
        given_up_after: The median after which they did; ``None`` for none.
    """

    n: int
    median: float | None
    p90: float | None
    p95: float | None
    abandoned: int
    given_up_after: float | None


def measured(served: Iterable[float], abandoned: Iterable[float] = ()) -> Waits:
    """Return median and percentiles of measured waits.

    A wait that was given up would have been longer, nobody knows by how much: among the others
    it would make the wait look shorter than it is, so it is told apart.

    Args:
        served: Waits of those who were served in the end, all in one unit.
        abandoned: Waits of those who gave up, in the same unit.

    Raises:
        BlueprintError: A wait is below 0, or no number.

    Examples:
        >>> found = measured([1, 2, 2, 3, 3, 3, 4, 5, 8, 20], abandoned=[6, 10])
        >>> found.n, found.median, round(found.p90, 1), found.p95
        (10, 3.0, 9.2, None)
        >>> found.abandoned, found.given_up_after
        (2, 8.0)
    """
    own, lost = _checked(served), _checked(abandoned)
    return Waits(
        n=len(own),
        median=float(median(own)) if own else None,
        p90=_percentile(own, 90, 10),
        p95=_percentile(own, 95, 20),
        abandoned=len(lost),
        given_up_after=float(median(lost)) if lost else None,
    )


def _checked(waits: Iterable[float]) -> list[float]:
    found = list(waits)
    for wait in found:
        if not isfinite(wait) or wait < 0:
            said = "“{field}” is an amount of 0 or more, not {value}"
            raise BlueprintError(Phrase.of(said, field="wait", value=wait))
    return found


def _percentile(waits: list[float], share: int, least: int) -> float | None:
    """Return a percentile, between two measured waits in proportion (inclusive)."""
    if len(waits) < least:
        return None
    return float(quantiles(waits, n=100, method="inclusive")[share - 1])
