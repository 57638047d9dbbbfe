"""The bundled fonts have every character that counts; what is lacking is found and named."""

from __future__ import annotations

import contextlib
import re
import struct
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont
from hypothesis import given
from hypothesis import strategies as st

from blueprint.errors import BlueprintWarning, FileError
from blueprint.render.fonts.faces import FOLDER, bundled, font_set
from blueprint.render.fonts.fallback import first_family, in_fonts, in_vain
from blueprint.render.fonts.missing import Missing, missing, warn_of_fonts, warn_of_missing
from blueprint.render.fonts.sfnt import faces_in
from blueprint.render.svg import svg
from blueprint.render.theme import Theme
from blueprint.render.themes.light import LIGHT
from tests.formats.scenes import EXAMPLES, example, of_one_card

EXAMPLE_OF_A_MISSING_ONE = "🧾"
BOLD = FOLDER / "NotoSans-Bold.ttf"
XMLNS = 'xmlns="http://www.w3.org/2000/svg"'
TRADITIONAL = "預約掛號門診醫師處方藥劑師櫃檯顧客體驗藍圖臺灣銀行貸款審核"
NAMES = st.text(alphabet=st.sampled_from("aB é微信門✓→①&<>'\"😀م\u0301\u200d"), max_size=30)


def made_font(path: Path, letters: str, family: str = "Own") -> Path:
    """A font file of another family, with the same sign for each of some letters."""
    from fontTools.fontBuilder import FontBuilder

    font = TTFont(FOLDER / "NotoSansSymbols2-Regular.ttf")
    sign = font.getBestCmap()[ord("✗")]
    builder = FontBuilder(font=font)
    builder.setupCharacterMap({ord(letter): sign for letter in letters})
    for name in (1, 4, 6):
        font["name"].setName(family.replace(" ", ""), name, 3, 1, 0x409)
    font.save(path)
    return path


def standard(encoding: str, first: range, second: list[int], last: tuple[int, int]) -> set[str]:
    found = (
        bytes((a, b)).decode(encoding, "ignore") for a in first for b in second if (a, b) <= last
    )
    return {letter for letters in found for letter in letters}


def test_every_character_of_gb_2312_and_of_the_first_level_of_big5_is_there() -> None:
    gb2312 = standard("gb2312", range(0xA1, 0xF8), list(range(0xA1, 0xFF)), (0xF7, 0xFE))
    trail = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    big5 = standard("big5", range(0xA4, 0xC7), trail, (0xC6, 0x7E))
    assert len(gb2312) == 7445
    assert len(big5) == 5401
    for weight in ("Regular", "Bold"):
        (face,) = faces_in(FOLDER / f"NotoSansCJKsc-{weight}.otf")
        assert {letter for letter in gb2312 | big5 if ord(letter) not in face.characters} == set()


def test_every_character_of_the_examples_and_the_documentation_is_there() -> None:
    root = EXAMPLES.parent
    pages = [*root.glob("*.md"), *root.glob("docs/**/*.md"), *EXAMPLES.rglob("*.yaml")]
    assert len(pages) > 20
    for page in pages:
        lacking = {one.character for one in missing(page.read_text("utf-8"))}
        assert lacking <= {EXAMPLE_OF_A_MISSING_ONE}, page


def test_both_weights_have_the_same_characters() -> None:
    for family in ("NotoSans-{}.ttf", "NotoSansCJKsc-{}.otf"):
        regular, bold = (faces_in(FOLDER / family.format(w))[0] for w in ("Regular", "Bold"))
        assert regular.characters == bold.characters
        assert (regular.weight, bold.weight) == (400, 700)
        assert regular.family == bold.family


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.?tf")), ids=lambda path: path.name)
def test_fonts_are_read_as_fonttools_reads_them(path: Path) -> None:
    (face,) = faces_in(path)
    with TTFont(path) as font:
        assert face.characters == set(font.getBestCmap())
        assert face.family == font["name"].getBestFamilyName()
        assert face.weight == font["OS/2"].usWeightClass


def test_a_collection_and_characters_beyond_the_first_plane_are_read(tmp_path: Path) -> None:
    fonts = [TTFont(made_font(tmp_path / f"{n}.ttf", "a🧾𠮷", f"Own {n}")) for n in (1, 2)]
    collection = TTCollection()
    collection.fonts = fonts
    collection.save(tmp_path / "both.ttc")
    both = faces_in(tmp_path / "both.ttc")
    assert [face.family for face in both] == ["Own1", "Own2"]
    assert both[0].characters == {ord("a"), ord("🧾"), ord("𠮷")}


