"""Signs: each is drawn, named, and unlike every other; the legend tells those that are shown."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any, get_args
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from blueprint.layout import layout, signs
from blueprint.layout.marks import RING
from blueprint.layout.scene import LegendEntry
from blueprint.layout.view import (
    Badge,
    BadgeKind,
    ChipKind,
    EdgeKind,
    SignKind,
    Status,
    View,
)
from blueprint.render.svg import svg
from blueprint.render.svg_small_signs import CHIP_SIGNS, ROLE_SIGNS, SMALL_SIGNS
from blueprint.render.themes.light import LIGHT
from blueprint.render.themes.table import THEMES
from blueprint.report import Mark, Overlay, Role
from blueprint.words import Phrase, translator
from tests.drawing.cases import case
from tests.drawing.strategies import views

WORDS: dict[str, tuple[Any, Any]] = {
    "edges": (signs.EDGE_WORDS, EdgeKind),
    "badges": (signs.BADGE_WORDS, BadgeKind),
    "signs": (signs.SIGN_WORDS, SignKind),
    "chips": (signs.CHIP_WORDS, ChipKind),
    "statuses": (signs.STATUS_WORDS, Status),
    "roles": (signs.ROLE_WORDS, Role),
}


@pytest.mark.parametrize("name", WORDS)
def test_every_sign_has_words_in_both_languages(name: str) -> None:
    words, kinds = WORDS[name]
    assert list(words) == list(get_args(kinds))
    say = translator("zh")
    assert [text for text in words.values() if text and say(text) == text] == []
    told = [text for text in words.values() if text]
    assert len(set(told)) == len(told)


def test_every_small_sign_has_a_shape_of_its_own() -> None:
    assert set(SMALL_SIGNS) == set(get_args(SignKind))
    shapes = [(sign.ground, sign.glyph) for kind, sign in SMALL_SIGNS.items() if kind != "late"]
    assert len(set(shapes)) == len(shapes)
    late, time = SMALL_SIGNS["late"], SMALL_SIGNS["time"]
    assert late.tone != time.tone, "filled and hollow"
    assert set(get_args(ChipKind)) <= set(CHIP_SIGNS)


@pytest.mark.parametrize("name", THEMES)
def test_every_role_differs_by_more_than_colour(name: str) -> None:
    assert set(ROLE_SIGNS) == set(get_args(Role))
    assert len(set(ROLE_SIGNS.values())) == len(ROLE_SIGNS)
    marks = THEMES[name].marks
    assert set(marks) == set(get_args(Role))
    before_and_after = [(marks[role].width, marks[role].dash) for role in get_args(Role)[-4:]]
    assert len(set(before_and_after)) == 4


def within(root: ET.Element, wanted: str) -> set[str]:
    """Return the classes of elements inside the drawing, or inside its legend."""
    found: set[str] = set()

    def go(element: ET.Element, *, legend: bool) -> None:
        classes = (element.get("class") or "").split()
        legend = legend or "bp-legend" in classes
        if legend == (wanted == "legend"):
            found.update(classes)
        for child in element:
            go(child, legend=legend)

    go(root, legend=False)
    return found


def named(classes: set[str]) -> set[str]:
    """Return the classes that say which sign an element is."""
    kinds = {f"bp-kind-{kind}" for kind in get_args(EdgeKind)}
    badges = {f"bp-{kind}" for kind in get_args(BadgeKind)}
    small = {f"bp-{kind}-sign" for kind in get_args(SignKind)}
    roles = {f"bp-role-{role}" for role in get_args(Role)}
    return classes & (kinds | badges | small | roles)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(views(most_lanes=3, most_steps=3))
def test_the_legend_tells_exactly_the_signs_that_are_drawn(any_view: View) -> None:
    elements = {card.id: Mark(role=get_args(Role)[n % 11]) for n, card in enumerate(any_view.cards)}
    overlay = Overlay(title=Phrase.of("Checks"), elements=elements)
    scene = layout(replace(any_view, overlay=overlay))
    root = ET.fromstring(svg(scene))
    assert named(within(root, "legend")) == named(within(root, "drawing"))
    entries = scene.legend.entries if scene.legend else ()
    assert kinds(entries, "channel") == {c.kind for card in scene.cards for c in card.channels}
    chips = [chip for card in scene.cards for chip in card.chips]
    legacy = {"legacy"} if any(chip.legacy for chip in chips) else set()
    assert kinds(entries, "chip") == {chip.kind for chip in chips} | legacy
    standing = {chip.status for chip in chips} | {card.status for card in scene.cards}
    assert kinds(entries, "status") == standing - {"current"}
    assert bool(kinds(entries, "owner")) == any(card.owner for card in scene.cards)


def kinds(entries: tuple[LegendEntry, ...], sort: str) -> set[str]:
    """Return the kinds of a sort that a legend tells."""
    return {entry.kind for entry in entries if entry.sort == sort}


def entry_texts(view: View) -> dict[str, str]:
    """Return what a view's legend says, by kind."""
    legend = layout(view).legend
    return {entry.kind: entry.text.full for entry in legend.entries} if legend else {}


