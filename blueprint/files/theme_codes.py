"""The codes of what can be wrong with a theme file beyond what can be wrong with any file."""

from __future__ import annotations

from typing import Final

from blueprint.diagnostics import Severity
from blueprint.files.codes import FileCode
from blueprint.words import Phrase


def _shown(
    code: str,
    name: Phrase,
    meaning: Phrase,
    failing: str,
    mended: str,
    *,
    severity: Severity = "error",
) -> FileCode:
    return FileCode(
        code=code,
        name=name,
        meaning=meaning,
        severity=severity,
        failing=failing,
        mended=mended,
        format="theme.yaml",
    )


_ALL: Final = (
    _shown(
        "BP121",
        Phrase.of("no colour"),
        Phrase.of("Colours are written as # with three or six digits, in quotes."),
        "theme: Brick\ncolours: {accent: red}\n",
        'theme: Brick\ncolours: {accent: "#a33"}\n',
    ),
    _shown(
        "BP122",
        Phrase.of("no font"),
        Phrase.of("A font is the name of a family: letters, digits, spaces, dots and hyphens."),
        'theme: Brick\nfont: "Lato, Arial"\n',
        "theme: Brick\nfont: [Lato, Arial]\n",
    ),
    _shown(
        "BP123",
        Phrase.of("no logo"),
        Phrase.of("A logo is a PNG or JPEG of at most 512 KiB, in the folder of the theme file."),
        "theme: Brick\nlogo: https://example.org/logo.svg\n",
        "theme: Brick\n# logo: brick.png, in the folder of this file\n",
    ),
    _shown(
        "BP124",
        Phrase.of("text that cannot be read"),
        Phrase.of("Every text must stand out from what it stands on: by 4.5 to 1 at least."),
        'theme: Brick\ncolours: {muted: "#bbbbbb"}\n',
        'theme: Brick\ncolours: {muted: "#6b6b6b"}\n',
    ),
    _shown(
        "BP125",
        Phrase.of("line that is hard to see"),
        Phrase.of("Lines and signs that tell something should stand out by 3 to 1 at least."),
        'theme: Brick\ncolours: {links: {flow: "#e8b0a0"}}\n',
        'theme: Brick\ncolours: {links: {flow: "#c25a3c"}}\n',
        severity="warning",
    ),
)

THEME_CODES: Final[dict[str, FileCode]] = {entry.code: entry for entry in _ALL}
"""Every code of a theme file, in order."""
