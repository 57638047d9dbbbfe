"""A standard whose review is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from blueprint.model import Standard, seconds
from blueprint.rules.context import Context
from blueprint.rules.moments import standards
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase

A_YEAR = timedelta(days=365)
"""How often a standard is to be reviewed where nothing is said."""


def find(context: Context) -> Iterator[Found]:
    """Go through the standards that were to be reviewed before the day to judge by.

    A standard that does not say when it was reviewed last cannot be judged.
    """
    if context.as_of is None:
        return
    for about, standard, path in standards(context):
        due = review_due(standard)
        if due is not None and due < context.as_of:
            yield Found(
                path=(*path, "reviewed"),
                about=(about,),
                message=Phrase.of(
                    "the standard of {element} was to be reviewed by {due}",
                    element=context.named(about),
                    due=due.isoformat(),
                ),
                hint=Phrase.of("review it and write reviewed: with the day"),
            )


def review_due(standard: Standard) -> date | None:
    """Return the day by which a standard is to be reviewed; ``None`` where nobody can tell."""
    if standard.reviewed is None:
        return None
    every = standard.review_every
    try:
        wait = A_YEAR if every is None else timedelta(seconds=seconds(every))
        return date.fromisoformat(standard.reviewed) + wait
    except OverflowError:
        return None


RULE = Rule(
    code="BP409",
    name="review-overdue",
    severity="warning",
    summary=Phrase.of("The review of a standard is overdue on the day given by --as-of."),
    why=Phrase.of("Customers, staff and systems change; a standard that stays misses them."),
    failing="""\
blueprint: Café
phases:
  Visit:
    - customer: Orders
      frontstage: {name: Takes the order, standard: {text: Quickly, reviewed: 2024-01-15}}
""",
    mended="""\
blueprint: Café
phases:
  Visit:
    - customer: Orders
      frontstage: {name: Takes the order, standard: {text: Quickly, reviewed: 2026-01-15}}
""",
    find=find,
    as_of="2026-03-01",
)
