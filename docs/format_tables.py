"""Tables of the file format, made from the classes of the model and their docstrings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from blueprint import model
from blueprint.model import base, catalog, parts, theme_file, values

_WORD: tuple[tuple[Any, str], ...] = (
    (base.Text, "text"),
    (base.Label, "label"),
    (base.Id, "new id"),
    (base.Ref, "id"),
    (base.Number, "number"),
    (base.Count, "whole number"),
    (values.Duration, "duration"),
    (values.DurationOrWindow, "duration or `[from, to]`"),
    (values.Moments, "time of day or duration, or a list"),
    (values.Hours, "`08:30-15:00`"),
    (values.Date, "date"),
    (values.Share, "share"),
    (values.Amount, "duration, number or share"),
    (parts.Strength, "0 to 1"),
    (parts.Rank, "1 to 10"),
    (parts.Need, "a need"),
    (parts.Emotion, "number, or numbers by emotion"),
    (parts.Expectation, "number or `none`"),
    (parts.Moment, "`true` or a [moment of truth](#moment-of-truth)"),
    (catalog.Scale, "`[lowest, highest]`"),
    (theme_file.Colour, "colour"),
    (theme_file.Font, "name of a font"),
    (theme_file.PictureFile, "name of a file"),
    (theme_file.Phases, "colour, or two"),
    (theme_file.Lane, "colour, or [colours of a lane](#colours-of-a-lane)"),
    (theme_file.Sign, "colour, or [colours of a sign](#colours-of-a-sign)"),
    (theme_file.Remark, "colour, or [colours of a remark](#colours-of-a-remark)"),
)
"""What is said for each type that has a name of its own."""

_AS_WRITTEN: Mapping[tuple[str, str], str] = {
    ("Blueprint", "phases"): "[phases](#phases-and-steps), by title or as a list",
    ("Blueprint", "personas"): "list of ids, or [personas](#persona) by id",
    ("Blueprint", "price"): "number",
    ("Blueprint", "budget"): "number",
    ("Act", "systems"): "id, or a list; also written `system`",
    ("MomentOfTruth", "importance"): "1 to 5",
    ("Step", "carries_context"): "`true`, or a list",
    ("ThemeFile", "colours"): "[colours](#colours)",
    ("ThemeFile", "sizes"): "[sizes](#sizes)",
    ("ThemeColours", "lanes"): "[colours of lanes](#lanes)",
    ("ThemeColours", "links"): "[colours of links](#links)",
    ("ThemeColours", "signs"): "[colours of signs](#signs)",
    ("ThemeColours", "marks"): "[colours of marks](#marks)",
    ("ThemeColours", "moods"): "[colours of faces](#faces)",
    ("ThemeSizes", "type"): "number, 0.8 to 2",
}
"""What is said for keys that may be written in more ways than their type tells."""

_HIDDEN = {("Blueprint", "catalog"), ("Blueprint", "stem"), ("Step", "lanes")}
_HIDDEN_EVERYWHERE = {"lane"}
_ELSEWHERE: Mapping[str, str] = {
    "FrontstageAction": "[action](#actions)",
    "BackstageAction": "[action](#actions)",
    "SupportAction": "[action](#actions)",
    "Lane": "[lane](#lanes-of-your-own)",
}
"""Classes told of under a heading that is not their own name."""


def table(name: str) -> str:
    """Return the table of the keys of one class of the model, without those it inherits."""
    rooms = (model, catalog, theme_file)
    cls: type[BaseModel] = next(getattr(room, name) for room in rooms if hasattr(room, name))
    rows = [f"| `{key}` | {takes} | {meaning} |" for key, takes, meaning in rows_of(cls)]
    return "\n".join(["| key | takes | meaning |", "|---|---|---|", *rows])


def rows_of(cls: type[BaseModel]) -> Iterator[tuple[str, str, str]]:
    """Go through the keys a class adds to its parents: key, what it takes, what it means."""
    inherited = {key for parent in _parents(cls) for key in parent.model_fields}
    hints = _hints(cls)
    for name, field in cls.model_fields.items():
        key = field.alias or name
        if name in inherited or not _is_shown(cls, name):
            continue
        said = _AS_WRITTEN.get((cls.__name__, name)) or words(hints[name])
        must = " (must be said)" if field.is_required() else ""
        yield key, said, f"{' '.join((field.description or '').split())}{must}"


def _is_shown(cls: type[BaseModel], name: str) -> bool:
    told = cls.__name__ == "AddedAction" or name not in _HIDDEN_EVERYWHERE
    return told and (cls.__name__, name) not in _HIDDEN


def _parents(cls: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for parent in cls.__mro__[1:]:
        if issubclass(parent, BaseModel) and parent not in (BaseModel, base.Frozen, base.Short):
            yield parent


@cache
def _hints(cls: type[BaseModel]) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


def words(hint: object) -> str:
    """Return in a few words what may stand where a type is asked for."""
    known = next((said for named, said in _WORD if hint == named), None)
    if known is not None:
        return known
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _linked(hint)
    made = _COMPOUND.get(get_origin(hint))
    if made is not None:
        return made(get_args(hint))
    return "`true` or `false`" if hint is bool else "text"


def _annotated(inside: tuple[Any, ...]) -> str:
    many = any(isinstance(extra, base.OneOrMany) for extra in inside[1:])
    return f"{_one(inside[0])}, or a list" if many else words(inside[0])


def _one(many: object) -> str:
    """Return the words for one entry of a tuple, or of a tuple or nothing."""
    if get_origin(many) in (Union, UnionType):
        return _one(next(part for part in get_args(many) if part is not NoneType))
    return words(get_args(many)[0])


def _either(inside: tuple[Any, ...]) -> str:
    return " or ".join(words(part) for part in inside if part is not NoneType)


def _literal(inside: tuple[Any, ...]) -> str:
    return " · ".join(f"`{word}`" for word in inside)


def _list(inside: tuple[Any, ...]) -> str:
    return f"list: {words(inside[0])}"


def _mapping(inside: tuple[Any, ...]) -> str:
    by_id = inside[0] == base.Id
    return f"{words(inside[1])}, each under its id" if by_id else f"mapping to {words(inside[1])}"


_COMPOUND: Mapping[object, Callable[[tuple[Any, ...]], str]] = {
    Annotated: _annotated,
    Union: _either,
    UnionType: _either,
    Literal: _literal,
    tuple: _list,
    base.FrozenMap: _mapping,
}
"""How types made of others are said, by their origin."""


def _linked(cls: type[BaseModel]) -> str:
    own = f"[{title_of(cls)}](#{title_of(cls).replace(' ', '-')})"
    return _ELSEWHERE.get(cls.__name__, own)


def title_of(cls: type[BaseModel]) -> str:
    """Return how a class is called in the docs: ``MomentOfTruth`` is *moment of truth*."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).lower()
