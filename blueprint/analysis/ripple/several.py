"""Several changes put into effect as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from blueprint.errors import BlueprintError
from blueprint.model import AddedAction, AddedSystem, Adds, Change, FrozenMap, Label
from blueprint.model.ids import first_text, slug
from blueprint.words import Phrase

V = TypeVar("V")


def together(changes: Sequence[Change]) -> Change:
    """Return the one change that several make; a single one stays as it is.

    Where two say different things of the same element, the first holds; that they do is told
    by `blueprint.analysis.conflicts`. Whoever uses a system that two bring is told by both.

    Raises:
        BlueprintError: There is none.

    Examples:
        >>> from blueprint.model import Change
        >>> one, other = Change(change="Sell tea", removes=["cups"]), Change(change="Close early")
        >>> both = together([one, other])
        >>> both.change, both.removes
        ('Sell tea; Close early', ('cups',))
    """
    if not changes:
        raise BlueprintError(
            Phrase.of("say where the ripple starts: ids, or a change that names some")
        )
    if len(changes) == 1:
        return changes[0]
    languages = tuple(dict.fromkeys(tag for change in changes for tag in change.languages))
    return Change.model_construct(
        change=_joined([change.change for change in changes], languages),
        languages=languages,
        because=_each(change.because for change in changes),
        changes=_each(change.changes for change in changes),
        adds=Adds.model_construct(
            systems=_systems([change.adds for change in changes]),
            actions=_actions(changes),
            channels=_first(change.adds.channels for change in changes),
            promises=_first(change.adds.promises for change in changes),
            knowledge=_first(change.adds.knowledge for change in changes),
        ),
        removes=_each(change.removes for change in changes),
        cost=_first(change.cost for change in changes),
        moves=_each(change.moves for change in changes),
    )


def _joined(labels: Sequence[Label], languages: Sequence[str]) -> Label:
    if all(isinstance(label, str) for label in labels):
        return "; ".join(str(label) for label in labels)
    return FrozenMap(
        {
            tag: ("；" if tag.startswith("zh") else "; ").join(_in(label, tag) for label in labels)
            for tag in languages
        }
    )


def _in(label: Label, tag: str) -> str:
    return label if isinstance(label, str) else label.get(tag) or next(iter(label.values()))


def _each(entries: Iterable[tuple[V, ...]]) -> tuple[V, ...]:
    """Return all entries in their order, the same one once."""
    return tuple(dict.fromkeys(entry for part in entries for entry in part))


def _first(held: Iterable[FrozenMap[str, V]]) -> FrozenMap[str, V]:
    """Return all entries by id; of two with one id the first."""
    found: dict[str, V] = {}
    for part in held:
        for key, entry in part.items():
            found.setdefault(key, entry)
    return FrozenMap(found)


def _actions(changes: Sequence[Change]) -> tuple[AddedAction, ...]:
    """Return all added actions; of two with one id the first, needed by whoever needs either."""
    found: dict[str, AddedAction] = {}
    for change in changes:
        for action in change.adds.actions:
            stem = action.step.rpartition(":")[0]
            base = action.id or slug(first_text(action.name, change.languages[0]))
            known = found.setdefault(f"{stem}:{base}", action)
            needed_by = tuple(dict.fromkeys((*known.needed_by, *action.needed_by)))
            if needed_by != known.needed_by:
                found[f"{stem}:{base}"] = known.model_copy(update={"needed_by": needed_by})
    return tuple(found.values())


def _systems(adds: Sequence[Adds]) -> FrozenMap[str, AddedSystem]:
    users: dict[str, tuple[str, ...]] = {}
    for added in adds:
        for key, system in added.systems.items():
            users[key] = tuple(dict.fromkeys((*users.get(key, ()), *system.used_by)))
    held = _first(added.systems for added in adds)
    return FrozenMap(
        {
            key: system.model_copy(update={"used_by": users[key]}) if users[key] else system
            for key, system in held.items()
        }
    )
