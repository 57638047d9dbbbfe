"""Constructors take the same shorthand as the file."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from blueprint.model import (
    Blueprint,
    CustomerAction,
    Department,
    Evidence,
    FrozenMap,
    LaneAction,
    LinkTo,
    Phase,
    Promise,
    Step,
    SupportAction,
)


def test_an_action_is_its_name_or_a_mapping_and_one_may_stand_without_its_list():
    assert Step(customer="Arrive", evidence=["Sign"]) == Step(
        customer=[CustomerAction(name="Arrive")], evidence=[Evidence(name="Sign")]
    )


def test_phases_may_be_a_mapping_of_titles_to_steps():
    short = Blueprint(blueprint="Stay", phases={"Arrival": [{"customer": "Arrive"}]})
    long = Blueprint(
        blueprint="Stay",
        phases=[Phase(phase="Arrival", steps=[Step(customer=CustomerAction(name="Arrive"))])],
    )
    assert short == long
    assert hash(short) == hash(long)


def test_one_system_may_be_written_as_system():
    assert SupportAction(name="Reserves", system="wms").systems == ("wms",)
    with pytest.raises(ValidationError):
        SupportAction(name="Reserves", system="wms", systems=["tracking"])


def test_a_label_in_several_languages_may_stand_for_a_whole_element():
    it = Department.model_validate({"en": "IT", "zh": "信息部"})
    assert it.name == FrozenMap({"en": "IT", "zh": "信息部"})


def test_needs_written_empty_differs_from_needs_not_written():
    assert SupportAction(name="a").needs is None
    assert SupportAction(name="a", needs=[]).needs == ()
    assert SupportAction(name="a", needs="b").needs == (LinkTo(to="b"),)


def test_an_added_lane_is_written_under_its_own_name():
    step = Step.model_validate({"step": "Ship", "partner": "Carries it"})
    assert step.lanes["partner"] == (LaneAction(name="Carries it", lane="partner"),)


def test_personas_are_ids_of_the_catalog_or_definitions():
    named = Blueprint(blueprint="Stay", personas=["guest"])
    assert named.personas == FrozenMap({"guest": None})
    defined = Blueprint(blueprint="Stay", personas={"guest": "Guest"})
    assert defined.personas["guest"].name == "Guest"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("price", "12"),
        ("price", True),
        ("price", float("nan")),
        ("price", float("inf")),
        ("state", "maybe"),
        ("blueprint", ""),
        ("blueprint", "bell \x07"),
        ("unknown", 1),
    ],
)
def test_wrong_values_are_refused(field, value):
    with pytest.raises(ValidationError):
        Blueprint.model_validate({"blueprint": "Stay", field: value})


def test_values_are_frozen_through_and_through():
    stay = Blueprint(blueprint="Stay", departments={"it": "IT"})
    with pytest.raises(ValidationError):
        stay.blueprint = "Other"
    with pytest.raises(TypeError):
        stay.departments["hr"] = Department(name="HR")
    assert {stay: 1}[Blueprint(blueprint="Stay", departments={"it": "IT"})] == 1


def test_a_promise_is_its_text():
    assert Promise.model_validate("Tomorrow at your door").text == "Tomorrow at your door"
