"""The SVG is well-formed, plain, safe and carries the hooks a page builds on."""

from __future__ import annotations

import re
from dataclasses import replace
from math import hypot
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprint.layout import layout
from blueprint.layout.scene import SceneEdge
from blueprint.layout.view import Field, View
from blueprint.render.svg import svg
from blueprint.render.svg_edges import edge_group
from blueprint.render.themes.light import LIGHT
from tests.drawing.cases import CASES, case
from tests.drawing.strategies import views

NS = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "g", "path", "rect", "circle", "text", "tspan", "title", "desc"}
FORBIDDEN_ATTRIBUTES = {"style", "textLength", "href", "onclick", "onload", "filter", "mask"}
NAUGHTY = (
    "</text></svg><script>alert(1)</script>",
    '" onload="alert(1)',
    "' onmouseover='alert(1)'",
    "]]> & &amp; &#x0; <!-- --",
    "a\x00b\x08c\x1bd",
    "\ud800 lone, \ufffe and \uffff",
    "javascript:alert(1)",
    "\u202eright to left\u202c",
    "${x} {{ y }} {% z %} {name}",
)


def everywhere(view: View, text: str) -> View:
    """Put a text into every place of a view that takes one."""
    return replace(
        view,
        id=text,
        title=text,
        subtitle=text,
        lanes=tuple(replace(lane, id=f"{n}{text}", name=text) for n, lane in enumerate(view.lanes)),
        lines=tuple(replace(line, name=text) for line in view.lines),
        phases=tuple(replace(phase, id=text, name=text) for phase in view.phases),
        steps=tuple(replace(step, id=text, name=text, emotion_text=text) for step in view.steps),
        cards=tuple(
            replace(
                card,
                id=f"{n}{text}",
                name=text,
                department=text,
                department_id=text,
                badges=tuple(replace(badge, text=text) for badge in card.badges),
                remarks=tuple(replace(remark, text=text) for remark in card.remarks),
                channels=tuple(
                    replace(channel, id=text, name=text, kind=text) for channel in card.channels
                ),
                fields=(Field(name=text, values=(text,)),),
            )
            for n, card in enumerate(view.cards)
        ),
        edges=tuple(replace(edge, label=text) for edge in view.edges),
    )


def parsed(view: View) -> ET.Element:
    """Draw a view and parse the result."""
    return ET.fromstring(svg(layout(view)))


def check_plain(root: ET.Element) -> None:
    """Check that nothing is in the document but what every program can draw."""
    for element in root.iter():
        assert element.tag.removeprefix(NS) in ALLOWED
        assert not FORBIDDEN_ATTRIBUTES & set(element.attrib)
        assert not any(name.startswith("on") for name in element.attrib)
        for name, value in element.attrib.items():
            assert "var(" not in value or name.startswith(("data-", "aria-"))


@pytest.mark.parametrize("text", NAUGHTY)
def test_a_naughty_text_stays_data_wherever_it_stands(text: str) -> None:
    root = parsed(everywhere(case("city-hotel"), text))
    check_plain(root)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", element.get("id", "x")) for element in root.iter())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(views(most_lanes=3, most_steps=3), st.text(max_size=40))
def test_any_text_gives_a_document_that_parses(view: View, text: str) -> None:
    check_plain(parsed(everywhere(view, text)))


@pytest.mark.parametrize("name", CASES)
def test_every_card_link_and_label_has_its_hooks(name: str) -> None:
    view = case(name)
    root = parsed(view)
    cards = {card.get("data-id"): card for card in root.iter() if "bp-card" in classes(card)}
    assert list(cards) == [card.id for card in view.cards]
    for card in view.cards:
        shown = cards[card.id]
        assert shown.get("data-lane") == view.lanes[card.lane].id
        assert shown.get("data-step") == str(card.step)
        assert shown.get("role") == "img"
        assert card.name in (shown.get("aria-label") or "")
        assert f"bp-lane-{view.lanes[card.lane].kind}" in classes(shown)
    links = {edge.get("data-n"): edge for edge in root.iter() if "bp-edge" in classes(edge)}
    for n, edge in enumerate(view.edges):
        shown = links[str(n)]
        assert shown.get("data-source") == view.cards[edge.source].id
        assert shown.get("data-target") == view.cards[edge.target].id
        assert f"bp-kind-{edge.kind}" in classes(shown)
        parts = [name for part in shown for name in classes(part)]
        assert parts == ["bp-casing", "bp-line", "bp-arrow"]
    labels = [label.get("data-n") for label in root.iter() if "bp-label" in classes(label)]
    assert labels == [str(n) for n, edge in enumerate(view.edges) if edge.label]


