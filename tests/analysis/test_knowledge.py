"""Knowledge on cases worked out by hand: one answer, stale, doubted, most hit first, deflection."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.analysing import analyse
from blueprint.analysis.knowledge.articles import unity_of
from blueprint.analysis.knowledge.deflection import explicit_deflection, implicit_deflection
from blueprint.errors import BlueprintError, ReferenceNotFoundError
from blueprint.model import Blueprint
from tests.analysis.small import codes, in_a_row, nothing, plain, rows, sentences


def desk(articles: dict[str, Any]) -> Blueprint:
    """A help desk that relies on its first article, by phone."""
    return Blueprint.model_validate(
        {
            "blueprint": "Help",
            "departments": {"care": "Care", "ops": "Operations"},
            "channels": {"app": "App", "phone": "Phone", "web": "Web"},
            "knowledge": articles,
            "phases": {
                "Ask": [
                    {
                        "customer": "Asks",
                        "frontstage": {
                            "id": "tells",
                            "name": "Tells",
                            "department": "care",
                            "channels": ["phone"],
                            "knowledge": [next(iter(articles))],
                        },
                    }
                ]
            },
        }
    )


def times(**more: Any) -> dict[str, Any]:
    said = {
        "name": "Delivery times",
        "department": "care",
        "updated": "2026-03-01",
        "answers": {"app": "24 h", "phone": "48 h"},
        "hits": 1200,
    }
    return {**said, **more}


def test_answers_that_differ_are_told_with_their_channels():
    report = analyse(desk({"times": times()}), "knowledge")
    [finding] = report.findings
    assert finding.code == "knowledge.conflict"
    assert str(finding.message) == "“Delivery times” says “24 h” on App and “48 h” on Phone"
    assert finding.about == ("times", "tells")
    assert [row["answer"] for row in rows(report, "answers")] == ["24 h", "48 h"]


def test_answers_in_other_words_are_to_be_compared_and_are_no_error():
    answers = {"app": "All steps in order", "phone": "The same steps"}
    report = analyse(desk({"times": times(answers=answers)}), "knowledge")
    [finding] = report.findings
    assert (finding.code, finding.severity) == ("knowledge.conflict", "warning")
    assert str(finding.message) == (
        "“Delivery times” is worded differently: “All steps in order” on App and “The same steps” on Phone"
    )
    assert "1 article: 1 with answers worded differently." in sentences(report)


@pytest.mark.parametrize(
    ("answers", "want"),
    [
        ({"a": "24 h", "b": "1 d", "c": "24 小时"}, "one"),
        ({"a": "Tomorrow", "b": " tomorrow. "}, "one"),
        ({"a": "Tomorrow", "b": "Today"}, "worded"),
        ({"a": "Until 18:00", "b": "Until 20:00"}, "conflict"),
        ({"a": "Within 2 days", "b": "Tomorrow"}, "conflict"),
        (
            {"a": {"en": "Tomorrow", "zh": "明天"}, "b": {"en": "Tomorrow", "zh": "后天"}},
            "worded",
        ),
        ({"a": {"en": "Tomorrow"}, "b": {"zh": "明天"}}, "unknown"),
        ({"a": "Tomorrow"}, "single"),
        ({}, "none"),
    ],
)
def test_when_answers_are_one(answers, want):
    assert unity_of(answers)[0] == want


def test_most_looked_up_first_and_no_count_is_not_none():
    source = desk(
        {"a": {"name": "A"}, "b": {"name": "B", "hits": 0}, "c": {"name": "C", "hits": 9}}
    )
    report = analyse(source, "knowledge")
    assert [(row["id"], row["hits"]) for row in rows(report, "articles")] == [
        ("c", 9),
        ("b", 0),
        ("a", None),
    ]
    assert str(report.method.cannot_tell[-1]) == "how often 1 article is looked up"


@pytest.mark.parametrize(
    ("as_of", "days", "stale"),
    [
        ("2027-03-01", 365, False),
        ("2027-03-02", 365, True),
        ("2026-04-01", 30, True),
        (None, 1, None),
    ],
)
def test_stale_by_the_day_that_is_given_and_never_by_the_clock(as_of, days, stale):
    report = analyse(desk({"times": times()}), "knowledge", as_of=as_of, stale_after=days)
    assert rows(report, "articles")[0].get("stale") is stale
    assert ("knowledge.stale" in codes(report)) is (stale is True)


def test_doubts_are_told_with_who_raised_them():
    source = desk({"times": times(flags=[{"says": "Wrong on holidays", "by": "ops"}], answers={})})
    report = analyse(source, "knowledge")
    assert rows(report, "doubts") == [
        {"article": "Delivery times", "says": "Wrong on holidays", "by": "Operations"}
    ]
    assert codes(report) == ["knowledge.flagged"]


def test_how_many_look_ups_end_badly():
    source = desk(
        {"times": times(hits=300), "good": times(name="Good", answers={"app": "1 d"}, hits=700)}
    )
    assert "Of 1,000 look-ups, 30 % end at an article" in sentences(analyse(source, "knowledge"))


def test_where_all_look_ups_end_badly_no_share_is_told_and_no_chart_drawn():
    report = analyse(desk({"times": times()}), "knowledge")
    assert "All 1,200 look-ups end at an article that is stale" in sentences(report)
    assert report.charts == ()


def test_in_chinese_a_channel_stands_before_what_it_says():
    answers = {"web": "24 h", "phone": "48 h"}
    [finding] = analyse(desk({"times": times(answers=answers)}), "knowledge").findings
    assert finding.message.into("zh") == (
        "“Delivery times”在不同渠道说法不一：Web为“24 h”，Phone为“48 h”"
    )


def test_a_channel_it_is_used_on_without_an_answer():
    report = analyse(desk({"times": times(answers={"app": "24 h"})}), "knowledge")
    assert codes(report) == ["knowledge.silent"]
    assert "no answer for “Phone”" in str(report.findings[0].message)


def test_the_two_deflections_are_kept_apart():
    report = analyse(
        desk({"times": times()}),
        "knowledge",
        solved={"times": 280},
        asked={"times": 400},
        contacts={"times": 300},
    )
    found = {
        row["variant"]: (row["share"], row["low"], row["high"], row["n"])
        for row in rows(report, "deflection")
    }
    assert found["explicit deflection"] == (70.0, 65.3, 74.3, 400)
    assert found["implicit deflection"][0::3] == (75.0, 1200)
    assert (
        "Explicit deflection of “Delivery times”: 70 % (95 % interval 65.3 % to 74.3 %; n = 400)"
        in sentences(report)
    )


@pytest.mark.parametrize(
    ("options", "match"),
    [
        ({"solved": {"times": 3}}, "needs both"),
        (
            {"solved": {"times": 3}, "asked": {"times": 2}},
            "“solved”: 3 of 2 is no share of “Delivery times”",
        ),
        ({"contacts": {"times": 5000}}, "“contacts”: 5000 of 1200 is no share"),
        ({"contacts": {"times": 1.5}}, "no number of cases"),
        ({"contacts": {"care": 1}}, "no knowledge article"),
        ({"stale_after": 0}, "1 to 36,500"),
        ({"as_of": "yesterday"}, "not a day"),
    ],
)
def test_figures_that_do_not_fit_are_refused(options, match):
    with pytest.raises(BlueprintError, match=match):
        analyse(desk({"times": times()}), "knowledge", **options)


def test_deflection_without_look_ups_cannot_be_told():
    with pytest.raises(BlueprintError, match="write its hits"):
        analyse(desk({"times": times(hits=None)}), "knowledge", contacts={"times": 1})
    with pytest.raises(ReferenceNotFoundError):
        analyse(desk({"times": times()}), "knowledge", contacts={"tmes": 1})


def test_where_there_is_no_article_it_says_so():
    for source in (nothing(), plain(), in_a_row(2000)):
        assert sentences(analyse(source, "knowledge")) == "No knowledge article is named."


@given(st.integers(1, 10**6), st.data())
def test_a_share_lies_in_its_interval(n, data):
    part = data.draw(st.integers(0, n))
    for found in (explicit_deflection(part, n), implicit_deflection(n, part)):
        assert 0 <= found.low <= found.share + 1e-9
        assert found.share - 1e-9 <= found.high <= 1


texts = st.text(min_size=1, max_size=6)


@given(st.dictionaries(st.sampled_from("abcde"), texts, max_size=5))
def test_one_answer_for_all_is_one_and_a_conflict_names_its_pairs(answers):
    unity, pairs = unity_of(answers)
    assert (unity in ("conflict", "worded")) == bool(pairs)
    same = dict.fromkeys(answers, "24 h")
    assert unity_of(same)[0] in ("one", "single", "none")
