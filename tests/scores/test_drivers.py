"""Driver weights, against R's `swiss`: Fertility on five predictors."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.analysis.scores import correlations, lmg, relative_weights
from blueprint.errors import BlueprintError

BETWEEN = {
    "AX": -0.68654221,
    "AE": -0.63952252,
    "AC": 0.4010951,
    "AI": -0.06085861,
    "XE": 0.6984153,
    "XC": -0.5727418,
    "XI": -0.1140216,
    "EC": -0.1538589,
    "EI": -0.09932185,
    "CI": 0.17549591,
}
"""Agriculture, eXamination, Education, Catholic, Infant mortality."""

FERTILITY = [0.35307918, -0.6458827, -0.66378886, 0.4636847, 0.41655603]


def swiss() -> list[list[float]]:
    return [
        [1.0 if a == b else BETWEEN.get(a + b, BETWEEN.get(b + a, 0.0)) for b in "AXECI"]
        for a in "AXECI"
    ]


def test_lmg_is_as_published():
    found = lmg(swiss(), FERTILITY)
    assert found.r_squared == pytest.approx(0.706735, abs=5e-7)
    want = (0.0570912, 0.1711730, 0.2601347, 0.1055702, 0.1127659)
    assert found.weights == pytest.approx(want, abs=1e-7)


def test_johnsons_weights_are_as_published():
    found = relative_weights(swiss(), FERTILITY)
    want = (0.0484169, 0.1547082, 0.2719641, 0.1146800, 0.1169657)
    assert found.weights == pytest.approx(want, abs=1e-7)
    assert found.r_squared == pytest.approx(0.706735, abs=5e-7)


def none_related(size: int) -> list[list[float]]:
    return [[float(a == b) for b in range(size)] for a in range(size)]


def test_lmg_is_refused_beyond_fifteen_predictors_and_johnson_is_not():
    assert len(lmg(none_related(15), [0.1] * 15).weights) == 15
    with pytest.raises(BlueprintError, match="at most 15 predictors, and these are 16"):
        lmg(none_related(16), [0.1] * 16)
    assert relative_weights(none_related(16), [0.1] * 16).r_squared == pytest.approx(0.16)


@pytest.mark.parametrize("weigh", [lmg, relative_weights])
@pytest.mark.parametrize(
    ("matrix", "outcome", "says"),
    [
        ([], [], "square matrix"),
        ([[1, 0.5], [0.4, 1]], [0.1, 0.2], "same both ways"),
        ([[1, 2], [2, 1]], [0.1, 0.2], "expected correlations"),
        ([[1, 0], [0, 1]], [0.1], "square matrix"),
        ([[1, "x"], [0, 1]], [0.1, 0.2], "to be a number"),
        ([[1, 1], [1, 1]], [0.5, 0.5], "told by the others"),
        ([[1, 0], [0, 1]], [0.9, 0.9], "cannot all be true"),
    ],
)
def test_what_is_no_matrix_of_correlations_is_refused(weigh, matrix, outcome, says):
    with pytest.raises(BlueprintError, match=says):
        weigh(matrix, outcome)


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ([], "3 figures or more"),
        ([[1, 2, 3], [1, 2]], "same length"),
        ([[1, 1, 1], [1, 2, 3]], "column 1 does not vary"),
        ([[1, 2, None]], "to be a number"),
    ],
)
def test_columns_without_correlations_are_refused(columns, says):
    with pytest.raises(BlueprintError, match=says):
        correlations(columns)


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 5), st.integers(0, 10**6))
def test_weights_add_to_r_squared_and_are_never_below_zero(size, seed):
    random = Random(seed)
    columns = [[random.gauss(0, 1) for _ in range(40)] for _ in range(size + 1)]
    whole = correlations(columns)
    matrix, outcome = [row[:size] for row in whole[:size]], whole[size][:size]
    by_order, by_turning = lmg(matrix, outcome), relative_weights(matrix, outcome)
    for found in (by_order, by_turning):
        assert sum(found.weights) == pytest.approx(found.r_squared, abs=1e-9)
        assert min(found.weights) >= -1e-12
    assert by_order.r_squared == pytest.approx(by_turning.r_squared, abs=1e-9)
