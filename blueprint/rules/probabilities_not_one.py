"""Branches whose probabilities do not add to 1."""

from __future__ import annotations

import math
from collections.abc import Iterator

from blueprint.model import LinkTo
from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase

TOLERANCE = 1e-6
"""How far the sum may be from 1."""


def find(context: Context) -> Iterator[Found]:
    """Go through the steps whose ``next`` says probabilities that do not add to 1."""
    for name in context.steps:
        links = name.step.next or ()
        stated = [link.probability for link in links if link.probability is not None]
        total = math.fsum(stated)
        silent = len(links) - len(stated)
        if not stated or (silent == 0 and abs(total - 1) <= TOLERANCE):
            continue
        step = context.id(name.id)
        yield Found(
            path=(*name.path, "next"),
            about=(step, *_targets(context, links)),
            message=_message(context, step, total, silent),
            hint=_hint(total, len(links), silent),
        )


def _message(context: Context, step: str, total: float, silent: int) -> Phrase:
    if silent:
        return Phrase.of(
            "some ways on from {step} have a probability and {n} have none",
            step=context.named(step),
            n=silent,
        )
    return Phrase.of(
        "the probabilities of the ways on from {step} add to {total}, not 1",
        step=context.named(step),
        total=_shown(total),
    )


def _hint(total: float, ways: int, silent: int) -> Phrase:
    rest = 1 - total
    if silent == 1 and rest >= 0:
        return Phrase.of("write probability: {rest} for the one without", rest=_shown(rest))
    if ways == 1:
        return Phrase.of("write the other way too; to: null is one out of the service")
    return Phrase.of("write a probability for every way, so that they add to 1")


def _targets(context: Context, links: tuple[LinkTo, ...]) -> tuple[str, ...]:
    found = (context.one(link.to, "step") for link in links)
    return tuple(dict.fromkeys(step for step in found if step is not None))


def _shown(value: float) -> str:
    return f"{value:.6g}"


RULE = Rule(
    code="BP206",
    name="probabilities-not-one",
    severity="error",
    summary=Phrase.of("The probabilities of the ways on from a step do not add to 1."),
    why=Phrase.of("Every customer goes on somehow; otherwise some would get lost, or be doubled."),
    failing="""\
blueprint: Café
phases:
  Visit:
    - {customer: Orders, next: [{to: pay, probability: 70%}, {to: wait, probability: 20%}]}
    - {id: wait, customer: Waits}
    - {id: pay, customer: Pays}
""",
    mended="""\
blueprint: Café
phases:
  Visit:
    - {customer: Orders, next: [{to: pay, probability: 70%}, {to: wait, probability: 30%}]}
    - {id: wait, customer: Waits}
    - {id: pay, customer: Pays}
""",
    find=find,
)
