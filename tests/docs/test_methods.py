"""Each row of the page of methods names what computes it, and leads to an example that is run."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from blueprint.analysis.table import ANALYSES
from tests.docs.pages import DOCS, blocks_of

METHODS = DOCS / "reference" / "methods.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in METHODS.read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| what ")
]
"""What, how, where, source, worked."""

NAMES = {row.name for row in ANALYSES}
ON_PAGES_OF_THEIR_OWN = {"criticality", "dependence", "cycles", "inoperability", "containment"}
_LINK = re.compile(r"\]\((?P<page>[^#)]*)#(?P<anchor>[^)]+)\)")
_HEADING = re.compile(r"(?P<level>#{2,6}) (?P<title>.+)$")


def anchor_of(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.replace("`", "").lower()).replace(" ", "-")


def section(page: Path, anchor: str) -> range:
    """Return the lines under a heading, up to the next as high."""
    lines = page.read_text("utf-8").splitlines()
    heads = {n: found for n, line in enumerate(lines) if (found := _HEADING.match(line))}
    first = next(n for n, head in heads.items() if anchor_of(head["title"]) == anchor)
    level = len(heads[first]["level"])
    later = (n for n, head in heads.items() if n > first and len(head["level"]) <= level)
    return range(first, next(later, len(lines)))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_computes_it_is_there(row: list[str]) -> None:
    names = re.findall(r"`([^`]+)`", row[2])
    assert names
    for name in names:
        if name.endswith("()"):
            module, _, function = f"blueprint.analysis.{name[:-2]}".rpartition(".")
            assert callable(getattr(import_module(module), function))
        else:
            assert name in NAMES


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_its_example_is_run(row: list[str]) -> None:
    found = _LINK.search(row[4]) or re.search(r"\((?P<page>)#(?P<anchor>[^)]+)\)", row[4])
    assert found is not None
    page = (METHODS.parent / found["page"]).resolve() if found["page"] else METHODS
    lines = section(page, found["anchor"])
    assert [
        block
        for block in blocks_of(page)
        if block.line in lines and block.language in ("python", "console")
    ]


def test_every_row_says_how_and_from_where() -> None:
    assert len(ROWS) > 50
    assert all(len(row) == 5 and all(row) for row in ROWS)


def test_every_analysis_has_a_row() -> None:
    told = {name for row in ROWS for name in re.findall(r"`(\w+)`", row[2])}
    assert NAMES - told == ON_PAGES_OF_THEIR_OWN
