"""Durations, windows, dates and shares are read as people write them, and nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from blueprint.model import seconds
from blueprint.model.base import Count, Number
from blueprint.model.catalog import Scale
from blueprint.model.values import (
    Amount,
    Date,
    Duration,
    DurationOrWindow,
    Hours,
    Moments,
    Share,
)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("90 s", 90),
        ("3 min", 180),
        ("24 h", 86400),
        ("2 d", 172800),
        ("0 s", 0),
        ("1.5h", 5400),
        ("3 分钟", 180),
        ("PT90S", 90),
        ("P1DT2H", 93600),
        ("P2W", 1209600),
    ],
)
def test_durations_are_fixed_lengths(text, length):
    assert seconds(text) == length


@pytest.mark.parametrize(
    "text", ["1 month", "1 year", "P1M", "P1Y", "一个月", "soon", "", "-3 min", "P", "PT", "3"]
)
def test_what_has_no_fixed_length_is_refused(text):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Duration).validate_python(text)
    assert caught.value.errors()[0]["type"] == "BP110"


def test_a_month_is_refused_with_days_as_the_way_out():
    with pytest.raises(ValidationError, match="write days, such as 30 d"):
        TypeAdapter(Duration).validate_python("1 month")


@pytest.mark.parametrize(
    ("written", "share"),
    [("80%", 0.8), ("2 %", 0.02), ("0.1%", 0.001), (0.5, 0.5), (1, 1.0), ("100％", 1.0)],
)
def test_shares_are_numbers_or_percentages(written, share):
    assert TypeAdapter(Share).validate_python(written) == share


@pytest.mark.parametrize(
    "written", [80, -0.1, "180%", "80", "many", True, None, float("nan"), "nan%"]
)
def test_other_shares_are_refused(written):
    with pytest.raises(ValidationError):
        TypeAdapter(Share).validate_python(written)


@given(st.integers(0, 1000))
def test_a_percentage_never_drifts(tenths):
    assert TypeAdapter(Share).validate_python(f"{tenths / 10}%") == tenths / 1000


@pytest.mark.parametrize(
    "day", ["2026-02-30", "2026-13-01", "26-01-01", "tomorrow", 2026, "2026-1-5"]
)
def test_a_day_that_is_none_is_refused(day):
    with pytest.raises(ValidationError):
        TypeAdapter(Date).validate_python(day)


def test_windows_and_times_of_day():
    assert TypeAdapter(DurationOrWindow).validate_python(["16:00", "18:00"]) == ("16:00", "18:00")
    assert TypeAdapter(DurationOrWindow).validate_python("1 h") == "1 h"
    assert TypeAdapter(Moments).validate_python("20:30") == ("20:30",)
    assert TypeAdapter(Hours).validate_python("00:00-24:00") == "00:00-24:00"
    for wrong in (["16:00"], ["16:00", "25:00"], "25:00"):
        with pytest.raises(ValidationError):
            TypeAdapter(DurationOrWindow).validate_python(wrong)


@pytest.mark.parametrize("number", [1e16, -1e16, float("inf"), float("nan"), 10**400])
def test_numbers_beyond_all_reason_are_refused(number):
    for kind in (Number, Count, Amount, Share):
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(number)


@pytest.mark.parametrize("ends", [[3, 3], [3, -3], [1], [1, 2, 3], [1, float("inf")], "1-10", 5])
def test_a_scale_runs_from_low_to_high(ends):
    with pytest.raises(ValidationError, match="scale"):
        TypeAdapter(Scale).validate_python(ends)
