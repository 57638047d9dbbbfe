"""PDF: one page as large as the drawing, its text selectable, its fonts in it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from typing import Any

import pytest
from pypdf import PdfReader

from blueprint.errors import BlueprintError, BlueprintWarning
from blueprint.layout.scene import Scene
from blueprint.render.pdf import pdf, pdf_pages
from blueprint.render.svg import svg
from blueprint.render.themes.dark import DARK
from tests.formats.scenes import example, of_one_card
from tests.formats.test_fonts import made_font


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def fonts(page: Any) -> set[str]:
    """The fonts of a page and of the drawings in it."""
    found: set[str] = set()
    resources = page.get("/Resources", {})
    for font in resources.get("/Font", {}).values():
        found.add(str(font.get_object()["/BaseFont"]).split("+")[-1])
    for inside in resources.get("/XObject", {}).values():
        found |= fonts(inside.get_object())
    return found


@pytest.mark.parametrize("name", ["city_hotel", "hospital", "hotel_stay"])
def test_every_card_can_be_selected_and_searched(name: str) -> None:
    scene = example(name)
    text = bare(read(pdf(scene)).pages[0].extract_text())
    for card in scene.cards:
        for line in card.name.lines:
            assert bare(line) in text


def test_the_page_is_as_large_as_the_drawing() -> None:
    scene = example("hospital")
    (page,) = read(pdf(scene)).pages
    assert float(page.mediabox.width) == pytest.approx(scene.width * 0.75, abs=0.1)
    assert float(page.mediabox.height) == pytest.approx(scene.height * 0.75, abs=0.1)


def test_it_says_title_and_language_and_has_no_date() -> None:
    scene = example("hospital")
    document = read(pdf(scene))
    assert document.metadata is not None
    assert document.metadata.title == scene.title.full
    assert document.metadata.creation_date is None
    assert document.trailer["/Root"]["/Lang"] == "zh"
    assert "/StructTreeRoot" in document.trailer["/Root"]


def test_the_fonts_in_it_are_the_bundled_ones() -> None:
    assert fonts(read(pdf(example("city_hotel"))).pages[0]) == {
        "NotoSans-Regular",
        "NotoSans-Bold",
    }
    chinese = fonts(read(pdf(example("hospital"))).pages[0])
    assert all(name.startswith("NotoSansCJKsc-") for name in chinese)


def test_it_is_vector() -> None:
    data = pdf(example("city_hotel"))
    assert [image for page in read(data).pages for image in page.images] == []
    assert len(data) < 200_000


def test_it_is_the_same_bytes_in_every_run_and_others_in_another_theme() -> None:
    scene = of_one_card("Pays 微信")
    assert pdf(scene) == pdf(scene)
    assert pdf(scene) != pdf(scene, theme=DARK)
    script = (
        "import sys; from blueprint.render.pdf import pdf;"
        "from tests.formats.scenes import of_one_card;"
        "sys.stdout.buffer.write(pdf(of_one_card('Pays 微信')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": ".", "TZ": "Asia/Shanghai", "HOME": "/nowhere"},
        capture_output=True,
        check=True,
    )
    assert done.stdout == pdf(scene)


def test_hostile_texts_stay_texts() -> None:
    evil = '") #panic("x") \\ $x$ *b* #read("/etc/passwd") </text><script>'
    document = read(pdf(of_one_card(evil)))
    assert "#read" in bare(document.pages[0].extract_text())
    pages = read(pdf_pages([svg(of_one_card("a"))], title=evil, lang=evil, described=[evil]))
    assert pages.metadata is not None
    assert pages.metadata.title == evil


def sized(scene: Scene, width: str, height: str) -> str:
    drawn = re.sub(r' width="[^"]*"', f' width="{width}"', svg(scene), count=1)
    return re.sub(r' height="[^"]*"', f' height="{height}"', drawn, count=1)


def test_several_drawings_become_pages_of_their_own_size() -> None:
    drawn = [
        sized(of_one_card("First"), "297mm", "210mm"),
        sized(of_one_card("第二"), "8.5in", "11in"),
        sized(of_one_card("Third"), "400", "300px"),
    ]
    data = pdf_pages(drawn, title="Three", lang="en-GB")
    first, second, third = read(data).pages
    assert (round(first.mediabox.width, 1), round(first.mediabox.height, 1)) == (841.9, 595.3)
    assert (second.mediabox.width, second.mediabox.height) == (612, 792)
    assert (third.mediabox.width, third.mediabox.height) == (300, 225)
    assert "First" in first.extract_text()
    assert "第二" in second.extract_text()
    assert data == pdf_pages(drawn, title="Three", lang="en-GB")


def test_what_cannot_be_drawn_is_warned_of_and_the_rest_is_drawn() -> None:
    with pytest.warns(BlueprintWarning, match="no font has “🧾” U\\+1F9FE"):
        data = pdf(of_one_card("Pays 🧾 here"))
    assert "here" in read(data).pages[0].extract_text()
    with pytest.warns(BlueprintWarning, match="U\\+1F9FE"):
        pdf_pages([svg(of_one_card("Pays 🧾 here"))], title="One")


def test_a_font_of_the_users_is_taken(tmp_path: Any) -> None:
    own = made_font(tmp_path / "receipt.ttf", "🧾", "Receipts")
    data = pdf(of_one_card("Pays 🧾"), fonts=[own])
    assert "🧾" in read(data).pages[0].extract_text()


def test_without_its_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(BlueprintError, match=r'pip install "service-blueprint\[pdf\]"'):
        pdf(of_one_card("Pays"))
