"""Every case of JSONTestSuite is read right or refused in words, never crashed on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from blueprint.errors import FileError
from blueprint.files.json_reader import read_json
from blueprint.files.tree import Tree
from tests.thirdparty.suites import alike, content, load, reviewed

CASES = load("json-test-suite")
REFUSED = reviewed("refused_json")


def _read(case: dict[str, Any]) -> Tree | FileError:
    try:
        return read_json(content(case), file=case["id"])
    except FileError as refusal:
        return refusal


def _name(case: dict[str, Any]) -> str:
    name: str = case["id"].split("/")[1]
    return name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_is_read_or_refused_as_it_must_be(case: dict[str, Any]) -> None:
    result = _read(case)
    kind = _name(case)[:2] if case["id"].startswith("parsing/") else "t_"
    if kind == "y_" and _name(case) in REFUSED:
        assert isinstance(result, FileError)
        code = REFUSED[_name(case)].split()[0]
        assert code in {problem.code for problem in result.problems}
    elif kind == "y_":
        assert isinstance(result, Tree), str(result)
    elif kind == "n_":
        assert isinstance(result, FileError)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_what_is_read_is_what_python_reads(case: dict[str, Any]) -> None:
    result = _read(case)
    if isinstance(result, Tree):
        assert alike(result.root, json.loads(result.text))
    else:
        assert all(str(problem.message) for problem in result.problems)


def test_the_reviewed_list_names_cases_that_exist() -> None:
    assert set(REFUSED) <= {_name(case) for case in CASES}
