"""Drawings whose steps go down look as one would expect, and compact ones are smaller."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given

from blueprint.layout import layout
from blueprint.layout.scene import Rect, Scene
from blueprint.layout.sizes import sizes_of
from blueprint.layout.view import Edge, View, ViewLine
from blueprint.render.svg import svg
from tests.drawing.cases import case
from tests.drawing.strategies import views
from tests.drawing.test_any_view import apart, thorough
from tests.drawing.test_layout import card, view


def down(shown: View) -> Scene:
    """Draw a view with its steps from top to bottom."""
    return layout(replace(shown, orientation="down"))


def test_steps_follow_each_other_downwards_and_lanes_stand_side_by_side() -> None:
    scene = down(view((card("a", 0, 0), card("b", 1, 1), card("c", 2, 2))))
    assert scene.orientation == "down"
    for one, other in pairwise(scene.steps):
        assert one.column.bottom < other.column.y
    for left, right in pairwise(scene.lanes):
        assert left.band.right == pytest.approx(right.band.x)
        assert left.band.y == right.band.y
    for one, other in pairwise(scene.cards):
        assert one.box.x < other.box.x
        assert one.box.y < other.box.y


def test_the_next_step_is_reached_downwards_and_the_next_lane_to_the_right() -> None:
    edges = (Edge(source=0, target=1, kind="flow"), Edge(source=0, target=2, kind="interaction"))
    scene = down(view((card("a", 0, 0), card("b", 0, 1), card("c", 1, 0)), edges))
    (flow, aside) = scene.edges
    assert flow.points[0][0] == flow.points[-1][0]
    assert flow.points[0][1] < flow.points[-1][1]
    assert aside.points[0][1] == aside.points[-1][1]
    assert aside.points[0][0] < aside.points[-1][0]


def test_names_stand_above_the_lanes_and_left_of_the_steps() -> None:
    scene = down(view((card("a", 0, 0), card("b", 2, 2))))
    top = min(box.y for box in (shown.box for shown in scene.cards))
    for lane in scene.lanes:
        assert lane.name.y < top
        assert lane.name.x == pytest.approx(lane.band.middle[0], abs=0.1)
    for step in scene.steps:
        assert step.name.x < scene.body.x
        assert step.column.y <= step.name.y <= step.column.bottom
    (phase,) = scene.phases
    assert phase.chevron.right <= scene.steps[0].name.x
    assert phase.chevron.height > phase.chevron.width


def test_a_card_that_lasts_stands_beside_all_its_steps() -> None:
    scene = down(view((card("long", 1, 0, until=2), card("short", 1, 1))))
    long, short = scene.cards
    assert long.box.y == scene.steps[0].column.y
    assert long.box.bottom == pytest.approx(scene.steps[2].column.bottom, abs=0.11)
    assert short.box.x > long.box.right


def test_a_step_is_as_high_as_its_highest_card() -> None:
    short, high = card("Asks", 0, 0), card("Asks for the price of a room with a view " * 2, 1, 1)
    first, second = down(view((short, high))).cards
    assert first.box.width == second.box.width
    assert first.box.height < second.box.height


def test_the_lines_stand_upright_between_their_lanes() -> None:
    scene = down(view((card("a", 0, 0), card("b", 1, 0), card("c", 2, 0))))
    for line, left, right in zip(scene.lines, scene.cards, scene.cards[1:], strict=False):
        assert line.start[0] == line.end[0]
        assert left.box.right < line.start[0] < right.box.x
        assert line.tag.x < line.start[0] < line.tag.right


def test_happy_is_to_the_right() -> None:
    plain = view()
    steps = tuple(
        replace(step, emotion=feeling)
        for step, feeling in zip(plain.steps, (0.5, 0.0, -0.5), strict=True)
    )
    curve = down(replace(plain, steps=steps)).curve
    assert curve is not None
    happy, neutral, unhappy = (face.centre for face in curve.faces)
    assert happy[0] > neutral[0] > unhappy[0]
    assert happy[1] < neutral[1] < unhappy[1]


@thorough
@given(views())
def test_words_of_the_frame_do_not_lie_on_each_other(shown: View) -> None:
    scene = down(shown)
    for one, other in combinations([line.tag for line in scene.lines], 2):
        assert apart(one, other)
    for line in scene.lines:
        for lane in scene.lanes:
            deep = lane.name.leading * len(lane.name.lines)
            top = lane.name.y - lane.name.size
            name = Rect(x=lane.band.x, y=top, width=lane.band.width, height=deep)
            assert apart(name, line.tag)
        assert line.tag.bottom <= scene.body.y
    for one_phase, next_phase in pairwise(scene.phases):
        assert one_phase.chevron.bottom <= next_phase.chevron.y


@pytest.mark.parametrize("count", [2, 3])
def test_lines_on_one_border_keep_their_names_apart(count: int) -> None:
    kinds = ("interaction", "visibility", "internal")
    lines = tuple(
        ViewLine(kind=kind, name="Line of internal interaction", above=1) for kind in kinds[:count]
    )
    scene = down(replace(view((card("a", 0, 0), card("b", 1, 0))), lines=lines))
    for one, other in combinations([line.tag for line in scene.lines], 2):
        assert apart(one, other)


@pytest.mark.parametrize("name", ["city-hotel", "hospital-zh"])
def test_compact_takes_at_most_four_fifths_of_the_room(name: str) -> None:
    roomy = layout(case(name))
    compact = layout(replace(case(name), sizes=sizes_of("compact")))
    assert compact.width * compact.height <= 0.8 * roomy.width * roomy.height
    assert min(shown.name.size for shown in compact.cards) >= 11.0


def test_chevrons_point_down() -> None:
    drawn = svg(down(view((card("a", 0, 0),))))
    assert 'class="bp-chevron" d="M8 ' in drawn
    (path,) = [part.split('"')[0] for part in drawn.split('class="bp-chevron" d="')[1:]]
    assert path.split("v")[0].startswith("M8")
    assert path.index("v") < path.index("l")
