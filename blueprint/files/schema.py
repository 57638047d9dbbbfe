"""The JSON Schema of each kind of file, for editors."""

from __future__ import annotations

from typing import Any

from blueprint.model import LANES, Blueprint, Change, Frozen, OrganisationCatalog
from blueprint.model.theme_file import ThemeFile

_KINDS: dict[str, type[Frozen]] = {
    "blueprint": Blueprint,
    "catalog": OrganisationCatalog,
    "change": Change,
    "theme": ThemeFile,
}


def schema_of(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of ``blueprint``, ``catalog``, ``change`` or ``theme`` files.

    It knows the shorthands too: an action that is only its name, a list of one without
    its brackets, phases as a mapping, lanes that a file adds.

    Examples:
        >>> schema_of("change")["title"]
        'Change'
    """
    made = _KINDS[kind].model_json_schema(by_alias=True)
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    definitions = made.get("$defs", {})
    for name, definition in definitions.items():
        for part in (definition, *definition.get("anyOf", ())):
            if name == "Step" and "properties" in part:
                part["additionalProperties"] = _lane(definitions)
                part["properties"].pop("lanes", None)
            if "properties" in part and "actor" in part["properties"] and name != "Step":
                part["properties"].setdefault("system", part["properties"]["systems"])
            if (
                "properties" in part
                and name.endswith(("Action", "Evidence"))
                and name != "AddedAction"
            ):
                part["properties"].pop("lane", None)
    if "phases" in made.get("properties", {}):
        _phases(made)
    if "personas" in made.get("properties", {}):
        written = made["properties"]["personas"]
        listed = {"type": "array", "items": {"type": "string"}}
        made["properties"]["personas"] = {
            "description": written.get("description", ""),
            "anyOf": [listed, written],
        }
    return made


def _lane(definitions: dict[str, Any]) -> dict[str, Any]:
    action = {"$ref": "#/$defs/LaneAction"} if "LaneAction" in definitions else {}
    return {
        "description": f"A lane the blueprint adds under lanes:, besides {', '.join(LANES)}.",
        "anyOf": [action, {"type": "array", "items": action}],
    }


def _phases(made: dict[str, Any]) -> None:
    written = made["properties"]["phases"]
    steps = {"type": "array", "items": {"$ref": "#/$defs/Step"}}
    made["properties"]["phases"] = {
        "description": written.get("description", ""),
        "anyOf": [
            {
                "type": "object",
                "additionalProperties": {"anyOf": [steps, {"$ref": "#/$defs/Phase"}]},
            },
            {"type": "array", "items": {"$ref": "#/$defs/Phase"}},
        ],
    }
