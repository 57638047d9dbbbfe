"""A part of a drawing: what stays, what goes, and that the rest is laid out anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import blueprint
from blueprint.errors import ReferenceNotFoundError
from blueprint.layout import layout
from blueprint.layout.selection import Selection, select
from blueprint.layout.show import view_of
from blueprint.layout.view import View
from tests.drawing.strategies import views

PARCEL = """
blueprint: Parcel
departments:
  operations: Operations
  logistics: {name: Logistics, part_of: operations}
  care: Customer care
personas: {parent: {name: Busy parent}, shop: {name: Corner shop}}
phases:
  Order:
    - {customer: Orders, experience: {emotion: 2}, support: Takes the order}
    - customer: Pays
      experience: [{persona: parent, emotion: -1}, {persona: shop, emotion: 3}]
      backstage: {name: Books the money, department: operations}
  Delivery:
    - customer: Waits
      experience: {persona: shop, emotion: -3}
      backstage: {name: Packs, department: logistics}
    - {customer: Takes the parcel, frontstage: {name: Hands over, department: care}}
"""


@pytest.fixture(scope="module")
def parcel() -> View:
    return view_of(blueprint.load(PARCEL))


def names(view: View) -> list[str]:
    return [card.name for card in view.cards]


def test_a_phase_is_found_by_id_and_by_name_and_steps_keep_their_numbers(parcel: View) -> None:
    for wanted in ("delivery", "Delivery", "DELIVERY"):
        part = select(parcel, Selection(phases=(wanted,)))
        assert [step.number for step in part.steps] == [3, 4]
        assert names(part) == ["Waits", "Packs", "Takes the parcel", "Hands over"]
        assert [(phase.id, phase.first, phase.count) for phase in part.phases] == [
            ("delivery", 0, 2)
        ]


def test_a_department_brings_those_that_are_part_of_it_and_no_empty_lanes(parcel: View) -> None:
    part = select(parcel, Selection(departments=("operations",)))
    assert names(part) == ["Books the money", "Packs"]
    assert [lane.id for lane in part.lanes] == ["backstage"]
    assert part.lines == ()
    assert [phase.name for phase in part.phases] == ["Order", "Delivery"]


def test_depth_brings_what_is_so_many_links_away(parcel: View) -> None:
    near = select(parcel, Selection(departments=("care",), depth=1))
    assert names(near) == ["Takes the parcel", "Hands over"]
    far = select(parcel, Selection(departments=("care",), depth=2))
    assert names(far) == ["Waits", "Takes the parcel", "Hands over"]


def test_depth_alone_counts_from_the_customer(parcel: View) -> None:
    assert names(select(parcel, Selection(depth=0))) == [
        "Orders",
        "Pays",
        "Waits",
        "Takes the parcel",
    ]
    assert len(select(parcel, Selection(depth=1)).cards) == len(parcel.cards)


def test_a_persona_has_the_steps_it_lives_through_and_its_own_feelings(parcel: View) -> None:
    part = select(parcel, Selection(personas=("Busy parent",)))
    assert [step.name for step in part.steps] == ["Orders", "Pays", "Takes the parcel"]
    assert [step.emotion for step in part.steps] == [0.6667, -0.3333, None]


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (
            Selection(phases=("delivry",)),
            "no phase “delivry” in the drawing; did you mean delivery?",
        ),
        (Selection(personas=("x",)), "no persona “x” in the drawing; there are: parent, shop"),
        (Selection(departments=("loGistic",)), "did you mean logistics?"),
    ],
)
def test_what_means_nothing_is_refused_with_what_there_is(
    parcel: View, selection: Selection, said: str
) -> None:
    with pytest.raises(ReferenceNotFoundError, match="there is no") as refused:
        select(parcel, selection)
    assert said in str(refused.value)


def test_nothing_asked_for_is_the_whole(parcel: View) -> None:
    assert select(parcel, Selection()) is parcel


@given(views(), st.integers(0, 3))
def test_any_part_is_a_view_that_can_be_laid_out(view: View, depth: int) -> None:
    part = select(view, Selection(depth=depth))
    whole = {card.id: card for card in view.cards}
    assert len(part.cards) <= len(view.cards)
    for card in part.cards:
        assert 0 <= card.step <= card.until < len(part.steps)
        assert part.lanes[card.lane] == view.lanes[whole[card.id].lane]
    assert all(0 < line.above < len(part.lanes) for line in part.lines)
    assert len(layout(part).cards) == len(part.cards)
