"""Evidence on cases worked out by hand: methods, triangulation, confidence, what comes next."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.analysing import analyse
from blueprint.analysis.evidence.claims import GRADES, LOWERING, Flag, Item, graded, triangulated
from blueprint.analysis.evidence.methods import WAYS
from blueprint.errors import BlueprintError
from blueprint.files import load_workspace
from blueprint.model import Blueprint, Observation
from blueprint.report import Report
from tests.analysis.small import codes, in_a_row, nothing, plain, rows, sentences


def cafe(observations: dict[str, Any] | None = None, **more: Any) -> Blueprint:
    return Blueprint.model_validate(
        {
            "blueprint": "Café",
            "observations": observations or {},
            "phases": {
                "Visit": [
                    {"id": "waits", "customer": "Waits", "moment_of_truth": True},
                    {"id": "drinks", "customer": "Drinks", "experience": {"emotion": 2}},
                ]
            },
            **more,
        }
    )


def seen(method: str | None, says: str = "Nobody minds", **more: Any) -> dict[str, Any]:
    return {"about": "waits", "says": says, "method": method, **more}


def claim(report: Report) -> dict[str, Any]:
    [row] = rows(report, "claims")
    return row


def test_every_method_of_the_format_has_its_biases():
    methods = get_args(get_args(Observation.model_fields["method"].annotation)[0])
    assert set(WAYS) == set(methods)
    assert {m for m, way in WAYS.items() if way.ethnographic} == {
        "observation",
        "interview",
        "diary",
    }


def test_two_methods_that_say_the_same_are_sure():
    report = analyse(
        cafe({"a": seen("observation"), "b": seen("survey", "nobody minds.")}), "evidence"
    )
    assert (claim(report)["together"], claim(report)["confidence"]) == ("agreement", "high")
    assert "flags" not in claim(report)
    assert [row["method"] for row in rows(report, "methods")] == ["observation", "survey"]


def test_several_methods_in_words_of_their_own_agree_in_part():
    report = analyse(cafe({"a": seen("observation"), "b": seen("survey", "Too long")}), "evidence")
    assert claim(report)["together"] == "partial: each in words of its own"


def test_one_survey_alone():
    report = analyse(cafe({"a": seen("survey")}), "evidence")
    row = claim(report)
    assert row["together"] == "one method alone"
    assert row["flags"] == "self-report only, single source, no observation"
    assert row["confidence"] == "low"
    assert codes(report) == [
        "evidence.self-report-only",
        "evidence.single-source",
        "evidence.unbacked",
    ]


def test_a_focus_group_alone_is_least_sure():
    assert claim(analyse(cafe({"a": seen("focus-group")}), "evidence"))["confidence"] == "very low"


def test_findings_that_contradict_each_other_are_named_by_the_reader():
    source = cafe({"a": seen("observation"), "b": seen("survey", "Everybody minds")})
    report = analyse(source, "evidence", against=["b"])
    assert claim(report)["together"] == "they contradict each other"
    assert claim(report)["confidence"] == "moderate"
    assert rows(report, "next")[-1]["how"].startswith("ask why the findings contradict")
    with pytest.raises(BlueprintError, match="“c” is no observation"):
        analyse(source, "evidence", against=["c"])


def test_one_source_told_twice_is_a_single_source():
    source = cafe({"a": seen("observation", source="Study"), "b": seen("survey", source="Study")})
    assert claim(analyse(source, "evidence"))["flags"] == "single source"


@pytest.mark.parametrize(
    ("as_of", "days", "old"),
    [
        ("2028-02-09", 728, True),
        ("2028-02-09", 730, False),
        ("2026-06-01", 30, True),
        (None, 1, False),
    ],
)
def test_old_by_the_day_that_is_given_and_never_by_the_clock(as_of, days, old):
    source = cafe(
        {"a": seen("analytics", date="2026-02-10"), "b": seen("diary", date="2020-01-01")}
    )
    report = analyse(source, "evidence", as_of=as_of, old_after=days)
    assert ("evidence.old" in codes(report)) is old


def test_results_count_with_their_instrument_and_sampling():
    source = cafe(
        metrics={"nps": {"name": "NPS", "kind": "nps"}},
        results=[
            {
                "metric": "nps",
                "at": "waits",
                "value": 12,
                "n": 40,
                "instrument": "survey",
                "sampling": "convenience",
            }
        ],
    )
    report = analyse(source, "evidence")
    assert "convenience sample" in claim(report)["flags"]
    assert rows(report, "findings")[0]["says"] == "NPS: 12 on a scale from −100 to 100"


def test_without_a_method_nothing_is_concluded_from_it():
    row = claim(analyse(cafe({"a": seen(None), "b": seen("survey")}), "evidence"))
    assert row["flags"] == "no method named"


@pytest.mark.parametrize(
    ("metric", "value", "said"),
    [
        (
            {"kind": "nev", "scale": [1, 10], "positive": [8, 10], "negative": [1, 4]},
            -12,
            "M (NEV of one question, 8 to 10 less 1 to 4): −12 on a scale from −100 to 100",
        ),
        (
            {"kind": "nev", "scale": [1, 10]},
            7,
            "M (NEV question, mean only): 7 on a scale from 1 to 10",
        ),
        (
            {"kind": "nev"},
            40,
            "M (NEV, nobody says which of the three): 40 on a scale from −100 to 100",
        ),
        ({"kind": "fcr", "scale": [0, 100]}, 72, "M: 72 %"),
        ({"scale": [1, 5]}, 4.4, "M: 4.4 on a scale from 1 to 5"),
        ({}, 3, "M: 3"),
    ],
)
def test_a_result_is_told_with_its_scale_and_its_variant(metric, value, said):
    results = [{"metric": "m", "at": "waits", "value": value}]
    report = analyse(cafe(metrics={"m": {"name": "M", **metric}}, results=results), "evidence")
    assert rows(report, "findings")[0]["says"] == said


def test_how_many_claims_are_how_sure_is_told_without_noughts():
    report = analyse(cafe({"a": seen("observation"), "b": seen("diary")}), "evidence")
    assert [str(said) for said in report.summary[:3]] == [
        "1 claim: 1 of high confidence.",
        "Known to rest on what somebody watched or counted: 1 of 1 claim.",
        "There is evidence on every moment of truth.",
    ]
    assert report.summary[0].into("zh") == "1 条论断，可信度“高”1 条。"
    asked = analyse(cafe({"a": seen("survey")}), "evidence")
    assert "Resting on self-report only: 1 of 1 claim." in sentences(asked)
    assert asked.charts == ()


def test_that_nobody_watched_is_not_said_where_no_method_is_named():
    assert "evidence.no-observation" not in codes(analyse(cafe({"a": seen(None)}), "evidence"))
    told = {"a": seen("diary"), "b": seen("diary", "Too long")}
    assert "evidence.no-observation" in codes(analyse(cafe(told), "evidence"))


def test_what_weighs_more_is_found_first():
    report = analyse(cafe({"a": {**seen(None), "about": "drinks"}}), "evidence")
    assert codes(report) == ["evidence.nothing", "evidence.no-method", "evidence.single-source"]
    assert report.findings[0].severity == "warning"
    [finding] = [f for f in report.findings if f.code == "evidence.no-method"]
    assert str(finding.hint).startswith(
        "name the method: observation, interview, diary, focus group"
    )
    assert finding.hint.into("zh").startswith("请写明研究方法：观察、访谈、日记、焦点小组")


def test_figures_of_several_personas_say_whose_they_are():
    results = [
        {"metric": "m", "at": "waits", "value": value, "persona": who}
        for who, value in (("young", 4), ("old", 3))
    ]
    source = cafe(personas={"young": "Young", "old": "Old"}, metrics={"m": "Mood"}, results=results)
    told = [(row["persona"], row["says"]) for row in rows(analyse(source, "evidence"), "findings")]
    assert told == [("Young", "Mood: 4"), ("Old", "Mood: 3")]


def test_without_any_method_silence_is_not_laid_to_one():
    source = cafe({"a": seen(None), "b": seen(None, "Too long")})
    assert claim(analyse(source, "evidence"))["together"] == "no method named"


def test_findings_say_of_which_elements_they_are():
    report = analyse(cafe({"a": seen("survey")}), "evidence")
    said = [str(finding.message) for finding in report.findings]
    assert said[0] == "What is said of “Waits” rests on self-report only"
    assert "What is said of “Waits” comes from a single source" in said


def test_columns_that_nobody_fills_are_left_out():
    [row] = rows(analyse(cafe({"a": seen("survey")}), "evidence"), "findings")
    assert set(row) == {"about", "says", "method"}


def test_what_to_observe_next_begins_with_moments_of_truth():
    report = analyse(cafe(), "evidence")
    assert [(row["id"], row["why"]) for row in rows(report, "next")] == [
        ("waits", "moment of truth without evidence"),
        ("drinks", "figures of experience without evidence"),
    ]
    assert [(f.code, f.severity) for f in report.findings] == [
        ("evidence.nothing", "info"),
        ("evidence.unbacked", "info"),
    ]
    assert "Moments of truth with no evidence at all: 1 of 1." in sentences(report)
    short = analyse(cafe(), "evidence", most=1)
    assert len(rows(short, "next")) == 1
    assert str(short.tables[-1].title) == "What to observe next: the first 1 of 2"
    assert "To find out about next: 2 things, first of all “Waits”: watch customers" in sentences(
        short
    )


def test_an_observation_about_nothing_stands_for_itself():
    report = analyse(cafe({"a": {"says": "People queue", "method": "survey"}}), "evidence")
    assert (claim(report)["id"], claim(report)["name"]) == ("a", "People queue")
    [finding] = [f for f in report.findings if f.code == "evidence.self-report-only"]
    assert finding.about == ()


@pytest.mark.parametrize("options", [{"old_after": 0}, {"most": 0}, {"as_of": "x"}])
def test_options_off_their_range_are_refused(options):
    with pytest.raises(BlueprintError):
        analyse(cafe(), "evidence", **options)


def test_where_nothing_was_found_out_it_says_so():
    for source in (nothing(), plain(), in_a_row(2000)):
        assert "nothing here rests on research" in sentences(analyse(source, "evidence"))


flags = st.lists(st.sampled_from(get_args(Flag)), unique=True)


@given(flags, flags)
def test_nothing_raises_a_grade(some, more):
    assert GRADES.index(graded({*some, *more})) >= GRADES.index(graded(some))
    assert graded(["no-observation"]) == "high"
    assert graded(LOWERING) == "very-low"


items = st.lists(
    st.builds(
        Item,
        id=st.sampled_from("abc"),
        says=st.sampled_from(["x", "y"]),
        method=st.sampled_from([*WAYS, None]),
        date=st.none(),
        sample=st.none(),
    ),
    min_size=1,
    max_size=5,
)


@given(items)
def test_the_order_of_findings_changes_nothing(found):
    assert triangulated(found, {"a"}) == triangulated(found[::-1], {"a"})


def test_steps_of_one_name_are_told_apart_by_their_blueprint():
    report = analyse(load_workspace("examples/fast_food"), "evidence")
    [finding] = [f for f in report.findings if f.code == "evidence.nothing"]
    assert str(finding.message).endswith(
        "“Order and pay” (Lunch at the kiosks), “Order and pay” (Lunch at the tills)"
    )
