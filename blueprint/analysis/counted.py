"""How many of something there are, in words and with the right plural."""

from __future__ import annotations

from blueprint.analysis.written import told_count
from blueprint.words import Phrase


def links(n: int) -> Phrase:
    """Return a number of links in words.

    Examples:
        >>> str(links(1)), str(links(2))
        ('1 link', '2 links')
    """
    return told_count(n, "1 link", "{n} links")


def elements(n: int) -> Phrase:
    """Return a number of elements in words."""
    return told_count(n, "1 element", "{n} elements")


def departments(n: int) -> Phrase:
    """Return a number of departments in words."""
    return told_count(n, "1 department", "{n} departments")


def steps(n: int) -> Phrase:
    """Return a number of steps in words."""
    return told_count(n, "1 step", "{n} steps")


def moments(n: int) -> Phrase:
    """Return a number of moments of truth in words."""
    return told_count(n, "1 moment of truth", "{n} moments of truth")


def promises(n: int) -> Phrase:
    """Return a number of promises in words."""
    return told_count(n, "1 promise", "{n} promises")


def hours(n: int) -> Phrase:
    """Return a number of hours in words."""
    return told_count(n, "1 hour", "{n} hours")


def days(n: float) -> Phrase:
    """Return a number of days in words.

    Examples:
        >>> str(days(1.0)), str(days(0.25))
        ('1 day', '0.25 days')
    """
    return Phrase.of("1 day") if n == 1 else Phrase.of("{n} days", n=f"{n:g}")
