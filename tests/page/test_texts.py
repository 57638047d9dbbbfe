"""What the page says: all of it in Chinese too, and only what concerns this blueprint."""

from __future__ import annotations

import json
import re
from typing import Any

from blueprint.drawing import draw
from blueprint.model import LINK_KINDS
from blueprint.page.assets import script, template
from blueprint.page.facets import SAID
from blueprint.page.palette import palette
from blueprint.page.ripple_texts import RIPPLE
from blueprint.page.stage_texts import STAGE
from blueprint.page.texts import KINDS, LINK_NAMES, LINKS, SCRIPT
from blueprint.render.themes.dark import DARK
from blueprint.render.themes.light import LIGHT
from blueprint.report import Finding, Method, Report
from blueprint.words import Phrase, translator
from tests.page.made import everything


def data_of(html: str) -> dict[str, Any]:
    block = html.split('id="blueprint-data">')[1].split("</script>", maxsplit=1)[0]
    data: dict[str, Any] = json.loads(block)
    return data


def test_every_text_is_said_in_chinese() -> None:
    say = translator("zh")
    texts = {*KINDS.values(), *SCRIPT.values(), *(text for pair in LINKS.values() for text in pair)}
    texts |= {*LINK_NAMES.values(), *STAGE.values(), *RIPPLE.values()}
    texts |= {text for words in SAID.values() for text in words.values()}
    texts |= set(re.findall(r'\bt\("((?:[^"\\]|\\.)*)"\)', template()))
    assert len(texts) > 120
    assert [text for text in texts if say(text) == text] == []


def test_every_kind_of_link_has_words() -> None:
    assert set(LINKS) == set(LINK_KINDS)
    moving = {kind for kind, row in LINK_KINDS.items() if row.conducts}
    assert set(LINK_NAMES) == moving


def test_all_that_the_script_says_has_a_text() -> None:
    keys = set(re.findall(r'\bsay\("([\w-]+)"', script()))
    keys |= set(re.findall(r'\bshortcut\(\[[^\]]*\], "(\w+)"', script()))
    assert len(keys) > 60
    assert keys <= {*SCRIPT, *STAGE, *RIPPLE}


def test_both_themes_colour_the_same_things() -> None:
    assert set(palette(LIGHT)) == set(palette(DARK))


def test_findings_about_other_blueprints_are_left_out() -> None:
    findings = tuple(
        Finding(code="BP1", severity="info", message=Phrase.of(text), about=about)
        for text, about in (("here", ("packs",)), ("nowhere", ("returns:pack",)), ("whole", ()))
    )
    method = Method(name="m", source=Phrase.of("Made for the tests"))
    report = Report(name="r", title=Phrase.of("R"), method=method, findings=findings)
    html = draw(everything(), "html", lang="en", reports=(report,))
    assert isinstance(html, str)
    assert [finding["text"] for finding in data_of(html)["reports"][0]["findings"]] == [
        "here",
        "whole",
    ]
    assert html.count('class="finding info"') == 2


def test_links_carry_how_a_change_travels_by_the_table() -> None:
    html = draw(everything(), "html")
    assert isinstance(html, str)
    way = {"forward": 1, "backward": -1, "both": 2}
    for link in data_of(html)["links"]:
        row = LINK_KINDS[link[2]]
        assert link[4:6] == [way.get(row.demand, 0), way.get(row.disruption, 0)]
