"""The Customer Effort Score, in its two versions that point in opposite directions."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import Literal

from blueprint.analysis.interval import wilson
from blueprint.analysis.scores.checks import mean_of, spread_of, tally
from blueprint.analysis.scores.score import Z95, Score
from blueprint.errors import BlueprintError
from blueprint.report import Method
from blueprint.words import Phrase

Version = Literal["1.0", "2.0"]
"""1.0 asks how much effort it took, 1 to 5; 2.0 whether it was made easy, 1 to 7."""

Form = Literal["mean", "share"]
"""The mean answer, or the share of answers 5 to 7 of version 2.0."""

_SCALE: dict[str, tuple[int, int]] = {"1.0": (1, 5), "2.0": (1, 7)}
_EASY = 5


def ces(counts: Mapping[int, int], *, version: Version, form: Form) -> Score:
    """Return the Customer Effort Score of answers.

    Args:
        counts: How often each answer was given.
        version: ``1.0`` (1 to 5, low is good) or ``2.0`` (1 to 7, high is good).
        form: ``mean``; or ``share``, of answers 5 and above, which only 2.0 has.

    Raises:
        BlueprintError: Version or form is not one, the form does not go with the version, or
            an answer is off the version's scale.

    Examples:
        >>> round(ces({7: 30, 5: 30, 3: 40}, version="2.0", form="share").value, 2)
        0.6
        >>> ces({7: 30, 5: 30, 3: 40}, version="2.0", form="mean").value
        4.8
    """
    if version not in _SCALE:
        said = "a customer effort score needs its version, 1.0 or 2.0: one is good when low"
        raise BlueprintError(Phrase.of(said))
    if form not in ("mean", "share"):
        raise BlueprintError(Phrase.of("a customer effort score is a mean or a share: say which"))
    told = tally(counts, _SCALE[version])
    if form == "mean":
        return _mean(told, version)
    if version == "1.0":
        raise BlueprintError(Phrase.of("version 1.0 of the effort score has a mean, and no share"))
    return _share(told)


def _mean(told: Mapping[int, int], version: Version) -> Score:
    n, mean, spread = sum(told.values()), mean_of(told), spread_of(told)
    low, high = _SCALE[version]
    reach = None if spread is None else Z95 * spread / sqrt(n)
    return Score(
        value=mean,
        low=None if reach is None else max(low, mean - reach),
        high=None if reach is None else min(high, mean + reach),
        n=n,
        method=_method(
            version, Phrase.of("Σ answers / n ± z × sd / √n"), Phrase.of("mean answer"), n
        ),
    )


def _share(told: Mapping[int, int]) -> Score:
    n = sum(told.values())
    easy = sum(times for answer, times in told.items() if answer >= _EASY) / n
    low, high = wilson(easy, n)
    formula = Phrase.of("answers ≥ 5 / n; interval: Wilson 1927")
    return Score(
        value=easy,
        low=low,
        high=high,
        n=n,
        method=_method("2.0", formula, Phrase.of("share of answers 5 to 7, from 0 to 1"), n),
    )


def _method(version: Version, formula: Phrase, scale: Phrase, n: int) -> Method:
    first = version == "1.0"
    return Method(
        name=f"CES {version}",
        source=Phrase.of("Dixon, Freeman & Toman 2010 (1.0); CEB 2013 (2.0)"),
        formula=formula,
        scale=scale,
        direction=Phrase.of("lower is better") if first else Phrase.of("higher is better"),
        n=n,
        assumptions=(Phrase.of("those who answered stand for all customers"),),
        cannot_tell=(Phrase.of("what made it an effort"),),
    )
