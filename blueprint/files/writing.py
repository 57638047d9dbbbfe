"""Writing: a blueprint, catalog or change as canonical text that reads back equal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from blueprint.model import (
    AddedAction,
    Blueprint,
    Catalog,
    Change,
    Frozen,
    OrganisationCatalog,
    Step,
)
from blueprint.model.base import OneOrMany, Short

WIDTH = 88
"""How long a line may be before its list or mapping is written over several."""


def dump(
    value: Blueprint | OrganisationCatalog | Change,
    *,
    format: Literal["yaml", "json"] = "yaml",  # noqa: A002
) -> str:
    """Return a blueprint, catalog or change as the text of its file.

    The text is canonical: the same value always gives the same text, in the shorthand a
    person would write, and `load` of it gives an equal value. What the workspace's
    catalog defines is not repeated in it.

    Args:
        value: What to write.
        format: ``yaml`` or ``json``.

    Examples:
        >>> from blueprint.model import Step
        >>> print(dump(Blueprint(blueprint="Café", phases={"Visit": [Step(customer="Enter")]})))
        blueprint: Café
        phases:
        - phase: Visit
          steps:
          - customer: Enter
        <BLANKLINE>
    """
    data = spelled(value)
    if format == "json":
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return _yaml(data)


def spelled(value: object) -> Any:  # noqa: ANN401  (plain data)
    """Return a value of the model as the plain data a person would write."""
    match value:
        case Step():
            return _step(value)
        case Frozen():
            return _short(value, _fields(value))
        case Mapping():
            return {key: spelled(entry) for key, entry in value.items()}
        case tuple():
            return [spelled(entry) for entry in value]
        case float() if value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004
            return int(value)
        case _:
            return value


def _fields(value: Frozen) -> dict[str, Any]:
    written: dict[str, Any] = {}
    for name, field in _ordered(type(value)):
        entry = getattr(value, name)
        if entry != field.get_default(call_default_factory=True):
            written[field.alias or name] = _entry(field, entry)
    if isinstance(value, Blueprint) and value.personas:
        defined = {k: p for k, p in written["personas"].items() if p is not None}
        written["personas"] = written["personas"] if defined else list(written["personas"])
    return written


_FIRST = ("change", "id", "phase", "step", "name", "text", "lane")
_FIRST_OF_FILE = (
    "blueprint",
    "catalog",
    "source",
    "note",
    "languages",
    "state",
    "of",
    "owner",
    "currency",
    "price",
    "budget",
    "brand",
    "scales",
    "lanes",
    "links",
    "personas",
)


@cache
def _ordered(cls: type[BaseModel]) -> tuple[tuple[str, FieldInfo], ...]:
    """Return the fields of a class in the order they are written: its name first, then as declared."""
    first = _FIRST_OF_FILE if issubclass(cls, Catalog) else _FIRST
    left_out = {"stem", *(("catalog",) if cls is Blueprint else ())}
    if cls is not AddedAction:
        left_out.add("lane")
    last = ("steps", "phases")
    fields = [(n, f) for n, f in cls.model_fields.items() if n not in left_out]
    rank = {name: n - len(first) for n, name in enumerate(first)} | dict.fromkeys(last, 1)
    return tuple(sorted(fields, key=lambda entry: rank.get(entry[0], 0)))


def _entry(field: FieldInfo, entry: Any) -> Any:  # noqa: ANN401
    data = spelled(entry)
    single = isinstance(entry, tuple) and len(entry) == 1
    if single and any(isinstance(m, OneOrMany) for m in field.metadata) and data[0] is not None:
        return data if isinstance(data[0], list) else data[0]
    return data


def _short(value: Frozen, written: dict[str, Any]) -> Any:  # noqa: ANN401
    if isinstance(value, Short) and list(written) == [value.short]:
        alone = written[value.short]
        if isinstance(alone, str) or (
            isinstance(alone, (int, float)) and value.short_schema.get("type") == "number"
        ):
            return alone
    return written


def _step(step: Step) -> dict[str, Any]:
    written = _fields(step)
    lanes = written.pop("lanes", {})
    added = {lane: entries[0] if len(entries) == 1 else entries for lane, entries in lanes.items()}
    return {**written, **added}


def _yaml(data: object) -> str:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes lists and mappings that fit on a line on one line."""

        def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
            return True

        def represent_sequence(self, tag: str, sequence: Any, *_: Any) -> Any:  # noqa: ANN401
            return super().represent_sequence(tag, sequence, _fits(sequence))

        def represent_mapping(self, tag: str, mapping: Any, *_: Any) -> Any:  # noqa: ANN401
            items = mapping if isinstance(mapping, dict) else dict(mapping)
            return super().represent_mapping(tag, mapping, _fits(items))

    text: str = yaml.dump(
        data,
        Dumper=Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=10**6,
        default_flow_style=False,
    )
    return text


_BLOCKS = frozenset({"blueprint", "change", "catalog", "phase", "step", "customer", "steps"})
"""A mapping with one of these keys is never squeezed onto one line, nor what holds it."""


def _fits(data: Any) -> bool:  # noqa: ANN401
    return 0 < _length(data, 0) <= WIDTH


def _length(data: Any, depth: int) -> int:  # noqa: ANN401
    """Return how long plain data is on one line; too long where it nests deeply."""
    if depth > 2:  # noqa: PLR2004
        return WIDTH + 1
    if isinstance(data, dict) and not _BLOCKS.isdisjoint(data):
        return WIDTH + 1
    if isinstance(data, dict):
        return 2 + sum(len(str(k)) + 4 + _length(v, depth + 1) for k, v in data.items())
    if isinstance(data, list):
        return 2 + sum(2 + _length(v, depth + 1) for v in data)
    text = str(data)
    return WIDTH + 1 if "\n" in text else len(text)
