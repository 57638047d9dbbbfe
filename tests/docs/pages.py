"""The pages of the documentation, and their fenced blocks with what is said before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES: tuple[Path, ...] = (
    ROOT / "README.md",
    ROOT / "README.zh.md",
    *sorted(DOCS.rglob("*.md")),
)
"""Every page, by path."""

RULES_PAGE = DOCS / "reference" / "rules.md"
"""Its examples are those of the rules, each of which `tests/rules` runs."""

_FENCE = re.compile(r"(?P<indent> *)(?P<fence>`{3,})(?P<language>[a-z]*)\s*$")
_COMMENT = re.compile(r"<!-- (?P<text>.*?) -->\s*$")
_HEADING = re.compile(r"#{1,6} (?P<title>.+?)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block.

    Attributes:
        language: What stands behind its first fence.
        text: What stands between the fences.
        line: Line of the page it begins on.
        remark: The comment on the line above it, which readers do not see.
    """

    language: str
    text: str
    line: int
    remark: str


def name_of(page: Path) -> str:
    """Return how a page is called in test names."""
    return page.relative_to(ROOT).as_posix()


def blocks_of(page: Path) -> tuple[Block, ...]:
    """Return the fenced blocks of a page, in order."""
    return tuple(_blocks(page.read_text("utf-8").splitlines()))


def prose_of(page: Path) -> str:
    """Return a page without its fenced blocks."""
    lines = page.read_text("utf-8").splitlines()
    fenced: set[int] = set()
    for block in _blocks(lines):
        fenced.update(range(block.line - 1, block.line + block.text.count("\n") + 1))
    return "\n".join(line for n, line in enumerate(lines) if n not in fenced)


def anchors_of(page: Path) -> frozenset[str]:
    """Return the anchors that headings of a page get on code hosts."""
    found: dict[str, int] = {}
    anchors: set[str] = set()
    for line in prose_of(page).splitlines():
        heading = _HEADING.match(line)
        if heading:
            plain = re.sub(r"[^\w\- ]", "", heading["title"].replace("`", "").lower())
            anchor = plain.replace(" ", "-")
            times = found.get(anchor, 0)
            found[anchor] = times + 1
            anchors.add(f"{anchor}-{times}" if times else anchor)
    return frozenset(anchors)


def _blocks(lines: list[str]) -> Iterator[Block]:
    n = 0
    while n < len(lines):
        opened = _FENCE.match(lines[n])
        if not opened:
            n += 1
            continue
        end = next(m for m in range(n + 1, len(lines)) if lines[m].strip() == opened["fence"])
        cut = len(opened["indent"])
        above = _COMMENT.match(lines[n - 1].strip()) if n else None
        yield Block(
            language=opened["language"],
            text="".join(f"{line[cut:]}\n" for line in lines[n + 1 : end]),
            line=n + 1,
            remark=above["text"] if above else "",
        )
        n = end + 1
