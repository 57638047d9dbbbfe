"""An action that would last through a step before its own."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the actions whose ``until`` names an earlier column."""
    order = {context.id(name.id): n for n, name in enumerate(context.steps)}
    for name in context.actions:
        last = context.one(name.action.until, "step")
        own = context.id(name.step)
        if last in order and order[last] < order[own]:
            card = context.id(name.id)
            yield Found(
                path=(*name.path, "until"),
                about=(card, last),
                message=Phrase.of(
                    "{action} would last until {step}, which comes before it",
                    action=context.named(card),
                    step=context.named(last),
                ),
                hint=Phrase.of("put the action into the earlier step and write until: {step}",
                               step=name.step),
            )  # fmt: skip


RULE = Rule(
    code="BP207",
    name="until-runs-backwards",
    severity="error",
    summary=Phrase.of("An action is to last until a step that comes before its own."),
    why=Phrase.of("Time runs from left to right; nothing can end before it begins."),
    failing="""\
blueprint: Café
phases:
  Visit:
    - customer: Orders
    - {customer: Waits, backstage: {name: Brews coffee, until: orders}}
""",
    mended="""\
blueprint: Café
phases:
  Visit:
    - {customer: Orders, backstage: {name: Brews coffee, until: waits}}
    - customer: Waits
""",
    find=find,
)
