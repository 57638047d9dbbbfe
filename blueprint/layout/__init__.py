"""From what is shown to where it stands: `View` in, `Scene` out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint.layout.compose import layout

__all__ = ["layout"]


def __getattr__(name: str) -> object:
    """Load the engine when it is first asked for."""
    if name == "layout":
        from blueprint.layout.compose import layout

        return layout
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
