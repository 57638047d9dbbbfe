"""The ground the model stands on: frozen classes, frozen mappings, labels and shorthands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

K = TypeVar("K")
V = TypeVar("V")

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SHOWN = 40
"""How much of a wrong text is shown."""
_LONGEST_ID = 200
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")


def wrong(code: str, template: str, **values: object) -> PydanticCustomError:
    """Return the error for a value that is not right: stable code, sentence and its values."""
    shown = {name: str(value) for name, value in values.items()}
    return PydanticCustomError(
        code,
        template,
        {**shown, "template": template},
    )


class FrozenMap(Mapping[K, V]):
    """A mapping that keeps its order, cannot change and has a hash.

    Examples:
        >>> names = FrozenMap({"en": "Hotel", "zh": "酒店"})
        >>> names["zh"], hash(names) == hash(FrozenMap(names))
        ('酒店', True)
    """

    __slots__ = ("_data", "_hash")

    def __init__(self, data: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        self._data: dict[K, V] = dict(data)
        self._hash: int | None = None

    def __getitem__(self, key: K) -> V:
        return self._data[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return list(self._data.items()) == list(other._data.items())
        return NotImplemented

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(tuple(self._data.items()))
        return self._hash

    def __repr__(self) -> str:
        return f"FrozenMap({self._data!r})"

    def __reduce__(self) -> tuple[type[FrozenMap[K, V]], tuple[dict[K, V]]]:
        return (FrozenMap, (self._data,))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        key, value = getattr(source, "__args__", (Any, Any))
        inner = core_schema.dict_schema(handler(key), handler(value))
        made = core_schema.no_info_after_validator_function(cls, inner)
        unfreeze = core_schema.no_info_before_validator_function(_thawed, made)
        return core_schema.json_or_python_schema(
            json_schema=made,
            python_schema=unfreeze,
            serialization=core_schema.plain_serializer_function_ser_schema(
                dict, return_schema=inner
            ),
        )


def _thawed(value: object) -> object:
    return dict(value) if isinstance(value, FrozenMap) else value


LanguageMap = FrozenMap[str, str]

languages_met: ContextVar[set[str] | None] = ContextVar("languages_met", default=None)
"""Where somebody validates a whole file: takes every language a label of it is written in."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("BP104", "expected text, not {what}", what=described(value), wanted="text")
    if not value or value.isspace():
        raise wrong("BP104", "the text is empty")
    if not value.isprintable() and (found := _FORBIDDEN.search(value)):
        point = f"U+{ord(found[0]):04X}"
        raise wrong("BP004", "the text holds the forbidden character {point}", point=point)
    return value


def _label(value: object) -> str | LanguageMap:
    if isinstance(value, str):
        plain = value.isprintable() and value and not value.isspace()
        return value if plain else _text(value)
    if not isinstance(value, Mapping):
        raise wrong(
            "BP104",
            "expected text or a language map, not {what}",
            what=described(value),
            wanted="text",
        )
    if not value:
        raise wrong("BP104", "the language map is empty")
    for tag, text in value.items():
        if not isinstance(tag, str) or not LANGUAGE_TAG.match(tag):
            raise wrong("BP109", "“{tag}” is not a language tag such as en or zh", tag=tag)
        _text(text)
    met = languages_met.get()
    if met is not None:
        met.update(value)
    return FrozenMap({str(tag): str(text) for tag, text in value.items()})


