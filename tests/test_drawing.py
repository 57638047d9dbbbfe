"""Drawing any blueprint in any format: no trouble, no code, the same bytes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings

import blueprint
from blueprint.errors import BlueprintError
from blueprint.model import Blueprint, Step
from blueprint.render.formats import FORMATS, format_of
from tests.conftest import tool
from tests.strategies import blueprints
from tests.thirdparty.suites import load as naughty

ROOT = Path(__file__).parents[1]
NAMES = [entry.name for entry in FORMATS if not entry.extra]
"""Formats that need no package more; `tests/formats` draws the others."""


@settings(max_examples=8)
@given(blueprints())
def test_every_valid_blueprint_is_drawn_in_every_format_and_language(plain):
    made = Blueprint.model_validate(plain)
    for name in NAMES:
        for lang in ("en", "zh"):
            assert blueprint.draw(made, name, lang=lang)
    ET.fromstring(str(blueprint.draw(made, "svg")))
    json.loads(str(blueprint.draw(made, "json")))


HOSTILE = [
    "</script><script>window.P=1</script>",
    "<img src=x onerror=window.P=1>",
    '"><svg onload=window.P=1>',
    "]]> --> <!-- <![CDATA[",
    "javascript:window.P=1",
    "{{7*7}} {% raw %} ${7} #{7}",
    "&lt;b&gt; &#x3c; &amp;lt;",
    "a|b `code` [x](javascript:1) **b** \\",
    "\u202eright to left\u202c \u200binvisible\u2060",
    "x" * 300,
    "𝕏 👩‍👩‍👧‍👦 ﷽ Ĳ",
]


def everywhere(payload):
    """A blueprint that says one text in every place a text can stand."""
    return Blueprint.model_validate(
        {
            "blueprint": payload,
            "source": payload,
            "note": payload,
            "departments": {"d": {"name": payload, "note": payload}},
            "systems": {
                "s": {
                    "name": payload,
                    "department": "d",
                    "links": [{"text": payload, "url": payload}],
                }
            },
            "channels": {"c": {"name": payload, "kind": "web"}},
            "personas": {"p": {"name": payload, "age": payload, "goals": {"functional": payload}}},
            "promises": {"q": {"text": payload, "made_by": "d", "kept_by": ["a"]}},
            "knowledge": {"k": {"name": payload, "answers": {"c": payload}, "flags": payload}},
            "phases": [
                {
                    "phase": payload,
                    "id": "ph",
                    "steps": [
                        {
                            "step": payload,
                            "id": "st",
                            "channels": "c",
                            "customer": {
                                "name": payload,
                                "id": "a",
                                "note": payload,
                                "tags": payload,
                                "needs": [{"to": "f", "label": payload}],
                            },
                            "evidence": {"name": payload, "id": "e", "place": payload},
                            "frontstage": {
                                "name": payload,
                                "id": "f",
                                "role": payload,
                                "department": "d",
                                "systems": "s",
                                "standard": payload,
                                "knowledge": "k",
                                "links": payload,
                            },
                            "moment_of_truth": {"kind": payload, "note": payload},
                            "experience": {"pain": payload, "surprise": payload},
                            "fails": {"name": payload, "recovery": "f"},
                            "next": [{"to": "st2", "when": payload, "probability": 1}],
                        },
                        {
                            "step": payload,
                            "id": "st2",
                            "backstage": {
                                "name": payload,
                                "id": "b",
                                "status": "proposed",
                                "pain": payload,
                            },
                        },
                    ],
                }
            ],
        }
    )


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_texts_stay_texts_in_every_format(payload):
    made = everywhere(payload)
    svg = ET.fromstring(str(blueprint.draw(made, "svg")))
    tags = {element.tag.rpartition("}")[2] for element in svg.iter()}
    assert tags <= {
        "svg",
        "g",
        "rect",
        "path",
        "circle",
        "text",
        "tspan",
        "title",
        "desc",
        "line",
        "polygon",
        "polyline",
        "ellipse",
    }
    assert not [
        name
        for element in svg.iter()
        for name in element.attrib
        if name.startswith("on") or name == "style" or "href" in name
    ]
    page = str(blueprint.draw(made, "html"))
    assert page.count("<script") == page.count("</script>") == 2
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert "URL" not in str(blueprint.draw(made, "dot"))
    drawn = subprocess.run(
        [tool("dot"), "-Tplain"],
        input=str(blueprint.draw(made, "dot")).encode(),
        capture_output=True,
        check=False,
    )
    assert drawn.returncode == 0, drawn.stderr
    markdown = str(blueprint.draw(made, "md"))
    assert "<img" not in markdown
    assert not re.search(r"(?<!\\)\]\(javascript:", markdown)
    assert json.loads(str(blueprint.draw(made, "json")))["title"]


def test_naughty_strings_are_drawn():
    names = [text for text in naughty("blns") if is_text(text)]
    assert len(names) > 450
    for at in range(0, len(names), 30):
        steps = [
            {"id": f"s{n}", "step": name, "frontstage": {"id": f"f{n}", "name": name}}
            for n, name in enumerate(names[at : at + 30])
        ]
        made = Blueprint.model_validate({"blueprint": "B", "phases": {"P": steps}})
        ET.fromstring(str(blueprint.draw(made, "svg")))
        assert blueprint.draw(made, "md")


def is_text(text):
    """Whether the format takes it as a text; what it refuses is tested with the reader."""
    try:
        Step(step=text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("name", ["svgg", "", "exe", "../svg"])
def test_an_unknown_format_lists_those_there_are(name):
    with pytest.raises(
        BlueprintError,
        match="svg, png, pdf, html, dot, dot-pinned, mmd, swimlane.mmd, md, json, scene.json",
    ):
        format_of(name)


_SCRIPT = """
import blueprint, hashlib
stay = blueprint.load("examples/hotel_stay.blueprint.yaml")
for form in ("svg", "html", "dot", "mmd", "md", "json"):
    for lang in ("en", "zh"):
        print(form, lang, hashlib.sha256(blueprint.draw(stay, form, lang=lang).encode()).hexdigest())
shop = blueprint.load_workspace("examples/one_day_delivery")
print(hashlib.sha256(repr(blueprint.check(shop).to_dict()).encode()).hexdigest())
"""


def test_every_format_has_the_same_bytes_whatever_the_hash_seed():
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
