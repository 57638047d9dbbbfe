"""Themes by name or from a file: how a drawing is to look, checked so that it can be read."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from blueprint.diagnostics import Problem
from blueprint.errors import BlueprintWarning
from blueprint.files.reading import refuse
from blueprint.files.theme_reading import THEME_ENDINGS, ThemeDocument, read_theme_file
from blueprint.render.contrast import TEXT, readable
from blueprint.render.themes.house import house_theme
from blueprint.render.themes.pairs import Key, Pair, pairs
from blueprint.render.themes.table import theme_named
from blueprint.report import Finding, Report
from blueprint.rules.result import report_of
from blueprint.words import Phrase

if TYPE_CHECKING:
    from blueprint.render.theme import Theme


def theme_of(name_or_file: str | os.PathLike[str]) -> Theme:
    """Return a theme by its name, or from a theme file.

    Args:
        name_or_file: ``light``, ``dark``, ``print`` or ``large``; or the path of a theme
            file, which ends in ``.theme.yaml``.

    Raises:
        BlueprintError: There is no theme of that name; the message lists those there are.
        FileError: There is no such file, or it cannot be read at all.
        InvalidBlueprintError: Something is wrong with the file; ``problems`` lists everything.

    Examples:
        >>> theme_of("dark").scheme
        'dark'
    """
    if isinstance(name_or_file, str) and not _is_file(name_or_file):
        return theme_named(name_or_file)
    return load_theme(name_or_file)


def _is_file(name: str) -> bool:
    return name.endswith((*THEME_ENDINGS, ".yaml", ".yml", ".json")) or os.sep in name


def load_theme(source: str | os.PathLike[str]) -> Theme:
    r"""Return the theme of a theme file, or of its text.

    Args:
        source: A path; or the text itself, which is anything with a line break in it.

    Raises:
        FileError: There is no such file, or it cannot be read at all.
        InvalidBlueprintError: Something is wrong with it, or a text could not be read on
            what it stands on; ``problems`` lists everything.
        BlueprintWarning: A line or sign is hard to see; the theme is returned all the same.

    Examples:
        >>> load_theme("theme: Brick\ncolours: {accent: '#8a2b1d'}\n").edges["flow"].colour
        '#8a2b1d'
    """
    theme, problems = read_theme(source)
    refuse(problems)
    for problem in problems:
        warnings.warn(BlueprintWarning(_warning(problem)), stacklevel=2)
    return cast("Theme", theme)  # only errors leave none


def _warning(problem: Problem) -> Phrase:
    """Return a problem that is no error in one line."""
    place = problem.file
    if problem.place is not None:
        place = f"{place}:{problem.place.line + 1}:{problem.place.column + 1}"
    if problem.hint is None:
        return Phrase.of("{place}: {message}", place=place, message=problem.message)
    return Phrase.of(
        "{place}: {message} ({hint})", place=place, message=problem.message, hint=problem.hint
    )


def read_theme(source: str | os.PathLike[str]) -> tuple[Theme | None, tuple[Problem, ...]]:
    """Read a theme file and say everything that is wrong with it; see `load_theme`.

    Returns:
        The theme, ``None`` where too little of the file could be understood; and what is
        wrong, in file order, colours that do not stand out included.
    """
    document = read_theme_file(source)
    if document.value is None:
        return None, document.problems
    theme = house_theme(document.value, document.logo)
    return theme, document.joined_by(_faint(document, theme)).problems


def check_theme(source: str | os.PathLike[str]) -> Report:
    r"""Return everything that is wrong with a theme file as a report, as `check` does.

    Raises:
        FileError: There is no such file, or it cannot be read at all.

    Examples:
        >>> [found.code for found in check_theme("theme: Brick\nfont: 'a, b'\n").findings]
        ['BP122']
    """
    _, problems = read_theme(source)
    return report_of(tuple(Finding.of(problem) for problem in problems), ())


def _faint(document: ThemeDocument, theme: Theme) -> Iterator[Problem]:
    """Go through the colours that do not stand out from what they stand on, each once."""
    by_key: dict[Key, list[Pair]] = {}
    for pair in pairs(theme):
        by_key.setdefault(pair.key, []).append(pair)
    for found in by_key.values():
        faint = [pair for pair in found if pair.measured < pair.least]
        if faint:
            yield _problem(document, min(faint, key=lambda pair: pair.measured / pair.least), found)


def _problem(document: ThemeDocument, worst: Pair, all_of_it: list[Pair]) -> Problem:
    """Return the problem of a colour that does not stand out, with a shade that would."""
    values = {
        "key": ".".join(worst.key),
        "colour": worst.colour,
        "ground_key": ".".join(worst.ground_key),
        "ground": worst.ground,
        "measured": f"{worst.measured:.2f}",
        "least": f"{worst.least:g}",
    }
    better = readable(worst.colour, [pair.ground for pair in all_of_it], worst.least)
    hint = None
    if better:
        hint = Phrase.of("“{key}” {colour} would stand out", key=values["key"], colour=better)
    path = _written(document, worst)
    if worst.least == TEXT:
        message = Phrase.of(
            "“{key}” {colour} cannot be read on “{ground_key}” {ground}:"
            " the contrast is {measured}, and must be {least}",
            **values,
        )
        return document.problem("BP124", "error", path, message, hint)
    message = Phrase.of(
        "“{key}” {colour} is hard to see on “{ground_key}” {ground}:"
        " the contrast is {measured}, and should be {least}",
        **values,
    )
    return document.problem("BP125", "warning", path, message, hint)


_MADE_FROM: Mapping[Key, Key] = {
    ("links", "flow"): ("accent",),
    ("card",): ("paper",),
    ("band",): ("paper",),
}
"""The key that sets what another leaves out."""


def _written(document: ThemeDocument, pair: Pair) -> tuple[str, ...]:
    """Return the key of the file that a pair rests on: the colour's own, else its ground's."""
    for key in (pair.key, _MADE_FROM.get(pair.key, ()), pair.ground_key,
                _MADE_FROM.get(pair.ground_key, ())):  # fmt: skip
        for path in (key, key[:2]):
            if path and document.has(("colours", *path)):
                return ("colours", *path)
    return ("colours",)
