"""Odd and special views are drawn as one would expect."""

from __future__ import annotations

from dataclasses import replace

import pytest

from blueprint.layout import layout
from blueprint.layout.view import (
    Badge,
    Card,
    ChannelIcon,
    Edge,
    Remark,
    View,
    ViewLane,
    ViewLine,
    ViewPhase,
    ViewStep,
)
from blueprint.report import Mark, Overlay
from blueprint.words import Phrase
from tests.drawing.metrics import metrics


def card(name: str, lane: int, step: int, **more: object) -> Card:
    """Return a card that lasts one step unless said otherwise."""
    values: dict[str, object] = {
        "id": name,
        "name": name,
        "lane": lane,
        "step": step,
        "until": step,
    }
    return Card(**{**values, **more})  # type: ignore[arg-type]


def view(cards: tuple[Card, ...] = (), edges: tuple[Edge, ...] = (), steps: int = 3) -> View:
    """Return a view of three lanes with a line between each two."""
    lanes = (
        ViewLane(id="customer", name="Customer actions", kind="customer", group="customer"),
        ViewLane(id="frontstage", name="Frontstage", kind="frontstage", group="frontstage"),
        ViewLane(id="support", name="Support processes", kind="support", group="support"),
    )
    return View(
        id="odd",
        title="Odd one",
        subtitle="",
        lang="en",
        lanes=lanes,
        lines=(
            ViewLine(kind="interaction", name="Line of interaction", above=1),
            ViewLine(kind="visibility", name="Line of visibility", above=2),
        ),
        phases=(ViewPhase(id="all", name="All", first=0, count=steps),) if steps else (),
        steps=tuple(ViewStep(id=f"s{n}", number=n + 1, name=f"Step {n + 1}") for n in range(steps)),
        cards=cards,
        edges=edges,
    )


def test_a_view_without_cards_is_drawn() -> None:
    scene = layout(view())
    assert not scene.cards
    assert scene.legend is None
    assert scene.curve is None
    assert len(scene.lanes) == 3


def test_a_view_without_steps_is_drawn() -> None:
    scene = layout(view(steps=0))
    assert scene.width > 0
    assert not scene.steps


def test_a_view_without_lanes_is_drawn() -> None:
    scene = layout(replace(view(), lanes=(), lines=()))
    assert not scene.lanes
    assert scene.height > 0


def test_one_step_is_drawn() -> None:
    scene = layout(
        view((card("a", 0, 0), card("b", 1, 0)), (Edge(source=0, target=1, kind="interaction"),), 1)
    )
    (edge,) = scene.edges
    assert len(edge.points) == 2
    assert edge.points[0][0] == edge.points[1][0]


def test_a_link_from_a_card_to_itself_leaves_and_returns() -> None:
    scene = layout(
        view((card("a", 0, 1),), (Edge(source=0, target=0, kind="triggers", label="again"),))
    )
    (edge,) = scene.edges
    assert edge.points[0] != edge.points[-1]
    assert len(edge.points) >= 4
    assert edge.label is not None
    assert metrics(scene).through_cards == 0


def test_links_there_and_back_do_not_lie_on_each_other() -> None:
    there, back = Edge(source=0, target=1, kind="flow"), Edge(source=1, target=0, kind="flow")
    scene = layout(view((card("a", 0, 0), card("b", 0, 1)), (there, back)))
    assert metrics(scene).overlaps == 0


def test_a_dozen_links_between_the_same_two_cards_are_told_apart() -> None:
    edges = tuple(Edge(source=0, target=1, kind="support", label=f"part {n}") for n in range(12))
    scene = layout(view((card("a", 1, 0), card("b", 2, 2)), edges))
    figures = metrics(scene)
    assert figures.overlaps == 0
    assert figures.crossings == 0
    assert all(edge.label for edge in scene.edges)


def test_a_card_that_lasts_covers_its_steps_and_pushes_others_below() -> None:
    scene = layout(view((card("long", 1, 0, until=2), card("short", 1, 1))))
    long, short = scene.cards
    assert long.box.x == scene.steps[0].column.x
    assert long.box.right == pytest.approx(scene.steps[2].column.right, abs=0.11)
    assert short.box.y > long.box.bottom
    assert (long.step, long.until) == (0, 2)


def test_a_card_that_lasts_beyond_the_end_stops_there() -> None:
    scene = layout(view((card("long", 1, 1, until=99),)))
    assert scene.cards[0].until == 2
    assert scene.cards[0].box.right <= scene.width


def test_several_cards_of_a_cell_stand_below_each_other_in_file_order() -> None:
    scene = layout(view(tuple(card(name, 1, 1) for name in "abc")))
    tops = [shown.box.y for shown in scene.cards]
    assert tops == sorted(tops)
    assert len(set(tops)) == 3


