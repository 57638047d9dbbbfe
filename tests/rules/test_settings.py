"""How files weigh rules and accept findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.files import load_workspace, read
from blueprint.report import Report
from blueprint.rules import check
from tests.rules.small import cafe, checked, found, workspace

STEP = "{customer: Orders, frontstage: Takes}"


def severities(report: Report, code: str) -> list[str]:
    return [finding.severity for finding in report.findings if finding.code == code]


@pytest.mark.parametrize("word", ["BP201", "touchpoint-without-evidence"])
@pytest.mark.parametrize(
    ("said", "weight"),
    [("off", []), ("info", ["info"]), ("warning", ["warning"]), ("error", ["error"])],
)
def test_a_file_weighs_a_rule_by_code_or_name(word: str, said: str, weight: list[str]) -> None:
    assert severities(checked(cafe(STEP, top=f"rules: {{{word}: {said}}}\n")), "BP201") == weight


def test_the_file_overrides_the_catalog(tmp_path: Path) -> None:
    files = workspace(
        tmp_path,
        catalog="rules: {BP201: error, BP601: off}\n",
        order=cafe(STEP, top="rules: {BP201: info}\n"),
        returns=cafe(STEP),
    )
    report = check(files)
    assert severities(report, "BP201") == ["info", "error"]
    assert severities(report, "BP601") == []


def test_an_ignored_finding_is_counted_with_its_reason() -> None:
    top = "ignore: [{rule: BP201, on: orders, because: {en: It is a kiosk, zh: 是自助机}}]\n"
    report = checked(
        cafe(STEP, "{customer: Pays, frontstage: Thanks}", top=f"languages: [en, zh]\n{top}")
    )
    assert [f.about for f in report.findings if f.code == "BP201"] == [("pays",)]
    (table,) = [table for table in report.tables if table.name == "ignored"]
    code, on, file, count, because = table.rows[0]
    assert (code, on, file, count, str(because)) == (
        "BP201",
        ("orders",),
        "<text>",
        1,
        "It is a kiosk",
    )
    assert because.into("zh") == "是自助机"
    assert "ignored with a reason: 1" in [str(said) for said in report.summary]


@pytest.mark.parametrize("on", ["wms", "order", "visit", "[wms, other]"])
def test_a_finding_is_ignored_on_any_element_it_is_about_or_stands_in(on: str) -> None:
    text = cafe(
        "{id: order, customer: Orders, moment_of_truth: true, frontstage: {name: T, systems: [wms]}}",
        top=f"systems: {{wms: {{name: W, legacy: true}}, other: O}}\n"
        f"ignore: [{{rule: BP310, on: {on}, because: Decided}}]\n",
    )
    assert not found(text, "BP310")
    assert not found(text, "BP802")


def test_the_catalog_ignores_for_all_files(tmp_path: Path) -> None:
    files = workspace(
        tmp_path,
        catalog="ignore: [{rule: no-persona, because: One product, one customer}]\n",
        order=cafe(STEP),
        returns=cafe(STEP),
    )
    report = check(files)
    assert not severities(report, "BP601")
    assert not severities(report, "BP802")
    assert (
        sum(row[3] for table in report.tables if table.name == "ignored" for row in table.rows) == 2
    )


def test_an_entry_of_the_catalog_that_fits_in_a_file_is_no_finding(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text(
        "systems: {till: {name: Till, legacy: true, department: it}}\ndepartments: {it: IT}\n"
        "ignore: [{rule: BP310, on: till, because: Renewal is decided}]\n"
    )
    (tmp_path / "a.blueprint.yaml").write_text(
        "blueprint: A\nphases: {P: [{customer: Pays, moment_of_truth: true, "
        "frontstage: {name: Takes it, department: it, systems: [till]}}]}\n"
    )
    codes = [finding.code for finding in check(load_workspace(tmp_path)).findings]
    assert "BP310" not in codes
    assert "BP802" not in codes


def test_an_entry_of_the_catalog_that_fits_nothing_is_found_there(tmp_path: Path) -> None:
    files = workspace(
        tmp_path,
        catalog="ignore: [{rule: BP310, because: Decided}]\n",
        order=cafe(STEP),
    )
    (finding,) = [f for f in check(files).findings if f.code == "BP802"]
    assert Path(str(finding.file)).name == "catalog.yaml"


def test_an_entry_that_fits_nothing_is_itself_a_finding() -> None:
    top = "ignore: [{rule: BP310, on: takes, because: Decided}]\n"
    assert found(cafe(STEP, top=top), "BP802")


def test_entries_for_review_dates_are_not_judged_without_a_day() -> None:
    top = "ignore: [{rule: BP409, because: Later}]\n"
    assert not found(cafe(STEP, top=top), "BP802")
    assert found(cafe(STEP, top=top), "BP802", as_of="2026-01-01")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("BP3100", "BP310"),
        ("legacy-under-moments", "legacy-under-moment"),
        ("nonsense", "by its code"),
        ("BP102", "cannot be ignored"),
        ("BP011", "cannot be ignored"),
    ],
)
def test_unknown_and_fixed_rules_are_findings(word: str, hint: str) -> None:
    for top in (f"rules: {{{word}: off}}\n", f"ignore: [{{rule: {word}, because: So}}]\n"):
        (finding,) = found(cafe(STEP, top=top), "BP801")
        assert hint in str(finding.hint)
        assert not found(cafe(STEP, top=top), "BP802")


def test_errors_of_the_file_itself_can_neither_be_weighed_nor_ignored() -> None:
    top = "rules: {BP102: off}\nignore: [{rule: BP102, because: So}]\nowner: nobody\n"
    assert "BP102" in [f.code for f in check(read(cafe(STEP, top=top))).findings]


def test_what_the_reader_warns_of_can_be_switched_off() -> None:
    text = cafe("customer: Finds room #12", top="rules: {BP042: off}\n")
    assert "BP042" not in [f.code for f in check(read(text)).findings]
    assert "BP042" in [f.code for f in check(read(text.replace("BP042: off", ""))).findings]
