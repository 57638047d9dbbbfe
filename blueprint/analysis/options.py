"""The options of an analysis: read from its function, checked, and read from text."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from blueprint.errors import BlueprintError
from blueprint.words import Phrase

Kind = Literal["bool", "int", "float", "text", "choice", "ids", "amounts"]
"""What an option takes."""

_PLAIN: Mapping[object, Kind] = {bool: "bool", int: "int", float: "float", str: "text"}
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}

TAKES: Mapping[Kind, Phrase] = {
    "bool": Phrase.of("yes or no"),
    "int": Phrase.of("a whole number"),
    "float": Phrase.of("a number"),
    "text": Phrase.of("text"),
    "choice": Phrase.of("a choice"),
    "ids": Phrase.of("ids, with commas"),
    "amounts": Phrase.of("numbers by id, such as till:3,wms:20"),
}
"""Each kind in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option of an analysis.

    Attributes:
        name: As it is written.
        kind: What it takes.
        choices: What may be chosen, where it is a choice.
        default: What it is where nobody says.
        open: Whether it may be left open, as ``None``.
    """

    name: str
    kind: Kind
    choices: tuple[str, ...] = ()
    default: object = None
    open: bool = False

    @property
    def takes(self) -> Phrase:
        """What it takes, in words."""
        if self.kind == "choice":
            return Phrase.of("one of {choices}", choices=", ".join(self.choices))
        return TAKES[self.kind]

    def checked(self, value: object) -> Any:  # noqa: ANN401  (one of the kinds)
        """Return a value given in Python, in the form the analysis takes.

        Raises:
            BlueprintError: It is not of the kind.
        """
        if value is None and self.open:
            return None
        match self.kind:
            case "bool":
                fits = isinstance(value, bool)
            case "int":
                fits = isinstance(value, int) and not isinstance(value, bool)
            case "float":
                fits = _is_number(value)
            case "text":
                fits = isinstance(value, str)
            case "choice":
                fits = value in self.choices
            case "ids":
                return self._ids(value)
            case "amounts":
                fits = isinstance(value, Mapping) and all(
                    isinstance(k, str) and _is_number(v) for k, v in value.items()
                )
        if not fits:
            raise self._refused(value)
        return value

    def read(self, text: str) -> Any:  # noqa: ANN401  (one of the kinds)
        """Return what a text says, such as the end of ``--set depth=3``.

        Raises:
            BlueprintError: It says nothing of the kind.

        Examples:
            >>> Option(name="depth", kind="int").read("3")
            3
            >>> Option(name="costs", kind="amounts").read("shop:till:3, wms:20")
            {'shop:till': 3.0, 'wms': 20.0}
        """
        text = text.strip()
        if self.open and text in ("", "none"):
            return None
        try:
            return self.checked(self._read(text))
        except (ValueError, KeyError):
            raise self._refused(text) from None

    def _read(self, text: str) -> object:
        match self.kind:
            case "bool":
                return _YES_NO[text.lower()]
            case "int":
                return int(text)
            case "float":
                return float(text)
            case "ids":
                return [entry.strip() for entry in text.split(",") if entry.strip()]
            case "amounts":
                pairs = (entry.rpartition(":") for entry in text.split(",") if entry.strip())
                return {name.strip(): float(amount) for name, _, amount in pairs}
            case _:
                return text

    def _ids(self, value: object) -> tuple[str, ...]:
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, Iterable):
            raise self._refused(value)
        ids = tuple(value)
        if not all(isinstance(entry, str) for entry in ids):
            raise self._refused(value)
        return ids

    def _refused(self, value: object) -> BlueprintError:
        said = "the option “{option}” takes {kind}, not “{value}”"
        return BlueprintError(
            Phrase.of(said, option=self.name, kind=self.takes, value=str(value)[:80])
        )


def options_of(function: Callable[..., Any]) -> tuple[Option, ...]:
    """Return the options of an analysis: the parameters of its function that have a name only.

    Examples:
        >>> def half(graph: object, *, depth: int | None = None, by: Literal["a", "b"] = "a"): ...
        >>> [(option.name, option.kind, option.default) for option in options_of(half)]
        [('depth', 'int', None), ('by', 'choice', 'a')]
    """
    hints = get_type_hints(function)
    return tuple(
        _option(name, hints[name], parameter.default)
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.kind is parameter.KEYWORD_ONLY
    )


def _option(name: str, hint: object, default: object) -> Option:
    parts = [hint]
    if get_origin(hint) in (Union, UnionType):
        parts = [part for part in get_args(hint) if part is not type(None)]
    [plain] = parts
    is_open = plain is not hint
    if plain in _PLAIN:
        return Option(name=name, kind=_PLAIN[plain], default=default, open=is_open)
    kinds: dict[object, Kind] = {Literal: "choice", Sequence: "ids", Mapping: "amounts"}
    kind = kinds[get_origin(plain)]
    choices = get_args(plain) if kind == "choice" else ()
    return Option(name=name, kind=kind, choices=choices, default=default, open=is_open)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)
