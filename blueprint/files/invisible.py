"""Characters that nobody sees in a text, or that turn its direction: as they are, or as escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from blueprint.words import Phrase

if TYPE_CHECKING:
    from blueprint.files.collect import Collector

_INVISIBLE: Final = re.compile("[\u200b\ufeff\u202a-\u202e\u2066-\u2069]")

_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|.)", re.DOTALL)
"""An escape in double quotes, of YAML or of JSON, which has no ``\\U``."""


def invisible_characters(collector: Collector) -> None:
    """Warn of characters that cannot be seen or turn the direction of writing."""
    for found in _INVISIBLE.finditer(collector.lines.text):
        _warn(collector, found[0], found.start(), found.end())


def invisible_escapes(value: str, start: int, end: int, collector: Collector) -> None:
    """Warn of such characters where a text in double quotes writes them as escapes.

    Args:
        value: What the text says, escapes taken away.
        start: Where its first quote stands in the file.
        end: Where it ends.
        collector: Takes the warnings.
    """
    if _INVISIBLE.search(value) is not None:
        for character, at, behind in _escaped(collector.lines.text[start:end]):
            _warn(collector, character, start + at, start + behind)


def _escaped(written: str) -> Iterator[tuple[str, int, int]]:
    """Go through the invisible characters that stand as escapes, each with where."""
    for found in _ESCAPE.finditer(written):
        digits = found[1] or found[2]
        character = chr(int(digits, 16)) if digits else ""
        if _INVISIBLE.match(character):
            yield character, found.start(), found.end()


def _warn(collector: Collector, character: str, start: int, end: int) -> None:
    code = f"U+{ord(character):04X}"
    collector.add(
        "BP047",
        Phrase.of("the invisible character {code} stands here", code=code),
        start,
        end,
        hint=Phrase.of("delete it, unless a right-to-left text needs it"),
        severity="warning",
    )
