"""How many of something there are, in words and with the right plural."""

from __future__ import annotations

from blueprint.words import Phrase


def links(n: int) -> Phrase:
    """Return a number of links in words.

    Examples:
        >>> str(links(1)), str(links(2))
        ('1 link', '2 links')
    """
    return Phrase.of("1 link") if n == 1 else Phrase.of("{n} links", n=n)


def elements(n: int) -> Phrase:
    """Return a number of elements in words."""
    return Phrase.of("1 element") if n == 1 else Phrase.of("{n} elements", n=n)


def departments(n: int) -> Phrase:
    """Return a number of departments in words."""
    return Phrase.of("1 department") if n == 1 else Phrase.of("{n} departments", n=n)


def steps(n: int) -> Phrase:
    """Return a number of steps in words."""
    return Phrase.of("1 step") if n == 1 else Phrase.of("{n} steps", n=n)


def moments(n: int) -> Phrase:
    """Return a number of moments of truth in words."""
    return Phrase.of("1 moment of truth") if n == 1 else Phrase.of("{n} moments of truth", n=n)


def promises(n: int) -> Phrase:
    """Return a number of promises in words."""
    return Phrase.of("1 promise") if n == 1 else Phrase.of("{n} promises", n=n)


def hours(n: int) -> Phrase:
    """Return a number of hours in words."""
    return Phrase.of("1 hour") if n == 1 else Phrase.of("{n} hours", n=n)


def days(n: float) -> Phrase:
    """Return a number of days in words.

    Examples:
        >>> str(days(1.0)), str(days(0.25))
        ('1 day', '0.25 days')
    """
    return Phrase.of("1 day") if n == 1 else Phrase.of("{n} days", n=f"{n:g}")
