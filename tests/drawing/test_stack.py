"""Cards that share a cell stand in file order, unless their links say otherwise."""

from __future__ import annotations

from blueprint.layout import layout
from blueprint.layout.stack import stacked
from blueprint.layout.view import Card, Edge
from tests.drawing.metrics import metrics
from tests.drawing.test_layout import card, view

PAIR = (card("a", 1, 1), card("b", 1, 1))


def rows(cards: tuple[Card, ...], *edges: tuple[int, int]) -> list[int]:
    """Return the cards' sub-rows, given who is linked to whom."""
    links = tuple(Edge(source=one, target=other, kind="support") for one, other in edges)
    return stacked(view(cards, links))[0]


def test_without_links_file_order_stays() -> None:
    assert rows(PAIR) == [0, 1]


def test_a_card_linked_upwards_stands_above_one_that_is_not() -> None:
    cards = (*PAIR, card("above", 0, 1))
    assert rows(cards, (2, 1))[:2] == [1, 0]
    assert rows(cards, (2, 0))[:2] == [0, 1]


def test_a_card_linked_downwards_stands_below() -> None:
    cards = (*PAIR, card("under", 2, 1))
    assert rows(cards, (0, 2))[:2] == [1, 0]


def test_where_both_are_linked_alike_file_order_stays() -> None:
    cards = (*PAIR, card("above", 0, 1), card("under", 2, 1))
    assert rows(cards, (2, 0), (2, 1), (0, 3), (1, 3))[:2] == [0, 1]


def test_cards_linked_along_a_lane_stand_in_one_line() -> None:
    cards = (*PAIR, card("c", 1, 2), card("d", 1, 2))
    levels = rows(cards, (0, 3), (1, 2))
    assert (levels[0], levels[1]) == (levels[3], levels[2])


def test_a_card_that_lasts_keeps_its_row_and_nobody_stands_in_it() -> None:
    cards = (card("long", 1, 0, until=2), card("a", 1, 1), card("under", 2, 1))
    levels, depth = stacked(view(cards, (Edge(source=0, target=2, kind="support"),)))
    assert levels[0] != levels[1]
    assert depth[1] == 2
    assert metrics(layout(view(cards))).through_cards == 0
