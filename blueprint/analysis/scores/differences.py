"""Whether a figure differs from an earlier one: shares, means and net scores, with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

from blueprint.analysis.interval import wilson
from blueprint.analysis.scores.checks import asked, count, figure
from blueprint.analysis.scores.score import Z95
from blueprint.analysis.scores.student import student_quantile, student_two_sided
from blueprint.errors import BlueprintError
from blueprint.words import Phrase


class Difference(NamedTuple):
    """After less before, its 95 % interval, and how often chance alone differs so much."""

    value: float
    low: float
    high: float
    p: float


def difference_of_shares(before: float, n_before: int, after: float, n_after: int) -> Difference:
    """Return how two shares differ: Newcombe's interval (1998, method 10), pooled z test.

    Args:
        before: The first share, 0 to 1.
        n_before: How many it is of.
        after: The second.
        n_after: How many that is of.

    Raises:
        BlueprintError: One is no share, or of nobody.

    Examples:
        >>> found = difference_of_shares(48 / 80, 80, 56 / 70, 70)
        >>> round(found.value, 3), round(found.low, 4), round(found.high, 4)
        (0.2, 0.0524, 0.3339)
    """
    one, other = figure("before", before, (0, 1)), figure("after", after, (0, 1))
    low_1, high_1 = wilson(one, asked(n_before))
    low_2, high_2 = wilson(other, asked(n_after))
    value = other - one
    pooled = (one * n_before + other * n_after) / (n_before + n_after)
    error = sqrt(pooled * (1 - pooled) * (1 / n_before + 1 / n_after))
    return Difference(
        value,
        max(-1.0, value - sqrt((other - low_2) ** 2 + (high_1 - one) ** 2)),
        min(1.0, value + sqrt((high_2 - other) ** 2 + (one - low_1) ** 2)),
        _p_of(value, error),
    )


def difference_of_net(before: float, n_before: int, after: float, n_after: int) -> Difference:
    """Return how two net scores differ, with the widest interval that they and n allow.

    Of a net score alone, such as NPS 20, nobody can tell how many were promoters; its answers
    vary most when none was passive, and that is taken.

    Args:
        before: The first score, −100 to 100.
        n_before: How many answered.
        after: The second.
        n_after: How many answered then.

    Raises:
        BlueprintError: A score is off the scale, or nobody answered.

    Examples:
        >>> found = difference_of_net(20, 100, 35, 120)
        >>> round(found.value, 1), round(found.low, 1), round(found.high, 1)
        (15.0, -10.5, 40.5)
    """
    scale = (-100.0, 100.0)
    one, other = figure("before", before, scale), figure("after", after, scale)
    varies = (100 - one) * (100 + one) / asked(n_before)
    error = sqrt(varies + (100 - other) * (100 + other) / asked(n_after))
    value = other - one
    reach = Z95 * error
    return Difference(
        value, max(-200.0, value - reach), min(200.0, value + reach), _p_of(value, error)
    )


def difference_of_means(
    before: tuple[float, float, int], after: tuple[float, float, int]
) -> Difference:
    """Return how two means differ: Welch's interval and test (1947).

    Args:
        before: Mean, standard deviation and n of the first.
        after: The same of the second.

    Raises:
        BlueprintError: A standard deviation is below 0, both are 0, or fewer than two answered.

    Examples:
        >>> found = difference_of_means((20.0, 2.0, 16), (22.0, 2.0, 16))
        >>> round(found.value, 1), round(found.low, 3), round(found.high, 3), round(found.p, 4)
        (2.0, 0.556, 3.444, 0.0083)
    """
    (one, sd_1, n_1), (other, sd_2, n_2) = before, after
    for sd, n in ((sd_1, n_1), (sd_2, n_2)):
        if figure("sd", sd) < 0 or count("n", n) < 2:  # noqa: PLR2004
            raise BlueprintError(Phrase.of("a mean needs a spread of 0 or more, and two answers"))
    v_1, v_2 = sd_1**2 / n_1, sd_2**2 / n_2
    if v_1 + v_2 == 0:
        raise BlueprintError(Phrase.of("nobody differs from anybody: there is nothing to test"))
    freedom = (v_1 + v_2) ** 2 / (v_1**2 / (n_1 - 1) + v_2**2 / (n_2 - 1))
    error = sqrt(v_1 + v_2)
    value = figure("after", other) - figure("before", one)
    reach = student_quantile(0.975, freedom) * error
    return Difference(
        value, value - reach, value + reach, student_two_sided(abs(value) / error, freedom)
    )


def difference_in_differences(
    change: float, error: float, elsewhere: float, error_elsewhere: float
) -> Difference:
    """Return by how much more one group changed than another that nothing was done to.

    Only this, or drawing lots who gets it, allows to say “because of”; and only as far as
    both would have changed alike without it.

    Args:
        change: After less before, where something was done.
        error: Its standard error: of the same people twice, that of their own changes.
        elsewhere: After less before, where nothing was done.
        error_elsewhere: Its standard error.

    Raises:
        BlueprintError: A figure is no number, or a standard error is below 0.

    Examples:
        >>> found = difference_in_differences(0.59, 0.54, -2.16, 1.25)
        >>> round(found.value, 2), round(found.low, 2), round(found.high, 2)
        (2.75, 0.08, 5.42)
    """
    own, other = figure("error", error), figure("error_elsewhere", error_elsewhere)
    if min(own, other) < 0:
        raise BlueprintError(Phrase.of("a standard error is 0 or more"))
    value = figure("change", change) - figure("elsewhere", elsewhere)
    both = sqrt(own**2 + other**2)
    return Difference(value, value - Z95 * both, value + Z95 * both, _p_of(value, both))


def holm(chances: Sequence[float]) -> tuple[float, ...]:
    """Return p values that hold for all of them at once (Holm 1979), in the order given.

    Examples:
        >>> [round(p, 3) for p in holm([0.01, 0.04, 0.03])]
        [0.03, 0.06, 0.06]
    """
    n = len(chances)
    found = [0.0] * n
    least = 0.0
    for rank, number in enumerate(sorted(range(n), key=lambda k: chances[k])):
        least = max(least, min(1.0, (n - rank) * chances[number]))
        found[number] = least
    return tuple(found)


def _p_of(value: float, error: float) -> float:
    if error == 0:
        return 1.0 if value == 0 else 0.0
    return 2 * (1 - NormalDist().cdf(abs(value) / error))