def test_the_licence_of_the_fonts_is_beside_them_and_in_the_notice() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text("utf-8")
    assert "Noto Sans CJK SC" in (EXAMPLES.parent / "NOTICE").read_text("utf-8")


def test_fonts_are_no_larger_than_said() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.?tf")) < 5_000_000


# -- what is missing --------------------------------------------------------------------


def test_what_no_font_has_is_named_with_its_cards() -> None:
    (found,) = missing(of_one_card("Pays 🧾 and ✓ 微信支付"))
    assert found == Missing(character="🧾", cards=("it",))
    assert str(found) == "“🧾” U+1F9FE (it)"


def test_signs_that_nobody_sees_are_not_missed() -> None:
    assert missing("a\u200d\u200b\ufe0f\u202e\u00ad\t\n\u3000b") == ()


def test_a_font_that_has_it_is_enough(tmp_path: Path) -> None:
    made_font(tmp_path / "receipt.ttf", "🧾")
    assert missing("🧾") != ()
    assert missing("🧾", [tmp_path / "receipt.ttf"]) == ()
    assert missing("🧾", [tmp_path]) == ()
    assert missing("🧾", str(tmp_path)) == ()


def test_the_warning_says_what_to_do_and_names_no_more_than_ten() -> None:
    with pytest.warns(BlueprintWarning, match="U\\+1F600, .*U\\+1F609 …: .*--font FILE"):
        warn_of_missing(missing("".join(map(chr, range(0x1F600, 0x1F610)))))


def test_the_warning_is_there_in_chinese() -> None:
    with pytest.warns(BlueprintWarning) as caught:
        warn_of_missing(missing("🧾"))
    warned = caught[0].message
    assert isinstance(warned, BlueprintWarning)
    assert warned.phrase.into("zh").startswith("没有字体含有 “🧾” U+1F9FE：")


# -- files that are no fonts ------------------------------------------------------------


def broken() -> dict[str, bytes]:
    whole = BOLD.read_bytes()
    return {
        "empty": b"",
        "text": b"this is no font",
        "head only": whole[:12],
        "cut": whole[:2000],
        "woff": b"wOFF" + whole,
        "no tables": whole[:4] + b"\x00\x00" + whole[6:],
        "endless": whole[:4] + b"\xff\xff" + whole[6:],
        "collection of nothing there": b"ttcf\x00\x01\x00\x00" + struct.pack(">LL", 1, 2**31),
        "collection without end": b"ttcf\x00\x01\x00\x00" + struct.pack(">L", 2**31),
    }


