"""Texts are measured and broken as typesetters would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.layout.text import width, wrap

NO_START = "，。、；：？！）》」』】”’"
NO_END = "（《「『【“"


def test_a_wide_character_takes_an_em_and_slack() -> None:
    assert width("蓝", 100) == pytest.approx(106)


def test_an_accent_takes_no_room() -> None:
    assert width("e\u0301", 10) == width("e", 10)


def test_an_emoji_takes_more_than_an_em() -> None:
    assert width("🙂", 10) > width("蓝", 10)


def test_quotes_are_full_squares_in_chinese_only() -> None:
    assert width("“", 10, lang="zh") > width("“", 10, lang="en")


def test_bold_is_wider() -> None:
    assert width("Check in", 10, bold=True) > width("Check in", 10)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Check-in at the desk", ("Check-in at", "the desk")),
        ("web/mobile/voice", ("web/", "mobile/", "voice")),
        ("self-service desk", ("self-service", "desk")),
        ("", ()),
        ("   ", ()),
        ("a\n\tb", ("a b",)),
    ],
)
def test_latin_breaks_at_spaces_slashes_and_hyphens(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 12, 70, most=3) == lines


def test_a_dash_does_not_begin_a_line() -> None:
    assert wrap("Frontstage — people", 12, 100, most=3) == ("Frontstage —", "people")


@given(
    st.lists(st.sampled_from(["服务，", "蓝图", "（前台）", "“等待”", "在"]), max_size=20),
    st.floats(80, 200),
)
def test_chinese_punctuation_stays_where_it_belongs(words: list[str], room: float) -> None:
    lines = wrap("".join(words), 12, room, most=99)
    assert "".join(lines) == "".join(words)
    assert not any(line[0] in NO_START or line[-1] in NO_END for line in lines)


def test_the_last_line_is_not_a_lone_character() -> None:
    lines = wrap("在微信小程序选择科室医生", 12, 12 * 1.06 * 11 + 1, most=3)
    assert [len(line) for line in lines] == [10, 2]


def test_a_number_stays_with_what_it_counts() -> None:
    for room in range(40, 160, 4):
        for line in wrap("高峰期出报告超过 2 小时", 12, room, most=9):
            assert not line.endswith("2")


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrap("one two three four five six", 12, 40, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


@given(st.text(max_size=80), st.floats(30, 300), st.integers(1, 5), st.booleans(), st.booleans())
def test_no_line_is_wider_than_its_room(
    text: str, room: float, most: int, bold: bool, balanced: bool
) -> None:
    lines = wrap(text, 12, room, most=most, bold=bold, balanced=balanced)
    assert len(lines) <= most
    for line in lines:
        assert width(line, 12, bold=bold) <= room + 0.01


def test_balanced_lines_are_of_similar_length() -> None:
    first, second = wrap("Announce the guest to the desk", 12, 165, most=2, balanced=True)
    assert abs(width(first, 12) - width(second, 12)) < 40
