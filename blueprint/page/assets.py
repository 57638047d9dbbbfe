"""The page's script and style sheet: small files, read from the package and put together."""

from __future__ import annotations

from functools import cache
from importlib import resources

from blueprint.page.palette import variables

SCRIPTS = (
    "data.js",
    "theme.js",
    "views.js",
    "canvas.js",
    "cards.js",
    "trace.js",
    "marks.js",
    "paint.js",
    "details.js",
    "trace_list.js",
    "filters.js",
    "reports.js",
    "keys.js",
    "start.js",
)
"""The script's parts, in the order in which they are put together."""

STYLES = ("drawing.css", "page.css")


@cache
def script() -> str:
    """Return the page's whole script; the same for every page."""
    parts = "\n".join(_text("script", name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}\n}})();\n'


@cache
def style() -> str:
    """Return the page's whole style sheet; the same for every page."""
    return "\n".join((variables(), *(_text("style", name) for name in STYLES)))


@cache
def template() -> str:
    """Return the page's template."""
    return resources.files("blueprint.page").joinpath("template.html.j2").read_text("utf-8")


def _text(folder: str, name: str) -> str:
    return resources.files("blueprint.page").joinpath(folder, name).read_text("utf-8")
