"""Markdown and JSON: everything is there, and nothing the authors wrote is read as markup."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import blueprint
from blueprint.layout.show import view_of
from blueprint.model import Blueprint
from blueprint.render.markdown import markdown, markdown_text
from blueprint.render.view_json import view_json
from blueprint.safety.text import one_line
from tests.strategies import blueprints

DATA = Path(__file__).parent / "data"
BARE = re.compile(r"(?<!\\)(?:\\\\)*[`*_\[\]~|$]|[<>]|&(?!(?:amp|lt|gt|#64);)")


def read_back(text: str) -> str:
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text))


@given(st.text(max_size=60))
def test_a_written_text_reads_back_as_it_was(text: str) -> None:
    assert read_back(markdown_text(text)) == one_line(text)


@given(st.text(alphabet="`*_[]~|$<>&\\@#+-=:1.) \nab!", max_size=40))
def test_nothing_stands_bare_that_means_something(text: str) -> None:
    written = markdown_text(text)
    assert not BARE.search(written)
    assert not re.match(r"[#+=:-]|\d+[.)]", written)


def test_the_table_has_a_row_for_each_step_and_a_column_for_each_lane() -> None:
    view = view_of(blueprint.load(str(DATA / "everything.blueprint.yaml")))
    rows = [line for line in markdown(view).splitlines() if line.startswith("|")]
    assert len(rows) == 2 + len(view.steps)
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {len(view.lanes) + 3}
    assert "Packs (Logistics)<br>Corrects address (Customer care)" in rows[3]
    assert "Moment of truth: purchase" in rows[2]


def test_the_narrative_follows_the_table() -> None:
    written = markdown(view_of(blueprint.load(str(DATA / "everything.blueprint.yaml")), lang="zh"))
    assert "## 下单\n\n### 1\\. 下单付款\n\n- 顾客接触到：Order page。" in written


@given(blueprints())
def test_any_blueprint_keeps_its_table_whole(plain: dict[str, Any]) -> None:
    view = view_of(Blueprint.model_validate(plain))
    rows = [line for line in markdown(view).splitlines() if line.startswith("|")]
    assert len(rows) == 2 + len(view.steps)
    assert {len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows} == {len(view.lanes) + 3}


@given(blueprints())
def test_json_holds_the_view(plain: dict[str, Any]) -> None:
    view = view_of(Blueprint.model_validate(plain))
    data = json.loads(view_json(view))
    assert [card["name"] for card in data["cards"]] == [card.name for card in view.cards]
    assert [edge["kind"] for edge in data["edges"]] == [edge.kind for edge in view.edges]
    assert data["title"] == view.title


def test_json_can_be_written_whatever_a_text_holds() -> None:
    view = view_of(Blueprint.model_validate({"blueprint": "A", "phases": {}}))
    written = view_json(replace(view, title="A\ud800 </script> 店"))
    assert json.loads(written.encode().decode())["title"] == "A\ud800 </script> 店"
    assert "店" in written
