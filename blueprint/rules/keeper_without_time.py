"""A promise of a duration whose keepers say no time."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model import Act, Promise, Step, Time
from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase
from blueprint.words.label import listing


def find(context: Context) -> Iterator[Found]:
    """Go through the keepers that say no time to hold against a promised duration.

    An action has a time if it, or the step it stands in, says how long it takes; a step if
    it or any of its actions says so. If all steps from the target's ``from`` to its ``to``
    say so, the way is known and no keeper is asked.
    """
    for key, promise in context.value.promises.items():
        target = promise.target
        if target is None or target.measure != "duration" or target.at_most is None:
            continue
        keepers = [k for ref in promise.kept_by if (k := context.one(ref, "any")) is not None]
        without = [k for k in dict.fromkeys(keepers) if not _says_time(context, k)]
        if not without or _way_is_known(context, promise):
            continue
        own = context.element(key)
        yield Found(
            path=("promises", key, "kept_by"),
            about=(own, *without),
            message=Phrase.of(
                "the promise {promise} is of at most {most}, but these keepers say no time: {keepers}",
                promise=context.named(own),
                most=str(target.at_most),
                keepers=listing([context.named(keeper) for keeper in without]),
            ),
            hint=Phrase.of("write duration: in the action, or time: in its step"),
        )


def _says_time(context: Context, keeper: str) -> bool:
    node = context.node(keeper)
    if node is None:
        return False
    if isinstance(node.element, Step):
        return _takes(node.element)
    step = context.node(node.step)
    in_step = step is not None and isinstance(step.element, Step) and _is_told(step.element.time)
    return in_step or (isinstance(node.element, Act) and _acts_for(node.element))


def _takes(step: Step) -> bool:
    acts = (act for act in step.actions if isinstance(act, Act))
    return _is_told(step.time) or any(_acts_for(act) for act in acts)


def _acts_for(act: Act) -> bool:
    return act.duration is not None or _is_told(act.time)


def _is_told(time: Time | None) -> bool:
    return time is not None and (time.actual is not None or time.waiting is not None)


def _way_is_known(context: Context, promise: Promise) -> bool:
    """Tell whether every step from the target's first to its last says how long it takes."""
    if promise.target is None:
        return False
    ends = [context.one(promise.target.from_, "step"), context.one(promise.target.to, "step")]
    steps = [node for node in context.graph.nodes if node.kind == "step"]
    order = {node.id: n for n, node in enumerate(steps)}
    if ends[0] not in order or ends[1] not in order:
        return False
    way = steps[order[ends[0]] : order[ends[1]] + 1]
    return bool(way) and all(isinstance(n.element, Step) and _takes(n.element) for n in way)


RULE = Rule(
    code="BP407",
    name="keeper-without-time",
    severity="warning",
    summary=Phrase.of("What keeps a promise of a duration says no time to hold against it."),
    why=Phrase.of("Whether the promise can be kept at all cannot be told."),
    failing="""\
blueprint: Café
promises:
  fast:
    text: Coffee in three minutes
    target: {measure: duration, at_most: 3 min}
    kept_by: [brews-coffee]
phases:
  Visit:
    - {customer: Orders, backstage: Brews coffee}
""",
    mended="""\
blueprint: Café
promises:
  fast:
    text: Coffee in three minutes
    target: {measure: duration, at_most: 3 min}
    kept_by: [brews-coffee]
phases:
  Visit:
    - {customer: Orders, backstage: {name: Brews coffee, duration: 90 s}}
""",
    find=find,
)
