"""Figures of experience that lie outside the scale they are on."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.integrity.referring import Path
from blueprint.model import Blueprint, Scales
from blueprint.words import Phrase

_SCALE_OF = {
    "emotion": "emotion",
    "intensity": "intensity",
    "expectation": "expectation",
    "perception": "expectation",
    "sensory": "sensory",
    "ease": "ease",
    "success": "success",
}


def scales_of(blueprint: Blueprint) -> Scales:
    """Return the scales a blueprint's figures are on: its own, else the catalog's."""
    if "scales" in blueprint.model_fields_set or blueprint.catalog is None:
        return blueprint.scales
    return blueprint.catalog.scales


def off_scale(blueprint: Blueprint) -> Iterator[tuple[str, Path, Phrase, Phrase]]:
    """Go through figures of experience below or above their scale."""
    scales = scales_of(blueprint)
    for name in blueprint.names.steps.values():
        for n, lived in enumerate(name.step.experience):
            for field, scale in _SCALE_OF.items():
                low, high = getattr(scales, scale)
                value = getattr(lived, field)
                if isinstance(value, (int, float)) and not low <= value <= high:
                    yield (
                        "BP114",
                        (*name.path, "experience", n, field),
                        Phrase.of("{value} is not on the scale of {field}, {low} to {high}",
                                  value=f"{value:g}", field=field, low=f"{low:g}",
                                  high=f"{high:g}"),
                        Phrase.of("write a figure on it, or set scales: {scale}", scale=scale),
                    )  # fmt: skip
