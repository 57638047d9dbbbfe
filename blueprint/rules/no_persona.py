"""A blueprint of nobody's journey."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Say so if the blueprint names no persona."""
    if context.blueprint is not None and not context.blueprint.personas:
        yield Found(
            path=("blueprint",),
            about=(context.home,),
            message=Phrase.of(
                "{blueprint} names no persona", blueprint=context.named(context.home)
            ),
            hint=Phrase.of("write personas: with whose journey this is"),
        )


RULE = Rule(
    code="BP601",
    name="no-persona",
    severity="info",
    summary=Phrase.of("A blueprint does not say whose journey it shows."),
    why=Phrase.of("Everybody's journey is nobody's: what delights one customer annoys another."),
    failing="""\
blueprint: Café
phases:
  Visit:
    - customer: Orders
""",
    mended="""\
blueprint: Café
personas: {commuter: Commuter}
phases:
  Visit:
    - customer: Orders
""",
    find=find,
)