def test_a_class_means_one_sort_of_element() -> None:
    tags: dict[str, set[str]] = {}
    for element in parsed(case("city-hotel")).iter():
        for name in classes(element):
            tags.setdefault(name, set()).add(element.tag.removeprefix(NS))
    mixed = {name for name, found in tags.items() if "text" in found and len(found) > 1}
    assert not mixed


def classes(element: ET.Element) -> list[str]:
    """Return an element's classes."""
    return (element.get("class") or "").split()


def test_ids_differ_from_document_to_document() -> None:
    ids = [
        {element.get("id") for element in parsed(case(name)).iter() if element.get("id")}
        for name in CASES
    ]
    assert not ids[0] & ids[1]


def test_ids_are_unique_in_a_document() -> None:
    ids = [element.get("id") for element in parsed(case("city-hotel")).iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_the_document_is_named_and_described() -> None:
    root = parsed(case("hospital-zh"))
    title, desc = root[0], root[1]
    assert title.text == "三甲医院门诊就诊服务蓝图 Outpatient visit"
    assert desc.text == "服务蓝图：9 个步骤、47 项行为、62 条连线"
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == desc.get("id")


def test_the_customers_way_is_drawn_over_the_other_links() -> None:
    kinds = [
        classes(edge)[1] for edge in parsed(case("city-hotel")).iter() if "bp-edge" in classes(edge)
    ]
    first_flow = kinds.index("bp-kind-flow")
    assert set(kinds[first_flow:]) == {"bp-kind-flow"}


def test_what_is_cut_short_is_whole_in_the_title() -> None:
    view = case("city-hotel")
    long = "Checks every parcel against the note " * 12
    cards = (replace(view.cards[0], name=long), *view.cards[1:])
    root = parsed(replace(view, cards=cards))
    shown = next(card for card in root.iter() if "bp-card" in classes(card))
    title = shown.find(f"{NS}title")
    assert title is not None
    assert long.strip() in (title.text or "")


def first_font(view: View) -> str:
    """Return the font that a view's drawing asks for first."""
    return (parsed(view).get("font-family") or "").split(",")[0].strip("'")


def test_latin_fonts_come_first_unless_the_texts_are_chinese() -> None:
    english, chinese = case("city-hotel"), case("hospital-zh")
    assert first_font(english) == "Noto Sans"
    assert first_font(chinese) == "Noto Sans CJK SC"
    assert first_font(replace(chinese, lang="en")) == "Noto Sans CJK SC"
    stray = replace(english.cards[0], name="酒店大堂")
    assert first_font(replace(english, cards=(stray, *english.cards[1:]))) == "Noto Sans"


def test_a_lit_link_has_a_larger_arrow_head() -> None:
    one = layout(case("city-hotel")).edges[0]
    lit = replace(one, lit=True)
    assert head_height(lit) > 1.2 * head_height(one)


def head_height(edge: SceneEdge) -> float:
    """Return how long the diagonal of the box around a link's arrow head is."""
    path = ET.fromstring(edge_group(edge, LIGHT))[-1].get("d") or ""
    numbers = [float(n) for n in re.findall(r"-?[0-9.]+", path)]
    across, along = numbers[::2], numbers[1::2]
    return hypot(max(across) - min(across), max(along) - min(along))


def fonts_of(view: View) -> dict[str, tuple[str, str]]:
    """Return language and first font of the texts that are set in another script."""
    return {
        "".join(element.itertext()): (
            element.get("lang") or "",
            (element.get("font-family") or "").split(",")[0].strip("'"),
        )
        for element in parsed(view).iter(f"{NS}text")
        if element.get("lang")
    }


def test_a_text_in_the_other_script_keeps_its_own_quotation_marks() -> None:
    english, chinese = case("city-hotel"), case("hospital-zh")
    names = ("“Fast lane” clerk", "HIS", "说“请稍候”")
    cards = [replace(card, name=name) for card, name in zip(chinese.cards, names, strict=False)]
    shown = fonts_of(replace(chinese, cards=tuple(cards), edges=()))
    assert shown == {"“Fast lane” clerk": ("en", "Noto Sans")}
    cards = [replace(card, name=name) for card, name in zip(english.cards, names, strict=False)]
    shown = fonts_of(replace(english, cards=(*cards, *english.cards[3:])))
    assert shown == {"说“请稍候”": ("zh", "Noto Sans CJK SC")}
