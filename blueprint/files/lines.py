"""The lines of a text: from an offset to line, column and excerpt."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from blueprint.diagnostics import Place

_BREAK: Final = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of one text as an editor counts them: split at LF, CRLF and CR only.

    Attributes:
        text: The whole text.
    """

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []

    @property
    def starts(self) -> list[int]:
        """Offsets of the first character of every line."""
        if not self._starts:
            self._starts = [0, *(found.end() for found in _BREAK.finditer(self.text))]
        return self._starts

    def place(self, start: int, end: int) -> Place:
        """Return the place of ``text[start:end]``; of several lines, the part on the first."""
        line = bisect_right(self.starts, start) - 1
        first = self.starts[line]
        stop = min(end, first + len(self.excerpt(line)))
        written = self.text[start:stop].rstrip()
        return Place(line, start - first, max(len(written), 1))

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a place given by zero-based line and column."""
        return min(self.starts[min(line, len(self.starts) - 1)] + column, len(self.text))

    def excerpt(self, line: int) -> str:
        """Return the zero-based line without its line break."""
        if line >= len(self.starts):
            return ""
        last = line + 1 == len(self.starts)
        stop = len(self.text) if last else self.starts[line + 1]
        return self.text[self.starts[line] : stop].rstrip("\r\n")
