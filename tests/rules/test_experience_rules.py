"""Personas, channels, surprises and research."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.rules import check
from tests.rules.small import cafe, found, workspace

CHANNELS = "channels: {app: App, fax: Fax}\n"


def test_channels_are_not_judged_where_no_persona_says_any() -> None:
    assert not found(cafe("customer: Orders", top=CHANNELS), "BP602")
    personas = "personas: {parent: Parent}\n"
    assert not found(cafe("customer: Orders", top=CHANNELS + personas), "BP602")


def test_a_shared_channel_may_be_used_by_any_persona(tmp_path: Path) -> None:
    personas = "personas: {a: {name: A, channels: [app]}, b: {name: B, channels: [fax]}}\n"
    files = workspace(
        tmp_path,
        catalog=CHANNELS + personas,
        order=cafe("customer: Orders", top="personas: [a]\n"),
    )
    assert not [f for f in check(files).findings if f.code == "BP602"]


def test_a_persona_says_which_fields_are_missing() -> None:
    top = "personas: {parent: {name: Parent, age: 30, goals: {functional: Bread}}}\n"
    (finding,) = found(cafe("customer: Orders", top=top), "BP603")
    said = str(finding.message)
    assert "location, favourite_brands, turn_ons, turn_offs, channels, devices, behaviours" in said
    assert said.endswith("goals.emotional")
    assert " age" not in said


def test_a_persona_of_the_catalog_is_judged_in_the_catalog_alone(tmp_path: Path) -> None:
    files = workspace(
        tmp_path,
        catalog="personas: {a: A}\n",
        order=cafe("customer: Orders", top="personas: [a]\n"),
    )
    findings = [f for f in check(files).findings if f.code == "BP603"]
    assert [Path(str(f.file)).name for f in findings] == ["catalog.yaml"]


@pytest.mark.parametrize(
    ("prepared", "said"),
    [
        ("", "nobody prepares"),
        (", prepared_by: [greets]", "in the customer's view"),
        (", prepared_by: [greets, notes]", None),
    ],
)
def test_a_surprise_is_prepared_behind_the_line_of_visibility(
    prepared: str, said: str | None
) -> None:
    text = cafe(
        f"{{customer: Enters, experience: {{surprise: {{name: My name{prepared}}}}},"
        " frontstage: Greets, backstage: Notes}"
    )
    findings = found(text, "BP604")
    assert [said in str(f.message) for f in findings] == ([True] if said else [])


OBSERVED = (
    "observations: {{a: {{about: waits, says: Fine, {0}}}, b: {{about: {1}, says: No, {2}}}}}\n"
)


@pytest.mark.parametrize(
    ("first", "about", "second", "alone"),
    [
        ("method: survey", "waits", "method: interview", ["waits"]),
        ("method: survey", "waits", "method: analytics", []),
        ("method: survey", "waits", "method: diary", []),
        ("method: survey", "waits", "sample: 3", []),
        ("method: survey", "pays", "method: observation", ["waits"]),
        ("method: focus-group", "[waits, pays]", "method: self-report", ["waits", "pays"]),
    ],
)
def test_claims_that_rest_on_self_report(
    first: str, about: str, second: str, alone: list[str]
) -> None:
    text = cafe("customer: Waits", "customer: Pays", top=OBSERVED.format(first, about, second))
    findings = found(text, "BP701")
    assert [f.about[0] for f in findings] == alone


def test_research_in_the_catalog_counts_for_a_file(tmp_path: Path) -> None:
    files = workspace(
        tmp_path,
        catalog="observations: {seen: {about: waits, says: They leave, method: observation}}\n",
        order=cafe(
            "customer: Waits",
            top="observations: {asked: {about: waits, says: Fine, method: survey}}\n",
        ),
    )
    assert not [f for f in check(files).findings if f.code == "BP701"]


def test_a_claim_about_no_element_stands_for_itself() -> None:
    top = "observations: {asked: {says: All is well, method: survey}}\n"
    (finding,) = found(cafe("customer: Waits", top=top), "BP701")
    assert finding.about == ("asked",)
