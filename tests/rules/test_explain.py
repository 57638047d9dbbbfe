"""Every code can be explained, in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from blueprint.errors import ReferenceNotFoundError
from blueprint.files.codes import FILE_CODES
from blueprint.files.theme_codes import THEME_CODES
from blueprint.integrity.codes import STRUCTURE_CODES
from blueprint.rules import RULES, explain, explanation_of, explanations, overview
from blueprint.words import translator

ROOT = Path(__file__).parents[2] / "blueprint"
SPEAKING = (
    *sorted((ROOT / "rules").glob("*.py")),
    *(ROOT / "render" / "report" / f"{name}.py" for name in ("__init__", "text", "rows", "sarif")),
    *sorted((ROOT / "integrity").glob("*.py")),
)


def templates(path: Path) -> list[str]:
    """Return the English texts a module says, as they stand in its source."""
    calls = [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    ]
    said = []
    for call in calls:
        name = (
            call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        )
        first = call.args[0] if call.args else None
        if (
            name in ("of", "say")
            and isinstance(first, ast.Constant)
            and isinstance(first.value, str)
        ):
            said.append(first.value)
    return said


def test_every_code_is_explained() -> None:
    codes = [rule.code for rule in RULES]
    assert list(explanations()) == sorted([*codes, *FILE_CODES, *STRUCTURE_CODES, *THEME_CODES])


def test_names_mean_one_code() -> None:
    names = [entry.name for entry in explanations().values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("code", explanations())
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_explanation_shows_both_examples(code: str, lang: str) -> None:
    entry = explanations()[code]
    text = explain(code, lang)
    assert text.startswith(f"{code} {entry.name} (")
    assert entry.summary.into(lang) in text
    for example in (entry.failing, entry.mended):
        shown = example if isinstance(example, str) else example.into(lang)
        assert f"    {shown.splitlines()[0]}" in text


@pytest.mark.parametrize("word", ["BP310", "bp310", "legacy-under-moment", "Legacy under moment"])
def test_codes_and_names_are_found(word: str) -> None:
    assert explanation_of(word).code == "BP310"


@pytest.mark.parametrize(
    ("word", "near"),
    [("BP3100", "BP310"), ("legacy-moment", "legacy-under-moment"), ("!", "such as|look like")],
)
def test_unknown_codes_are_refused_with_the_nearest(word: str, near: str) -> None:
    with pytest.raises(ReferenceNotFoundError, match=near):
        explain(word)


def test_the_overview_has_a_line_for_each_code() -> None:
    assert [line.split()[0] for line in overview("zh").splitlines()] == list(explanations())


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: path.stem)
def test_every_sentence_has_a_chinese_translation(path: Path) -> None:
    say = translator("zh")
    assert [text for text in templates(path) if say(text) == text and text not in UNCHANGED] == []


UNCHANGED = {"“{id}”"}
"""Sentences that are the same in Chinese."""


def test_every_text_of_the_codes_has_a_chinese_translation() -> None:
    say = translator("zh")
    phrases = [
        phrase
        for entry in STRUCTURE_CODES.values()
        for phrase in (entry.name, entry.meaning, entry.failing, entry.mended)
        if not isinstance(phrase, str)
    ]
    assert [str(p) for p in phrases if say(p.template) == p.template] == []


def test_translations_keep_every_value() -> None:
    import re

    say = translator("zh")
    for path in SPEAKING:
        for text in templates(path):
            assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", say(text)))
