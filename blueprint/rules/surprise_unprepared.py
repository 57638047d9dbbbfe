"""A good surprise that nobody prepares."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model import Surprise
from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase
from blueprint.words.label import label_phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the surprises that nobody, or nobody out of sight, prepares."""
    for name in context.steps:
        for n, lived in enumerate(name.step.experience):
            if lived.surprise is None or _is_prepared_behind(context, lived.surprise):
                continue
            step = context.id(name.id)
            surprise = label_phrase(lived.surprise.name)
            message = (
                Phrase.of("the surprise “{surprise}” in {step} is prepared in the customer's view",
                          surprise=surprise, step=context.named(step))
                if lived.surprise.prepared_by
                else Phrase.of("nobody prepares the surprise “{surprise}” in {step}",
                               surprise=surprise, step=context.named(step))
            )  # fmt: skip
            yield Found(
                path=(*name.path, "experience", n, "surprise", "name"),
                about=(step,),
                message=message,
                hint=Phrase.of("write prepared_by: with an action behind the line of visibility"),
            )


def _is_prepared_behind(context: Context, surprise: Surprise) -> bool:
    ranks = context.lane_ranks
    line = ranks.get("frontstage", 0)
    for link in surprise.prepared_by:
        node = context.node(context.one(link.to, "action"))
        unknown = node is None or node.lane not in ranks
        if unknown or (node is not None and ranks[node.lane or ""] > line):
            return True
    return False


RULE = Rule(
    code="BP604",
    name="surprise-unprepared",
    severity="warning",
    summary=Phrase.of("A surprise has nobody who prepares it out of the customer's sight."),
    why=Phrase.of("Surprises that depend on somebody's good day happen once and then never again."),
    failing="""\
blueprint: Café
phases:
  Visit:
    - customer: Orders
      experience: {surprise: {name: They know my name}}
      backstage: Keeps notes on regulars
""",
    mended="""\
blueprint: Café
phases:
  Visit:
    - customer: Orders
      experience: {surprise: {name: They know my name, prepared_by: keeps-notes-on-regulars}}
      backstage: Keeps notes on regulars
""",
    find=find,
)
