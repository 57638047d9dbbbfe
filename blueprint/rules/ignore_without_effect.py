"""An entry under ``ignore`` that no finding fits."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the entries that matched nothing; unknown rules are told elsewhere."""
    for n in context.idle_ignores:
        entry = context.value.ignore[n]
        if entry.rule not in context.settable:
            continue
        yield Found(
            path=("ignore", n),
            about=(context.home,) if context.home else (),
            message=Phrase.of("nothing is there to ignore for {rule}", rule=entry.rule),
            hint=Phrase.of("delete the entry; what it was for is mended, or stands elsewhere"),
        )


RULE = Rule(
    code="BP802",
    name="ignore-without-effect",
    severity="info",
    summary=Phrase.of("An entry under ignore: fits no finding."),
    why=Phrase.of("It would hide the next such finding, for a reason given for another."),
    failing="""\
blueprint: Café
personas: {commuter: Commuter}
ignore: [{rule: BP601, because: We are new}]
phases:
  Visit:
    - customer: Orders
""",
    mended="""\
blueprint: Café
ignore: [{rule: BP601, because: We are new}]
phases:
  Visit:
    - customer: Orders
""",
    find=find,
    last=True,
)
