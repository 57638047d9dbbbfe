"""The page's colours: the drawing's own in light, and their counterparts in dark.

Each theme is one set of CSS variables; the style sheets name only variables. Texts pass
WCAG AA on everything they stand on, in both themes; a test measures it in a browser.
"""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.render import theme

Palette = Mapping[str, str]
"""CSS variable, without its dashes, to colour."""


def _light() -> Palette:
    colours = {
        "page": "#f4f6f8",
        "raised": "#ffffff",
        "paper": theme.PAPER,
        "card": theme.PAPER,
        "ink": theme.INK,
        "muted": theme.MUTED,
        "slate": theme.SLATE,
        "border": "#c9d3dc",
        "control": "#74828f",
        "hover": "#e8eef4",
        "accent": "#005A8C",
        "on-accent": "#ffffff",
        "focus": "#b23c00",
        "chevron": theme.PHASES[0],
        "chevron-next": theme.PHASES[1],
        "on-chevron": theme.TEXT_COLOURS["phase"],
        "divider": theme.DIVIDER,
        "label": theme.TEXT_COLOURS["label"],
        "pain": theme.PAIN,
        "pain-line": theme.PAIN_LINE,
        "pain-tint": theme.PAIN_TINT,
        "wait": theme.WAIT,
        "wait-tint": theme.WAIT_TINT,
        "curve-band": theme.CURVE_BAND,
        "curve-line": theme.CURVE_LINE,
        "star-disc": theme.STAR_DISC,
        "star": theme.STAR,
        "fail-disc": theme.FAIL_DISC,
        "on-fail": theme.PAPER,
        "removed": theme.REMOVED,
        "on-mark": theme.TEXT_COLOURS["badge"],
        "demand": "#6a1b9a",
        "disruption": "#b23c00",
    }
    for lane, tones in theme.LANES.items():
        colours |= {
            f"{lane}-tint": tones.tint,
            f"{lane}-line": tones.line,
            f"{lane}-text": tones.text,
        }
    colours |= {f"kind-{kind}": stroke.colour for kind, stroke in theme.EDGES.items()}
    colours |= {f"role-{role}": stroke.colour for role, stroke in theme.MARKS.items()}
    colours |= {f"mood-{mood}": colour for mood, colour in theme.MOODS.items()}
    return colours


LIGHT: Palette = _light()

DARK: Palette = {
    "page": "#0d1218",
    "raised": "#161e27",
    "paper": "#10171e",
    "card": "#1b2530",
    "ink": "#e8edf2",
    "muted": "#a9b6c3",
    "slate": "#c3ced9",
    "border": "#33414e",
    "control": "#7d8c9a",
    "hover": "#223040",
    "accent": "#7cc4f5",
    "on-accent": "#0d1218",
    "focus": "#ffb074",
    "chevron": "#2b3b4b",
    "chevron-next": "#3a4d60",
    "on-chevron": "#f2f6fa",
    "divider": "#46545f",
    "label": "#d3dbe3",
    "pain": "#ffa878",
    "pain-line": "#e8813f",
    "pain-tint": "#3a2114",
    "wait": "#c3b7f2",
    "wait-tint": "#2a2540",
    "curve-band": "#141c24",
    "curve-line": "#4fa8e0",
    "star-disc": "#e6d93c",
    "star": "#4a3f00",
    "fail-disc": "#ff9a62",
    "on-fail": "#241103",
    "removed": "#77838e",
    "on-mark": "#0d1218",
    "demand": "#cf9bff",
    "disruption": "#ff9a62",
    "evidence-tint": "#201d16",
    "evidence-line": "#a8905a",
    "evidence-text": "#d8c48e",
    "customer-tint": "#12202c",
    "customer-line": "#4fa8e0",
    "customer-text": "#7cc4f5",
    "frontstage-tint": "#11231e",
    "frontstage-line": "#2fb48c",
    "frontstage-text": "#66d3ae",
    "backstage-tint": "#261f14",
    "backstage-line": "#c98a2e",
    "backstage-text": "#efb968",
    "support-tint": "#241c28",
    "support-line": "#b777a8",
    "support-text": "#dfa4d3",
    "other-tint": "#1a2129",
    "other-line": "#7c8f9f",
    "other-text": "#b3c2cf",
    "kind-flow": "#4fa8e0",
    "kind-evidence": "#a8976a",
    "kind-interaction": "#d5dde5",
    "kind-support": "#93a1af",
    "kind-triggers": "#f08a5d",
    "kind-recovers": "#4cc79b",
    "kind-prepares": "#cf8fc2",
    "role-start": "#cf9bff",
    "role-reached": "#ff9a62",
    "role-tell": "#7cc4f5",
    "role-touch": "#a9b6c3",
    "role-error": "#ff7b86",
    "role-warning": "#ffb074",
    "role-info": "#7cc4f5",
    "mood-happy": "#3ccf9b",
    "mood-neutral": "#9aa9b7",
    "mood-unhappy": "#ff9a62",
}

_DARK_CHOSEN = ":root[data-theme=dark]"
_DARK_BY_SYSTEM = ":root:not([data-theme=light])"


def variables() -> str:
    """Return the style rules that set every colour: light, dark by choice or system, print."""
    light, dark = _declared(LIGHT), _declared(DARK)
    return "\n".join(
        (
            f":root{{color-scheme:light;{light}}}",
            f"@media (prefers-color-scheme:dark){{{_DARK_BY_SYSTEM}{{color-scheme:dark;{dark}}}}}",
            f"{_DARK_CHOSEN}{{color-scheme:dark;{dark}}}",
            f"@media print{{:root,{_DARK_BY_SYSTEM},{_DARK_CHOSEN}{{color-scheme:light;{light}}}}}",
        )
    )


def _declared(palette: Palette) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in palette.items())
