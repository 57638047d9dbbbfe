"""Complaints on cases worked out by hand: the iceberg, routes, stages and checklists."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.analysing import analyse
from blueprint.analysis.complaints.iceberg import (
    TARP,
    Group,
    Iceberg,
    by_outcome,
    iceberg,
    market_at_risk,
)
from blueprint.errors import BlueprintError
from blueprint.files import load_workspace
from blueprint.model import Blueprint
from blueprint.report import Report
from tests.analysis.small import codes, in_a_row, nothing, plain, rows, sentences

STAGES = (
    "receive",
    "track",
    "acknowledge",
    "assess",
    "investigate",
    "respond",
    "communicate",
    "close",
)


def shop(said: dict[str, Any] | None = None, **more: Any) -> Blueprint:
    """A shop with a desk for complaints, and everything in order."""
    whole = {
        "entry": ["complains"],
        "channels": ["phone", "app"],
        "told_in": ["app"],
        "remedy": "Refund",
        "expect": "Answer in 24 h",
        "stages": dict.fromkeys(STAGES, "care"),
        "customers": 120000,
        "problem_rate": "25%",
        "complain_rate": "5%",
    }
    return Blueprint.model_validate(
        {
            "blueprint": "Shop",
            "currency": "CNY",
            "departments": {"care": "Care", "till": "Till", "it": "IT"},
            "channels": {"phone": "Phone", "app": "App"},
            "knowledge": {"help": {"name": "Help", "fed_by": ["phone"]}},
            "metrics": {"settled": "Settled"},
            "personas": {
                "a": {"name": "A", "share": "60%", "value": 1000, "repurchase": "50%", "channels": ["app"]},
                "b": {"name": "B", "share": "40%", "value": 500, "repurchase": "80%", "channels": ["phone"]},
            },
            "complaints": whole if said is None else {**whole, **said},
            "phases": {
                "Visit": [
                    {
                        "id": "buys",
                        "customer": "Buys",
                        "frontstage": {
                            "name": "Sells",
                            "department": "till",
                        },
                        "support": {"name": "Books", "department": "it"},
                    },
                    {
                        "id": "complains",
                        "customer": "Complains",
                        "moment_of_truth": {"kind": "complaint", "owner": "care", "standard": "Heard at once"},
                        "feedback": ["settled"],
                        "frontstage": {"name": "Listens", "department": "care"},
                    },
                ]
            },
            **more,
        }
    )  # fmt: skip


def check(report: Report, what: str) -> Any:
    [row] = [row for row in rows(report, "checks") if what in row["check"].casefold()]
    return row["holds"]


def test_the_iceberg_and_the_market_at_risk_by_hand():
    report = analyse(shop(), "complaints")
    [row] = rows(report, "iceberg")
    assert (row["problems"], row["heard"], row["silent"]) == (30000, 1500, 28500)
    # 18,000 of A, half of whom leave, worth 1,000; 12,000 of B, a fifth of whom leave, worth 500
    assert row["at_risk"] == 18000 * 0.5 * 1000 + 12000 * 0.2 * 500 == 10_200_000
    assert sentences(report).startswith(
        "Of 30,000 customers with a problem, 1,500 complain and 28,500 stay silent. "
        "Market at risk: 10,200,000 CNY a year."
    )


def test_tarp_as_quoted():
    assert {
        loss: [round(100 * share) for share in shares.values()] for loss, shares in TARP.items()
    } == {
        "under-5": [37, 46, 70, 95],
        "over-100": [9, 19, 54, 82],
    }


def test_with_tarp_complaints_that_are_mended_quickly_save_the_most():
    asked = {"again": "over-100", "satisfied": 0.5, "quickly": 0.5}
    report = analyse(shop(), "complaints", **asked)
    told = {row["group"]: (row["customers"], row["again"]) for row in rows(report, "groups")}
    assert told == {
        "never told": (28500, 9.0),
        "told in vain": (750, 19.0),
        "mended": (375, 54.0),
        "mended quickly": (375, 82.0),
    }
    worth = 0.6 * 1000 + 0.4 * 500
    lost = 28500 * 0.91 + 750 * 0.81 + 375 * 0.46 + 375 * 0.18
    assert rows(report, "iceberg")[0]["at_risk"] == round(lost * worth)


def test_tarp_needs_to_be_told_how_many_are_mended():
    with pytest.raises(BlueprintError, match="give satisfied and quickly"):
        analyse(shop(), "complaints", again="under-5")


def test_a_rate_is_an_input_and_never_assumed():
    report = analyse(shop({"problem_rate": None}), "complaints")
    assert rows(report, "iceberg") == []
    assert "nobody says how many of them have a problem" in str(report.method.cannot_tell[0])
    given_one = analyse(shop({"problem_rate": None}), "complaints", problem_rate=0.1)
    assert rows(given_one, "iceberg")[0]["problems"] == 12000
    with pytest.raises(BlueprintError, match="share from 0 to 1"):
        analyse(shop(), "complaints", problem_rate=25.0)


def test_a_persona_without_a_figure_leaves_the_market_at_risk_open():
    personas = {"a": {"name": "A", "share": "60%", "value": 1000}}
    report = analyse(shop(personas=personas), "complaints")
    assert "at_risk" not in rows(report, "iceberg")[0]
    assert "share that buys again of “A”" in str(report.method.cannot_tell[0])


def test_a_complaint_goes_to_every_owner_on_the_failing_path():
    report = analyse(shop(), "complaints")
    told = {row["id"]: row["owners"] for row in rows(report, "routes")}
    assert told["buys"] == "Care, Till, IT"
    assert report.overlay.elements["buys.customer"].badge == "3"
    assert report.overlay.elements["complains.customer"].role == "start"


def test_all_in_order_finds_only_the_iceberg():
    assert codes(analyse(shop(), "complaints")) == ["complaints.iceberg"]
    assert codes(analyse(shop({"complain_rate": "40%"}), "complaints")) == []


def test_each_stage_without_an_owner_is_named():
    report = analyse(
        shop({"stages": {"receive": "care", "respond": "care", "praise": "care"}}), "complaints"
    )
    [finding] = [f for f in report.findings if f.code == "complaints.stage-without-owner"]
    assert str(finding.message) == (
        "Nobody owns these stages of handling complaints: "
        "track, acknowledge, assess, investigate, communicate, close"
    )
    assert "complaints.unknown-stage" in codes(report)
    assert {row["stage"]: row["department"] for row in rows(report, "stages")}["track"] == "nobody"
    assert check(report, "answers, tells the customer") is False
    assert check(report, "looks for its cause") is False


def test_what_is_told_of_stages_is_not_told_again_of_the_loop():
    report = analyse(shop({"stages": {}}), "complaints")
    assert codes(report) == ["complaints.stage-without-owner", "complaints.iceberg"]


def test_where_only_the_step_is_known_it_is_said_once():
    bare = shop().model_copy(update={"complaints": None})
    report = analyse(bare, "complaints")
    [finding] = report.findings
    assert finding.code == "complaints.unsaid"
    assert str(finding.message).startswith("Complaints come in at “Complains”; nothing")
    assert len(rows(report, "checks")) == 13


def test_shares_that_leave_customers_out_are_told_and_too_many_tell_nothing():
    half = {"a": {"name": "A", "share": "50%", "value": 1000, "repurchase": "50%"}}
    report = analyse(shop(personas=half), "complaints")
    assert rows(report, "iceberg")[0]["at_risk"] == 15000 * 0.5 * 1000
    assert "among 50 % of customers: no persona stands for them" in str(
        report.method.cannot_tell[0]
    )
    both = {**half, "b": {"name": "B", "share": "60%", "value": 1, "repurchase": "1%"}}
    report = analyse(shop(personas=both), "complaints")
    assert "at_risk" not in rows(report, "iceberg")[0]
    assert "the shares of “A”, “B” add up to 110 %" in str(report.method.cannot_tell[0])


def test_recovery_is_never_taken_to_bring_customers_back():
    told = " ".join(map(str, analyse(shop(), "complaints").method.assumptions))
    assert "recovery lifts satisfaction, not repurchase" in told
    asked = {"again": "under-5", "satisfied": 0.5, "quickly": 0.5}
    told = " ".join(map(str, analyse(shop(), "complaints", **asked).method.assumptions))
    assert "TARP asked whether they would buy again" in told
    assert analyse(plain(), "complaints").method.assumptions == ()


def test_amounts_have_their_currency_and_one_service_is_not_named_in_every_row():
    report = analyse(shop(), "complaints")
    units = {c.key: c.unit for c in next(t for t in report.tables if t.name == "groups").columns}
    assert (units["value"], units["at_risk"]) == ("CNY", "CNY")
    assert "whose" not in units


def test_findings_name_who_and_what():
    report = analyse(shop({"channels": ["phone"]}), "complaints")
    said = [str(f.message) for f in report.findings if f.code == "complaints.not-their-channel"]
    assert said == ["No channel for complaints is one that these personas like: “A”"]
    nobody = analyse(shop(personas={}), "complaints")
    [row] = [row for row in rows(nobody, "checks") if "Every persona" in row["check"]]
    assert (row["holds"], row["figure"]) == (None, None)


@pytest.mark.parametrize(
    ("said", "what", "code"),
    [
        ({"told_in": []}, "told where", "complaints.not-told"),
        ({"channels": ["phone"]}, "choice of channels", "complaints.one-channel"),
        ({"channels": ["phone"]}, "every persona", "complaints.not-their-channel"),
        ({"remedy": None}, "remedy", "complaints.no-remedy"),
        ({"expect": None}, "what to expect", "complaints.no-outcome"),
        ({"channels": ["app"]}, "flows into an article", "complaints.not-learned"),
    ],
)
def test_what_makes_complaining_hard_or_leaves_the_loop_open(said, what, code):
    report = analyse(shop(said), "complaints")
    assert check(report, what) is False
    assert code in codes(report)


def test_a_check_says_of_what_its_figure_is():
    source = shop({"channels": ["phone"]}).replace("complains", customer=asked_for("name"))
    told = {row["check"]: row["figure"] for row in rows(analyse(source, "complaints"), "checks")}
    assert told["There is a step at which complaints come in"] == "1 step"
    assert told["There is a choice of channels"] == "1 channel"
    assert told["Every persona can complain by a channel it likes"] == "1 of 2 personas"
    assert told["A way leads from the journey to where complaints come in"] == "1 of 1 step"
    assert told["Who complains is asked for nothing"] == "“name”"
    assert told["The remedy is stated"] is None


def asked_for(what: str) -> dict[str, Any]:
    return {"name": "Complains", "asks": [what]}


def test_of_several_services_each_finding_names_its_own(tmp_path):
    for name in ("North", "South"):
        text = f"blueprint: {name}\ncomplaints: {{entry: [complains], remedy: Refund}}\n"
        text += "phases: {Visit: [{id: complains, customer: Complains}]}\n"
        (tmp_path / f"{name.lower()}.blueprint.yaml").write_text(text)
    source = load_workspace(tmp_path)
    told = [str(f.message) for f in analyse(source, "complaints").findings]
    assert "South: Customers are not told where to complain" in told
    alone = analyse(shop({"told_in": []}), "complaints")
    assert "Customers are not told where to complain" in [str(f.message) for f in alone.findings]


def test_how_many_stay_silent_is_told_as_a_share():
    [finding] = analyse(shop(), "complaints").findings
    assert str(finding.message) == "95 % of customers with a problem never say so"
    assert finding.message.into("zh") == "遇到问题的顾客中，有 95% 从不开口"


def test_all_steps_whose_complaints_reach_most_are_named():
    assert "Complaints about “Buys” go to the most departments: 3 of 3." in sentences(
        analyse(shop(), "complaints")
    )


def test_where_nobody_can_complain_it_is_said():
    report = analyse(plain(), "complaints")
    assert sentences(report) == "Nobody says how customers can complain."
    assert [(f.code, f.severity) for f in report.findings] == [("complaints.nowhere", "info")]
    assert codes(analyse(nothing(), "complaints")) == []


def test_a_long_row_is_no_trouble():
    assert analyse(in_a_row(3000), "complaints").summary


def test_in_a_workspace_the_catalogs_desk_is_for_all():
    report = analyse(load_workspace("examples/one_day_delivery"), "complaints")
    assert len(rows(report, "stages")) == 8
    assert {row["department"] for row in rows(report, "stages")} == {"Customer care", "Operations"}


shares = st.floats(0, 1)


@given(st.floats(0, 1e9), shares, shares)
def test_heard_and_silent_are_all_problems(customers, problem_rate, complain_rate):
    found = iceberg(customers, problem_rate, complain_rate)
    assert found.heard + found.silent == pytest.approx(found.problems)
    assert 0 <= found.heard <= found.problems <= customers


@given(shares, shares, shares)
def test_mending_more_never_puts_more_at_risk(satisfied, more, quickly):
    few, many = sorted((satisfied, more))
    found = Iceberg(1000, 400, 600)

    def risk(share: float) -> float:
        groups = by_outcome(found, "under-5", satisfied=share, quickly=quickly, value=10)
        return market_at_risk(groups.values())

    assert risk(many) <= risk(few) + 1e-6


@pytest.mark.parametrize("wrong", [(-1, 0.1, 0.1), (10, 1.1, 0.1), (10, 0.1, -0.1)])
def test_impossible_figures_are_refused(wrong):
    with pytest.raises(ValueError, match="no number|from 0 to 1"):
        iceberg(*wrong)
    with pytest.raises(ValueError, match="from 0 to 1"):
        market_at_risk([Group(1, 2, 3)])
