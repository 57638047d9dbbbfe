"""The table of formats a blueprint can be drawn in: one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import PurePath
from typing import Any, Literal

from blueprint.errors import BlueprintError
from blueprint.words import Phrase

Needs = Literal["scene", "view", "page"]
"""What a renderer reads: the placed scene, the view, or all that the page composes."""

Renderer = Callable[..., str | bytes]
"""Takes a scene or a view, and by name the options that its format takes."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: Its name, and the ending of its files.
        mime: Its media type.
        needs: What its renderer reads.
        home: ``module:function`` of the renderer; empty for the page, which is no renderer.
        summary: What it is good for.
        also: Other endings that mean it.
        takes: The options its renderer takes: ``theme``, ``scale``, ``fonts``.
        extra: The extra of the package it needs, or ``""``.
    """

    name: str
    mime: str
    needs: Needs
    home: str
    summary: str
    also: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    extra: str = ""

    def load(self) -> Renderer:
        """Return the renderer: a function from scene or view to text or bytes."""
        module, _, name = self.home.partition(":")
        renderer: Renderer = getattr(import_module(module), name)
        return renderer

    def options(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the options that were given; those that are ``None`` or empty were not.

        Raises:
            BlueprintError: One of them means nothing in this format.

        Examples:
            >>> format_of("svg").options({"scale": None, "fonts": ()})
            {}
        """
        said = {name: value for name, value in given.items() if value not in (None, ())}
        for name in said:
            if name not in self.takes:
                others = ", ".join(f.name for f in FORMATS if name in f.takes)
                template = "{format} takes no {option}; it is for {others}"
                raise BlueprintError(
                    Phrase.of(template, format=self.name, option=name, others=others)
                )
        return said


FORMATS: tuple[Format, ...] = (
    Format("svg", "image/svg+xml", "scene", "blueprint.render.svg:svg", "The drawing.", takes=("theme",)),
    Format("png", "image/png", "scene", "blueprint.render.png:png", "The drawing as pixels, for slides.", takes=("theme", "scale", "fonts"), extra="png"),
    Format("pdf", "application/pdf", "scene", "blueprint.render.pdf:pdf", "The drawing on one page, for print.", takes=("theme", "fonts"), extra="pdf"),
    Format("html", "text/html", "page", "", "The interactive page.", ("htm",), takes=("theme",)),
    Format("dot", "text/vnd.graphviz", "view", "blueprint.render.dot:dot", "For Graphviz.", ("gv",)),
    Format("dot-pinned", "text/vnd.graphviz", "scene", "blueprint.render.dot_pinned:dot_pinned", "For neato -n2, placed as our drawing."),
    Format("mmd", "text/vnd.mermaid", "view", "blueprint.render.mermaid:mermaid", "For Mermaid.", ("mermaid",)),
    Format("swimlane.mmd", "text/vnd.mermaid", "view", "blueprint.render.mermaid_swimlane:mermaid_swimlane", "For Mermaid's swimlanes.", ("swimlane",)),
    Format("md", "text/markdown", "view", "blueprint.render.markdown:markdown", "Tables and narrative.", ("markdown",)),
    Format("json", "application/json", "view", "blueprint.render.view_json:view_json", "All that is shown."),
    Format("scene.json", "application/json", "scene", "blueprint.render.scene_json:scene_json", "All that is drawn, with its coordinates.", ("scene",)),
)  # fmt: skip
"""Every format, in the order they are listed."""


def format_of_file(name: str) -> Format:
    """Return the format of a file by its ending, the longest that is one.

    Raises:
        BlueprintError: There is none; the message lists those there are.

    Examples:
        >>> format_of_file("plans/hotel.scene.json").name, format_of_file("a.json").name
        ('scene.json', 'json')
    """
    endings = PurePath(name).name.lower().split(".")[1:]
    for n in range(len(endings)):
        ending = ".".join(endings[n:])
        if any(ending in (format_.name, *format_.also) for format_ in FORMATS):
            return format_of(ending)
    return format_of(endings[-1] if endings else "")


def listed() -> str:
    """Return the names of all formats, as help texts list them.

    Examples:
        >>> listed().startswith("svg, png, pdf, html, ")
        True
    """
    return ", ".join(format_.name for format_ in FORMATS)


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
            known=listed(),
            hint=hint,
        )
    )
