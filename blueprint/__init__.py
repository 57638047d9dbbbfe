"""Service blueprints as text: drawn, checked, and asked whom a change reaches.

A blueprint is a typed graph in a text file. These few verbs are the whole of what most
programs need; everything else stands in the rooms behind them. Nothing is imported
before it is used.

Examples:
    >>> import blueprint
    >>> cafe = blueprint.load('''
    ... blueprint: Café
    ... phases:
    ...   Visit:
    ...     - {customer: Order a coffee, frontstage: Take the order, support: Till}
    ... ''')
    >>> blueprint.ripple(cafe, ["till"], direction="disruption").reached[0].id
    'take-the-order'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from blueprint.analysis.analysing import analyse
    from blueprint.analysis.ripple import ripple
    from blueprint.drawing import draw
    from blueprint.errors import BlueprintError
    from blueprint.files import Document, Workspace, dump, load, load_workspace, read
    from blueprint.graph import to_networkx
    from blueprint.model import Blueprint
    from blueprint.report import Report
    from blueprint.rules import check
    from blueprint.theming import load_theme

__version__ = "0.1.0"

__all__ = [
    "Blueprint",
    "BlueprintError",
    "Document",
    "Report",
    "Workspace",
    "__version__",
    "analyse",
    "check",
    "draw",
    "dump",
    "load",
    "load_theme",
    "load_workspace",
    "read",
    "ripple",
    "to_networkx",
]

_HOME = {
    "Blueprint": "blueprint.model",
    "BlueprintError": "blueprint.errors",
    "Document": "blueprint.files",
    "Report": "blueprint.report",
    "Workspace": "blueprint.files",
    "analyse": "blueprint.analysis.analysing",
    "check": "blueprint.rules",
    "draw": "blueprint.drawing",
    "dump": "blueprint.files",
    "load": "blueprint.files",
    "load_theme": "blueprint.theming",
    "load_workspace": "blueprint.files",
    "read": "blueprint.files",
    "ripple": "blueprint.analysis.ripple",
    "to_networkx": "blueprint.graph",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (one of the verbs)
    if name not in _HOME:
        raise AttributeError(f"module 'blueprint' has no attribute {name!r}")
    found = getattr(import_module(_HOME[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
