"""Scores of contacts: resolved at the first one, transferred, and how many an issue takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from blueprint.analysis.interval import wilson
from blueprint.analysis.scores.checks import asked, count, figure, named, part
from blueprint.analysis.scores.score import Score
from blueprint.errors import BlueprintError
from blueprint.report import Method
from blueprint.words import Phrase

Reason = Literal["question", "problem", "complaint", "advice", "information", "praise"]
"""Why somebody makes contact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a share of contacts is a share of; without it the figure means nothing.

    Attributes:
        unit: What is counted: a call, a contact, an issue.
        window: For how long no second contact counts as resolved, such as ``7 days``.
        scope: Which channels and kinds of contact are in.
        source: Who says that it was resolved: the system, the agent, or the customer.
    """

    unit: str
    window: str
    scope: str
    source: str

    def __post_init__(self) -> None:
        """Refuse what is not stated."""
        for name in ("unit", "window", "scope", "source"):
            named(name, getattr(self, name))


def first_contact_resolution(resolved: int, contacted: int, *, basis: Basis) -> Score:
    """Return the share of issues that the first contact resolved.

    Args:
        resolved: How many were.
        contacted: Of how many.
        basis: Unit, window, scope and source.

    Raises:
        BlueprintError: One is no count, or more were resolved than there were.

    Examples:
        >>> basis = Basis(unit="issue", window="7 days", scope="calls", source="customers")
        >>> found = first_contact_resolution(280, 400, basis=basis)
        >>> round(found.value, 3), round(found.low, 3), round(found.high, 3)
        (0.7, 0.653, 0.743)
    """
    return _share("FCR", part("resolved", resolved, contacted), contacted, basis, better="high")


def transfer_rate(transferred: int, contacts: int, *, basis: Basis) -> Score:
    """Return the share of contacts that were passed on to somebody else.

    Raises:
        BlueprintError: One is no count, or more were transferred than there were.
    """
    shifted = part("transferred", transferred, contacts)
    return _share("Transfer rate", shifted, contacts, basis, better="low")


def contacts_per_issue(contacts: int, issues: int) -> float:
    """Return how many contacts an issue takes; one is the least there can be.

    Raises:
        BlueprintError: One is no count, there is no issue, or there are fewer contacts.

    Examples:
        >>> contacts_per_issue(560, 400)
        1.4
    """
    return count("contacts", contacts) / asked(part("issues", issues, contacts))


def issues_per_contact(issues: Mapping[str, int], contacts: int) -> dict[str, float]:
    """Return how many issues a contact brings, by its reason, in the order of reasons.

    Args:
        issues: How many issues there were, by reason.
        contacts: How many contacts.

    Raises:
        BlueprintError: A reason is not one, or a count is none.

    Examples:
        >>> issues_per_contact({"problem": 30, "question": 60}, 100)
        {'question': 0.6, 'problem': 0.3}
    """
    reasons = get_args(Reason)
    for reason in issues:
        if reason not in reasons:
            said = "“{reason}” is no reason for a contact; the reasons are {reasons}"
            raise BlueprintError(
                Phrase.of(said, reason=str(reason)[:40], reasons=", ".join(reasons))
            )
    n = asked(contacts)
    return {r: count(r, issues[r]) / n for r in reasons if r in issues}


def change_of_share(before: float, after: float) -> tuple[float, float]:
    """Return a change of a share in points and in percent: a “+30 %” may be either.

    Raises:
        BlueprintError: One is no share, or the first is 0, of which there is no percentage.

    Examples:
        >>> points, percent = change_of_share(0.5, 0.65)
        >>> round(points, 6), round(percent, 6)
        (15.0, 30.0)
    """
    first, last = figure("before", before, (0, 1)), figure("after", after, (0, 1))
    if first == 0:
        raise BlueprintError(Phrase.of("a change from 0 has no percentage; give it in points"))
    return 100 * (last - first), 100 * (last - first) / first


def _share(name: str, some: int, n: int, basis: Basis, *, better: Literal["high", "low"]) -> Score:
    low, high = wilson(some / n, n)
    told = "unit: {unit}; window: {window}; scope: {scope}; source: {source}"
    return Score(
        value=some / n,
        low=low,
        high=high,
        n=n,
        method=Method(
            name=name,
            source=Phrase.of("share of contacts; interval: Wilson 1927"),
            formula=Phrase.of("such contacts / n"),
            scale=Phrase.of("share, from 0 to 1"),
            direction=Phrase.of("higher is better")
            if better == "high"
            else Phrase.of("lower is better"),
            n=n,
            assumptions=(
                Phrase.of(
                    told,
                    unit=basis.unit,
                    window=basis.window,
                    scope=basis.scope,
                    source=basis.source,
                ),
            ),
            cannot_tell=(Phrase.of("those who gave up and made no contact again"),),
        ),
    )