def described(value: object) -> str:  # noqa: PLR0911  (one line a kind)
    """Return how a value is called in an error: ``a list``, ``a mapping``, ``3``, and so on."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case str():
            return f"“{value if len(value) <= _SHOWN else value[: _SHOWN - 1] + '…'}”"
        case Mapping():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _:
            return f"a {type(value).__name__}"


_STRING = {"type": "string", "minLength": 1}
LABEL_SCHEMA: dict[str, Any] = {
    "anyOf": [
        _STRING,
        {"type": "object", "additionalProperties": _STRING, "minProperties": 1},
    ]
}

Text = Annotated[str, PlainValidator(_text), WithJsonSchema(_STRING)]
"""Text that is not empty."""

Label = Annotated[str | LanguageMap, PlainValidator(_label), WithJsonSchema(LABEL_SCHEMA)]
"""Text, or one text per language declared in ``languages``."""


def _identifier(value: object) -> str:
    text = _text(value)
    if text != text.strip() or any(c in text for c in ":\n\r\t") or len(text) > _LONGEST_ID:
        raise wrong(
            "BP106",
            "“{text}” cannot be an id: use letters, digits and “-”, at most 200 of them",
            text=text[:60],
        )
    return text


Id = Annotated[str, PlainValidator(_identifier), WithJsonSchema(_STRING)]
"""The id an element is given; letters of any script, digits and ``-``."""

Ref = Annotated[str, StringConstraints(strict=True, min_length=1)]
"""The id of an element defined elsewhere in the file, the catalog or the workspace."""


def listed(value: object) -> Sequence[Any]:
    """Return one entry as a list of one, nothing as an empty list, a list as it is."""
    if value is None:
        return ()
    if isinstance(value, (list, tuple)):
        return value
    return (value,)


class OneOrMany:
    """Tells editors that one entry may stand without its list."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        found = handler(schema)
        many = next((s for s in (found, *found.get("anyOf", ())) if "items" in s), found)
        return {"anyOf": [many["items"], many]} if "items" in many else found


class OrTrue:
    """Tells editors that ``true`` or ``false`` may stand for the whole value."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "boolean"}, handler(schema)]}


T = TypeVar("T")
ManyOrUnsaid = Annotated[tuple[T, ...] | None, BeforeValidator(listed), OneOrMany()]
"""A tuple that may be written as its one entry; ``None`` where nothing was written."""
Many = Annotated[tuple[T, ...], BeforeValidator(listed), OneOrMany()]
"""A tuple that may be written as its one entry."""


MOST = 10**15
"""The largest number a file may say: what is larger is a slip, and its products have no end."""


def within_reason(value: T) -> T:
    """Refuse a number so large, or so far below zero, that nobody can have meant it."""
    if isinstance(value, (int, float)) and abs(value) > MOST:
        raise wrong(
            "BP104", "this number is out of all proportion; at most {most}", most=f"{MOST:,}"
        )
    return value


def _number(value: float) -> float:
    return within_reason(value) + 0.0


Number = Annotated[float, Field(strict=True, allow_inf_nan=False), AfterValidator(_number)]
"""A finite number; text and true/false are refused."""

Count = Annotated[int, Field(strict=True, ge=0), AfterValidator(within_reason)]
"""A whole number, 0 or more."""


class Frozen(BaseModel):  # noqa: PLW1641  (frozen: its hash is made for it)
    """A value of the model: frozen, closed, equal by content."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, ser_json_inf_nan="constants"
    )

    def __eq__(self, other: object) -> bool:
        """Compare by fields alone, which are all there is: no extras, nothing private."""
        if type(self) is not type(other):
            return NotImplemented
        return self.__dict__ == other.__dict__


class Short(Frozen):
    """A value that may be written as its one most important field alone."""

    short: ClassVar[str] = "name"
    short_schema: ClassVar[dict[str, Any]] = _STRING

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:  # noqa: ANN401  (whatever the author wrote)
        if isinstance(value, str):
            return {cls.short: value}
        if isinstance(value, (dict, Mapping)):
            label_alone = cls.short not in value and is_language_map(value, cls)
            return {cls.short: value} if label_alone else value
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return {cls.short: value}
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [cls.short_schema, handler(schema)]}


def is_language_map(value: Mapping[Any, Any], cls: type[BaseModel]) -> bool:
    """Tell whether a mapping is a label in several languages rather than fields of ``cls``."""
    return bool(value) and all(
        isinstance(key, str)
        and isinstance(text, str)
        and key not in cls.model_fields
        and LANGUAGE_TAG.match(key)
        for key, text in value.items()
    )
