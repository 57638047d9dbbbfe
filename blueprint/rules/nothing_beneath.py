"""A customer action that nothing of the service stands beneath."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model import CustomerAction
from blueprint.rules.context import Context, name_path
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase

_SERVING = frozenset({"frontstage", "backstage", "support", "other", "system"})


def find(context: Context) -> Iterator[Found]:
    """Go through the customer actions that nothing serves, unless they are meant to be so.

    Something stands beneath an action if it needs or sets off an action of a lower lane, if
    it uses a system, or if its step has anything in the lanes below the customer's.
    """
    served = {step.id for step in context.steps if _has_service(context, step.actions)}
    for name, action in context.acts:
        if not isinstance(action, CustomerAction) or action.participation == "self":
            continue
        card = context.id(name.id)
        if name.step not in served and not _rests_on_something(context, card):
            yield Found(
                path=name_path(name),
                about=(card, context.id(name.step)),
                message=Phrase.of(
                    "nothing of the service stands beneath {action}", action=context.named(card)
                ),
                hint=Phrase.of(
                    "write what serves it, or participation: self if the customer acts alone"
                ),
            )


def _has_service(context: Context, actions: tuple[str, ...]) -> bool:
    names = context.blueprint.names.actions if context.blueprint else {}
    return any(names[action].lane not in ("evidence", "customer") for action in actions)


def _rests_on_something(context: Context, card: str) -> bool:
    graph = context.graph
    leaving = graph.leaving[graph.index[card]]
    return any(
        graph.links[n].kind in ("interaction", "support", "uses", "triggers")
        and graph.nodes[graph.targets[n]].kind in _SERVING
        for n in leaving
    )


RULE = Rule(
    code="BP202",
    name="nothing-beneath",
    severity="warning",
    summary=Phrase.of("A customer action has nothing of the service beneath it."),
    why=Phrase.of(
        "Either the customer is left alone there, or what serves them has been forgotten."
    ),
    failing="""\
blueprint: Café
phases:
  Visit:
    - {customer: Looks for a seat, evidence: Tables}
""",
    mended="""\
blueprint: Café
phases:
  Visit:
    - {customer: {name: Looks for a seat, participation: self}, evidence: Tables}
""",
    find=find,
)
