"""Accessible in both themes and both languages: axe, and our own measure of the drawing's texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.page.conftest import Opened
from tests.page.made import delivery_page, everything_page

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
STATES: dict[str, Callable[[Any], None]] = {
    "drawing": lambda page: page.click("#zoom-fit"),
    "traced": lambda page: page.click('.bp-card[data-id="confirms-the-order"]'),
    "lit": lambda page: (page.click("#open-reports"), page.click("[data-overlay]")),
    "table": lambda page: page.click("#tab-table"),
    "narrative": lambda page: page.click("#tab-story"),
    "help": lambda page: page.click("#open-help"),
}
CONTRAST = """() => {
  const channel = (c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) =>
    0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
  const ratio = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };
  const under = (text) => {
    const box = text.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const below = document.elementsFromPoint(x, y).filter((e) => {
      if (!e.closest("svg") || /^(text|tspan|svg|g)$/.test(e.tagName)) return false;
      const style = getComputedStyle(e);
      return style.fill !== "none" && Number(style.fillOpacity) > 0.9 && !e.matches(".bp-arrow");
    });
    return below[0] ? rgb(getComputedStyle(below[0]).fill) : null;
  };
  document.querySelector(".bp-overlay").style.pointerEvents = "auto";
  const found = [];
  for (const text of document.querySelectorAll("svg.bp text")) {
    if (text.closest(".faded")) continue;
    for (const chip of document.querySelectorAll(".bp-chip, .bp-light")) chip.style.pointerEvents = "auto";
    const behind = under(text);
    const name = text.getAttribute("class") || text.parentElement.getAttribute("class");
    found.push([name, behind && ratio(rgb(getComputedStyle(text).fill), behind), text.textContent]);
  }
  return found;
}"""


@pytest.mark.parametrize(
    ("scheme", "lang", "state"),
    [
        *(("light", "en", state) for state in STATES),
        ("dark", "en", "drawing"), ("dark", "en", "lit"), ("dark", "en", "table"),
        ("dark", "zh", "traced"), ("dark", "zh", "help"), ("light", "zh", "narrative"),
    ],
)  # fmt: skip
def test_axe_finds_nothing(
    opened: Callable[..., Opened], scheme: str, lang: str, state: str
) -> None:
    seen = opened(everything_page(lang), color_scheme=scheme, bypass_csp=True)
    STATES[state](seen.page)
    seen.page.wait_for_timeout(250)
    results = Axe().run(seen.page, options=RULES)
    told = [
        (v["id"], [node["html"][:120] for node in v["nodes"]])
        for v in results.response["violations"]
    ]
    assert told == []


def test_axe_finds_nothing_in_a_narrow_window(opened: Callable[..., Opened]) -> None:
    seen = opened(delivery_page(), width=420, height=860, bypass_csp=True)
    seen.page.click(".bp-card.bp-lane-customer >> nth=0")
    seen.page.wait_for_timeout(250)
    told = [v["id"] for v in Axe().run(seen.page, options=RULES).response["violations"]]
    assert told == []
    wide = seen.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert wide is False


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["drawing", "traced", "lit"])
def test_every_text_of_the_drawing_can_be_read(
    opened: Callable[..., Opened], scheme: str, state: str
) -> None:
    seen = opened(everything_page(), width=2600, height=1700, color_scheme=scheme, bypass_csp=True)
    STATES[state](seen.page)
    seen.page.wait_for_timeout(250)
    measured: list[list[Any]] = seen.page.evaluate(CONTRAST)
    assert len(measured) > 40 if state == "drawing" else measured
    weak = [row for row in measured if row[1] is None or row[1] < 4.5]
    assert weak == []


def test_dark_and_light_differ_and_the_reader_s_choice_wins(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), color_scheme="dark")
    paper = "getComputedStyle(document.querySelector('.bp-paper')).fill"
    dark = seen.page.evaluate(paper)
    assert seen.page.inner_text("#theme") == "Light"
    seen.page.click("#theme")
    assert seen.page.inner_text("#theme") == "Dark"
    light = seen.page.evaluate(paper)
    assert (dark, light) == ("rgb(16, 23, 30)", "rgb(255, 255, 255)")


def test_no_colour_of_the_drawing_stays_light_in_the_dark(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), color_scheme="dark")
    seen.page.wait_for_timeout(250)
    left: list[list[str]] = seen.page.evaluate("""() =>
      [...document.querySelectorAll("svg.bp *")].flatMap((part) =>
        ["fill", "stroke"].flatMap((name) => {
          const wanted = part.getAttribute(name);
          if (!wanted || wanted === "none") return [];
          const probe = document.createElement("i");
          probe.style.color = wanted;
          document.body.append(probe);
          const same = getComputedStyle(probe).color === getComputedStyle(part)[name];
          probe.remove();
          return same ? [[part.getAttribute("class") || part.parentElement.getAttribute("class"), name, wanted]] : [];
        }),
      )""")
    assert {tuple(row) for row in left} <= {
        ("bp-badge bp-moment-of-truth", "stroke", "#7a6a00"),
    }


def test_print_is_light_and_shows_everything(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), color_scheme="dark")
    seen.page.emulate_media(media="print")
    for part in ("svg.bp", "#view-table", "#view-story", "#panel-reports"):
        assert seen.page.is_visible(part), part
    for part in (".tools", "#theme", "#close-panel", "#panel-details"):
        assert not seen.page.is_visible(part), part
    assert (
        seen.page.evaluate("getComputedStyle(document.querySelector('.bp-paper')).fill")
        == "rgb(255, 255, 255)"
    )
    pdf = seen.page.pdf(prefer_css_page_size=True)
    assert b"/Type /Page" in pdf
    a3 = [1190.5, 841.9]
    boxes = [list(map(float, box.split())) for box in _boxes(pdf)]
    assert boxes
    assert all(abs(box[2] - a3[0]) < 2 and abs(box[3] - a3[1]) < 2 for box in boxes)


def _boxes(pdf: bytes) -> list[bytes]:
    import re

    return re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf)
