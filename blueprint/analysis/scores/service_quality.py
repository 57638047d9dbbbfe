"""SERVQUAL: perception less expectation, by dimension, weighted; and the zone of tolerance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from blueprint.analysis.scores.checks import figure
from blueprint.errors import BlueprintError
from blueprint.words import Phrase

Dimension = Literal["tangibles", "reliability", "responsiveness", "assurance", "empathy"]
"""The five dimensions of service quality (Parasuraman, Zeithaml & Berry 1988)."""

Zone = Literal["below", "within", "above"]
"""Where a perception lies against what is adequate and what is desired."""

_POINTS = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceGaps:
    """How far perception is from expectation: P − E, so that below 0 falls short.

    Attributes:
        gaps: The gap of each dimension.
        weighted: Each gap times its share of the 100 points.
        overall: The sum of the weighted gaps.
        plain: The mean of the gaps, unweighted.
    """

    gaps: Mapping[str, float]
    weighted: Mapping[str, float]
    overall: float
    plain: float


def service_gaps(
    perception: Mapping[str, float],
    expectation: Mapping[str, float],
    weights: Mapping[str, float],
    *,
    scale: tuple[float, float] = (1, 7),
) -> ServiceGaps:
    """Return the SERVQUAL gaps of the five dimensions.

    Args:
        perception: Mean perception by dimension.
        expectation: Mean expectation by dimension, on the same scale.
        weights: How customers share 100 points out among the dimensions.
        scale: The lowest and highest answer.

    Raises:
        BlueprintError: A dimension is missing or unknown, a figure is off the scale, or the
            points do not add to 100.

    Examples:
        >>> seen = dict(tangibles=5, reliability=4, responsiveness=5, assurance=6, empathy=5)
        >>> hoped = dict(tangibles=5, reliability=6, responsiveness=6, assurance=6, empathy=5)
        >>> points = dict(tangibles=10, reliability=40, responsiveness=20, assurance=15, empathy=15)
        >>> service_gaps(seen, hoped, points).overall
        -1.0
    """
    for what, table in (
        ("perception", perception), ("expectation", expectation), ("weights", weights),
    ):  # fmt: skip
        _complete(what, table)
    points = {d: figure(d, weights[d], (0, _POINTS)) for d in get_args(Dimension)}
    if abs(sum(points.values()) - _POINTS) > 1e-6:  # noqa: PLR2004  (rounding)
        said = "the weights add to {sum}; they share out 100 points"
        raise BlueprintError(Phrase.of(said, sum=f"{sum(points.values()):g}"))
    gaps = {d: figure(d, perception[d], scale) - figure(d, expectation[d], scale) for d in points}
    weighted = {d: gap * points[d] / _POINTS for d, gap in gaps.items()}
    plain = sum(gaps.values()) / len(gaps)
    return ServiceGaps(gaps=gaps, weighted=weighted, overall=sum(weighted.values()), plain=plain)


def reversed_item(answer: float, *, scale: tuple[float, float] = (1, 7)) -> float:
    """Return the answer to a negatively worded item, turned round.

    Raises:
        BlueprintError: It is off the scale.

    Examples:
        >>> reversed_item(2)
        6.0
    """
    return scale[0] + scale[1] - figure("answer", answer, scale)


def zone_of_tolerance(perceived: float, *, adequate: float, desired: float) -> Zone:
    """Return whether a perception lies below, within or above what customers tolerate.

    Args:
        perceived: What was perceived.
        adequate: The least they accept.
        desired: What they wish for.

    Raises:
        BlueprintError: A figure is none, or more is accepted than wished for.

    Examples:
        >>> zone_of_tolerance(5.2, adequate=5, desired=6.5)
        'within'
    """
    seen, least, wish = figure("perceived", perceived), figure("adequate", adequate), desired
    if least > figure("desired", wish):
        said = "adequate is {adequate}, above desired, {desired}"
        raise BlueprintError(Phrase.of(said, adequate=f"{least:g}", desired=f"{wish:g}"))
    if seen < least:
        return "below"
    return "above" if seen > wish else "within"


def _complete(what: str, table: Mapping[str, float]) -> None:
    wanted = set(get_args(Dimension))
    odd = sorted(map(str, set(table) ^ wanted))
    if odd:
        said = "{what} is to name the five dimensions, each once; look at {odd}"
        raise BlueprintError(Phrase.of(said, what=what, odd=", ".join(odd)[:80]))
