"""A touchpoint that leaves nothing to see, hear or hold."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context, title_path
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the steps in which customer and service meet without any evidence."""
    for name in context.steps:
        if name.step.customer and name.step.frontstage and not name.step.evidence:
            step = context.id(name.id)
            yield Found(
                path=title_path(name),
                about=(step,),
                message=Phrase.of(
                    "{step} is a touchpoint without evidence", step=context.named(step)
                ),
                hint=Phrase.of("write evidence: with what the customer sees, hears or holds there"),
            )


RULE = Rule(
    code="BP201",
    name="touchpoint-without-evidence",
    severity="warning",
    summary=Phrase.of("A step in which customer and service meet names no evidence."),
    why=Phrase.of(
        "Customers judge what they cannot see by what they can: a sign, a receipt, a screen."
    ),
    failing="""\
blueprint: Café
phases:
  Visit:
    - customer: Orders
      frontstage: Takes the order
""",
    mended="""\
blueprint: Café
phases:
  Visit:
    - customer: Orders
      evidence: Menu
      frontstage: Takes the order
""",
    find=find,
)
