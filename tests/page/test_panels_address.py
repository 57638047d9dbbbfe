"""The page's state in its address: each state has a link, back leads back, in every language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.page.conftest import Opened
from tests.page.made import everything_page
from tests.page.panelled import LINK, both_page, hash_of

STATES = (
    "theme=dark",
    "lang=zh",
    "view=table",
    "view=story",
    "trace=demand&depth=2&kinds=support,uses&card=packs",
    "card=packs,hands-over,wms",
    "compare=packs,hands-over",
    "find=stock",
    "lane=customer,backstage&department=logistics&rest=away",
    "trouble=fail-point,pain",
    "finding=sample.1",
    "overlay=sample",
    "panel=filters",
    "panel=reports",
    "theme=light&lang=zh&trace=disruption&card=packs&find=仓库&status=current",
)


def plain(said: str) -> str:
    from urllib.parse import unquote

    return unquote(said)


def seen_of(seen: Opened) -> dict[str, Any]:
    """Return what of the page a state decides."""
    found: dict[str, Any] = seen.page.evaluate("""() => ({
      lang: document.documentElement.lang,
      theme: document.documentElement.dataset.theme ?? "",
      view: document.querySelector(".bar [role=tab][aria-selected=true]").id,
      panel: document.querySelector("#panel").hidden ? "" :
        document.querySelector("#panel [role=tab][aria-selected=true]").id,
      details: document.querySelector("#panel-details").innerText,
      cards: [...document.querySelectorAll(".bp-card:not(.faded)")].map((c) => c.dataset.id),
      chosen: [...document.querySelectorAll(".bp-card.chosen")].map((c) => c.dataset.id),
      gone: document.querySelectorAll(".bp-card[display=none]").length,
      chips: [...document.querySelectorAll(".chip")].map((c) => c.textContent),
      pinned: [...document.querySelectorAll("#panel [aria-pressed=true]")].map((b) => b.textContent),
      query: document.querySelector("#query").value,
    })""")
    return found


@pytest.mark.parametrize("state", STATES)
def test_a_link_leads_to_the_state_it_was_copied_from(
    opened: Callable[..., Opened], state: str
) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    first = opened(both_page(), at=f"#{state}", permissions=permissions)
    first.page.wait_for_timeout(100)
    assert not first.page.is_visible("#notice")
    first.page.evaluate("document.querySelector('#copy-link').click()")
    first.page.wait_for_timeout(50)
    link = first.page.evaluate(LINK)
    parts = set(plain(link).partition("#")[2].split("&"))
    assert set(state.split("&")) <= {part for part in parts if not part.startswith("at=")}
    again = opened(both_page(), at="#" + link.partition("#")[2])
    again.page.wait_for_timeout(100)
    assert seen_of(again) == seen_of(first)
    assert (first.said, again.said) == ([], [])


def test_back_and_forward_go_through_the_choices(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    states = [seen_of(seen)]
    for act in (
        lambda: seen.card("packs").click(),
        lambda: seen.card("hands-over").click(modifiers=["Shift"]),
        lambda: seen.page.click("#compare"),
        lambda: seen.page.click("#tab-table"),
        lambda: seen.page.click("#tab-drawing"),
        lambda: seen.page.click("#close-panel"),
    ):
        act()
        states.append(seen_of(seen))
    for state in reversed(states[:-1]):
        seen.page.go_back()
        seen.page.wait_for_timeout(60)
        assert seen_of(seen) == state
    seen.page.go_forward()
    seen.page.wait_for_timeout(60)
    assert seen_of(seen) == states[1]


def test_typing_leaves_no_steps_behind(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    before = seen.page.evaluate("history.length")
    seen.page.click("#query")
    seen.page.keyboard.type("stock")
    assert hash_of(seen) == "find=stock"
    assert seen.page.evaluate("history.length") == before


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("card=packs,nowhere", ["nowhere"]),
        ("card=%E0%A4%A", ["%E0%A4%A"]),
        ("lane=attic&depth=-1&trace=sideways", ["attic", "-1", "sideways"]),
        ("finding=sample.99&overlay=other&report=%3Cb%3E", ["sample.99", "other", "<b>"]),
        ("nonsense", ["nonsense"]),
        ("__proto__=1&constructor=2", ["__proto__=1", "constructor=2"]),
        ("theme=pink&lang=fr&view=cellar&panel=roof&compare=packs", ["pink", "fr", "cellar"]),
    ],
)
def test_what_is_not_known_is_left_out_with_a_word(
    opened: Callable[..., Opened], state: str, told: list[str]
) -> None:
    seen = opened(everything_page(), at=f"#{state}")
    notice = seen.page.inner_text("#notice")
    assert [word for word in told if word not in notice] == []
    assert seen.said == []
    seen.page.evaluate("location.hash = '#card=packs'")
    seen.page.wait_for_timeout(60)
    assert not seen.page.is_visible("#notice")
    assert seen.page.inner_text("#panel-details h2") == "Packs"


def test_the_language_changes_and_the_state_stays(opened: Callable[..., Opened]) -> None:
    seen = opened(both_page(), at="#card=packs&trace=demand&lane=backstage,support")
    english = seen_of(seen)
    seen.page.select_option("#language", "zh")
    chinese = seen_of(seen)
    assert chinese["lang"] == "zh"
    assert "需求传导" in chinese["details"]
    assert seen.page.title() == "一日达"
    for key in ("cards", "chosen", "panel", "view"):
        assert chinese[key] == english[key], key
    assert seen.page.evaluate("document.activeElement.id") == "language"
    assert seen.page.locator("#language option").all_inner_texts() == ["English", "中文"]
    assert len(chinese["chips"]) == 2
    seen.page.focus("#tab-drawing")
    seen.page.keyboard.press("?")
    assert seen.page.locator("#help").is_visible()
    seen.page.keyboard.press("Escape")
    seen.page.select_option("#language", "en")
    assert seen_of(seen) == english
    seen.card("hands-over").click()
    assert seen.page.inner_text("#panel-details h2") == "Hands over"
    assert seen.said == []


def test_each_language_stands_once_and_only_one_is_on_the_screen(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(both_page())
    for lang in ("zh", "en", "zh"):
        seen.page.select_option("#language", lang)
        counts = seen.page.evaluate(
            "['svg.bp', '#query', '#panel', 'script.edition', 'h1']"
            ".map((name) => document.querySelectorAll(name).length)"
        )
        assert counts == [1, 1, 1, 1, 1]
