"""A step at which complaints come in, not declared a moment of truth."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model import Act, Step
from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the steps that ``complaints.entry`` names and that are no moment of truth.

    A step whose moment of truth is of the kind ``complaint`` is one already, and so is a
    step with an action that is one.
    """
    complaints = context.value.complaints
    for n, ref in enumerate(complaints.entry if complaints else ()):
        node = context.node(context.one(ref, "step"))
        if node is None or not isinstance(node.element, Step) or _is_moment(node.element):
            continue
        yield Found(
            path=("complaints", "entry", n),
            about=(node.id,),
            message=Phrase.of(
                "complaints come in at {step}, which is no moment of truth",
                step=context.named(node.id),
            ),
            hint=Phrase.of(
                "write moment_of_truth: with kind: complaint and its owner: in that step"
            ),
        )


def _is_moment(step: Step) -> bool:
    acts = (action for action in step.actions if isinstance(action, Act))
    return step.moment_of_truth is not None or any(act.moment_of_truth for act in acts)


RULE = Rule(
    code="BP403",
    name="complaint-no-moment",
    severity="warning",
    summary=Phrase.of("Complaints come in at a step that is no moment of truth."),
    why=Phrase.of("Whoever complains decides there whether to stay; few moments weigh more."),
    failing="""\
blueprint: Café
complaints: {entry: [says-it-is-cold]}
phases:
  Visit:
    - customer: Says it is cold
      frontstage: Listens
""",
    mended="""\
blueprint: Café
complaints: {entry: [says-it-is-cold]}
phases:
  Visit:
    - customer: Says it is cold
      moment_of_truth: {kind: complaint}
      frontstage: Listens
""",
    find=find,
)
