"""The words of a ripple: a verb for every link and way, and Chinese for every sentence."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from blueprint.analysis.ripple import words as ripple_words
from blueprint.analysis.ripple.columns import TITLES
from blueprint.analysis.ripple.efforts import effort_told, money_told
from blueprint.analysis.ripple.telling import BACKWARD, FORWARD
from blueprint.graph.couplings import DIRECTIONS, travel
from blueprint.model import LINK_KINDS
from blueprint.words import Phrase, translator
from blueprint.words.label import label_phrase, listing

ROOT = Path(__file__).parents[2] / "blueprint"


def test_there_is_a_verb_for_every_link_and_every_way_a_change_takes_along_it() -> None:
    for kind in LINK_KINDS:
        for direction in DIRECTIONS:
            way = travel(kind, direction)
            if way in ("forward", "both"):
                assert kind in FORWARD
            if way in ("backward", "both"):
                assert kind in BACKWARD


def templates() -> set[str]:
    """Every English template that the ripple's rooms hand to a phrase or a translator."""
    files = [
        *ROOT.glob("analysis/ripple/*.py"),
        *ROOT.glob("render/report/ripple_*.py"),
        ROOT / "render/report/markdown.py",
    ]
    found: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                text = node.args[0].value
                if name in ("of", "say") and isinstance(text, str):
                    found.add(text)
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and re.search(r"\{\w+\}", text) and " = " not in text:
                found.add(text)
    for verbs in (FORWARD, BACKWARD):
        found |= {clause for pair in verbs.values() for clause in pair}
    for name in (
        "HOW_TOLD", "HOW", "PART", "DIRECTION", "SPENT", "KIND", "COMING", "STAGE", "BECAUSE",
        "BY", "KNOWN", "OF",
    ):  # fmt: skip
        found |= set(getattr(ripple_words, name).values())
    return {text for text in found | set(TITLES.values()) if "\n" not in text}


@pytest.mark.parametrize("template", sorted(templates()))
def test_every_sentence_has_its_chinese_with_the_same_values(template: str) -> None:
    said = translator("zh")(template)
    names = set(re.findall(r"\{(\w+)\}", template))
    allowed = names | ({"one"} if "before" in names else set())
    assert set(re.findall(r"\{(\w+)\}", said)) <= allowed
    assert names <= set(re.findall(r"\{(\w+)\}", said))
    if re.search(r"[a-z]{3}", re.sub(r"\{\w+\}", "", template)):
        assert said != template


def test_labels_are_said_in_the_readers_language_and_never_translated() -> None:
    both = label_phrase({"en": "Order", "zh-Hans": "下单"})
    assert [both.into(lang) for lang in ("en", "zh", "fr")] == ["Order", "下单", "Order"]
    assert label_phrase("system").into("zh") == "system"
    assert str(Phrase.of("“{name}”", name=label_phrase("{braces}"))) == "“{braces}”"


def test_a_listing_of_many_names_stays_in_order() -> None:
    many = [label_phrase(str(n)) for n in range(3000)]
    assert str(listing(many)) == ", ".join(str(n) for n in range(3000))


def test_working_times_and_money_are_told_in_the_readers_language() -> None:
    assert effort_told("60 d").into("zh") == "60 天"
    assert effort_told("1.5 d 4 h").into("zh") == "1.5 天 4 小时"
    assert effort_told("PT90M").into("en") == "1 h 30 min"
    assert money_told(1234567.5, "EUR").into("en") == "1,234,567.5 EUR"
    assert money_told(0.0, None).into("en") == "0"


def test_of_many_names_the_first_are_told_and_the_others_counted() -> None:
    names = [label_phrase(name) for name in "abcdefgh"]
    assert str(ripple_words.some_of(names, 3)) == "a, b, c and 5 more"
    assert ripple_words.some_of(names, 3).into("zh") == "a、b、c，以及另外 5 个"
    assert str(ripple_words.some_of(names[:3], 3)) == "a, b, c"
