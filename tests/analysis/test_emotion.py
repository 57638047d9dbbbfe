"""How customers feel along the journey, on cases worked out by hand."""

from __future__ import annotations

import pytest

from blueprint.analysis.analysing import analyse
from blueprint.analysis.experience.people import length_of, lives_of
from blueprint.errors import BlueprintError
from blueprint.files import load_workspace
from blueprint.graph import graph_of
from blueprint.model import Scales, Step
from tests.analysis.lives import clinic, lived_once
from tests.analysis.small import codes, nothing, plain, rows, sentences


def emotion(source):
    return analyse(source, "emotion")


def test_the_arc_of_each_persona_along_the_main_path():
    old, young, *_ = rows(emotion(clinic()), "arcs")
    assert (old["high"], old["high_at"], old["low"], old["low_at"]) == (3, "Be seen", -2, "Wait")
    assert (old["end"], old["peak_end"], old["mean"]) == (3, 3, 0)
    assert (young["low"], young["end"], young["peak_end"], young["mean"]) == (-3, 1, -1, 0)
    assert old["weighted"] == pytest.approx((-1 * 2 - 2 * 30 + 3 * 8) / 40)


def test_each_person_first_then_averaged():
    *_, alike, by_share = rows(emotion(clinic()), "arcs")
    assert alike["peak_end"] == (3 - 1) / 2
    assert by_share["peak_end"] == pytest.approx((3 * 0.6 - 1 * 0.2) / 0.8)


def test_without_everybodys_share_there_is_no_average_by_share():
    people = {"old": "Old", "young": {"name": "Young", "share": 0.2}}
    averages = [row for row in rows(emotion(clinic(personas=people)), "arcs")][2:]
    assert [row["persona"] for row in averages] == ["Average of 2"]


def test_a_step_off_the_main_path_is_shown_and_counts_in_no_arc():
    report = emotion(clinic())
    assert {row["main"] for row in rows(report, "steps") if row["id"] == "help"} == {False}
    assert all(row["low_at"] != "Ask for help" for row in rows(report, "arcs"))


def test_success_ease_and_emotion_stand_side_by_side():
    first = rows(emotion(clinic()), "steps")[0]
    assert (first["success"], first["ease"], first["emotion"]) == (6, 2, -1)


def test_gap_product_and_quadrant():
    parts = {(row["id"], row["persona"]): row for row in rows(emotion(clinic()), "parts")}
    assert parts["seen", "Old"]["experience"] == 8
    assert parts["seen", "Old"]["quadrant"] == "better than expected, pleasant"
    wait = parts["wait", "Young"]
    assert (wait["gap"], wait["experience"]) == (-4, None)
    assert wait["quadrant"] == "worse than expected, unpleasant"


def test_nothing_expected_is_said_and_has_no_gap():
    parts = {(row["id"], row["persona"]): row for row in rows(emotion(clinic()), "parts")}
    none = parts["seen", "Young"]
    assert (none["expectation"], none["gap"], none["quadrant"]) == ("nothing expected", None, None)


def test_every_average_has_its_weakest_link():
    links = {(row["persona"], row["measure"]): row for row in rows(emotion(clinic()), "weakest")}
    assert links["Old", "Ease"]["at"] == "Book"
    gap = links["Old", "Perceived less expected"]
    assert (gap["n"], gap["mean"], gap["lowest"], gap["at"]) == (2, -0.5, -3, "Wait")


def test_worst_moments_gaps_and_refused_products_are_found():
    report = emotion(clinic())
    found = {finding.code: finding for finding in report.findings}
    assert found["emotion.worst"].about == ("wait", "old", "young")
    assert "look good in 1 step" in str(found["emotion.signed"].message)
    assert "Young: worse than expected in “Wait” (−4)" in list(
        map(str, (f.message for f in report.findings))
    )
    assert found["emotion.derived-moments"].about == ("wait",)


def test_the_drawing_is_marked_where_it_peaks_and_ends():
    overlay = emotion(clinic()).overlay
    assert overlay is not None
    marked = {element: (mark.role, mark.badge) for element, mark in overlay.elements.items()}
    assert marked == {"books": ("info", "+"), "waits": ("warning", "−"), "is-seen": ("info", "+")}
    assert "worst moment: Young, −3" in str(overlay.elements["waits"].note)


