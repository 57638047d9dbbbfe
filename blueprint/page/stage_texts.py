"""The sentences the stage's script says, in English; each is said in the page's language."""

from __future__ import annotations

from collections.abc import Mapping

STAGE: Mapping[str, str] = {
    "keyMap": "The map, on and off",
    "keyPan": "Move the drawing",
    "keyPresent": "Present the journey step by step",
    "keyWidth": "Fit the width",
    "mapHidden": "The map is hidden",
    "mapShown": "The map is shown",
    "noFullScreen": "The browser does not allow the full screen",
    "presentLeft": "Presenting has ended",
    "stepOf": "Step {n} of {total}",
    "then": " – ",
}
"""What the stage says, by key."""
