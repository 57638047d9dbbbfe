"""A promise that cannot be held against anything."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model import Promise
from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the file's promises without a target of at most or at least something."""
    for key, promise in context.value.promises.items():
        if not _is_measurable(promise):
            own = context.element(key)
            yield Found(
                path=("promises", key),
                at_key=True,
                about=(own,),
                message=Phrase.of(
                    "the promise {promise} has no target that can be measured",
                    promise=context.named(own),
                ),
                hint=Phrase.of("write target: with its measure: and at_most: or at_least:"),
            )


def _is_measurable(promise: Promise) -> bool:
    target = promise.target
    return target is not None and (target.at_most is not None or target.at_least is not None)


RULE = Rule(
    code="BP406",
    name="promise-not-measurable",
    severity="warning",
    summary=Phrase.of("A promise has no target that can be measured."),
    why=Phrase.of("Customers measure it all the same; better to know first whether it is kept."),
    failing="""\
blueprint: Café
promises: {fast: Fast coffee}
phases:
  Visit:
    - {customer: Orders, backstage: Brews coffee}
""",
    mended="""\
blueprint: Café
promises: {fast: {text: Fast coffee, target: {measure: duration, at_most: 3 min}}}
phases:
  Visit:
    - {customer: Orders, backstage: Brews coffee}
""",
    find=find,
)
