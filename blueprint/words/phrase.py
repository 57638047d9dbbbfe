"""A sentence the program says, kept as template and values until somebody reads it."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources

Value = str | int | float
Translator = Callable[[str], str]
"""Takes an English text of the program and gives it in one language."""


@cache
def translator(lang: str) -> Translator:
    """Return the function that says the program's texts in ``lang``.

    Args:
        lang: A language tag. ``zh``, ``zh-CN``, ``zh-Hans`` … read Chinese; every
            other language reads English.

    Examples:
        >>> translator("en")("Backstage")
        'Backstage'
        >>> translator("zh")("Backstage")
        '后台'
    """
    if lang.casefold().replace("_", "-").split("-")[0] != "zh":
        return str
    with resources.files("blueprint.words").joinpath("zh.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled).gettext


@dataclass(frozen=True, slots=True, repr=False)
class Phrase:
    """A text of the program with its values filled in on demand.

    Attributes:
        template: The English text, with ``{name}`` where a value goes.
        values: The values by name, in the order they were given.

    Examples:
        >>> said = Phrase.of("{n} findings", n=3)
        >>> str(said)
        '3 findings'
    """

    template: str
    values: tuple[tuple[str, Value | Phrase], ...] = ()

    @classmethod
    def of(cls, template: str, /, **values: Value | Phrase) -> Phrase:
        """Return the phrase for an English template and its values."""
        return cls(template, tuple(values.items()))

    def into(self, lang: str) -> str:
        """Return the sentence in ``lang``; values are data and stay as they are."""
        said = translator(lang)(self.template) if self.template else ""
        filled = {
            name: value.into(lang) if isinstance(value, Phrase) else str(value)
            for name, value in self.values
        }
        return said.format_map(filled) if filled else said

    def __str__(self) -> str:
        return self.into("en")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"
