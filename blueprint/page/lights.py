"""What each sort of light of a report means on the drawing, for the panel."""

from __future__ import annotations

from blueprint.layout.signs import ROLE_WORDS
from blueprint.report import Overlay, Role
from blueprint.words import translator


def lights(overlay: Overlay | None, lang: str) -> tuple[tuple[Role, str], ...]:
    """Return the roles that an overlay marks elements with, each with what it means there.

    Examples:
        >>> from blueprint.report import Mark
        >>> from blueprint.words import Phrase
        >>> marks = {"pay": Mark(role="info"), "wait": Mark(role="error")}
        >>> said = Overlay(
        ...     title=Phrase.of("Steps"), elements=marks, meanings={"info": Phrase.of("Links")}
        ... )
        >>> lights(said, "en")
        (('error', 'error'), ('info', 'Links'))
    """
    if overlay is None:
        return ()
    say = translator(lang)
    used = {mark.role for mark in overlay.elements.values()}
    return tuple(
        (role, overlay.meanings[role].into(lang) if role in overlay.meanings else say(usual))
        for role, usual in ROLE_WORDS.items()
        if role in used
    )
