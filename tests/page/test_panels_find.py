"""Find: over everything that is said, in any script, from match to match."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.page.conftest import Opened
from tests.page.made import delivery_page, everything, everything_page

MATCHES = "#matches [role=option]"


def test_matches_are_listed_with_place_and_reason_and_the_rest_fades(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(everything_page())
    for query, cards in (
        ("packs", {"packs", "confirms-the-order"}),
        ("PACKS", {"packs", "confirms-the-order"}),
        ("ＰＡＣＫＳ", {"packs", "confirms-the-order"}),
        ("warehouse", {"checks-stock", "reserves-stock"}),
        ("logistics hands", {"hands-over"}),
        ("copy is being", {"confirms-the-order"}),
        ("no such thing", set()),
    ):
        seen.page.fill("#query", query)
        assert set(seen.shown()) == cards, query
    assert seen.announced() == "Nothing matches"
    seen.page.fill("#query", "warehouse")
    listed = seen.page.locator(MATCHES).all_inner_texts()
    assert any(line.startswith("Warehouse system") and "System" in line for line in listed)
    assert any("Backstage · 1. Place order" in line and "Systems" in line for line in listed)
    assert seen.page.locator(f"{MATCHES} mark").first.inner_text() == "Warehouse"
    cards_found = len(seen.shown())
    assert seen.announced() == f"{len(listed)} found, {cards_found} of them cards"
    assert seen.page.inner_text("#found") == f"{len(listed)} found"


def test_what_is_not_drawn_is_found_by_every_field(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    for query, name in (
        ("muji", "Busy parent"),
        ("shanghai", "Busy parent"),
        ("spring campaign", "Order today, with you tomorrow"),
    ):
        seen.page.fill("#query", query)
        names = seen.page.locator(f"{MATCHES} .match-name").all_inner_texts()
        assert name in names, query


def test_chinese_is_found_within_words(opened: Callable[..., Opened]) -> None:
    seen = opened(delivery_page("zh"))
    seen.page.fill("#query", "打包")
    labels = [seen.card(card).get_attribute("aria-label") or "" for card in seen.shown()]
    assert any("打包" in label for label in labels)
    assert len(labels) < seen.page.locator(".bp-card").count()
    assert seen.page.inner_text("#found").startswith("找到")


def test_enter_and_the_buttons_go_from_match_to_match(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("stock")
    count = seen.page.locator(MATCHES).count()
    chosen = []
    for _ in range(count + 1):
        seen.page.keyboard.press("Enter")
        chosen.append(seen.page.inner_text("#panel-details h2"))
    assert chosen[:2] == ["Checks stock", "Reserves stock"]
    assert chosen[-1] == chosen[0]
    assert seen.page.inner_text("#found") == f"1 of {count}"
    seen.page.click("#find-before")
    assert seen.page.inner_text("#panel-details h2") == chosen[count - 1]
    seen.page.click("#find-next")
    assert seen.page.inner_text("#panel-details h2") == chosen[0]


def test_the_list_is_walked_with_arrows_and_left_with_escape(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(everything_page())
    press = seen.page.keyboard.press
    press("/")
    seen.page.keyboard.type("stock")
    press("ArrowDown")
    press("ArrowDown")
    active = seen.page.get_attribute("#query", "aria-activedescendant")
    assert active is not None
    assert seen.page.get_attribute(f"#{active}", "aria-selected") == "true"
    assert not seen.page.is_visible("#panel")
    press("Enter")
    assert seen.page.inner_text("#panel-details h2") == "Reserves stock"
    assert not seen.page.is_visible("#matches")
    press("Escape")
    assert seen.page.input_value("#query") == ""
    assert seen.page.inner_text("#panel-details h2") == "Reserves stock"
    press("Escape")
    assert not seen.page.is_visible("#panel")
    assert len(seen.shown()) == len(everything().names.actions)


@pytest.mark.parametrize("query", ["(", "[", "\\", ".*", "$&", "<b>", "constructor"])
def test_signs_in_a_query_are_only_signs(opened: Callable[..., Opened], query: str) -> None:
    seen = opened(everything_page())
    seen.page.fill("#query", query)
    assert seen.said == []
    assert seen.page.locator("#matches b:not(.because b)").count() == 0
