"""Whether it is a whole blueprint, on small ones counted by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from blueprint.analysis.audit.auditing import audit
from blueprint.errors import BlueprintError
from blueprint.files import load_workspace
from blueprint.graph import graph_of
from blueprint.model import Blueprint
from blueprint.report import Report
from tests.analysis.small import codes, nothing, parcels, plain, rows, sentences
from tests.strategies import blueprints


def of(*steps: Any, **more: Any) -> Report:
    return audit(
        graph_of(
            Blueprint.model_validate({"blueprint": "Desk", "phases": {"Visit": steps}, **more})
        )
    )


FULL = {
    "step": "Ask",
    "evidence": "Sign",
    "customer": "Asks",
    "frontstage": "Answers",
    "backstage": "Looks up",
    "support": "Keeps the books",
}


def test_components_and_lines_are_counted():
    report = of(FULL, {"step": "Wait", "customer": "Waits", "frontstage": "Smiles"})
    assert [(r["cards"], r["steps"], r["of"]) for r in rows(report, "components")] == [
        (1, 1, 2),
        (2, 2, 2),
        (2, 2, 2),
        (1, 1, 2),
        (1, 1, 2),
    ]
    assert "All five components of a blueprint are there, and links cross all three" in sentences(
        report
    )
    some = of({"step": "Wait", "customer": "Waits", "frontstage": "Smiles"})
    assert "that are there: 2 of 5; lines that links cross: 1 of 3." in sentences(some)


def test_a_missing_component_is_named():
    report = of({"customer": "Waits", "frontstage": "Smiles"})
    missing = [str(f.message) for f in report.findings if f.code == "audit.component"]
    assert [m.rpartition(": ")[2] for m in missing] == [
        "Physical evidence",
        "Backstage",
        "Support processes",
    ]


def test_where_systems_are_in_use_what_they_do_is_to_be_drawn():
    step = {"customer": "Pays", "frontstage": {"name": "Takes the money", "systems": ["till"]}}
    report = of(step, systems={"till": "Till"})
    hints = {str(f.message).rpartition(": ")[2]: str(f.hint) for f in report.findings if f.hint}
    assert hints["Support processes"] == "draw what the systems in use do for this service"
    assert hints["Backstage"] == "draw it, or say in a note why this service has none"


def test_a_slice_counts_what_stands_beneath_lane_by_lane():
    [row] = rows(of(FULL), "slices")
    assert (row["evidence"], row["frontstage"], row["backstage"], row["support"]) == (1, 1, 1, 1)
    assert row["supported"]


def test_a_slice_reaches_systems_and_what_is_written_in_other_steps():
    beneath = {
        r["action"]: (r["frontstage"], r["backstage"], r["system"])
        for r in rows(audit(graph_of(parcels())), "slices")
    }
    assert beneath == {"Browses": (0, 0, 0), "Receives the parcel": (1, 3, 2)}


def test_a_column_that_has_nothing_to_say_is_left_out():
    [slices] = [table for table in of(FULL).tables if table.name == "slices"]
    assert {"other", "system"}.isdisjoint(column.key for column in slices.columns)


def test_work_that_is_meant_alone_and_supported_all_the_same_counts_as_supported():
    report = of({**FULL, "customer": {"name": "Asks", "participation": "self"}})
    assert "Customer actions: 1, each with something of the service beneath it." in sentences(
        report
    )


def test_work_nobody_supports_is_pointed_out_unless_it_is_meant():
    left = {"step": "Carry", "customer": "Carries the boxes", "evidence": "Boxes"}
    report = of(left)
    assert [f.about for f in report.findings if f.code == "audit.unsupported"] == [
        ("carries-the-boxes", "carry")
    ]
    assert report.overlay is not None
    assert report.overlay.elements["carries-the-boxes"].role == "warning"
    meant = {**left, "customer": {"name": "Carries the boxes", "participation": "self"}}
    assert "audit.unsupported" not in codes(of(meant))
    assert sentences(report).count("meant to do without: 0; left without support: 1.") == 1
    assert "beneath them: 0; meant to do without: 1." in sentences(of(meant))


@pytest.mark.parametrize(("expected", "code"), [
    ("none", "audit.little-expected"),
    (4, "audit.little-expected"),
    (5, "audit.unsupported"),
])  # fmt: skip
def test_low_touch_is_no_gap_where_little_is_expected(expected, code):
    left = {"step": "Look", "customer": "Looks", "experience": {"expectation": expected}}
    assert code in codes(of(left))


def test_what_the_brand_stands_for_is_told_where_work_is_left_and_not_judged():
    brand = {"stands_for": ["Do it yourself"]}
    left = of({"step": "Carry", "customer": "Carries the boxes"}, brand=brand)
    assert "the brand stands for “Do it yourself”" in str(left.method.cannot_tell[0])
    assert "audit.unsupported" in codes(left)
    whole = of(FULL, brand=brand)
    assert not any("Do it yourself" in str(said) for said in whole.method.cannot_tell)


def test_owner_and_standard_are_asked_of_declared_moments_only():
    report = of(
        {**FULL, "moment_of_truth": True},
        {"step": "Pay", "customer": "Pays", "frontstage": "Takes the money", "evidence": "Till"},
    )
    assert codes(report) == ["audit.owner", "audit.standard"]
    assert "declared: 1; of these with an owner: 0; with a standard: 0" in sentences(report)
    assert "Potential moments of truth: 2" in sentences(report)


def test_the_standard_of_the_action_is_a_standard():
    act = {"name": "Answers", "moment_of_truth": {"owner": "desk"}, "standard": "At once"}
    report = of({**FULL, "frontstage": act}, departments={"desk": "Desk"})
    assert codes(report) == []
    assert rows(report, "moments") == [
        {"name": "Answers", "owner": "Desk", "standard": "At once", "crossings": 1}
    ]


def test_moments_that_all_have_owner_and_standard_are_told_in_one():
    moment = {"owner": "desk", "standard": "At once"}
    report = of({**FULL, "moment_of_truth": moment}, departments={"desk": "Desk"})
    assert "declared: 1, each with an owner and a standard." in sentences(report)


def test_steps_of_one_name_are_told_apart_by_their_blueprint(tmp_path):
    pay = (
        "phases: {Visit: [{step: Pay, customer: Pays, frontstage: Smiles, moment_of_truth: true}]}"
    )
    (tmp_path / "catalog.yaml").write_text("departments: {till: Till}\n")
    for name in ("Kiosk", "Till"):
        (tmp_path / f"{name}.blueprint.yaml").write_text(f"blueprint: {name}\n{pay}\n")
    report = audit(graph_of(load_workspace(tmp_path).scope))
    said = [str(f.message) for f in report.findings if f.code == "audit.owner"]
    assert said[0] == "Nobody answers for the moment of truth “Pay” (Kiosk)"
    assert [r["blueprint"] for r in rows(report, "moments")] == ["Kiosk", "Till"]
    assert "blueprint" not in rows(of(FULL), "slices")[0]


def test_none_declared_is_pointed_out():
    assert "audit.none-declared" in codes(of(FULL))
    assert "audit.none-declared" not in codes(of({"customer": "Waits"}))


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ({"frontstage": {"name": "Answers", "channels": ["phone"]}}, "onstage here"),
        ({"backstage": {"name": "Answers", "channels": ["phone"]}}, "text of 2008"),
        ({"channels": ["phone"], "backstage": "Answers"}, "text of 2008"),
        ({"channels": ["phone", "desk"], "backstage": "Answers"}, "serve themselves"),
        ({"frontstage": {"name": "Answers", "channels": ["phone"]},
          "backstage": {"name": "Calls back", "channels": ["phone"]}}, "both onstage (1) and"),
    ],
)  # fmt: skip
def test_the_report_says_which_convention_holds_for_the_phone(step, said):
    channels = {"phone": {"name": "Phone", "kind": "voice"}, "desk": "Desk"}
    report = of({"step": "Call", "customer": "Calls", **step}, channels=channels)
    assert said in str(report.method.assumptions[0])
    assert ("audit.phone" in codes(report)) == ("both" in said)


def test_without_steps_there_is_nothing_to_say():
    report = audit(graph_of(nothing()))
    assert sentences(report).startswith("There are no steps")
    assert report.tables == ()
    assert report.charts == ()


def test_a_list_ends_where_it_is_told_to():
    with pytest.raises(BlueprintError, match="1 or more"):
        audit(graph_of(plain()), most=0)
    report = audit(graph_of(parcels()), most=1)
    assert len(rows(report, "slices")) == 1
    assert "the first 1 are listed" in str(report.method.assumptions[-1])


@settings(max_examples=50, deadline=None)
@given(blueprints())
def test_every_customer_action_is_supported_meant_alone_or_pointed_out(plain_data):
    report = audit(graph_of(Blueprint.model_validate(plain_data)), most=10_000)
    pointed = {f.about[0] for f in report.findings if f.code in _LEFT}
    slices = rows(report, "slices")
    left = [s for s in slices if not s["supported"] and not s["alone"]]
    assert len(pointed) == len(left)


_LEFT = ("audit.unsupported", "audit.little-expected")
