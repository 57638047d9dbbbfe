"""Ids are made from names; where names repeat, the step stands in front, and nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given

from blueprint.model import Blueprint, slug
from tests.strategies import awkward_texts, blueprints


def made(phases, **rest):
    return Blueprint.model_validate({"blueprint": "Stay", "phases": phases, **rest})


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Check in", "check-in"),
        ("  Check-in & go!  ", "check-in-go"),
        ("办理入住", "办理入住"),
        ("ＡＢＣ　１２", "abc-12"),
        ("Straße", "strasse"),
        ("★ ★", ""),
        ("Ünï-Cödé", "ünï-cödé"),
        ("snake_case", "snake-case"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_a_name_becomes_an_id(name, id_):
    assert slug(name) == id_


@given(awkward_texts)
def test_making_an_id_again_changes_nothing(text):
    assert slug(slug(text)) == slug(text)


def test_the_step_owns_the_id_and_its_customer_action_is_told_apart():
    names = made(
        {"Arrival": [{"customer": "Arrive"}, {"step": "Check-in", "customer": "Check in"}]}
    ).names
    assert list(names.steps) == ["arrive", "check-in"]
    assert list(names.actions) == ["arrive.customer", "check-in.customer"]


def test_repeated_actions_get_their_step_and_the_bare_name_means_nobody():
    names = made(
        {
            "Stay": [
                {"customer": "Check in", "support": "Registration system"},
                {"customer": "Check out", "support": "Registration system"},
            ]
        }
    ).names
    assert names.find_actions("registration-system") == (
        "check-in.registration-system",
        "check-out.registration-system",
    )
    assert names.find_actions("check-out.registration-system") == ("check-out.registration-system",)


def test_repeated_steps_get_their_phase():
    names = made({"Day 1": [{"step": "Eat"}], "Day 2": [{"step": "Eat"}]}).names
    assert list(names.steps) == ["day-1.eat", "day-2.eat"]
    assert names.find_steps("eat") == ("day-1.eat", "day-2.eat")


def test_an_id_that_is_unique_may_still_be_written_with_its_step():
    names = made({"Stay": [{"customer": "Check in", "support": "PMS"}]}).names
    assert names.find_actions("check-in.pms") == ("pms",)


def test_an_action_named_like_something_defined_gets_its_step():
    names = made({"Stay": [{"customer": "Pay", "support": "Till"}]}, systems={"till": "Till"}).names
    assert list(names.actions) == ["pay.customer", "pay.till"]
    assert names.find_actions("till") == ("pay.till",)
    assert names.find("till") == ("till",)


def test_a_step_means_its_lead_action_and_an_action_its_step():
    names = made(
        {
            "Stay": [
                {"step": "Eat", "customer": ["Sit", "Order"], "frontstage": "Serve"},
                {"step": "Clean", "evidence": "Mop", "backstage": "Sweep", "support": "Plan"},
            ]
        }
    ).names
    assert names.find_actions("eat") == ("order",)
    assert names.find_actions("clean") == ("sweep",)
    assert names.find_steps("serve") == ("eat",)


@pytest.mark.parametrize(
    "phases",
    [
        {"Stay": [{"customer": "★"}]},
        {"Stay": [{"step": "Eat", "frontstage": "Serve", "backstage": "Serve"}]},
        {"Stay": [{"step": "Eat", "frontstage": ["Serve", "serve"]}]},
        {"Stay": [{"step": "Eat"}, {"step": "ＥＡＴ"}]},
    ],
)
def test_an_empty_or_equal_id_asks_for_one(phases):
    assert made(phases).names.clashes


@given(blueprints())
def test_every_id_is_unique_and_means_itself(plain):
    blueprint = Blueprint.model_validate(plain)
    names = blueprint.names
    assert not names.clashes
    everything = [*names.phases, *names.steps, *names.actions, *names.elements]
    assert len(everything) == len(set(everything))
    for action in names.actions:
        assert names.find_actions(action) == (action,)
    for step in names.steps:
        assert names.find_steps(step) == (step,)
