"""Bain's thirty elements of value, and which of them a tag means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from blueprint.words import Phrase
from blueprint.words.label import label_phrase

LEVELS: Mapping[str, Phrase] = {
    "functional": Phrase.of("functional"),
    "emotional": Phrase.of("emotional"),
    "life-changing": Phrase.of("life-changing"),
    "social": Phrase.of("social impact"),
}
"""The four levels, from the base of the pyramid to its top."""

ELEMENTS: Mapping[str, Mapping[str, Phrase]] = {
    "functional": {
        "saves-time": Phrase.of("saves time"),
        "simplifies": Phrase.of("simplifies"),
        "makes-money": Phrase.of("makes money"),
        "reduces-risk": Phrase.of("reduces risk"),
        "organizes": Phrase.of("organizes"),
        "integrates": Phrase.of("integrates"),
        "connects": Phrase.of("connects"),
        "reduces-effort": Phrase.of("reduces effort"),
        "avoids-hassles": Phrase.of("avoids hassles"),
        "reduces-cost": Phrase.of("reduces cost"),
        "quality": Phrase.of("quality of what is given"),
        "variety": Phrase.of("variety"),
        "sensory-appeal": Phrase.of("sensory appeal"),
        "informs": Phrase.of("keeps informed"),
    },
    "emotional": {
        "reduces-anxiety": Phrase.of("reduces anxiety"),
        "rewards-me": Phrase.of("rewards me"),
        "nostalgia": Phrase.of("nostalgia"),
        "design-aesthetics": Phrase.of("design and aesthetics"),
        "badge-value": Phrase.of("badge value"),
        "wellness": Phrase.of("wellness"),
        "therapeutic-value": Phrase.of("therapeutic value"),
        "fun-entertainment": Phrase.of("fun and entertainment"),
        "attractiveness": Phrase.of("attractiveness"),
        "provides-access": Phrase.of("provides access"),
    },
    "life-changing": {
        "provides-hope": Phrase.of("provides hope"),
        "self-actualization": Phrase.of("self-actualization"),
        "motivation": Phrase.of("motivation"),
        "heirloom": Phrase.of("heirloom"),
        "affiliation-belonging": Phrase.of("affiliation and belonging"),
    },
    "social": {"self-transcendence": Phrase.of("self-transcendence")},
}
"""The thirty (Almquist, Senior & Bloch 2016), by level."""

LEVEL_OF: Mapping[str, str] = {element: level for level, own in ELEMENTS.items() for element in own}
"""The level of each element."""


def element_of(tag: str) -> str | None:
    """Return the element a tag means, however it is written; nothing where it is none.

    Examples:
        >>> element_of("Saves time"), element_of("saves_time"), element_of("cheap")
        ('saves-time', 'saves-time', None)
    """
    written = re.sub(r"[\W_]+", "-", tag.casefold()).strip("-")
    return written if written in LEVEL_OF else None


def tag_told(tag: str) -> Phrase:
    """Return a tag in words: the element it means, else as it is written.

    Examples:
        >>> str(tag_told("saves-time")), str(tag_told("cheap"))
        ('saves time', 'cheap')
    """
    element = element_of(tag)
    return label_phrase(tag) if element is None else ELEMENTS[LEVEL_OF[element]][element]


def nearest_element(tag: str) -> str | None:
    """Return the element most like a tag that is none, if any is.

    Examples:
        >>> nearest_element("saves-tiem")
        'saves-time'
    """
    close = get_close_matches(tag.casefold(), LEVEL_OF, n=1, cutoff=0.6)
    return close[0] if close else None
