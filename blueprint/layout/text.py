"""How wide a text will be, and where its lines break, without asking any font.

Widths come from a table of advance widths for Latin, Greek and Cyrillic, and from
Unicode's East Asian Width for everything else. They are meant to be a little too wide
rather than too narrow, since nobody knows which font a reader will have.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

SLACK = 1.06
"""Texts are taken to be this much wider than the table says."""

BOLD = 1.06
"""Bold letters are this much wider than regular ones."""

ELLIPSIS = "…"
_NO_START = frozenset("，。、；：？！）》」』】〉〕”’％‰…·,.;:?!)]}%–—")
_NO_END = frozenset("（《「『【〈〔“‘([{")
_BREAK_AFTER = frozenset("/-–—")
_BREAKING = re.compile(r"[^\S\u00a0]+")
_UNKNOWN_EM = 0.65
_SURELY = 1.0 + 1e-9
"""More than what adding up in another order can change."""
_EMOJI_EM = 1.3
_EMOJI = (range(0x1F000, 0x1FB00), range(0x2600, 0x27C0))


@cache
def _advances() -> dict[int, float]:
    """Return the table: code point to width in em."""
    source = resources.files("blueprint.layout").joinpath("advances.json")
    runs = json.loads(source.read_text("utf-8"))["runs"]
    return {
        int(first, 16) + offset: width / 1000
        for first, widths in runs.items()
        for offset, width in enumerate(widths)
    }


def is_wide(character: str) -> bool:
    """Say whether a character takes a full square, as Chinese ones do."""
    return unicodedata.east_asian_width(character) in "WF"


def has_wide(text: str) -> bool:
    """Say whether a text has such a character."""
    return not text.isascii() and any(map(is_wide, text))


_EITHER = frozenset("“”‘’…—·")
"""Signs that Chinese fonts set as full squares, and Latin fonts do not."""


def text_lang(text: str, lang: str) -> str:
    """Return the language whose signs a text is set in: its own, where that shows.

    Examples:
        >>> text_lang("“Fast lane”", "zh"), text_lang("“快车道”", "en"), text_lang("HIS", "zh")
        ('en', 'zh', 'zh')
    """
    if text.isascii() or _EITHER.isdisjoint(text):
        return lang
    if has_wide(text):
        return "zh"
    return "en" if lang.casefold().startswith("zh") else lang


def _is_emoji(code: int) -> bool:
    return any(code in block for block in _EMOJI)


def _joins(character: str) -> bool:
    """Say whether a character takes no room of its own (accents, joiners, selectors)."""
    return unicodedata.category(character) in ("Mn", "Me", "Cf")


class _Ems(dict[str, float]):
    """Widths of characters in em, each worked out when it is first met."""

    def __init__(self, *, chinese: bool) -> None:
        super().__init__()
        self.chinese = chinese

    def __missing__(self, character: str) -> float:
        self[character] = found = _em(character, chinese=self.chinese)
        return found


@lru_cache(maxsize=1 << 8)
def _ems(lang: str) -> _Ems:
    return _chinese_ems() if lang.casefold().startswith("zh") else _other_ems()


@cache
def _chinese_ems() -> _Ems:
    return _Ems(chinese=True)


@cache
def _other_ems() -> _Ems:
    return _Ems(chinese=False)


def _em(character: str, *, chinese: bool) -> float:
    if _joins(character):
        return 0.0
    code = ord(character)
    if _is_emoji(code):
        return _EMOJI_EM
    kind = unicodedata.east_asian_width(character)
    if kind in "WF" or (kind == "A" and chinese):
        return 1.0
    return _advances().get(code, _UNKNOWN_EM)


def width(text: str, size: float, *, bold: bool = False, lang: str = "en") -> float:
    """Return the room a text takes at a font size, slack included.

    Args:
        text: One line.
        size: Font size in pixels.
        bold: Whether it is set in bold.
        lang: Language of the text; Chinese fonts set ``“`` and ``…`` as full squares.

    Examples:
        >>> width("蓝图", 10) > width("ab", 10)
        True
    """
    ems = _ems(lang)
    total = 0.0
    for character in text:
        total += ems[character]
    return total * size * SLACK * (BOLD if bold else 1.0)


@lru_cache(maxsize=1 << 15)
def _may_break(earlier: str, before: str, after: str) -> bool:
    """Say whether a line may end with ``before`` and the next begin with ``after``.

    A number stays with what it counts (``2 小时``), hence ``earlier``, the character
    that precedes ``before``.
    """
    if after == " " or after in _NO_START or before in _NO_END:
        return False
    if _joins(after) or before == "\u200d":
        return False
    if is_wide(after) and (before.isdigit() or (before == " " and earlier.isdigit())):
        return False
    return before == " " or before in _BREAK_AFTER or is_wide(before) or is_wide(after)


def _pieces(text: str) -> list[str]:
    """Cut a text into the pieces that no line break may split."""
    pieces: list[str] = []
    start = 0
    for at in range(1, len(text)):
        if _may_break(text[at - 2 : at - 1], text[at - 1], text[at]):
            pieces.append(text[start:at])
            start = at
    pieces.append(text[start:])
    return pieces


def longest_piece(text: str, size: float, *, lang: str = "en") -> float:
    """Return the width of the widest part of a text that should stay in one line."""
    pieces = _pieces(" ".join(text.split()))
    return max(width(piece.strip(), size, lang=lang) for piece in pieces)


class _Ruler:
    """Measures the texts of one kind: same size, weight and language."""

    def __init__(self, size: float, lang: str, *, bold: bool) -> None:
        self.size, self.lang, self.bold = size, lang, bold

    def of(self, text: str) -> float:
        return _known_width(text.rstrip(" "), self.size, self.bold, self.lang)

    def whole(self, text: str) -> float:
        """Return the same with the space at the end."""
        return _known_width(text, self.size, self.bold, self.lang)


@lru_cache(maxsize=1 << 13)
def _known_width(piece: str, size: float, bold: bool, lang: str) -> float:  # noqa: FBT001  (cached)
    """Return the width of a piece of text; words come again and again."""
    return width(piece, size, bold=bold, lang=lang)


def _chop(piece: str, room: float, ruler: _Ruler) -> list[str]:
    """Cut a piece that is wider than a whole line, between letters."""
    parts = [""]
    for character in piece:
        if parts[-1] and not _joins(character) and ruler.of(parts[-1] + character) > room:
            parts.append("")
        parts[-1] += character
    return parts


def _fill(pieces: Sequence[str], room: float, ruler: _Ruler) -> list[list[str]]:
    """Fill lines with as many pieces as fit."""
    lines: list[list[str]] = []
    used = room + 1.0
    for piece in pieces:
        seen = ruler.of(piece)
        parts = [piece] if seen <= room else _chop(piece, room, ruler)
        for part in parts:
            if part != piece:
                seen = ruler.of(part)
            # what a space at the end adds counts only for what follows on the line
            taken = ruler.whole(part) if part.endswith(" ") else seen
            if lines and used + seen <= room:
                lines[-1].append(part)
                used += taken
            else:
                lines.append([part])
                used = taken
    return lines


def _mend_orphan(lines: list[list[str]]) -> None:
    """Give a last line of a single character company from the line above."""
    if len(lines) > 1 and len("".join(lines[-1]).strip()) == 1 and len(lines[-2]) > 1:
        lines[-1].insert(0, lines[-2].pop())


def _shorten(line: str, room: float, ruler: _Ruler) -> str:
    """End a line in an ellipsis, dropping what it pushes out."""
    line = line.rstrip()
    while line and ruler.of(line + ELLIPSIS) > room:
        line = line[:-1].rstrip()
    return line + ELLIPSIS


def wrap(
    text: str,
    size: float,
    room: float,
    *,
    most: int,
    bold: bool = False,
    lang: str = "en",
    balanced: bool = False,
) -> tuple[str, ...]:
    """Break a text into lines.

    Args:
        text: What is to be set; runs of white space count as one space, and lines do not
            break at a no-break space.
        size: Font size in pixels.
        room: Width of a line in pixels.
        most: Most lines there may be; a text that needs more ends in an ellipsis.
        bold: Whether it is set in bold.
        lang: Language of the text.
        balanced: Make the lines of similar length, as centred texts want it.

    Returns:
        The lines; none for an empty text.

    Examples:
        >>> wrap("Check-in at the desk", 12, 70, most=2)
        ('Check-in at', 'the desk')
    """
    ruler = _Ruler(size, lang, bold=bold)
    clean = _BREAKING.sub(" ", text).strip(" ")
    if not clean.strip():
        return ()
    if most and width(clean, size, bold=bold, lang=lang) * _SURELY <= room:
        return (clean.strip(),)
    pieces = _pieces(clean)
    lines = _fill(pieces, room, ruler)
    if balanced and 1 < len(lines) <= most:
        lines = _balance(pieces, room, ruler, lines)
    _mend_orphan(lines)
    said = ["".join(line).strip() for line in lines]
    if len(said) > most:
        rest = "".join("".join(line) for line in lines[most - 1 :])
        said = [*said[: most - 1], _shorten(_head(rest, room, ruler), room, ruler)]
    return tuple(said)


def _head(text: str, room: float, ruler: _Ruler) -> str:
    """Return the beginning of a text that fills a line."""
    end = len(text)
    used = 0.0
    for at, character in enumerate(text):
        used += width(character, ruler.size, bold=ruler.bold, lang=ruler.lang)
        if used > room:
            end = at
            break
    return text[:end]


def _balance(
    pieces: Sequence[str], room: float, ruler: _Ruler, lines: list[list[str]]
) -> list[list[str]]:
    """Narrow the lines as far as their number allows."""
    longest = max(ruler.of(piece) for piece in pieces)
    low, high = min(room, max(room / 2, longest)), room
    for _ in range(6):
        middle = (low + high) / 2
        tried = _fill(pieces, middle, ruler)
        if len(tried) <= len(lines):
            high, lines = middle, tried
        else:
            low = middle
    return lines
