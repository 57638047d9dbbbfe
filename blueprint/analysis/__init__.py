"""Questions to blueprints: one analysis a file, frozen values in, a report out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from blueprint.analysis.arrival_matrix import reliability
    from blueprint.analysis.comparison import compare, compare_personas
    from blueprint.analysis.prediction_matrix import cpm

__all__ = ["compare", "compare_personas", "cpm", "reliability"]

_HOME = {
    "compare": "blueprint.analysis.comparison",
    "compare_personas": "blueprint.analysis.comparison",
    "cpm": "blueprint.analysis.prediction_matrix",
    "reliability": "blueprint.analysis.arrival_matrix",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (one of the functions)
    if name not in _HOME:
        raise AttributeError(f"module 'blueprint.analysis' has no attribute {name!r}")
    found = getattr(import_module(_HOME[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
