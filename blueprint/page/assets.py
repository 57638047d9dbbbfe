"""The page's script and style sheet: small files, read from the package and put together."""

from __future__ import annotations

from functools import cache
from importlib import resources

from blueprint.page.palette import variables
from blueprint.render.chart_colours import chart_style
from blueprint.render.theme import Theme
from blueprint.render.themes.dark import DARK
from blueprint.render.themes.light import LIGHT

SCRIPTS = (
    "data.js",
    "shortcuts.js",
    "fold.js",
    "address.js",
    "theme.js",
    "language.js",
    "paths.js",
    "squeeze.js",
    "plan.js",
    "canvas.js",
    "frozen.js",
    "keys.js",
    "zoom.js",
    "pan.js",
    "cards.js",
    "views.js",
    "trace.js",
    "marks.js",
    "minimap.js",
    "paint.js",
    "details.js",
    "trace_panel.js",
    "trace_list.js",
    "tell.js",
    "select.js",
    "several.js",
    "find.js",
    "filters.js",
    "filter_panel.js",
    "relay_used.js",
    "relay_frame.js",
    "relay.js",
    "reports.js",
    "report_tables.js",
    "ripple.js",
    "ripple_replay.js",
    "ripple_panel.js",
    "ripple_path.js",
    "present.js",
    "export_svg.js",
    "export_csv.js",
    "share.js",
    "stage.js",
    "start.js",
)
"""The parts of what each edition of the page does, in the order in which they are put together."""

STYLES = ("drawing.css", "page.css", "stage.css", "ripple.css")


@cache
def script() -> str:
    """Return the page's whole script; the same for every page."""
    parts = "\n".join(_text("script", name) for name in SCRIPTS)
    editions = _text("script", "editions.js")
    read = f"const readEdition = (edition) => {{\n{parts}\n}};"
    return f'(() => {{\n"use strict";\n{read}\n{editions}\n}})();\n'


@cache
def style(theme: Theme = LIGHT) -> str:
    """Return the page's whole style sheet, with a theme for day or night in place of ours."""
    by_day, by_night = (LIGHT, theme) if theme.scheme == "dark" else (theme, DARK)
    colours = variables(by_day, by_night)
    return "\n".join((colours, *(_text("style", name) for name in STYLES), chart_style()))


@cache
def template() -> str:
    """Return the page's template."""
    return resources.files("blueprint.page").joinpath("template.html.j2").read_text("utf-8")


def _text(folder: str, name: str) -> str:
    return resources.files("blueprint.page").joinpath(folder, name).read_text("utf-8")
