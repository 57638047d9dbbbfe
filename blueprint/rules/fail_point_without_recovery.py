"""A fail point that nothing mends."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context
from blueprint.rules.fails import fails
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase
from blueprint.words.label import label_phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the fail points without a recovery."""
    for point in fails(context):
        if point.fail.recovery is None:
            yield Found(
                path=(*point.path, "name"),
                about=(point.at,),
                message=Phrase.of(
                    "nothing mends “{fail}” in {element}",
                    fail=label_phrase(point.fail.name),
                    element=context.named(point.at),
                ),
                hint=Phrase.of("write recovery: with the action that mends it"),
            )


RULE = Rule(
    code="BP501",
    name="fail-point-without-recovery",
    severity="warning",
    summary=Phrase.of("A fail point names no action that mends it."),
    why=Phrase.of("Customers forgive what goes wrong sooner than that nobody knows what to do."),
    failing="""\
blueprint: Café
phases:
  Visit:
    - customer: Drinks
      frontstage: Brings a fresh one
      fails: [{name: The coffee is cold}]
""",
    mended="""\
blueprint: Café
phases:
  Visit:
    - customer: Drinks
      frontstage: Brings a fresh one
      fails: [{name: The coffee is cold, recovery: brings-a-fresh-one}]
""",
    find=find,
)
