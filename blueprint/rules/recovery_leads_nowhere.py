"""A recovery after which nothing goes on."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context
from blueprint.rules.fails import fails
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase
from blueprint.words.label import label_phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the recoveries that lead nowhere.

    A recovery leads onward if the customer does it, if another action waits for it, if it
    sets another off, or if the journey flows on from it. Where it leads only to itself it
    leads nowhere.
    """
    for point in fails(context):
        mends = context.one(point.fail.recovery, "action")
        node = context.node(mends)
        if mends is None or node is None or node.kind == "customer":
            continue
        if not _leads_on(context, mends):
            yield Found(
                path=(*point.path, "recovery"),
                about=(mends, point.at),
                message=Phrase.of(
                    "{recovery} mends “{fail}”, but nothing goes on from there",
                    recovery=context.named(mends),
                    fail=label_phrase(point.fail.name),
                ),
                hint=Phrase.of("write triggers: in it, or needs: in the action that waits for it"),
            )


def _leads_on(context: Context, action: str) -> bool:
    graph = context.graph
    own = graph.index[action]
    waits = (
        graph.links[n].kind in ("interaction", "support") and graph.sources[n] != own
        for n in graph.arriving[own]
    )
    goes = (
        graph.links[n].kind in ("triggers", "flow") and graph.targets[n] != own
        for n in graph.leaving[own]
    )
    return any(waits) or any(goes)


RULE = Rule(
    code="BP502",
    name="recovery-leads-nowhere",
    severity="warning",
    summary=Phrase.of("Nothing goes on from the action that mends a fail point."),
    why=Phrase.of("The customer stays where it went wrong: mended, but not taken further."),
    failing="""\
blueprint: Café
phases:
  Visit:
    - customer: Drinks
      frontstage: {name: Clears up, needs: []}
      backstage: Brews a fresh one
      fails: [{name: The coffee is cold, recovery: brews-a-fresh-one}]
""",
    mended="""\
blueprint: Café
phases:
  Visit:
    - customer: Drinks
      frontstage: {name: Clears up, needs: []}
      backstage: {name: Brews a fresh one, triggers: [clears-up]}
      fails: [{name: The coffee is cold, recovery: brews-a-fresh-one}]
""",
    find=find,
)
