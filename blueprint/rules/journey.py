"""The journey through the steps: what follows what, where it begins, where it ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.model import LinkTo
from blueprint.rules.context import Context

Ways = tuple[str | None, ...]
"""Ids of the steps that may follow; ``None`` is a way out of the blueprint."""


def ways_on(context: Context) -> Mapping[str, Ways]:
    """Return, for every step of the file, the steps that follow it on the customer's way.

    What follows is what ``next`` names, else the next column. An empty ``next``, a ``null``,
    the last column and a step of another file all lead out of the blueprint; so does a name
    that means nothing, for that is a mistake of its own.
    """
    steps = list(context.steps)
    found: dict[str, Ways] = {}
    for n, name in enumerate(steps):
        written = name.step.next
        if written is None:
            found[name.id] = (steps[n + 1].id,) if n + 1 < len(steps) else (None,)
        else:
            found[name.id] = tuple(_step(context, link) for link in written) or (None,)
    return found


def entries(context: Context) -> Iterator[str]:
    """Go through the steps a customer can come in by.

    These are the first column, the steps at which complaints come in, and those that
    another file leads to or sets off.
    """
    steps = {context.id(name.id): name.id for name in context.steps}
    yield from list(steps.values())[:1]
    for holder, stem in ((context.value, context.stem), (context.scope.catalog, None)):
        for ref in holder.complaints.entry if holder is not None and holder.complaints else ():
            yield from (steps[i] for i in context.scope.find(stem, ref, "step") if i in steps)
    for link in context.graph.links:
        if link.kind in ("flow", "triggers"):
            source, target = context.node(link.source), context.node(link.target)
            if source and target and source.blueprint != target.blueprint and target.step in steps:
                yield steps[target.step]


def set_off(context: Context) -> Mapping[str, tuple[str, ...]]:
    """Return, by step, the other steps of the file that it sets off, or that mend it."""
    steps = {context.id(name.id): name.id for name in context.steps}
    found: dict[str, list[str]] = {}
    for link in context.graph.links:
        if link.kind not in ("triggers", "recovers"):
            continue
        ends = [context.node(link.source), context.node(link.target)]
        before, after = ends if link.kind == "triggers" else reversed(ends)
        if before and after and before.step in steps and after.step in steps:
            found.setdefault(steps[before.step], []).append(steps[after.step])
    return {step: tuple(after) for step, after in found.items()}


def _step(context: Context, link: LinkTo) -> str | None:
    if link.to is None or context.blueprint is None or ":" in link.to:
        return None
    found = context.blueprint.names.find_steps(link.to)
    return found[0] if len(found) == 1 else None
