"""What promises span: their waits and receptions, who speaks for them, and whose patience ends."""

from __future__ import annotations

from typing import Any

from blueprint.analysis.analysing import analyse
from blueprint.model import Blueprint, Time
from tests.analysis.small import codes, rows, sentences


def made(*steps: dict[str, Any], **more: Any) -> Blueprint:
    return Blueprint.model_validate({"blueprint": "B", "phases": {"P": list(steps)}, **more})


def timed(name: str, **time: Any) -> dict[str, Any]:
    return {"step": name, "customer": f"{name} c", "time": time}


def visits(*, together: bool) -> Blueprint:
    """Delivery and installation: two waits and two receptions, or one visit."""
    deliver = {
        "step": "Receive",
        "customer": {"name": "Receives", "participation": "joint"},
        "frontstage": {"name": "Delivers", "department": "logistics"},
        "time": {"actual": "5 h", "waiting": "4 h"},
    }
    install = {
        "step": "Install",
        "customer": {"name": "Watches", "participation": "joint"},
        "frontstage": {"name": "Installs", "department": "logistics" if together else "luban"},
        "time": {"actual": "1 h"} if together else {"actual": "5 h", "waiting": "4 h"},
    }
    return made(
        {
            "step": "Order",
            "customer": "Orders",
            "frontstage": {"name": "Page", "actor": "technology"},
        },
        deliver,
        install,
        departments={"logistics": "Logistics", "luban": "Luban installers", "shop": "Shop"},
        promises={
            "ready": {
                "text": "Delivered and ready",
                "made_by": "shop",
                "target": {
                    "measure": "duration",
                    "at_most": "8 h",
                    "from": "receive",
                    "to": "install",
                },
            }
        },
    )


def test_waits_and_receptions_are_counted_per_promise():
    [apart] = rows(analyse(visits(together=False), "times"), "promises")
    assert (apart["waits"], apart["fragments"], apart["receptions"]) == (2, 2, 2)
    assert (apart["waiting"], apart["consumption"], apart["lateness"]) == (8.0, 2.0, 2.0)
    assert str(apart["received_in"]) == "“Receive”, “Install”"
    [once] = rows(analyse(visits(together=True), "times"), "promises")
    assert (once["waits"], once["fragments"], once["receptions"]) == (1, 1, 1)
    assert once["lateness"] == -2.0


def test_two_waits_and_two_parties_are_pointed_out():
    report = analyse(visits(together=False), "times")
    assert {"times.receptions", "times.promise_late"} <= set(codes(report))
    assert "waits 2 times, and must be present for 2 new parties" in sentences(report)
    assert "times.receptions" not in codes(analyse(visits(together=True), "times"))


def test_nobody_is_received_by_telephone():
    source = visits(together=False)
    source = source.add({"name": "Phone", "kind": "voice"}, kind="channels", id="phone")
    source = source.replace("installs", channels=["phone"])
    [row] = rows(analyse(source, "times"), "promises")
    assert str(row["received_in"]) == "“Receive”"


def test_a_promise_with_steps_that_say_no_time_is_late_only_once_it_is():
    source = visits(together=False).replace("install", time=None)
    [row] = rows(analyse(source, "times"), "promises")
    assert row["actual"] == 5.0
    assert row.get("lateness") is None


def test_a_step_that_restates_a_promise_speaks_for_all_its_steps():
    source = visits(together=False).replace("install", time=Time(promised="8 h", actual="9 h"))
    report = analyse(source, "times")
    [row] = rows(report, "promises")
    assert (row["actual"], row["lateness"]) == (9.0, 1.0)
    [path] = rows(report, "paths")
    assert path["actual"] == 9.0
    assert any("speaks for all of them: 1" in str(said) for said in report.method.assumptions)


