"""Folded phases: one column each, and nothing of what stands in them lost."""

from __future__ import annotations

import pytest
from hypothesis import given

import blueprint
from blueprint.errors import ReferenceNotFoundError
from blueprint.layout import layout
from blueprint.layout.fold import fold
from blueprint.layout.show import view_of
from blueprint.layout.view import View
from tests.drawing.strategies import views

STAY = """
blueprint: Stay
phases:
  Arrival:
    - {customer: Arrives, experience: {emotion: 3, pain: Rain}, frontstage: Greets}
    - {customer: Checks in, experience: {emotion: 1, pain: [Queue, Form]}, moment_of_truth: {}, frontstage: Registers, support: Desk}
    - {customer: Goes up, frontstage: {name: Carries the bags, until: sleeps}}
  Night:
    - {customer: Sleeps, support: {name: Heating, needs: [desk]}}
"""


@pytest.fixture(scope="module")
def stay() -> View:
    return view_of(blueprint.load(STAY))


def test_a_phase_becomes_one_column_with_a_summary_in_every_lane_it_had(stay: View) -> None:
    folded = fold(stay, ["Arrival"])
    assert [step.name for step in folded.steps] == ["Arrives … Goes up (+1)", "Sleeps"]
    assert [(card.name, card.stands_for) for card in folded.cards] == [
        ("Arrives … Goes up (+1)", 3),
        ("Greets … Registers", 2),
        ("Desk", 1),
        ("Carries the bags", 1),
        ("Sleeps", 1),
        ("Heating", 1),
    ]


def test_signs_feelings_and_links_go_over_to_the_summary(stay: View) -> None:
    folded = fold(stay, ["arrival"])
    summary = folded.cards[0]
    assert [badge.kind for badge in summary.badges] == ["moment-of-truth"]
    assert [(remark.text, remark.told) for remark in summary.remarks] == [
        ("Rain (+2)", "Pain: Rain; Pain: Queue; Pain: Form")
    ]
    assert folded.steps[0].emotion == pytest.approx(2 / 3, abs=1e-3)
    ends = {(folded.cards[e.source].name, folded.cards[e.target].name) for e in folded.edges}
    assert (summary.name, "Sleeps") in ends
    assert ("Heating", "Desk") in ends
    assert all(edge.source != edge.target for edge in folded.edges)


def test_a_card_that_lasts_beyond_the_phase_stays_itself(stay: View) -> None:
    bags = next(card for card in fold(stay, ["all"]).cards if card.name == "Carries the bags")
    assert (bags.step, bags.until) == (0, 1)


def test_a_phase_that_is_not_there_is_refused(stay: View) -> None:
    with pytest.raises(ReferenceNotFoundError, match="did you mean arrival"):
        fold(stay, ["arival"])


@given(views())
def test_any_view_folds_into_one_that_names_every_action_and_can_be_laid_out(view: View) -> None:
    folded = fold(view, ["all"])
    told = {card.id for card in folded.cards if card.stands_for == 1}
    told |= {id_ for card in folded.cards if card.stands_for > 1 for id_ in card.fields[0].ids}
    assert told == {card.id for card in view.cards}
    assert sum(card.stands_for for card in folded.cards) == len(view.cards)
    assert fold(folded, ["all"]) == folded
    assert len(layout(folded).edges) == len(folded.edges)
