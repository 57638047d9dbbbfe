"""The colours of charts: those of the theme's lanes, one a series, and the quiet ones behind."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.render.theme import Theme

TONES = 6
"""How many colours there are; the next series have them again, in other patterns."""


def series_colours(theme: Theme) -> tuple[str, ...]:
    """Return the colours of series, in their order.

    Examples:
        >>> from blueprint.render.themes.light import LIGHT
        >>> len(set(series_colours(LIGHT))) == TONES
        True
    """
    lanes = theme.lanes
    return (
        theme.curve_line,
        lanes["backstage"].line,
        lanes["frontstage"].line,
        lanes["support"].line,
        lanes["other"].line,
        theme.pain.line,
    )


def chart_colours(theme: Theme) -> Mapping[str, str]:
    """Return every colour of a chart by the name of its CSS variable."""
    series = {f"chart-{n}": colour for n, colour in enumerate(series_colours(theme))}
    return {
        **series,
        "chart-ground": theme.paper,
        "chart-ink": theme.texts["text"],
        "chart-muted": theme.texts["muted"],
        "chart-title": theme.texts["title"],
        "chart-grid": theme.divider,
        "chart-zero": theme.slate,
    }


def chart_style() -> str:
    """Return the style rules that paint charts in these variables, wherever they stand."""
    tones = "".join(f".bp-tone-{n}{{--tone:var(--chart-{n})}}" for n in range(TONES))
    return tones + (
        ".bp-chart .bp-fill{fill:var(--tone)}"
        ".bp-chart .bp-stroke{stroke:var(--tone)}"
        ".bp-chart .bp-hollow{fill:var(--chart-ground)}"
        ".bp-chart .bp-halo{stroke:var(--chart-ground)}"
        ".bp-chart text.bp-text{fill:var(--chart-ink)}"
        ".bp-chart text.bp-muted{fill:var(--chart-muted)}"
        ".bp-chart text.bp-title{fill:var(--chart-title)}"
        ".bp-chart .bp-rule-grid{stroke:var(--chart-grid)}"
        ".bp-chart .bp-rule-zero,.bp-chart .bp-rule-cross{stroke:var(--chart-zero)}"
    )
