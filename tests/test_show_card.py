"""What a card says of its action: every field of the model is on it, in its sentence or its details."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from blueprint.layout import layout
from blueprint.layout.scene import SceneCard
from blueprint.layout.show import view_of
from blueprint.layout.view import Card, Remark, View
from blueprint.model import (
    Act,
    Blueprint,
    CustomerAction,
    Evidence,
    Experience,
    FailPoint,
    MomentOfTruth,
    Pain,
    Step,
    Surprise,
    System,
    Time,
)
from tests.test_show import card_of, made

SHARED: dict[str, Any] = {
    "departments": {"care": "Customer care"},
    "systems": {
        "web": "Web shop",
        "wms": {"name": "Warehouse", "legacy": True},
        "next": {"name": "Tracking", "status": "proposed"},
    },
    "channels": {"app": {"name": "App", "kind": "mobile"}},
    "knowledge": {"times": "Delivery times"},
    "personas": {"parent": "Busy parent"},
    "metrics": {"nev": {"name": "Emotion", "kind": "nev"}},
}

ON_CARD: dict[str, dict[str, Any]] = {
    "BaseAction": {
        "status": "proposed",
        "until": "later",
        "note": "Being tested",
        "tags": "pilot",
        "links": "https://example.org",
    },
    "Act": {
        "actor": "technology",
        "department": "care",
        "systems": "web",
        "channels": "app",
        "knowledge": "times",
        "needs": "deep",
        "triggers": "deep",
        "duration": "3 min",
        "complete_accurate": 0.9,
        "standard": "Two taps",
        "discretion": False,
        "approved_by": "care",
        "decides": True,
        "moment_of_truth": "purchase",
        "pain": "Typed twice",
        "fails": "Lost",
        "time": {"waiting": "3 min"},
    },
    "CustomerAction": {
        "participation": "joint",
        "effort": "2 min",
        "money": 12,
        "asks": "address",
    },
    "Step": {
        "channels": "app",
        "moment_of_truth": "purchase",
        "time": {"promised": "1 min", "actual": "2 min"},
        "fails": "Lost",
        "note": "Being tested",
        "tags": "pilot",
        "links": "https://example.org",
    },
}
"""Fields told on the card itself, by their class, each with a value."""

IN_DETAILS: dict[str, dict[str, Any]] = {
    "BaseAction": {"same_as": "deep"},
    "Evidence": {"kind": "document", "place": "Desk"},
    "Act": {
        "role": "Clerk",
        "cost": 2,
        "stance": "proactive",
        "notice": {"chosen_by": "customer"},
    },
    "Step": {
        "hours": {"book": "08:00-12:00"},
        "carries_context": ["identity"],
        "feedback": "nev",
        "stance": "proactive",
        "next": "later",
    },
}
"""Fields that are one click away."""

ELSEWHERE = {
    "BaseAction": {"name", "id", "lane"},
    "Step": {"step", "id", "evidence", "customer", "frontstage", "backstage", "support", "lanes",
             "experience"},
}  # fmt: skip
"""Fields that are the element itself or its place; an experience's parts are tested below."""

CLASSES: dict[str, type] = {
    "BaseAction": Evidence.__mro__[1],
    "Evidence": Evidence,
    "Act": Act,
    "CustomerAction": CustomerAction,
    "Step": Step,
}


def own_fields(name: str) -> set[str]:
    """Return the fields that a class adds to those it is made from."""
    cls = CLASSES[name]
    inherited = {field for base in cls.__mro__[1:] for field in getattr(base, "model_fields", {})}
    return set(cls.model_fields) - inherited - ELSEWHERE["BaseAction"] - ELSEWHERE.get(name, set())


@pytest.mark.parametrize("name", CLASSES)
def test_it_is_known_of_every_field_where_it_is_told(name: str) -> None:
    told = {**ON_CARD.get(name, {}), **IN_DETAILS.get(name, {})}
    assert set(told) == own_fields(name)


def source(said: dict[str, Any], lane: str) -> Blueprint:
    """Return a blueprint whose first step has an action that says something."""
    named = {"name": "Main", **said}
    first: dict[str, Any] = {"step": "First", "customer": {"name": "Arrive", "needs": []}}
    first = {**first, **said} if lane == "step" else {**first, lane: named}
    later = {"step": "Later", "id": "later", "backstage": {"name": "Deep", "id": "deep"}}
    return made(**SHARED, phases={"All": [first, later]})


