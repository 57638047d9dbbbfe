"""The page's colours: those of the drawing's themes, and its own for all around the drawing.

Each theme is one set of CSS variables; the style sheets name only variables. Texts pass
WCAG AA on everything they stand on, in both themes; a test measures it in a browser.
"""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.render.chart_colours import chart_colours
from blueprint.render.contrast import readable
from blueprint.render.theme import Theme
from blueprint.render.themes.dark import DARK
from blueprint.render.themes.light import LIGHT

Palette = Mapping[str, str]
"""CSS variable, without its dashes, to colour."""

_AROUND_LIGHT: Palette = {
    "page": "#f4f6f8",
    "raised": "#ffffff",
    "border": "#c9d3dc",
    "control": "#74828f",
    "hover": "#e8eef4",
    "focus": "#b23c00",
    "demand": "#6a1b9a",
    "disruption": "#b23c00",
}
_AROUND_DARK: Palette = {
    "page": "#0d1218",
    "raised": "#161e27",
    "border": "#33414e",
    "control": "#7d8c9a",
    "hover": "#223040",
    "focus": "#ffb074",
    "demand": "#cf9bff",
    "disruption": "#ff9a62",
}

_DARK_CHOSEN = ":root[data-theme=dark]"
_DARK_BY_SYSTEM = ":root:not([data-theme=light])"


def palette(theme: Theme) -> Palette:
    """Return every colour of the page in a theme.

    Examples:
        >>> palette(LIGHT)["paper"], palette(DARK)["page"]
        ('#ffffff', '#0d1218')
    """
    around = _AROUND_DARK if theme.scheme == "dark" else _AROUND_LIGHT
    accent = readable(theme.accent, [theme.paper, around["raised"]]) or theme.accent
    on_accent = readable(theme.paper, [accent]) or theme.paper
    return {**around, "accent": accent, "on-accent": on_accent, **_drawing(theme)}


def variables(light: Theme = LIGHT, dark: Theme = DARK) -> str:
    """Return the style rules that set every colour: light, dark by choice or system, print."""
    by_day = f"color-scheme:light;{_declared(palette(light))}"
    by_night = f"color-scheme:dark;{_declared(palette(dark))}"
    return "\n".join(
        (
            f":root{{{by_day}}}",
            f"@media (prefers-color-scheme:dark){{{_DARK_BY_SYSTEM}{{{by_night}}}}}",
            f"{_DARK_CHOSEN}{{{by_night}}}",
            f"@media print{{:root,{_DARK_BY_SYSTEM},{_DARK_CHOSEN}{{{by_day}}}}}",
        )
    )


def _drawing(theme: Theme) -> Palette:
    """Return the colours of the drawing by what they paint."""
    colours = {
        "paper": theme.paper,
        "card": theme.card,
        "casing": theme.casing,
        "ink": theme.ink,
        "muted": theme.muted,
        "slate": theme.slate,
        "chevron": theme.phases[0],
        "chevron-next": theme.phases[1],
        "on-chevron": theme.texts["phase"],
        "divider": theme.divider,
        "label": theme.texts["label"],
        "star-disc": theme.moment.ground,
        "star-line": theme.moment.line,
        "star": theme.moment.ink,
        "fail-disc": theme.fail.ground,
        "fail-line": theme.fail.line,
        "on-fail": theme.fail.ink,
        "pain-tint": theme.pain.ground,
        "pain-line": theme.pain.line,
        "pain": theme.pain.ink,
        "wait-tint": theme.wait.ground,
        "wait-line": theme.wait.line,
        "wait": theme.wait.ink,
        "curve-band": theme.curve_band,
        "curve-line": theme.curve_line,
        "removed": theme.removed,
        "on-mark": theme.texts["badge"],
    }
    for lane, tones in theme.lanes.items():
        colours |= {
            f"{lane}-tint": tones.tint,
            f"{lane}-next": tones.next,
            f"{lane}-line": tones.line,
            f"{lane}-text": tones.text,
        }
    colours |= {f"kind-{kind}": stroke.colour for kind, stroke in theme.edges.items()}
    colours |= {f"role-{role}": stroke.colour for role, stroke in theme.marks.items()}
    colours |= {f"mood-{mood}": colour for mood, colour in theme.moods.items()}
    colours |= chart_colours(theme)
    return colours


def _declared(colours: Palette) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())
