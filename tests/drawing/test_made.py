"""Two hundred made-up blueprints: what must hold for each, and how good they are together."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from blueprint.layout import layout
from blueprint.layout.scene import Rect, Scene, SceneLabel
from tests.drawing.made import made
from tests.drawing.metrics import metrics
from tests.drawing.test_any_view import apart, on_border

BASELINE = json.loads((Path(__file__).parent / "baseline.json").read_text("utf-8"))["made"]
COUNT = 200


@pytest.fixture(scope="module")
def scenes() -> list[Scene]:
    """Draw all of them once."""
    return [layout(made(seed)) for seed in range(COUNT)]


def labels_of(scene: Scene) -> list[tuple[int, SceneLabel]]:
    """Return a scene's labels, each with the link it stands on."""
    return [(edge.index, edge.label) for edge in scene.edges if edge.label]


def test_no_link_goes_through_a_card_or_lies_on_another(scenes: list[Scene]) -> None:
    for scene in scenes:
        figures = metrics(scene)
        assert (figures.through_cards, figures.overlaps) == (0, 0)


def test_every_end_is_on_the_border_of_its_card(scenes: list[Scene]) -> None:
    for seed, scene in enumerate(scenes):
        for edge, shown in zip(made(seed).edges, scene.edges, strict=True):
            assert on_border(shown.points[0], scene.cards[edge.source].box)
            assert on_border(shown.points[-1], scene.cards[edge.target].box)


def test_every_label_is_there_and_clear_of_cards_and_labels(scenes: list[Scene]) -> None:
    for seed, scene in enumerate(scenes):
        shown = [label for _, label in labels_of(scene)]
        assert len(shown) == sum(1 for edge in made(seed).edges if edge.label)
        assert all(apart(label.box, card.box) for label in shown for card in scene.cards)
        assert all(apart(one.box, other.box) for one, other in combinations(shown, 2))


def test_no_label_stands_on_one_of_the_three_lines(scenes: list[Scene]) -> None:
    for scene in scenes:
        for _, label in labels_of(scene):
            box = label.box
            assert not any(box.y < line.start[1] < box.bottom for line in scene.lines)


def test_few_labels_hide_another_link(scenes: list[Scene]) -> None:
    hidden = sum(hides(scene, n, label.box) for scene in scenes for n, label in labels_of(scene))
    assert hidden <= BASELINE["labels_on_links"]


def hides(scene: Scene, index: int, box: Rect) -> bool:
    """Say whether a label stands on another link."""
    return any(
        max(a[0], b[0]) > box.x
        and min(a[0], b[0]) < box.right
        and max(a[1], b[1]) > box.y
        and min(a[1], b[1]) < box.bottom
        for edge in scene.edges
        if edge.index != index
        for a, b in pairwise(edge.points)
    )


def test_together_they_are_as_good_as_they_were(scenes: list[Scene]) -> None:
    figures = [metrics(scene) for scene in scenes]
    assert sum(figure.crossings for figure in figures) <= BASELINE["crossings"]
    assert sum(figure.bends for figure in figures) <= BASELINE["bends"]
    assert sum(figure.length for figure in figures) <= 1.01 * BASELINE["length"]


def test_the_order_in_which_links_come_changes_nothing_in_the_picture() -> None:
    for seed in range(12):
        view = made(seed)
        shuffled = list(range(len(view.edges)))
        random.Random(seed).shuffle(shuffled)
        scene = layout(view)
        other = layout(replace(view, edges=tuple(view.edges[n] for n in shuffled)))
        assert [card.box for card in other.cards] == [card.box for card in scene.cards]
        for place, n in enumerate(shuffled):
            assert other.edges[place].points == scene.edges[n].points
            assert other.edges[place].label == scene.edges[n].label
