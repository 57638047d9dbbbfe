"""A house style is drawn: its colours, what is made from them, and its logo."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import blueprint
from blueprint.errors import BlueprintWarning
from blueprint.layout import layout
from blueprint.layout.paper.pages import pages
from blueprint.layout.scene import Scene
from blueprint.layout.show import view_of
from blueprint.layout.sizes import sizes_of
from blueprint.layout.text import width
from blueprint.layout.view import Orientation, View
from blueprint.page.palette import palette
from blueprint.render.contrast import contrast
from blueprint.render.svg import svg
from blueprint.render.svg_pages import svg_pages
from blueprint.render.theme import Theme
from blueprint.render.themes.dark import DARK
from blueprint.render.themes.light import LIGHT
from blueprint.render.themes.table import THEMES
from blueprint.theming import load_theme, theme_of
from tests.page.made import everything

EXAMPLES = Path(__file__).parents[2] / "examples"
HARBOUR = EXAMPLES / "harbour_house.theme.yaml"


def viewed(theme: Theme, title: str = "Stay", orientation: Orientation = "across") -> View:
    view = view_of(everything(), lang="en")
    sizes = sizes_of(theme.density, type_scale=theme.type_scale)
    return replace(view, title=title, sizes=sizes, logo=theme.logo_aspect, orientation=orientation)


def placed(theme: Theme, title: str = "Stay", orientation: Orientation = "across") -> Scene:
    return layout(viewed(theme, title, orientation))


def test_a_file_that_says_nothing_is_the_theme_it_is_based_on() -> None:
    for name, theme in THEMES.items():
        made = load_theme(f"theme: Plain\nbased_on: {name}\n")
        assert replace(made, name=name) == theme


def test_its_colours_are_in_the_drawing() -> None:
    theme = theme_of(HARBOUR)
    drawn = svg(placed(theme), theme=theme)
    for colour in ("#fffdf8", "#1c2b2e", "#16454d", "#0f6470", "#e9c46a", "#a63d2f", "#96391f"):
        assert colour in drawn
    for gone in (LIGHT.ink, LIGHT.lanes["customer"].line, LIGHT.phases[0]):
        assert gone not in drawn


def test_a_lane_is_made_from_its_line_alone() -> None:
    lane = load_theme("theme: Plum\ncolours: {lanes: {customer: '#7a2f6b'}}\n").lanes["customer"]
    assert lane.line == "#7a2f6b"
    assert contrast(lane.tint, LIGHT.paper) < 1.3
    assert contrast(lane.text, lane.tint) >= 4.5


def test_cards_and_casings_follow_the_paper() -> None:
    theme = load_theme('theme: Cream\ncolours: {paper: "#fffaf0"}\n')
    assert theme.card == theme.casing == theme.paper == "#fffaf0"


def test_a_dark_paper_makes_a_dark_theme() -> None:
    made = load_theme("theme: Night\nbased_on: dark\ncolours: {paper: '#0b0f14'}\n")
    assert made.scheme == "dark"
    assert made.card == DARK.card


def test_fonts_come_before_the_usual_ones_and_stay_names() -> None:
    theme = load_theme("theme: T\nfont: [Source Sans 3, serif]\nchinese_font: 思源黑体\n")
    assert theme.fonts(chinese=False).startswith("'Source Sans 3', serif, 'Noto Sans', ")
    assert theme.fonts(chinese=True).startswith("'思源黑体', 'Noto Sans CJK SC', ")


def test_sizes_are_those_of_the_file_or_of_what_it_is_based_on() -> None:
    assert load_theme("theme: T\nbased_on: large\n").type_scale == 1.3
    made = load_theme("theme: T\nsizes: {type: 1.1, density: compact}\n")
    assert (made.type_scale, made.density) == (1.1, "compact")


@pytest.mark.parametrize("orientation", ["across", "down"])
def test_the_logo_stands_at_the_top_right_beside_the_title(orientation: Orientation) -> None:
    theme = theme_of(HARBOUR)
    scene = placed(theme, "A very long name of a service that goes on and on " * 4, orientation)
    assert scene.logo is not None
    assert scene.logo.right == pytest.approx(scene.width - 8.0)
    top = min(step.name.y - step.name.size for step in scene.steps)
    assert scene.logo.bottom <= min([top, *(phase.chevron.y for phase in scene.phases)])
    for line in scene.title.lines:
        assert scene.title.x + width(line, scene.title.size, bold=True) <= scene.logo.x


def test_the_logo_in_the_drawing_is_the_picture_of_the_file() -> None:
    theme = theme_of(HARBOUR)
    root = ET.fromstring(svg(placed(theme), theme=theme))
    images = list(root.iter("{http://www.w3.org/2000/svg}image"))
    assert len(images) == 1
    media, _, data = images[0].get("href", "").partition(";base64,")
    assert media == "data:image/png"
    assert base64.b64decode(data) == (EXAMPLES / "harbour_house.png").read_bytes()


def test_every_page_of_paper_has_the_logo_once_and_its_words_beside_it() -> None:
    theme = theme_of(HARBOUR)
    cut = pages(placed(theme), "a4")
    for page, drawn in zip(cut, svg_pages(cut, theme=theme), strict=True):
        assert drawn.count("<image ") == 1
        assert page.heading.logo is not None
        assert page.heading.number.x < page.heading.logo.x
        assert page.heading.logo.right < page.width


def test_no_font_is_named_twice() -> None:
    theme = load_theme("theme: T\nfont: [Arial, Noto Sans]\n")
    assert theme.fonts(chinese=False).startswith("Arial, 'Noto Sans', 'Segoe UI'")
    assert theme.fonts(chinese=True).count("Noto Sans'") == 1


def test_a_pale_accent_can_still_be_read_on_the_page() -> None:
    with pytest.warns(BlueprintWarning):
        theme = load_theme("theme: T\ncolours: {accent: '#c98a5e'}\n")
    shown = palette(theme)
    assert contrast(shown["accent"], shown["raised"]) >= 4.5
    assert contrast(shown["on-accent"], shown["accent"]) >= 4.5


def test_without_a_logo_nothing_is_drawn_there() -> None:
    assert placed(LIGHT).logo is None
    assert "<image" not in svg(placed(LIGHT), theme=theme_of(HARBOUR))


def test_the_same_file_gives_the_same_bytes() -> None:
    one, two = (svg(placed(theme), theme=theme) for theme in (theme_of(HARBOUR), theme_of(HARBOUR)))
    assert one == two


@pytest.mark.parametrize("name", THEMES)
def test_the_page_has_a_colour_for_everything_in_every_theme(name: str) -> None:
    assert palette(THEMES[name]).keys() == palette(LIGHT).keys()
    values = palette(theme_of(HARBOUR)).values()
    assert all(re.fullmatch(r"#[0-9A-Fa-f]{6}", colour) for colour in values)


def test_the_logo_is_what_its_program_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    import zlib

    monkeypatch.syspath_prepend(str(EXAMPLES))
    import harbour_house_logo  # type: ignore[import-not-found]

    data = (EXAMPLES / "harbour_house.png").read_bytes()
    start = data.index(b"IDAT") + 4
    pixels = zlib.decompress(data[start : start + int.from_bytes(data[start - 8 : start - 4])])
    assert pixels == harbour_house_logo.rows()


def test_every_theme_is_there_by_name() -> None:
    assert [theme_of(name).name for name in THEMES] == ["light", "dark", "print", "large"]
    with pytest.raises(blueprint.BlueprintError, match="did you mean dark"):
        theme_of("drak")
    with pytest.raises(blueprint.BlueprintError, match="there are light, dark, print, large"):
        theme_of("neon")
