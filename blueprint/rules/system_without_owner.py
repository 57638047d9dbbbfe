"""A system that no department owns."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the file's systems without a department."""
    for key, system in context.value.systems.items():
        if system.department is None:
            own = context.element(key)
            yield Found(
                path=("systems", key),
                at_key=True,
                about=(own,),
                message=Phrase.of("the system {system} has no owner", system=context.named(own)),
                hint=Phrase.of("write department: with who answers for it"),
            )


RULE = Rule(
    code="BP302",
    name="system-without-owner",
    severity="warning",
    summary=Phrase.of("A system has no department that owns it."),
    why=Phrase.of("When it fails or has to change, nobody knows whom to call."),
    failing="""\
blueprint: Café
departments: {it: IT}
systems: {till: Till}
phases:
  Visit:
    - customer: Pays
      frontstage: {name: Takes the money, systems: [till], department: it}
""",
    mended="""\
blueprint: Café
departments: {it: IT}
systems: {till: {name: Till, department: it}}
phases:
  Visit:
    - customer: Pays
      frontstage: {name: Takes the money, systems: [till], department: it}
""",
    find=find,
)
