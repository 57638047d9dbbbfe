"""The Net Promoter Score: how sure it is, what a difference is worth, which cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import floor, sqrt

from blueprint.analysis.interval import Interval
from blueprint.analysis.scores.checks import asked, count, figure, mean_of, tally
from blueprint.analysis.scores.score import Z95, Score
from blueprint.report import Method
from blueprint.words import Phrase

_PROMOTER, _PASSIVE, _TOP = 9, 7, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class NetPromoter(Score):
    """A Net Promoter Score; all figures on the scale −100 to 100 but the first three.

    Attributes:
        promoters: Share that answered 9 or 10, from 0 to 1.
        passives: Share that answered 7 or 8.
        detractors: Share that answered 0 to 6.
        variance: p + d − (p − d)², of one answer, promoters being 1 and detractors −1.
        error: Standard error of the score, on the scale −1 to 1.
        mean: Mean answer from 0 to 10, where the answers themselves are known.
    """

    promoters: float
    passives: float
    detractors: float
    variance: float
    error: float
    mean: float | None = None


def nps(*, promoters: int, passives: int, detractors: int) -> NetPromoter:
    """Return the Net Promoter Score of so many promoters, passives and detractors.

    The interval is the adjusted Wald interval: ¾ promoter, 1½ passives and ¾ detractor are
    added before it is taken (Rocks 2016), so that it holds for small samples too.

    Args:
        promoters: How many answered 9 or 10.
        passives: How many answered 7 or 8.
        detractors: How many answered 0 to 6.

    Raises:
        BlueprintError: One is no count, or nobody answered.

    Examples:
        >>> found = nps(promoters=162, passives=108, detractors=54)
        >>> round(found.value, 1), round(found.variance, 4), round(found.error, 4)
        (33.3, 0.5556, 0.0414)
    """
    p, d = count("promoters", promoters), count("detractors", detractors)
    n = asked(p + d + count("passives", passives))
    variance = _variance(p / n, d / n)
    low, high = _adjusted_wald(p, d, n)
    return NetPromoter(
        value=100 * (p - d) / n,
        low=100 * low,
        high=100 * high,
        n=n,
        method=_method(n),
        promoters=p / n,
        passives=passives / n,
        detractors=d / n,
        variance=variance,
        error=sqrt(variance / n),
    )


def nps_of_answers(counts: Mapping[int, int]) -> NetPromoter:
    """Return the Net Promoter Score of answers from 0 to 10, with their mean beside it.

    Args:
        counts: How often each answer was given.

    Raises:
        BlueprintError: An answer is off the scale, or a count is none.

    Examples:
        >>> found = nps_of_answers({10: 5, 8: 3, 3: 2})
        >>> found.value, found.mean
        (30.0, 8.0)
    """
    told = tally(counts, (0, _TOP))
    grouped = nps(
        promoters=sum(n for answer, n in told.items() if answer >= _PROMOTER),
        passives=sum(n for answer, n in told.items() if _PASSIVE <= answer < _PROMOTER),
        detractors=sum(n for answer, n in told.items() if answer < _PASSIVE),
    )
    return replace(grouped, mean=mean_of(told))


def nps_difference(before: NetPromoter, after: NetPromoter) -> Score:
    """Return how much a Net Promoter Score differs from another, in points, with its interval.

    Those asked are others each time; where the same people answered twice, the interval is
    too wide.

    Examples:
        >>> spring = nps(promoters=45, passives=30, detractors=25)
        >>> autumn = nps(promoters=66, passives=30, detractors=24)
        >>> found = nps_difference(spring, autumn)
        >>> round(found.value, 1), round(found.low, 1), round(found.high, 1)
        (15.0, -6.3, 36.3)
    """
    n = asked((before.n or 0) + (after.n or 0))
    reach = 100 * Z95 * sqrt(before.error**2 + after.error**2)
    value = after.value - before.value
    return Score(
        value=value,
        low=value - reach,
        high=value + reach,
        n=n,
        method=Method(
            name="NPS difference",
            source=Phrase.of("Wald interval of a difference of two independent net scores"),
            formula=Phrase.of("after − before ± z × √(Var₁ / n₁ + Var₂ / n₂)"),
            scale=Phrase.of("points, from −200 to 200"),
            direction=Phrase.of("above 0: the score rose"),
            n=n,
            assumptions=(Phrase.of("other people answered each time"),),
            cannot_tell=(Phrase.of("why it differs"),),
        ),
    )


def nps_is_possible(score: float, n: int, *, digits: int = 0) -> bool:
    """Tell whether so many answers can give a Net Promoter Score, rounded so.

    Promoters less detractors is a whole number; a published score that no whole number
    rounds to was mistyped, weighted, or taken from another n.

    Args:
        score: The score as published, −100 to 100.
        n: How many answered.
        digits: To how many decimals it was rounded.

    Raises:
        BlueprintError: The score is off the scale, or nobody answered.

    Examples:
        >>> nps_is_possible(33, 3), nps_is_possible(35, 3)
        (True, False)
    """
    told = figure("NPS", score, (-100, 100))
    size = asked(n)
    half = 0.5 * 10.0**-digits + 1e-9
    lowest, highest = (told - half) * size / 100, (told + half) * size / 100
    return floor(highest) >= lowest


def shares_add_up(promoters: float, passives: float, detractors: float, *, digits: int = 0) -> bool:
    """Tell whether published shares in percent add to 100, but for their rounding.

    Raises:
        BlueprintError: One is no percentage.

    Examples:
        >>> shares_add_up(33, 33, 33), shares_add_up(50, 33, 12)
        (True, False)
    """
    whole = (0.0, 100.0)
    told = figure("promoters", promoters, whole) + figure("passives", passives, whole)
    return abs(told + figure("detractors", detractors, whole) - 100) <= 1.5 * 10.0**-digits + 1e-9


def _variance(p: float, d: float) -> float:
    return p + d - (p - d) ** 2


def _adjusted_wald(p: int, d: int, n: int) -> Interval:
    more = n + 3
    up, down = (p + 0.75) / more, (d + 0.75) / more
    reach = Z95 * sqrt(_variance(up, down) / more)
    return Interval(max(-1.0, up - down - reach), min(1.0, up - down + reach))


def _method(n: int) -> Method:
    return Method(
        name="NPS",
        source=Phrase.of("Reichheld 2003; interval: adjusted Wald (Rocks 2016)"),
        formula=Phrase.of(
            "100 × (p − d); Var = p + d − (p − d)²; for the interval ¾ promoter, 1½ passive and ¾ "
            "detractor are added, so that n is 3 more"
        ),
        scale=Phrase.of("answers 0 to 10: 9-10 promote, 0-6 detract; score −100 to 100"),
        direction=Phrase.of("higher is better"),
        n=n,
        assumptions=(Phrase.of("those who answered stand for all customers"),),
        cannot_tell=(Phrase.of("why they answered so"),),
    )
