"""The big list of naughty strings, as a value in files and as text in every output."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from blueprint.errors import FileError
from blueprint.files.decode import FORBIDDEN, UNTEXT
from blueprint.files.json_reader import read_json
from blueprint.files.tree import Tree
from blueprint.files.yaml_reader import read_yaml
from blueprint.safety.csv_text import csv_cell
from blueprint.safety.script import json_for_script
from blueprint.safety.text import terminal_text, xml_text
from blueprint.safety.urls import safe_url
from tests.thirdparty.suites import load

STRINGS: list[str] = load("blns")


def _read(read: Callable[..., Tree], written: str) -> Tree | set[str]:
    """Return the tree, or the codes for which it was refused."""
    try:
        return read(written, file="x")
    except FileError as refusal:
        return {problem.code for problem in refusal.problems}


@pytest.mark.parametrize("text", STRINGS)
def test_a_quoted_value_comes_back_from_yaml_or_is_refused(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    result = _read(read_yaml, f"name: {quoted}\n")
    if isinstance(result, Tree):
        assert result.root == {"name": text}
    else:
        assert result == {"BP004"}
        assert FORBIDDEN.search(text)


@pytest.mark.parametrize("text", STRINGS)
def test_an_escaped_value_comes_back_from_json_and_yaml_or_is_refused(text: str) -> None:
    escaped, raw = json.dumps({"name": text}), json.dumps({"name": text}, ensure_ascii=False)
    for read, written in ((read_json, escaped), (read_json, raw), (read_yaml, raw)):
        result = _read(read, written)
        if isinstance(result, Tree):
            assert result.root == {"name": text}
        else:
            assert result == {"BP004"}
            assert FORBIDDEN.search(text)


@pytest.mark.parametrize("text", STRINGS)
def test_a_plain_value_is_read_or_refused_with_a_code(text: str) -> None:
    for written in (text, f"name: {text}\n", f"- {text}\n", f"{{name: {text}}}\n", f"{text}: x\n"):
        for read in (read_yaml, read_json):
            result = _read(read, written)
            assert isinstance(result, Tree) or result


@pytest.mark.parametrize("text", STRINGS)
def test_xml_stays_well_formed_and_says_the_text(text: str) -> None:
    root = ET.fromstring(f'<a b="{xml_text(text)}">{xml_text(text)}</a>')
    if not UNTEXT.search(text) and "\r" not in text:
        assert (root.text or "") == text
    assert len(root) == 0


@pytest.mark.parametrize("text", STRINGS)
def test_a_terminal_gets_no_control_character(text: str) -> None:
    shown = terminal_text(text)
    assert not [mark for mark in shown if unicodedata.category(mark) in {"Cc", "Cs"}]
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200b\ufeff")


@pytest.mark.parametrize("text", STRINGS)
def test_a_script_gets_no_markup(text: str) -> None:
    written = json_for_script([text, {text: text}])
    assert written.isascii()
    assert not set(written) & set("<>&")
    assert json.loads(written) == [text, {text: text}]


@pytest.mark.parametrize("text", STRINGS)
def test_no_address_runs_a_script(text: str) -> None:
    for address in (text, f"javascript:{text}", f" JaVaScRiPt:{text}", f"java\tscript:{text}"):
        allowed = safe_url(address)
        assert allowed is None or "script:" not in allowed.casefold().split("/")[0]


@pytest.mark.parametrize("text", STRINGS)
def test_no_cell_is_a_formula(text: str) -> None:
    assert csv_cell(text)[:1] not in set("=+-@\t\r\n＝＋－＠")
