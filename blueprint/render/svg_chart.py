"""SVG from a placed chart: series told by pattern, dash and shape, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from blueprint.layout.chart_scene import (
    ChartBar,
    ChartKey,
    ChartPath,
    ChartRule,
    ChartScene,
    ChartSpan,
    RuleKind,
)
from blueprint.layout.scene import Text
from blueprint.render.chart_colours import TONES, series_colours
from blueprint.render.svg_chart_signs import fill_of, patterns, sign
from blueprint.render.svg_writer import (
    at,
    id_prefix,
    number,
    rectangle,
    tag,
    text_block,
    title,
    words,
)
from blueprint.render.theme import Theme
from blueprint.render.themes.light import LIGHT

_DASHES = (None, "7 3", "2 3", "9 3 2 3")
_RULES: dict[RuleKind, tuple[float, str | None]] = {
    "grid": (0.8, None),
    "zero": (1.2, None),
    "cross": (1.2, "5 4"),
}
_SLANT = -40.0
_END = 3.5


def svg_chart(scene: ChartScene, *, theme: Theme = LIGHT, prefix: str = "chart") -> str:
    """Draw a placed chart as one SVG document.

    Args:
        scene: A placed chart.
        theme: How it looks.
        prefix: What its ids begin with; charts on one page need different ones.

    Returns:
        The document, without an XML declaration, so that it can also stand in HTML.
    """
    own = id_prefix(prefix)
    chinese = scene.lang.casefold().startswith("zh")
    theme = replace(theme, chinese_first=chinese)
    body = [
        tag("title", words(scene.title), id=f"{own}-title"),
        tag("desc", words(scene.described), id=f"{own}-desc"),
        patterns(_series(scene), theme, own),
        _ground(scene, theme),
        *(_rule(rule, theme) for rule in scene.rules),
        *(_bar(bar, theme, own) for bar in scene.bars),
        *(_path(path, theme) for path in scene.paths),
        *(_span(span, theme) for span in scene.spans),
        *(sign(dot.series, dot.at, theme, title(dot.told)) for dot in scene.dots),
        *(_key(key, theme, own) for key in scene.key),
        *(_halo(text, theme) for text in scene.texts),
        *(_turned(text, theme) for text in scene.turned),
    ]
    return tag(
        "svg",
        "\n",
        "\n".join(part for part in body if part),
        "\n",
        xmlns="http://www.w3.org/2000/svg",
        class_="bp-chart",
        viewBox=f"0 0 {number(scene.width)} {number(scene.height)}",
        width=scene.width,
        height=scene.height,
        lang=scene.lang,
        font_family=theme.fonts(chinese=chinese),
        role="img",
        aria_labelledby=f"{own}-title",
        aria_describedby=f"{own}-desc",
    )


def _ground(scene: ChartScene, theme: Theme) -> str:
    """Draw the ground a chart stands on."""
    return tag("rect", class_="bp-hollow", width=scene.width, height=scene.height, fill=theme.paper)


def _series(scene: ChartScene) -> list[int]:
    """Return the series that fill something, in order."""
    keys = {key.series for key in scene.key if key.sort == "bar"}
    return sorted(keys | {bar.series for bar in scene.bars})


def _colour(series: int, theme: Theme) -> str:
    return series_colours(theme)[series % TONES]


def _rule(rule: ChartRule, theme: Theme) -> str:
    wide, dash = _RULES[rule.kind]
    return tag(
        "path",
        class_=f"bp-rule-{rule.kind}",
        d=f"M{at(rule.ends[0])}L{at(rule.ends[1])}",
        stroke=theme.divider if rule.kind == "grid" else theme.slate,
        stroke_width=wide,
        stroke_dasharray=dash,
        fill="none",
    )


def _bar(bar: ChartBar, theme: Theme, prefix: str) -> str:
    plain = bar.series == 0
    box = rectangle(
        bar.box,
        class_=f"bp-tone-{bar.series % TONES} bp-stroke{' bp-fill' if plain else ''}",
        fill=fill_of(bar.series, theme, prefix),
        stroke=_colour(bar.series, theme),
        stroke_width=1.0,
    )
    return tag("g", title(bar.told), box)


def _path(path: ChartPath, theme: Theme) -> str:
    points = "L".join(at(point) for point in path.points)
    return tag(
        "path",
        class_=f"bp-tone-{path.series % TONES} bp-stroke",
        d=f"M{points}",
        fill="none",
        stroke=_colour(path.series, theme),
        stroke_width=2.0,
        stroke_linejoin="round",
        stroke_dasharray=_DASHES[path.series % len(_DASHES)],
    )


def _span(span: ChartSpan, theme: Theme) -> str:
    """Draw an interval with its two ends, in ink so that it shows on a bar too."""
    (x, y), (right, low) = span.ends
    across = y == low
    ends = (
        f"M{at((x, y - _END))}v{number(2 * _END)}M{at((right, y - _END))}v{number(2 * _END)}"
        if across
        else f"M{at((x - _END, y))}h{number(2 * _END)}M{at((x - _END, low))}h{number(2 * _END)}"
    )
    return tag(
        "path",
        class_="bp-rule-zero",
        d=f"M{at((x, y))}L{at((right, low))}{ends}",
        fill="none",
        stroke=theme.slate,
        stroke_width=1.4,
    )


def _key(key: ChartKey, theme: Theme, prefix: str) -> str:
    return tag("g", *_swatch(key, theme, prefix), text_block(key.name, theme))


def _swatch(key: ChartKey, theme: Theme, prefix: str) -> Iterator[str]:
    middle = key.box.middle
    if key.sort == "bar":
        yield _bar(ChartBar(series=key.series, box=key.box, told=""), theme, prefix)
        return
    if key.sort == "line":
        ends = ((key.box.x, middle[1]), (key.box.right, middle[1]))
        yield _path(ChartPath(series=key.series, points=ends), theme)
    yield sign(key.series, middle, theme)


def _halo(text: Text, theme: Theme) -> str:
    """Write a text with the ground around its letters, so that no line runs through it."""
    return tag(
        "g",
        text_block(text, theme),
        class_="bp-halo",
        stroke=theme.paper,
        stroke_width=3.0,
        stroke_linejoin="round",
        paint_order="stroke",
    )


def _turned(text: Text, theme: Theme) -> str:
    turn = f"rotate({number(_SLANT)} {at((text.x, text.y))})"
    return tag("g", text_block(text, theme), transform=turn)
