"""Choosing: details in full, several at once, two side by side, reports that light the drawing."""

from __future__ import annotations

from collections.abc import Callable

from blueprint.graph import graph_of
from blueprint.layout.show import view_of
from blueprint.layout.show.elements import elements_of
from blueprint.model.ids import first_text
from tests.page.conftest import Opened
from tests.page.made import delivery_page, everything, everything_page, shop
from tests.page.panelled import hash_of

TOLD = "#panel-details"


def test_everything_linked_is_named_with_how(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    elements = elements_of(everything())
    names = {item.id: item.name for item in elements.items}
    for id_ in ("packs", "confirms-the-order", "wms", "logistics", "next-day"):
        seen.page.evaluate(f"location.hash = '#card={id_}'")
        seen.page.wait_for_timeout(40)
        panel = seen.page.inner_text(TOLD)
        ends = {
            link.target if link.source == id_ else link.source
            for link in elements.links
            if id_ in (link.source, link.target)
        }
        assert [names[end] for end in ends if names[end] not in panel] == [], id_


def test_the_kinds_of_link_that_are_followed_can_be_chosen(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(everything_page(), at="#card=confirms-the-order&trace=demand")
    everywhere = set(seen.shown())
    seen.page.click(".kinds summary")
    for kind in ("support", "uses", "via", "informs", "keeps", "evidence"):
        seen.page.uncheck(f"[data-kind][value={kind}]")
    assert set(seen.shown()) < everywhere
    assert "kinds=" in hash_of(seen)
    assert seen.page.evaluate("document.activeElement.value") == "evidence"
    for kind in ("support", "uses", "via", "informs", "keeps", "evidence"):
        seen.page.check(f"[data-kind][value={kind}]")
    assert set(seen.shown()) == everywhere
    assert "kinds=" not in hash_of(seen)


def test_several_are_chosen_with_mouse_or_keys(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    seen.card("packs").click()
    seen.card("hands-over").click(modifiers=["Control"])
    seen.card("waits").focus()
    seen.page.keyboard.press("Shift+Space")
    assert seen.announced() == "3 chosen"
    pressed = seen.page.locator(".bp-card[aria-pressed=true]")
    assert pressed.count() == 3
    assert seen.page.inner_text(f"{TOLD} h2") == "3 chosen"
    assert seen.page.locator("#compare").count() == 0
    seen.page.click(".chosen-list li:nth-child(3) .off")
    assert hash_of(seen) == "card=packs,hands-over"
    seen.page.keyboard.press("Escape")
    assert pressed.count() == 0
    assert hash_of(seen) == ""


def test_two_stand_side_by_side_and_what_differs_is_said(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(everything_page(), at="#card=packs,hands-over")
    seen.page.click("#compare")
    assert seen.page.evaluate("document.activeElement.id") == "compare-back"
    rows = {
        cells[0]: cells[1:]
        for cells in seen.page.eval_on_selector_all(
            ".compared tbody tr",
            "all => all.map((row) => [...row.children].map((cell) => cell.textContent))",
        )
    }
    view = view_of(everything())
    for column, id_ in enumerate(("packs", "hands-over")):
        card = next(card for card in view.cards if card.id == id_)
        for field in card.fields:
            told = next(cells for name, cells in rows.items() if name.startswith(f"{field.name} "))
            assert told[column] == "\n".join(field.values), field.name
    for name, (one, other) in rows.items():
        assert ("differs" in name) == (one != other), name
    differing = sum(one != other for one, other in rows.values())
    assert seen.page.inner_text(".compared caption") == f"{differing} rows differ"
    seen.page.click("#compare-back")
    assert seen.page.inner_text(f"{TOLD} h2") == "2 chosen"


def test_steps_can_be_compared_too(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#compare=place-order,receive-parcel")
    heads = seen.page.locator(".compared th[scope=col]").all_inner_texts()
    assert heads == ["Place order", "Takes the parcel"]


def test_a_line_lights_while_it_is_pointed_at_and_stays_when_chosen(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(everything_page(), at="#panel=reports")
    every = len(everything().names.actions)
    finding = seen.page.locator(".finding")
    finding.nth(0).hover()
    assert seen.shown() == ["packs"]
    seen.page.mouse.move(300, 5)
    assert len(seen.shown()) == every
    finding.nth(0).click()
    seen.page.mouse.move(300, 5)
    assert seen.shown() == ["packs"]
    finding.nth(1).hover()
    assert seen.shown() != ["packs"]
    seen.page.mouse.move(300, 5)
    assert seen.shown() == ["packs"]
    assert hash_of(seen) == "finding=sample.0"
    seen.page.keyboard.press("Tab")
    assert set(seen.shown()) == {"checks-stock", "reserves-stock"}
    seen.page.keyboard.press("Shift+Tab")
    seen.page.keyboard.press("Enter")
    seen.page.focus("#theme")
    assert len(seen.shown()) == every


def test_rows_of_a_report_light_what_they_name(opened: Callable[..., Opened]) -> None:
    seen = opened(delivery_page(), at="#report=ripple&panel=reports")
    assert seen.page.locator(".report:visible").count() == 1
    seen.page.click('.report:visible details summary:has-text("Elements")')
    rows = seen.page.locator(".report:visible tr[data-row]:visible")
    cards = {first_text(node.name, "en"): node.id for node in graph_of(shop().scope).nodes}
    lit = 0
    for n in range(rows.count()):
        id_ = cards[rows.nth(n).locator("td").nth(1).inner_text()]
        if seen.card(id_).count():
            rows.nth(n).hover()
            assert seen.shown() == [id_]
            lit += 1
    assert lit > 5
    rows.nth(2).locator("button").focus()
    seen.page.keyboard.press("Enter")
    assert hash_of(seen).startswith("report=ripple&row=ripple.")
    assert rows.nth(2).locator("button").get_attribute("aria-pressed") == "true"


def test_the_browser_finds_what_stands_in_a_hidden_view(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    for view, tab in (("view-table", "tab-table"), ("view-story", "tab-story")):
        assert seen.page.get_attribute(f"#{view}", "hidden") == "until-found"
        assert seen.page.get_attribute(f"#{view}", "tabindex") == "-1"
        seen.page.evaluate(
            f"document.getElementById('{view}').dispatchEvent(new Event('beforematch'))"
        )
        assert seen.page.get_attribute(f"#{tab}", "aria-selected") == "true"
        assert seen.page.is_visible(f"#{view} button >> nth=0")


def test_the_help_lists_every_key_and_each_does_what_it_says(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(everything_page())
    press = seen.page.keyboard.press
    press("?")
    told = seen.page.locator("#keys dd").all_inner_texts()
    assert len(told) == len(set(told)) >= 15
    caps = set(seen.page.locator("#keys kbd").all_inner_texts())
    assert {"/", "f", "r", "d", "t", "s", "l", "n", "N", "Esc", "?", "Enter"} <= caps
    press("Escape")
    for key, selector in (
        ("t", "#view-table"), ("s", "#view-story"), ("d", "svg.bp"),
        ("f", "#panel-filters"), ("r", "#panel-reports"),
    ):  # fmt: skip
        press(key)
        assert seen.page.is_visible(selector), key


def test_the_menu_is_worked_by_keys(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    press = seen.page.keyboard.press
    seen.page.focus(".menu summary")
    press("Enter")
    assert seen.page.is_visible("#save-svg")
    press("Escape")
    assert not seen.page.is_visible("#save-svg")
    assert seen.page.evaluate("document.activeElement.tagName") == "SUMMARY"
    press("Enter")
    for _ in range(4):
        press("Tab")
    with seen.page.expect_download() as download:
        press("Enter")
    assert download.value.suggested_filename == "One-day-delivery.csv"
    assert seen.page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_tab_comes_to_every_control_in_the_order_they_stand(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(everything_page(), at="#panel=filters&lane=backstage")
    seen.page.evaluate("document.activeElement.blur()")
    reached: list[str] = []
    for _ in range(60):
        seen.page.keyboard.press("Tab")
        reached.append(
            seen.page.evaluate(
                "document.activeElement.id || document.activeElement.className || document.activeElement.name"
            )
        )
    order = [
        "tab-drawing", "open-home", "open-reports", "theme", "open-help", "query", "open-filters",
        "chip", "rest", "clear-filters", "tab-filters", "close-panel", "panel-filters",
    ]  # fmt: skip
    places = [reached.index(name) for name in order]
    assert places == sorted(places)


def test_the_drawing_is_read_step_by_step(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    steps = seen.page.eval_on_selector_all(
        ".bp-card", "all => all.map((card) => Number(card.dataset.step))"
    )
    assert steps == sorted(steps)
    labels = seen.page.eval_on_selector_all(
        ".bp-card", "all => all.map((card) => card.getAttribute('aria-label'))"
    )
    view = view_of(everything())
    assert all(card.name in label for card, label in zip(view.cards, labels, strict=True))
