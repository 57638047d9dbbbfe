"""The quick reader gives what the full reader gives, or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from blueprint.files import yaml_reader
from blueprint.files.tree import Map, Seq, Tree
from blueprint.files.yaml_guard import Guard
from blueprint.files.yaml_reader import examine_yaml
from tests.thirdparty.suites import load

STEP = """\
# a comment
phases:
  Arrival & rest:   # another
    - customer: Arrives at 16:00
      evidence: [Hotel exterior, Parking, 12, "a, b"]
      time: {promised: 1 min, waiting: 30 s, share: 0.25}
      hours: { book: "00:00-24:00", 'x': [] }
      note: |
        Two
          lines

    - "step": 'Check-in'
      customer: goes on
        here
      "a: b": "esc\\u0061pe"
      none:
      deep:
      - - 1
        - x: {y: {z: [1.50, true]}}
      -
        a: Room #12
"""


def _read_both(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Tree | None, Tree]:
    """Return what the quick reader makes of a text, if anything, and what the full one does."""
    quick = yaml_reader.read_quickly
    read: list[object] = []

    def watched(*given: Any) -> object:
        read.append(quick(*given))
        return read[-1]

    with monkeypatch.context() as patch:
        patch.setattr(yaml_reader, "read_quickly", watched)
        one = examine_yaml(text, file="f")
        patch.setattr(yaml_reader, "read_quickly", lambda *_: None)
        return (one if any(read) else None), examine_yaml(text, file="f")


def _told(tree: Tree) -> list[object]:
    """Return every key and value with its type, place and source."""
    told: list[object] = [*tree.problems]
    stack: list[tuple[Any, tuple[int, int]]] = [(tree.root, tree.span)]
    while stack:
        value, span = stack.pop()
        told.append((type(value), tree.lines.place(*span)))
        if isinstance(value, Map):
            told += [dict(value.source), *((key, value.key_span(key)) for key in value)]
            stack += [(inner, value.value_span(key)) for key, inner in value.items()]
        elif isinstance(value, Seq):
            told.append(dict(value.source))
            stack += [(inner, value.item_span(at)) for at, inner in enumerate(value)]
        else:
            told.append(value)
    return told


def test_a_blueprint_is_read_quickly_and_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    quick, full = _read_both(STEP, monkeypatch)
    assert quick is not None
    assert _told(quick) == _told(full)
    assert [problem.code for problem in quick.problems] == ["BP042"]


@pytest.mark.parametrize("case", load("yaml-test-suite"), ids=lambda case: case["id"])
def test_no_case_of_the_suite_is_read_otherwise(
    case: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    quick, full = _read_both(case["yaml"], monkeypatch)
    assert quick is None or _told(quick) == _told(full)


@pytest.mark.parametrize(
    "text",
    [
        "a: &x b\nc: *x\n",
        "a: !!str b\n",
        "---\na: b\n",
        "a: b\na: c\n",
        "a:\n\tb: c\n",
        "a: b\n  c: d\n",
        "? a\n: b\n",
        "a: [b, @c]\n",
        "a:\nb\n",
        "<<: {a: b}\n",
        "a: b: c\n",
        '"a": "b": c\n',
        "a: - b\n",
        "a: |2\n   b\n",
        "a: b",
    ],
)
def test_the_unusual_is_left_to_the_full_reader(text: str) -> None:
    assert yaml_reader.read_quickly(text, Guard(_no_collector()), yaml_reader._alone) is None


def _no_collector() -> Any:
    """Stand in for a collector where nothing may be collected."""
    return None


PIECES = st.sampled_from(
    [
        *("a", "b", "Key x", "店", "12", "1.50", "null", "~", "x:y", "a#b", "-5", "é", "=", "“x”"),
        *(
            ": ",
            ":",
            "- ",
            "-",
            "\n",
            "\n",
            "\n  ",
            "\n    ",
            "\n- ",
            "\n  - ",
            " ",
            "  ",
            " #",
            "#",
        ),
        *(
            "[",
            "]",
            "{",
            "}",
            ", ",
            ",",
            '"',
            "'",
            "|\n",
            ">-\n",
            "&",
            "*",
            "!",
            "?",
            "%",
            "\\",
            "：",
        ),
        *("[a, b]", "{a: b, c: 1}", '{a: "b", d: [x, {y: z}]}', "[]", '"q"', "'s'", "a: b", "a:\n"),
    ]
)


@given(st.lists(PIECES, max_size=25))
@example(["a", ":\n", "b", "\n"])
@example(["a:", "\n- ", "b", "\n", "c:", "\n", "- d"])
def test_any_mixture_is_read_alike_or_not_at_all(pieces: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        quick, full = _read_both("".join(pieces) + "\n", patch)
    assert quick is None or _told(quick) == _told(full)


LINES = st.sampled_from(
    [
        *(
            "a: b",
            "a:",
            "b: 1.50 # c",
            "c: [x, y]",
            "d: {e: f, g: 'h'}",
            "- x",
            "- a: b",
            "- - y",
            "-",
        ),
        *("e: |", "f: two", "words", '"q": "r"', "# c", "", "g: >-", "h: [a,", "b]", "i: 'x", "y'"),
    ]
)


@given(st.lists(st.tuples(st.integers(0, 4), LINES), max_size=9))
def test_any_lines_are_read_alike_or_not_at_all(lines: list[tuple[int, str]]) -> None:
    text = "".join(" " * indent + line + "\n" for indent, line in lines)
    with pytest.MonkeyPatch.context() as patch:
        quick, full = _read_both(text, patch)
    assert quick is None or _told(quick) == _told(full)
