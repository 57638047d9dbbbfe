"""A declared moment of truth of which nobody says how well it is to go."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context
from blueprint.rules.moments import moments
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the declared moments of truth without a standard; potential ones need none."""
    for declared in moments(context):
        if declared.standard is None:
            yield Found(
                path=declared.path,
                at_key=True,
                about=(declared.about,),
                message=Phrase.of(
                    "the moment of truth {element} has no standard",
                    element=context.named(declared.about),
                ),
                hint=Phrase.of("write standard: with how well it is to go"),
            )


RULE = Rule(
    code="BP402",
    name="moment-without-standard",
    severity="warning",
    summary=Phrase.of("A declared moment of truth has no standard."),
    why=Phrase.of("Nobody can tell whether it went well if nobody said what well is."),
    failing="""\
blueprint: Café
departments: {bar: Bar}
phases:
  Visit:
    - customer: Tastes the coffee
      moment_of_truth: {owner: bar}
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