def shown(blueprint: Blueprint) -> tuple[View, Card, SceneCard]:
    """Return the view, and the first step's main card in view and scene, in full."""
    view = replace(view_of(blueprint), detail="full")
    name = "Main" if any(card.name == "Main" for card in view.cards) else "Arrive"
    card = card_of(view, name)
    return view, card, layout(view).cards[view.cards.index(card)]


def lane_of(name: str) -> str:
    """Return where an action of a class stands."""
    return {"Evidence": "evidence", "Step": "step", "CustomerAction": "customer"}.get(
        name, "frontstage"
    )


def cases(table: dict[str, dict[str, Any]]) -> list[tuple[str, str, Any]]:
    """Return class, field and value of every entry."""
    return [
        (name, field, value) for name, fields in table.items() for field, value in fields.items()
    ]


@pytest.mark.parametrize(("name", "field", "value"), cases(ON_CARD))
def test_what_decides_is_seen_on_the_card_or_its_links(name: str, field: str, value: Any) -> None:
    lane = lane_of(name)
    view, card, drawn = shown(source({field: value}, lane))
    without_view, without, before = shown(source({}, lane))
    seen = (drawn.status_word, drawn.icon, drawn.until, drawn.lane, drawn.actor, drawn.badges,
            drawn.remarks, drawn.chips, drawn.owner, drawn.pins, drawn.channels)  # fmt: skip
    bare = (before.status_word, before.icon, before.until, before.lane, before.actor, before.badges,
            before.remarks, before.chips, before.owner, before.pins, before.channels)  # fmt: skip
    assert seen != bare or view.edges != without_view.edges
    if lane != "step":
        assert card.fields != without.fields


@pytest.mark.parametrize(("name", "field", "value"), cases(IN_DETAILS))
def test_all_else_is_one_click_away(name: str, field: str, value: Any) -> None:
    lane = lane_of(name)
    view, card, _ = shown(source({field: value}, lane))
    without_view, without, _ = shown(source({}, lane))
    if lane == "step":
        assert view.steps[0].fields != without_view.steps[0].fields
    else:
        assert card.fields != without.fields


PARTS: dict[type, dict[str, Any]] = {
    MomentOfTruth: {
        "kind": "purchase",
        "importance": 5,
        "owner": "care",
        "standard": "Two taps",
        "note": "It is the first",
    },
    FailPoint: {
        "name": "Lost",
        "id": "lost",
        "at": "arrive",
        "occurrence": 3,
        "severity": 7,
        "detection": 4,
        "rate": 0.02,
        "recovery": "deep",
    },
    Pain: {"name": "Typed twice", "scope": "line"},
    Surprise: {
        "name": "A card",
        "prepared_by": "deep",
        "kinds": "creative",
        "situation": "Birthday",
    },
    Time: {
        "promised": "1 min",
        "acceptable": "1 min",
        "actual": "2 min",
        "perceived": "4 min",
        "waiting": "30 s",
        "unexpected": "20:30",
    },
    System: {
        "name": "Web",
        "note": "x",
        "tags": "x",
        "links": "https://example.org",
        "department": "care",
        "legacy": True,
        "integrates": "wms",
        "status": "removed",
    },
}
"""The parts a card speaks of, with a value for each of their fields."""


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_no_field_of_a_part_is_forgotten(part: type) -> None:
    assert set(PARTS[part]) == set(part.model_fields)  # type: ignore[attr-defined]


def told(**step: Any) -> Card:
    """Return the lead card of a step."""
    later = {"step": "Later", "id": "later", "backstage": {"name": "Deep", "id": "deep"}}
    phases = {"All": [{"customer": "Arrive", **step}, later]}
    return card_of(view_of(made(**SHARED, phases=phases)), "Arrive")


def test_a_moment_of_truth_says_its_kind_weight_owner_standard_and_why() -> None:
    (badge,) = told(moment_of_truth=PARTS[MomentOfTruth]).badges
    assert badge.sort == "purchase"
    assert badge.text == (
        "Moment of truth: purchase, importance 5 of 5, owner: Customer care, "
        "standard: Two taps, It is the first"
    )


def test_a_fail_point_names_what_mends_it_and_that_card_says_so() -> None:
    later = {"step": "Later", "backstage": {"name": "Deep", "id": "deep"}}
    view = view_of(
        made(phases={"All": [{"customer": "Arrive", "fails": [PARTS[FailPoint]]}, later]})
    )
    (fails,) = card_of(view, "Arrive").badges
    assert fails.text == (
        "Fail point: Lost, 2 %, severity 7, occurrence 3, detection 4, mended by: Deep"
    )
    (mends,) = card_of(view, "Deep").badges
    assert (mends.kind, mends.text) == ("recovery", "Mends: Lost")
    assert "recovers" in {edge.kind for edge in view.edges}


