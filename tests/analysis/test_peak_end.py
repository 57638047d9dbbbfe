"""The peak-end rule and the gap, on published figures and cases worked out by hand."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.experience.gap import lived
from blueprint.analysis.experience.peak_end import arc, neutral_of, peak_end
from blueprint.analysis.experience.shaw import PLEASANT, UNPLEASANT, net_of
from blueprint.errors import BlueprintError

FIGURES = st.floats(-10, 10, allow_nan=False)


@pytest.mark.parametrize(("end", "figure"), [(7, 7.5), (1, 4.5)])
def test_the_two_patients_whose_worst_pain_was_8(end, figure):
    assert peak_end([3, 8, end]).peak_end == figure


def test_the_longer_journey_with_the_milder_end_has_more_pain_and_the_better_figure():
    short, long = peak_end([2, 8, 7]), peak_end([2, 8, 7, 4, 1])
    assert long.peak_end < short.peak_end
    assert sum([2, 8, 7, 4, 1]) > sum([2, 8, 7])


def test_the_peak_is_whichever_lies_farther_from_neutral():
    assert peak_end([1, 3, -2, 0]).peak == 3
    assert peak_end([1, 2, -3, 0]).peak == -3
    assert peak_end([4, 7, 2, 4], neutral=4).peak == 7
    assert peak_end([4, 5, 1, 4], neutral=4).peak == 1


def test_of_two_equally_strong_moments_the_worse_is_the_peak_and_that_is_told():
    tied = peak_end([2, -2, 1])
    assert (tied.peak, tied.peak_at, tied.tied, tied.peak_end) == (-2, 1, True, -0.5)
    assert not peak_end([2, 2, 2]).tied
    assert peak_end([0.1 + 0.2, -0.3, 0]).tied


def test_of_equally_good_moments_the_first_is_named():
    assert peak_end([1, 3, 3, 2]).high_at == 1


def test_a_missing_end_is_refused_and_never_taken_from_the_moment_before():
    with pytest.raises(BlueprintError, match="the end is not told"):
        peak_end([1, 2, None])
    with pytest.raises(BlueprintError, match="the end is not told"):
        peak_end([])
    known = arc([1, 2, None])
    assert known is not None
    assert (known.end, known.peak_end, known.mean, known.missing) == (None, None, 1.5, 1)


def test_one_moment_is_peak_and_end_at_once():
    only = peak_end([-2])
    assert (only.peak, only.end, only.peak_end, only.mean, only.tied) == (-2, -2, -2, -2, False)


def test_a_mean_weighted_by_duration():
    assert peak_end([3, -1], [10, 30]).weighted == 0.0
    assert peak_end([3, None, -1], [10, None, 30]).weighted == 0.0
    assert peak_end([3, -1], [10, None]).weighted is None
    assert peak_end([3, -1], [0, 0]).weighted is None
    assert peak_end([3, -1]).weighted is None


@pytest.mark.parametrize(
    ("values", "durations", "said"),
    [
        ([1, 2], [1], "2 moments and 1 durations"),
        ([1, 2], [1, -1], "0 or more"),
        ([1, 2], [1, float("nan")], "0 or more"),
        ([1, float("inf")], [], "finite"),
    ],
)
def test_what_is_no_journey_is_refused(values, durations, said):
    with pytest.raises(BlueprintError, match=said):
        arc(values, durations)


@given(st.lists(FIGURES, min_size=1, max_size=30), st.floats(-5, 5))
def test_every_figure_lies_between_the_worst_and_the_best(values, neutral):
    found = peak_end(values, [1] * len(values), neutral=neutral)
    assert found.peak_end is not None
    assert found.weighted is not None
    for figure in (found.peak_end, found.mean, found.weighted, found.end):
        assert found.low - 1e-9 <= figure <= found.high + 1e-9
    assert values[found.peak_at] == found.peak
    assert all(abs(value - neutral) <= abs(found.peak - neutral) + 1e-6 for value in values)
    assert isclose(found.mean, found.weighted, abs_tol=1e-9)


@given(st.lists(FIGURES, min_size=1, max_size=20), st.integers(0, 5))
def test_moments_nobody_tells_change_no_figure(values, at):
    at = min(at, len(values) - 1)
    with_a_gap = [*values[:at], None, *values[at:]]
    plain, gapped = peak_end(values), peak_end(with_a_gap)
    assert (gapped.peak_end, gapped.mean, gapped.n) == (plain.peak_end, plain.mean, plain.n)
    assert gapped.missing == 1


def test_neutral_is_zero_inside_a_scale_and_else_its_middle():
    assert [neutral_of(scale) for scale in [(-3, 3), (-1, 5), (1, 10), (0, 10)]] == [0, 0, 5.5, 5]


def test_experience_is_the_gap_times_the_intensity():
    assert lived(7, 9, intensity=3).product == 6
    assert lived(7, 4, intensity=3).product == -9
    assert lived(7, 4, intensity=0).product == 0


def test_two_negatives_are_never_multiplied():
    bad = lived(7, 4, emotion=-2)
    assert (bad.gap, bad.product, bad.refused) == (-3, None, "signed")
    assert (bad.against, bad.feeling) == ("below", "unpleasant")


def test_with_an_intensity_a_bad_moment_stays_bad():
    bad = lived(7, 4, intensity=2, emotion=-2)
    assert bad.product == -6
    assert (bad.against, bad.feeling) == ("below", "unpleasant")


def test_an_intensity_that_can_be_negative_is_refused():
    assert lived(7, 8, intensity=2, lowest=-5).refused == "negative"
    assert lived(7, 8, intensity=-2).refused == "negative"


def test_nothing_expected_is_no_zero():
    surprised = lived("none", 8, intensity=4)
    assert (surprised.gap, surprised.product, surprised.refused) == (None, None, "nothing-expected")
    assert lived(0, 8, intensity=1).gap == 8


def test_what_is_missing_is_named():
    assert lived(None, 8, intensity=1).refused == "no-expectation"
    assert lived(7, None, intensity=1).refused == "no-perception"
    assert lived(7, 8).refused == "no-intensity"


@given(st.floats(1, 10), st.floats(1, 10), st.floats(0, 5), st.floats(-3, 3))
def test_the_product_never_has_another_sign_than_the_gap(expected, perceived, strong, felt):
    moment = lived(expected, perceived, intensity=strong, emotion=felt)
    assert moment.gap is not None
    assert moment.product is not None
    assert moment.product * moment.gap >= 0


def test_shaws_words_are_twelve_and_eight():
    assert sum(word.isascii() for word in PLEASANT) == 12
    assert sum(word.isascii() for word in UNPLEASANT) == 8
    assert not PLEASANT & UNPLEASANT
    assert net_of({"Happy": 4, "stressed": 1, "tired": 5}) == 3
    assert net_of({"tired": 5}) is None