def test_a_missing_end_leaves_no_peak_end_and_says_which_step():
    report = emotion(lived_once({"emotion": 1}, {"emotion": -2}, None))
    assert "so there is no peak-end figure" in sentences(report)
    [finding] = [f for f in report.findings if f.code == "emotion.no-end"]
    assert finding.about == ("s2",)
    assert "peak_end" not in rows(report, "arcs")[0]


def test_one_step_is_peak_and_end_at_once():
    assert "peak and end at once" in sentences(emotion(lived_once({"emotion": 2})))


def test_a_tie_takes_the_worse_and_says_so():
    report = emotion(lived_once({"emotion": 2}, {"emotion": -2}, {"emotion": 0}))
    assert "emotion.tied" in codes(report)
    assert rows(report, "arcs")[0]["peak_end"] == -1
    high = [{"persona": "a", "emotion": 2}, {"persona": "b", "emotion": 3}]
    low = [{"persona": "a", "emotion": -2}, {"persona": "b", "emotion": -3}]
    both = emotion(lived_once(high, low, personas={"a": "A", "b": "B"}))
    [tied] = [f for f in both.findings if f.code == "emotion.tied"]
    assert str(tied.message).startswith("A, B: best and worst moment are equally strong")


def test_of_many_arcs_the_summary_tells_those_with_the_worst_moments():
    felt = [{"persona": f"p{n}", "emotion": value} for n, value in enumerate([1, -1, 3, -3, 0, -2])]
    people = {f"p{n}": f"P{n}" for n in range(6)}
    told = list(map(str, emotion(lived_once(felt, personas=people)).summary))
    assert [sentence[:2] for sentence in told[:4]] == ["P3", "P5", "P1", "P4"]
    assert told[4] == "Arcs in the table beside these, none with a worse moment: 2."


def test_figures_are_told_with_their_scale():
    assert "Emotion is told from −3 to 3; 0 is neutral." in sentences(emotion(clinic()))
    assert "“Wait”, −4 on a scale from 1 to 10 (Young; no other step tells both)." in sentences(
        emotion(clinic())
    )
    named = emotion(lived_once({"emotion": {"happy": 4}}))
    assert "as a net, pleasant less unpleasant, from −5 to 5." in sentences(named)
    told = " ".join(map(str, named.method.cannot_tell))
    assert "so the net of those named is not called so" in told


def test_an_average_over_personas_names_the_one_it_hides():
    said = sentences(emotion(clinic()))
    assert "Over 2 personas: peak-end 1, the mean 0 (each counted alike); peak-end 2," in said
    assert "Weakest link of these averages: Young, peak-end −1." in said


def test_where_only_emotion_is_told_the_chart_has_it_and_the_table_the_rest():
    names = [table.name for table in emotion(lived_once({"emotion": 1})).tables]
    assert "steps" not in names
    aside = [
        {"step": "A", "customer": "a", "experience": {"emotion": 1}, "next": [
            {"to": "b", "probability": 0.1}, {"to": None, "probability": 0.9}]},
        {"step": "B", "customer": "b", "experience": {"emotion": -1}},
    ]  # fmt: skip
    [off] = rows(emotion(clinic(personas={}, phases={"P": aside})), "steps")
    assert (off["name"], off["emotion"]) == ("B", -1)


def test_what_holds_for_every_row_is_said_in_none():
    alone = emotion(lived_once({"emotion": 1, "ease": 3}))
    for table in alone.tables:
        assert not {"persona", "main", "blueprint"} & {column.key for column in table.columns}
    assert str(alone.tables[0].title) == "The arc along the main path"
    assert "persona" in rows(emotion(clinic()), "steps")[0]


def test_what_feels_alike_is_told_as_alike():
    report = emotion(lived_once({"emotion": -2}, {"emotion": 1}, {"emotion": -2}))
    assert "worst at “S0” and 1 more (−2)" in sentences(report)
    [worst] = [f for f in report.findings if f.code == "emotion.worst"]
    assert str(worst.message).endswith("Everybody (−2); just as low: “S2”")
    assert rows(report, "weakest")[0]["at"] == "S0 and 1 more"
    low = [{"persona": "a", "emotion": -1}, {"persona": "b", "emotion": -2}]
    more = [{"persona": "a", "emotion": -1}, {"persona": "b", "emotion": 1}]
    apart = emotion(lived_once(low, more, personas={"a": "A", "b": "B"}))
    [worst] = [f for f in apart.findings if f.code == "emotion.worst"]
    assert str(worst.message).endswith("A (−1), B (−2); just as low for some: “S1”")
    even = emotion(lived_once({"emotion": 1}, {"emotion": 1}))
    assert "all 2 steps told feel alike (1)" in sentences(even)
    assert rows(even, "weakest")[0]["at"] == "all alike"


