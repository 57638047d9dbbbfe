"""What must hold for the pages of any drawing, and how pages of known drawings are cut."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprint.errors import BlueprintError
from blueprint.layout import layout
from blueprint.layout.paper.content import Window, WindowKind
from blueprint.layout.paper.pages import Page, pages
from blueprint.layout.paper.sheets import MM_PER_POINT, PAPERS
from blueprint.layout.scene import Scene
from blueprint.layout.transpose import Axes
from blueprint.layout.view import Edge, View, ViewPhase, ViewStep
from blueprint.render.svg_pages import svg_pages
from tests.drawing.cases import case, large
from tests.drawing.strategies import views
from tests.drawing.test_layout import card
from tests.drawing.test_layout import view as small_view

some = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
SVG = "{http://www.w3.org/2000/svg}"


def window(page: Page, kind: WindowKind) -> Window:
    """Return one part of a page."""
    (found,) = [part for part in page.windows if part.kind == kind]
    return found


def long_view(steps: int, phases: tuple[int, ...]) -> View:
    """Return a view of three lanes with a card in every cell, in phases of these lengths."""
    cards = tuple(card(f"c{lane}-{step}", lane, step) for lane in range(3) for step in range(steps))
    edges = tuple(Edge(source=n, target=n + 1, kind="flow") for n in range(steps - 1))
    firsts = [sum(phases[:n]) for n in range(len(phases))]
    return replace(
        small_view(cards, edges, steps),
        phases=tuple(
            ViewPhase(id=f"p{n}", name=f"Phase {n}", first=first, count=count)
            for n, (first, count) in enumerate(zip(firsts, phases, strict=True))
        ),
        steps=tuple(ViewStep(id=f"s{n}", number=n + 1, name=f"Step {n}") for n in range(steps)),
    )


@some
@given(views(), st.sampled_from(sorted(PAPERS)), st.sampled_from([None, True, False]))
def test_everything_on_a_page_is_within_its_margins(
    view: View, paper: str, landscape: bool | None
) -> None:
    for page in pages(layout(view), paper, landscape=landscape, margin=10.0):
        assert sorted((page.width, page.height)) == [PAPERS[paper].width, PAPERS[paper].height]
        if landscape is not None:
            assert (page.width > page.height) is landscape
        for part in page.windows:
            assert part.place.x >= 9.99
            assert part.place.y >= 9.99
            assert part.place.right <= page.width - 9.99
            assert part.place.bottom <= page.height - 9.99
        for seam in page.seams:
            assert 8.0 <= seam.centre[0] <= page.width - 8.0
            assert 8.0 <= seam.centre[1] <= page.height - 8.0


@some
@given(views())
def test_parts_of_a_page_do_not_lie_on_each_other(view: View) -> None:
    for page in pages(layout(view)):
        for n, one in enumerate(page.windows):
            for other in page.windows[n + 1 :]:
                assert (
                    one.place.right <= other.place.x + 0.01
                    or other.place.right <= one.place.x + 0.01
                    or one.place.bottom <= other.place.y + 0.01
                    or other.place.bottom <= one.place.y + 0.01
                )


@some
@given(views())
def test_every_card_is_whole_on_one_page_or_said_to_be_continued(view: View) -> None:
    scene = layout(view)
    made = pages(scene)
    shown = Counter(item.id for page in made for item in window(page, "body").content.cards)
    continued = Counter(name for page in made for name in page.continued)
    assert set(shown) == {item.id for item in scene.cards}
    assert all(shown[name] == 1 + continued[name] for name in shown)
    boxes = {item.id: item.box for item in scene.cards}
    for page in made:
        part = window(page, "body")
        axes = Axes(scene.orientation)
        seen = axes.turn(part.view)
        for item in part.content.cards:
            box = axes.turn(boxes[item.id])
            assert seen.y <= box.y
            assert box.bottom <= seen.bottom
            if item.step >= page.steps.first and item.until <= page.steps.last:
                assert seen.x <= box.x
                assert box.right <= seen.right + 0.11


@some
@given(views())
def test_every_page_names_its_steps_and_lanes(view: View) -> None:
    scene = layout(view)
    for page in pages(scene):
        steps = window(page, "steps").content.steps
        assert [step.index for step in steps] == list(range(page.steps.first, page.steps.last + 1))
        named = [lane.id for lane in window(page, "lanes").content.lanes if lane.name.lines]
        wanted = [lane.id for lane in scene.lanes[page.lanes.first : page.lanes.last + 1]]
        whole = {lane.id for lane in scene.lanes if lane.name.lines}
        assert named == [name for name in wanted if name in whole]


@some
@given(views())
def test_words_on_cards_are_as_large_as_promised(view: View) -> None:
    scene = layout(view)
    made = pages(scene, "a3", points=6.5)
    for page in made:
        sizes = [item.name.size for item in window(page, "body").content.cards]
        assert all(size * page.scale / MM_PER_POINT >= 6.49 for size in sizes)
        small = [edge.label.text.size for edge in scene.edges if edge.label]
        small += [line.name.size for line in scene.lines]
        assert all(size * page.scale / MM_PER_POINT >= 5.0 for size in small)


@some
@given(views())
def test_every_label_is_on_exactly_one_page_and_inside_it(view: View) -> None:
    scene = layout(view)
    seen: Counter[int] = Counter()
    for page in pages(scene):
        part = window(page, "body")
        for edge in part.content.edges:
            if edge.label:
                seen[edge.index] += 1
                middle = edge.label.box.middle
                assert part.view.x <= middle[0] <= part.view.right
                assert part.view.y <= middle[1] <= part.view.bottom
    assert seen == Counter(edge.index for edge in scene.edges if edge.label)


@some
@given(views())
def test_pages_are_well_formed_with_ids_of_their_own(view: View) -> None:
    drawn = svg_pages(pages(layout(view), crop_marks=True))
    ids = [name for text in drawn for name in re.findall(r' id="([^"]+)"', text)]
    assert len(ids) == len(set(ids))
    assert all(ET.fromstring(text).tag == f"{SVG}svg" for text in drawn)
    assert drawn == svg_pages(pages(layout(view), crop_marks=True))


def test_pages_end_between_phases() -> None:
    made = pages(layout(long_view(12, (2, 3, 2, 4, 1))))
    firsts = [page.steps.first for page in made]
    assert len(made) > 1
    assert set(firsts) <= {0, 2, 5, 7, 11}
    assert all("continued" not in page.heading.shown.full for page in made)


def test_a_phase_wider_than_a_page_is_cut_between_steps_and_says_so() -> None:
    made = pages(layout(long_view(14, (14,))))
    assert len(made) > 1
    assert "Phase 0 (goes on)" in made[0].heading.shown.full
    assert "Phase 0 (continued)" in made[1].heading.shown.full
    names = [window(page, "steps").content.phases[0].name.full for page in made]
    assert names[0] == "Phase 0"
    assert set(names[1:]) == {"Phase 0 (continued)"}


def test_a_link_goes_on_at_the_same_height_on_the_next_page() -> None:
    first, second, *_ = pages(layout(long_view(12, (3, 3, 3, 3))))
    (leaves,) = first.seams
    (comes, *_) = [seam for seam in second.seams if seam.centre[0] < second.width / 2]
    assert (leaves.way, comes.way) == ("right", "right")
    assert leaves.centre[1] == pytest.approx(comes.centre[1])
    assert leaves.centre[0] > window(first, "body").place.right
    assert comes.centre[0] < window(second, "body").place.x


def test_where_steps_go_down_pages_follow_each_other_downwards() -> None:
    turned = replace(long_view(12, (3, 3, 3, 3)), orientation="down")
    first, second, *_ = pages(layout(turned), landscape=True)
    (leaves,) = first.seams
    (comes, *_) = [seam for seam in second.seams if seam.centre[1] < second.height / 2]
    assert (leaves.way, comes.way) == ("down", "down")
    assert leaves.centre[0] == pytest.approx(comes.centre[0])


def test_a_drawing_that_is_too_high_is_cut_between_lanes() -> None:
    tall = tuple(card(f"c{n}", n % 3, 0) for n in range(60))
    made = pages(layout(small_view(tall)), "a4", landscape=True)
    assert [page.lanes.first for page in made] == [0, 1, 2]
    assert "lanes: Frontstage" in made[1].heading.shown.full


def test_the_legend_stands_on_pages_with_the_last_lane() -> None:
    made = pages(layout(case("city-hotel")), "a4")
    assert all(part.kind != "legend" or part.content.legend for p in made for part in p.windows)
    with_legend = [page.number for page in made if page.windows[-1].kind == "legend"]
    assert with_legend == [page.number for page in made if page.lanes == made[-1].lanes]


def test_a_card_that_lasts_over_a_cut_says_its_name_on_both_pages() -> None:
    plain = long_view(12, (3, 3, 3, 3))
    lasting = card("Keeps the file moving", 2, 0, until=11)
    made = pages(layout(replace(plain, cards=(*plain.cards, lasting))))
    assert len(made) > 1
    names = [
        item.name.full
        for page in made
        for item in window(page, "body").content.cards
        if item.id == lasting.id
    ]
    assert names[0] == "Keeps the file moving"
    assert set(names[1:]) == {"Keeps the file moving (continued)"}
    assert [page.continued for page in made] == [(), *[(lasting.id,)] * (len(made) - 1)]


def test_a_drawing_that_fits_is_one_page_without_seams() -> None:
    (page,) = pages(layout(small_view((card("a", 0, 0), card("b", 1, 0)))))
    assert page.seams == ()
    assert page.heading.number.full == "page 1 of 1"
    assert page.heading.shown.full == ""


def test_pages_are_counted_in_the_language_of_the_drawing() -> None:
    made = pages(layout(case("hospital-zh")))
    assert made[0].heading.number.full == f"第 1 页，共 {len(made)} 页"


def test_crop_marks_lie_in_the_margin() -> None:
    (page,) = pages(layout(small_view((card("a", 0, 0),))), crop_marks=True, margin=8.0)
    assert len(page.crop_marks) == 8
    for mark in page.crop_marks:
        for x, y in mark:
            assert 0 < x < page.width
            assert 0 < y < page.height
            assert not (8 < x < page.width - 8 and 8 < y < page.height - 8)


def test_paper_that_nobody_makes_is_said_to_be_none() -> None:
    with pytest.raises(BlueprintError, match="there is no paper “a44”.*a4"):
        pages(layout(small_view()), "a44")


def test_fewer_pages_are_not_bought_with_smaller_type() -> None:
    scene: Scene = layout(large(400))
    few, many = pages(scene, "a3", points=6.0), pages(scene, "a3", points=9.0)
    assert len(few) < len(many)
    assert few[0].points >= 6.0 - 1e-6
    assert many[0].points >= 9.0 - 1e-6
