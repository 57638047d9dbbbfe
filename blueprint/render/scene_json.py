"""The open scene: everything a drawing has, with its coordinates, as data for other programs."""

from __future__ import annotations

import json
import re

from blueprint.layout.scene import Scene
from blueprint.report import plain

VERSION = 1
"""Raised when a field is taken away or changes its meaning; new ones may come without."""

SCHEMA_FILE = "scene.schema.json"
"""What the JSON Schema of scenes is called."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def scene_json(scene: Scene) -> str:
    """Write a scene as JSON.

    Args:
        scene: A placed picture.

    Returns:
        An object with ``$schema``, ``version`` and ``unit``, then the scene's own fields.
        Coordinates are in pixels of 1/96 inch from the upper left corner, y downwards;
        where the scene's ``scale`` is not 1, that many pixels each.
    """
    said = {"$schema": SCHEMA_FILE, "version": VERSION, "unit": "px", **plain(scene, scene.lang)}
    written = json.dumps(said, ensure_ascii=False, indent=2, allow_nan=False)
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n"