def test_where_nothing_is_worse_than_expected_no_link_is_called_weak():
    met = emotion(lived_once({"emotion": 1, "expectation": 5, "perception": 7}))
    assert "Nothing is worse than expected; closest to it: “S0”, +2" in sentences(met)


@pytest.mark.parametrize(
    ("moments", "said"),
    [
        ([1], "There is 1 surprise, on a step that satisfies."),
        ([-1], "The 1 surprise does not count: its step is not known to satisfy."),
        ([1, 1], "There are 2 surprises, each on a step that satisfies."),
        ([1, -1], "Surprises that count, for their step satisfies: 1 of 2."),
    ],
)
def test_surprises_are_counted_in_words(moments, said):
    told = [{"emotion": value, "surprise": {"name": f"S{value}"}} for value in moments]
    assert said in sentences(emotion(lived_once(*told)))


def test_the_mean_weighted_by_duration_names_the_steps_that_tell_no_time():
    report = emotion(lived_once({"emotion": 1}, {"emotion": 2}))
    told = " ".join(map(str, report.method.cannot_tell))
    assert "no duration is told in “S0”, “S1”" in told
    assert "weighted by duration" not in " ".join(map(str, emotion(clinic()).method.cannot_tell))


def test_a_named_emotion_that_is_none_of_the_twenty_is_told_and_left_out():
    report = emotion(lived_once({"emotion": {"hapy": 4, "safe": 2}}, {"emotion": {"joyless": 1}}))
    found = [f for f in report.findings if f.code == "emotion.unknown-emotion"]
    assert [str(f.hint) for f in found] == [
        "did you mean “happy”?",
        "take one of the 20, or write emotion: as one figure",
    ]
    assert "“hapy” in “S0” is none of the 20 named emotions" in str(found[0].message)
    assert found[0].about == ("s0",)
    assert rows(report, "arcs")[0]["n"] == 1


def test_neutral_is_the_middle_of_a_scale_without_a_zero_inside():
    scales = {"emotion": [1, 7]}
    report = emotion(lived_once({"emotion": 6}, {"emotion": 3}, {"emotion": 4}, scales=scales))
    assert rows(report, "arcs")[0]["peak_end"] == 5
    assert "emotion.worst" in codes(report)


def test_a_figure_off_its_scale_is_refused():
    with pytest.raises(BlueprintError, match="experience.0.emotion: 5 is not on the scale"):
        emotion(lived_once({"emotion": 5}))


def test_a_named_emotion_off_its_scale_is_told_and_left_out():
    report = emotion(lived_once({"emotion": {"happy": 9}}, {"emotion": {"happy": 1}}))
    [finding] = [f for f in report.findings if f.code == "emotion.off-scale"]
    assert "“S0”: the emotion “happy” 9 lies outside" in str(finding.message)
    assert finding.about == ("s0",)
    assert rows(report, "arcs")[0]["n"] == 1


def test_named_emotions_are_an_arc_of_their_own_and_never_mixed_with_figures():
    named = emotion(lived_once({"emotion": {"happy": 4, "hurried": 1}}, {"emotion": {"safe": 2}}))
    [arc] = rows(named, "arcs")
    assert (arc["basis"], arc["high"], arc["end"]) == ("named emotions, net", 3, 2)
    mixed = emotion(lived_once({"emotion": {"happy": 4}}, {"emotion": -1}))
    [arc] = rows(mixed, "arcs")
    assert (arc["n"], arc["high"]) == (1, -1)
    assert "1 are not in the arc" in " ".join(map(str, mixed.method.cannot_tell))


def test_an_intensity_scale_below_zero_refuses_the_product():
    moment = {"expectation": 5, "perception": 3, "intensity": -2}
    report = emotion(lived_once(moment, scales={"intensity": [-5, 5]}))
    assert "emotion.negative-intensity" in codes(report)
    assert "experience" not in rows(report, "parts")[0]


