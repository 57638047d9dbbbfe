"""Importance-performance, opportunity and staves over plain figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.scores import (
    importance_performance,
    is_clearly_shortest,
    on_ten,
    opportunity,
    staves,
)
from blueprint.errors import BlueprintError

NAMED = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 10), min_size=1)


def test_opportunity_as_published():
    assert (opportunity(9, 3), opportunity(9, 9), opportunity(3, 9)) == (15, 9, 3)


def test_cross_hairs_stand_at_the_grand_means_and_on_a_line_is_above():
    found = importance_performance(
        {"a": 5, "b": 5, "c": 1, "d": 1, "e": 3}, {"a": 2, "b": 8, "c": 2, "d": 8, "e": 5}
    )
    assert (found.importance, found.performance) == (3, 5)
    assert list(found.quadrant.values()) == ["concentrate", "keep", "low", "overkill", "keep"]
    assert found.steady["a"] > found.steady["e"]


def test_redraws_are_the_same_each_time_and_left_out_where_there_is_no_need():
    one, other = {"a": 5, "b": 1, "c": 2}, {"a": 2, "b": 8, "c": 3}
    first = importance_performance(one, other)
    assert first == importance_performance(one, other)
    assert all(0 <= share <= 1 for share in first.steady.values())
    assert not importance_performance(one, other, cross=(3, 5)).steady
    many = {str(n): n % 7 for n in range(301)}
    assert not importance_performance(many, many).steady


@given(NAMED)
def test_somebody_is_at_or_above_the_mean(figures):
    found = importance_performance(figures, figures, draws=10)
    assert "keep" in found.quadrant.values()
    assert set(found.quadrant.values()) <= {"keep", "low"}


def test_the_shortest_stave_is_the_largest_weighted_gap():
    seen, hoped = {"a": 4, "b": 6, "c": 9}, {"a": 8, "b": 8, "c": 8}
    found = staves(seen, hoped, {"a": 1, "b": 4, "c": 5}, scale=(1, 10))
    assert [(stave.name, round(stave.weighted, 6)) for stave in found] == [
        ("b", -0.8),
        ("a", -0.4),
        ("c", 0.5),
    ]
    assert is_clearly_shortest(found) is None


def test_how_sure_the_shortest_is_rests_on_how_many_answered():
    seen, hoped, same = {"a": 2, "b": 7}, {"a": 8, "b": 8}, {"a": 1, "b": 1}
    few = staves(seen, hoped, same, scale=(1, 10), n={"a": 5, "b": 5})
    many = staves(seen, hoped, same, scale=(1, 10), n={"a": 500, "b": 500})
    assert (is_clearly_shortest(few), is_clearly_shortest(many)) == (False, True)
    assert is_clearly_shortest(staves(seen, hoped, same, scale=(1, 10), n={"a": 500})) is None
    assert is_clearly_shortest(()) is None


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: opportunity(11, 3), "importance is 11, off the scale 0 to 10"),
        (lambda: on_ten(6, (1, 5)), "off the scale 1 to 5"),
        (lambda: importance_performance({}, {}), "empty"),
        (lambda: importance_performance({"a": 1}, {"b": 1}), "missing of a, b"),
        (lambda: importance_performance({"a": "x"}, {"a": 1}), "a is x"),
        (lambda: staves({"a": 1}, {"a": 1}, {"a": 0}, scale=(1, 10)), "nothing counts"),
        (lambda: staves({"a": 1}, {"a": 1}, {"a": -1}, scale=(1, 10)), "below 0"),
        (lambda: staves({"a": 11}, {"a": 1}, {"a": 1}, scale=(1, 10)), "off the scale"),
        (lambda: staves({"a": 2}, {"a": 1}, {"a": 1}, scale=(1, 10), n={"a": 0}), "nobody"),
    ],
)
def test_what_is_wrong_is_refused_and_named(wrong, says):
    with pytest.raises(BlueprintError, match=says):
        wrong()