def test_what_is_tolerated_of_a_step_that_speaks_for_others_is_counted_once():
    source = visits(together=False).replace("delivers", duration="1 h")
    source = source.replace("installs", duration="2 h")
    source = source.replace("receive", time=Time(actual="5 h", acceptable="2 h"))
    spoken = Time(promised="8 h", actual="9 h", acceptable="10 h")
    said = sentences(analyse(source.replace("install", time=spoken), "times"))
    assert "In 2 of 3 steps it is said what customers tolerate" in said
    assert "they tolerate 10 h, and the work takes 3 h." in said


def test_a_phase_another_one_speaks_for_has_no_empty_row():
    target = {"measure": "duration", "at_most": "8 h", "from": "wait", "to": "receive"}
    source = Blueprint.model_validate(
        {
            "blueprint": "B",
            "departments": {"shop": "Shop"},
            "promises": {"soon": {"text": "Soon", "made_by": "shop", "target": target}},
            "phases": {
                "Wait": [timed("Wait", actual="5 h")],
                "Have": [timed("Receive", actual="9 h", promised="8 h")],
            },
        }
    )
    assert [row["name"] for row in rows(analyse(source, "times"), "phases")] == ["Have"]


def test_a_step_longer_than_one_that_restates_a_promise_speaks_for_itself():
    source = visits(together=False).replace("install", time=Time(promised="8 h", actual="4 h"))
    report = analyse(source, "times")
    [row] = rows(report, "promises")
    assert (row["actual"], row["lateness"]) == (4.0, -4.0)
    assert (row["waits"], row["waiting"], row["consumption"]) == (1, 4.0, 4.0)
    [path] = rows(report, "paths")
    assert path["actual"] == 9.0


def test_a_missed_promise_is_told_once_and_not_of_its_step_too():
    source = visits(together=False).replace("install", time=Time(promised="8 h", actual="9 h"))
    report = analyse(source, "times")
    assert "times.promise_late" in codes(report)
    assert "times.late" not in codes(report)


def test_where_no_step_of_a_missed_promise_says_what_it_takes_none_is_blamed():
    source = visits(together=False).replace("receive", time=None)
    source = source.replace("install", time=Time(promised="8 h", actual="9 h"))
    [finding] = [f for f in analyse(source, "times").findings if f.code == "times.promise_late"]
    assert finding.about == ("ready",)
    assert str(finding.hint) == "say what each of its steps takes: the longest comes first"


def test_a_wait_beyond_the_patience_of_personas_is_pointed_out_once():
    step = timed("S", actual="1 h", waiting="30 min")
    personas = {
        "hasty": {"name": "Hasty", "patience": "90 s"},
        "calm": {"name": "Calm"},
        "busy": {"name": "Busy", "patience": "10 min"},
        "patient": {"name": "Patient", "patience": "2 h"},
    }
    report = analyse(made(step, personas=personas), "times")
    [finding] = [f for f in report.findings if f.code == "times.patience"]
    assert finding.about == ("s", "hasty", "busy")
    assert finding.message.into("en") == (
        "The wait in “S” takes 30 min, longer than some will wait: “Hasty” 1.5 min at most, “Busy” 10 min "
        "at most"
    )


def test_waiting_that_only_some_steps_say_is_told_as_a_least():
    report = analyse(
        made(timed("Call", actual="40 s", waiting="40 s"), timed("Hear", actual="8 min")), "times"
    )
    said = sentences(report)
    assert "spends 520 s in all (time said in 2 of 2 steps); at least 40 s of it, 7.7 %, is" in said
    whole = made(timed("Call", actual="3 min", waiting="90 s"))
    assert "3 min in all (time said in 1 of 1 step); 1.5 min of it, 50 %, is waiting." in sentences(
        analyse(whole, "times")
    )


def test_waits_of_steps_that_say_nothing_else_are_told_besides():
    said = sentences(
        analyse(made(timed("Wait", waiting="4 h"), timed("Sign", actual="9 min")), "times")
    )
    assert "spends 9 min in all (time said in 1 of 2 steps)." in said
    assert "Besides, the customer waits 4 h in steps that say nothing but their waiting." in said
