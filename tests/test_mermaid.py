"""Mermaid: only plain letters stand as they are, and no text leaves its label."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import blueprint
from blueprint.layout.show import view_of
from blueprint.model import Blueprint
from blueprint.render.mermaid import mermaid, mermaid_text
from blueprint.safety.text import one_line

DATA = Path(__file__).parent / "data"
NODE = r'card\d+[\[(]"[^"<>&`{}|\[\]\\;]*(?:#\d+;[^"<>&`{}|\[\]\\;]*)*"[\])]'
LINE = re.compile(
    rf'  subgraph lane\d+\["[^"]*"\]|    {NODE}:::\w+|  end'
    r'|  card\d+ (?:==>|-\.->|-->)(?:\|"[^"]*"\|)? card\d+'
    r"|  (?:classDef|style) \w+ fill:#\w+,stroke:#\w+,color:#\w+"
)


def decoded(text: str) -> str:
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), text)


@given(st.text(max_size=60))
def test_a_written_text_reads_back_as_it_was(text: str) -> None:
    assert decoded(mermaid_text(text)).strip() == one_line(text).strip()


@given(st.text(alphabet='"<>&`#;|[](){}*_~\\/:.1- \nae', max_size=40))
def test_nothing_that_means_something_to_mermaid_stands_bare(text: str) -> None:
    bare = re.sub(r"#\d+;", "", mermaid_text(text))
    assert not re.search(r'["<>&`#;|\[\]{}*~\\/\n]', bare)
    assert not re.match(r"\d+\.|[-+*]", bare) or mermaid_text(text).startswith("#")


def test_every_line_of_a_hostile_blueprint_is_one_of_ours() -> None:
    evil = '"]; click card0 "javascript:alert(1)" %% <script>alert(1)</script> `x` end'
    source = Blueprint.model_validate(
        {
            "blueprint": evil,
            "phases": {
                "P": [{"step": evil, "id": "s", "customer": {"name": evil, "id": "a"},
                       "frontstage": {"name": "b", "id": "b", "triggers": [{"to": "a", "label": evil}]}}]
            },
        }
    )  # fmt: skip
    lines = mermaid(view_of(source)).splitlines()
    assert lines[0] == "---"
    assert lines[1].startswith('title: "')
    assert lines[2:4] == ["---", "flowchart LR"]
    assert [line for line in lines[4:] if not LINE.fullmatch(line)] == []


def test_lanes_cards_and_links_are_all_there() -> None:
    view = view_of(blueprint.load(str(DATA / "everything.blueprint.yaml")))
    written = mermaid(view)
    assert written.count("  subgraph ") == len({card.lane for card in view.cards})
    assert len(re.findall(r"^    card\d+", written, re.MULTILINE)) == len(view.cards)
    assert len(re.findall(r"^  card\d+ ", written, re.MULTILINE)) == len(view.edges)
    assert 'card9 ==>|"5 #37; · Damaged"| card13' in written
