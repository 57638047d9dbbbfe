"""Intervals of single figures, against published ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.interval import widest, wilson


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(74, 107, 0.599, 0.771), (280, 400, 0.653, 0.743)],
)
def test_wilson_gives_the_published_intervals(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits / n, n) == (pytest.approx(low, abs=5e-4), pytest.approx(high, abs=5e-4))


def test_a_net_score_is_never_surer_than_its_own_shares_allow() -> None:
    """NPS 1/3 of p = 1/2, d = 1/6 has variance 5/9: at n = 324 its error is .0414."""
    low, high = widest(100 / 3, 324, (-100, 100))
    exact = 1.96 * 4.14
    assert (high - low) / 2 > exact
    assert (high - low) / 2 == pytest.approx(1.96 * 100 * (8 / 9 / 324) ** 0.5, rel=1e-3)


@given(st.floats(0, 1), st.integers(1, 10**6))
def test_an_interval_holds_its_figure_and_stays_on_the_scale(share: float, n: int) -> None:
    for low, high in (wilson(share, n), widest(share, n, (0, 1))):
        assert 0 <= low <= share + 1e-12
        assert share - 1e-12 <= high <= 1


@pytest.mark.parametrize("wrong", [(0.5, 0), (1.5, 10), (-0.1, 10)])
def test_what_is_no_share_is_refused(wrong: tuple[float, int]) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(*wrong)
    with pytest.raises(ValueError, match="no mean"):
        widest(wrong[0], wrong[1], (0, 1))
