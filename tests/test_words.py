"""Everything the program says is there in Chinese, with the same values in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from blueprint.words import Phrase, translator
from blueprint.words import compile as compiling

ROOM = Path(compiling.__file__).parent
PACKAGE = ROOM.parent
ALSO_GIVEN = {"one", "other", "before"}
"""The ends of a link and the path before it: every sentence of a path is given all three."""
FIELD = re.compile(r"\{([a-z_]*)[^}]*\}")


def spoken() -> Iterator[tuple[str, str]]:
    """Go through the texts of all phrases in the code, with the file they stand in."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = ast.unparse(node.func)
            if called not in ("Phrase.of", "Phrase", "say", "word", "t"):
                continue
            text = node.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield str(path.relative_to(PACKAGE)), text.value
        for text in named_first(ast.parse(path.read_text(encoding="utf-8"))):
            yield str(path.relative_to(PACKAGE)), text
    for path in sorted(PACKAGE.rglob("*.j2")):
        for text in re.findall(r"\b(?:say|t)\(\"([^\"]+)\"\)", path.read_text(encoding="utf-8")):
            yield str(path.relative_to(PACKAGE)), text


def named_first(tree: ast.Module) -> Iterator[str]:
    """Go through texts that get a name in a function before a phrase is made of them."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        inside = list(ast.walk(function))
        names = {
            ast.unparse(call.args[0])
            for call in inside
            if isinstance(call, ast.Call) and call.args and ast.unparse(call.func) == "Phrase.of"
        }
        for node in inside:
            if isinstance(node, ast.Assign) and {ast.unparse(t) for t in node.targets} & names:
                yield from texts_of(node.value)


def texts_of(value: ast.expr) -> Iterator[str]:
    """Go through the texts a name may stand for: one, or one of two."""
    if isinstance(value, ast.IfExp):
        yield from texts_of(value.body)
        yield from texts_of(value.orelse)
    elif isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value


def chinese() -> dict[str, str]:
    known: dict[str, str] = {}
    for source in sorted((ROOM / "zh").glob("*.po")):
        with source.open("rb") as file:
            known |= {str(m.id): str(m.string) for m in read_po(file, locale="zh") if m.id}
    return known


def test_the_compiled_words_are_those_of_the_sources():
    assert (ROOM / "zh.mo").read_bytes() == compiling.compiled(), (
        "run python -m blueprint.words.compile"
    )


def test_every_phrase_has_a_chinese_text():
    known = chinese()
    only_values = re.compile(r"[^A-Za-z]*\Z")
    missing = [
        (file, text)
        for file, text in spoken()
        if text not in known and not only_values.match(FIELD.sub("", text))
    ]
    assert missing == []


def test_a_translation_holds_the_same_values():
    for english, said in chinese().items():
        assert set(FIELD.findall(said)) <= set(FIELD.findall(english)) | ALSO_GIVEN, english
        assert said.strip(), english


@pytest.mark.parametrize("tag", ["zh", "zh-CN", "ZH_hans", "zh-Hant-TW"])
def test_every_kind_of_chinese_is_read_as_chinese(tag):
    assert translator(tag)("Backstage") == "后台"


@pytest.mark.parametrize("tag", ["en", "fr", "", "zhx"])
def test_other_languages_read_english(tag):
    assert translator(tag)("Backstage") == "Backstage"


def test_values_are_data_and_never_templates():
    evil = Phrase.of("system “{id}” is not defined", id="{id.__class__}")
    assert str(evil) == "system “{id.__class__}” is not defined"
    assert "{id.__class__}" in evil.into("zh")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_said_is_nothing_in_every_language(lang):
    assert Phrase.of("").into(lang) == ""
