"""A channel that no persona uses."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the file's channels that stand in no persona's list.

    Where no persona says anything about channels, nothing is known and nothing is said.
    """
    used = {
        channel
        for persona in context.personas.values()
        for ref in persona.channels
        if (channel := context.one(ref, "channel")) is not None
    }
    if not used:
        return
    for key in context.value.channels:
        own = context.element(key)
        if own not in used:
            yield Found(
                path=("channels", key),
                at_key=True,
                about=(own,),
                message=Phrase.of(
                    "no persona uses the channel {channel}", channel=context.named(own)
                ),
                hint=Phrase.of("write it into channels: of a persona, or ask whether it is needed"),
            )


RULE = Rule(
    code="BP602",
    name="channel-without-persona",
    severity="info",
    summary=Phrase.of("A channel stands in the list of no persona."),
    why=Phrase.of(
        "It costs money and nobody the service is for wants it, or a persona is missing."
    ),
    failing="""\
blueprint: Café
channels: {counter: Counter, fax: Fax}
personas: {commuter: {name: Commuter, channels: [counter]}}
phases:
  Visit:
    - {customer: Orders, channels: [counter, fax]}
""",
    mended="""\
blueprint: Café
channels: {counter: Counter, fax: Fax}
personas: {commuter: {name: Commuter, channels: [counter, fax]}}
phases:
  Visit:
    - {customer: Orders, channels: [counter, fax]}
""",
    find=find,
)
