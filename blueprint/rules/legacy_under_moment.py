"""A system due for renewal on which a moment of truth rests."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.graph import above
from blueprint.model import System
from blueprint.rules.context import Context
from blueprint.rules.moments import Declared, moments
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase
from blueprint.words.label import listing


def find(context: Context) -> Iterator[Found]:
    """Go through the legacy systems beneath the file's declared moments of truth.

    Beneath a moment is whatever its step or action rests on, by any number of links of
    interaction, support and use. Each system is told once, with all its moments.
    """
    declared = list(moments(context))
    if not declared:
        return
    for node in context.graph.of_kind("system"):
        if not isinstance(node.element, System) or not node.element.legacy:
            continue
        felt = set(above(context.graph, node.id))
        resting = [m for m in declared if not felt.isdisjoint(_actions(context, m.about))]
        if resting:
            yield _found(context, node.id, resting)


def _actions(context: Context, about: str) -> Iterator[str]:
    """Go through the graph ids of a moment's actions: of a whole step, or the one action."""
    graph = context.graph
    if graph.node(about).kind != "step":
        yield graph.node(about).id
        return
    for number in graph.leaving[graph.index[about]]:
        if graph.links[number].kind == "contains":
            yield graph.nodes[graph.targets[number]].id


def _found(context: Context, system: str, resting: list[Declared]) -> Found:
    own = next((key for key in context.value.systems if context.element(key) == system), None)
    about = tuple(dict.fromkeys(moment.about for moment in resting))
    return Found(
        path=resting[0].path if own is None else ("systems", own),
        at_key=True,
        about=(system, *about),
        message=Phrase.of(
            "the system {system} is due for renewal, and moments of truth rest on it: {moments}",
            system=context.named(system),
            moments=listing([context.named(moment) for moment in about]),
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
