"""YAML files: what is read, what is refused, and where it is said to be."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from blueprint.errors import FileError
from blueprint.files import yaml_reader
from blueprint.files.codes import FILE_CODES
from blueprint.files.tree import Map, Seq, Tree, place_of
from blueprint.files.yaml_reader import examine_yaml, read_yaml
from blueprint.safety.limits import MAX_BYTES, MAX_KEY, MAX_PROBLEMS, MAX_SCALAR, MAX_VALUES
from tests.effort import calls_of

STEP = """\
phases:
  Arrival:
    - customer: Arrive at hotel
      evidence: [Hotel exterior, Parking]
    - step: "Check-in"
      price: 1.10
      note: |
        Two
        lines
"""


@pytest.fixture(params=["quick", "libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read quickly, with libyaml alone, and with the parser that stands in where it is missing."""
    if request.param != "quick":
        monkeypatch.setattr(yaml_reader, "read_quickly", lambda *_: None)
    if request.param == "python":
        monkeypatch.setattr(yaml_reader, "_Loader", yaml.SafeLoader)
    name: str = request.param
    return name


def _refused(data: bytes | str) -> list[str]:
    with pytest.raises(FileError) as caught:
        read_yaml(data, file="f.yaml")
    return [problem.code for problem in caught.value.problems]


def _warned(data: str) -> list[str]:
    return [problem.code for problem in read_yaml(data, file="f.yaml").problems]


def _where(tree: Tree, *path: str | int, kind: Any = "value") -> str:
    place = place_of(tree, path, kind)
    line = tree.lines.excerpt(place.line)
    return f"{place.line + 1}: {line[place.column : place.column + place.length]}"


@pytest.mark.usefixtures("loader")
def test_a_file_becomes_a_tree() -> None:
    root = read_yaml(STEP, file="f.yaml").root
    assert root == {
        "phases": {
            "Arrival": [
                {"customer": "Arrive at hotel", "evidence": ["Hotel exterior", "Parking"]},
                {"step": "Check-in", "price": 1.1, "note": "Two\nlines\n"},
            ]
        }
    }
    assert type(root) is Map
    assert type(root["phases"]["Arrival"]) is Seq


@pytest.mark.usefixtures("loader")
def test_every_value_and_key_has_its_place() -> None:
    tree = read_yaml(STEP, file="f.yaml")
    steps = ("phases", "Arrival")
    assert _where(tree, *steps, 0, "customer") == "3: Arrive at hotel"
    assert _where(tree, *steps, 0, "customer", kind="key") == "3: customer"
    assert _where(tree, *steps, 0, "evidence") == "4: [Hotel exterior, Parking]"
    assert _where(tree, *steps, 0, "evidence", 1) == "4: Parking"
    assert _where(tree, *steps, 1, "step") == '5: "Check-in"'
    assert _where(tree, *steps, 1, "price") == "6: 1.10"
    assert _where(tree, *steps, 1, "note") == "7: |"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *[(word, word) for word in ("no", "on", "Yes", "012", "0x1F", "0o7", "1:30", "1_000")],
        *[(word, word) for word in (".inf", ".nan", "1e999", "2026-02-30", "80%", "9" * 19)],
        *[(word, None) for word in ("", "~", "null", "Null", "NULL")],
        *[(word, True) for word in ("true", "True", "TRUE")],
        *[(word, False) for word in ("false", "False", "FALSE")],
        *[("0", 0), ("-12", -12), ("+3", 3), ("9" * 18, 10**18 - 1)],
        *[("1.10", 1.1), ("-.5", -0.5), ("2.", 2.0), ("1e3", 1000.0), ("1.5E-2", 0.015)],
        *[('"12"', "12"), ("'true'", "true"), ("!!str 12", "12"), ('""', "")],
    ],
)
@pytest.mark.usefixtures("loader")
def test_plain_words_mean_what_their_authors_mean(written: str, value: object) -> None:
    found = read_yaml(f"a: {written}\n", file="f.yaml").root["a"]
    assert (found, type(found)) == (value, type(value))


