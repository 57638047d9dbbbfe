"""An action that no department is known to do."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model import Act, CustomerAction, System
from blueprint.rules.context import Context, name_path
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the actions of the service without a department.

    Technology passes if it uses systems and all of them have an owner. Where no department
    is named anywhere, that is said once for the whole blueprint.
    """
    missing = [
        context.id(name.id)
        for name, action in context.acts
        if not isinstance(action, CustomerAction) and not _is_answered_for(context, action)
    ]
    if missing and not context.departments:
        yield Found(
            path=("blueprint",),
            about=(context.home,),
            message=Phrase.of("no department is named, so nobody is known to do the work"),
            hint=Phrase.of("write departments: and give every action its department:"),
        )
        return
    places = {context.id(name.id): name for name in context.actions}
    for card in missing:
        yield Found(
            path=name_path(places[card]),
            about=(card,),
            message=Phrase.of("{action} has no department", action=context.named(card)),
            hint=Phrase.of("write department: with who does it"),
        )


def _is_answered_for(context: Context, action: Act) -> bool:
    if action.department is not None:
        return True
    twin = context.node(context.one(action.same_as, "action"))
    if twin is not None and getattr(twin.element, "department", None) is not None:
        return True
    if action.actor != "technology" or not action.systems:
        return False
    return all(_has_owner(context, ref) for ref in action.systems)


def _has_owner(context: Context, ref: str) -> bool:
    node = context.node(context.one(ref, "system"))
    return node is None or (
        isinstance(node.element, System) and node.element.department is not None
    )


RULE = Rule(
    code="BP301",
    name="action-without-department",
    severity="warning",
    summary=Phrase.of("An action of the service has no department."),
    why=Phrase.of("What nobody owns nobody improves, and a change there reaches nobody."),
    failing="""\
blueprint: Café
departments: {bar: Bar}
phases:
  Visit:
    - customer: Orders
      frontstage: Takes the order
""",
    mended="""\
blueprint: Café
departments: {bar: Bar}
phases:
  Visit:
    - customer: Orders
      frontstage: {name: Takes the order, department: bar}
""",
    find=find,
)
