"""The JSON Schema of the open scene, made from the dataclasses of the scene itself."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from blueprint.layout.scene import Scene
from blueprint.render.scene_json import VERSION

_PLAIN: Mapping[object, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    NoneType: "null",
}
_ENTRY = re.compile(r"^    (\w+): (.*(?:\n        .*)*)", re.MULTILINE)


def scene_schema() -> dict[str, Any]:
    """Return the JSON Schema of what the format ``scene.json`` holds.

    Examples:
        >>> scene_schema()["$defs"]["Rect"]["required"]
        ['x', 'y', 'width', 'height']
    """
    definitions: dict[str, Any] = {}
    _define(Scene, definitions)
    scene = definitions.pop(Scene.__name__)
    head = {
        "$schema": {"type": "string", "description": "Where this schema is."},
        "version": {"const": VERSION, "description": "Version of the format."},
        "unit": {"const": "px", "description": "What lengths are in: 1/96 inch."},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Scene of a service blueprint",
        **scene,
        "properties": {**head, **scene["properties"]},
        "required": [*head, *scene["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _define(cls: type, definitions: dict[str, Any]) -> None:
    """Describe a dataclass, and all that stand in it, under their names."""
    made: dict[str, Any] = {"type": "object"}
    definitions[cls.__name__] = made
    told, meanings = _told(cls)
    hints = get_type_hints(cls)
    made["description"] = told
    made["properties"] = {
        field.name: {
            **_schema(hints[field.name], definitions),
            **({"description": meanings[field.name]} if field.name in meanings else {}),
        }
        for field in fields(cls)
    }
    made["required"] = [field.name for field in fields(cls)]


def _told(cls: type) -> tuple[str, Mapping[str, str]]:
    """Return what a docstring says of the class, and of each attribute."""
    text = inspect.getdoc(cls) or ""
    told, _, attributes = text.partition("\n\nAttributes:\n")
    meanings = {name: _one_line(meaning) for name, meaning in _ENTRY.findall(attributes)}
    return _one_line(told), meanings


def _one_line(text: str) -> str:
    return " ".join(text.replace("``", "`").replace("`None`", "`null`").split())


def _schema(hint: object, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of one type, as `blueprint.report.plain` writes its values."""
    inside = get_args(hint)
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in definitions:
            _define(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    match get_origin(hint):
        case origin if origin is Literal:
            return {"enum": list(inside)}
        case origin if origin in (Union, UnionType):
            return {"anyOf": [_schema(part, definitions) for part in inside]}
        case origin if origin is tuple:
            return _array(inside, definitions)
        case origin if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": _schema(inside[1], definitions)}
    raise TypeError(f"a scene holds no {hint}")


def _array(inside: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a tuple: of any length, or with one type for each place."""
    if inside[-1] is Ellipsis:
        return {"type": "array", "items": _schema(inside[0], definitions)}
    entries = [_schema(part, definitions) for part in inside]
    return {"type": "array", "prefixItems": entries, "items": False, "minItems": len(entries)}
