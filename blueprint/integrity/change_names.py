"""What a change file names, looked up in the workspace it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.integrity.referring import Path, Reference, Wanted, each, linked, named
from blueprint.integrity.scope import Scope
from blueprint.integrity.soundness import Defect, undefined
from blueprint.model import AddedAction, Change
from blueprint.model.ids import first_text, slug

_ADDED: tuple[tuple[str, Wanted], ...] = (
    ("systems", "system"),
    ("channels", "channel"),
    ("promises", "promise"),
    ("knowledge", "knowledge"),
)


def change_defects(change: Change, scope: Scope) -> tuple[Defect, ...]:
    """Return the names of a change that mean nothing, or too much, where it stands.

    Args:
        change: The change.
        scope: The blueprints and the catalog it is about.
    """
    return tuple(undefined(change_references(change), scope, None, set(_brought(change))))


def change_references(change: Change) -> Iterator[Reference]:
    """Go through everything a change names, in file order."""
    for n, altered in enumerate(change.changes):
        yield Reference(("changes", n, "to"), altered.to, "any")
    yield from _of_elements(change)
    for n, action in enumerate(change.adds.actions):
        yield from _of_action(action, ("adds", "actions", n))
    yield from each(("removes",), change.removes, "any")
    for key, cost in change.cost.items():
        yield Reference(("cost", key), key, "any")
        yield from named(("cost", key, "funded_by"), cost.funded_by, "department")
    yield from each(("moves",), change.moves, "metric")


def _brought(change: Change) -> Iterator[tuple[str, Wanted]]:
    """Go through what the change itself brings, so that the rest of it may name it."""
    for key, wanted in _ADDED:
        for added in getattr(change.adds, key):
            yield from ((added, wanted), (added, "any"))
    for action in change.adds.actions:
        made = action.id or slug(first_text(action.name, change.languages[0]))
        yield from ((made, "action"), (made, "any"))


def _of_elements(change: Change) -> Iterator[Reference]:
    for key, system in change.adds.systems.items():
        path: Path = ("adds", "systems", key)
        yield from named((*path, "department"), system.department, "department")
        yield from each((*path, "integrates"), system.integrates, "system")
        yield from each((*path, "used_by"), system.used_by, "action")
    for key, promise in change.adds.promises.items():
        path = ("adds", "promises", key)
        yield from named((*path, "about"), promise.about, "any")
        yield from named((*path, "made_by"), promise.made_by, "department")
        yield from each((*path, "kept_by"), promise.kept_by, "action")
    for key, article in change.adds.knowledge.items():
        yield from named(("adds", "knowledge", key, "department"), article.department, "department")


def _of_action(action: AddedAction, path: Path) -> Iterator[Reference]:
    yield Reference((*path, "step"), action.step, "step")
    yield from named((*path, "department"), action.department, "department")
    yield from each((*path, "systems"), action.systems, "system")
    yield from each((*path, "channels"), action.channels, "channel")
    yield from each((*path, "knowledge"), action.knowledge, "knowledge")
    yield from linked((*path, "needs"), action.needs or (), "action")
    yield from linked((*path, "triggers"), action.triggers, "action")
    yield from each((*path, "needed_by"), action.needed_by, "action")
