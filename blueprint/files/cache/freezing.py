"""Values of the model as JSON that says what they are, and back without checking them again.

Nothing but the model's own classes can come out of it: a name of anything else is refused.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from blueprint import model
from blueprint.model import Frozen, FrozenMap

_CLASS = "~"
"""The key under which the class of a value stands."""
_MAP = ""
"""The key under which the entries of a mapping stand."""
_UNSAID = "+"
"""The key under which those fields stand that differ from their default though nobody said so."""
_PLAIN = (str, int, float, bool, type(None))
_ELSEWHERE = frozenset({"catalog", "stem"})
"""Fields of a blueprint that come with its workspace."""

_hold_fields, _hold_said, _hold_extra, _hold_private = (
    vars(BaseModel)[name].__set__
    for name in (
        "__dict__",
        "__pydantic_fields_set__",
        "__pydantic_extra__",
        "__pydantic_private__",
    )
)
"""Put the four things pydantic keeps of a value into a new one."""


def frozen(value: object) -> bytes:
    r"""Return a value of the model as JSON.

    Raises:
        TypeError: It holds something that is not the model's.

    Examples:
        >>> frozen(FrozenMap({"en": "Hotel"}))
        b'{"":[["en","Hotel"]]}'
    """
    return json.dumps(_told(value), ensure_ascii=False, separators=(",", ":")).encode()


def thawed(data: bytes) -> Any:  # noqa: ANN401  (whatever was frozen)
    """Return the value that `frozen` wrote.

    Raises:
        ValueError: The data is not what `frozen` writes.
    """
    try:
        return _tuples(json.loads(data, object_hook=_made))
    except (LookupError, TypeError, AttributeError, RecursionError) as problem:
        raise ValueError(str(problem)) from None


def _told(value: Any) -> object:  # noqa: ANN401  (any value of the model)
    cls = type(value)
    if cls in _PLAIN:
        return value
    if cls is tuple:
        return [_told(entry) for entry in value]
    if isinstance(value, FrozenMap):
        return {_MAP: [[_told(key), _told(entry)] for key, entry in value.items()]}
    if not isinstance(value, Frozen) or _classes().get(cls.__name__) is not cls:
        raise TypeError(f"a {cls.__name__} is not kept")
    held, said, defaults = value.__dict__, value.model_fields_set, _defaults(cls)
    told: dict[str, object] = {_CLASS: cls.__name__}
    for name in cls.model_fields:
        if name in said and name not in _ELSEWHERE:
            told[name] = _told(held[name])
    unsaid = {
        name: _told(held[name])
        for name, default in defaults.items()
        if name not in said and name not in _ELSEWHERE and held[name] != default
    }
    return {**told, _UNSAID: unsaid} if unsaid else told


def _made(told: dict[str, Any]) -> Any:  # noqa: ANN401  (any value of the model)
    """Return the value one JSON object stands for; what is in it has been made already."""
    name = told.pop(_CLASS, None)
    if name is None:
        if _MAP not in told:
            return told
        return FrozenMap([(_tuples(key), _tuples(entry)) for key, entry in told[_MAP]])
    cls = _classes()[name]
    unsaid = told.pop(_UNSAID, None)
    for field, entry in told.items():
        if type(entry) is list:
            told[field] = _tuples(entry)
    held = {**_defaults(cls), **told}
    if unsaid is not None:
        held.update((field, _tuples(entry)) for field, entry in unsaid.items())
    made = cls.__new__(cls)
    _hold_fields(made, held)
    _hold_said(made, set(told))
    _hold_extra(made, None)
    _hold_private(made, None)
    return made


def _tuples(value: Any) -> Any:  # noqa: ANN401  (any value of the model)
    """Return lists, which JSON has, as tuples, which the model has."""
    if type(value) is not list:
        return value
    return tuple([_tuples(entry) if type(entry) is list else entry for entry in value])


@cache
def _classes() -> Mapping[str, type[Frozen]]:
    """Return the classes of the model by name."""
    found: dict[str, type[Frozen]] = {}
    waiting: list[type[Frozen]] = [Frozen]
    while waiting:
        for cls in waiting.pop().__subclasses__():
            if cls.__module__.startswith(f"{model.__name__}."):
                found[cls.__name__] = cls
            waiting.append(cls)
    return found


@cache
def _defaults(cls: type[Frozen]) -> Mapping[str, Any]:
    """Return what each field of a class is if nobody says so, in order; required ones are said."""
    fields = cls.model_fields.items()
    return {
        name: None if field.is_required() else field.get_default(call_default_factory=True)
        for name, field in fields
    }
