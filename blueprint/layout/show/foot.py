"""What stands at a card's foot: systems, knowledge and tags as chips, small signs, channels."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.layout.show.context import Context
from blueprint.layout.view import ChannelIcon, Chip, Pin
from blueprint.model import Act, BaseAction, Step


def chips_of(action: BaseAction, step: Step | None, context: Context) -> Iterator[Chip]:
    """Go through a card's chips; ``step`` is its step where it is the lead action."""
    if isinstance(action, Act):
        for ref in dict.fromkeys(action.systems):
            node_id, name = context.meant(ref, "system")
            node = context.nodes.get(node_id)
            yield Chip(
                kind="system",
                id=node_id or ref,
                text=name,
                status=getattr(node.element, "status", None) or "current" if node else "current",
                legacy=bool(getattr(node.element, "legacy", False)) if node else False,
            )
        for ref in dict.fromkeys(action.knowledge):
            node_id, name = context.meant(ref, "knowledge")
            yield Chip(kind="knowledge", id=node_id or ref, text=name)
    for tag in dict.fromkeys((*(step.tags if step else ()), *action.tags)):
        yield Chip(kind="tag", id="", text=f"#{tag}")


def pins_of(action: BaseAction, step: Step | None, context: Context) -> Iterator[Pin]:
    """Go through a card's small signs: who may decide, notes, and links to the web."""
    if isinstance(action, Act):
        yield from _decisions(action, context)
    for owner in (step, action):
        if owner is not None and owner.note is not None:
            text = context.phrase("Note: {text}", text=context.say(owner.note))
            yield Pin(kind="note", text=text)
    links = [context.say(link.text) or link.url for owner in (step, action) if owner
             for link in owner.links]  # fmt: skip
    if links:
        listed = context.word(", ").join(dict.fromkeys(links))
        yield Pin(kind="link", text=context.phrase("On the web: {names}", names=listed))


def _decisions(action: Act, context: Context) -> Iterator[Pin]:
    if action.decides:
        yield Pin(kind="decision", text=context.word("A decision is taken here"))
    if action.approved_by:
        names = [context.meant(ref, "any")[1] for ref in action.approved_by]
        listed = context.word(", ").join(names)
        yield Pin(kind="approval", text=context.phrase("Approved by: {names}", names=listed))
    if action.discretion:
        yield Pin(kind="discretion", text=context.word("May decide alone"))
    elif action.discretion is not None:
        yield Pin(kind="no-discretion", text=context.word("May not decide alone"))


def channels_of(action: object, step: Step | None, context: Context) -> Iterator[ChannelIcon]:
    """Go through a card's channels, each once."""
    written = [*(step.channels if step else ()), *getattr(action, "channels", ())]
    for ref in dict.fromkeys(written):
        node_id, name = context.meant(ref, "channel")
        node = context.nodes.get(node_id)
        kind = getattr(node.element, "kind", None) if node else None
        yield ChannelIcon(id=node_id or ref, name=name, kind=kind or "other")
