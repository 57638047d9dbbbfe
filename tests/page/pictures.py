"""Pictures of the page: taken with the bundled fonts alone, kept small, compared in a tolerance."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image, ImageChops, ImageFilter

from blueprint.render.fonts.faces import FOLDER

SHRINK = 2
"""How many pixels of the screen make one of a kept picture, across and down."""

LEVEL = 16
"""Above which difference, of 255 levels, a blurred pixel counts as another."""

SHARE, MEAN, PATCH = 0.01, 1.5, 12
"""What may differ: the share of other pixels, the mean, and the mean of the worst patch."""

FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""


def only_bundled_fonts(folder: Path) -> Path:
    """Write a configuration of fontconfig that knows no fonts but the bundled ones."""
    made = folder / "fonts.conf"
    told = FONTS.format(fonts=escape(str(FOLDER)), cache=escape(str(folder / "cache")))
    made.write_text(told, encoding="utf-8")
    return made


def shrunk(shot: bytes) -> Image.Image:
    """Return a screenshot at the size in which pictures are kept."""
    return Image.open(BytesIO(shot)).convert("RGB").reduce(SHRINK)


def keep(picture: Image.Image, file: Path) -> None:
    """Write a picture as a small file, in the 256 colours that suit it."""
    few = picture.quantize(256, method=Image.Quantize.MEDIANCUT, kmeans=3, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How far two pictures are apart.

    Attributes:
        share: The share of pixels that differ by more than `LEVEL`.
        mean: The mean difference, in levels of 255.
        patch: The mean difference of the patch of 16 by 16 pixels that differs most.
        picture: Where they differ, the darker the more.
    """

    share: float
    mean: float
    patch: int
    picture: Image.Image

    @property
    def small(self) -> bool:
        """Whether it is no more than what one machine draws otherwise than another."""
        return self.share < SHARE and self.mean < MEAN and self.patch < PATCH

    def __str__(self) -> str:
        return f"{self.share:.2%} of the pixels, mean {self.mean:.2f}, patch {self.patch}"


def difference(actual: Image.Image, reviewed: Image.Image) -> Difference:
    """Compare two pictures of one size, blurred so that antialiasing does not count."""
    assert actual.size == reviewed.size
    blur = ImageFilter.GaussianBlur(1.5)
    pair = [picture.convert("RGB").filter(blur) for picture in (actual, reviewed)]
    red, green, blue = ImageChops.difference(*pair).split()
    apart = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    counts = apart.histogram()
    return Difference(
        share=sum(counts[LEVEL + 1 :]) / sum(counts),
        mean=sum(level * n for level, n in enumerate(counts)) / sum(counts),
        patch=max(apart.reduce(16).tobytes()),
        picture=ImageChops.invert(apart.point(lambda level: min(255, 6 * level))),
    )


def compare(actual: Image.Image, file: Path, folder: Path) -> None:
    """Compare a picture with the reviewed one; where it differs, leave in a folder how."""
    with Image.open(file) as reviewed:
        found = difference(actual, reviewed)
    if not found.small:
        actual.save(folder / "actual.png")
        found.picture.save(folder / "difference.png")
        said = f"{file.name} differs: {found}; see actual.png and difference.png in {folder}"
        raise AssertionError(said)
