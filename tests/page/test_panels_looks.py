"""The panels accessible in every state, and nothing out of place at three sizes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.page.conftest import Opened
from tests.page.panelled import both_page
from tests.page.test_looks import RULES

STATES = (
    ("light", "en", "panel=filters&lane=backstage,support&rest=away", ""),
    ("dark", "zh", "panel=filters&trouble=pain&status=nowhere", ""),
    ("light", "zh", "find=仓库", "#query"),
    ("dark", "en", "find=stock", "#query"),
    ("light", "en", "card=confirms-the-order&kinds=support,uses", ""),
    ("dark", "zh", "card=packs&trace=demand", ""),
    ("light", "en", "card=packs,hands-over,wms", ""),
    ("dark", "en", "compare=packs,hands-over", ""),
    ("light", "zh", "compare=packs,hands-over", ""),
    ("light", "zh", "finding=sample.1", ""),
    ("dark", "en", "overlay=sample", ""),
    ("light", "en", "", ".menu summary"),
    ("dark", "zh", "", "#open-help"),
)
SIZES = ((1440, 900), (1024, 768), (390, 800), (720, 450))


@pytest.mark.parametrize(("scheme", "lang", "state", "press"), STATES)
def test_axe_finds_nothing_in_the_panels(
    opened: Callable[..., Opened], scheme: str, lang: str, state: str, press: str
) -> None:
    at = f"#lang={lang}&{state}"
    seen = opened(both_page(), at=at, color_scheme=scheme, bypass_csp=True)
    if press:
        seen.page.click(press)
    seen.page.wait_for_timeout(200)
    results = Axe().run(seen.page, options=RULES)
    told = [
        (v["id"], [node["html"][:160] for node in v["nodes"]])
        for v in results.response["violations"]
    ]
    assert told == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_cut_off_or_wraps_into_a_mess(
    opened: Callable[..., Opened], width: int, height: int
) -> None:
    seen = opened(both_page(), width=width, height=height)
    for state in ("", "panel=filters", "card=packs", "lane=customer,backstage", "find=stock"):
        for lang in ("en", "zh"):
            seen.page.evaluate(f"location.hash = '#lang={lang}&{state}'")
            seen.page.wait_for_timeout(60)
            found = seen.page.evaluate("""() => {
              const rows = (name) => new Set(
                [...document.querySelectorAll(name)].filter((part) => part.offsetWidth)
                  .map((part) => Math.round((part.getBoundingClientRect().top + part.getBoundingClientRect().bottom) / 16)),
              ).size;
              const out = [...document.querySelectorAll(".bar *, .tools *")].filter((part) => {
                const box = part.getBoundingClientRect();
                return part.checkVisibility() && box.width > 1 && box.right > innerWidth + 1 && !part.closest("#matches");
              });
              return {
                wide: document.documentElement.scrollWidth > innerWidth,
                out: out.map((part) => part.id || part.className),
                bar: rows(".bar > *"), tools: rows(".tools > :not(.active, .notice)"),
              };
            }""")
            assert (found["wide"], found["out"]) == (False, []), (state, lang)
            if width > 860:
                assert found["bar"] == 1, (state, lang)
                assert found["tools"] == 1, (state, lang)


def test_colours_of_the_system_and_less_motion_change_nothing_but_looks(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(both_page(), forced_colors="active", reduced_motion="reduce")
    for button in ("#open-filters", "#open-reports", ".menu summary", "#tab-table", "#tab-drawing"):
        seen.page.click(button)
        assert seen.page.is_visible(button)
    chosen = "getComputedStyle(document.querySelector('#tab-drawing')).backgroundColor"
    other = "getComputedStyle(document.querySelector('#tab-table')).backgroundColor"
    assert seen.page.evaluate(chosen) != seen.page.evaluate(other)
    moving = "[...document.querySelectorAll('.bp-card, .bp-edge')].filter((p) => parseFloat(getComputedStyle(p).transitionDuration) > 0).length"
    assert seen.page.evaluate(moving) == 0


def test_fingers_do_what_the_mouse_does(opened: Callable[..., Opened]) -> None:
    seen = opened(both_page(), width=390, height=800, has_touch=True, is_mobile=True)
    seen.page.tap("#open-filters")
    seen.page.tap("[data-facet=lane] label >> nth=0")
    assert seen.page.locator(".chip").count() == 1
    seen.page.tap(".chip")
    seen.page.tap("#close-panel")
    seen.page.tap("#open-reports")
    seen.page.tap(".finding >> nth=0")
    assert seen.shown() == ["packs"]
    assert seen.said == []
