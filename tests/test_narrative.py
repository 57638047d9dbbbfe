"""The narrative: every card, sign and way on is told, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import blueprint
from blueprint.layout.narrative import Narrative, narrative
from blueprint.layout.show import view_of
from blueprint.model import Blueprint
from tests.strategies import blueprints

DATA = Path(__file__).parent / "data"


def told(lang: str = "en") -> Narrative:
    return narrative(view_of(blueprint.load(str(DATA / "everything.blueprint.yaml")), lang=lang))


def sentences(story: Narrative) -> list[str]:
    return [text for phase in story.phases for step in phase.steps for text in step.sentences]


def test_a_step_is_told_lane_by_lane_with_who_does_what() -> None:
    step = told().phases[0].steps[0]
    assert step.sentences[:5] == (
        "The customer meets: Order page.",
        "The customer: Places the order (App).",
        "In view of the customer: Confirms the order (Marketing, technology, App).",
        "Out of the customer's view: Checks stock (Operations).",
        "In support: Reserves stock (Logistics).",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "“Places the order”: Moment of truth: purchase, importance 5 of 5, owner: Marketing, "
            "standard: Two taps."
        ),
        "“Places the order”: Pain: Address typed twice.",
        "“Waits”: Waits 14 h.",
        "Emotion: 2 on a scale from −3 to 3.",
        "“Confirms the order” sets off “Packs”.",
        "“Corrects address” mends what goes wrong in “Confirms the order”.",
        "“Packs” prepares “Takes the parcel”.",
        "Then: step 5, Asks for help (5 % · Damaged).",
        "The journey ends here.",
        "Partner: Luban calls back (Luban installers, proposed).",
        (
            "Out of the customer's view: Packs (Logistics, until step 3, Waits); "
            "Corrects address (Customer care)."
        ),
    ],
)
def test_signs_links_and_ways_on_are_told(sentence: str) -> None:
    assert sentence in sentences(told())


def test_links_of_one_kind_are_told_together() -> None:
    source = Blueprint.model_validate(
        {"blueprint": "S", "phases": {"P": [{"customer": "A", "frontstage": ["B", "C"]}]}}
    )
    assert "“A” meets “B”, “C”." in sentences(narrative(view_of(source)))


def test_chinese_reads_as_chinese() -> None:
    story = told("zh")
    assert "共 2 个阶段、5 个步骤" in story.opening[1]
    assert "顾客：Places the order（App）。" in sentences(story)
    assert all(text.endswith("。") for text in sentences(story))


@given(blueprints())
def test_every_card_of_any_blueprint_is_told_in_its_step(plain: dict[str, Any]) -> None:
    view = view_of(Blueprint.model_validate(plain))
    steps = [step for phase in narrative(view).phases for step in phase.steps]
    assert [step.id for step in steps] == [step.id for step in view.steps]
    for card in view.cards:
        assert card.name in " ".join(steps[card.step].sentences)


def test_a_name_that_ends_with_a_stop_ends_its_sentence() -> None:
    stay = Blueprint.model_validate(
        {"blueprint": "Stay", "phases": {"All": [{"customer": "Waits for no. 7, etc."}]}}
    )
    told = [said for step in narrative(view_of(stay)).phases[0].steps for said in step.sentences]
    assert told[0] == "The customer: Waits for no. 7, etc."
