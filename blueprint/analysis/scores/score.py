"""What every score comes with: its figure, how sure it is, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

from blueprint.report import Method

Z95 = NormalDist().inv_cdf(0.975)
"""How many standard errors a 95 % interval reaches to each side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One figure, and everything needed to read it.

    Attributes:
        value: The figure, on the scale the method names.
        low: The lower end of its 95 % interval; ``None`` where none can be told.
        high: The upper end.
        n: How many answers, or cases, it rests on.
        method: Its name, source, formula, scale, direction, assumptions and limits.
    """

    value: float
    low: float | None = None
    high: float | None = None
    n: int | None = None
    method: Method
