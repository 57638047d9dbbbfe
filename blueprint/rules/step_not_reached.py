"""A step that no customer can come to."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context, title_path
from blueprint.rules.journey import entries, set_off, ways_on
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the steps that neither the journey nor a trigger nor a recovery comes to."""
    ways, sparks = ways_on(context), set_off(context)
    queue = list(entries(context))
    reached = set(queue)
    while queue:
        step = queue.pop()
        for after in (*ways[step], *sparks.get(step, ())):
            if after is not None and after not in reached:
                reached.add(after)
                queue.append(after)
    for name in context.steps:
        if name.id not in reached:
            step = context.id(name.id)
            yield Found(
                path=title_path(name),
                about=(step,),
                message=Phrase.of(
                    "{step} cannot be reached from the first step", step=context.named(step)
                ),
                hint=Phrase.of("name it in next: of the step it follows, or in triggers:"),
            )


RULE = Rule(
    code="BP204",
    name="step-not-reached",
    severity="warning",
    summary=Phrase.of("A step cannot be reached from the first one."),
    why=Phrase.of("No customer would ever come to it, so it is misplaced or a link is missing."),
    failing="""\
blueprint: Café
phases:
  Visit:
    - {customer: Orders, next: [drinks]}
    - customer: Waits
    - customer: Drinks
""",
    mended="""\
blueprint: Café
phases:
  Visit:
    - {customer: Orders, next: [waits]}
    - customer: Waits
    - customer: Drinks
""",
    find=find,
)
