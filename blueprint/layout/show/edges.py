"""Edges: the graph's links between two cards of the picture, and what is written on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.integrity.referring import Wanted
from blueprint.layout.show.context import Context
from blueprint.layout.show.values import share
from blueprint.layout.view import LABEL_PARTS, Card, Edge, EdgeKind
from blueprint.model import Act, Coupling, Link, LinkTo

DRAWN: Mapping[str, EdgeKind] = {
    "flow": "flow",
    "evidence": "evidence",
    "interaction": "interaction",
    "support": "support",
    "triggers": "triggers",
    "recovers": "recovers",
    "prepares": "prepares",
}
"""The kinds of link that are drawn as lines; the others are told in the details."""

Written = Mapping[tuple[str, str, str], LinkTo]
"""What the author wrote about a link, by its field, source and target."""

_FIELD = {"flow": "next", "interaction": "needs", "support": "needs", "triggers": "triggers",
          "prepares": "prepared_by"}  # fmt: skip


def edges_of(context: Context, cards: tuple[Card, ...]) -> tuple[Edge, ...]:
    """Return the links between the cards, in the graph's order."""
    index = {card.id: n for n, card in enumerate(cards)}
    written = written_links(context)
    return tuple(
        Edge(
            source=index[link.source],
            target=index[link.target],
            kind=DRAWN[link.kind],
            label=label_of(link, written, context),
            implied=link.implied,
        )
        for link in context.graph.links
        if link.kind in DRAWN and link.source in index and link.target in index
    )


def label_of(link: Link, written: Written, context: Context) -> str:
    """Return what is written on a link: how often it is taken, and its label or condition."""
    if not isinstance(link, Coupling):
        return ""
    to = written.get((_FIELD.get(link.kind, ""), link.source, link.target))
    said = context.say(to.label or to.when) if to else link.label or link.when or ""
    often = share(link.probability, context) if link.probability is not None else ""
    return LABEL_PARTS.join(text for text in (often, said) if text)


def written_links(context: Context) -> Written:
    """Return every link the file's author wrote, so that its texts can be read in any language."""
    found: dict[tuple[str, str, str], LinkTo] = {}
    for field, source, to, wants in _entries(context):
        target = context.meant(to.to, wants)[0] if to.to is not None else ""
        if target:
            found.setdefault((field, source, target), to)
    return found


def _entries(context: Context) -> Iterator[tuple[str, str, LinkTo, Wanted]]:
    names = context.names
    for step in names.steps.values():
        local = names.lead(step.id)
        lead = context.own(local) if local is not None else ""
        for to in step.step.next or ():
            yield "next", lead, to.model_copy(update={"to": _lead_of(to.to, context)}), "action"
        for lived in step.step.experience:
            for to in lived.surprise.prepared_by if lived.surprise else ():
                # the link goes from who prepares to the lead action
                source = context.meant(to.to, "action")[0] if to.to is not None else ""
                yield "prepared_by", source, to.model_copy(update={"to": local}), "action"
        for action_id in step.actions:
            action = names.actions[action_id].action
            if isinstance(action, Act):
                for to in action.needs or ():
                    yield "needs", context.own(action_id), to, "action"
                for to in action.triggers:
                    yield "triggers", context.own(action_id), to, "action"


def _lead_of(ref: str | None, context: Context) -> str | None:
    """Return the step a ``next`` means, for an action that stands for its step."""
    if ref is None or ":" in ref:
        return ref
    steps = context.names.find_steps(ref)
    return steps[0] if len(steps) == 1 else ref
