"""Changing a blueprint by id: each function returns a new one and leaves the old as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from blueprint.errors import InvalidBlueprintError, ReferenceNotFoundError
from blueprint.model.action import LANE_CLASS, LANES, BaseAction, LaneAction
from blueprint.model.base import Frozen, FrozenMap
from blueprint.model.catalog import (
    Channel,
    Department,
    Knowledge,
    Lever,
    Metric,
    Observation,
    Persona,
    Product,
    Promise,
    System,
)
from blueprint.model.ids import NAMED_KINDS, first_text, slug
from blueprint.model.step import Phase, Step
from blueprint.words import Phrase

if TYPE_CHECKING:
    from blueprint.model.blueprint import Blueprint

Path = tuple[str | int, ...]

KIND_CLASS: Mapping[str, type[Frozen]] = {
    "departments": Department,
    "systems": System,
    "channels": Channel,
    "personas": Persona,
    "products": Product,
    "promises": Promise,
    "knowledge": Knowledge,
    "metrics": Metric,
    "levers": Lever,
    "observations": Observation,
}
"""The class of what stands under each top-level key."""


def replace(blueprint: Blueprint, id: str, changes: Mapping[str, Any]) -> Blueprint:  # noqa: A002
    """Return the blueprint with fields of one element changed; its id stays what it was."""
    path = locate(blueprint, id)
    old = _at(blueprint, path)
    fields = {name: getattr(old, name) for name in old.model_fields_set}
    if isinstance(old, (BaseAction, Step, Phase)) and old.id is None and "id" not in changes:
        fields["id"] = _found(blueprint, id)
    new = _made(type(old), {**fields, **changes})
    edited = _put(blueprint, path, lambda _: (new,))
    if "id" in fields and old.id is None:
        plain = _put(blueprint, path, lambda _: (new.model_copy(update={"id": None}),))
        if _same_ids(plain, edited):
            return plain
    return edited


def add(
    blueprint: Blueprint,
    element: Frozen | Mapping[str, Any] | str,
    *,
    to: str | None,
    lane: str | None,
    kind: str | None,
    id: str | None,  # noqa: A002
    after: str | None,
) -> Blueprint:
    """Return the blueprint with one more phase, step, action or named element."""
    kind = kind or _kind_of(element)
    if kind is not None:
        return _add_named(blueprint, element, kind, id)
    if isinstance(element, Phase):
        path: Path = ("phases",)
        made: Frozen = element
    elif isinstance(element, Step) or (to is not None and _is_phase(blueprint, to)):
        made = element if isinstance(element, Step) else _made(Step, element)
        path = (*_phase_path(blueprint, to), "steps")
    else:
        made, lane = _action(element, lane)
        path = (*_step_path(blueprint, to), *_lane_path(lane))
    if id is not None:
        made = made.model_copy(update={"id": id})
    if after is None:
        return _append(blueprint, path, made)
    behind = locate(blueprint, after)
    if behind[:-1] != path:
        raise InvalidBlueprintError(
            Phrase.of("“{after}” does not stand where the new element goes", after=after)
        )
    return _put(blueprint, behind, lambda old: (old, made))


def remove(blueprint: Blueprint, id: str) -> Blueprint:  # noqa: A002
    """Return the blueprint without one element and what stands in it."""
    path = locate(blueprint, id)
    return _put(blueprint, path, lambda _: ())


def locate(blueprint: Blueprint, id: str) -> Path:  # noqa: A002
    """Return the path in the model of the element an id means."""
    found = _found(blueprint, id)
    names = blueprint.names
    if found in names.steps:
        return names.steps[found].path
    if found in names.actions:
        path = names.actions[found].path
        lane = names.actions[found].lane
        return path if lane in LANES else (*path[:4], "lanes", *path[4:])
    if found in names.phases:
        return ("phases", names.phases[found])
    kind = names.elements[found]
    if found not in getattr(blueprint, kind):
        raise ReferenceNotFoundError(
            Phrase.of("“{id}” is defined in the catalog; change it there", id=found)
        )
    return (kind, found)


def _found(blueprint: Blueprint, id: str) -> str:  # noqa: A002
    found = blueprint.names.find(id)
    if len(found) == 1:
        return found[0]
    if found:
        raise ReferenceNotFoundError.ambiguous(id, found)
    raise ReferenceNotFoundError(Phrase.of("nothing here has the id “{id}”", id=id))


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401  (any part of the model)
    for part in path:
        value = getattr(value, str(part)) if isinstance(value, Frozen) else value[part]
    return value


def _put(blueprint: Blueprint, path: Path, change: Any) -> Blueprint:  # noqa: ANN401
    """Return the blueprint with the entry at ``path`` replaced by what ``change`` gives for it."""
    *parents, last = path
    holder = _at(blueprint, tuple(parents))
    old = holder[last]
    entries = change(old)
    if isinstance(holder, FrozenMap):
        kept = {k: v for k, v in holder.items() if k != last or entries}
        new: Any = FrozenMap({k: (entries[0] if k == last else v) for k, v in kept.items()})
    else:
        new = (*holder[:last], *entries, *holder[int(last) + 1 :])
    edited: Blueprint = _rebuilt(blueprint, tuple(parents), new)
    return edited


def _rebuilt(value: Any, path: Path, new: Any) -> Any:  # noqa: ANN401
    if not path:
        return new
    part, *rest = path
    if isinstance(value, Frozen):
        inner = _rebuilt(getattr(value, str(part)), tuple(rest), new)
        fields = {name: getattr(value, name) for name in value.model_fields_set}
        return type(value).model_construct(
            value.model_fields_set | {str(part)}, **{**fields, str(part): inner}
        )
    if isinstance(value, FrozenMap):
        inner = _rebuilt(value[part], tuple(rest), new)
        return FrozenMap({k: (inner if k == part else v) for k, v in value.items()})
    index = int(part)
    inner = _rebuilt(value[index], tuple(rest), new)
    return (*value[:index], inner, *value[index + 1 :])


def _append(blueprint: Blueprint, path: Path, made: Frozen) -> Blueprint:
    holder, last = _at(blueprint, path[:-1]), path[-1]
    old = holder.get(last, ()) if isinstance(holder, FrozenMap) else getattr(holder, str(last))
    if isinstance(holder, FrozenMap):
        new: Any = FrozenMap({**holder, str(last): (*old, made)})
        edited: Blueprint = _rebuilt(blueprint, path[:-1], new)
    else:
        edited = _rebuilt(blueprint, path, (*old, made))
    return edited


def _add_named(
    blueprint: Blueprint,
    element: Frozen | Mapping[str, Any] | str,
    kind: str,
    id: str | None,  # noqa: A002
) -> Blueprint:
    if kind not in KIND_CLASS:
        raise InvalidBlueprintError(
            Phrase.of(
                "“{kind}” is no kind of element; it is one of {kinds}",
                kind=kind,
                kinds=", ".join(KIND_CLASS),
            )
        )
    cls = KIND_CLASS[kind]
    made = element if isinstance(element, cls) else _made(cls, element)
    name = getattr(made, "name", None) or getattr(made, "text", None) or ""
    key = id or slug(first_text(name, blueprint.languages[0]))
    if not key or key in blueprint.names.elements:
        raise InvalidBlueprintError(Phrase.of("“{id}” is taken or empty; give another id", id=key))
    held: FrozenMap[str, Any] = getattr(blueprint, kind)
    edited: Blueprint = _rebuilt(blueprint, (kind,), FrozenMap({**held, key: made}))
    return edited


def _kind_of(element: object) -> str | None:
    return next((kind for kind in NAMED_KINDS if type(element) is KIND_CLASS[kind]), None)


def _action(element: Any, lane: str | None) -> tuple[Frozen, str]:  # noqa: ANN401
    if isinstance(element, BaseAction):
        own: str = getattr(element, "lane", "") or lane or ""
        return (element, own) if own else (element, "backstage")
    if lane is None:
        raise InvalidBlueprintError(
            Phrase.of("say in which lane the action stands: {lanes}", lanes=", ".join(LANES))
        )
    if lane in LANE_CLASS:
        return _made(LANE_CLASS[lane], element), lane
    made = _made(LaneAction, element)
    return made.model_copy(update={"lane": lane}), lane


def _lane_path(lane: str) -> Path:
    return (lane,) if lane in LANES else ("lanes", lane)


def _is_phase(blueprint: Blueprint, id: str) -> bool:  # noqa: A002
    names = blueprint.names
    return id in names.phases and id not in names.steps


def _phase_path(blueprint: Blueprint, to: str | None) -> Path:
    if to is None:
        if not blueprint.phases:
            raise InvalidBlueprintError(Phrase.of("there is no phase yet; add one first"))
        return ("phases", len(blueprint.phases) - 1)
    if to not in blueprint.names.phases:
        raise ReferenceNotFoundError(Phrase.of("no phase has the id “{id}”", id=to))
    return ("phases", blueprint.names.phases[to])


def _step_path(blueprint: Blueprint, to: str | None) -> Path:
    found = () if to is None else blueprint.names.find_steps(to)
    if len(found) != 1:
        raise ReferenceNotFoundError(
            Phrase.of("say with to= which step it is added to; “{id}” is none", id=to or "")
        )
    return blueprint.names.steps[found[0]].path


def _same_ids(one: Blueprint, other: Blueprint) -> bool:
    return list(one.names.steps) == list(other.names.steps) and list(one.names.actions) == list(
        other.names.actions
    )


def _made(cls: type[Any], value: Any) -> Any:  # noqa: ANN401
    try:
        return cls.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or cls.__name__
        raise InvalidBlueprintError(
            Phrase.of("{where}: {message}", where=where, message=first["msg"])
        ) from error
