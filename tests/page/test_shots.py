"""The page looks as it was reviewed, at three sizes, in both themes and both languages."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PIL import Image, ImageOps
from playwright.sync_api import Browser, Page

from tests.conftest import tool
from tests.page.conftest import Opened
from tests.page.made import delivery_page
from tests.page.pictures import compare, difference, keep, only_bundled_fonts, shrunk
from tests.page.staged import example_page

REVIEWED = Path(__file__).parent / "shots"
UPDATE = "UPDATE_SHOTS" in os.environ
MOST_BYTES = 600_000
SIZES = {"wide": (1440, 900), "tablet": (1024, 768), "phone": (390, 844)}
DRAWN = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-lcd-text",
    "--font-render-hinting=none", "--force-color-profile=srgb",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture of the page.

    Attributes:
        name: State, size, theme and language; also the name of its file.
        page: What makes the page.
        at: The state, as the page's address says it.
        act: What is done before it is taken, beyond the address.
    """

    name: str
    page: Callable[[], str]
    at: str = ""
    act: Callable[[Page], None] | None = None


hotel = partial(example_page, "city_hotel")
hospital = partial(example_page, "hospital")
loan = partial(example_page, "bank_loan")
birth = partial(example_page, "public_service")
delivery = partial(delivery_page, "en")
delivery_zh = partial(delivery_page, "zh")


def tallied(page: Page) -> None:
    """Choose a department of the ripple, and bring its table into sight."""
    page.click(".tally [data-department=logistics]")
    page.eval_on_selector(".tally", "table => table.scrollIntoView()")


SHOTS = (
    Shot(name="start-wide-light-en", page=hotel),
    Shot(name="start-tablet-dark-en", page=loan),
    Shot(name="start-phone-light-zh", page=hospital),
    Shot(name="traced-wide-dark-zh", page=hospital, at="#card=候诊管理"),
    Shot(name="traced-phone-light-en", page=hotel, act=lambda page: page.click("[data-id=crs]")),
    Shot(
        name="compared-tablet-light-zh",
        page=delivery_zh,
        at="#compare=delivery:packs,delivery:plans-the-round",
    ),
    Shot(name="faded-wide-light-en", page=hotel, at="#department=front-office&panel=filters"),
    Shot(name="relaid-tablet-light-zh", page=hospital, at="#lane=customer,frontstage&rest=away"),
    Shot(name="found-tablet-dark-en", page=hotel, act=lambda page: page.fill("#query", "room")),
    Shot(name="presented-wide-light-zh", page=hospital, at="#present=医生问诊"),
    Shot(name="presented-phone-dark-en", page=hotel, at="#present=check-in"),
    Shot(name="map-wide-dark-en", page=birth, act=lambda page: page.click("#map-switch")),
    Shot(name="table-tablet-dark-zh", page=hospital, act=lambda page: page.click("#tab-table")),
    Shot(name="story-phone-light-en", page=hotel, act=lambda page: page.click("#tab-story")),
    Shot(name="lit-wide-light-en", page=delivery, at="#report=ripple&overlay=ripple"),
    Shot(name="reports-phone-dark-zh", page=delivery_zh, at="#panel=reports&report=ripple"),
    Shot(name="waves-phone-light-en", page=delivery, at="#report=ripple&overlay=ripple&wave=1"),
    Shot(
        name="path-wide-dark-zh",
        page=delivery_zh,
        at="#report=ripple&overlay=ripple&path=delivery:loads-the-van",
    ),
    Shot(
        name="choices-tablet-light-en",
        page=delivery,
        at="#panel=reports&report=ripple&least=0.2",
        act=tallied,
    ),
)


