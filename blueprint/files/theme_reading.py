"""Reading a theme file: what it says, where each key stands, and its logo."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from blueprint.diagnostics import Problem, Severity
from blueprint.errors import FileError
from blueprint.files.document import in_order
from blueprint.files.reading import tree_of
from blueprint.files.structure import validated
from blueprint.files.tree import Map, Tree, place_of
from blueprint.files.yaml_reader import examine_yaml
from blueprint.model.theme_file import ThemeFile
from blueprint.safety.limits import MAX_PICTURE_BYTES
from blueprint.safety.paths import inside
from blueprint.safety.pictures import Picture, PictureError, picture_of
from blueprint.words import Phrase

THEME_ENDINGS = (".theme.yaml", ".theme.yml", ".theme.json")
"""How theme files end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeDocument:
    """A theme file, read.

    Attributes:
        value: What it says; ``None`` where too little of it could be understood.
        logo: Its logo, where it names one that can be drawn.
        file: Its name as it was given.
        tree: Its values with their places.
        problems: Everything that is wrong, in file order.
    """

    value: ThemeFile | None
    logo: Picture | None = None
    file: str
    tree: Tree
    problems: tuple[Problem, ...] = ()

    def has(self, path: Iterable[str]) -> bool:
        """Tell whether a key is written."""
        node = self.tree.root
        for part in path:
            if not isinstance(node, Map) or part not in node:
                return False
            node = node[part]
        return True

    def problem(
        self,
        code: str,
        severity: Severity,
        path: tuple[str, ...],
        message: Phrase,
        hint: Phrase | None = None,
    ) -> Problem:
        """Return a problem of the value that a path of keys leads to."""
        place = place_of(self.tree, path)
        excerpt = self.tree.lines.excerpt(place.line)
        return Problem(code, severity, message, self.file, place, excerpt, hint)

    def joined_by(self, problems: Iterable[Problem]) -> ThemeDocument:
        """Return the document with more problems, all in file order."""
        return replace(self, problems=in_order((*self.problems, *problems)))


def read_theme_file(source: str | os.PathLike[str]) -> ThemeDocument:
    r"""Read a theme file, or its text, and say everything that is wrong with it.

    Args:
        source: A path; or the text itself, which is anything with a line break in it.

    Raises:
        FileError: There is no such file, or it cannot be read at all.

    Examples:
        >>> read_theme_file("theme: Dusk\nbased_on: dark\n").value.based_on
        'dark'
    """
    if isinstance(source, str) and "\n" in source:
        return _understood(examine_yaml(source, file="<text>"), None)
    path = Path(source)
    return _understood(tree_of(path, os.fspath(source)), path.parent)


def _understood(tree: Tree, folder: Path | None) -> ThemeDocument:
    document = ThemeDocument(value=None, file=tree.file, tree=tree, problems=tree.problems)
    if any(problem.severity == "error" for problem in tree.problems):
        return document
    fitted = validated(tree, ThemeFile, frozenset())
    document = replace(document, value=fitted.value).joined_by(fitted.problems)
    if fitted.value is None or fitted.value.logo is None:
        return document
    try:
        return replace(document, logo=_picture(folder, fitted.value.logo))
    except PictureError as error:
        return document.joined_by([document.problem("BP123", "error", ("logo",), error.phrase)])


def _picture(folder: Path | None, name: str) -> Picture:
    if folder is None:
        raise PictureError(Phrase.of("a text has no folder in which {file} could stand", file=name))
    try:
        data = _content(inside(folder, name))
    except (FileError, OSError):
        raise PictureError(
            Phrase.of("the folder of the theme file has no {file} that can be read", file=name)
        ) from None
    return picture_of(data)


def _content(path: Path) -> bytes:
    """Return the content of a file, of at most a byte more than a picture may have."""
    if not path.is_file():
        raise IsADirectoryError
    with path.open("rb") as opened:
        return opened.read(MAX_PICTURE_BYTES + 1)
