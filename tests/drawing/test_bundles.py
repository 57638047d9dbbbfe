"""Links that one card has many of share a trunk; nothing else lies on anything else."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from blueprint.layout import layout
from blueprint.layout.scene import Scene
from blueprint.layout.view import View
from blueprint.render.svg import svg
from tests.drawing.cases import hub
from tests.drawing.metrics import metrics
from tests.drawing.test_any_view import on_border
from tests.effort import calls_of


def fan(links: int) -> View:
    """Return a view in which one card feeds many."""
    view = hub(links, 8)
    turned = tuple(replace(edge, source=edge.target, target=edge.source) for edge in view.edges)
    return replace(view, edges=turned)


def ends(scene: Scene) -> set[tuple[float, float]]:
    """Return the points at which links dock at the hub."""
    box = scene.cards[0].box
    return {point for edge in scene.edges for point in edge.points if on_border(point, box)}


def test_many_links_to_one_card_come_in_at_one_point() -> None:
    scene = layout(hub(24, 8))
    assert {edge.bundle for edge in scene.edges} == {0}
    assert len(ends(scene)) == 1
    assert metrics(scene).through_cards == 0


def test_many_links_from_one_card_leave_at_one_point() -> None:
    scene = layout(fan(24))
    assert {edge.bundle for edge in scene.edges} == {0}
    assert len(ends(scene)) == 1


def test_three_links_stay_apart() -> None:
    scene = layout(hub(3, 3))
    assert {edge.bundle for edge in scene.edges} == {None}
    assert metrics(scene).overlaps == 0


def test_a_link_with_words_on_it_stays_alone() -> None:
    view = hub(6, 6)
    labelled = replace(view.edges[2], label="card token")
    scene = layout(replace(view, edges=(*view.edges[:2], labelled, *view.edges[3:])))
    assert [edge.bundle for edge in scene.edges] == [0, 0, None, 0, 0, 0]
    assert metrics(scene).overlaps == 0


def test_a_link_of_another_look_stays_alone() -> None:
    view = hub(6, 6)
    cards = (*view.cards[:-1], replace(view.cards[-1], status="proposed"))
    scene = layout(replace(view, cards=cards))
    assert scene.edges[-1].bundle is None


def test_every_link_of_a_bundle_has_its_whole_way_and_ends_its_own_part_on_the_trunk() -> None:
    for view in (hub(24, 8), fan(24)):
        scene = layout(view)
        for edge, shown in zip(view.edges, scene.edges, strict=True):
            assert on_border(shown.points[0], scene.cards[edge.source].box)
            assert on_border(shown.points[-1], scene.cards[edge.target].box)
        branches = [edge for edge in scene.edges if edge.own]
        assert len(branches) == len(scene.edges) - 1
        for branch in branches:
            earlier = [other.points for other in scene.edges if other.index < branch.index]
            assert any(on_line(branch.own[-1], points) for points in earlier)


def on_line(point: tuple[float, float], points: tuple[tuple[float, float], ...]) -> bool:
    """Say whether a point lies on a line of upright and level pieces."""
    x, y = point
    return any(
        min(a[0], b[0]) <= x <= max(a[0], b[0]) and min(a[1], b[1]) <= y <= max(a[1], b[1])
        for a, b in pairwise(points)
    )


def test_a_dot_stands_where_a_branch_meets_the_trunk() -> None:
    scene = layout(hub(12, 6))
    assert svg(scene).count('class="bp-joint"') == 11


def test_a_hub_of_a_thousand_links_is_drawn_with_work_that_grows_with_its_links() -> None:
    few, many = hub(125, 60), hub(1000, 60)
    layout(few)
    assert calls_of(lambda: layout(many)) < 16 * calls_of(lambda: layout(few))
