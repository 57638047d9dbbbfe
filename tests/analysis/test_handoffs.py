"""Where work changes hands, on services counted by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from blueprint.analysis.handoffs.changing_hands import handoffs
from blueprint.errors import BlueprintError
from blueprint.files import load_workspace
from blueprint.graph import graph_of
from blueprint.model import Blueprint
from blueprint.report import Report
from tests.analysis.small import codes, nothing, parcels, plain, rows, sentences
from tests.strategies import blueprints

DEPARTMENTS = {"desk": "Desk", "bell": "Bell staff", "it": "IT"}


def of(*steps: Any, **more: Any) -> Report:
    plain_data = {
        "blueprint": "Stay",
        "departments": DEPARTMENTS,
        "phases": {"Visit": steps},
        **more,
    }
    return handoffs(graph_of(Blueprint.model_validate(plain_data)))


def step(name: str, front: Any = None, **more: Any) -> dict[str, Any]:
    return {"step": name, "customer": name, **({"frontstage": front} if front else {}), **more}


def act(name: str, department: str | None = "desk", **more: Any) -> dict[str, Any]:
    return {"name": name, **({"department": department} if department else {}), **more}


def test_links_over_the_lines_are_counted_once_each():
    report = of(
        step("Ask", act("Answers"), backstage=act("Looks up"), support=act("Keeps", "it")),
        step("Wait", act("Smiles")),
    )
    assert [row["links"] for row in rows(report, "lines")] == [2, 1, 1]


def test_a_handoff_is_between_departments_or_roles():
    report = of(
        step(
            "Ask",
            act("Answers", role="Clerk"),
            backstage=[act("Looks up", role="Archivist"), act("Carries", "bell"), act("Signs")],
        )
    )
    assert [(r["from"], r["to"]) for r in rows(report, "handoffs")] == [
        ("Answers", "Looks up"),
        ("Answers", "Carries"),
    ]
    assert "between departments: 1; between roles of one department: 1." in sentences(report)


def test_where_a_department_is_missing_nobody_can_tell():
    report = of(step("Ask", act("Answers", None), backstage=act("Looks up")))
    assert rows(report, "handoffs") == []
    assert "No handoff between departments or roles is to be seen." in sentences(report)
    assert "an end has no department: 1" in str(report.method.cannot_tell[0])


def test_roles_tell_even_without_departments():
    report = of(
        step("Ask", act("Answers", None, role="Clerk"), backstage=act("Signs", None, role="Head"))
    )
    assert len(rows(report, "handoffs")) == 1


def test_the_customer_is_passed_on_where_nobody_stays():
    report = of(
        step("Arrive", act("Greets", "bell")),
        step("Wait"),
        step("Check in", [act("Registers"), act("Takes the bags", "bell")]),
        step("Pay", act("Takes the money")),
        step("Leave", act("Calls a taxi", "bell")),
    )
    [row] = rows(report, "journeys")
    assert row["transfers"] == 1
    assert row["parties"] == "Bell staff, Desk"
    said = "the customer is passed on once and deals with 2 parties."
    assert said in sentences(report)
    zh = "\n".join(sentence.into("zh") for sentence in report.summary)
    assert "主路径上：工作交接 0 次；顾客被转接 1 次，需与 2 方打交道。" in zh


def test_a_screen_is_no_party():
    report = of(step("Pay", act("Shows the bill", "it", actor="technology")))
    assert rows(report, "journeys")[0]["parties"] == ""


def test_handoffs_of_one_customer_on_average_and_at_the_ends():
    busy = {"frontstage": act("Mends"), "backstage": act("Reboots", "it")}
    report = of(
        {"step": "Ask", **busy, "next": [{"to": "again", "probability": 0.5},
                                         {"to": None, "probability": 0.5}]},
        {"step": "Again", "frontstage": act("Mends again"), "backstage": act("Swaps", "bell"),
         "support": act("Books", "it"), "next": [{"to": "again", "probability": 0.5},
                                                 {"to": None, "probability": 0.5}]},
    )  # fmt: skip
    [row] = rows(report, "journeys")
    assert (row["handoffs"], row["average"]) == (3, 1 + 0.5 * 2 * 2)
    assert (row["least"], row["most"]) == (1, 3)


def test_the_activity_ratio_is_process_time_by_lead_time():
    report = of(
        step("Ask", act("Answers", duration="5 min"), time={"actual": "20 min"},
             backstage=act("Looks up", duration="1 min")),
        step("Wait", time={"actual": "40 min", "waiting": "34 min"}),
    )  # fmt: skip
    [row] = rows(report, "flow")
    assert (row["process"], row["lead"], row["ratio"]) == (12, 60, 0.2)
    assert "Of the time on the main path, 20 % is work; steps that say both: 2 of 2." in sentences(
        report
    )


def test_a_step_that_does_not_say_both_is_left_out_and_told():
    report = of(
        step("Ask", act("Answers", duration="5 min"), time={"actual": "20 min"}),
        step("Pay", act("Takes the money", duration="1 min")),
        step("Leave", time={"actual": "1 min"}),
    )
    assert "25 % is work; steps that say both: 1 of 3." in sentences(report)


def test_work_longer_than_its_step_tells_nothing_of_the_ratio():
    report = of(step("Ask", act("Answers", duration="2 h"), time={"actual": "1 min"}))
    assert "is work" not in sentences(report)
    assert "no step says both work and time" in str(report.method.cannot_tell[1])
    assert any("tell nothing of the ratio" in str(said) for said in report.method.assumptions)
    [said] = [str(f.message) for f in report.findings if f.code == "handoffs.activity"]
    assert said == "In “Ask” more time is worked (2 h) than the step lasts (1 min)"


def test_the_rolled_share_is_the_product_of_all_that_feed_the_customer():
    report = of(
        step(
            "Ask",
            act("Answers", complete_accurate="90%"),
            backstage=act("Looks up", complete_accurate="80%"),
        )
    )
    assert rows(report, "flow")[0]["accurate"] == pytest.approx(0.72)
    assert "72 % reaches the customer complete and accurate." in sentences(report)


def test_a_missing_share_is_not_all():
    report = of(step("Ask", act("Answers", complete_accurate="90%"), backstage=act("Looks up")))
    [row] = rows(report, "flow")
    assert "accurate" not in row
    assert (row["at_most"], row["told"], row["actions"]) == (0.9, 1, 2)
    said = (
        "at most 90 % reaches the customer complete and accurate; actions that say their share: 1"
    )
    assert said in sentences(report)
    silent = of(step("Ask", act("Answers")))
    assert "how much arrives complete and accurate" in str(silent.method.cannot_tell[-1])


def test_what_only_mends_does_not_feed_the_customer():
    mends = act("Apologises", complete_accurate="50%", needs=[])
    fails = [{"name": "Wrong key", "recovery": "apologises"}]
    report = of(step("Ask", [act("Answers", complete_accurate="90%"), mends], fails=fails))
    assert rows(report, "flow")[0]["accurate"] == 0.9


def test_who_may_not_decide_near_the_customer_is_pointed_out_in_moments_of_truth():
    report = of(
        step(
            "Complain",
            act("Listens", discretion=False, approved_by=["signs"]),
            backstage=act("Signs", decides=True),
            moment_of_truth=True,
        ),
        step("Ask", act("Answers", discretion=False)),
    )
    assert [f.about for f in report.findings if f.code == "handoffs.discretion"] == [
        ("listens", "signs")
    ]
    assert "waits for the approval of “Signs”" in str(report.findings[-1].message)
    assert [(r["name"], r["links"], r["discretion"]) for r in rows(report, "decisions")] == [
        ("Listens", 1, False),
        ("Signs", 2, None),
        ("Answers", 1, False),
    ]


def test_approvals_on_the_main_path_are_counted_each():
    report = of(
        step(
            "Ask",
            act("Answers", approved_by=["signs", "it"]),
            backstage=[act("Signs", approved_by=["bell"]), act("Files")],
        )
    )
    assert rows(report, "journeys")[0]["approvals"] == 3
    assert "Approvals that work waits for on the main path: 3." in sentences(report)


def test_where_no_approval_is_written_nothing_is_said_of_any():
    report = of(step("Ask", act("Answers")))
    assert "approvals" not in rows(report, "journeys")[0]
    assert "pproval" not in sentences(report)


def test_whoever_says_no_role_may_be_the_one_who_does():
    report = of(
        step("Ask", act("Answers", role="Clerk")),
        step("Wait", act("Smiles")),
        step("Pay", act("Takes the money", role="Cashier")),
    )
    [row] = rows(report, "journeys")
    assert row["transfers"] == 0
    assert row["parties"] == "Clerk (Desk), Cashier (Desk)"
    sure = of(step("Ask", act("A", role="Clerk")), step("Pay", act("B", role="Cashier")))
    assert rows(sure, "journeys")[0]["transfers"] == 1


def test_all_steps_with_the_most_handoffs_are_named_and_once_is_nothing_to_tell():
    busy = [act("Looks up", "it"), act("Carries", "bell")]
    again = [act("Checks", "it"), act("Fetches", "bell")]
    report = of(
        step("Ask", act("Answers"), backstage=busy), step("Go", act("Gives"), backstage=again)
    )
    [said] = [str(f.message) for f in report.findings if f.code == "handoffs.step"]
    assert said == "On the main path, work changes hands most often in “Ask”, “Go”: 2 times each"
    once = of(step("Ask", act("Answers"), backstage=busy[0]))
    assert "handoffs.step" not in codes(once)


def test_of_several_journeys_that_is_told_on_which_most_changes_hands(tmp_path):
    of_two = {
        "Post": "[{step: Send, customer: Sends, frontstage: {name: Takes, department: desk}}]",
        "Shop": "[{step: Ask, customer: Asks, frontstage: {name: Answers, department: desk}}, "
        "{step: Pay, customer: Pays, frontstage: {name: Takes it, department: till}}]",
    }
    (tmp_path / "catalog.yaml").write_text("departments: {desk: Desk, till: Till}\n")
    for name, steps in of_two.items():
        text = f"blueprint: {name}\nphases: {{All: {steps}}}\n"
        (tmp_path / f"{name}.blueprint.yaml").write_text(text)
    said = sentences(handoffs(graph_of(load_workspace(tmp_path).scope)))
    assert "On the main path of “Shop”: 0 handoffs; the customer is passed on once" in said


def test_every_party_is_named():
    names = [act(f"Serves {n}", role=f"Role {n}") for n in range(8)]
    report = of(*(step(f"S{n}", a) for n, a in enumerate(names)))
    [said] = [str(f.message) for f in report.findings if f.code == "handoffs.parties"]
    assert "deals with 8 parties" in said
    assert said.endswith("Role 7 (Desk)")


def test_more_parties_than_a_customer_remembers_are_told_of():
    names = [act(f"Serves {n}", role=f"Role {n}") for n in range(4)]
    assert "handoffs.parties" in codes(of(*(step(f"S{n}", a) for n, a in enumerate(names))))


def test_probabilities_that_do_not_add_up_leave_the_average_open():
    ways = [{"to": "b", "probability": 0.9}, {"to": None, "probability": 0.9}]
    report = of({"step": "A", "frontstage": act("Does"), "next": ways}, {"step": "B"})
    assert rows(report, "journeys")[0]["average"] is None
    assert "probabilities do not add to 1 in “A”" in str(report.method.cannot_tell[0])


def test_little_to_say():
    assert sentences(handoffs(graph_of(nothing()))) == "There are no steps to look at."
    assert handoffs(graph_of(nothing())).tables == ()
    said = "On the main path: 0 handoffs; the customer is not passed on and deals with nobody"
    assert said in sentences(handoffs(graph_of(plain())))
    with pytest.raises(BlueprintError, match="1 or more"):
        handoffs(graph_of(plain()), most=0)


def test_a_service_counted_by_hand():
    report = handoffs(graph_of(parcels()), most=1)
    assert [(r["from"], r["to"], r["links"]) for r in rows(report, "pairs")] == [
        ("Shop", "Warehouse", 3)
    ]
    assert len(rows(report, "handoffs")) == 1


@settings(max_examples=50, deadline=None)
@given(blueprints())
def test_ends_of_every_handoff_differ_and_the_main_path_lies_within_the_range(plain_data):
    report = handoffs(graph_of(Blueprint.model_validate(plain_data)), most=10_000)
    for row in rows(report, "handoffs"):
        assert row["hands_over"] != row["takes_over"]
    for row in rows(report, "journeys"):
        if row["least"] is not None:
            assert row["least"] <= row["most"]


def test_marks_stand_on_cards():
    report = of(
        step("Arrive", act("Greets", "bell")),
        step("Check in", act("Registers", discretion=False), backstage=act("Files", "it")),
    )
    assert report.overlay is not None
    assert {card: mark.role for card, mark in report.overlay.elements.items()} == {
        "registers": "warning",
        "check-in.customer": "touch",
    }
    assert report.overlay.links == (("registers", "files"),)
