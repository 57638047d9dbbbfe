"""Deflection, in its two variants: how many customers an article spared a contact."""

from __future__ import annotations

from typing import NamedTuple

from blueprint.analysis.interval import wilson


class Deflected(NamedTuple):
    """A share, its 95 % interval, and how many it is of."""

    share: float
    low: float
    high: float
    n: int


def explicit_deflection(solved: int, asked: int) -> Deflected:
    """Return the share of readers who say that the article answered their question.

    Args:
        solved: How many said so.
        asked: How many were asked and answered.

    Raises:
        ValueError: Nobody was asked, or more said so than were asked.

    Examples:
        >>> found = explicit_deflection(280, 400)
        >>> found.share, round(found.low, 3), round(found.high, 3)
        (0.7, 0.653, 0.743)
    """
    return _share(solved, asked)


def implicit_deflection(visits: int, contacts: int) -> Deflected:
    """Return the share of visits that no contact followed.

    Whoever gave up, or found the answer elsewhere, counts as deflected too; so it is an
    upper bound of what the article did.

    Args:
        visits: How often the article was read.
        contacts: After how many of these the reader got in touch all the same.

    Raises:
        ValueError: There was no visit, or more contacts than visits.

    Examples:
        >>> implicit_deflection(1200, 300).share
        0.75
    """
    return _share(visits - contacts, visits)


def _share(part: int, whole: int) -> Deflected:
    if whole < 1 or not 0 <= part <= whole:
        raise ValueError(f"{part} of {whole} is no share")
    low, high = wilson(part / whole, whole)
    return Deflected(part / whole, low, high, whole)
