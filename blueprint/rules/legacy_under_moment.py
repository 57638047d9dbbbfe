"""A system due for renewal on which a moment of truth rests."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.graph import beneath
from blueprint.model import System
from blueprint.rules.context import Context
from blueprint.rules.moments import moments
from blueprint.rules.rule import Found, Path, Rule
from blueprint.words import Phrase
from blueprint.words.label import listing


def find(context: Context) -> Iterator[Found]:
    """Go through the legacy systems beneath the file's declared moments of truth.

    Beneath a moment is whatever its step or action rests on, by any number of links of
    interaction, support and use. Each system is told once, with all its moments.
    """
    resting: dict[str, list[str]] = {}
    first: dict[str, Path] = {}
    for moment in moments(context):
        for id in beneath(context.graph, moment.about):  # noqa: A001  (a graph id)
            node = context.node(id)
            if node and isinstance(node.element, System) and node.element.legacy:
                resting.setdefault(id, []).append(moment.about)
                first.setdefault(id, moment.path)
    for system, about in resting.items():
        own = next((k for k in context.value.systems if context.element(k) == system), None)
        moment_names = listing([context.named(moment) for moment in dict.fromkeys(about)])
        yield Found(
            path=first[system] if own is None else ("systems", own),
            at_key=own is not None,
            about=(system, *dict.fromkeys(about)),
            message=Phrase.of(
                "the system {system} is due for renewal, and moments of truth rest on it: {moments}",
                system=context.named(system),
                moments=moment_names,
            ),
            hint=Phrase.of("renew it first, or write under ignore: why it may wait"),
        )


RULE = Rule(
    code="BP310",
    name="legacy-under-moment",
    severity="warning",
    summary=Phrase.of("A declared moment of truth rests on a legacy system."),
    why=Phrase.of("What is due for renewal fails where it decides how the customer judges."),
    failing="""\
blueprint: Café
systems: {till: {name: Till, legacy: true}}
phases:
  Visit:
    - customer: Pays
      moment_of_truth: true
      frontstage: {name: Takes the money, systems: [till]}
""",
    mended="""\
blueprint: Café
systems: {till: {name: New till}}
phases:
  Visit:
    - customer: Pays
      moment_of_truth: true
      frontstage: {name: Takes the money, systems: [till]}
""",
    find=find,
)
