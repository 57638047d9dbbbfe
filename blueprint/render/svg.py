"""SVG from a scene: presentation attributes only, safe alone and inside a page."""

from __future__ import annotations

from dataclasses import replace

from blueprint.layout.scene import Scene, SceneEdge
from blueprint.layout.sizes import tenth
from blueprint.layout.text import has_wide
from blueprint.render.svg_cards import card_group
from blueprint.render.svg_curve import curve_group
from blueprint.render.svg_edges import edge_group, label_group
from blueprint.render.svg_frame import (
    divider,
    heading,
    lane_groups,
    line_group,
    phase_group,
    step_group,
)
from blueprint.render.svg_legend import legend_group
from blueprint.render.svg_marks import mark_badge, mark_frame
from blueprint.render.svg_tracks import track_group
from blueprint.render.svg_writer import id_prefix, number, tag, words
from blueprint.render.theme import Theme
from blueprint.render.themes.light import LIGHT


def svg(scene: Scene, *, theme: Theme = LIGHT) -> str:
    """Draw a scene as one SVG document.

    Args:
        scene: A placed picture.
        theme: How it looks.

    Returns:
        The document, without an XML declaration, so that it can also stand in HTML.
    """
    prefix = id_prefix(scene.id)
    body = [
        tag("title", words(scene.title.full), id=f"{prefix}-title"),
        tag("desc", words(scene.described), id=f"{prefix}-desc"),
        tag("rect", class_="bp-paper", width=scene.width, height=scene.height, fill=theme.paper),
        *content(scene, theme, prefix),
    ]
    return tag(
        "svg",
        "\n",
        "\n".join(part for part in body if part),
        "\n",
        xmlns="http://www.w3.org/2000/svg",
        class_="bp",
        viewBox=f"0 0 {number(scene.width)} {number(scene.height)}",
        width=tenth(scene.width * scene.scale),
        height=tenth(scene.height * scene.scale),
        lang=scene.lang,
        font_family=theme.fonts(chinese=is_chinese(scene)),
        role="graphics-document document",
        aria_labelledby=f"{prefix}-title",
        aria_describedby=f"{prefix}-desc",
    )


def content(scene: Scene, theme: Theme, prefix: str) -> list[str]:
    """Draw everything in a scene, from the ground up.

    Args:
        scene: A placed picture, or a part of one.
        theme: How it looks.
        prefix: What ids begin with.
    """
    down = scene.orientation == "down"
    theme = replace(theme, chinese_first=is_chinese(scene))
    return [
        heading(scene, theme),
        *(phase_group(phase, n, theme, down=down) for n, phase in enumerate(scene.phases)),
        *(step_group(step, theme) for step in scene.steps),
        lane_groups(scene.lanes, theme, down=down),
        *(divider(phase, theme) for phase in scene.phases),
        *(line_group(line, theme) for line in scene.lines),
        curve_group(scene.curve, theme, down=down) if scene.curve else "",
        *(track_group(track, theme) for track in scene.tracks),
        *(mark_frame(mark, theme) for mark in scene.marks),
        *(edge_group(edge, theme) for edge in sorted(scene.edges, key=_depth)),
        *(card_group(card, prefix, theme) for card in scene.cards),
        *(label_group(edge, theme) for edge in scene.edges),
        *(mark_badge(mark, theme) for mark in scene.marks),
        legend_group(scene.legend, theme) if scene.legend else "",
    ]


def _depth(edge: SceneEdge) -> tuple[bool, bool, int, bool, int]:
    """Sort links so that the customer's way, and what is lit, lie on top; bundles stay together."""
    first = edge.index if edge.bundle is None else edge.bundle
    return (edge.lit, edge.kind == "flow", first, bool(edge.own), edge.index)


def is_chinese(scene: Scene) -> bool:
    """Say whether a drawing is in Chinese: by its language, or by what most cards say."""
    if scene.lang.casefold().startswith("zh"):
        return True
    wide = sum(1 for card in scene.cards if has_wide(card.name.full))
    return 2 * wide > len(scene.cards)
