"""Which names a reader would take for each other: what they look like, as a key to compare."""

from __future__ import annotations

import re
import unicodedata

_TWINS = {
    **dict(zip("аеорсухіјѕһԁԛԝкмтнвгё", "aeopcyxijshdqwkmthbre", strict=True)),
    **dict(zip("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS", strict=True)),
    **dict(zip("αβγικνορτυχω", "abyikvoptuxw", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("ıɑɡℓ", "iagl", strict=True)),
}
"""Cyrillic, Greek and other letters, and the Latin ones they look like."""

_SHAPES = str.maketrans({"1": "l", "I": "l", "|": "l", "0": "o", "O": "o"})
"""Digits and capitals that look like a small letter in many typefaces."""

_HYPHENS = re.compile("[\u2010-\u2015\u2212\uff0d_ -]+")
_HYPHEN_IN_WORD = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_LATIN_MAP = str.maketrans(_TWINS)


def unseen(name: str) -> str | None:
    r"""Return the first character of a name that nobody sees, if there is one.

    Examples:
        >>> unseen("pay"), unseen("pa\u200by") == "\u200b"
        (None, True)
    """
    found = _UNSEEN.search(name)
    return found[0] if found else None


def looks(name: str) -> tuple[str, str]:
    r"""Return what a name looks like: by its letters, and by their shapes.

    Two names with either in common are easily taken for each other.

    Examples:
        >>> looks("check-in")[0] == looks("Check\u2010In")[0] == looks("checkin")[0]
        True
        >>> looks("bill-l")[1] == looks("bill-1")[1], looks("mail") == looks("mall")
        (True, False)
    """
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", name))
    latin = _HYPHENS.sub("-", plain).translate(_LATIN_MAP)
    joined = _HYPHEN_IN_WORD.sub("", latin)
    return joined.casefold(), latin.translate(_SHAPES).casefold()
