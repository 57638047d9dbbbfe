"""The page's two walls: what it is made of cannot run, and its policy would not let it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from blueprint.drawing import draw
from blueprint.layout.show.elements import elements_of
from blueprint.model import Blueprint
from blueprint.page import Edition, page
from blueprint.page.assets import script, style
from blueprint.report import Finding, Mark, Method, Overlay, Report
from blueprint.words import Phrase
from tests.page.conftest import Opened
from tests.page.made import delivery_page, everything_page, view_and_scene

EVIL = (
    "</script><script>window.P=1</script>",
    "</style><script>window.P=2</script>",
    '"><img src=x onerror="window.P=3">',
    "'><svg onload=window.P=4>",
    "javascript:window.P=5",
    "<!--<script>window.P=6//",
    "]]><script>window.P=7</script>",
    "{{ 7*7 }}{% for x in y %}${window.P=8}`",
    "\\u003cscript>window.P=9</script>",
    "</title></desc></text></svg><iframe srcdoc='<script>parent.P=10</script>'>",
    "&lt;script&gt;window.P=11&lt;/script&gt;",
    "$& $1 {name} {n} constructor __proto__",
)


def hostile(text: str) -> Blueprint:
    """Return a blueprint that says one text wherever it can say any."""
    element = {
        "name": text,
        "note": text,
        "tags": [text],
        "links": [text, {"text": text, "url": text}],
    }
    action = {**element, "department": "d", "systems": ["s"], "channels": ["c"], "role": text,
              "standard": text, "pain": [text], "fails": [{"name": text}], "knowledge": ["k"],
              "moment_of_truth": {"kind": text, "note": text, "standard": text}}  # fmt: skip
    step = {
        "step": text, "id": "one", "note": text, "customer": {**action, "id": "a", "asks": [text]},
        "evidence": {"name": text, "id": "e", "place": text},
        "frontstage": {**action, "id": "f", "triggers": [{"to": "b", "label": text}]},
        "backstage": {**action, "id": "b", "actor": "technology"},
        "experience": {"emotion": {text: 3}, "pain": [text], "values": [text],
                       "surprise": {"name": text, "situation": text}},
        "next": [{"to": "two", "label": text, "when": text}],
    }  # fmt: skip
    return Blueprint.model_validate(
        {
            "blueprint": text, "source": text, "note": text, "currency": text,
            "brand": {"stands_for": [text]},
            "departments": {"d": element}, "systems": {"s": element}, "channels": {"c": element},
            "knowledge": {"k": {**element, "answers": {"c": text}, "flags": [text]}},
            "personas": {"p": {"name": text, "age": text, "goals": {"functional": text}}},
            "promises": {"o": {"text": text, "source": text}},
            "metrics": {"m": {"name": text, "kind": text}},
            "observations": {"q": {"says": text, "about": ["one"]}},
            "phases": [{"phase": text, "note": text, "id": "p1",
                        "steps": [step, {"step": text, "id": "two", "customer": {"name": text, "id": "z"}}]}],
        }
    )  # fmt: skip


def hostile_report(text: str) -> Report:
    said = Phrase.of("{text}", text=text)
    return Report(
        name=text,
        title=said,
        method=Method(
            name=text, source=said, formula=text, assumptions=(said,), cannot_tell=(said,)
        ),
        summary=(said,),
        findings=(
            Finding(code=text, severity="error", message=said, hint=said, about=("a", text)),
        ),
        overlay=Overlay(title=said, elements={"a": Mark(role="start", badge=text, note=said)}),
    )


def hostile_page(text: str) -> str:
    source = hostile(text)
    view, scene = view_and_scene(source)
    edition = Edition(
        view=view, scene=scene, elements=elements_of(source), reports=(hostile_report(text),)
    )
    return page([edition])


def hash_of(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_names_exactly_the_page_s_own_script_and_style() -> None:
    html = everything_page()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    told = policy[1].replace("&#39;", "'")
    assert told == (
        f"default-src 'none'; script-src 'sha256-{hash_of(script())}'; "
        f"style-src 'sha256-{hash_of(style())}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert f"<script>{script()}</script>" in html
    assert f"<style>{style()}</style>" in html


def test_script_and_style_are_the_same_for_every_page() -> None:
    for html in (everything_page("zh"), delivery_page(), hostile_page(EVIL[0])):
        assert f"<script>{script()}</script>" in html


def test_no_style_and_no_handler_stands_in_an_attribute() -> None:
    html = everything_page().replace(script(), "").replace(style(), "")
    assert not re.search(r"<[^>]*\s(style|on\w+)=", html)


@pytest.mark.parametrize("made", [everything_page, delivery_page], ids=["everything", "delivery"])
def test_nothing_is_fetched_and_nothing_complains(
    opened: Callable[..., Opened], made: Callable[[str], str]
) -> None:
    seen = opened(made("zh"))
    seen.page.click(".bp-card.bp-lane-customer >> nth=0")
    for tab in ("table", "story", "drawing"):
        seen.page.click(f"#tab-{tab}")
    seen.page.click("#open-reports")
    seen.page.click("#theme")
    assert (seen.asked, seen.said, seen.dialogs) == ([], [], [])


@pytest.mark.parametrize(
    ("text", "bypass"), [*((text, True) for text in EVIL), *((text, False) for text in EVIL[:3])]
)
def test_hostile_texts_stay_texts(
    opened: Callable[..., Opened], text: str, *, bypass: bool
) -> None:
    seen = opened(hostile_page(text), bypass_csp=bypass)
    for card in ("a", "f", "b"):
        seen.card(card).click()
    assert text.strip() in " ".join(seen.page.locator("#panel-details").all_inner_texts())
    seen.page.click("#open-home")
    seen.page.click("#open-reports")
    seen.page.click("[data-finding]")
    seen.page.click("#open-filters")
    seen.page.fill("#query", text)
    for tab in ("table", "story"):
        seen.page.click(f"#tab-{tab}")
    assert seen.page.evaluate("window.P") is None
    assert seen.page.title() == text.strip()
    assert (seen.asked, seen.dialogs) == ([], [])
    assert [line for line in seen.said if "Content Security" not in line] == []
    counts = seen.page.evaluate(
        "['script', 'style', 'iframe', 'img', 'svg', 'object', 'form']"
        ".map((name) => document.getElementsByTagName(name).length)"
    )
    assert counts == [2, 1, 0, 0, 1, 0, 2]
    assert seen.page.evaluate("[...document.links].filter((a) => !/^https?:|^#/.test(a.getAttribute('href'))).length") == 0  # fmt: skip


def test_the_policy_alone_stops_what_is_put_in_raw(opened: Callable[..., Opened]) -> None:
    evil = '<script>window.P=1</script><img src=x onerror="window.P=2"><svg onload="window.P=3">'
    html = everything_page().replace("</main>", f"{evil}</main>")
    seen = opened(html)
    seen.page.wait_for_timeout(100)
    assert seen.page.evaluate("window.P") is None
    assert seen.asked == []


def test_the_data_block_is_data_and_nothing_else() -> None:
    html = hostile_page(EVIL[0])
    block = html.split('<script type="application/json" id="blueprint-data">')[1].split(
        "</script>"
    )[0]
    assert not re.search("[<>&]", block)
    data: dict[str, Any] = json.loads(block)
    assert EVIL[0] in [item["name"] for item in data["items"]]


def test_the_same_blueprint_gives_the_same_bytes() -> None:
    source = hostile("Same")
    assert draw(source, "html") == draw(source, "html")
