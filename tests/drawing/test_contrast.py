"""Everything in a drawing stands out from what it is painted on, in every theme."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import median

import pytest

import blueprint
from blueprint.layout import layout
from blueprint.layout.scene import Scene
from blueprint.layout.show import view_of
from blueprint.layout.sizes import sizes_of
from blueprint.render.contrast import SIGN, TEXT, contrast
from blueprint.render.svg import svg
from blueprint.render.theme import Theme
from blueprint.render.themes.pairs import pairs
from blueprint.render.themes.table import THEMES
from blueprint.theming import theme_of
from tests.drawing.painted import Figure, figures
from tests.page.made import everything, report

ROOT = Path(__file__).parents[2]
HOUSE = theme_of(ROOT / "examples" / "harbour_house.theme.yaml")
ALL = [*THEMES.values(), HOUSE]
EXAMPLES = (("city_hotel", "en"), ("hospital", "zh"), ("bank_loan", "en"), ("everything", "en"))
STRONG = 7.0
"""What the theme for large type promises for texts."""
ONLY_FORM = {
    "bp-paper", "bp-band", "bp-curve-band", "bp-track-band", "bp-chevron", "bp-divider", "bp-zero",
    "bp-casing", "bp-label-box", "bp-fold",
}  # fmt: skip
"""Grounds, and lines that repeat what headings say already."""


@cache
def scene(name: str, lang: str, scale: float) -> Scene:
    source = everything() if name == "everything" else blueprint.load(
        ROOT / "examples" / f"{name}.blueprint.yaml"
    )  # fmt: skip
    overlay = report().overlay if name == "everything" else None
    view = view_of(source, lang=lang, overlay=overlay)
    return layout(replace(view, sizes=sizes_of(type_scale=scale)))


@cache
def painted(theme: Theme) -> tuple[Figure, ...]:
    """Return everything painted in the examples, and in the drawing that shows every sign."""
    drawn = [svg(scene(*example, theme.type_scale), theme=theme) for example in EXAMPLES]
    return tuple(dict.fromkeys(figure for one in drawn for figure in figures(one)))


def readable(text: Figure) -> float:
    """Return how far a text stands out, where it does least."""
    return min(contrast(text.fill, ground) for ground in text.under)


def seen(sign: Figure) -> float:
    """Return how far a sign stands out, by its ground or its border; lines may cross others."""
    return median(
        max(contrast(colour, ground) for colour in (sign.fill, sign.stroke) if colour)
        for ground in sign.under
    )


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_what_lies_under_it(theme: Theme) -> None:
    texts = [figure for figure in painted(theme) if figure.kind == "text"]
    assert len({figure.classes for figure in texts}) > 12
    least = STRONG if theme.name == "large" else TEXT
    on_marks = [figure for figure in texts if "bp-badge-text" in figure.classes]
    faint = [figure for figure in texts if figure not in on_marks and readable(figure) < least]
    assert faint == []
    assert on_marks
    assert [figure for figure in on_marks if readable(figure) < TEXT] == []


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_every_sign_and_line_can_be_seen_on_what_lies_under_it(theme: Theme) -> None:
    signs = [
        figure
        for figure in painted(theme)
        if figure.kind != "text"
        and (figure.fill or figure.stroke)
        and ONLY_FORM.isdisjoint(figure.classes)
        and not {"bp-lane", "bp-rule"} <= set(figure.classes)
        and theme.divider not in (figure.fill, figure.stroke)
    ]
    assert len({figure.classes for figure in signs}) > 30
    assert [(figure, round(seen(figure), 2)) for figure in signs if seen(figure) < SIGN] == []


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_what_a_house_style_is_measured_by_is_all_that_texts_stand_on(theme: Theme) -> None:
    known = {(pair.colour.lower(), pair.ground.lower()) for pair in pairs(theme)}
    met = {
        (figure.fill.lower(), ground)
        for figure in painted(theme)
        if figure.kind == "text" and "bp-label" not in figure.classes  # paper that lets through
        for ground in figure.under
    }
    assert met - known == set()


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_nothing_a_theme_sets_is_faint(theme: Theme) -> None:
    assert [pair for pair in pairs(theme) if pair.measured < pair.least] == []


def test_print_has_no_colour_at_all() -> None:
    colours = {c for f in painted(THEMES["print"]) for c in (f.fill, f.stroke, *f.under) if c}
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_kinds_of_links_differ_without_colour(theme: Theme) -> None:
    looks = [(edge.width, edge.dash, edge.hollow) for edge in theme.edges.values()]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_neighbouring_lanes_differ(theme: Theme) -> None:
    lanes = [figure for figure in painted(theme) if "bp-band" in figure.classes]
    assert lanes
    assert all(lane.tint != lane.next or not lane.next_tint for lane in theme.lanes.values())
