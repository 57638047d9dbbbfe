"""Text on its way into a cell of a CSV file, which spreadsheets may take for a formula."""

from __future__ import annotations

from typing import Final

_FORMULA: Final = frozenset("=+-@＝＋－＠﹢﹣﹦﹫−")
_BREAKS: Final = frozenset("\t\r\n")
_BLANK: Final = " \t\r\n\v\f\u00a0\u200b\u3000\ufeff"


def csv_cell(text: str) -> str:
    """Return ``text`` so that a spreadsheet shows it instead of computing it.

    What begins like a formula, blanks in front of it not counted, gets a ``'``.

    Examples:
        >>> csv_cell("=1+1"), csv_cell("Arrive")
        ("'=1+1", 'Arrive')
    """
    first = text.lstrip(_BLANK)[:1]
    if (text and text[0] in _BREAKS) or (first and first in _FORMULA):
        return f"'{text}"
    return text
