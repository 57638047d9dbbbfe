"""The user's own words inside the program's sentences: labels, and lists of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.words.phrase import Phrase


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
        return LabelPhrase(label)
    return LabelPhrase(next(iter(label.values()), ""), (), tuple(label.items()))


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
    half = len(parts) // 2
    return Phrase.of("{some}, {more}", some=listing(parts[:half]), more=listing(parts[half:]))