@pytest.mark.parametrize(
    ("scope", "sign", "sentence"),
    [
        ("point", "pain", "Pain: Queue"),
        ("line", "pain-line", "Pain along the journey: Queue"),
        ("surface", "pain-surface", "Pain everywhere: Queue"),
    ],
)
def test_a_pain_tells_how_far_it_reaches(scope: str, sign: str, sentence: str) -> None:
    (remark,) = told(experience={"pain": {"name": "Queue", "scope": scope}}).remarks
    assert (remark.text, remark.sign, remark.sentence) == ("Queue", sign, sentence)


def test_a_surprise_is_on_the_card_with_what_prepares_it() -> None:
    card = told(experience={"surprise": PARTS[Surprise]})
    assert [(one.kind, one.text, one.told) for one in card.remarks] == [
        ("surprise", "A card", "Surprise: A card (Birthday)")
    ]


def times(**time: Any) -> list[tuple[str, str, str]]:
    """Return kind, text and sentence of the small print that times give."""
    return [_plain(remark) for remark in told(time=time).remarks]


def _plain(remark: Remark) -> tuple[str, str, str]:
    return remark.kind, remark.text.replace("\N{NO-BREAK SPACE}", " "), remark.sentence


def test_times_are_told_shortly_and_late_ones_in_words() -> None:
    assert times(promised="1 min", actual="90 s", perceived="2 min") == [
        ("late", "Late: 90 s, promised 1 min, felt 2 min", "Late: 90 s, promised 1 min, felt 2 min")
    ]
    assert times(promised="3 min", actual="90 s") == [
        ("time", "90 s, promised 3 min", "Time: 90 s, promised 3 min")
    ]
    assert times(actual="90 s") == [("time", "Takes 90 s", "Time: takes 90 s")]
    assert times(promised=["16:00", "18:00"]) == [
        ("time", "Promised 16:00–18:00", "Time: promised 16:00–18:00")
    ]
    assert times(unexpected="20:30") == [
        ("time", "Unexpected: 20:30", "Unexpected: 20:30"),
    ]
    assert times(acceptable="1 h") == []


def test_it_is_late_by_what_was_promised_else_by_what_is_acceptable() -> None:
    assert times(acceptable="1 min", actual="2 min")[0][0] == "late"
    assert times(promised="3 min", acceptable="1 min", actual="2 min")[0][0] == "time"
    assert times(promised=["16:00", "18:00"], actual="2 h")[0][0] == "time"


def test_a_figure_stays_with_its_unit() -> None:
    (remark,) = told(time={"promised": "1 min", "actual": "90 s"}).remarks
    assert remark.text == "Late: 90\N{NO-BREAK SPACE}s, promised 1\N{NO-BREAK SPACE}min"


def test_systems_tell_how_they_stand() -> None:
    view = view_of(source({"systems": ["web", "wms", "next"]}, "frontstage"))
    chips = next(card.chips for card in view.cards if card.chips)
    assert [(chip.text, chip.status, chip.legacy, chip.decides) for chip in chips] == [
        ("Web shop", "current", False, False),
        ("Warehouse", "current", True, True),
        ("Tracking", "proposed", False, True),
    ]


def test_effort_says_how_long_by_whom_and_what_is_asked() -> None:
    (remark,) = told(customer={"name": "Arrive", **ON_CARD["CustomerAction"]}).remarks
    assert remark.kind == "effort"
    assert remark.text == "2 min, together, gives: address, pays 12"


LIVED: dict[str, Any] = {
    "persona": "parent",
    "emotion": 2,
    "intensity": 3,
    "expectation": 7,
    "perception": 8,
    "sensory": 1,
    "ease": 6,
    "success": 7,
    "needs": "simple",
    "values": "saves-time",
    "pain": "Typed twice",
    "surprise": "A card",
}
"""What an experience can say, with a value for each field."""


@pytest.mark.parametrize("field", Experience.model_fields)
def test_what_a_step_is_like_stands_in_its_details(field: str) -> None:
    lived = {"emotion": 1, field: LIVED[field]}
    without = {"emotion": 1} if field != "emotion" else {"emotion": 1, "ease": 1}
    with_it, bare = (
        view_of(source({"experience": experience}, "step")).steps[0].fields
        for experience in (lived, without)
    )
    assert with_it != bare
