"""Steps and cards made from what they say, without going through all they could say.

A card has some thirty fields and says two or three of them. Here only those are read, each
by the function that checks the field otherwise too, and put beside the defaults. Where
anything does not fit, pydantic reads the whole list again and tells what is wrong. So
nothing is decided here: what comes out is what pydantic would make, only sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, GetCoreSchemaHandler, PlainValidator, TypeAdapter
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

from blueprint.model.base import Frozen, OneOrMany, Ref, Short, is_language_map, listed

T = TypeVar("T")
Reader = Callable[[Any], Any]
"""Returns what a written value stands for; raises one of `_REFUSED` where it does not fit."""

_REFUSED = (LookupError, TypeError, ValueError)

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


class SaidOnly:
    """Marks a tuple of a class whose values are read by what they say, unless they err.

    Attributes:
        expanded: Returns the fields by name that an entry stands for; by default those of
            cards, which may be written as their name alone.
    """

    def __init__(self, expanded: Reader | None = None) -> None:
        self.expanded = expanded

    def reader(self, kind: Any) -> Reader:  # noqa: ANN401  (any annotation)
        """Return what reads one entry of a tuple of ``kind``."""
        cls = get_args(kind)[0]
        return _reader_of_model(cls, self.expanded or _brief(cls))

    def __get_pydantic_core_schema__(
        self,
        source: Any,  # noqa: ANN401  (any annotation)
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        read = self.reader(source)

        def entries(value: object, otherwise: Reader) -> object:
            if not isinstance(value, (list, tuple)):
                return otherwise(value)
            try:
                return tuple([read(entry) for entry in value])
            except _REFUSED:
                return otherwise(value)

        return core_schema.no_info_wrap_validator_function(entries, handler(source))


Cards = Annotated[tuple[T, ...], SaidOnly(), BeforeValidator(listed), OneOrMany()]
"""Cards of one lane of a step, which may be written as the only one."""


def _brief(cls: type[Short]) -> Reader:
    """Return what gives the fields of a card that may be written as its name alone."""
    short = cls.short

    def expanded(entry: object) -> object:
        if isinstance(entry, dict):
            return entry if short in entry or not is_language_map(entry, cls) else {short: entry}
        return {short: entry} if isinstance(entry, str) else entry

    return expanded


class _Readers(dict[str, Reader]):
    """How each field of a class is read; found out when the field is met first."""

    def __init__(self, fields: Mapping[str, FieldInfo]) -> None:
        super().__init__()
        self._fields = fields

    def __missing__(self, key: str) -> Reader:
        field = self._fields[key]
        if field.alias is not None:
            raise KeyError(key)
        self[key] = reader = _reader(field.rebuild_annotation())
        return reader


def _reader_of_model(cls: type[Frozen], expanded: Reader) -> Reader:
    """Return what makes a value of ``cls`` from its mapping, or from its short form."""
    fields = cls.model_fields
    readers = _Readers(fields)
    defaults = {key: field.get_default() for key, field in fields.items()}
    required = {key for key, field in fields.items() if field.is_required()}

    def read(entry: object) -> Frozen:
        said = expanded(entry)
        if not isinstance(said, dict) or not required <= said.keys():
            raise LookupError
        held = defaults.copy()
        for key, value in said.items():
            held[key] = readers[key](value)
        made = cls.__new__(cls)
        _hold_fields(made, held)
        _hold_said(made, set(said))
        _hold_extra(made, None)
        _hold_private(made, None)
        return made

    return read


def _reader(kind: Any) -> Reader:  # noqa: ANN401  (any annotation)
    """Return what reads the values of one annotation."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind == Ref:
        return _ref
    if origin in (Union, UnionType) and arguments[1:] == (NoneType,):
        return _reader(arguments[0])
    if origin is Annotated:
        inner, *rules = arguments
        for rule in rules:
            if isinstance(rule, PlainValidator):
                return cast("Reader", rule.func)
            if isinstance(rule, SaidOnly):
                return partial(_many, rule.reader(inner))
        if BeforeValidator(listed) in rules and get_origin(inner) is tuple:
            return partial(_many, _reader(get_args(inner)[0]))
    return TypeAdapter(kind).validator.validate_python


def _many(read: Reader, value: object) -> tuple[object, ...]:
    return tuple([read(entry) for entry in listed(value)])


def _ref(value: object) -> str:
    if isinstance(value, str) and value:
        return value
    raise ValueError
