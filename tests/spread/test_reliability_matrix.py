"""Reliability over plain matrices: published figures, what is handed in, what is refused."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

import blueprint.analysis
from blueprint.analysis import reliability
from blueprint.errors import BlueprintError
from tests.spread.hair_dryer import EXACT, LIKELIHOOD

SIZE = range(len(LIKELIHOOD))


def test_the_hair_dryer_comes_out_to_four_decimals() -> None:
    found = reliability(LIKELIHOOD)
    assert [[round(p, 4) for p in row] for row in found.probability] == EXACT
    assert found.exact
    assert found.worlds == 0
    assert found.low == found.probability == found.high


def test_the_column_instigates_and_the_row_is_affected() -> None:
    found = reliability([[0, 0], [0.3, 0]])
    assert found.probability == ((0.0, 0.0), (0.3, 0.0))
    assert found.how == (("exact", "exact"), ("exact", "exact"))


def test_the_diagonal_is_not_looked_at_and_comes_out_as_nothing() -> None:
    own = [[7 if a == b else LIKELIHOOD[a][b] for b in SIZE] for a in SIZE]
    assert reliability(own) == reliability(LIKELIHOOD)
    assert all(reliability(LIKELIHOOD).probability[n][n] == 0.0 for n in SIZE)


def test_an_array_is_as_good_as_lists() -> None:
    assert reliability(np.array(LIKELIHOOD)) == reliability(LIKELIHOOD)
    assert type(reliability(np.array(LIKELIHOOD)).probability[0][1]) is float


def test_worlds_come_near_the_hair_dryer_and_say_how_sure_they_are() -> None:
    found = reliability(LIKELIHOOD, how="sampled", seed=4)
    assert found.worlds == 10_000
    assert not found.exact
    inside = [
        found.low[a][b] <= EXACT[a][b] + 5e-5 and EXACT[a][b] - 5e-5 <= found.high[a][b]
        for a in SIZE
        for b in SIZE
    ]
    assert sum(inside) >= len(inside) - 4


def test_bounds_hold_the_hair_dryer() -> None:
    found = reliability(LIKELIHOOD, how="bounds")
    for a in SIZE:
        for b in SIZE:
            assert found.low[a][b] - 5e-5 <= EXACT[a][b] <= found.high[a][b] + 5e-5


def test_a_matrix_that_is_too_much_is_bounded_or_sampled_and_says_so() -> None:
    complete = [[0.1] * 12 for _ in range(12)]
    sampled = reliability(complete, budget=2_000)
    bounded = reliability(complete, budget=2_000, how="exact")
    assert not sampled.exact
    assert sampled.how[1][0] == "sampled"
    assert bounded.how[1][0] == "bounds"
    assert bounded.low[1][0] <= sampled.probability[1][0] <= bounded.high[1][0]


def test_both_engines_give_the_same_matrix() -> None:
    plain, fast = (
        reliability(LIKELIHOOD, how="sampled", worlds=999, engine=engine)
        for engine in ("plain", "fast")
    )
    assert plain == fast


def test_no_part_and_one_part_have_a_matrix_too() -> None:
    assert reliability([]).probability == ()
    assert reliability([[0.5]]).probability == ((0.0,),)


@pytest.mark.parametrize(
    ("matrix", "said"),
    [
        ([[0, 0.5]], "likelihood has 1 rows, and row 1 has 2 entries"),
        ([[0, 0], [1.2, 0]], "likelihood in row 2, column 1 is 1.2"),
        ([[0, -0.1], [0, 0]], "likelihood in row 1, column 2 is -0.1"),
        ([[0, float("nan")], [0, 0]], "row 1, column 2 is nan"),
        ([[0, float("inf")], [0, 0]], "row 1, column 2 is inf"),
        ([[0, "x"], [0, 0]], "row 1, column 2 is x"),
        ([[0, None], [0, 0]], "row 1, column 2 is None"),
    ],
)
def test_what_is_no_matrix_of_likelihoods_is_refused(matrix: list[list[float]], said: str) -> None:
    with pytest.raises(BlueprintError, match=said):
        reliability(matrix)


@pytest.mark.parametrize("option", [{"worlds": 0}, {"seed": -1}, {"how": "x"}, {"engine": "x"}])
def test_options_are_looked_at(option: dict[str, object]) -> None:
    with pytest.raises(BlueprintError):
        reliability(LIKELIHOOD, **option)  # type: ignore[arg-type]


def test_analysis_hands_out_its_functions_and_nothing_else() -> None:
    assert {"cpm", "reliability"} <= set(dir(blueprint.analysis))
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        blueprint.analysis.guess  # noqa: B018


def test_plain_reliability_imports_neither_numpy_nor_networkx() -> None:
    code = (
        "import sys; from blueprint.analysis import reliability; "
        "reliability([[0, 0], [0.5, 0]], how='sampled', engine='plain'); "
        "print([name for name in ('numpy', 'networkx', 'numba') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
