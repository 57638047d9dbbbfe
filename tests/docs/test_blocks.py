"""What the pages show is what happens: commands and their output, Python, files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from blueprint.files import Document, read, read_text
from blueprint.files.theme_reading import read_theme_file
from blueprint.files.yaml_reader import read_yaml
from blueprint.model import (
    BackstageAction,
    Blueprint,
    Change,
    CustomerAction,
    Evidence,
    OrganisationCatalog,
    Step,
)
from blueprint.rules import check
from tests.docs.pages import PAGES, ROOT, RULES_PAGE, Block, blocks_of, name_of
from tests.docs.running import Reader

CI_RUNS = (
    (
        "python3 -m venv .venv && .venv/bin/pip install --quiet --editable . "
        "&& .venv/bin/blueprint build examples/one_day_delivery -o out\n"
    ),
    '.venv/bin/pip install --quiet --editable ".[dev]" && .venv/bin/pytest\n',
)
"""The two commands of the README; continuous integration runs them in a fresh checkout."""

SHOWN = tuple(page for page in PAGES if page != RULES_PAGE)
YAML = [
    pytest.param(page, n, block, id=f"{name_of(page)}:{block.line}")
    for page in SHOWN
    for n, block in enumerate(blocks_of(page))
    if block.language == "yaml" and block.remark != "a file of another tool"
]
_WHOLE = re.compile(r"^(blueprint|catalog|change|theme):", re.MULTILINE)
_FILE_OF = {
    "blueprint": "x.blueprint.yaml",
    "catalog": "catalog.yaml",
    "change": "x.change.yaml",
}
_EXCERPT = re.compile(r"^ *\d+ \| (?P<line>.*)$\n^ *\| (?P<arrow> *\^+)", re.MULTILINE)
_CODE = re.compile(r"error\[(BP\d{3})\]")


def test_the_readme_begins_with_the_two_commands_of_continuous_integration() -> None:
    for page in ("README.md", "README.zh.md"):
        shown = [block.text for block in blocks_of(ROOT / page) if block.language == "sh"]
        assert tuple(shown[:2]) == CI_RUNS


@pytest.mark.parametrize("page", SHOWN, ids=name_of)
def test_following_a_page_shows_what_it_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(tmp_path, monkeypatch)
    for block in blocks_of(page):
        if block.text not in CI_RUNS:
            reader.follow(block)


@pytest.mark.parametrize(("page", "n", "block"), YAML)
def test_a_file_is_right_unless_a_mistake_of_it_is_shown(
    page: Path, n: int, block: Block, tmp_path: Path
) -> None:
    expected = _mistakes_shown(block, blocks_of(page)[n + 1 :])
    whole = _WHOLE.search(block.text)
    if whole and whole[1] == "theme":
        codes = {problem.code for problem in read_theme_file(block.text).problems}
        assert codes <= {"BP123"}  # a logo that is only shown
    elif expected or whole:
        file = tmp_path / _FILE_OF[whole[1] if whole else "blueprint"]
        file.write_text(block.text, "utf-8")
        document = read(file)
        codes = [problem.code for problem in document.problems if problem.severity == "error"]
        assert codes == expected or (not expected and _only_names_others(block, document))
    else:
        assert any(_fits(block.text, cls) for cls in _PARTS), f"no part of a file: {block.text}"


def test_the_mistake_in_the_readme_gets_what_it_says() -> None:
    blocks = blocks_of(ROOT / "README.md")
    right = next(block.text for block in blocks if block.language == "yaml")
    shown = next(block.text for block in blocks if "error[BP102]" in block.text)
    excerpt = _EXCERPT.search(shown)
    assert excerpt is not None
    wrong = right.replace(
        "department: front-desk}\n      support", "department: frontdesk}\n      support"
    )
    assert excerpt["line"].strip() in wrong
    found = read_text(wrong, file="hotel.blueprint.yaml").problems[0]
    assert found.place is not None
    place = f"{found.file}:{found.place.line + 1}:{found.place.column + 1}"
    assert shown.startswith(f"{place}: error[{found.code}]: {found.message}\n")
    assert f"^ {found.hint}" in shown


def test_the_small_example_of_the_readme_can_be_used_at_once() -> None:
    for page in ("README.md", "README.zh.md"):
        text = next(b.text for b in blocks_of(ROOT / page) if b.language == "yaml")
        assert not [f for f in check(read_text(text)).findings if f.severity == "error"]


def _mistakes_shown(block: Block, after: tuple[Block, ...]) -> list[str]:
    """Return the codes that the output under a file shows for lines of it."""
    if not after or after[0].language not in ("", "console"):
        return []
    shown = after[0].text
    lines = {line.strip() for line in block.text.splitlines()}
    excerpts = [found["line"].strip() for found in _EXCERPT.finditer(shown)]
    return _CODE.findall(shown) if excerpts and set(excerpts) <= lines else []


def _only_names_others(block: Block, document: Document) -> bool:
    """Tell whether a file shown is one of several, and all it lacks is what those say."""
    lacks = {problem.code for problem in document.problems if problem.severity == "error"}
    return block.remark.startswith("saved as: ") and lacks <= {"BP102"}


_PARTS: tuple[type[BaseModel], ...] = (
    Blueprint,
    OrganisationCatalog,
    Change,
    Step,
    BackstageAction,
    CustomerAction,
    Evidence,
)


def _fits(text: str, cls: type[BaseModel]) -> bool:
    """Tell whether a piece of a file is a piece of something: keys of it, or a list of it."""
    value = read_yaml(text, file="<page>").root
    for entry in value if isinstance(value, list) else [value]:
        needed = {"blueprint": "x", "change": "x", "name": "x"}
        given = {k: v for k, v in needed.items() if k in cls.model_fields} | entry
        try:
            cls.model_validate(given)
        except ValidationError:
            return False
    return True