def test_the_source_of_what_is_no_text_is_kept() -> None:
    root = read_yaml("version: 1.10\non: true\nname: A\nlist: [007, 1e3, ~]\n", file="f").root
    assert root.source == {"version": "1.10", "on": "true"}
    assert root["list"].source == {1: "1e3", 2: "~"}


def test_keys_are_always_text() -> None:
    assert list(read_yaml("no: 1\n1: 2\nnull: 3\n2026-01-01: 4\n'a b': 5\n", file="f").root) == [
        "no",
        "1",
        "null",
        "2026-01-01",
        "a b",
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_all_line_breaks_count_the_same(ending: str) -> None:
    tree = read_yaml(STEP.replace("\n", ending).encode(), file="f.yaml")
    assert _where(tree, "phases", "Arrival", 1, "price") == "6: 1.10"
    assert tree.root["phases"]["Arrival"][1]["note"] == "Two\nlines\n"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    tree = read_yaml(b"\xef\xbb\xbfblueprint: Hotel\n", file="f.yaml")
    assert tree.root == {"blueprint": "Hotel"}
    assert place_of(tree, ("blueprint",), "key").column == 0


def test_columns_count_characters_not_bytes() -> None:
    tree = read_yaml("{办理入住: 😀😀, 店: Café}\n", file="f.yaml")
    assert place_of(tree, ("店",)).column == 14


def test_a_path_of_pydantic_finds_its_place() -> None:
    tree = read_yaml(
        "phases:\n  A:\n    - customer: Arrive\n  B:\n    - pain: {name: Wet, scope: all}\n",
        file="f.yaml",
    )
    assert _where(tree, "phases", 1, "steps", 0, "pain", 0, "scope") == "5: all"
    assert _where(tree, "phases", 1, "steps", 0, "pain", "Pain", "scope") == "5: all"
    assert _where(tree, "phases", 0, "steps", 0, "customer", "str") == "3: Arrive"
    assert _where(tree, "phases", 0, "steps", 0, "missing") == "3: customer: Arrive"
    assert _where(tree, "phases", 1, kind="key") == "4: B"


@pytest.mark.parametrize("data", [b"\xff\xfea\x00", b"\xfe\xff\x00a", "a: b".encode("utf-16")])
def test_utf16_is_named(data: bytes) -> None:
    assert _refused(data) == ["BP003"]


def test_a_byte_that_is_not_utf8_is_shown_with_its_line() -> None:
    with pytest.raises(FileError) as caught:
        read_yaml(b"a: b\nc: Caf\xe9\n", file="f.yaml")
    (problem,) = caught.value.problems
    assert problem.code == "BP003"
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (1, 6)


@pytest.mark.parametrize(
    "mark", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\ud800", "\ufeff"]
)
def test_forbidden_characters_are_refused_with_their_line(mark: str) -> None:
    with pytest.raises(FileError) as caught:
        read_yaml(f"a: b\nc: d{mark}e\nf: {mark}\n", file="f.yaml")
    assert [(p.code, p.place and p.place.line) for p in caught.value.problems] == [
        ("BP004", 1),
        ("BP004", 2),
    ]


@pytest.mark.parametrize("written", ['"\\0"', '"\\x07"', '"\\uFFFF"', '"\\e[31m"'])
def test_forbidden_characters_are_refused_as_escapes_too(written: str) -> None:
    assert _refused(f"a: {written}\n") == ["BP004"]
    assert _refused(f"{written}: a\n") == ["BP004"]


def test_all_doubled_keys_are_told_at_once_with_both_lines() -> None:
    with pytest.raises(FileError) as caught:
        read_yaml("a: 1\nb: {c: 1, c: 2}\na: {x: y}\na: 3\n", file="f.yaml")
    told = [(p.code, str(p.message)) for p in caught.value.problems]
    assert told == [
        ("BP011", '"c" is written twice; first in line 2'),
        ("BP011", '"a" is written twice; first in line 1'),
        ("BP011", '"a" is written twice; first in line 1'),
    ]


def test_of_doubled_keys_the_first_stays_in_the_examined_tree() -> None:
    tree = examine_yaml("a: 1\na: 2\nb: x\n", file="f.yaml")
    assert tree.root == {"a": 1, "b": "x"}
    assert tree.root.source == {"a": "1"}
    assert _where(tree, "b") == "3: x"


def test_problems_of_all_kinds_are_told_at_once() -> None:
    text = (
        "blueprint: x\ncustomer： Arrive\na: @home\nb: Note: call\n"
        'c: "Best" hotel\nd: `x`\nf: {a: 1，b: 2}\na: 2\nArrive\ng: - x\nh: !x y\n'
    )
    codes = "BP034 BP031 BP030 BP033 BP031 BP034 BP011 BP039 BP031 BP015"
    assert _refused(text) == codes.split()


def test_no_more_problems_than_anybody_reads() -> None:
    assert len(_refused("a: 1\n" * 1000)) == MAX_PROBLEMS


def test_a_file_with_many_warnings_is_still_read() -> None:
    tree = read_yaml("- Room #12\n" * 1000, file="f.yaml")
    assert tree.root == ["Room"] * 1000
    assert len(tree.problems) == MAX_PROBLEMS


def test_large_files_of_mistakes_are_refused_with_work_that_grows_with_their_length() -> None:
    for text in ("a:\n\tb\n" * 100_000, "a： " * 800_000, "a: b: " * 100_000, "a: @x\n" * 100_000):
        assert calls_of(lambda text=text: _refused(text)) < 5 * len(text)


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000, "a:\n" + " " * 99 + "[" * 99],
)
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    script = (
        "import sys; from blueprint.errors import FileError\n"
        "from blueprint.files.yaml_reader import read_yaml\n"
        "try: read_yaml(sys.stdin.buffer.read(), file='f')\n"
        "except FileError as refusal: print([problem.code for problem in refusal.problems])\n"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(
        command, input=text.encode(), capture_output=True, timeout=300, check=True
    )
    assert done.stdout.decode().strip() in {"['BP012']", "['BP019']"}


def _bomb(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, levels):
        inside = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"a{level}: &a{level} [{inside}]")
    return "\n".join(lines) + "\n"


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    assert _refused(_bomb(20)) == ["BP013"]
    assert calls_of(lambda: _refused(_bomb(20))) < 3 * calls_of(lambda: _refused(_bomb(10)))


