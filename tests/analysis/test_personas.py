"""Personas: what is known of them, their goals, their journeys, on cases worked out by hand."""

from __future__ import annotations

import pytest

from blueprint.analysis.analysing import analyse
from blueprint.analysis.experience.completeness import FIELDS, completeness
from blueprint.analysis.experience.side_by_side import waiting
from blueprint.files import load_workspace
from blueprint.model import Persona, Step
from tests.analysis.lives import clinic, lived_once, old
from tests.analysis.small import codes, nothing, plain, rows, sentences


def personas(source):
    return analyse(source, "personas")


def test_six_fields_and_two_goals():
    known = completeness(Persona.model_validate(old()))
    assert (known.complete, known.missing) == (6, ())
    assert len(FIELDS) == 6


@pytest.mark.parametrize(
    ("field", "of"),
    [
        ("location", "age-and-place"),
        ("turn_offs", "turn-ons-and-turn-offs"),
        ("devices", "devices"),
    ],
)
def test_half_a_field_is_not_complete(field, of):
    without = {key: value for key, value in old().items() if key != field}
    known = completeness(Persona.model_validate(without))
    assert (known.complete, known.fields[of], known.missing) == (5, False, (field,))


def test_who_is_not_complete_is_told_with_what_is_missing():
    report = personas(clinic())
    assert "Personas described in full, with six fields and both goals: 1 of 2." in sentences(
        report
    )
    [finding] = [f for f in report.findings if f.code == "personas.incomplete"]
    assert finding.about == ("young",)
    assert "0 of 6 fields and 0 of 2 goals" in str(finding.message)
    assert str(finding.message).endswith("behaviour, functional goal, emotional goal")
    assert str(finding.hint).endswith("behaviours:, goals: functional:, goals: emotional:")


def test_goals_and_where_they_are_met():
    report = personas(clinic())
    functional, emotional = rows(report, "goals")
    assert (functional["met"], functional["satisfied"]) == ("“Be seen”", True)
    assert (emotional["met"], emotional["satisfied"]) == (None, None)
    assert "Goals with a step that is to meet them: 1 of 2." in sentences(report)
    [finding] = [f for f in report.findings if f.code == "personas.goal-nowhere"]
    assert "“To be taken seriously” (emotional goal)" in str(finding.message)


def test_a_goal_to_be_met_where_the_persona_is_not_satisfied_is_found():
    goals = {"functional": {"text": "Peace", "met_by": ["wait"]}}
    report = personas(clinic(personas={"old": old(goals=goals), "young": "Young"}))
    [finding] = [f for f in report.findings if f.code == "personas.goal-unsatisfied"]
    assert finding.about == ("old", "wait")
    assert "Every goal has a step that is to meet it." in sentences(report)
    unmet = personas(clinic(personas={"old": old(goals={"functional": "Peace"}), "young": "Young"}))
    assert "No goal has a step that is to meet it." in sentences(unmet)
    both = {"functional": {"text": "Peace", "met_by": ["wait", "seen"]}}
    report = personas(clinic(personas={"old": old(goals=both), "young": "Young"}))
    assert "personas.goal-unsatisfied" not in codes(report)
    assert rows(report, "goals")[0]["satisfied"] == "not in “Wait”"


def test_journeys_side_by_side():
    first, second = rows(personas(clinic()), "journeys")
    assert (first["steps"], first["touchpoints"], first["channels"]) == (3, 2, 2)
    assert (first["preferred"], second["preferred"]) == (1, None)
    assert (first["peak_end"], second["peak_end"]) == (3, -1)
    assert (first["time"], first["untimed"]) == (40, 0)
    assert (first["low_at"], second["low"]) == ("Wait", -3)


def test_a_wait_longer_than_the_patience_is_found():
    phases = {"P": [{"step": "Queue", "customer": "Waits", "time": {"waiting": "30 min"}}]}
    report = personas(clinic(personas={"old": old(patience="10 min", goals=None)}, phases=phases))
    assert "personas.patience" not in codes(personas(clinic()))
    [finding] = [f for f in report.findings if f.code == "personas.patience"]
    said = "Old: patience ends after 10 min, but the wait in “Queue” is 30 min"
    assert str(finding.message) == said


def test_waits_of_the_customer_add_up_where_the_step_tells_none():
    acts = [{"name": name, "time": {"waiting": "5 min"}} for name in "XY"]
    assert waiting(Step(step="A", customer=acts)) == 600
    assert waiting(Step(step="A", customer=acts, time={"waiting": "1 min"})) == 60
    assert waiting(Step(step="A", customer="X", time={"actual": "1 min"})) is None


def test_shares_above_the_whole_are_found():
    people = {"old": old(share="70%"), "young": {"name": "Young", "share": "40%"}}
    [finding] = [
        f for f in personas(clinic(personas=people)).findings if f.code == "personas.shares"
    ]
    assert "add up to 110 %" in str(finding.message)
    assert "personas.shares" not in codes(personas(clinic()))


@pytest.mark.parametrize(("n", "hinted"), [(1, True), (3, True), (4, False), (8, False), (9, True)])
def test_four_to_eight_are_usual(n, hinted):
    people = {f"p{i}": f"P{i}" for i in range(n)}
    report = personas(lived_once({"emotion": 1}, personas=people))
    assert ("personas.number" in codes(report)) is hinted
    assert all(f.severity == "info" for f in report.findings if f.code == "personas.number")


def test_personas_are_compared_where_they_feel_differently():
    report = personas(clinic())
    [chart] = report.charts
    assert [str(point.label) for point in chart.series[1].points] == ["Old", "Young"]
    assert [point.y for point in chart.series[1].points] == [3, -1]
    assert "feels best" not in sentences(report)
    apart = [{"persona": "a", "emotion": 2}, {"persona": "b", "emotion": -1}]
    said = sentences(personas(lived_once(apart, personas={"a": "A", "b": "B"})))
    assert (
        "“Lived” feels best for A (mean 2) and worst for B (mean −1), on a scale from −3 to 3."
        in said
    )
    alike = personas(lived_once({"emotion": 1}, personas={"a": "A", "b": "B"}))
    assert alike.charts == ()
    assert "feels best" not in sentences(alike)


def test_where_nobody_is_named_it_cannot_tell():
    for source in (nothing(), plain(), lived_once({"emotion": 1})):
        report = personas(source)
        assert "Cannot tell whose journey it is" in sentences(report)
        assert report.findings == ()


def test_personas_of_a_catalog_are_compared_in_every_blueprint():
    report = personas(load_workspace("examples/one_day_delivery"))
    journeys = rows(report, "journeys")
    assert len(journeys) == 2 * len({row["blueprint"] for row in journeys})
    assert "“Receive the parcel”" in str(rows(report, "goals"))


def test_how_many_are_described_in_full_is_said_in_words():
    said = [
        str(personas(clinic(personas={"old": old(), "young": old(), **more})).summary[0])
        for more in ({}, {"third": old()})
    ]
    assert said == [
        "Both personas are described in full: six fields and both goals.",
        "All 3 personas are described in full: six fields and both goals.",
    ]
    phases = {"P": [{"step": "Be seen", "id": "seen", "customer": "Is seen"}]}
    channels = {"desk": "Desk", "phone": "Phone"}
    alone = lived_once(personas={"old": old()}, phases=phases, channels=channels)
    assert sentences(personas(alone)).startswith("The one persona is described in full:")


def test_devices_may_be_said_in_several_languages():
    known = completeness(Persona.model_validate(old(devices=[{"en": "Phone", "zh": "手机"}])))
    assert (known.complete, known.missing) == (6, ())
