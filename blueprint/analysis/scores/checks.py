"""What is given to a score is looked at before anything is computed."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from blueprint.errors import BlueprintError
from blueprint.words import Phrase


def count(what: str, value: object) -> int:
    """Return a count, once it is one.

    Raises:
        BlueprintError: It is no whole number, or below 0; the message names it.

    Examples:
        >>> count("promoters", 12)
        12
    """
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        said = "{what} is {value}; a count is a whole number, 0 or more"
        raise BlueprintError(Phrase.of(said, what=what, value=str(value)[:40]))
    return value


def asked(n: int) -> int:
    """Return how many were asked, once somebody was.

    Raises:
        BlueprintError: Nobody was, or it is no count.
    """
    if count("n", n) < 1:
        raise BlueprintError(Phrase.of("nobody answered: a score needs at least one answer"))
    return n


def part(what: str, value: object, whole: int) -> int:
    """Return how many of a whole, once it is no more than that.

    Raises:
        BlueprintError: It is no count, or more than there are.
    """
    found = count(what, value)
    if found > asked(whole):
        said = "{what} is {value}, more than the {n} it is part of"
        raise BlueprintError(Phrase.of(said, what=what, value=found, n=whole))
    return found


def figure(what: str, value: object, scale: tuple[float, float] | None = None) -> float:
    """Return a number, once it is one and on its scale.

    Raises:
        BlueprintError: It is no finite number, or off the scale; the message names it.

    Examples:
        >>> figure("importance", 9, (0, 10))
        9.0
    """
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not isfinite(value):
        said = "{what} is {value}; it is to be a number"
        raise BlueprintError(Phrase.of(said, what=what, value=str(value)[:40]))
    if scale is not None and not scale[0] <= value <= scale[1]:
        said = "{what} is {value}, off the scale {low} to {high}"
        raise BlueprintError(
            Phrase.of(
                said, what=what, value=f"{value:g}", low=f"{scale[0]:g}", high=f"{scale[1]:g}"
            )
        )
    return float(value)


def named(what: str, value: str) -> str:
    """Return a text that has to be stated, once it is.

    Raises:
        BlueprintError: It is empty.
    """
    if not isinstance(value, str) or not value.strip():
        raise BlueprintError(Phrase.of("{what} is to be stated, in words", what=what))
    return value


def tally(counts: Mapping[int, int], scale: tuple[int, int]) -> dict[int, int]:
    """Return how often each answer was given, in order, once all are on the scale.

    Raises:
        BlueprintError: An answer is no whole number on the scale, a count is none, or
            nobody answered.

    Examples:
        >>> tally({5: 42, 1: 14}, (1, 5))
        {1: 14, 5: 42}
    """
    low, high = scale
    for answer in counts:
        if not isinstance(answer, int) or isinstance(answer, bool) or not low <= answer <= high:
            said = "“{answer}” is no answer on the scale {low} to {high}"
            raise BlueprintError(Phrase.of(said, answer=str(answer)[:40], low=low, high=high))
    found = {answer: count(str(answer), counts[answer]) for answer in sorted(counts)}
    asked(sum(found.values()))
    return found


def mean_of(counts: Mapping[int, int]) -> float:
    """Return the mean of answers that were given so often."""
    return sum(answer * times for answer, times in counts.items()) / sum(counts.values())


def spread_of(counts: Mapping[int, int]) -> float | None:
    """Return the standard deviation of answers; of a single one there is none."""
    n, mean = sum(counts.values()), mean_of(counts)
    if n < 2:  # noqa: PLR2004  (n - 1 is the divisor)
        return None
    squares = sum(times * (answer - mean) ** 2 for answer, times in counts.items())
    return float((squares / (n - 1)) ** 0.5)
