"""Characters that turn the direction of writing are told of, however a file writes them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.diagnostics import Problem
from blueprint.files.json_reader import examine_json
from blueprint.files.yaml_reader import examine_yaml

INVISIBLE = "\u200b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str, int, int, int]]:
    return [
        (problem.code, problem.severity, place.line, place.column, place.length)
        for problem in problems
        if (place := problem.place) is not None
    ]


@pytest.mark.parametrize("mark", INVISIBLE)
@pytest.mark.parametrize("written", ["\\u{0:04x}", "\\u{0:04X}", "\\U{0:08X}"])
def test_yaml_escapes_are_warned_of_where_they_stand(mark: str, written: str) -> None:
    escape = written.format(ord(mark))
    tree = examine_yaml(f'blueprint: Hotel\nowner: "ca{escape}re"\n', file="f.yaml")
    assert tree.root == {"blueprint": "Hotel", "owner": f"ca{mark}re"}
    assert told(tree.problems) == [("BP047", "warning", 1, 10, len(escape))]
    [problem] = tree.problems
    assert f"U+{ord(mark):04X}" in str(problem.message)
    assert problem.excerpt == f'owner: "ca{escape}re"'


@pytest.mark.parametrize("mark", INVISIBLE)
def test_json_escapes_are_warned_of_where_they_stand(mark: str) -> None:
    tree = examine_json(f'{{"owner":\n "ca\\u{ord(mark):04x}re"}}', file="f.json")
    assert tree.root == {"owner": f"ca{mark}re"}
    assert told(tree.problems) == [("BP047", "warning", 1, 4, 6)]


@pytest.mark.parametrize("text", ['"a\\u202e": b\n', '[{"a\\u202e": b}]\n', 'k: ["\\u202e"]\n'])
def test_keys_and_items_are_looked_at_too(text: str) -> None:
    assert [problem.code for problem in examine_yaml(text, file="f").problems] == ["BP047"]


def test_each_of_several_is_told_as_itself_or_as_an_escape() -> None:
    tree = examine_yaml('a: "\u202ex\\u202ey\\U00002069"\n', file="f")
    assert [column for _, _, _, column, _ in told(tree.problems)] == [4, 6, 13]


@pytest.mark.parametrize(
    "text", ['a: "\\\\u202e"\n', "a: '\\u202e'\n", "a: \\u202e\n", "a: b # \\u202e\n"]
)
def test_what_is_no_escape_is_text(text: str) -> None:
    assert examine_yaml(text, file="f").problems == ()


def test_escapes_that_can_be_seen_pass() -> None:
    text = "Zo\\u00eb \\u9152\\u5e97 \\U0001F600 \\t\\n \\u200d"
    assert examine_yaml(f'a: "{text}"\n', file="f").problems == ()


@given(st.text(st.sampled_from(INVISIBLE + 'a\\"u酒\n'), max_size=12))
def test_as_many_are_told_as_there_are(text: str) -> None:
    hidden = sum(character in INVISIBLE for character in text)
    for ascii_only in (True, False):
        written = json.dumps([text], ensure_ascii=ascii_only)
        for tree in (examine_json(written, file="f"), examine_yaml(written + "\n", file="f")):
            assert tree.root == [text]
            assert len([p for p in tree.problems if p.code == "BP047"]) == hidden
