"""Every rule and every code shows an example that gets it and one that does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from blueprint.files import read
from blueprint.rules import RULES, Explanation, Rule, check, explanations
from blueprint.theming import check_theme

CODES = [entry for entry in explanations().values() if entry.format != "sentence"]


def codes_of(text: str, entry: Explanation, folder: Path) -> list[str]:
    path = folder / f"example.{entry.format}"
    path.write_text(text, encoding="utf-8")
    if entry.format == "theme.yaml":
        return [finding.code for finding in check_theme(path).findings]
    return [finding.code for finding in check(read(path), as_of=entry.as_of).findings]


@pytest.mark.parametrize("entry", CODES, ids=[entry.code for entry in CODES])
def test_the_failing_example_gets_its_code(entry: Explanation, tmp_path: Path) -> None:
    assert entry.code in codes_of(str(entry.failing), entry, tmp_path)


@pytest.mark.parametrize("entry", CODES, ids=[entry.code for entry in CODES])
def test_the_mended_example_does_not(entry: Explanation, tmp_path: Path) -> None:
    assert entry.code not in codes_of(str(entry.mended), entry, tmp_path)


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_examples_of_rules_are_sound_files(rule: Rule) -> None:
    assert read(rule.failing).ok
    assert read(rule.mended).ok


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_finding_says_what_to_write_and_points_into_the_file(rule: Rule) -> None:
    document = read(rule.failing)
    report = check(document, as_of=rule.as_of)
    for finding in (f for f in report.findings if f.code == rule.code):
        assert finding.hint is not None
        assert finding.about
        assert finding.place is not None
        assert finding.file == "<text>"
        assert finding.excerpt == document.text.splitlines()[finding.place.line]


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"BP[2-8]\d\d", code) for code in codes)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name) for rule in RULES)


def test_every_rule_has_its_own_file() -> None:
    homes = [rule.find.__module__ for rule in RULES]
    assert len(set(homes)) == len(homes)


def test_examples_that_cannot_be_shown_are_told() -> None:
    told = [entry for entry in explanations().values() if entry.format == "sentence"]
    assert all(str(entry.failing) and str(entry.mended) for entry in told)
    assert {entry.code for entry in told} >= {"BP116", "BP117", "BP118"}
