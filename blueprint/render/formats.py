"""The table of formats a blueprint can be drawn in: one line each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from typing import Any, Literal

from blueprint.errors import BlueprintError
from blueprint.words import Phrase

Needs = Literal["scene", "view", "page"]
"""What a renderer reads: the placed scene, the view, or all that the page composes."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: Its name, and the ending of its files.
        mime: Its media type.
        needs: What its renderer reads.
        home: ``module:function`` of the renderer; empty for the page, which is no renderer.
        also: Other endings that mean it.
        summary: What it is good for.
    """

    name: str
    mime: str
    needs: Needs
    home: str
    summary: str
    also: tuple[str, ...] = ()

    def load(self) -> Callable[[Any], str | bytes]:
        """Return the renderer: a function from scene or view to text or bytes."""
        module, _, name = self.home.partition(":")
        renderer: Callable[[Any], str | bytes] = getattr(import_module(module), name)
        return renderer


FORMATS: tuple[Format, ...] = (
    Format("svg", "image/svg+xml", "scene", "blueprint.render.svg:svg", "The drawing."),
    Format("html", "text/html", "page", "", "The interactive page.", ("htm",)),
    Format("dot", "text/vnd.graphviz", "view", "blueprint.render.dot:dot", "For Graphviz.", ("gv",)),
    Format("dot-pinned", "text/vnd.graphviz", "scene", "blueprint.render.dot_pinned:dot_pinned", "For neato -n2, placed as our drawing."),
    Format("mmd", "text/vnd.mermaid", "view", "blueprint.render.mermaid:mermaid", "For Mermaid.", ("mermaid",)),
    Format("md", "text/markdown", "view", "blueprint.render.markdown:markdown", "Tables and narrative.", ("markdown",)),
    Format("json", "application/json", "view", "blueprint.render.view_json:view_json", "All that is shown."),
)  # fmt: skip
"""Every format, in the order they are listed."""


def format_of(name: str) -> Format:
    """Return a format by its name or ending.

    Raises:
        BlueprintError: There is none; the message lists those there are.

    Examples:
        >>> format_of(".htm").name
        'html'
    """
    wanted = name.lower().lstrip(".")
    for format_ in FORMATS:
        if wanted == format_.name or wanted in format_.also:
            return format_
    known = [format_.name for format_ in FORMATS]
    close = get_close_matches(wanted, known, n=1)
    hint = f"; did you mean {close[0]}?" if close else ""
    raise BlueprintError(
        Phrase.of(
            "there is no format “{name}”; there are {known}{hint}",
            name=name,
            known=", ".join(known),
            hint=hint,
        )
    )
