"""Every case of the YAML test suite is read right or refused in words, never crashed on."""

from __future__ import annotations

from typing import Any

import pytest

from blueprint.errors import FileError
from blueprint.files.tree import Tree
from blueprint.files.yaml_reader import read_yaml
from tests.thirdparty.suites import alike, documents, load, reviewed

CASES = load("yaml-test-suite")
REFUSED = reviewed("refused_yaml")
ACCEPTED = reviewed("accepted_yaml")
DIFFERENT = reviewed("different_yaml")


def _read(case: dict[str, Any]) -> Tree | FileError:
    try:
        return read_yaml(case["yaml"].encode(), file=case["id"])
    except FileError as refusal:
        return refusal


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_is_read_or_refused_as_reviewed(case: dict[str, Any]) -> None:
    result = _read(case)
    if case.get("error"):
        assert isinstance(result, Tree) == (case["id"] in ACCEPTED)
    elif isinstance(result, FileError):
        assert case["id"] in REFUSED, str(result)
        assert REFUSED[case["id"]].split()[0] in {problem.code for problem in result.problems}
    else:
        assert case["id"] not in REFUSED


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if "json" in case and not case.get("error")],
    ids=lambda case: case["id"],
)
def test_what_is_read_says_what_the_suite_says(case: dict[str, Any]) -> None:
    result = _read(case)
    if isinstance(result, Tree):
        same = len(documents(case["json"])) == 1 and alike(result.root, documents(case["json"])[0])
        assert same == (case["id"] not in DIFFERENT), result.root


def test_a_refused_case_names_its_place_and_its_line() -> None:
    for case in CASES:
        result = _read(case)
        if isinstance(result, FileError):
            lines = case["yaml"].splitlines() or [""]
            for problem in result.problems:
                assert problem.place is not None
                assert 0 <= problem.place.line <= len(lines)
                assert problem.excerpt in {*lines, ""}
                assert str(problem.message)
                assert problem.message.into("zh")


def test_the_reviewed_lists_name_cases_that_exist() -> None:
    known = {case["id"] for case in CASES}
    assert set(REFUSED) | set(ACCEPTED) | set(DIFFERENT) <= known