@pytest.fixture(scope="module")
def browser(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a Chromium that has the bundled fonts and no others."""
    fonts = only_bundled_fonts(tmp_path_factory.mktemp("fonts"))
    started = browser.browser_type.launch(
        executable_path=tool("chromium"),
        args=DRAWN,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
    )
    yield started
    started.close()


def open_shot(opened: Callable[..., Opened], shot: Shot) -> Page:
    """Return a page in the state that a picture shows."""
    _, size, theme, _ = shot.name.split("-")
    width, height = SIZES[size]
    seen = opened(
        shot.page(),
        at=shot.at,
        width=width,
        height=height,
        has_touch=size == "phone",
        color_scheme=theme,
        reduced_motion="reduce",
    )
    if shot.act:
        shot.act(seen.page)
    assert seen.said == []
    return seen.page


def taken(page: Page) -> Image.Image:
    """Return a picture of a page once it has come to rest."""
    before = b""
    for _ in range(20):
        shot = page.screenshot(animations="disabled", caret="hide")
        if shot == before:
            return shrunk(shot)
        before = shot
        page.wait_for_timeout(50)
    raise AssertionError("The page does not come to rest.")


@pytest.mark.parametrize("shot", SHOTS, ids=[shot.name for shot in SHOTS])
def test_the_page_looks_as_reviewed(
    opened: Callable[..., Opened], shot: Shot, tmp_path: Path
) -> None:
    actual = taken(open_shot(opened, shot))
    file = REVIEWED / f"{shot.name}.png"
    if UPDATE:
        keep(actual, file)
    compare(actual, file, tmp_path)


def test_every_reviewed_picture_is_compared_and_all_are_small() -> None:
    files = sorted(REVIEWED.iterdir())
    assert [file.stem for file in files] == sorted(shot.name for shot in SHOTS)
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


def test_every_size_theme_and_language_is_seen() -> None:
    seen = {part for shot in SHOTS for part in shot.name.split("-")[1:]}
    assert seen == {*SIZES, "light", "dark", "en", "zh"}


SEEN = {
    "a moved panel": ("#panel", "transform", "translateX(4px)"),
    "a moved rail": (".rail", "transform", "translateX(3px)"),
    "a lost lane": ("svg.bp .bp-lane-backstage", "display", "none"),
    "a lost card": (".bp-card", "display", "none"),
    "a lost button": ("#theme", "visibility", "hidden"),
    "another colour of a lane": ("svg.bp .bp-lane-support", "--tint", "var(--customer-tint)"),
    "another colour of the title": ("h1", "color", "var(--accent)"),
    "larger letters": ("body", "font-size", "15px"),
}
UNSEEN = {
    "half a pixel aside": ("body", "transform", "translateX(0.5px)"),
    "softer letters": ("body", "filter", "blur(0.4px)"),
}


def test_what_a_reader_sees_is_caught_and_what_machines_differ_by_is_not(
    opened: Callable[..., Opened],
) -> None:
    page = open_shot(opened, Shot(name="faded-tablet-light-en", page=hotel, at="#panel=filters"))
    before = taken(page)
    caught = []
    for name, (selector, style, value) in {**SEEN, **UNSEEN}.items():
        part = page.locator(selector).first
        part.evaluate(
            "(part, [style, value]) => part.style.setProperty(style, value)", [style, value]
        )
        if not difference(taken(page), before).small:
            caught.append(name)
        part.evaluate("(part, style) => part.style.removeProperty(style)", style)
    assert caught == list(SEEN)
    assert difference(taken(page), before).mean < 0.01


def test_a_picture_that_differs_is_left_to_be_looked_at(tmp_path: Path) -> None:
    file = REVIEWED / f"{SHOTS[0].name}.png"
    with Image.open(file) as reviewed:
        compare(reviewed, file, tmp_path)
        assert list(tmp_path.iterdir()) == []
        with pytest.raises(AssertionError, match=re.escape(str(tmp_path))):
            compare(ImageOps.mirror(reviewed.convert("RGB")), file, tmp_path)
    assert {left.name for left in tmp_path.iterdir()} == {"actual.png", "difference.png"}
