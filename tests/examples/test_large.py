"""The two large examples are as large as they are meant to be, and every format draws them."""

from __future__ import annotations

import html
from functools import cache
from pathlib import Path

import pytest

import blueprint
from blueprint.layout.show import view_of
from blueprint.model import Blueprint, said

EXAMPLES = Path(__file__).parents[2] / "examples"
LARGE = ("bank_loan", "public_service")
TEXTS = ("svg", "html", "dot", "dot-pinned", "mmd", "md", "json")


@cache
def example(name: str) -> Blueprint:
    return blueprint.load(EXAMPLES / f"{name}.blueprint.yaml")


def ways_back(made: Blueprint) -> dict[tuple[str, str], float | None]:
    place = {step: n for n, step in enumerate(made.names.steps)}
    return {
        (step, link.to): link.probability
        for step, named in made.names.steps.items()
        for link in named.step.next or ()
        if link.to is not None and place[link.to] < place[step]
    }


def test_the_bank_loan_is_drawn_in_twelve_lanes() -> None:
    lanes = [lane.id for lane in view_of(example("bank_loan")).lanes]
    assert len(lanes) == 12
    assert lanes.index("customer") < lanes.index("intermediary") < lanes.index("frontstage")
    assert lanes.index("backstage") < lanes.index("risk-desk") < lanes.index("legal-desk")


def test_the_bank_loan_goes_back_in_three_places_under_a_condition() -> None:
    made = example("bank_loan")
    assert ways_back(made) == {
        ("file-is-checked", "gather-documents"): 0.35,
        ("home-is-valued", "agree-the-amount"): 0.15,
        ("meet-the-conditions", "sign-the-contract"): 0.08,
    }
    for step, to in ways_back(made):
        ways = made.names.steps[step].step.next or ()
        assert next(way.when for way in ways if way.to == to)
        assert sum(way.probability or 0 for way in ways) == pytest.approx(1)


def test_the_public_service_has_forty_steps_in_eight_phases() -> None:
    made = example("public_service")
    assert len(made.names.steps) == 40
    assert len(made.phases) == 8
    assert 150 <= len(made.names.actions) <= 250
    assert set(ways_back(made)) == {
        ("bring-what-is-missing", "register-the-birth"),
        ("answer-a-query", "wait-for-the-decision"),
    }


@pytest.mark.parametrize("name", LARGE)
def test_the_source_says_that_the_figures_are_illustrative(name: str) -> None:
    source = example(name).source
    assert source is not None
    assert "Illustrative" in said(source, "en")
    assert "示例" in said(source, "zh")


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_text_format_says_what_the_customer_does(name: str, form: str, lang: str) -> None:
    made = example(name)
    drawn = blueprint.draw(made, form, lang=lang)
    assert isinstance(drawn, str)
    shown = "".join(html.unescape(drawn).split())
    for action in (action for step in made.steps for action in step.customer):
        assert "".join(said(action.name, lang).split()) in shown
