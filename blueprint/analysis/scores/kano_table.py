"""Kano: what a feature is to customers, from pairs of answers; Better and Worse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from blueprint.analysis.scores.checks import asked, count
from blueprint.errors import BlueprintError
from blueprint.words import Phrase

Feeling = Literal["like", "must-be", "neutral", "live-with", "dislike"]
"""What somebody answers when asked how it is with the feature, and how without it."""

Category = Literal["M", "O", "A", "I", "R", "Q"]
"""Must-be, one-dimensional, attractive, indifferent, reverse, questionable."""

_TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
_FEELINGS: tuple[str, ...] = get_args(Feeling)
_ORDER: tuple[Category, ...] = get_args(Category)
"""Where two are equally frequent, the one that comes first counts: M > O > A > I."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kano:
    """What a feature is to those asked.

    Attributes:
        category: The most frequent category; of equal ones the first of M, O, A, I.
        tied: The categories that are equally frequent, where there are several.
        better: (A + O) / (A + O + M + I): how much having it satisfies, 0 to 1.
        worse: −(O + M) / (A + O + M + I): how much lacking it dissatisfies, −1 to 0.
        n: How many answered.
        counts: How many answers fell into each category.
    """

    category: Category
    tied: tuple[Category, ...]
    better: float | None
    worse: float | None
    n: int
    counts: Mapping[str, int]


def kano_category(functional: Feeling, dysfunctional: Feeling) -> Category:
    """Return the category of one person's two answers, by the evaluation table.

    Args:
        functional: The answer to “how is it if it is there?”.
        dysfunctional: The answer to “how is it if it is not there?”.

    Raises:
        BlueprintError: An answer is not one of the five.

    Examples:
        >>> kano_category("like", "dislike"), kano_category("neutral", "dislike")
        ('O', 'M')
    """
    for answer in (functional, dysfunctional):
        if answer not in _FEELINGS:
            said = "“{answer}” is none of {answers}"
            raise BlueprintError(
                Phrase.of(said, answer=str(answer)[:40], answers=", ".join(_FEELINGS))
            )
    found = _TABLE[_FEELINGS.index(functional)][_FEELINGS.index(dysfunctional)]
    return next(category for category in _ORDER if category == found)


def kano(counts: Mapping[str, int]) -> Kano:
    """Return what a feature is, from how many answers fell into each category.

    Args:
        counts: By category: M, O, A, I, R, Q; what is left out is 0.

    Raises:
        BlueprintError: A category is not one, a count is none, or nobody answered.

    Examples:
        >>> found = kano({"A": 10, "O": 25, "M": 25, "I": 40})
        >>> found.category, found.better, found.worse
        ('I', 0.35, -0.5)
        >>> kano({"O": 5, "M": 5}).category
        'M'
    """
    for category in counts:
        if category not in _ORDER:
            said = "“{answer}” is none of {answers}"
            raise BlueprintError(
                Phrase.of(said, answer=str(category)[:40], answers=", ".join(_ORDER))
            )
    told: dict[str, int] = {c: count(c, counts.get(c, 0)) for c in _ORDER}
    n = asked(sum(told.values()))
    most = max(told.values())
    tied = tuple(c for c in _ORDER if told[c] == most)
    base = told["A"] + told["O"] + told["M"] + told["I"]
    return Kano(
        category=tied[0],
        tied=tied if len(tied) > 1 else (),
        better=(told["A"] + told["O"]) / base if base else None,
        worse=-(told["O"] + told["M"]) / base if base else None,
        n=n,
        counts=told,
    )


def kano_of_answers(answers: Iterable[tuple[Feeling, Feeling]]) -> Kano:
    """Return what a feature is, from each person's answers with and without it.

    Raises:
        BlueprintError: An answer is not one of the five, or nobody answered.

    Examples:
        >>> kano_of_answers(
        ...     [("like", "dislike"), ("like", "neutral"), ("like", "dislike")]
        ... ).category
        'O'
    """
    told = [kano_category(functional, dysfunctional) for functional, dysfunctional in answers]
    return kano({category: told.count(category) for category in _ORDER})
