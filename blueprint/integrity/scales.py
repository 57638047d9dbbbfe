"""Figures that lie outside the scale they are on: of experience, and the ends of a metric."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from blueprint.integrity.referring import Path
from blueprint.model import Blueprint, OrganisationCatalog, Scales
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


def unfit_ends(
    catalog: Blueprint | OrganisationCatalog,
) -> Iterator[tuple[str, Path, Phrase, Phrase]]:
    """Go through metrics whose good or bad end is off their scale, or whose ends overlap."""
    for key, metric in catalog.metrics.items():
        low, high = metric.scale or (-inf, inf)
        for field in ("positive", "negative"):
            end = getattr(metric, field)
            if end is not None and not low <= end[0] <= end[1] <= high:
                yield (
                    "BP114",
                    ("metrics", key, field),
                    Phrase.of("{field} from {one} to {other} is not on the scale, {low} to {high}",
                              field=field, one=f"{end[0]:g}", other=f"{end[1]:g}",
                              low=f"{low:g}", high=f"{high:g}"),
                    Phrase.of("let it lie within scale:"),
                )  # fmt: skip
        good, bad = metric.positive, metric.negative
        if good and bad and good[0] <= bad[1] and bad[0] <= good[1]:
            yield (
                "BP114",
                ("metrics", key, "negative"),
                Phrase.of("the same answer would be positive and negative"),
                Phrase.of("let positive: and negative: have no figure in common"),
            )
