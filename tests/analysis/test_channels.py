"""How channels fit and what is lost between them, on services counted by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from blueprint.analysis.channels.fitting import channels
from blueprint.errors import BlueprintError
from blueprint.graph import graph_of
from blueprint.model import Blueprint
from blueprint.report import Report
from tests.analysis.small import codes, nothing, plain, rows, sentences
from tests.strategies import blueprints

CHANNELS = {"app": "App", "phone": "Phone", "desk": "Desk", "mail": "Mail"}
PARENT = {"name": "Parent", "share": 0.75, "channels": ["app", "phone"]}
CLERK = {"name": "Clerk", "share": 0.25, "channels": ["desk", "mail", "phone"]}


def of(*steps: Any, **more: Any) -> Report:
    plain_data = {
        "blueprint": "Help",
        "channels": CHANNELS,
        "personas": {"parent": PARENT, "clerk": CLERK},
        "phases": {"All": steps},
        **more,
    }
    return channels(graph_of(Blueprint.model_validate(plain_data)))


def step(name: str, *through: str, **more: Any) -> dict[str, Any]:
    return {"step": name, "customer": name, "channels": list(through), **more}


def test_fit_is_by_the_best_place_in_the_personas_order():
    report = of(step("Ask", "app"), step("Call", "phone"), step("Go", "mail"), step("Wait"))
    assert [
        (r["persona"], r["first"], r["other"], r["none"], r["untold"], r["fit"])
        for r in rows(report, "personas")
    ] == [
        ("Parent", 1, 1, 1, 1, pytest.approx((1 + 1 / 2 + 0) / 3)),
        ("Clerk", 0, 2, 1, 1, pytest.approx((0 + 1 / 3 + 2 / 3) / 3, abs=1e-4)),
    ]
    assert (
        "Channels fit “Clerk” least (0.33 of 1). Touchpoints that offer the first choice: 0;"
        in sentences(report)
    )


def test_a_touchpoint_is_weighed_by_shares():
    assert [r["fit"] for r in rows(of(step("Ask", "app")), "touchpoints")] == [0.75]
    even = {"parent": {**PARENT, "share": None}, "clerk": CLERK}
    report = of(step("Ask", "app"), personas=even)
    assert [r["fit"] for r in rows(report, "touchpoints")] == [0.5]
    assert any("count the same in a mean" in str(said) for said in report.method.assumptions)


def test_actions_in_view_offer_their_channels_too():
    answers = {"name": "Answers", "channels": ["mail"]}
    report = of({"step": "Ask", "frontstage": answers, "backstage": {**answers, "name": "Files"}})
    assert [r["channels"] for r in rows(report, "touchpoints")] == ["Mail"]


def test_only_steps_without_a_common_channel_are_a_change():
    report = of(step("Ask", "app", "phone"), step("Call", "phone"), step("Go", "desk"))
    assert [(r["from"], r["to"]) for r in rows(report, "moves")] == [("Call", "Go")]


@pytest.mark.parametrize(("carried", "rate", "code"), [
    (True, 1, None),
    (["identity", "issue", "history"], 1, None),
    (["identity"], 0, "channels.context"),
    (False, 0, "channels.context"),
    (None, None, "channels.untold"),
])  # fmt: skip
def test_the_context_is_carried_where_all_three_are_known(carried, rate, code):
    said = {} if carried is None else {"carries_context": carried}
    report = of(step("Call", "phone", **said), step("Go", "desk"))
    assert rows(report, "journeys")[0].get("rate") == rate
    found = {c for c in codes(report) if c in ("channels.context", "channels.untold")}
    assert found == ({code} if code else set())


def test_where_nobody_says_the_rate_has_two_ends():
    report = of(step("A", "app", carries_context=True), step("B", "phone"), step("C", "desk"))
    assert "between 50 % and 100 %" in sentences(report)


def test_ways_whose_ends_name_no_channel_are_told():
    report = of(step("Ask", "app"), step("Wait"), step("Go", "desk"))
    assert rows(report, "moves") == []
    assert "an end names none: 2" in str(report.method.cannot_tell[0])


def test_changes_of_one_customer_on_average():
    ways = [{"to": "go", "probability": 0.25}, {"to": None, "probability": 0.75}]
    report = of(step("Ask", "app", next=ways), step("Go", "desk"))
    assert rows(report, "journeys")[0]["average"] == 0.25


def test_time_across_channels_runs_from_the_step_before_the_first_change():
    times = [{"time": {"actual": f"{n} min"}} for n in (5, 10, 20)]
    report = of(
        step("Ask", "app", **times[0]),
        step("See", "app", **times[1]),
        step("Go", "desk", **times[2]),
    )
    assert rows(report, "journeys")[0]["time"] == 0.5
    assert "“Help” takes 30 min" in sentences(report)
    silent = of(step("See", "app", **times[1]), step("Go", "desk"))
    assert "time" not in rows(silent, "journeys")[0]
    assert "in “Help”: not every step says its actual time" in str(silent.method.cannot_tell[0])


def asks(name: str, *questions: str, **more: Any) -> dict[str, Any]:
    return {"step": name, "customer": {"name": name, "asks": list(questions)}, **more}


def test_a_question_is_asked_again_where_an_earlier_step_can_have_asked_it():
    ways = [{"to": "call", "probability": 0.1}, {"to": "pay", "probability": 0.9}]
    report = of(
        asks("Ask", "Address", "name", next=ways),
        asks("Call", " address ", next=[]),
        asks("Pay", "name"),
    )
    assert [(r["step"], r["question"], r["on_path"]) for r in rows(report, "again")] == [
        ("Call", " address ", False),
        ("Pay", "name", True),
    ]


def test_what_is_asked_in_two_languages_is_told_in_each_and_compares_by_the_first():
    said = [{"en": "Order number", "zh": "订单号"}]
    report = of(
        step("One", customer={"name": "One", "asks": ["order  number"]}),
        step("Two", customer={"name": "Two", "asks": said}),
    )
    assert [(r["step"], r["question"]) for r in rows(report, "again")] == [("Two", "Order number")]
    assert any("订单号" in finding.message.into("zh") for finding in report.findings)


def test_steps_that_cannot_follow_each_other_ask_nothing_again():
    ways = [{"to": "call", "probability": 0.5}, {"to": "pay", "probability": 0.5}]
    report = of(step("Ask", "app", next=ways), asks("Call", "name", next=[]), asks("Pay", "name"))
    assert rows(report, "again") == []


def test_in_a_loop_each_of_two_asks_again_what_the_other_asked():
    report = of(asks("Ask", "name"), asks("Call", "name", "why", next="ask"))
    assert [(r["step"], r["question"]) for r in rows(report, "again")] == [
        ("Ask", "name"),
        ("Call", "name"),
    ]


def test_whether_anything_is_asked_again_nobody_can_tell_where_nobody_says_what_is_asked():
    silent = of(step("Ask", "app"), step("Go", "app"))
    assert "asked again" not in sentences(silent)
    assert "no step says what it asks for" in str(silent.method.cannot_tell[-1])
    assert "again" not in rows(silent, "journeys")[0]
    told = of(asks("Ask", "name"), asks("Pay", "card"))
    assert "No step asks again what an earlier one has asked." in sentences(told)


def test_a_rate_of_which_nothing_is_known_is_not_told_as_a_range():
    report = of(step("Call", "phone"), step("Go", "desk"))
    assert "cannot avoid: 1; what is handed on there, nobody says." in sentences(report)
    assert "rate" not in sentences(report)


def test_nobody_is_served_worst_where_all_are_served_alike():
    both = {"a": {"name": "A", "channels": ["app"]}, "b": {"name": "B", "channels": ["app"]}}
    report = of(step("Ask", "app"), personas=both)
    assert "Channels fit all personas alike: 1 of 1." in sentences(report)
    alone = of(step("Ask", "app"), step("Go", "desk"), personas={"a": both["a"]})
    said = (
        "Touchpoints that offer “A” the first choice: 1; another of theirs: 0; none of theirs: 1."
    )
    assert said in sentences(alone)


def test_each_persona_has_a_column_of_what_it_finds_at_each_touchpoint():
    report = of(step("Ask", "app"), step("Call", "phone"))
    assert [(r["persona:parent"], r["persona:clerk"]) for r in rows(report, "touchpoints")] == [
        ("first choice", "none of theirs"),
        ("another of theirs", "another of theirs"),
    ]


def test_touchpoints_without_a_channel_are_told():
    assert "Touchpoints: 1; channels in use: 1." in sentences(of(step("Ask", "app")))
    some = sentences(of(step("Ask", "app"), step("Wait")))
    assert "Touchpoints: 2; with a channel named: 1; channels in use: 1." in some


def test_a_persona_that_finds_nothing_of_theirs_is_offered_what_they_like():
    report = of(step("Go", "desk"))
    [hint] = [f.hint for f in report.findings if f.code == "channels.unfit"]
    assert str(hint) == "open one of theirs there: “App”, “Phone”"


def test_channels_missing_unfit_and_unused_are_pointed_out():
    report = of(step("Ask", "phone"), step("Write", "mail"))
    about = {f.code: f.about for f in report.findings}
    assert about["channels.unused"] == ("app", "desk")
    assert about["channels.unfit"] == ("parent", "write")
    missing = [f.about for f in report.findings if f.code == "channels.missing"]
    assert missing == [("parent", "app", "help"), ("clerk", "desk", "help")]


def test_a_channel_of_complaints_or_of_a_notice_is_used():
    tells = {"name": "Tells", "notice": {"channels": ["mail"]}}
    report = of({**step("Ask", "app"), "backstage": tells}, complaints={"channels": ["phone"]})
    assert [f.about for f in report.findings if f.code == "channels.unused"] == [("desk",)]


def test_without_personas_nobody_can_tell_the_fit():
    report = of(step("Ask", "app"), personas={})
    assert "Cannot tell whom the channels fit" in sentences(report)
    assert report.charts == ()
    silent = of(step("Ask", "app"), personas={"parent": {"name": "Parent"}})
    assert "no channels are written there" in str(silent.method.cannot_tell[0])


def test_little_to_say():
    assert "no step in which" in sentences(channels(graph_of(nothing())))
    assert "Nobody has to change" in sentences(channels(graph_of(plain())))
    with pytest.raises(BlueprintError, match="1 or more"):
        channels(graph_of(plain()), most=0)


@settings(max_examples=50, deadline=None)
@given(blueprints())
def test_every_touchpoint_counts_once_for_each_persona(plain_data):
    report = channels(graph_of(Blueprint.model_validate(plain_data)), most=10_000)
    touchpoints = len(rows(report, "touchpoints"))
    for row in rows(report, "personas"):
        assert row["first"] + row["other"] + row["none"] + row["untold"] == touchpoints
        assert row.get("fit") is None or 0 <= row["fit"] <= 1


def test_marks_stand_on_cards_and_the_way_between_them():
    report = of(step("Call", "phone", carries_context=False), step("Go", "desk"))
    assert report.overlay is not None
    assert {card: mark.role for card, mark in report.overlay.elements.items()} == {
        "call.customer": "warning",
        "go.customer": "info",
    }
    assert report.overlay.links == (("call.customer", "go.customer"),)


def test_where_nobody_says_what_is_handed_on_no_mark_says_that_it_is_lost():
    report = of(step("Call", "phone"), step("Go", "desk"))
    assert report.overlay is not None
    note = report.overlay.elements["call.customer"].note
    assert str(note) == "the channel changes after this; nobody says what is handed on"
