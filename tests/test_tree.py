"""The tree of a file, as pydantic and everybody else takes it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from blueprint.files.json_reader import read_json
from blueprint.files.lines import Lines
from blueprint.files.tree import Map, place_of, value_at
from blueprint.files.yaml_reader import read_yaml


class _Action(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    minutes: float = 0


class _Step(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    actions: tuple[_Action, ...]
    tags: frozenset[str] = frozenset()
    by: dict[str, tuple[int, ...]] = {}


YAML = "actions:\n  - {name: Greet, minutes: 2}\n  - name: Pack\ntags: [a, b]\nby: {x: [1, 2]}\n"
JSON = '{"actions": [{"name": "Greet", "minutes": 2}, {"name": "Pack"}], "tags": ["a", "b"], "by": {"x": [1, 2]}}'


@pytest.mark.parametrize(("read", "text"), [(read_yaml, YAML), (read_json, JSON)])
def test_pydantic_takes_a_tree_as_it_is_tuples_included(read: Any, text: str) -> None:
    step = _Step.model_validate(read(text, file="f").root)
    assert step.actions == (_Action(name="Greet", minutes=2), _Action(name="Pack"))
    assert step.tags == {"a", "b"}
    assert step.by == {"x": (1, 2)}


@pytest.mark.parametrize("read", [read_yaml, read_json])
def test_errors_of_pydantic_lead_back_to_the_file(read: Any) -> None:
    text = '{"actions": [{"name": "Greet", "minutes": "x"},\n {"nam": "Pack"}]}\n'
    tree = read(text, file="f")
    with pytest.raises(ValidationError) as caught:
        _Step.model_validate(tree.root)
    found = {}
    for error in caught.value.errors():
        kind = "key" if error["type"] == "extra_forbidden" else "value"
        place = place_of(tree, error["loc"], kind)
        line = tree.lines.excerpt(place.line)
        found[error["type"]] = line[place.column : place.column + place.length]
    assert found == {
        "float_parsing": '"x"',
        "missing": '{"nam": "Pack"}',
        "extra_forbidden": '"nam"',
    }


def test_a_value_is_found_by_its_path() -> None:
    root = read_yaml(YAML, file="f")
    assert value_at(root, ("actions", 1, "name")) == "Pack"
    assert isinstance(value_at(root, ("by",)), Map)


def test_a_shared_value_is_placed_where_it_is_written() -> None:
    tree = read_yaml("a: &x {n: 1}\nb: *x\n", file="f")
    assert place_of(tree, ("b",)).line == 1
    assert place_of(tree, ("b", "n")).line == 0


def test_the_place_of_a_value_over_several_lines_is_its_first_line() -> None:
    tree = read_yaml("a: two\n  lines\nb: [x,\n  y]\n", file="f")
    assert place_of(tree, ("a",)).length == len("two")
    assert place_of(tree, ("b",)).length == len("[x,")


def test_a_place_is_never_empty() -> None:
    tree = read_yaml("a:\nb: ''\n", file="f")
    assert place_of(tree, ("a",)).length == 1
    assert place_of(tree, ("b",)).length == 2


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_offsets_and_places_agree(ending: str) -> None:
    lines = Lines(ending.join(["ab", "", "cde", ""]))
    for line, column in ((0, 1), (1, 0), (2, 2), (3, 0)):
        place = lines.place(lines.offset(line, column), lines.offset(line, column))
        assert (place.line, place.column) == (line, column)
    assert [lines.excerpt(line) for line in range(5)] == ["ab", "", "cde", "", ""]
