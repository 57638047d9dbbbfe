"""NPS, on published figures and on what must hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.scores import (
    difference_of_net,
    nps,
    nps_difference,
    nps_is_possible,
    nps_of_answers,
    shares_add_up,
)
from blueprint.errors import BlueprintError

COUNT = st.integers(0, 500)


def test_half_promote_a_sixth_detract():
    found = nps(promoters=3, passives=2, detractors=1)
    assert found.value == pytest.approx(100 / 3)
    assert found.variance == pytest.approx(5 / 9)
    assert nps(promoters=162, passives=108, detractors=54).error == pytest.approx(0.0414, abs=5e-5)


def test_the_interval_adds_three_answers():
    found = nps(promoters=3, passives=0, detractors=0)
    assert (found.value, found.high) == (100, 100)
    up, down = 3.75 / 6, 0.75 / 6
    reach = 1.959964 * ((up + down - (up - down) ** 2) / 6) ** 0.5
    assert found.low == pytest.approx(100 * (up - down - reach), abs=1e-4)


def test_fifteen_points_more_may_be_none():
    found = nps_difference(
        nps(promoters=45, passives=30, detractors=25), nps(promoters=66, passives=30, detractors=24)
    )
    assert found.value == pytest.approx(15)
    assert (round(found.low, 1), round(found.high, 1)) == (-6.3, 36.3)


def test_the_mean_stands_beside_it():
    same = [nps_of_answers({10: 5, 6: 5}), nps_of_answers({9: 5, 0: 5})]
    assert [found.value for found in same] == [0, 0]
    assert [found.mean for found in same] == [8, 4.5]


def test_cut_points_are_seven_and_nine():
    found = nps_of_answers({6: 1, 7: 1, 8: 1, 9: 1})
    assert (found.detractors, found.passives, found.promoters) == (0.25, 0.5, 0.25)


@pytest.mark.parametrize(
    ("score", "n", "digits", "possible"),
    [
        (50, 10, 0, True),
        (55, 10, 0, False),
        (33, 3, 0, True),
        (33.3, 3, 1, True),
        (34, 3, 0, False),
    ],
)
def test_scores_that_cannot_be(score, n, digits, possible):
    assert nps_is_possible(score, n, digits=digits) is possible


def test_shares_add_to_a_hundred_but_for_rounding():
    assert shares_add_up(33, 33, 33)
    assert shares_add_up(45.5, 30.2, 24.4, digits=1)
    assert not shares_add_up(50, 30, 10)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: nps(promoters=0, passives=0, detractors=0), "nobody answered"),
        (lambda: nps(promoters=-1, passives=0, detractors=2), "promoters is -1"),
        (lambda: nps(promoters=0.5, passives=0, detractors=2), "promoters is 0.5"),
        (lambda: nps_of_answers({11: 3}), "“11” is no answer on the scale 0 to 10"),
        (lambda: nps_of_answers({}), "nobody answered"),
        (lambda: nps_is_possible(101, 3), "NPS is 101, off the scale -100 to 100"),
        (lambda: shares_add_up(50, 30, float("nan")), "detractors is nan"),
    ],
)
def test_what_is_wrong_is_named(wrong, says):
    with pytest.raises(BlueprintError, match=says):
        wrong()


@given(COUNT, COUNT, COUNT)
def test_it_is_possible_and_inside_its_interval(p, passive, d):
    if p + passive + d:
        found = nps(promoters=p, passives=passive, detractors=d)
        assert -100 <= found.low <= found.high <= 100
        assert nps_is_possible(round(found.value), found.n)
        turned = nps(promoters=d, passives=passive, detractors=p)
        assert turned.low == pytest.approx(-found.high)


@given(COUNT, COUNT, COUNT, st.integers(1, 300))
def test_with_the_shares_unknown_the_interval_is_only_wider(p, passive, d, n):
    if p + passive + d:
        one, other = nps(promoters=p, passives=passive, detractors=d), nps(
            promoters=n, passives=n, detractors=n
        )  # fmt: skip
        known = nps_difference(one, other)
        guess = difference_of_net(one.value, one.n, other.value, other.n)
        assert guess.low <= known.low + 1e-9
        assert guess.high >= known.high - 1e-9 or guess.high == 200
