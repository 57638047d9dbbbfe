"""Something only proposed in a blueprint that shows what is."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model import System
from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through proposed actions, and uses of proposed systems, where the state is current."""
    if context.blueprint is None or context.blueprint.state != "current":
        return
    for name in context.actions:
        card = context.id(name.id)
        if name.action.status == "proposed":
            yield Found(
                path=(*name.path, "status"),
                about=(card,),
                message=Phrase.of(
                    "{element} is only proposed, but the blueprint shows what is",
                    element=context.named(card),
                ),
                hint=_HINT,
            )
        for n, ref in enumerate(getattr(name.action, "systems", ())):
            node = context.node(context.one(ref, "system"))
            if node and isinstance(node.element, System) and node.element.status == "proposed":
                yield Found(
                    path=(*name.path, "systems", n),
                    about=(node.id, card),
                    message=Phrase.of(
                        "{action} uses {system}, which is only proposed, but the blueprint"
                        " shows what is",
                        action=context.named(card),
                        system=context.named(node.id),
                    ),
                    hint=_HINT,
                )


_HINT = Phrase.of("write state: future at the top, or put it into a change file")

RULE = Rule(
    code="BP303",
    name="proposed-in-current",
    severity="warning",
    summary=Phrase.of("Something only proposed stands in a blueprint whose state is current."),
    why=Phrase.of("Readers would take a plan for what customers meet today."),
    failing="""\
blueprint: Café
phases:
  Visit:
    - customer: Orders
      frontstage: {name: Shows the menu on a screen, status: proposed}
""",
    mended="""\
blueprint: Café
state: future
phases:
  Visit:
    - customer: Orders
      frontstage: {name: Shows the menu on a screen, status: proposed}
""",
    find=find,
)
