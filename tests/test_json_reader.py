"""JSON files: the same tree as YAML, exact, with a place for every value."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.errors import FileError
from blueprint.files.codes import FILE_CODES
from blueprint.files.json_reader import examine_json, read_json
from blueprint.files.tree import Map, Seq, Tree, place_of
from blueprint.safety.limits import MAX_BYTES, MAX_KEY, MAX_SCALAR, MAX_VALUES


def _refused(data: bytes | str) -> list[tuple[str, int, str]]:
    with pytest.raises(FileError) as caught:
        read_json(data, file="f.json")
    return [
        (problem.code, problem.place.column if problem.place else -1, str(problem.hint))
        for problem in caught.value.problems
    ]


def _where(tree: Tree, *path: str | int, kind: Any = "value") -> str:
    place = place_of(tree, path, kind)
    line = tree.lines.excerpt(place.line)
    return f"{place.line + 1}: {line[place.column : place.column + place.length]}"


def test_a_file_becomes_a_tree_with_places() -> None:
    text = '{\r\n  "a": [1, 2.50, "x"],\r\n  "b": {"c": null, "d": true}\r\n}\r\n'
    tree = read_json(text.encode(), file="f.json")
    assert tree.root == {"a": [1, 2.5, "x"], "b": {"c": None, "d": True}}
    assert (type(tree.root), type(tree.root["a"])) == (Map, Seq)
    assert _where(tree, "a") == '2: [1, 2.50, "x"]'
    assert _where(tree, "a", 1) == "2: 2.50"
    assert _where(tree, "b", kind="key") == '3: "b"'
    assert _where(tree, "b", "d") == "3: true"
    assert tree.root["a"].source == {0: "1", 1: "2.50"}
    assert tree.root["b"].source == {"c": "null", "d": "true"}


MISTAKES = {
    "[1,]": (2, "delete the comma behind the last value"),
    '{"a": 1,}': (7, "delete the comma behind the last value"),
    "[1 2]": (3, 'write "," between values, or ] behind the last'),
    '{"a" 1}': (5, 'write ":" behind the key'),
    "{'a': 1}": (1, 'write the key in double quotes: "name"'),
    "{a: 1}": (1, 'write the key in double quotes: "name"'),
    "[tru]": (1, "write texts in double quotes; words are true, false and null"),
    "[01]": (1, "write texts in double quotes; words are true, false and null"),
    "[1] 2": (4, "delete what stands behind the last bracket"),
    '["x': (1, "close the text with a double quote"),
    '["\\q"]': (2, "write \\\\ for a backslash"),
    '["a\tb"]': (3, "write \\n for a line break and \\t for a tab"),
    "[1": (2, 'write "," between values, or ] behind the last'),
    "// x": (0, "write texts in double quotes; words are true, false and null"),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_gets_its_place_and_a_hint(text: str) -> None:
    column, hint = MISTAKES[text]
    assert _refused(text) == [("BP020", column, hint)]


def test_doubled_keys_are_told_with_both_lines() -> None:
    with pytest.raises(FileError) as caught:
        read_json('{"a": 1,\n "b": {"c": 1, "c": 2},\n "a": {"x": 3}, "z": 1}', file="f.json")
    assert [str(problem.message) for problem in caught.value.problems] == [
        '"c" is written twice; first in line 2',
        '"a" is written twice; first in line 1',
    ]


def test_the_tree_around_a_doubled_key_keeps_its_places() -> None:
    tree = examine_json('{"a": 1, "a": "x", "z": 2}', file="f.json")
    assert tree.root == {"a": "x", "z": 2}
    assert _where(tree, "z") == "1: 2"
    assert tree.root.source == {"z": "2"}


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1E400", "9" * 19])
def test_numbers_that_cannot_be_kept_are_refused(number: str) -> None:
    assert [code for code, _, _ in _refused(f'{{"a": {number}, "b": [{number}]}}')] == ["BP021"] * 2


def test_the_largest_whole_number_is_kept() -> None:
    assert read_json("[" + "9" * 18 + ", -" + "9" * 18 + "]", file="f").root == [
        10**18 - 1,
        1 - 10**18,
    ]


@pytest.mark.parametrize("written", ["\\u0000", "\\u0007", "\\ud800", "\\udc00x", "\\uffff"])
def test_forbidden_characters_are_refused_as_escapes(written: str) -> None:
    assert [code for code, _, _ in _refused(f'["{written}"]')] == ["BP004"]
    assert [code for code, _, _ in _refused(f'{{"{written}": 1}}')] == ["BP004"]


@pytest.mark.parametrize("data", [b'{"a": "\x00"}', b'["\x1b"]', b'["\x7f"]'])
def test_forbidden_characters_are_refused_raw(data: bytes) -> None:
    assert [code for code, _, _ in _refused(data)] == ["BP004"]


def test_surrogate_pairs_are_one_character() -> None:
    assert read_json('["\\ud83d\\ude00"]', file="f").root == ["😀"]


def test_line_separators_may_stand_in_texts() -> None:
    tree = read_json('["a\u2028b",\n "c"]', file="f")
    assert tree.root == ["a\u2028b", "c"]
    assert _where(tree, 1) == '2: "c"'


def test_other_encodings_are_named() -> None:
    assert [code for code, _, _ in _refused('{"a": 1}'.encode("utf-16"))] == ["BP003"]
    assert [code for code, _, _ in _refused('{"a": 1}'.encode("utf-16-le"))] == ["BP003"]
    assert [code for code, _, _ in _refused(b'["\xe9"]')] == ["BP003"]
    assert read_json(b"\xef\xbb\xbf{}", file="f").root == {}


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_file_is_named(text: str) -> None:
    assert [code for code, _, _ in _refused(text)] == ["BP018"]


@pytest.mark.parametrize("unit", ["[", '{"a":', '[{"":'])
def test_deep_nesting_is_refused_at_once(unit: str) -> None:
    script = (
        "import sys; from blueprint.errors import FileError\n"
        "from blueprint.files.json_reader import read_json\n"
        "try: read_json(sys.stdin.buffer.read(), file='f')\n"
        "except FileError as refusal: print([problem.code for problem in refusal.problems])\n"
    )
    command, data = [sys.executable, "-c", script], (unit * 100_000).encode()
    done = subprocess.run(command, input=data, capture_output=True, timeout=300, check=True)
    assert done.stdout.decode().strip() == "['BP012']"


def test_sizes_are_limited() -> None:
    assert _refused(b" " * (MAX_BYTES + 1))[0][0] == "BP002"
    assert _refused(f'["{"x" * (MAX_SCALAR + 1)}"]')[0][0] == "BP017"
    assert _refused(f'{{"{"x" * (MAX_KEY + 1)}": 1}}')[0][0] == "BP017"
    assert _refused("[" + "1," * MAX_VALUES + "1]")[0][0] == "BP017"


@pytest.mark.parametrize(
    "code", [code for code, entry in FILE_CODES.items() if entry.format == "json"]
)
def test_each_code_has_an_example_that_fails_and_one_that_does_not(code: str) -> None:
    entry = FILE_CODES[code]
    assert [p.code for p in examine_json(str(entry.failing), file="f").problems] == [code]
    assert examine_json(str(entry.mended), file="f").problems == ()


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20).filter(
    lambda text: not set(text) & set("\ufffe\uffff\u200b\ufeff\u202a\u202b\u202c\u202d\u202e")
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=5),
    max_leaves=30,
)


@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_what_python_writes_is_read_back_and_every_place_holds_its_value(
    value: Any, indent: int | None, ascii_only: bool
) -> None:
    written = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    tree = read_json(written, file="f")
    assert json.dumps(tree.root) == json.dumps(value)
    _check_spans(tree.text, tree.root, tree.span)


def _check_spans(text: str, value: Any, span: tuple[int, int]) -> None:
    assert json.dumps(json.loads(text[slice(*span)])) == json.dumps(value)
    if isinstance(value, Map):
        for key, inner in value.items():
            assert json.loads(text[slice(*value.key_span(key))]) == key
            _check_spans(text, inner, value.value_span(key))
    elif isinstance(value, Seq):
        for index, inner in enumerate(value):
            _check_spans(text, inner, value.item_span(index))


@given(st.text())
def test_no_text_crashes_the_reader(text: str) -> None:
    tree = examine_json(text, file="f")
    for problem in tree.problems:
        assert problem.place is not None
        assert problem.message.into("zh")


@given(st.text(st.sampled_from('{}[]",:-+.eE0123tfn\\u \n'), max_size=40))
def test_python_accepts_all_that_is_accepted(text: str) -> None:
    tree = examine_json(text, file="f")
    if not tree.problems:
        assert json.dumps(json.loads(text)) == json.dumps(tree.root)


@pytest.mark.parametrize(
    "data",
    [
        b'["\xff"]',
        b'["\xe9"]',
        b'["\xed\xa0\x80"]',
        b'["\xc0\xaf"]',
        b'["\xf4\xbf\xbf\xbf"]',
        b'["\xe0\xff"]',
        b"[1\xe5]",
        b"[1e1\xe5]",
        b'{"\xb9": "0",}',
        b"\xef\xbb{}",
        b"\xe9",
        b"\xe5",
        '["é"]'.encode("utf-16"),
        '["é"]'.encode("utf-16-le"),
        '["é"]'.encode("utf-16-be"),
        '["é"]'.encode("utf-32"),
    ],
)
def test_bytes_that_are_no_utf_8_are_refused_with_their_own_code(data: bytes) -> None:
    with pytest.raises(FileError) as caught:
        read_json(data, file="x.json")
    assert [problem.code for problem in caught.value.problems] == ["BP003"]