def test_the_legend_names_the_kinds_of_moments_of_truth() -> None:
    hotel = case("city-hotel")
    badges = [
        Badge(kind="moment-of-truth", text="", sort=sort) for sort in ("purchase", "", "stay")
    ]
    cards = [
        replace(card, badges=(badge,)) for card, badge in zip(hotel.cards, badges, strict=False)
    ]
    shown = replace(hotel, cards=tuple(cards), edges=())
    assert entry_texts(shown)["moment-of-truth"] == "moment of truth: purchase, stay"


def test_the_marks_stand_last_under_the_title_of_their_report() -> None:
    hotel = case("city-hotel")
    marks = {hotel.cards[0].id: Mark(role="reached", badge="2", strength=0.35)}
    overlay = Overlay(title=Phrase.of("Checks"), elements=marks)
    legend = layout(replace(hotel, overlay=overlay)).legend
    assert legend is not None
    assert legend.title is not None
    assert legend.title.full == "Checks"
    assert legend.entries[-1].text.full == "reached: links away · likelihood"
    assert legend.entries[-2].text.y < legend.title.y < legend.entries[-1].text.y


def test_a_mark_tells_how_strongly_in_badge_tooltip_and_width() -> None:
    hotel = case("city-hotel")
    ids = [card.id for card in hotel.cards[:3]]
    marks = {
        id_: Mark(role="reached", badge="1", note=Phrase.of("why"), strength=strength)
        for id_, strength in zip(ids, (0.1, 0.35, 0.9), strict=True)
    }
    overlay = Overlay(
        title=Phrase.of("Ripple"),
        elements=marks,
        links=tuple((hotel.cards[e.source].id, hotel.cards[e.target].id) for e in hotel.edges[:3]),
        strengths=(0.1, 0.35, 0.9),
    )
    scene = layout(replace(hotel, overlay=overlay))
    assert [mark.weight for mark in scene.marks] == [0.1, 0.35, 0.9]
    assert [mark.badge.full for mark in scene.marks if mark.badge] == [
        "1 · .1",
        "1 · .35",
        "1 · .9",
    ]
    assert scene.marks[1].note == "why (likelihood .35)"
    assert [edge.weight for edge in scene.edges[:3]] == [0.1, 0.35, 0.9]
    frames = [e for e in ET.fromstring(svg(scene)).iter() if e.get("class") == "bp-frame"]
    widths = [float(frame.get("stroke-width") or 0) for frame in frames[:3]]
    assert widths[0] < widths[1] < widths[2]
    lines = [
        e for e in ET.fromstring(svg(scene)).iter() if (e.get("class") or "").endswith("bp-lit")
    ]
    drawn = {int(e.get("data-n") or 0): float(e[2].get("stroke-width") or 0) for e in lines}
    own = [LIGHT.edges[edge.kind].width for edge in scene.edges[:3]]
    wider = [drawn[n] - width for n, width in enumerate(own)]
    assert wider == pytest.approx(
        [1.4 * (0.1 + 2.9 * weight) for weight in (0.1, 0.35, 0.9)], abs=0.01
    )


def test_rings_tell_how_many_links_away_and_keep_apart() -> None:
    hotel = case("city-hotel")
    marks = {
        card.id: Mark(role="reached", badge=str(hops), hops=hops, strength=0.5)
        for card, hops in zip(hotel.cards, (1, 2, 3, 9), strict=False)
    }
    scene = layout(replace(hotel, overlay=Overlay(title=Phrase.of("Ripple"), elements=marks)))
    assert [mark.rings for mark in scene.marks] == [1, 2, 3, 3]
    drawn = [
        e for e in ET.fromstring(svg(scene)).iter() if e.get("class") == "bp-mark bp-role-reached"
    ]
    rings = [sum(part.get("class") in ("bp-ring", "bp-frame") for part in mark) for mark in drawn]
    assert rings[:4] == [1, 2, 3, 3]
    outside = 3.0 + 2 * RING
    boxes = [card.box for card in scene.cards]
    for one, other in combinations(boxes, 2):
        beside = one.x < other.right and other.x < one.right
        if beside:
            assert max(other.y - one.bottom, one.y - other.bottom) >= 2 * outside


def test_the_legend_tells_of_rings_and_widths_where_there_are_some() -> None:
    hotel = case("city-hotel")
    ends = (hotel.cards[hotel.edges[0].source].id, hotel.cards[hotel.edges[0].target].id)
    far = {ends[1]: Mark(role="reached", badge="2", hops=2, strength=0.5)}
    near = {ends[1]: Mark(role="reached", badge="1", hops=1)}
    shown = {}
    for name, marks, strengths in (("far", far, (0.5,)), ("near", near, ())):
        overlay = Overlay(
            title=Phrase.of("Ripple"), elements=marks, links=(ends,), strengths=strengths
        )
        legend = layout(replace(hotel, overlay=overlay)).legend
        assert legend is not None
        shown[name] = {entry.sort: entry.text.full for entry in legend.entries}
    assert shown["far"]["rings"] == "1, 2, 3 or more links away"
    assert shown["far"]["width"] == "the wider, the likelier"
    assert not {"rings", "width"} & set(shown["near"])


def test_a_badge_without_a_word_still_has_its_role_s_sign() -> None:
    hotel = case("city-hotel")
    overlay = Overlay(title=Phrase.of("Change"), elements={hotel.cards[0].id: Mark(role="added")})
    (mark,) = layout(replace(hotel, overlay=overlay)).marks
    assert mark.badge is None
    assert mark.sign is not None
