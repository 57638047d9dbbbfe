"""A customer action written to need what lies behind the line of visibility, with no frontstage."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model import CustomerAction
from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through written needs of customer actions that go over the line of visibility.

    Only what is written counts, and only where the step has nobody and nothing onstage.
    """
    steps = {name.id: name.step for name in context.steps}
    for name, action in context.acts:
        if not isinstance(action, CustomerAction) or steps[name.step].frontstage:
            continue
        for n, link in enumerate(action.needs or ()):
            target = context.one(link.to, "action")
            if target is not None and _is_behind(context, target):
                card = context.id(name.id)
                yield Found(
                    path=(*name.path, "needs", n, "to"),
                    about=(card, target, context.id(name.step)),
                    message=Phrase.of(
                        "{action} reaches {target} over the line of visibility,"
                        " but nothing stands onstage in this step",
                        action=context.named(card),
                        target=context.named(target),
                    ),
                    hint=Phrase.of("write frontstage: with the person or the screen between them"),
                )


def _is_behind(context: Context, target: str) -> bool:
    node = context.node(target)
    ranks = context.lane_ranks
    if node is None or node.lane is None or "frontstage" not in ranks:
        return False
    return ranks.get(node.lane, ranks["frontstage"]) > ranks["frontstage"]


RULE = Rule(
    code="BP203",
    name="skips-frontstage",
    severity="warning",
    summary=Phrase.of(
        "A customer action is written to need something behind the line of visibility,"
        " and its step has no frontstage."
    ),
    why=Phrase.of("Customers cannot reach what they cannot see; somebody or a screen is between."),
    failing="""\
blueprint: Café
phases:
  Visit:
    - customer: {name: Orders, needs: [brews-coffee]}
      backstage: Brews coffee
""",
    mended="""\
blueprint: Café
phases:
  Visit:
    - customer: Orders
      frontstage: {name: Takes the order, needs: [brews-coffee]}
      backstage: Brews coffee
""",
    find=find,
)
