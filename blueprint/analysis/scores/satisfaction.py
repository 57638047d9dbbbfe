"""Customer satisfaction as the share of answers in the top boxes."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.analysis.interval import wilson
from blueprint.analysis.scores.checks import count, tally
from blueprint.analysis.scores.score import Score
from blueprint.errors import BlueprintError
from blueprint.report import Method
from blueprint.words import Phrase


def csat(counts: Mapping[int, int], *, scale: tuple[int, int] = (1, 5), top: int = 2) -> Score:
    """Return the share of answers in the top boxes, in percent, with its Wilson interval.

    Args:
        counts: How often each answer was given.
        scale: The lowest and the highest answer.
        top: How many of the highest answers count as satisfied.

    Raises:
        BlueprintError: An answer is off the scale, or there are not so many boxes.

    Examples:
        >>> found = csat({5: 42, 4: 32, 3: 10, 2: 9, 1: 14})
        >>> round(found.value, 2), round(found.low, 1), round(found.high, 1), found.n
        (69.16, 59.9, 77.1, 107)
    """
    told = tally(counts, scale)
    if not 1 <= count("top", top) <= scale[1] - scale[0]:
        said = "the scale {low} to {high} has no {n} top boxes"
        raise BlueprintError(Phrase.of(said, low=scale[0], high=scale[1], n=top))
    n = sum(told.values())
    share = sum(times for answer, times in told.items() if answer > scale[1] - top) / n
    low, high = wilson(share, n)
    return Score(
        value=100 * share,
        low=100 * low,
        high=100 * high,
        n=n,
        method=Method(
            name=f"CSAT, top {top} of {scale[0]}-{scale[1]}",
            source=Phrase.of("top-box share; interval: Wilson 1927"),
            formula=Phrase.of("100 × answers in the top boxes / n"),
            scale=Phrase.of("percent, 0 to 100"),
            direction=Phrase.of("higher is better"),
            n=n,
            assumptions=(Phrase.of("those who answered stand for all customers"),),
            cannot_tell=(Phrase.of("how far from satisfied the others are"),),
        ),
    )
