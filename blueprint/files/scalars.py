"""What a plain YAML word means: YAML 1.2 core, with the surprises left out.

``no``, ``on``, ``012``, ``0x1F``, ``1:30``, ``.inf`` and numbers of more than 18 digits
are texts, as their authors meant them.
"""

from __future__ import annotations

import re
from typing import Final

from blueprint.safety.limits import MAX_INT_DIGITS

Scalar = str | int | float | bool | None

MAY_BE_TYPED: Final = frozenset("-+.0123456789~nNtTfF")
"""First characters of words that may be something else than text."""

_WORDS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

_INT: Final = re.compile(rf"[-+]?(?:0|[1-9][0-9]{{0,{MAX_INT_DIGITS - 1}}})\Z", re.ASCII)
_FLOAT: Final = re.compile(
    r"[-+]?(?:\.[0-9]{1,40}|(?:0|[1-9][0-9]{0,39})\.[0-9]{0,40}"
    r"|(?:0|[1-9][0-9]{0,39})(?:\.[0-9]{0,40})?(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?\Z",
    re.ASCII,
)
_LARGEST: Final = float("inf")


def plain_value(text: str) -> Scalar:
    """Return what a plain (unquoted) word stands for.

    Examples:
        >>> [plain_value(word) for word in ("12", "1.5", "true", "~", "no", "012")]
        [12, 1.5, True, None, 'no', '012']
    """
    if text in _WORDS:
        return _WORDS[text]
    if _INT.match(text):
        return int(text)
    if _FLOAT.match(text):
        number = float(text)
        return number if abs(number) != _LARGEST else text
    return text
