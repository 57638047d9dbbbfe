"""How many columns of a terminal a text takes."""

from __future__ import annotations

import unicodedata

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def columns(text: str) -> int:
    """Return how many columns a text takes: wide characters two, combining ones none.

    Examples:
        >>> columns("Hotel"), columns("酒店"), columns("e\u0301")
        (5, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def padded(text: str, width: int) -> str:
    """Return a text with spaces behind it, up to a width.

    Examples:
        >>> padded("酒店", 6)
        '酒店  '
    """
    return text + " " * max(0, width - columns(text))


def _width(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
