"""Re-laying what the filters leave: smaller, in order, nothing across a card, and back again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.page.conftest import Opened
from tests.page.made import everything_page
from tests.page.staged import down_page, example_page

FACETS = """() => {
  const data = JSON.parse(document.getElementById("blueprint-data").textContent);
  return data.facets.filter(([key]) => ["lane", "department", "channel"].includes(key))
    .map(([key, options]) => [key, options.map(([value]) => value)]);
}"""
MEASURED = """() => {
  const there = (part) => getComputedStyle(part).display !== "none";
  const svg = document.querySelector("svg.bp");
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const box = (part) => {
    const { left, top, right, bottom } = part.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const all = (name) => [...svg.querySelectorAll(name)].filter(there);
  const cards = all(".bp-card").map((part) => ({ id: part.dataset.id, ...box(part.querySelector(".bp-sheet")) }));
  const labels = all(".bp-label").map((part) => box(part.querySelector(".bp-label-box")));
  const apart = 1.5 * scale;
  const over = (a, b, by = apart) =>
    a.left + by < b.right && b.left + by < a.right && a.top + by < b.bottom && b.top + by < a.bottom;
  const wrong = [];
  cards.forEach((card, n) => {
    for (const other of cards.slice(n + 1)) if (over(card, other)) wrong.push(["cards", card.id, other.id]);
    for (const label of labels) if (over(card, label)) wrong.push(["label on card", card.id]);
  });
  labels.forEach((label, n) => {
    for (const other of labels.slice(n + 1)) if (over(label, other)) wrong.push(["labels", n]);
  });
  const turn = svg.getScreenCTM();
  for (const edge of all(".bp-edge")) {
    const path = edge.querySelector(".bp-line");
    const length = path.getTotalLength();
    for (let at = 0; at <= length; at += 4) {
      const { x, y } = path.getPointAtLength(at).matrixTransform(turn);
      const point = { left: x, right: x, top: y, bottom: y };
      const hit = cards.find((card) => over(card, point, 2.5 * scale));
      if (hit) { wrong.push(["link through card", edge.dataset.source, edge.dataset.target, hit.id]); break; }
    }
  }
  const view = svg.viewBox.baseVal;
  const inside = box(svg);
  for (const card of cards) {
    if (card.left < inside.left || card.right > inside.right || card.bottom > inside.bottom) wrong.push(["outside", card.id]);
  }
  return { wrong, cards: cards.map((card) => card.id), size: [view.width, view.height],
           columns: cards.map((card) => card.left), edges: all(".bp-edge").length };
}"""
WRITTEN = """() => {
  const copy = document.querySelector("svg.bp").cloneNode(true);
  for (const name of ["width", "height", "style"]) copy.removeAttribute(name);
  for (const part of copy.querySelectorAll("[tabindex]")) part.removeAttribute("tabindex");
  return copy.outerHTML;
}"""


def filtered(seen: Opened, said: str) -> dict[str, Any]:
    """Filter by an address and measure what is left."""
    seen.page.evaluate(f"location.hash = {said!r}")
    seen.page.wait_for_timeout(40)
    found: dict[str, Any] = seen.page.evaluate(MEASURED)
    return found


@pytest.mark.parametrize(
    "made",
    [
        everything_page,
        down_page,
        lambda: example_page("hospital"),
        lambda: example_page("bank_loan"),
    ],
    ids=["everything", "down", "hospital", "bank"],
)
def test_what_is_left_moves_together_and_nothing_is_crossed(
    opened: Callable[..., Opened], made: Callable[[], str]
) -> None:
    seen = opened(made(), width=1440, height=900)
    whole = seen.page.evaluate(MEASURED)
    before = seen.page.evaluate(WRITTEN)
    assert whole["wrong"] == []
    smaller = 0
    for key, values in seen.page.evaluate(FACETS):
        for value in [*values[:3], ",".join(values[:2])]:
            left = filtered(seen, f"#{key}={value}&rest=away")
            assert left["wrong"] == [], (key, value)
            assert left["cards"], (key, value)
            if len(left["cards"]) == len(whole["cards"]):
                continue
            assert left["size"][0] <= whole["size"][0]
            assert left["size"][1] <= whole["size"][1] + 60
            area = left["size"][0] * left["size"][1]
            assert area < whole["size"][0] * whole["size"][1], (key, value)
            smaller += 1
    assert smaller > 3
    filtered(seen, "#")
    assert seen.page.evaluate(WRITTEN) == before


def test_panes_go_along_and_lose_the_steps_that_are_gone(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#lane=evidence&rest=away", width=1024, height=768)
    assert seen.page.locator(".pane-step").all_inner_texts() == ["1. Place order"]
    assert seen.page.locator(".pane-phase").all_inner_texts() == ["Order"]
    assert seen.page.locator(".pane-band.lane").count() == 7
    middle = seen.page.evaluate(
        "[...document.querySelectorAll('.pane-step, .bp-card[data-id=order-page] .bp-sheet')]"
        ".map((part) => part.getBoundingClientRect()).map((box) => box.left + box.width / 2)"
    )
    assert middle[0] == pytest.approx(middle[1], abs=2)


def test_nothing_left_is_said_and_the_drawing_stays(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#lane=evidence&department=luban&rest=away")
    assert seen.page.is_visible("#nothing")
    assert "fewer filters" in seen.page.inner_text("#nothing")
    seen.page.evaluate("location.hash = '#lane=evidence&rest=away'")
    seen.page.wait_for_timeout(40)
    assert not seen.page.is_visible("#nothing")


def test_keys_walk_over_what_is_left(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#lane=customer&rest=away")
    assert seen.page.locator("svg.bp [tabindex='0']").count() == 1
    walked = []
    seen.page.focus("svg.bp [tabindex='0']")
    seen.page.keyboard.press("ArrowDown")
    for _ in range(4):
        walked.append(seen.page.evaluate("document.activeElement.dataset.id"))
        seen.page.keyboard.press("ArrowRight")
    assert walked == ["places-the-order", "waits", "takes-the-parcel", "asks-for-help"]


def test_choosing_lighting_and_presenting_work_on_what_is_left(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(everything_page(), at="#lane=customer&rest=away", width=1440, height=900)
    seen.card("waits").click()
    chips = seen.page.locator(".bp-chip").count()
    shown = seen.page.evaluate(
        "[...document.querySelectorAll('.bp-card')].filter((c) => getComputedStyle(c).display !== 'none').length"
    )
    assert chips <= 2 * shown
    seen.page.keyboard.press("Escape")
    seen.page.keyboard.press("p")
    seen.page.keyboard.press("End")
    assert seen.page.inner_text("#present-count") == "Step 4 of 4"
    seen.page.keyboard.press("Escape")


def test_a_filter_taken_off_gives_the_zoom_and_the_place_back(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(everything_page(), width=1024, height=768)
    where = (
        "[document.querySelector('svg.bp').getBoundingClientRect().width, "
        "document.getElementById('canvas').scrollLeft]"
    )
    seen.page.evaluate("location.hash = '#at=2,500,300'")
    seen.page.wait_for_timeout(60)
    before = seen.page.evaluate(where)
    filtered(seen, "#lane=customer&rest=away")
    filtered(seen, "#")
    assert seen.page.evaluate(where) == pytest.approx(before, abs=2)
