"""The stage is accessible in every state of its own, in both themes and both languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.page.conftest import Opened
from tests.page.made import everything_page
from tests.page.test_looks import RULES

STATES: dict[str, Callable[[Any], None]] = {
    "presenting": lambda page: page.keyboard.press("p"),
    "map": lambda page: page.keyboard.press("m"),
    "re-laid": lambda page: page.evaluate("location.hash = '#lane=customer&rest=away'"),
}
SIZES = {"wide": (1440, 900), "tablet": (1024, 768), "phone": (390, 844)}


@pytest.mark.parametrize(
    ("state", "size", "scheme", "lang"),
    [
        ("presenting", "wide", "light", "en"),
        ("presenting", "tablet", "dark", "zh"),
        ("presenting", "phone", "light", "zh"),
        ("map", "wide", "dark", "en"),
        ("map", "phone", "light", "en"),
        ("re-laid", "wide", "light", "zh"),
        ("re-laid", "tablet", "dark", "en"),
    ],
)
def test_axe_finds_nothing(
    opened: Callable[..., Opened], state: str, size: str, scheme: str, lang: str
) -> None:
    width, height = SIZES[size]
    seen = opened(
        everything_page(lang),
        width=width,
        height=height,
        has_touch=size == "phone",
        color_scheme=scheme,
        bypass_csp=True,
        reduced_motion="reduce",
    )
    STATES[state](seen.page)
    seen.page.wait_for_timeout(120)
    results = Axe().run(seen.page, options=RULES)
    told = [
        (v["id"], [node["html"][:120] for node in v["nodes"]])
        for v in results.response["violations"]
    ]
    assert told == []


PANES = """() => {
  const channel = (c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
  const ground = (part) => {
    for (let at = part; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/, 0\\)|transparent/.test(backgroundColor)) return rgb(backgroundColor);
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll(".head span, .rail span, #present *, .stage-bar *")]
    .filter((part) => part.firstChild?.nodeType === 3 && part.offsetParent && !part.disabled)
    .map((part) => {
      const [x, y] = [light(rgb(getComputedStyle(part).color)), light(ground(part))].sort((a, b) => b - a);
      return [part.textContent.slice(0, 30), (x + 0.05) / (y + 0.05)];
    });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_of_panes_and_bars_can_be_read(
    opened: Callable[..., Opened], scheme: str
) -> None:
    seen = opened(everything_page(), color_scheme=scheme)
    texts: list[list[Any]] = seen.page.evaluate(PANES)
    seen.page.keyboard.press("p")
    texts += [row for row in seen.page.evaluate(PANES) if row[0]]
    assert len(texts) > 30
    assert [row for row in texts if row[1] < 4.5] == []
