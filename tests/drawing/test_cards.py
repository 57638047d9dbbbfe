"""What stands on a card: all in its place, nothing over anything, and what has no room counted."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprint.layout import layout
from blueprint.layout.scene import Rect, SceneCard
from blueprint.layout.sizes import Density, sizes_of
from blueprint.layout.view import Badge, Card, ChannelIcon, Chip, Detail, Pin, Remark, View
from blueprint.report import Mark, Overlay, Role
from blueprint.words import Phrase
from tests.drawing.pieces import inside_card, on_edge
from tests.drawing.strategies import views
from tests.drawing.test_layout import card, view

thorough = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
SIZES = st.builds(
    sizes_of,
    st.sampled_from(get_args(Density)),
    type_scale=st.sampled_from([1.0, 1.3, 1.6]),
)
MARKS = st.builds(
    Mark,
    role=st.sampled_from(get_args(Role)),
    badge=st.sampled_from(["", "0", "12", "BP310", "W" * 30]),
    strength=st.none() | st.floats(0, 1),
)


def overlap(one: Rect, other: Rect) -> bool:
    """Say whether two boxes share more than a border."""
    return (
        one.x + 0.1 < other.right
        and other.x + 0.1 < one.right
        and one.y + 0.1 < other.bottom
        and other.y + 0.1 < one.bottom
    )


def check_apart(boxes: list[tuple[str, Rect]]) -> None:
    """Check that no box overlaps another."""
    for (what, one), (which, other) in combinations(boxes, 2):
        assert not overlap(one, other), f"{what!r} {one} stands on {which!r} {other}"


@thorough
@given(views(most_lanes=2, most_steps=2), SIZES)
def test_nothing_on_a_card_touches_anything_else_or_leaves_the_card(
    any_view: View, sizes: object
) -> None:
    shown = replace(any_view, sizes=sizes)
    for one in layout(shown).cards:
        boxes = list(inside_card(one, shown.lang))
        check_apart([*boxes, *on_edge(one)])
        for what, box in boxes:
            assert one.box.x <= box.x, what
            assert one.box.y <= box.y, what
            assert box.right <= one.box.right + 0.1, what
            assert box.bottom <= one.box.bottom + 0.1, what


@thorough
@given(views(most_lanes=2, most_steps=2), SIZES, st.data())
def test_marks_keep_off_names_signs_and_each_other(
    any_view: View, sizes: object, data: st.DataObject
) -> None:
    elements = {card.id: data.draw(MARKS) for card in any_view.cards}
    overlay = Overlay(title=Phrase.of("Checks"), elements=elements)
    shown = replace(any_view, sizes=sizes, overlay=overlay)
    scene = layout(shown)
    assert [mark.card for mark in scene.marks] == [one.id for one in scene.cards]
    frames = [(f"frame of {mark.card}", grown(mark.frame, 2.0)) for mark in scene.marks]
    check_apart(frames)
    for mark, one in zip(scene.marks, scene.cards, strict=True):
        badge = ("badge", mark.badge_box)
        check_apart([badge, *on_edge(one), *inside_card(one, shown.lang)])
        others = [frame for frame in frames if frame[0] != f"frame of {mark.card}"]
        assert not [frame for frame in others if overlap(frame[1], mark.badge_box)]


def grown(box: Rect, by: float) -> Rect:
    """Return a box that is larger by half the width of a frame's line on each side."""
    return Rect(x=box.x - by, y=box.y - by, width=box.width + 2 * by, height=box.height + 2 * by)


RICH = card(
    "Places the order",
    0,
    0,
    id="a",
    department="Customer care",
    department_id="care",
    badges=(Badge(kind="moment-of-truth", text="Moment of truth: purchase", sort="purchase"),),
    remarks=(
        Remark(kind="pain", text="Typed twice", told="Pain: Typed twice"),
        Remark(
            kind="pain", text="No answer", told="Pain along the journey: No answer", scope="line"
        ),
        Remark(kind="wait", text="Waits 14 h"),
        Remark(kind="late", text="Late: 90 s"),
        Remark(kind="standard", text="Two taps", told="Standard: Two taps"),
    ),
    pins=(Pin(kind="note", text="Note: is being tested"),),
    chips=(
        Chip(kind="system", id="web", text="Web shop"),
        Chip(kind="system", id="wms", text="Warehouse system", legacy=True),
        Chip(kind="tag", id="", text="#pilot"),
    ),
    channels=(ChannelIcon(id="app", name="App", kind="mobile"),),
)


def drawn(detail: Detail, one: Card = RICH) -> SceneCard:
    """Draw one card."""
    return layout(replace(view((one,)), detail=detail)).cards[0]


def test_a_plain_card_has_its_name_and_its_signs() -> None:
    plain = drawn("plain")
    assert plain.remarks == plain.chips == ()
    assert plain.owner is plain.more is None
    assert [pin.kind for pin in plain.pins] == ["pain", "pain-line", "wait", "late", "note"]
    assert plain.pins[0].text == "Pain: Typed twice"
    assert [badge.kind for badge in plain.badges] == ["moment-of-truth"]
    assert [channel.id for channel in plain.channels] == ["app"]


def test_a_usual_card_tells_what_decides_and_counts_what_has_no_room() -> None:
    usual = drawn("usual")
    assert [remark.kind for remark in usual.remarks] == ["pain", "pain-line", "wait"]
    assert [chip.id for chip in usual.chips] == ["wms"]
    assert usual.owner is None
    assert usual.more is not None
    assert usual.more.lines == ("+1",)
    assert usual.more.full == "Late: 90 s"


def test_a_full_card_tells_everything() -> None:
    full = drawn("full")
    assert [remark.text.full for remark in full.remarks] == [one.text for one in RICH.remarks]
    assert [chip.text.full for chip in full.chips] == ["Web shop", "Warehouse system", "#pilot"]
    assert full.owner is not None
    assert full.owner.text.full == "Customer care"
    assert full.more is None


@pytest.mark.parametrize("detail", get_args(Detail))
def test_the_sentence_of_a_card_says_all_however_little_is_drawn(detail: Detail) -> None:
    assert drawn(detail).described == (
        "Places the order (Customer actions, Step 1); Customer care; Moment of truth: purchase; "
        "Pain: Typed twice; Pain along the journey: No answer; Waits 14 h; Late: 90 s; "
        "Standard: Two taps; Web shop; Warehouse system (due for renewal); #pilot; "
        "Note: is being tested; App"
    )


def test_chips_without_room_are_counted_with_how_they_stand() -> None:
    many = tuple(
        Chip(kind="system", id=f"s{n}", text=f"System number {n}", status="proposed")
        for n in range(5)
    )
    shown = drawn("usual", replace(RICH, remarks=(), chips=many))
    assert shown.more is not None
    assert len(shown.chips) + int(shown.more.lines[0][1:]) == 5
    assert shown.more.full.endswith("System number 4 (proposed)")


def test_an_owner_that_finds_no_room_beside_the_signs_has_a_row_of_its_own() -> None:
    short, long = drawn("full", replace(RICH, department="IT")), drawn("full")
    assert short.owner is not None
    assert long.owner is not None
    assert short.owner.text.y == short.pins[0].corner[1] + short.pins[0].size - 2.0
    status = drawn("full", replace(RICH, status="proposed", department="Department of returns"))
    assert status.owner is not None
    assert status.status_word is not None
    assert status.owner.text.y < status.status_word.y
