"""In which unit the figures of a metric are told, and how far they differ."""

from __future__ import annotations

from typing import Literal

from blueprint.analysis.amounts import number_told
from blueprint.analysis.levers.comparing import Comparison, whole_of
from blueprint.words import Phrase

_PER_CENT = 100


def per(one: Comparison) -> float:
    """Return what a figure is told times: a share is told in per cent."""
    return _PER_CENT / (whole_of(one) or _PER_CENT) if one.measure.kind == "share" else 1.0


def unit(one: Comparison, of: Literal["figure", "difference"]) -> Phrase | None:
    """Return the unit of a metric's figures, or of how far they differ; ``None`` for a count."""
    match one.measure.kind:
        case "share":
            return Phrase.of("%") if of == "figure" else Phrase.of("percentage points")
        case "net":
            return Phrase.of("points")
        case _:
            return _on_scale(one)


def _on_scale(one: Comparison) -> Phrase | None:
    if one.measure.scale is None:
        return None
    low, high = map(number_told, one.measure.scale)
    return Phrase.of("scale {low} to {high}", low=low, high=high)