def test_a_surprise_counts_only_on_a_step_that_satisfies():
    surprise = {"name": "A sweet", "kinds": ["creative"]}
    bad = emotion(
        lived_once({"emotion": 1, "expectation": 5, "perception": 4, "surprise": surprise})
    )
    assert rows(bad, "surprises")[0]["counts"] is False
    assert {"emotion.surprise-misplaced", "emotion.surprise-unprepared"} <= set(codes(bad))
    good = emotion(clinic())
    assert [(row["counts"], row["prepared"]) for row in rows(good, "surprises")] == [(True, True)]
    silent = emotion(lived_once({"surprise": surprise}))
    assert rows(silent, "surprises")[0]["counts"] == "cannot tell"
    assert "emotion.surprise-misplaced" not in codes(silent)


def test_many_surprises_with_one_fault_are_told_once():
    moments = [{"emotion": -1, "surprise": {"name": f"Sweet {n}"}} for n in range(7)]
    report = emotion(lived_once(*moments))
    told = {f.code: str(f.message) for f in report.findings if "surprise" in f.code}
    assert len([f for f in report.findings if "surprise" in f.code]) == 2
    assert told["emotion.surprise-unprepared"].startswith(
        "Surprises that nobody prepares backstage: “Sweet 0” in “S0”, “Sweet 1” in “S1”,"
    )
    assert told["emotion.surprise-misplaced"].endswith("“Sweet 4” in “S4” and 2 more")
    [one] = [
        str(f.message)
        for f in emotion(lived_once(*moments[:1])).findings
        if f.code == "emotion.surprise-unprepared"
    ]
    assert one == "The surprise “Sweet 0” in “S0” is prepared by nobody backstage"


def test_what_everybody_lives_is_told_of_those_who_say_nothing_else():
    source = clinic()
    [lives] = lives_of(graph_of(source))
    assert [person.id for person in lives.people] == [
        "old",
        "young",
    ]
    assert [person.moments[3].emotion for person in lives.people] == [-3, -3]
    third = clinic(personas={"old": "Old", "young": "Young", "third": "Third"})
    [lives] = lives_of(graph_of(third))
    assert [str(person.name) for person in lives.people] == ["Old", "Young", "Everybody else"]


def test_how_long_a_step_takes():
    assert length_of(Step(step="A", time={"actual": "3 min"}, customer="X")) == 180
    two = [{"name": "X", "duration": "10 s"}, {"name": "Y", "time": {"actual": "5 s"}}]
    assert length_of(Step(step="A", customer=two)) == 15
    assert length_of(Step(step="A", customer=[{"name": "X", "duration": "10 s"}, "Y"])) is None


def test_where_nothing_is_told_it_cannot_tell():
    for source in (nothing(), plain(), lived_once(None, None)):
        report = emotion(source)
        assert "Cannot tell how customers feel" in sentences(report)
        assert report.tables == ()
        assert report.charts == ()


def test_the_chart_has_one_line_per_persona_and_gaps_where_nothing_is_told():
    [chart] = emotion(clinic()).charts
    assert chart.kind == "lines"
    assert [str(series.name) for series in chart.series] == ["Old", "Young"]
    [chart] = emotion(lived_once({"emotion": 1}, None, {"emotion": 2})).charts
    assert [point.y for point in chart.series[0].points] == [1, None, 2]


def test_in_a_workspace_every_blueprint_has_its_own_arcs():
    report = emotion(load_workspace("examples/one_day_delivery"))
    assert len({chart.name for chart in report.charts}) == len(report.charts)
    assert report.summary


def test_steps_that_go_round_in_a_circle_are_answered():
    steps = [
        {"step": "A", "customer": "a", "experience": {"emotion": 1}, "next": "b"},
        {"step": "B", "customer": "b", "experience": {"emotion": -1}, "next": "a"},
    ]
    assert emotion(clinic(personas={}, phases={"P": steps})).summary


def test_the_scales_are_those_of_the_blueprint():
    assert Scales().emotion == (-3, 3)
    [chart] = emotion(lived_once({"emotion": 40}, scales={"emotion": [0, 100]})).charts
    assert str(chart.up) == "Emotion, 0 to 100"
