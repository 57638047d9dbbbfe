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
from blueprint.render.mermaid_swimlane import mermaid_swimlane
from blueprint.safety.text import one_line

DATA = Path(__file__).parent / "data"
NODE = r'card\d+[\[(]"[^"<>&`{}|\[\]\\;]*(?:#\d+;[^"<>&`{}|\[\]\\;]*)*"[\])]'
LINE = re.compile(
    rf'  subgraph lane\d+\["[^"]*"\]|    {NODE}:::\w+|  end'
    r'|  card\d+ (?:==>|-\.->|-->)(?:\|"[^"]*"\|)? card\d+'
    r"|  (?:classDef|style) \w+ fill:#\w+,stroke:#\w+,color:#\w+"
    r"|  card\d+ ~~~ card\d+"
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


EVIL = '"]; click card0 "javascript:alert(1)" %% <script>alert(1)</script> `x` end'


def hostile() -> Blueprint:
    return Blueprint.model_validate(
        {
            "blueprint": EVIL,
            "phases": {
                "P": [{"step": EVIL, "id": "s", "customer": {"name": EVIL, "id": "a"},
                       "frontstage": {"name": "b", "id": "b", "triggers": [{"to": "a", "label": EVIL}]}}]
            },
        }
    )  # fmt: skip


def test_every_line_of_a_hostile_blueprint_is_one_of_ours() -> None:
    lines = mermaid(view_of(hostile())).splitlines()
    assert lines[0] == "---"
    assert lines[1].startswith('title: "')
    assert lines[2:4] == ["---", "flowchart LR"]
    assert [line for line in lines[4:] if not LINE.fullmatch(line)] == []


def test_every_line_of_a_hostile_swimlane_is_one_of_ours() -> None:
    lines = mermaid_swimlane(view_of(hostile())).splitlines()
    assert lines[:2] == ["---", "config:"]
    assert lines[3:5] == ["---", "swimlane-beta LR"]
    assert lines[5].startswith("  accTitle: #34;#93;#59; click card0 ")
    assert not re.search(r'["<>`%;\[\]{}]', re.sub(r"#\d+;", "", lines[5]))
    assert [line for line in lines[6:] if not LINE.fullmatch(line)] == []


def test_a_swimlane_has_the_lanes_cards_and_links_of_the_flowchart() -> None:
    for lang in ("en", "zh"):
        view = view_of(blueprint.load(str(DATA / "everything.blueprint.yaml")), lang=lang)
        shared = mermaid(view).partition("flowchart LR\n")[2]
        assert shared in mermaid_swimlane(view)


def test_invisible_links_lead_from_step_to_later_step_of_one_lane() -> None:
    view = view_of(blueprint.load(str(DATA / "everything.blueprint.yaml")))
    found = re.findall(r"  card(\d+) ~~~ card(\d+)\n", mermaid_swimlane(view))
    assert found
    for one, other in ((view.cards[int(a)], view.cards[int(b)]) for a, b in found):
        assert one.lane == other.lane
        assert one.step < other.step


def test_lanes_cards_and_links_are_all_there() -> None:
    view = view_of(blueprint.load(str(DATA / "everything.blueprint.yaml")))
    written = mermaid(view)
    assert written.count("  subgraph ") == len({card.lane for card in view.cards})
    assert len(re.findall(r"^    card\d+", written, re.MULTILINE)) == len(view.cards)
    assert len(re.findall(r"^  card\d+ ", written, re.MULTILINE)) == len(view.edges)
    assert 'card9 ==>|"5 #37; · Damaged"| card13' in written
