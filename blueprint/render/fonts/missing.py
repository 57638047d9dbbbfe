"""Finds the characters that no font has, and fonts that are not there, and warns of them."""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from blueprint.errors import BlueprintWarning
from blueprint.layout.scene import Scene, SceneCard, Text
from blueprint.render.fonts.faces import FontSet, font_set
from blueprint.render.fonts.fallback import first_family, in_vain
from blueprint.words import Phrase

_NEED_NO_GLYPH = ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp")
_VARIATIONS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A character that no font has.

    Attributes:
        character: The character.
        cards: Ids of the cards it stands on; none where it stands elsewhere in the picture.
    """

    character: str
    cards: tuple[str, ...] = ()

    def __str__(self) -> str:
        named = f"“{self.character}” U+{ord(self.character):04X}"
        return f"{named} ({', '.join(self.cards[:2])})" if self.cards else named


def missing(picture: Scene | str, fonts: Sequence[str | Path] = ()) -> tuple[Missing, ...]:
    """Return the characters of a scene, or of a text, that no font has a glyph for.

    Args:
        picture: What is to be drawn.
        fonts: Fonts beside the bundled ones: files or folders.

    Raises:
        FileError: One of ``fonts`` is no font.

    Examples:
        >>> [str(one) for one in missing("微信 ✓ 🧾")]
        ['“🧾” U+1F9FE']
    """
    return missing_in(picture, font_set(fonts))


def missing_in(picture: Scene | str, fonts: FontSet) -> tuple[Missing, ...]:
    """Return the characters of a scene or text that none of these fonts has."""
    said = [("", picture)] if isinstance(picture, str) else _said(picture, "")
    found: dict[str, dict[str, None]] = {}
    for card, text in said:
        for letter in text:
            if ord(letter) not in fonts.characters and _is_seen(letter):
                found.setdefault(letter, {})[card] = None
    return tuple(
        Missing(character=letter, cards=tuple(card for card in cards if card))
        for letter, cards in found.items()
    )


def warn_of_fonts(drawing: str, fonts: FontSet) -> None:
    """Warn where a drawing asks for fonts of which not one is there."""
    asked = in_vain(drawing, fonts)
    if asked:
        said = Phrase.of(
            "fonts not found: {fonts}; {family} is drawn instead; "
            "add its file by --font FILE, or fonts=[…] in Python",
            fonts=", ".join(asked),
            family=first_family(drawing, fonts),
        )
        warnings.warn(BlueprintWarning(said), stacklevel=3)


def warn_of_missing(lacking: Sequence[Missing]) -> None:
    """Warn of characters that cannot be drawn; say nothing where there are none."""
    if not lacking:
        return
    named = ", ".join(map(str, lacking[:_MOST_NAMED]))
    more = " …" if len(lacking) > _MOST_NAMED else ""
    said = Phrase.of(
        "no font has {characters}: an empty box or nothing is drawn there; "
        "add a font that has them by --font FILE, or fonts=[…] in Python",
        characters=f"{named}{more}",
    )
    warnings.warn(BlueprintWarning(said), stacklevel=3)


def _is_seen(letter: str) -> bool:
    variation = any(ord(letter) in them for them in _VARIATIONS)
    return not variation and unicodedata.category(letter) not in _NEED_NO_GLYPH


def _said(value: object, card: str) -> Iterator[tuple[str, str]]:
    """Go through the lines of every text in a scene, with the card they stand on."""
    match value:
        case Text():
            yield from ((card, line) for line in value.lines)
        case tuple():
            for part in value:
                yield from _said(part, card)
        case _ if is_dataclass(value) and not isinstance(value, type):
            inside = value.id if isinstance(value, SceneCard) else card
            for field in fields(value):
                yield from _said(getattr(value, field.name), inside)
