"""A promise that nobody made."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the file's promises without ``made_by``."""
    for key, promise in context.value.promises.items():
        if promise.made_by is None:
            own = context.element(key)
            yield Found(
                path=("promises", key),
                at_key=True,
                about=(own,),
                message=Phrase.of(
                    "nobody is said to have made the promise {promise}",
                    promise=context.named(own),
                ),
                hint=Phrase.of("write made_by: with the department that made it"),
            )


RULE = Rule(
    code="BP404",
    name="promise-without-maker",
    severity="warning",
    summary=Phrase.of("A promise names no department that made it."),
    why=Phrase.of("Whoever made a promise must hear when it can no longer be kept."),
    failing="""\
blueprint: Café
departments: {marketing: Marketing}
promises: {fast: {text: Coffee in three minutes, kept_by: [brews-coffee]}}
phases:
  Visit:
    - {customer: Orders, backstage: Brews coffee}
""",
    mended="""\
blueprint: Café
departments: {marketing: Marketing}
promises: {fast: {text: Coffee in three minutes, made_by: marketing, kept_by: [brews-coffee]}}
phases:
  Visit:
    - {customer: Orders, backstage: Brews coffee}
""",
    find=find,
)
