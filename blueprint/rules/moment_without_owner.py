"""A declared moment of truth that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context
from blueprint.rules.moments import moments
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the declared moments of truth without an owner; potential ones need none."""
    for declared in moments(context):
        if declared.moment.owner is None:
            yield Found(
                path=declared.path,
                at_key=True,
                about=(declared.about,),
                message=Phrase.of(
                    "the moment of truth {element} has no owner",
                    element=context.named(declared.about),
                ),
                hint=Phrase.of("write owner: with the department that answers for it"),
            )


RULE = Rule(
    code="BP401",
    name="moment-without-owner",
    severity="warning",
    summary=Phrase.of("A declared moment of truth has no owner."),
    why=Phrase.of("Where several departments meet the customer, one must answer for the whole."),
    failing="""\
blueprint: Café
departments: {bar: Bar}
phases:
  Visit:
    - customer: Tastes the coffee
      moment_of_truth: {standard: Hot and as ordered}
""",
    mended="""\
blueprint: Café
departments: {bar: Bar}
phases:
  Visit:
    - customer: Tastes the coffee
      moment_of_truth: {owner: bar, standard: Hot and as ordered}
""",
    find=find,
)
