"""A step from which the journey never ends."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context, title_path
from blueprint.rules.journey import ways_on
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the steps from which no way leads out of the blueprint."""
    ways = ways_on(context)
    before: dict[str, list[str]] = {}
    for step, afters in ways.items():
        for after in afters:
            if after is not None:
                before.setdefault(after, []).append(step)
    queue = [step for step, afters in ways.items() if None in afters]
    leaves = set(queue)
    while queue:
        for step in before.get(queue.pop(), ()):
            if step not in leaves:
                leaves.add(step)
                queue.append(step)
    for name in context.steps:
        if name.id not in leaves:
            step = context.id(name.id)
            written = name.step.next is not None
            yield Found(
                path=(*name.path, "next") if written else title_path(name),
                about=(step,),
                message=Phrase.of("from {step} no way leads to an end", step=context.named(step)),
                hint=Phrase.of("write next: [] where the journey ends, or one way to: null"),
            )


RULE = Rule(
    code="BP205",
    name="step-without-way-out",
    severity="warning",
    summary=Phrase.of("From a step no way leads to an end of the journey."),
    why=Phrase.of("A customer who comes there would go round in a circle for ever."),
    failing="""\
blueprint: Café
phases:
  Visit:
    - {id: order, customer: Orders}
    - {id: wait, customer: Waits, next: [order]}
""",
    mended="""\
blueprint: Café
phases:
  Visit:
    - {id: order, customer: Orders}
    - {id: wait, customer: Waits, next: [order, {to: null, when: Served}]}
""",
    find=find,
)
