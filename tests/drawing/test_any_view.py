"""What must hold for the drawing of any view at all."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from math import isfinite
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprint.layout import layout
from blueprint.layout.scene import Point, Rect, Scene
from blueprint.layout.transpose import Axes
from blueprint.layout.view import View
from blueprint.report import plain
from tests.drawing.metrics import metrics
from tests.drawing.strategies import views

thorough = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def apart(one: Rect, other: Rect) -> bool:
    """Say whether two rectangles do not overlap."""
    return (
        one.right <= other.x + 0.05
        or other.right <= one.x + 0.05
        or one.bottom <= other.y + 0.05
        or other.bottom <= one.y + 0.05
    )


def on_border(point: Point, box: Rect) -> bool:
    """Say whether a point lies on a rectangle's border."""
    x, y = point
    inside_x = box.x - 0.11 <= x <= box.right + 0.11
    inside_y = box.y - 0.11 <= y <= box.bottom + 0.11
    on_side = abs(x - box.x) < 0.11 or abs(x - box.right) < 0.11
    on_level = abs(y - box.y) < 0.11 or abs(y - box.bottom) < 0.11
    return (on_side and inside_y) or (on_level and inside_x)


@thorough
@given(views())
def test_links_stay_off_cards_and_off_each_other(view: View) -> None:
    figures = metrics(layout(view))
    assert figures.through_cards == 0
    assert figures.overlaps == 0


@thorough
@given(views())
def test_every_link_ends_on_the_borders_of_its_cards(view: View) -> None:
    scene = layout(view)
    for edge, shown in zip(view.edges, scene.edges, strict=True):
        source, target = scene.cards[edge.source], scene.cards[edge.target]
        assert (shown.source, shown.target) == (source.id, target.id)
        assert len(shown.points) >= 2
        assert on_border(shown.points[0], source.box)
        assert on_border(shown.points[-1], target.box)
        for a, b in zip(shown.points, shown.points[1:], strict=False):
            assert (a[0] == b[0]) != (a[1] == b[1]), "a piece is horizontal or vertical"


@thorough
@given(views())
def test_cards_stand_in_their_lane_and_step_and_apart(view: View) -> None:
    scene = layout(view)
    for card, shown in zip(view.cards, scene.cards, strict=True):
        band = scene.lanes[card.lane].band
        first, last = scene.steps[card.step].column, scene.steps[card.until].column
        axes = Axes(view.orientation)
        box, band = axes.turn(shown.box), axes.turn(band)
        first, last = axes.turn(first), axes.turn(last)
        assert band.y < box.y
        assert box.bottom < band.bottom
        assert box.x == first.x
        assert abs(box.right - last.right) < 0.11
    for one, other in combinations(scene.cards, 2):
        assert apart(one.box, other.box)


@thorough
@given(views())
def test_every_label_is_shown_and_stands_free(view: View) -> None:
    scene = layout(view)
    labels = [edge.label for edge in scene.edges if edge.label]
    assert len(labels) == sum(1 for edge in view.edges if edge.label)
    for label in labels:
        assert all(apart(label.box, card.box) for card in scene.cards)
        assert all(apart(label.box, line.tag) for line in scene.lines)
    for one, other in combinations(labels, 2):
        assert apart(one.box, other.box)


@thorough
@given(views())
def test_a_label_leaves_its_line_to_be_seen_at_both_cards(view: View) -> None:
    for edge in layout(view).edges:
        if edge.label:
            assert apart(edge.label.box, near(edge.points[0], edge.points[1], 6.5))
            assert apart(edge.label.box, near(edge.points[-1], edge.points[-2], 12.0))


@thorough
@given(views())
def test_the_last_leg_has_room_for_its_arrow_head_and_corner(view: View) -> None:
    for edge in layout(view).edges:
        (x, y), (x2, y2) = edge.points[-2:]
        assert abs(x - x2) + abs(y - y2) >= 12.0


def near(end: Point, inner: Point, most: float) -> Rect:
    """Return the box around the last few pixels of a link, fewer where it turns before."""
    dx, dy = inner[0] - end[0], inner[1] - end[1]
    x = end[0] + max(-most, min(most, dx))
    y = end[1] + max(-most, min(most, dy))
    return Rect(x=min(x, end[0]), y=min(y, end[1]), width=abs(x - end[0]), height=abs(y - end[1]))


def numbers(value: Any) -> list[float]:
    """Return every coordinate in a scene's data."""
    if isinstance(value, dict):
        return [n for entry in value.values() for n in numbers(entry)]
    if isinstance(value, list):
        return [n for entry in value for n in numbers(entry)]
    return [value] if isinstance(value, float) else []


@thorough
@given(views())
def test_everything_is_finite_rounded_and_on_the_canvas(view: View) -> None:
    scene = layout(view)
    found = numbers(plain(scene))
    assert all(isfinite(n) and n >= 0 for n in found)
    assert all(round(n, 1) == n for n in found)
    boxes = [
        *(card.box for card in scene.cards),
        *(lane.band for lane in scene.lanes),
        *(line.tag for line in scene.lines),
        *(phase.chevron for phase in scene.phases),
        *(edge.label.box for edge in scene.edges if edge.label),
        *(entry.sample for entry in (scene.legend.entries if scene.legend else ())),
    ]
    for box in boxes:
        assert box.right <= scene.width
        assert box.bottom <= scene.height
    for edge in scene.edges:
        assert all(x <= scene.width and y <= scene.height for x, y in edge.points)


def positions(scene: Scene) -> list[Rect]:
    """Return where the cards stand."""
    return [card.box for card in scene.cards]


@thorough
@given(views(), st.randoms(use_true_random=False))
def test_the_order_in_which_links_come_moves_no_card(view: View, chance: random.Random) -> None:
    shuffled = list(view.edges)
    chance.shuffle(shuffled)
    other = replace(view, edges=tuple(shuffled))
    assert positions(layout(view)) == positions(layout(other))
