"""What is taken along: the drawing as it is seen, the table as CSV, and paper."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from blueprint.drawing import draw
from blueprint.layout.show import view_of
from blueprint.model import Blueprint, Step
from tests.page.conftest import Opened
from tests.page.made import everything, everything_page

SVG = "{http://www.w3.org/2000/svg}"
LEFT_OVER = ("tabindex", "aria-pressed", "style", "role", "aria-hidden")


def saved(seen: Opened, button: str) -> bytes:
    """Press an entry of the menu and return the file it saves."""
    with seen.page.expect_download() as download:
        seen.page.evaluate(f"document.querySelector('#{button}').click()")
    return Path(download.value.path()).read_bytes()


def classed(root: ET.Element, name: str) -> list[ET.Element]:
    return [part for part in root.iter() if name in (part.get("class") or "").split()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_drawing_is_saved_whole_and_without_the_page(
    opened: Callable[..., Opened], scheme: str
) -> None:
    seen = opened(everything_page(), color_scheme=scheme)
    root = ET.fromstring(saved(seen, "save-svg"))
    drawn = ET.fromstring(str(draw(everything())))
    for name in ("bp-card", "bp-edge", "bp-label", "bp-lane", "bp-separator", "bp-phase"):
        assert len(classed(root, name)) == len(classed(drawn, name)), name
    assert root.get("viewBox")
    assert float(root.get("width", "0")) > 100
    for part in root.iter():
        left = [name for name in LEFT_OVER if part is not root and part.get(name) is not None]
        assert left == [], part.attrib
        assert "var(" not in "".join(part.attrib.values())
    paper = next(part for part in root.iter(f"{SVG}rect"))
    light = (paper.get("fill") or "").lower() in ("#fff", "#ffffff")
    assert light == (scheme == "light")


def test_what_is_filtered_out_is_not_in_the_file(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#lane=backstage&rest=away")
    root = ET.fromstring(saved(seen, "save-svg"))
    view = view_of(everything())
    backstage = {c.id for c in view.cards if view.lanes[c.lane].id == "backstage"}
    assert {card.get("data-id") for card in classed(root, "bp-card")} == backstage
    faded = opened(everything_page(), at="#lane=backstage")
    faded.page.wait_for_timeout(250)
    root = ET.fromstring(saved(faded, "save-svg"))
    pale = {card.get("data-id") for card in classed(root, "bp-card") if card.get("opacity")}
    assert pale == {card.id for card in view.cards} - backstage


def test_the_picture_is_twice_as_fine(opened: Callable[..., Opened], tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(everything_page("zh"), encoding="utf-8")
    seen = opened("")
    seen.page.goto(file.as_uri())
    png = saved(seen, "save-png")
    root = ET.fromstring(saved(seen, "save-svg"))
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    assert (width, height) == (
        round(2 * float(root.get("width", "0"))),
        round(2 * float(root.get("height", "0"))),
    )
    assert len(png) > 50_000
    assert (seen.said, seen.asked) == ([], [])


def test_the_table_is_saved_card_by_card(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#lane=backstage,support")
    text = saved(seen, "save-csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    view = view_of(everything())
    kept = [c for c in view.cards if view.lanes[c.lane].id in ("backstage", "support")]
    assert [row["Id"] for row in rows] == [
        card.id for card in sorted(kept, key=lambda c: (c.step, c.lane))
    ]
    for row in rows:
        card = next(card for card in kept if card.id == row["Id"])
        assert (row["Card"], row["Department"]) == (card.name, card.department)
        for field in card.fields:
            assert row[field.name].split("\n") == [
                line for value in field.values for line in value.split("\n")
            ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "＝1", "−1", "\u3000=1", "\ufeff=1"]
)  # fmt: skip
def test_no_cell_is_a_formula(opened: Callable[..., Opened], text: str) -> None:
    source = Blueprint(
        blueprint="Stay", phases={"Arrival": [Step(customer={"name": text, "note": f'"{text}",'})]}
    )
    html = draw(source, "html")
    assert isinstance(html, str)
    seen = opened(html)
    table = list(csv.reader(io.StringIO(saved(seen, "save-csv").decode("utf-8-sig"), newline="")))
    for cell in (cell for row in table for cell in row):
        assert cell.strip(" \t\u3000\ufeff\u00a0")[:1] not in tuple("=+-@＝＋－＠−"), cell
    assert any(text.strip() in cell for cell in table[1])


def test_one_view_is_printed_or_all(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#view=table")
    seen.page.evaluate(
        "window.print = () => { window.asked = document.documentElement.dataset.print; }"
    )
    seen.page.emulate_media(media="print")
    views = ("#view-drawing", "#view-table", "#view-story", "#panel-reports")
    assert [seen.page.is_visible(view) for view in views] == [True] * 4
    seen.page.evaluate("document.querySelector('#print-view').click()")
    assert seen.page.evaluate("window.asked") == "table"
    assert [seen.page.is_visible(view) for view in views] == [False, True, False, False]
    seen.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert seen.page.is_visible("#view-story")


def test_a_link_that_cannot_be_copied_is_shown(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#card=packs")
    seen.page.evaluate(
        "void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))"
    )
    seen.page.click(".menu summary")
    seen.page.click("#copy-link")
    seen.page.wait_for_selector("#link-dialog[open]")
    assert "#card=packs" in seen.page.input_value("#link")
    assert seen.page.evaluate("getSelection().toString() || document.activeElement.id") != ""
