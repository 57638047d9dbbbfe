"""What a reader does with the page: choose, trace, search, filter, read, light, move by keys."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

import pytest

from blueprint.graph import Graph, graph_of
from blueprint.layout.narrative import narrative
from blueprint.layout.show import view_of
from blueprint.model import LINK_KINDS
from tests.page.conftest import ADDRESS, Opened
from tests.page.made import delivery_page, everything, everything_page

LISTED = """() => {
  const found = {};
  let direction = null, hop = 0;
  for (const part of document.querySelectorAll("#traced > *")) {
    const sign = part.tagName === "H3" && part.querySelector(".sign");
    if (part.tagName === "H3") direction = sign ? (sign.classList.contains("demand") ? "demand" : "disruption") : null;
    if (part.tagName === "H4") hop = Number((part.textContent.match(/\\d+/) || [0])[0]);
    if (part.tagName === "UL" && direction && hop)
      for (const link of part.querySelectorAll("[data-show]")) (found[direction] ??= {})[link.dataset.show] = hop;
  }
  return found;
}"""


def traced(graph: Graph, start: str, direction: str) -> dict[str, int]:
    """Return what a change reaches, by the table of links: hops by id, the start left out."""
    first = graph.nodes[graph.index[start]].id
    hops = {first: 0}
    queue = deque([first])
    while queue:
        here = queue.popleft()
        for number, link in enumerate(graph.links):
            row = LINK_KINDS[link.kind]
            way = row.demand if direction == "demand" else row.disruption
            source = graph.nodes[graph.sources[number]].id
            target = graph.nodes[graph.targets[number]].id
            ends = []
            if way in ("forward", "both") and source == here:
                ends.append(target)
            if way in ("backward", "both") and target == here:
                ends.append(source)
            for end in ends:
                if end not in hops:
                    hops[end] = hops[here] + 1
                    queue.append(end)
    return {end: hop for end, hop in hops.items() if hop}


@pytest.mark.parametrize(
    "start",
    ["places-the-order", "confirms-the-order", "packs", "reserves-stock", "reserves-stock-again",
     "wms", "tracking", "next-day", "delivery-times", "app"],
)  # fmt: skip
def test_the_trace_follows_the_table_of_links(opened: Callable[..., Opened], start: str) -> None:
    seen = opened(everything_page(), at=f"#card={start}")
    graph = graph_of(everything())
    listed: dict[str, dict[str, int]] = seen.page.evaluate(LISTED)
    for direction in ("demand", "disruption"):
        assert listed.get(direction, {}) == traced(graph, start, direction), direction


def test_cards_show_how_far_they_are_and_the_rest_fades(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#trace=demand")
    seen.card("confirms-the-order").click()
    reached = traced(graph_of(everything()), "confirms-the-order", "demand")
    cards = {end for end in reached if end in everything().names.actions}
    same = {"reserves-stock-again"} if "reserves-stock" in cards else set()
    assert set(seen.shown()) == cards | same | {"confirms-the-order"}
    assert seen.page.locator(".bp-chip.by-demand").count() == len(cards | same)
    assert seen.page.locator(".bp-chip.by-disruption").count() == 0
    assert "demand reaches" in seen.announced()


def test_depth_and_direction_can_be_chosen(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#card=places-the-order")
    seen.page.select_option("#depth", "1")
    listed = seen.page.evaluate(LISTED)
    assert {hop for hops in listed.values() for hop in hops.values()} == {1}
    seen.page.locator("[name=direction][value=disruption]").check(force=True)
    assert set(seen.page.evaluate(LISTED)) == {"disruption"}
    seen.page.locator("[name=direction][value=none]").check(force=True)
    assert seen.page.evaluate(LISTED) == {}
    assert len(seen.shown()) == len(everything().names.actions)


def test_a_department_is_traced_from_all_it_performs(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#card=it")
    starts = seen.page.evaluate("document.querySelectorAll('.bp-card:not(.faded)').length")
    assert starts > 1
    assert "Shows live position" in seen.page.inner_text("#panel-details")


def test_details_say_every_field_and_lead_to_others(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    seen.card("confirms-the-order").click()
    view = view_of(everything())
    card = next(card for card in view.cards if card.id == "confirms-the-order")
    panel = seen.page.inner_text("#panel-details")
    for field in card.fields:
        assert field.name in panel
        for value in field.values:
            assert value in panel
    assert card.badges[0].text in panel
    link = seen.page.locator("#panel-details a", has_text="Mock-up")
    assert link.get_attribute("href") == "https://example.org/m"
    assert link.get_attribute("rel") == "noopener noreferrer"
    seen.page.locator("#panel-details [data-show='web-shop'] >> nth=0").click()
    assert seen.page.inner_text("#panel-details h2") == "Web shop"
    assert "#card=web-shop" in seen.page.url


@pytest.mark.parametrize(
    ("element", "words"),
    [
        ("busy-parent", ["Turn-offs", "Repeating myself", "1200 CNY", "Parcel before school"]),
        ("next-day", ["Spring campaign", "At most: 24 h", "Kept by", "Packs"]),
        ("nev-delivery", ["Counts as positive", "8–10", "Figure: 12"]),
        ("wait-for-parcel", ["Waiting: 14 h", "Customers call to ask where it is", "Contains"]),
        ("everything", ["Cost that can be borne", "9.5 CNY", "Contains", "Order"]),
        ("live-position", ["accelerator", "communication"]),
        ("delivery-times", ["Wrong on holidays", "Phone: 48 h"]),
    ],
)
def test_elements_that_are_not_drawn_have_details_too(
    opened: Callable[..., Opened], element: str, words: list[str]
) -> None:
    seen = opened(everything_page(), at=f"#card={element}")
    panel = seen.page.inner_text("#panel-details")
    assert [word for word in words if word not in panel] == []


def test_neighbours_are_told_with_the_kind_of_link(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#card=checks-stock")
    panel = seen.page.inner_text("#panel-details")
    assert "Rests on\nReserves stock\n" in panel
    assert "Carries\nConfirms the order" in panel
    assert "Stands in\nPlace order" in panel


def test_the_table_holds_every_card_under_its_lane(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    seen.page.click("#tab-table")
    view = view_of(everything())
    heads = seen.page.locator(".grid thead th[scope=col]").all_inner_texts()
    assert heads == ["Step", *(lane.name for lane in view.lanes), "Emotion"]
    assert seen.page.locator(".grid th[scope=row]").count() == len(view.steps)
    assert seen.page.locator(".grid th[scope=rowgroup]").count() == len(view.phases)
    for card in view.cards:
        where = seen.page.eval_on_selector(
            f'[data-card="{card.id}"]',
            "e => [e.closest('td').cellIndex, e.closest('tr').querySelector('th').textContent]",
        )
        step = view.steps[card.step]
        assert where == [card.lane + 1, f"{step.number}. {step.name}"]


def test_the_narrative_is_told_step_by_step(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    seen.page.click("#tab-story")
    assert not seen.page.is_visible("svg.bp")
    text = seen.page.inner_text("#view-story")
    for phase in narrative(view_of(everything())).phases:
        for step in phase.steps:
            assert [sentence for sentence in step.sentences if sentence not in text] == []


def test_a_finding_lights_what_it_is_about(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    assert seen.page.inner_text("#open-reports .count") == "3"
    seen.page.click("#open-reports")
    finding = seen.page.locator(".finding")
    finding.nth(0).click()
    assert seen.shown() == ["packs"]
    assert seen.page.locator(".bp-light.bp-role-error .bp-frame").count() == 1
    finding.nth(1).click()
    assert set(seen.shown()) == {"checks-stock", "reserves-stock"}
    assert seen.page.locator(".bp-light.bp-role-touch .bp-frame").count() == 2
    finding.nth(2).click()
    step = set(everything().names.steps["receive-parcel"].actions)
    assert set(seen.shown()) == step
    assert seen.announced() == f"{len(step)} cards lit: A step"
    assert finding.nth(2).get_attribute("aria-pressed") == "true"
    finding.nth(2).click()
    assert len(seen.shown()) == len(everything().names.actions)


def test_an_overlay_marks_by_more_than_colour(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    seen.page.click("#open-reports")
    seen.page.click("[data-overlay]")
    assert seen.page.locator(".bp-light .bp-frame").count() == 7
    assert seen.page.locator(".bp-light text").all_text_contents() == list("0123456")
    dashes = seen.page.eval_on_selector_all(
        ".bp-light .bp-frame", "all => all.map(f => getComputedStyle(f).strokeDasharray)"
    )
    assert len(set(dashes)) == 3
    assert seen.page.locator(".bp-edge:not(.faded)").count() == 1


def test_details_name_the_findings_about_an_element(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#card=packs")
    seen.page.click("#panel-details [data-finding]")
    assert seen.page.locator(".finding[aria-pressed=true]").inner_text().startswith("Error")
    assert seen.shown() == ["packs"]


def test_the_ripple_of_a_change_lights_the_drawing(opened: Callable[..., Opened]) -> None:
    seen = opened(delivery_page())
    seen.page.click("#open-reports")
    seen.page.locator("[data-open-report]").last.click()
    seen.page.locator("[data-overlay]").last.click()
    assert seen.page.locator(".bp-light.bp-role-reached .bp-frame").count() >= 5
    assert "First to act: Logistics, IT." in seen.page.inner_text("#panel-reports")


def test_arrow_keys_walk_over_the_grid(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    seen.card("places-the-order").focus()

    def press(key: str) -> Any:
        seen.page.keyboard.press(key)
        return seen.page.evaluate("document.activeElement.dataset.id")

    assert press("ArrowRight") == "waits"
    assert press("ArrowRight") == "takes-the-parcel"
    assert press("ArrowDown") == "hands-over"
    assert press("ArrowUp") == "takes-the-parcel"
    assert press("ArrowUp") == "receive-parcel"
    assert press("ArrowLeft") == "wait-for-parcel"
    assert press("ArrowDown") == "waits"
    tab_stops = seen.page.locator("svg.bp [tabindex='0']")
    assert tab_stops.count() == 1
    seen.page.keyboard.press("Enter")
    assert seen.page.inner_text("#panel-details h2") == "Waits"
    assert seen.card("waits").get_attribute("aria-pressed") == "true"
    seen.page.keyboard.press("Escape")
    assert not seen.page.is_visible("#panel")
    assert seen.card("waits").get_attribute("aria-pressed") == "false"
    seen.page.keyboard.press(" ")
    assert seen.page.is_visible("#panel")


def test_single_keys_search_help_and_zoom(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), reduced_motion="reduce")
    seen.page.keyboard.press("/")
    assert seen.page.evaluate("document.activeElement.id") == "query"
    seen.page.keyboard.type("?/+")
    assert seen.page.input_value("#query") == "?/+"
    seen.page.keyboard.press("Escape")
    seen.page.locator("#tab-drawing").focus()
    seen.page.keyboard.press("?")
    assert seen.page.is_visible("#help")
    seen.page.keyboard.press("Escape")
    assert not seen.page.is_visible("#help")
    before = seen.page.evaluate("document.querySelector('svg.bp').getBoundingClientRect().width")
    seen.page.keyboard.press("+")
    after = seen.page.evaluate("document.querySelector('svg.bp').getBoundingClientRect().width")
    assert after == pytest.approx(before * 1.25)
    seen.page.keyboard.press("0")
    inside = seen.page.evaluate(
        "[document.querySelector('svg.bp').getBoundingClientRect().bottom <= innerHeight + 1,"
        " document.querySelector('#view-drawing').scrollWidth <= document.querySelector('#view-drawing').clientWidth]"
    )
    assert inside == [True, True]


def test_tabs_follow_the_arrow_keys(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    seen.page.focus("#tab-drawing")
    seen.page.keyboard.press("ArrowRight")
    assert seen.page.evaluate("document.activeElement.id") == "tab-table"
    assert seen.page.is_visible("#view-table")
    seen.page.keyboard.press("End")
    assert seen.page.is_visible("#view-story")
    assert seen.page.get_attribute("#tab-story", "aria-selected") == "true"


def test_the_wheel_with_ctrl_zooms_under_the_pointer(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    middle = "(() => { const b = document.querySelector('.bp-card[data-id=packs] .bp-sheet').getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()"  # fmt: skip
    x, y = seen.page.evaluate(middle)
    seen.page.mouse.move(x, y)
    seen.page.keyboard.down("Control")
    seen.page.mouse.wheel(0, -300)
    seen.page.keyboard.up("Control")
    seen.page.wait_for_timeout(150)
    width = seen.page.evaluate("document.querySelector('svg.bp').getBoundingClientRect().width")
    assert width > 2000
    assert seen.page.evaluate(middle) == pytest.approx([x, y], abs=2)


def test_an_address_names_what_is_chosen(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#card=packs")
    assert seen.page.inner_text("#panel-details h2") == "Packs"
    seen.page.evaluate("location.hash = '#card=%E0%A4%A'")
    seen.page.evaluate("location.hash = '#card=nothing-here'")
    seen.page.evaluate("location.hash = '#card=waits'")
    seen.page.wait_for_timeout(100)
    assert seen.page.inner_text("#panel-details h2") == "Waits"
    seen.page.click("#close-panel")
    assert seen.page.url == ADDRESS
    assert seen.said == []


def test_the_page_opens_from_disk(tmp_path: Any, opened: Callable[..., Opened]) -> None:
    file = tmp_path / "page.html"
    file.write_text(everything_page("zh"), encoding="utf-8")
    seen = opened("")
    seen.page.goto(file.as_uri())
    seen.card("packs").click()
    assert "部门" in seen.page.inner_text("#panel-details")
    assert seen.said == []
