"""A promise that nothing keeps."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the file's promises without ``kept_by``."""
    for key, promise in context.value.promises.items():
        if not promise.kept_by:
            own = context.element(key)
            yield Found(
                path=("promises", key),
                at_key=True,
                about=(own,),
                message=Phrase.of(
                    "nothing keeps the promise {promise}", promise=context.named(own)
                ),
                hint=Phrase.of("write kept_by: with the steps or actions that keep it"),
            )


RULE = Rule(
    code="BP405",
    name="promise-without-keeper",
    severity="warning",
    summary=Phrase.of("A promise names nothing that keeps it."),
    why=Phrase.of("A promise outside the blueprint is kept by chance."),
    failing="""\
blueprint: Café
promises: {fast: Coffee in three minutes}
phases:
  Visit:
    - {customer: Orders, backstage: Brews coffee}
""",
    mended="""\
blueprint: Café
promises: {fast: {text: Coffee in three minutes, kept_by: [brews-coffee]}}
phases:
  Visit:
    - {customer: Orders, backstage: Brews coffee}
""",
    find=find,
)
