"""PNG from a scene, in the bundled fonts: right on a machine that has none."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from blueprint.errors import BlueprintError
from blueprint.layout.scene import Scene
from blueprint.render.extras import package
from blueprint.render.fonts.faces import font_set
from blueprint.render.fonts.fallback import in_fonts
from blueprint.render.fonts.missing import missing_in, warn_of_fonts, warn_of_missing
from blueprint.render.svg import svg
from blueprint.render.theme import Theme
from blueprint.render.themes.light import LIGHT
from blueprint.words import Phrase

LEAST_SCALE, USUAL_SCALE, MOST_SCALE = 0.1, 2.0, 10.0
"""Pixels of the picture for one of the drawing."""

MOST_PIXELS = 100_000_000
"""Pixels of one picture; each takes four bytes while it is drawn."""


def png(
    scene: Scene,
    *,
    theme: Theme = LIGHT,
    scale: float = USUAL_SCALE,
    fonts: Sequence[str | Path] = (),
) -> bytes:
    """Draw a scene as a PNG.

    Only the bundled fonts and those given are used, never those of the machine, so the
    same scene gives the same picture everywhere.

    Args:
        scene: A placed picture.
        theme: How it looks.
        scale: Pixels for each pixel of the drawing, 0.1 to 10; 2 suits slides and print.
        fonts: Fonts beside the bundled ones: files or folders.

    Returns:
        The file.

    Raises:
        BlueprintError: The extra ``png`` is not installed, the scale is out of bounds, or
            the picture would be too large.
        FileError: One of ``fonts`` is no font.

    Warns:
        BlueprintWarning: No font has some of the characters, or the theme's are not there.
    """
    resvg = package("resvg_py", extra="png", what="PNG")
    _hold(scene, scale)
    known = font_set(fonts)
    drawing = svg(scene, theme=theme)
    warn_of_fonts(drawing, known)
    warn_of_missing(missing_in(scene, known))
    drawn: bytes = resvg.svg_to_bytes(
        svg_string=in_fonts(drawing, known),
        zoom=scale,
        skip_system_fonts=True,
        font_files=[str(path) for path in known.files],
    )
    return drawn


def _hold(scene: Scene, scale: float) -> None:
    """Raise an error where a picture of this scale would be too large."""
    if not LEAST_SCALE <= scale <= MOST_SCALE:
        said = Phrase.of(
            "a scale is a number from {least} to {most}, not {scale}",
            least=f"{LEAST_SCALE:g}",
            most=f"{MOST_SCALE:g}",
            scale=f"{scale:g}",
        )
        raise BlueprintError(said)
    width, height = scene.width * scene.scale, scene.height * scene.scale
    if width * height * scale * scale <= MOST_PIXELS:
        return
    fits = math.floor(math.sqrt(MOST_PIXELS / (width * height)) * 100) / 100
    said = Phrase.of(
        "the picture would have {width} × {height} pixels, more than {most} million; "
        "a scale of {fits} fits, and SVG and PDF have no such limit",
        width=round(width * scale),
        height=round(height * scale),
        most=MOST_PIXELS // 1_000_000,
        fits=f"{fits:g}",
    )
    raise BlueprintError(said)
