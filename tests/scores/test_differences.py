"""Differences: against SciPy, Newcombe's own figures, and Holm's procedure by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from blueprint.analysis.scores import (
    difference_in_differences,
    difference_of_means,
    difference_of_net,
    difference_of_shares,
    holm,
)
from blueprint.analysis.scores.student import student_quantile, student_two_sided
from blueprint.errors import BlueprintError


def test_newcombes_interval_as_published():
    found = difference_of_shares(48 / 80, 80, 56 / 70, 70)
    assert (round(found.low, 4), round(found.high, 4)) == (0.0524, 0.3339)


def test_welch_is_scipys():
    found = difference_of_means((4.1, 0.9, 40), (4.5, 1.4, 65))
    want = stats.ttest_ind_from_stats(4.5, 1.4, 65, 4.1, 0.9, 40, equal_var=False)
    assert found.p == pytest.approx(want.pvalue, rel=1e-9)
    end = want.confidence_interval() if hasattr(want, "confidence_interval") else None
    assert end is None or found.low == pytest.approx(end.low)


@settings(max_examples=40, deadline=None)
@given(st.floats(0.01, 30), st.floats(1, 500))
def test_students_t_is_scipys(t, freedom):
    assert student_two_sided(t, freedom) == pytest.approx(2 * stats.t.sf(t, freedom), rel=1e-8)
    assert student_quantile(0.975, freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=1e-7)


def test_card_and_kruegers_difference_in_differences():
    found = difference_in_differences(21.03 - 20.44, 0.54, 21.17 - 23.33, 1.25)
    assert round(found.value, 2) == 2.75
    assert found.high - found.value == pytest.approx(found.value - found.low)
    assert (round(found.low, 2), round(found.high, 2)) == (0.08, 5.42)


@given(st.floats(-9, 9), st.floats(0.01, 9), st.floats(-9, 9), st.floats(0.01, 9))
def test_a_difference_in_differences_turns_round_with_its_groups(one, e_1, other, e_2):
    found = difference_in_differences(one, e_1, other, e_2)
    turned = difference_in_differences(other, e_2, one, e_1)
    assert found.low == pytest.approx(-turned.high)
    assert found.p == pytest.approx(turned.p)


def test_holm_rejects_three_of_fifteen():
    told = (
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
        0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0,
    )  # fmt: skip
    assert sum(p <= 0.05 for p in holm(told)) == 3
    assert holm(told[::-1]) == holm(told)[::-1]


def test_no_difference_and_a_certain_one():
    assert difference_of_shares(1, 5, 1, 5).p == 1
    assert difference_of_net(100, 5, -100, 5) == (-200, -200, -200, 0)


@given(st.integers(1, 200), st.integers(1, 200), st.data())
def test_newcombe_holds_the_difference_and_turns_round(n, m, data):
    a, b = data.draw(st.integers(0, n)) / n, data.draw(st.integers(0, m)) / m
    found, turned = difference_of_shares(a, n, b, m), difference_of_shares(b, m, a, n)
    assert -1 <= found.low <= found.value + 1e-12
    assert found.value <= found.high + 1e-12 <= 1 + 1e-11
    assert turned.low == pytest.approx(-found.high)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: difference_of_shares(70, 100, 0.5, 100), "before is 70, off the scale"),
        (lambda: difference_of_shares(0.7, 0, 0.5, 100), "nobody"),
        (lambda: difference_of_net(120, 5, 0, 5), "off the scale"),
        (lambda: difference_in_differences(1, -1, 0, 1), "a standard error is 0 or more"),
        (lambda: difference_in_differences(float("nan"), 1, 0, 1), "change is nan"),
        (lambda: difference_of_means((4, -1, 5), (4, 1, 5)), "a spread of 0 or more"),
        (lambda: difference_of_means((4, 1, 1), (4, 1, 5)), "two answers"),
        (lambda: difference_of_means((4, 0, 5), (5, 0, 5)), "nothing to test"),
    ],
)
def test_what_is_wrong_is_refused_and_named(wrong, says):
    with pytest.raises(BlueprintError, match=says):
        wrong()
