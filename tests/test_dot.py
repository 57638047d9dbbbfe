"""DOT, free and pinned: Graphviz takes it, shows the texts as they are, and moves nothing."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import blueprint
from blueprint.layout import layout
from blueprint.layout.show import view_of
from blueprint.layout.view import View
from blueprint.model import Blueprint
from blueprint.render.dot import dot
from blueprint.render.dot_pinned import dot_pinned
from blueprint.safety.text import one_line
from tests.conftest import tool
from tests.drawing.cases import CASES, case, large

DATA = Path(__file__).parent / "data"
NASTY = (
    'say "hi"', "<b>bold</b>", "<<b>x</b>>", "&lt;b&gt; &amp; &#65;", r"\N \G \l \r \n", "C:\\",
    "{a|b} <f0>", "javascript:alert(1)", "two\nlines\there", "]; evil -> node; [", "// no /* c */",
    "#hash", "办理入住", "שלום", "–—“”",
)  # fmt: skip


def graphviz(program: str, source: str, *options: str) -> str:
    ran = subprocess.run(
        [tool(program), *options],
        input=source.encode(),
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout.decode()


def words_of(svg: str) -> str:
    texts = ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return "\n".join((text.text or "").replace("\u00a0", " ") for text in texts)


def nasty() -> View:
    steps = [
        {"step": text, "id": f"s{n}", "customer": {"name": text, "id": f"a{n}"},
         "frontstage": {"name": "Serve", "id": f"b{n}"},
         "next": [{"to": f"s{(n + 1) % len(NASTY)}", "label": text}]}
        for n, text in enumerate(NASTY)
    ]  # fmt: skip
    return view_of(Blueprint.model_validate({"blueprint": NASTY[0], "phases": {"All": steps}}))


def test_free_and_pinned_show_every_text_as_it_is() -> None:
    view = nasty()
    free = words_of(graphviz("dot", dot(view), "-Tsvg"))
    for text in NASTY:
        assert " ".join(one_line(text).split()) in free.replace("\n", " "), text
    shown = re.sub(
        r"\s+", "", words_of(graphviz("neato", dot_pinned(layout(view)), "-n2", "-Tsvg"))
    )
    for text in NASTY:
        assert re.sub(r"\s+", "", one_line(text)) in shown, text


def test_no_address_is_ever_written() -> None:
    view = view_of(blueprint.load(str(DATA / "everything.blueprint.yaml")))
    for source in (dot(view), dot_pinned(layout(view)), dot(nasty())):
        assert not re.search(r"\b(URL|href)\s*=", source)
        assert "xlink:href" not in graphviz("dot", source, "-Tsvg")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_blueprint_that_says_everything_is_taken(lang: str) -> None:
    view = view_of(blueprint.load(str(DATA / "everything.blueprint.yaml")), lang=lang)
    assert view.lanes[1].name in words_of(graphviz("dot", dot(view), "-Tsvg"))


@pytest.mark.parametrize("seed", range(6))
def test_large_views_do_not_break_graphviz(seed: int) -> None:
    graphviz("dot", dot(large(90, seed=seed)), "-Tsvg")


def test_a_blueprint_without_steps_is_taken() -> None:
    view = view_of(Blueprint.model_validate({"blueprint": "Empty", "phases": {}}))
    graphviz("dot", dot(view), "-Tsvg")
    graphviz("neato", dot_pinned(layout(view)), "-n2", "-Tsvg")


@pytest.mark.parametrize("name", CASES)
def test_neato_moves_nothing(name: str) -> None:
    scene = layout(case(name))
    placed = graphviz("neato", dot_pinned(scene), "-n2", "-Tplain").splitlines()
    nodes = {
        row[1]: [float(x) for x in row[2:6]]
        for line in placed
        if (row := line.split())[0] == "node"
    }

    # neato counts from the lower left corner of what is drawn; one card tells the offset
    def corner(x: float, y: float) -> tuple[float, float]:
        return x / 72, (scene.height - y) / 72

    first = scene.cards[0]
    dx, dy = (nodes["card0"][k] - corner(*first.box.middle)[k] for k in (0, 1))
    for card in scene.cards:
        x, y, width, height = nodes[f"card{card.index}"]
        assert (x - dx, y - dy) == pytest.approx(corner(*card.box.middle), abs=0.002)
        assert (width * 72, height * 72) == pytest.approx(
            (card.box.width, card.box.height), abs=0.2
        )
    drawn = sorted(
        (row[1], row[2], int(row[3]), float(row[4]) - dx, float(row[5]) - dy)
        for line in placed
        if (row := line.split())[0] == "edge" and row[1].startswith("card")
    )
    index = {card.id: f"card{card.index}" for card in scene.cards}
    expected = sorted(
        (
            index[edge.source],
            index[edge.target],
            3 * (len(edge.points) - 1) + 1,
            *corner(*edge.points[0]),
        )
        for edge in scene.edges
    )
    assert [row[:3] for row in drawn] == [row[:3] for row in expected]
    for found, meant in zip(drawn, expected, strict=True):
        assert found[3:] == pytest.approx(meant[3:], abs=0.005)


@settings(max_examples=10)
@given(st.text(min_size=1, max_size=40))
def test_any_text_at_all_is_taken(text: str) -> None:
    view = case("city-hotel")
    cards = tuple(replace(card, name=text) for card in view.cards[:3])
    view = replace(view, title=text, cards=cards, edges=())
    graphviz("dot", dot(view), "-Tsvg")
    graphviz("neato", dot_pinned(layout(view)), "-n2", "-Tsvg")