@pytest.mark.parametrize("name", broken())
def test_what_is_no_font_is_said_to_be_none(name: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(broken()[name])
    with pytest.raises(FileError, match="is no TrueType or OpenType font"):
        font_set([path])


@given(st.binary(max_size=200), st.integers(0, 400))
def test_a_damaged_font_never_ends_in_a_traceback(damage: bytes, at: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "damaged.ttf"
        whole = BOLD.read_bytes()
        path.write_bytes(whole[:at] + damage + whole[at + len(damage) :])
        with contextlib.suppress(FileError):
            faces_in(path)


def test_a_file_that_is_not_there_and_a_folder_without_fonts_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot read the font .*gone.ttf"):
        font_set([tmp_path / "gone.ttf"])
    with pytest.raises(FileError, match="there is no font .* in the folder"):
        font_set([tmp_path])


# -- which font draws what --------------------------------------------------------------


def families(drawn: str) -> dict[str, str]:
    """Which family draws which text."""
    found: dict[str, str] = {}

    def walk(element: ET.Element, family: str) -> None:
        own = element.get("font-family", family)
        for text, name in [(element.text, own), *((child.tail, own) for child in element)]:
            if text and text.strip():
                found[text.strip()] = name
        for child in element:
            walk(child, own)

    for text in ET.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text"):
        walk(text, "")
    return found


def test_each_run_of_characters_gets_the_font_that_has_it() -> None:
    drawn = in_fonts(
        f'<svg {XMLNS} font-family="&#39;Segoe UI&#39;, &#39;Noto Sans&#39;, sans-serif">'
        '<title>微信</title><text><tspan x="1">Pays 微信 &amp; ✗ é</tspan></text></svg>',
        bundled(),
    )
    assert families(drawn) == {
        "Pays": "",
        "微信": "'Noto Sans CJK SC'",
        "&": "",
        "✗": "'Noto Sans Symbols2'",
        "é": "",
    }
    assert "<title>微信</title>" in drawn
    assert ET.fromstring(drawn).get("font-family") == "'Noto Sans'"


def test_a_chinese_drawing_stays_in_its_font_and_traditional_characters_with_it() -> None:
    drawn = in_fonts(svg(of_one_card(TRADITIONAL, "zh")), bundled())
    assert ET.fromstring(drawn).get("font-family") == "'Noto Sans CJK SC'"
    assert set(families(drawn).values()) == {""}


def test_an_unknown_font_gives_way_to_a_bundled_one(tmp_path: Path) -> None:
    plain = f'<svg {XMLNS} font-family="&#39;Own&#39;, sans-serif"><text>abc</text></svg>'
    assert 'font-family="&#39;Noto Sans&#39;"' in in_fonts(plain, bundled())
    own = font_set([made_font(tmp_path / "own.ttf", "ab")])
    assert families(in_fonts(plain, own)) == {"ab": "", "c": "'Noto Sans'"}


@given(NAMES, NAMES)
def test_no_text_is_changed_whatever_the_fonts(name: str, label: str) -> None:
    drawn = svg(of_one_card(f"{name} x {label}"))
    done = in_fonts(drawn, bundled())
    before, after = (
        ["".join(e.itertext()) for e in ET.fromstring(s).iter() if e.tag.endswith("}text")]
        for s in (drawn, done)
    )
    assert before == after
    assert not re.search(r"font-family=\"[^\"]*Segoe", done)


HOUSE = replace(LIGHT, latin=("Lato", "Arial"), chinese=("FZ Hei",))


@pytest.mark.parametrize(
    ("lang", "theme", "family", "asked"),
    [
        ("en", LIGHT, "Noto Sans", ()),
        ("zh", LIGHT, "Noto Sans CJK SC", ()),
        ("en", HOUSE, "Noto Sans", ("Lato", "Arial", "FZ Hei")),
        ("zh", HOUSE, "Noto Sans CJK SC", ("FZ Hei", "Lato", "Arial")),
        ("en", replace(LIGHT, latin=("Lato",)), "Noto Sans", ("Lato",)),
        ("zh", replace(LIGHT, chinese=("FZ Hei",)), "Noto Sans CJK SC", ("FZ Hei",)),
        ("en", replace(LIGHT, latin=("Lato", "Noto Sans")), "Noto Sans", ()),
    ],
)
def test_fonts_that_are_not_there_give_way_to_that_of_the_script(
    lang: str, theme: Theme, family: str, asked: tuple[str, ...]
) -> None:
    drawn = svg(of_one_card("Pays", lang), theme=theme)
    assert first_family(drawn, bundled()) == family
    assert in_vain(drawn, bundled()) == asked
    assert ET.fromstring(in_fonts(drawn, bundled())).get("font-family") == f"'{family}'"


def test_a_house_font_that_is_not_there_is_warned_of_and_one_that_is_added_is_taken(
    tmp_path: Path,
) -> None:
    drawn = svg(of_one_card("Pays"), theme=HOUSE)
    with pytest.warns(BlueprintWarning, match="fonts not found: Lato, Arial, FZ Hei; Noto Sans is"):
        warn_of_fonts(drawn, bundled())
    own = font_set([made_font(tmp_path / "lato.ttf", "Pays", "Lato")])
    assert first_family(drawn, own) == "Lato"
    warn_of_fonts(drawn, own)


def test_a_mark_stays_with_its_letter() -> None:
    plain = f'<svg {XMLNS} font-family="Noto Sans"><text>微\u0301x</text></svg>'
    drawn = in_fonts(plain, bundled())
    assert families(drawn) == {"微\u0301": "'Noto Sans CJK SC'", "x": ""}


def test_the_hospital_is_all_chinese_font() -> None:
    assert missing(example("hospital")) == ()
    assert missing(example("city_hotel")) == ()
