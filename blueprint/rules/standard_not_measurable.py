"""A standard in words alone."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context
from blueprint.rules.moments import standards
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the standards that say neither at most nor at least how much."""
    for about, standard, path in standards(context):
        if standard.at_most is None and standard.at_least is None:
            yield Found(
                path=(*path, "text"),
                about=(about,),
                message=Phrase.of(
                    "the standard of {element} cannot be measured", element=context.named(about)
                ),
                hint=Phrase.of("write at_most: or at_least: beside its text:"),
            )


RULE = Rule(
    code="BP408",
    name="standard-not-measurable",
    severity="info",
    summary=Phrase.of("A standard says neither at most nor at least how much."),
    why=Phrase.of("Good intentions differ from person to person; a figure is the same for all."),
    failing="""\
blueprint: Café
phases:
  Visit:
    - customer: Orders
      frontstage: {name: Takes the order, standard: Quickly}
""",
    mended="""\
blueprint: Café
phases:
  Visit:
    - customer: Orders
      frontstage: {name: Takes the order, standard: {text: Quickly, at_most: 30 s}}
""",
    find=find,
)
