"""A change put into effect: the same blueprints with what it adds, and what it removes marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from blueprint.analysis.ripple.draft import Draft
from blueprint.errors import InvalidBlueprintError, ReferenceNotFoundError
from blueprint.graph import lenient_graph
from blueprint.integrity import Scope, Wanted
from blueprint.model import (
    LANE_CLASS,
    Act,
    Action,
    Change,
    Frozen,
    LinkTo,
    System,
    slug,
)
from blueprint.model.ids import first_text
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """A change in effect.

    Attributes:
        scope: The blueprints with the change.
        added: Ids of what it adds, in the change's order.
        removed: Ids of what it takes away; they are still there, marked as removed.
    """

    scope: Scope
    added: tuple[str, ...]
    removed: tuple[str, ...]


def applied(scope: Scope, change: Change) -> Applied:
    """Return the blueprints with a change in effect; the old ones stay as they are.

    Added systems, channels, promises and articles go where the workspace shares them, or into
    the one blueprint; added actions into their step and lane, as if written there. Whoever
    comes to need an added action keeps everything it needed before.

    Args:
        scope: The blueprints and their catalog.
        change: What is to change.

    Raises:
        ReferenceNotFoundError: The change names something that is not there.
        InvalidBlueprintError: It adds an id that is taken, or something that does not fit.
    """
    draft = Draft(scope)
    draft.speak(change.languages)
    elements = tuple(_named(draft, change))
    actions = tuple(_actions(draft, change))
    _used(draft, change)
    _needed(draft, change, actions)
    removed = tuple(_removed(draft, change))
    return Applied(scope=draft.scope, added=(*elements, *actions), removed=removed)


def _named(draft: Draft, change: Change) -> Iterator[str]:
    for key, system in change.adds.systems.items():
        old = draft.element("systems", key)
        if old is not None and getattr(old, "status", None) != "proposed":
            raise _taken(key)
        known = _written(old) if old is not None else {}
        fields = {**known, "status": "proposed", **_written(system, without=("used_by",))}
        yield draft.put("systems", key, System(**fields))
    others: tuple[tuple[str, Mapping[str, Frozen]], ...] = (
        ("channels", change.adds.channels),
        ("promises", change.adds.promises),
        ("knowledge", change.adds.knowledge),
    )
    for kind, elements in others:
        for key, element in elements.items():
            if draft.element(kind, key) is not None:
                raise _taken(key)
            yield draft.put(kind, key, element)


def _actions(draft: Draft, change: Change) -> Iterator[str]:
    for action in change.adds.actions:
        stem, step = draft.home(one(draft.scope, action.step, "step"))
        blueprint = draft.blueprints[stem]
        base = action.id or slug(first_text(action.name, change.languages[0]))
        known = blueprint.names
        taken = base in known.actions or base in known.steps or base in known.elements
        key = f"{step}.{base}" if taken and action.id is None else base
        if not key or key in known.actions or key in known.steps:
            raise _taken(key)
        fields = _written(action, without=("lane", "step", "needed_by", "id"))
        made = LANE_CLASS[action.lane](**{"status": "proposed", **fields})
        draft.blueprints[stem] = blueprint.add(made, to=step, lane=action.lane, id=key)
        yield draft.scope.global_id(stem, key)


def _used(draft: Draft, change: Change) -> None:
    for key, system in change.adds.systems.items():
        for ref in system.used_by:
            stem, local = draft.home(one(draft.scope, ref, "action"))
            action = _acting(draft, stem, local)
            if key not in action.systems:
                draft.replace(stem, local, systems=(*action.systems, key))


def _needed(draft: Draft, change: Change, added: Sequence[str]) -> None:
    """Write what comes to need an added action, and keep what was implied before."""
    wanted = [
        (ref, target)
        for action, target in zip(change.adds.actions, added, strict=True)
        for ref in action.needed_by
    ]
    implied = _implied_needs(draft.scope) if wanted else {}
    for ref, target in wanted:
        source = one(draft.scope, ref, "action")
        stem, local = draft.home(source)
        action = _acting(draft, stem, local)
        needs = action.needs
        if needs is None:
            needs = tuple(LinkTo(to=draft.home(to)[1]) for to in implied.get(source, ()))
        home, target_local = draft.home(target)
        name = target_local if home == stem else target
        if name not in {link.to for link in needs}:
            draft.replace(stem, local, needs=(*needs, LinkTo(to=name)))


def _implied_needs(scope: Scope) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for link in lenient_graph(scope).links:
        if link.implied and link.kind in ("interaction", "support"):
            found[link.source] = (*found.get(link.source, ()), link.target)
    return found


def _removed(draft: Draft, change: Change) -> Iterator[str]:
    for ref in change.removes:
        element = one(draft.scope, ref, "any")
        draft.mark_removed(element)
        yield element


def one(scope: Scope, ref: str, wants: Wanted) -> str:
    """Return the one graph id a change's reference means.

    Raises:
        ReferenceNotFoundError: It means nothing, or several.
    """
    found = scope.find(None, ref, wants)
    if len(found) == 1:
        return found[0]
    if found:
        raise ReferenceNotFoundError.ambiguous(ref, found)
    near = scope.nearest(None, ref, wants)
    missing = Phrase.of('{kind} "{id}" is not defined', kind=Phrase.of(wants), id=ref)
    if near is None:
        raise ReferenceNotFoundError(missing)
    raise ReferenceNotFoundError(
        Phrase.of("{problem}; did you mean “{near}”?", problem=missing, near=near)
    )


def _acting(draft: Draft, stem: str, local: str) -> Act:
    action: Action = draft.blueprints[stem].names.actions[local].action
    if not isinstance(action, Act):
        raise InvalidBlueprintError(
            Phrase.of("“{id}” is evidence; it uses no system and needs no action", id=local)
        )
    return action


def _written(value: Frozen, *, without: tuple[str, ...] = ()) -> dict[str, Any]:
    return {k: getattr(value, k) for k in value.model_fields_set if k not in without}


def _taken(key: str) -> InvalidBlueprintError:
    return InvalidBlueprintError(
        Phrase.of("the change cannot add “{id}”: there is one already", id=key)
    )
