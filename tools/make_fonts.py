"""Makes the bundled fonts: ``python tools/make_fonts.py`` (wants fonttools and two Debian packages).

The sources are the Noto fonts of Debian's ``fonts-noto-core`` and ``fonts-noto-cjk``. What
is kept of them is said below; the same sources and the same fonttools give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent.parent / "blueprint" / "render" / "fonts"
SOURCES = Path("/usr/share/fonts")
LATIN_RANGES = (
    (0x0020, 0x024F),  # Latin, its supplement, extended A and B
    (0x0259, 0x0259),
    (0x02B0, 0x036F),  # modifier letters, combining marks
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin as in Vietnamese
    (0x2000, 0x214F),  # punctuation, raised figures, money, letterlike
    (0xFFFD, 0xFFFD),  # what stands for what cannot be shown
)
CHINESE_RANGES = (
    (0x0020, 0x017F),
    (0x0370, 0x03FF),
    (0x0400, 0x045F),
    (0x2000, 0x22FF),  # punctuation, money, arrows, mathematics
    (0x2460, 0x24FF),  # numbers in circles
    (0x2500, 0x27BF),  # boxes, shapes, signs
    (0x3000, 0x30FF),  # Chinese punctuation, kana
    (0x31A0, 0x33FF),  # bopomofo, squared letters and units
    (0xFE10, 0xFE4F),
    (0xFF00, 0xFFEF),  # wide and narrow forms
)
SYMBOL_RANGES = ((0x2190, 0x21FF), (0x2460, 0x24FF), (0x25A0, 0x27BF), (0x2B00, 0x2BFF))
CANTONESE = "嘅咗喺嚟啲冇唔哋乜佢嗰啱嘢噉咁揾攞瞓畀嗌哂晒搵諗仲係冚掟揸揼嗱喎啩咩囉吖嘥屙搣㗎"
"""Everyday characters of Hong Kong that stand in neither of the two standards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One bundled font: what it is made of, and which characters are kept."""

    made: str
    source: str
    number: int
    characters: frozenset[int]
    features: tuple[str, ...]


def main() -> None:
    """Make every bundled font."""
    latin, chinese = frozenset(_ranges(LATIN_RANGES)), frozenset(_chinese())
    symbols = frozenset(_ranges(SYMBOL_RANGES))
    kerned = ("kern", "mark", "mkmk", "ccmp")
    for weight in ("Regular", "Bold"):
        cuts = (
            _cut("NotoSans", weight, "truetype/noto/NotoSans-{}.ttf", -1, latin, kerned),
            _cut("NotoSansCJKsc", weight, "opentype/noto/NotoSansCJK-{}.ttc", 2, chinese, ()),
        )
        for cut in cuts:
            _make(cut)
    _make(
        _cut(
            "NotoSansSymbols2",
            "Regular",
            "truetype/noto/NotoSansSymbols2-{}.ttf",
            -1,
            symbols - chinese_signs(),
            (),
        )
    )


def _cut(
    family: str,
    weight: str,
    source: str,
    number: int,
    characters: frozenset[int],
    features: Sequence[str],
) -> Cut:
    ending = Path(source).suffix.replace("ttc", "otf")
    return Cut(
        made=f"{family}-{weight}{ending}",
        source=source.format(weight),
        number=number,
        characters=characters,
        features=tuple(features),
    )


def _make(cut: Cut) -> None:
    options = Options()
    options.layout_features = list(cut.features)
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.font_number = cut.number
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "STAT"]
    if not cut.features:
        options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    font: TTFont = load_font(str(SOURCES / cut.source), options)
    cutter = Subsetter(options)
    cutter.populate(unicodes=cut.characters)
    cutter.subset(font)
    font.save(HERE / cut.made)
    size = (HERE / cut.made).stat().st_size
    print(f"{cut.made}: {len(font.getBestCmap())} characters, {size:,} bytes")


def chinese_signs() -> frozenset[int]:
    """Return the signs that the Chinese font draws itself."""
    with TTFont(SOURCES / "opentype/noto/NotoSansCJK-Regular.ttc", fontNumber=2) as font:
        return frozenset(font.getBestCmap()) & frozenset(_ranges(CHINESE_RANGES))


def _ranges(ranges: Sequence[tuple[int, int]]) -> Iterator[int]:
    for first, last in ranges:
        yield from range(first, last + 1)


def _chinese() -> Iterator[int]:
    """Go through GB 2312 whole, level 1 of Big5, and the signs and letters beside them."""
    yield from _ranges(CHINESE_RANGES)
    yield from map(ord, CANTONESE)
    for first in range(0xA1, 0xF8):
        for second in range(0xA1, 0xFF):
            yield from _decoded(bytes((first, second)), "gb2312")
    for first in range(0xA1, 0xC7):
        for second in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            if (first, second) <= (0xC6, 0x7E):
                yield from _decoded(bytes((first, second)), "big5")


def _decoded(code: bytes, encoding: str) -> Iterator[int]:
    yield from map(ord, code.decode(encoding, "ignore"))


if __name__ == "__main__":
    main()
