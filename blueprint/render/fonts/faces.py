"""Which fonts there are: the bundled ones, and those a user adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from blueprint.errors import FileError
from blueprint.render.fonts.sfnt import Face, faces_in
from blueprint.words import Phrase

FOLDER = Path(__file__).parent
"""Where the bundled fonts are."""

LATIN, CHINESE = "Noto Sans", "Noto Sans CJK SC"
"""The bundled families of the two scripts."""

_BUNDLED = (
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSansCJKsc-Regular.otf",
    "NotoSansCJKsc-Bold.otf",
    "NotoSansSymbols2-Regular.ttf",
)
_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")


@dataclass(frozen=True)
class FontSet:
    """The fonts of one picture, those that come first being preferred.

    Attributes:
        faces: Their faces; the bundled ones come first.
    """

    faces: tuple[Face, ...]

    @cached_property
    def families(self) -> Mapping[str, frozenset[int]]:
        """The characters of every family, in the order of its first face."""
        found: dict[str, frozenset[int]] = {}
        for face in self.faces:
            found[face.family] = found.get(face.family, frozenset()) | face.characters
        return found

    @cached_property
    def characters(self) -> frozenset[int]:
        """Every character that one of them has."""
        return frozenset().union(*self.families.values())

    @property
    def files(self) -> tuple[Path, ...]:
        """Their files, each once."""
        return tuple(dict.fromkeys(face.path for face in self.faces))

    @property
    def added(self) -> tuple[Path, ...]:
        """The files that are not bundled."""
        return tuple(path for path in self.files if path.parent != FOLDER)


@cache
def bundled() -> FontSet:
    """Return the fonts that come with the library.

    Examples:
        >>> list(bundled().families)
        ['Noto Sans', 'Noto Sans CJK SC', 'Noto Sans Symbols2']
    """
    return FontSet(tuple(face for name in _BUNDLED for face in faces_in(FOLDER / name)))


def font_set(fonts: Sequence[str | Path] = ()) -> FontSet:
    """Return the bundled fonts and those in files or folders a user names.

    Args:
        fonts: Files (``.ttf``, ``.otf``, ``.ttc``), or folders, of which every such file
            is taken, sub-folders too.

    Raises:
        FileError: A file is missing or no font, or a folder has none.
    """
    if isinstance(fonts, (str, Path)):
        fonts = (fonts,)
    added = tuple(face for path in fonts for file in _files(Path(path)) for face in faces_in(file))
    return FontSet((*bundled().faces, *added)) if added else bundled()


def _files(path: Path) -> tuple[Path, ...]:
    if not path.is_dir():
        return (path,)
    found = tuple(sorted(p for p in path.rglob("*") if p.suffix.lower() in _ENDINGS))
    if not found:
        raise FileError(
            Phrase.of(
                "there is no font (.ttf, .otf, .ttc) in the folder {folder}", folder=str(path)
            )
        )
    return found
