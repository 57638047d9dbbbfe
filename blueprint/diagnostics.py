"""Problems and where they are: file, line, column, code, excerpt and hint."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from blueprint.words import Phrase

Severity = Literal["error", "warning", "info"]
"""How much a problem weighs; an error stops the file from being used."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a text: zero-based line and column, and how many characters.

    Attributes:
        line: Zero-based line; people are shown ``line + 1``.
        column: Zero-based column in characters; people are shown ``column + 1``.
        length: How many characters are meant, at least 1.
    """

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a text.

    Attributes:
        code: Stable code, such as ``BP102``; ``blueprint explain`` tells more.
        severity: ``error``, ``warning`` or ``info``.
        message: What is wrong.
        file: The file's name as it was given, or ``<text>``.
        place: Where; ``None`` when the whole file is meant.
        excerpt: The line of the file that is meant, without its line break.
        hint: What to write instead, where that is known.
    """

    code: str
    severity: Severity
    message: Phrase
    file: str = "<text>"
    place: Place | None = None
    excerpt: str = ""
    hint: Phrase | None = None

    def within(self, text: str) -> Problem:
        """Return the problem with the excerpt of its line taken from ``text``."""
        if self.place is None or self.excerpt:
            return self
        lines = text.splitlines()
        found = lines[self.place.line] if self.place.line < len(lines) else ""
        return replace(self, excerpt=found)