def test_the_lines_run_between_their_lanes() -> None:
    scene = layout(view((card("a", 0, 0), card("b", 1, 0), card("c", 2, 0))))
    for line, upper, lower in zip(scene.lines, scene.cards, scene.cards[1:], strict=False):
        assert upper.box.bottom < line.start[1] < lower.box.y


def test_two_lines_between_the_same_lanes_keep_their_names_apart() -> None:
    same = replace(
        view(),
        lines=(
            ViewLine(kind="visibility", name="Line of visibility", above=2),
            ViewLine(kind="internal", name="Line of internal interaction", above=2),
        ),
    )
    first, second = layout(same).lines
    assert first.tag.bottom < second.tag.y


def test_a_proposed_and_a_removed_card_say_so_in_words() -> None:
    scene = layout(view((card("a", 1, 0, status="proposed"), card("b", 1, 1, status="removed"))))
    words = [shown.status_word.full for shown in scene.cards if shown.status_word]
    assert words == ["proposed", "removed"]
    assert scene.legend is not None
    assert [entry.kind for entry in scene.legend.entries] == ["proposed", "removed"]


def test_links_of_a_proposed_card_are_proposed() -> None:
    cards = (card("a", 0, 0), card("b", 1, 0, status="proposed"))
    scene = layout(view(cards, (Edge(source=0, target=1, kind="interaction"),)))
    assert scene.edges[0].status == "proposed"


def test_badges_of_a_kind_are_counted() -> None:
    badges = tuple(Badge(kind="fail-point", text=f"cause {n}") for n in range(3))
    scene = layout(view((card("a", 1, 0, badges=badges),)))
    (badge,) = scene.cards[0].badges
    assert badge.count == 3
    assert badge.text == "cause 0; cause 1; cause 2"


def test_channels_that_do_not_fit_are_counted_and_named() -> None:
    channels = tuple(ChannelIcon(id=f"c{n}", name=f"Channel {n}", kind="web") for n in range(12))
    scene = layout(view((card("a", 0, 0, channels=channels),)))
    (shown,) = scene.cards
    assert shown.more is not None
    hidden = 12 - len(shown.channels)
    assert shown.more.lines == (f"+{hidden}",)
    assert shown.more.full.endswith("Channel 11")


def test_remarks_stand_under_the_name_inside_the_card() -> None:
    remarks = (Remark(kind="pain", text="Long queue " * 20), Remark(kind="wait", text="14 h"))
    scene = layout(view((card("a", 0, 0, remarks=remarks),)))
    (shown,) = scene.cards
    pain, wait = shown.remarks
    assert shown.name.y < pain.text.y < wait.text.y < shown.box.bottom
    assert pain.text.lines[-1].endswith("…")
    assert pain.text.full == "Long queue " * 20


def test_the_curve_breaks_where_a_step_says_nothing() -> None:
    plain = view()
    feelings = (0.5, None, -0.5)
    steps = tuple(
        replace(step, emotion=feeling) for step, feeling in zip(plain.steps, feelings, strict=True)
    )
    curve = layout(replace(plain, steps=steps)).curve
    assert curve is not None
    assert [len(run) for run in curve.runs] == [1, 1]
    assert [face.mood for face in curve.faces] == ["happy", "unhappy"]
    assert curve.faces[0].centre[1] < curve.faces[1].centre[1]


def test_the_overlay_marks_cards_and_lights_links() -> None:
    overlay = Overlay(
        title=Phrase.of("Ripple"),
        elements={
            "b": Mark(role="reached", badge="1", note=Phrase.of("one hop")),
            "elsewhere": Mark(role="tell"),
        },
        links=(("b", "a"),),
    )
    cards = (card("a", 0, 0), card("b", 1, 0), card("c", 1, 1))
    edges = (
        Edge(source=0, target=1, kind="interaction"),
        Edge(source=0, target=2, kind="interaction"),
    )
    scene = layout(replace(view(cards, edges), overlay=overlay))
    (mark,) = scene.marks
    assert (mark.card, mark.role, mark.note) == ("b", "reached", "one hop")
    assert [edge.lit for edge in scene.edges] == [True, False]
    assert scene.legend is not None
    assert scene.legend.entries[-1].kind == "reached"


def test_the_legend_names_what_is_drawn_and_nothing_else() -> None:
    scene = layout(
        view((card("a", 0, 0), card("b", 0, 1)), (Edge(source=0, target=1, kind="flow"),))
    )
    assert scene.legend is not None
    assert [(entry.sort, entry.text.full) for entry in scene.legend.entries] == [
        ("edge", "leads to")
    ]


def test_chinese_words_come_with_a_chinese_view() -> None:
    chinese = replace(view((card("a", 1, 0, status="proposed"),)), lang="zh")
    word = layout(chinese).cards[0].status_word
    assert word is not None
    assert word.full == "拟新增"
