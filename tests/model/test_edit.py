"""Editing gives a new blueprint, by id, and leaves the old one as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.errors import BlueprintError, ReferenceNotFoundError
from blueprint.graph import graph_of
from blueprint.model import Blueprint, Department, FrontstageAction, Phase, Step
from tests.strategies import blueprints


@pytest.fixture
def stay():
    return Blueprint.model_validate(
        {
            "blueprint": "Stay",
            "departments": {"desk": "Desk"},
            "lanes": [{"id": "partner", "after": "backstage"}],
            "phases": {
                "Arrival": [
                    {"customer": "Arrive", "partner": "Taxi"},
                    {
                        "step": "Check-in",
                        "customer": "Check in",
                        "frontstage": {"name": "Register", "department": "desk"},
                    },
                ]
            },
        }
    )


def test_replace_changes_one_field_and_keeps_every_id(stay):
    edited = stay.replace("register", name="Welcome", duration="3 min")
    assert list(edited.names.actions) == list(stay.names.actions)
    assert edited.names.actions["register"].action.name == "Welcome"
    assert stay.names.actions["register"].action.name == "Register"


def test_replace_of_a_name_with_the_same_id_writes_no_id(stay):
    assert stay.replace("register", name="Register!").names.actions["register"].action.id is None


def test_replace_takes_shorthand_and_refuses_what_the_file_would(stay):
    edited = stay.replace("check-in", evidence="Key")
    assert "key" in edited.names.actions
    with pytest.raises(BlueprintError, match="duration"):
        stay.replace("register", duration="1 month")
    with pytest.raises(BlueprintError):
        stay.replace("register", nonsense=1)


def test_add_puts_steps_actions_phases_and_elements(stay):
    assert list(stay.add(Step(customer="Go up"), to="arrival").names.steps)[-1] == "go-up"
    assert (
        list(stay.add(Step(customer="Go up"), after="arrive", to="arrival").names.steps)[1]
        == "go-up"
    )
    assert "smile" in stay.add(FrontstageAction(name="Smile"), to="check-in").names.actions
    assert "smile" in stay.add("Smile", to="check-in", lane="backstage").names.actions
    assert "bus" in stay.add("Bus", to="arrive", lane="partner").names.actions
    assert list(stay.add(Phase(phase="Leave")).names.phases) == ["arrival", "leave"]
    assert list(stay.add(Department(name="Bell staff")).departments) == ["desk", "bell-staff"]
    assert stay.add("IT", kind="departments", id="it").departments["it"].name == "IT"


def test_remove_takes_out_what_an_id_means(stay):
    assert "register" not in stay.remove("register").names.actions
    assert "taxi" not in stay.remove("taxi").names.actions
    assert list(stay.remove("arrive").names.steps) == ["check-in"]
    assert not stay.remove("desk").departments
    assert not stay.remove("arrival").phases


def test_removing_what_others_name_is_noticed_when_it_matters(stay):
    with pytest.raises(BlueprintError, match="desk"):
        graph_of(stay.remove("desk"))


@pytest.mark.parametrize("missing", ["nobody", "", "check in"])
def test_unknown_ids_are_refused(stay, missing):
    with pytest.raises(ReferenceNotFoundError):
        stay.remove(missing)
    with pytest.raises(ReferenceNotFoundError):
        stay.replace(missing, note="x")


def test_a_bare_name_that_means_two_is_refused_with_both():
    twice = Blueprint.model_validate(
        {
            "blueprint": "S",
            "phases": {"A": [{"step": "In", "support": "PMS"}, {"step": "Out", "support": "PMS"}]},
        }
    )
    with pytest.raises(ReferenceNotFoundError, match=r"in\.pms, out\.pms"):
        twice.remove("pms")


def test_taken_ids_and_wrong_places_are_refused(stay):
    with pytest.raises(BlueprintError, match="taken"):
        stay.add(Department(name="Desk"))
    with pytest.raises(BlueprintError, match="kind of element"):
        stay.add("X", kind="desks")
    with pytest.raises(BlueprintError, match="which lane"):
        stay.add("X", to="check-in")
    with pytest.raises(BlueprintError, match="does not stand where"):
        stay.add(FrontstageAction(name="Smile"), to="check-in", after="taxi")


@given(blueprints(), st.data())
def test_adding_and_removing_an_action_gives_back_an_equal_blueprint(plain, data):
    before = Blueprint.model_validate(plain)
    step = data.draw(st.sampled_from(sorted(before.names.steps)))
    copy = Blueprint.model_validate(plain)
    more = before.add({"name": "Zzz", "id": "zzz-new"}, to=step, lane="support")
    assert before == copy
    assert more != before
    assert more.remove("zzz-new") == before
