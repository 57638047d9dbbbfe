"""What ratings come to: quadrants, opportunities and staves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose

from blueprint.analysis.priorities.rating import Rated, Ratings
from blueprint.analysis.scores.barrel import Stave, is_clearly_shortest, staves
from blueprint.analysis.scores.opportunities import on_ten, opportunity
from blueprint.analysis.scores.quadrants import Quadrants, importance_performance


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What ratings come to; elements by their numbers.

    Attributes:
        both: Elements with importance and performance.
        quadrants: Where they stand; ``None`` where there are fewer than two.
        opportunities: Their opportunity scores, importance and performance on 0 to 10.
        staves: Weighted gaps, the shortest stave first, with their elements.
        unweighed: Elements with a gap that is in no stave, as their importance is not told; the
            largest gap first.
        weighted: Whether the gaps are weighted with importance; if not, all weigh the same.
        clear: Whether the first stave is surely the shortest; ``None`` where nobody can tell.
    """

    both: tuple[Rated, ...]
    quadrants: Quadrants | None
    opportunities: Mapping[int, float]
    staves: tuple[tuple[int, Stave], ...]
    unweighed: tuple[Rated, ...]
    weighted: bool
    clear: bool | None

    @property
    def shortest(self) -> tuple[tuple[int, Stave], ...]:
        """The shortest stave, with any that is exactly as short; none where nothing falls short."""
        worst = self.staves[0][1].weighted if self.staves else 0.0
        return tuple(own for own in self.staves if worst < 0 and isclose(own[1].weighted, worst))


def weighed(ratings: Ratings, seed: int) -> Weighed:
    """Return what ratings come to."""
    both = tuple(
        one for one in ratings.rated if one.importance is not None and one.performance is not None
    )
    ordered, weighted = _staves(ratings)
    inside = {int(stave.name) for stave in ordered}
    left = [one for one in ratings.rated if one.gap is not None and one.node not in inside]
    return Weighed(
        both=both,
        quadrants=_quadrants(both, seed),
        opportunities={
            one.node: opportunity(
                on_ten(one.importance, ratings.importance),
                on_ten(one.performance, ratings.performance),
            )
            for one in both
            if one.importance is not None and one.performance is not None
        },
        staves=tuple((int(stave.name), stave) for stave in ordered),
        unweighed=tuple(sorted(left, key=lambda one: one.gap or 0.0)),
        weighted=weighted,
        clear=is_clearly_shortest(ordered),
    )


def _quadrants(both: tuple[Rated, ...], seed: int) -> Quadrants | None:
    if len(both) < 2:  # noqa: PLR2004  (one alone is its own mean)
        return None
    return importance_performance(
        {str(one.node): one.importance or 0.0 for one in both},
        {str(one.node): one.performance or 0.0 for one in both},
        seed=seed,
    )


def _staves(ratings: Ratings) -> tuple[tuple[Stave, ...], bool]:
    """Return the gaps, weighted where importance is told of any of them."""
    gaps = [one for one in ratings.rated if one.gap is not None]
    told = [one for one in gaps if one.importance]
    used = told or gaps
    if not used:
        return (), False
    found = staves(
        {str(one.node): one.seen or 0.0 for one in used},
        {str(one.node): one.hoped or 0.0 for one in used},
        {str(one.node): (one.importance or 1.0) if told else 1.0 for one in used},
        scale=ratings.performance,
        n={str(one.node): one.n for one in used if one.n is not None},
    )
    return found, bool(told)
