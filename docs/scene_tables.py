"""The tables of the open scene, from its schema."""

from __future__ import annotations

from typing import Any

from blueprint.render.scene_schema import scene_schema

_TOP = "Scene"


def scene() -> str:
    """Return a section for the scene itself and each kind of thing in it."""
    schema = scene_schema()
    sections = [_section(_TOP, schema), *(_section(*entry) for entry in schema["$defs"].items())]
    return "\n\n".join(sections)


def _section(name: str, definition: dict[str, Any]) -> str:
    rows = [
        f"| `{key}` | {_takes(value)} | {value.get('description', '')} |"
        for key, value in definition["properties"].items()
    ]
    table = "\n".join(["| field | holds | meaning |", "|---|---|---|", *rows])
    return f"### {name}\n\n{definition['description']}\n\n{table}"


def _takes(schema: dict[str, Any]) -> str:
    """Return in a few words what a field holds."""
    match schema:
        case {"$ref": ref}:
            name = ref.rpartition("/")[2]
            told = f"[{name}](#{name.lower()})"
        case {"enum": words}:
            told = " · ".join(f"`{word}`" for word in words)
        case {"const": word}:
            told = f"`{word}`"
        case {"anyOf": parts}:
            told = " or ".join(map(_takes, parts))
        case {"prefixItems": parts}:
            told = f"[{', '.join(map(_takes, parts))}]"
        case {"items": entries}:
            told = f"list of {_takes(entries)}"
        case {"additionalProperties": values}:
            told = f"mapping to {_takes(values)}"
        case _:
            told = "`null`" if schema["type"] == "null" else schema["type"]
    return told