def test_a_long_text_weighs_more_than_a_short_one() -> None:
    text = f"a: &a {'x' * 500_000}\nb: [{', '.join(['*a'] * 20)}]\n"
    assert _refused(text) == ["BP013"]


def test_aliases_within_the_budget_are_read() -> None:
    assert read_yaml("a: &x {n: 1}\nb: *x\nc: [*x, *x]\n", file="f").root["c"] == [{"n": 1}] * 2


def test_an_alias_to_what_holds_it_is_refused() -> None:
    assert _refused("a: &a [b, *a]\n") == ["BP013"]


def test_a_merge_bomb_is_refused() -> None:
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 9)]
    assert "BP014" in _refused("\n".join(lines))


@pytest.mark.parametrize(
    "written", ["!!python/object:os.system x", "!x y", "!!int 3", "!!set {a}", "! x", "!!map x"]
)
def test_tags_are_refused(written: str) -> None:
    assert _refused(f"a: {written}\n")[0] == "BP015"


def test_tags_that_say_the_obvious_are_read() -> None:
    text = "!!map\na: !!seq [!!str 1]\nb: !!map {}\n"
    assert read_yaml(text, file="f").root == {"a": ["1"], "b": {}}


@pytest.mark.parametrize("before", ["", "a: b\n...\n"])
def test_many_directives_are_refused_with_little_work_for_each(before: str) -> None:
    text = before + "%TAG !a! !b\n" * 200_000
    assert _refused(text) == ["BP015"]
    assert calls_of(lambda: _refused(text)) < 3 * text.count("\n")


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2\n", "---\n---\n", "a\n...\n---\nb\n"])
def test_a_second_document_is_refused(text: str) -> None:
    assert _refused(text) == ["BP016"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only this\n", "---\n", "--- \n...\n", "\ufeff"])
def test_an_empty_file_is_named(text: str) -> None:
    assert _refused(text) == ["BP018"]


def test_sizes_are_limited() -> None:
    assert _refused(b"a" * (MAX_BYTES + 1)) == ["BP002"]
    assert _refused("é" * (MAX_BYTES // 2 + 1)) == ["BP002"]
    assert _refused(f"a: {'x' * (MAX_SCALAR + 1)}\n") == ["BP017"]
    assert _refused(f"? {'x' * (MAX_KEY + 1)}\n: a\n") == ["BP017"]
    assert _refused("[" + "a," * (MAX_VALUES + 1) + "]") == ["BP017"]
    assert len(read_yaml("[" + "a," * (MAX_VALUES - 1) + "]", file="f").root) == MAX_VALUES - 1


@pytest.mark.parametrize("text", ["{{service}}: x\n", "[a]: b\n", "? {a: b}\n: c\n", "x: {{y}}\n"])
def test_keys_that_are_no_text_are_refused(text: str) -> None:
    assert _refused(text) == ["BP019"]


@pytest.mark.parametrize("code", FILE_CODES)
def test_each_code_has_an_example_that_fails_and_one_that_does_not(code: str) -> None:
    entry = FILE_CODES[code]
    assert str(entry.name) != entry.name.into("zh")
    assert str(entry.meaning) != entry.meaning.into("zh")
    if entry.format == "yaml":
        tree = examine_yaml(str(entry.failing), file="f")
        assert [(p.code, p.severity) for p in tree.problems] == [(code, entry.severity)]
        assert examine_yaml(str(entry.mended), file="f").problems == ()


MISTAKES = {
    "a: Note: call\n": ("BP030", 'put the text in quotes: "Note: call"'),
    "- Note: call: x\n": ("BP030", 'put the text in quotes: "call: x"'),
    "a: {name: Note: call, b: c}\n": ("BP030", 'put the text in quotes: "Note: call"'),
    "a: @home\n": ("BP031", 'put it in quotes: "@home"'),
    "a: {name: @home, b: c}\n": ("BP031", 'put it in quotes: "@home"'),
    "a: `x`  # why\n": ("BP031", 'put it in quotes: "`x`"'),
    "a: %x\n": ("BP031", 'put it in quotes: "%x"'),
    "a: & more\n": ("BP031", 'put it in quotes: "& more"'),
    "a: - x\n": ("BP031", 'put it in quotes: "- x"'),
    "a: > 3 min\n": ("BP031", 'put it in quotes: "> 3 min"'),
    "a: [?x]\n": ("BP031", 'put it in quotes: "?x"'),
    "a: *vip\n": ("BP013", 'put a text in quotes: "*vip"'),
    "a: *vip lounge\nb: c\n": ("BP013", 'put a text in quotes: "*vip lounge"'),
    "a:\n\tb: c\n": ("BP032", "indent with spaces, two for each level"),
    "a:\n  b: c\n\td: e\n": ("BP032", "indent with spaces, two for each level"),
    "a: 'Guest's bag'\n": ("BP033", 'put the whole text in quotes: "Guest\'s bag"'),
    'a: "Best" hotel\n': ("BP033", "put the whole text in quotes: '\"Best\" hotel'"),
    'a: "open\nb: c\n': ("BP033", "close it;"),
    "customer： Arrive\nb: c\n": ("BP034", "write an ordinary colon and a space"),
    "x: 1\ncustomer：Arrive\nb: c\n": ("BP034", "write an ordinary colon and a space"),
    "- 顾客： Arrive\n  b: c\n": ("BP034", "write an ordinary colon and a space"),
    "a: {name: A，b: c}\n": ("BP034", "write , instead"),
    "a:\n\u3000b: c\n": ("BP035", "indent with ordinary spaces"),
    "a:\n\u00a0\u00a0b: c\n  c: d\n": ("BP035", "indent with ordinary spaces"),
    "customer:Arrive\nb: c\n": ("BP036", 'write ": "'),
    "a: [draft] Check\n": ("BP037", 'put the whole text in quotes: "[draft] Check"'),
    "a: [x, y\nb: c\n": ("BP037", "close it with ]"),
    'a: "C:\\dir"\n': ("BP038", "write \\\\ for a backslash"),
    "a: b\nfoo\n": ("BP039", 'write "key: value"'),
    "a:\n    b: 1\n  c: d\n": ("BP040", "begin lines that belong together"),
    "a: 1\n  b: c\n": ("BP040", "begin lines that belong together"),
    "a: [x, , y]\n": ("BP041", "write the value"),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_what_yaml_does_to_authors_gets_a_hint(text: str) -> None:
    code, hint = MISTAKES[text]
    with pytest.raises(FileError) as caught:
        read_yaml(text, file="f.yaml")
    (problem,) = caught.value.problems
    assert problem.code == code
    assert str(problem.hint).startswith(hint)
    assert problem.place is not None
    assert problem.excerpt == text.splitlines()[problem.place.line]


REMARKS = {
    "a: Room #12\n": ("BP042", 'put the text in quotes: "Room #12"; a comment has'),
    "a: [Room #12\n  ]\n": ("BP042", 'put the text in quotes: "Room #12"'),
    "a: {name: Sleep, shower}\n": ("BP043", 'put a text with a comma in quotes: "Sleep, shower"'),
    "a: &Co\nb: c\n": ("BP044", 'put the text in quotes: "&Co"'),
    "a:\n  - b\n   - c\n": ("BP045", "begin it in the column"),
    "l:\n  - customer： Arrive\n": ("BP046", 'write ":" and a space'),
    "a: [桌子，文件]\n": ("BP046", 'write "," and a space'),
    "a: b\u202ec\n": ("BP047", "delete it"),
}


@pytest.mark.parametrize("text", REMARKS)
def test_what_is_read_otherwise_than_meant_is_warned_of(text: str) -> None:
    (problem,) = read_yaml(text, file="f.yaml").problems
    code, hint = REMARKS[text]
    assert (problem.code, problem.severity) == (code, "warning")
    assert str(problem.hint).startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        "state: future                       # current | future\n",
        "a: b # comment\nc: {d: e} #x\nf: 'g' #h\n",
        "a: |\n  Room #12\nb: 'Room #12'\n",
        "a: &x {b: c}\nd: *x\n",
        "a: {b: , c: }\nd:\n",
        "a: {name: Is it ok?}\nb: R&D, 100%\nc: a@b.c\n",
        "a: 你好，世界。\nb: [你好，世界, x]\nc: 备注：无\n",
        "a: two\n  lines\nb: three - four\n",
    ],
)
def test_what_is_meant_as_written_is_not_warned_of(text: str) -> None:
    assert _warned(text) == []


def test_a_message_names_file_line_column_and_code() -> None:
    with pytest.raises(FileError, match=r"^hotel\.yaml:2:4: error\[BP031\]: a text cannot begin"):
        read_yaml("a: b\nc: @home\n", file="hotel.yaml")


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abcé店 ", max_size=9), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(VALUES)
def test_what_pyyaml_writes_is_read_back(value: Any) -> None:
    written = yaml.safe_dump({"root": value}, allow_unicode=True, sort_keys=False)
    tree = examine_yaml(written.replace("\ufeff", "?"), file="f")
    expected = yaml.load(written.replace("\ufeff", "?"), yaml.CSafeLoader)
    if not any(problem.severity == "error" for problem in tree.problems) and "&id" not in written:
        assert _plain(tree.root) == _plain(expected)


def _plain(value: Any) -> Any:
    """Return a value with everything that YAML 1.1 and 1.2 read differently as text."""
    return json.loads(json.dumps(value, default=str), parse_float=str, parse_int=str)


@given(st.text())
def test_no_text_crashes_the_reader(text: str) -> None:
    tree = examine_yaml(text, file="f")
    for problem in tree.problems:
        assert problem.place is not None
        assert problem.message.into("zh")


@given(st.text(st.sampled_from("ab:- \n#'\"[]{},&*!|>%@`?\t：，"), max_size=40))
def test_no_text_of_marks_crashes_the_reader(text: str) -> None:
    tree = examine_yaml(text, file="f")
    assert tree.problems or tree.root is not None


@given(st.binary())
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    with contextlib.suppress(FileError):
        examine_yaml(data, file="f")
