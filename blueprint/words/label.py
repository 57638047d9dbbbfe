"""The user's own words inside the program's sentences: labels, and lists of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from blueprint.words.phrase import Phrase, translator


@dataclass(frozen=True, slots=True, repr=False)
class LabelPhrase(Phrase):
    """A label of a file, read in the language its sentence is read in; never translated.

    Attributes:
        texts: Language tag and text, in file order; none where the label is plain text.
    """

    texts: tuple[tuple[str, str], ...] = ()

    def into(self, lang: str) -> str:
        """Return the label in ``lang``, else in a language near it, else as it comes first."""
        told = dict(self.texts)
        if lang in told:
            return told[lang]
        base = lang.split("-", maxsplit=1)[0]
        near = (text for tag, text in self.texts if tag.split("-")[0] == base)
        return next(near, self.template)

    def __str__(self) -> str:
        return self.into("en")


def label_phrase(label: str | Mapping[str, str]) -> Phrase:
    """Return a label as a phrase that can stand in a sentence.

    Examples:
        >>> name = label_phrase({"en": "Logistics", "zh": "物流部"})
        >>> Phrase.of("First to act: {names}", names=name).into("en")
        'First to act: Logistics'
        >>> name.into("zh")
        '物流部'
    """
    if isinstance(label, str):
        return _of_text(label)
    return LabelPhrase(next(iter(label.values()), ""), (), tuple(label.items()))


@lru_cache(maxsize=65_536)
def _of_text(text: str) -> Phrase:
    """Return the phrase of a plain label; reports name the same elements over and over."""
    return LabelPhrase(text)


@dataclass(frozen=True, slots=True, repr=False)
class ListPhrase(Phrase):
    """An enumeration, whose marks are those of the language it is read in.

    Attributes:
        parts: What is listed.
    """

    parts: tuple[Phrase, ...] = ()

    def into(self, lang: str) -> str:
        """Return the enumeration in ``lang``."""
        between = translator(lang)("{some}, {more}").removeprefix("{some}").removesuffix("{more}")
        return between.join([part.into(lang) for part in self.parts])

    def __str__(self) -> str:
        return self.into("en")


def listing(parts: Sequence[Phrase]) -> Phrase:
    """Return phrases as one enumeration, such as ``Logistics, IT``; empty for none.

    Examples:
        >>> str(listing([label_phrase("Logistics"), label_phrase("IT")]))
        'Logistics, IT'
    """
    if not parts:
        return LabelPhrase("")
    if len(parts) == 1:
        return parts[0]
    return ListPhrase("", (), tuple(parts))
