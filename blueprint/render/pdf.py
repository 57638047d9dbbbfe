"""PDF from a scene, or from several drawings: vector, its text selectable, in bundled fonts."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from blueprint.layout.scene import Scene
from blueprint.render.extras import package
from blueprint.render.fonts.faces import FOLDER, FontSet, font_set
from blueprint.render.fonts.fallback import in_fonts
from blueprint.render.fonts.missing import Missing, missing_in, warn_of_fonts, warn_of_missing
from blueprint.render.svg import svg
from blueprint.render.theme import Theme
from blueprint.render.themes.light import LIGHT
from blueprint.safety.text import one_line

_LAYOUT = Path(__file__).with_name("pdf.typ")
_SIZE = re.compile(r' (width|height)="([\d.]+)([a-z]*)"')
_POINTS = {"": 0.75, "px": 0.75, "pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")
_TEXT = re.compile(r"<text\b.*?</text>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")


def pdf(scene: Scene, *, theme: Theme = LIGHT, fonts: Sequence[str | Path] = ()) -> bytes:
    """Draw a scene as a PDF of one page that is as large as the drawing.

    Args:
        scene: A placed picture.
        theme: How it looks.
        fonts: Fonts beside the bundled ones: files or folders.

    Returns:
        The file, with title, language and a description for screen readers.

    Raises:
        BlueprintError: The extra ``pdf`` is not installed.
        FileError: One of ``fonts`` is no font.

    Warns:
        BlueprintWarning: No font has some of the characters, or the theme's are not there.
    """
    known = font_set(fonts)
    return _written(
        [svg(scene, theme=theme)],
        known,
        missing_in(scene, known),
        title=scene.title.full,
        lang=scene.lang,
        described=[scene.described],
    )


def pdf_pages(
    pages: Sequence[str],
    *,
    title: str,
    lang: str = "en",
    described: Sequence[str] = (),
    fonts: Sequence[str | Path] = (),
) -> bytes:
    """Put several drawings into one PDF, each on a page of its own size.

    Args:
        pages: SVG documents as `svg` writes them. Their ``width`` and ``height`` say how
            large the page is: in ``mm``, ``cm``, ``in`` or ``pt``, or in pixels of 1/96 inch.
        title: The document's title.
        lang: The language of its texts.
        described: What each page shows, for screen readers; the title where it is not said.
        fonts: Fonts beside the bundled ones: files or folders.

    Returns:
        The file; the same bytes for the same pages.

    Raises:
        BlueprintError: The extra ``pdf`` is not installed.
        FileError: One of ``fonts`` is no font.

    Warns:
        BlueprintWarning: No font has some of the characters, or the theme's are not there.
    """
    known = font_set(fonts)
    said = "".join(_MARKUP.sub("", text) for page in pages for text in _TEXT.findall(page))
    lacking = missing_in(html.unescape(said), known)
    return _written(pages, known, lacking, title=title, lang=lang, described=described)


def _written(
    pages: Sequence[str],
    fonts: FontSet,
    lacking: Sequence[Missing],
    *,
    title: str,
    lang: str,
    described: Sequence[str],
) -> bytes:
    typst = package("typst", extra="pdf", what="PDF")
    for page in pages[:1]:
        warn_of_fonts(page, fonts)
    warn_of_missing(lacking)
    language = _LANGUAGE.match(lang.casefold())
    told = [*described, *[title] * (len(pages) - len(described))]
    sizes = [
        {"width": width, "height": height, "described": one_line(text)}
        for (width, height), text in zip(map(_size, pages), told, strict=True)
    ]
    files = {f"page{n}.svg": in_fonts(page, fonts).encode() for n, page in enumerate(pages)}
    with _folders(fonts) as folders:
        drawn: bytes = typst.compile(
            {"main.typ": _LAYOUT.read_bytes(), **files},
            format="pdf",
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
            ),
            sys_inputs={
                "pages": json.dumps(sizes),
                "title": one_line(title),
                "lang": language[0] if language else "en",
            },
        )
    return drawn


def _size(page: str) -> tuple[float, float]:
    """Return width and height of a drawing in points."""
    found = {
        name: float(value) * _POINTS[unit]
        for name, value, unit in _SIZE.findall(page[: page.find(">")])
    }
    return found["width"], found["height"]


@contextmanager
def _folders(fonts: FontSet) -> Iterator[list[str]]:
    """Give the folders that hold these fonts and no others."""
    if not fonts.added:
        yield [str(FOLDER)]
        return
    with TemporaryDirectory(prefix="blueprint-fonts-") as folder:
        for n, file in enumerate(fonts.added):
            shutil.copyfile(file, Path(folder) / f"{n}{file.suffix}")
        yield [str(FOLDER), folder]
