"""The table of themes a drawing can be made in."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from blueprint.errors import BlueprintError
from blueprint.render.theme import Theme
from blueprint.render.themes.black_and_white import PRINT
from blueprint.render.themes.dark import DARK
from blueprint.render.themes.large import LARGE
from blueprint.render.themes.light import LIGHT
from blueprint.words import Phrase

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK, PRINT, LARGE)}
"""Every theme by its name, in the order they are listed."""


def theme_named(name: str) -> Theme:
    """Return a theme by its name.

    Raises:
        BlueprintError: There is none; the message lists those there are.

    Examples:
        >>> theme_named("Dark").scheme
        'dark'
    """
    found = THEMES.get(name.strip().lower())
    if found is not None:
        return found
    known = ", ".join(THEMES)
    close = get_close_matches(name.lower(), THEMES, n=1)
    if close:
        said = "there is no theme “{name}”; did you mean {near}? There are {known}"
        raise BlueprintError(Phrase.of(said, name=name, near=close[0], known=known))
    raise BlueprintError(
        Phrase.of("there is no theme “{name}”; there are {known}", name=name, known=known)
    )
