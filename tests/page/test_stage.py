"""The stage: panes that stay, zoom and movement by every means, the map, presenting, print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from blueprint.layout import layout
from blueprint.layout.narrative import narrative
from blueprint.layout.show import view_of
from tests.page.conftest import Opened
from tests.page.made import delivery_page, everything, everything_page
from tests.page.staged import down_page, large_page

CANVAS = "document.getElementById('canvas')"
SVG_WIDTH = "document.querySelector('svg.bp').getBoundingClientRect().width"
PACKS = next(card.box for card in layout(view_of(everything())).cards if card.id == "packs")
MIDDLE_OF_PACKS = PACKS.middle
BUTTONS = ("present-start", "map-switch", "zoom-fit", "zoom-width", "zoom-out", "zoom-in")
APART = """() => {
  const seen = (part) => part.getBoundingClientRect();
  const apart = { lane: [], step: [], phase: [] };
  const bands = [...document.querySelectorAll("svg.bp .bp-lane .bp-band")];
  const lanes = [...document.querySelectorAll(".pane-band.lane")];
  const down = document.querySelector(".down") !== null;
  const [low, high] = down ? ["left", "right"] : ["top", "bottom"];
  const [start, end] = down ? ["top", "bottom"] : ["left", "right"];
  lanes.forEach((lane, n) => {
    apart.lane.push(seen(lane)[low] - seen(bands[n])[low], seen(lane)[high] - seen(bands[n])[high]);
  });
  const middle = (box) => (box[start] + box[end]) / 2;
  const titles = [...document.querySelectorAll("svg.bp .bp-step")];
  [...document.querySelectorAll(".pane-step")].forEach((step, n) => {
    apart.step.push(middle(seen(step)) - middle(seen(titles[n])));
  });
  const chevrons = [...document.querySelectorAll("svg.bp .bp-chevron")];
  [...document.querySelectorAll(".pane-phase")].forEach((phase, n) => {
    apart.phase.push(seen(phase)[start] - seen(chevrons[n])[start], seen(phase)[end] - seen(chevrons[n])[end]);
  });
  return apart;
}"""
STAYS = """() => {
  const canvas = document.getElementById("canvas").getBoundingClientRect();
  const at = (name) => document.querySelector(name).getBoundingClientRect();
  return [at(".rail").left - canvas.left, at(".head").top - canvas.top,
          at(".corner").left - canvas.left, at(".corner").top - canvas.top];
}"""


def zoom_to(seen: Opened, zoom: float, x: float = 300, y: float = 200) -> None:
    """Look at a place of the drawing at a zoom."""
    seen.page.evaluate(f"location.hash = '#at={zoom},{x},{y}'")
    seen.page.wait_for_timeout(60)


def until(seen: Opened, told: str) -> None:
    """Wait until something is so; the page's policy forbids the browser's own way of waiting."""
    for _ in range(100):
        if seen.page.evaluate(told):
            return
        seen.page.wait_for_timeout(20)
    raise AssertionError(told)


@pytest.mark.parametrize(("zoom", "x", "y"), [(0.25, 0, 0), (0.8, 500, 300), (2.5, 700, 400)])
@pytest.mark.parametrize("made", [everything_page, down_page], ids=["across", "down"])
def test_panes_stay_and_keep_to_the_drawing(
    opened: Callable[..., Opened], made: Callable[[], str], zoom: float, x: float, y: float
) -> None:
    seen = opened(made(), width=1024, height=768)
    zoom_to(seen, zoom, x, y)
    assert seen.page.evaluate(STAYS) == pytest.approx([0, 0, 0, 0], abs=1)
    apart: dict[str, list[float]] = seen.page.evaluate(APART)
    for kind, found in apart.items():
        assert found, kind
        assert max(map(abs, found)) < 1.5, kind


def test_panes_are_copies_for_the_eye_alone(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    for name in (".head", ".rail", ".corner"):
        assert seen.page.get_attribute(name, "aria-hidden") == "true"
        assert seen.page.locator(f"{name} [id], {name} [tabindex], {name} button").count() == 0
    ids = seen.page.evaluate("[...document.querySelectorAll('[id]')].map((part) => part.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_titles_can_be_read_at_any_zoom(opened: Callable[..., Opened], lang: str) -> None:
    seen = opened(everything_page(lang), width=1024, height=768)
    for zoom in (0.1, 0.4, 1, 3):
        zoom_to(seen, zoom)
        sizes = seen.page.eval_on_selector_all(
            ".pane-step, .pane-phase, .pane-band.lane",
            "all => all.map((part) => parseFloat(getComputedStyle(part).fontSize))",
        )
        assert min(sizes) >= 11
        titles = seen.page.locator(".pane-step").all_inner_texts()
        steps = view_of(everything(), lang=lang).steps
        assert titles == [f"{step.number}. {step.name}" for step in steps]


def test_a_title_on_the_pane_is_chosen_by_the_pointer(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    seen.page.click(".pane-step >> nth=1")
    assert seen.page.inner_text("#panel-details h2") == "Parcel leaves"
    assert "chosen" in (seen.page.get_attribute(".pane-step >> nth=1", "class") or "")


def test_the_focus_of_a_step_is_seen_on_its_pane(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    seen.page.focus('.bp-step[data-id="dispatch-parcel"]')
    assert seen.page.locator(".pane-step.focused").all_inner_texts() == ["2. Parcel leaves"]
    seen.card("packs").focus()
    assert seen.page.locator(".pane-step.focused").count() == 0


def test_the_wheel_moves_and_with_ctrl_zooms(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), width=1024, height=768)
    zoom_to(seen, 2)
    seen.page.mouse.move(600, 450)
    top, width = seen.page.evaluate(f"[{CANVAS}.scrollTop, {SVG_WIDTH}]")
    seen.page.mouse.wheel(0, 120)
    until(seen, f"{CANVAS}.scrollTop > {top} + 50")
    assert seen.page.evaluate(SVG_WIDTH) == width
    seen.page.keyboard.down("Control")
    seen.page.mouse.wheel(0, 120)
    seen.page.keyboard.up("Control")
    until(seen, f"{SVG_WIDTH} < {width} - 50")


def test_dragging_moves_and_chooses_nothing(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), width=1024, height=768)
    zoom_to(seen, 2, *MIDDLE_OF_PACKS)
    left, top = seen.page.evaluate(f"[{CANVAS}.scrollLeft, {CANVAS}.scrollTop]")
    box = seen.page.locator("#canvas").bounding_box()
    assert box is not None
    start = (box["x"] + box["width"] / 2 + 60, box["y"] + box["height"] / 2 + 30)
    seen.page.mouse.move(*start)
    seen.page.mouse.down()
    seen.page.mouse.move(start[0] - 60, start[1] - 40, steps=4)
    assert "grabbed" in (seen.page.get_attribute("#canvas", "class") or "")
    seen.page.mouse.up()
    moved = seen.page.evaluate(f"[{CANVAS}.scrollLeft, {CANVAS}.scrollTop]")
    assert moved == pytest.approx([left + 60, top + 40], abs=1)
    assert not seen.page.is_visible("#panel")
    seen.page.mouse.click(start[0] - 60, start[1] - 40)
    assert seen.page.inner_text("#panel-details h2") == "Packs"


def test_two_fingers_zoom_what_is_between_them(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), width=390, height=844, has_touch=True)
    touch = seen.page.context.new_cdp_session(seen.page)

    def fingers(kind: str, *places: tuple[float, float]) -> None:
        points = [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(places)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    middle = """(() => {
      const sheet = document.querySelector('.bp-card[data-id=confirms-the-order] .bp-sheet');
      const { x, y, width, height } = sheet.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    })()"""
    x, y = seen.page.evaluate(middle)
    width = seen.page.evaluate(SVG_WIDTH)
    fingers("touchStart", (x - 30, y), (x + 30, y))
    for apart in (40, 50, 60):
        fingers("touchMove", (x - apart, y), (x + apart, y))
        seen.page.wait_for_timeout(30)
    fingers("touchEnd")
    assert seen.page.evaluate(SVG_WIDTH) == pytest.approx(2 * width, rel=0.02)
    assert seen.page.evaluate(middle) == pytest.approx([x, y], abs=3)


def test_keys_zoom_fit_and_move(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), width=1024, height=768, reduced_motion="reduce")
    seen.page.focus("#canvas")
    seen.page.keyboard.press("w")
    wide = seen.page.evaluate(f"{CANVAS}.scrollWidth <= {CANVAS}.clientWidth")
    assert wide is True
    width = seen.page.evaluate(SVG_WIDTH)
    for _ in range(4):
        seen.page.keyboard.press("+")
    assert seen.page.evaluate(SVG_WIDTH) == pytest.approx(width * 1.25**4, rel=1e-4)
    seen.page.evaluate(f"{CANVAS}.scrollTo(0, 0)")
    seen.page.keyboard.press("Shift+ArrowRight")
    seen.page.keyboard.press("Shift+ArrowDown")
    assert min(seen.page.evaluate(f"[{CANVAS}.scrollLeft, {CANVAS}.scrollTop]")) > 100
    seen.page.keyboard.press("Shift+ArrowLeft")
    seen.page.keyboard.press("Shift+ArrowUp")
    assert seen.page.evaluate(f"[{CANVAS}.scrollLeft, {CANVAS}.scrollTop]") == [0, 0]
    seen.page.keyboard.press("-")
    assert seen.page.evaluate(SVG_WIDTH) == pytest.approx(width * 1.25**3, rel=1e-4)
    seen.page.keyboard.press("0")
    whole = f"{CANVAS}.scrollWidth <= {CANVAS}.clientWidth && {CANVAS}.scrollHeight <= {CANVAS}.clientHeight"
    assert seen.page.evaluate(whole) is True


def test_zoom_is_smooth_unless_the_reader_wants_rest(opened: Callable[..., Opened]) -> None:
    watched = f"""() => new Promise((done) => {{
      const widths = new Set();
      document.getElementById("zoom-in").click();
      const end = performance.now() + 350;
      const look = () => {{
        widths.add({SVG_WIDTH});
        if (performance.now() < end) requestAnimationFrame(look);
        else done([...widths]);
      }};
      look();
    }})"""
    rest = opened(everything_page(), reduced_motion="reduce").page.evaluate(watched)
    moving = opened(everything_page(), reduced_motion="no-preference").page.evaluate(watched)
    assert len(rest) == 1
    assert len(moving) > 2
    assert moving == sorted(moving)
    assert max(moving) == pytest.approx(rest[0])


@pytest.mark.parametrize(
    ("width", "height", "lang"),
    [(320, 640, "en"), (320, 640, "zh"), (720, 450, "en"), (390, 844, "zh")],
)
def test_narrow_windows_and_large_type_keep_everything_in_reach(
    opened: Callable[..., Opened], width: int, height: int, lang: str
) -> None:
    seen = opened(everything_page(lang), width=width, height=height)
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth") is True
    for name in BUTTONS:
        seen.page.locator(f"#{name}").scroll_into_view_if_needed()
        box = seen.page.locator(f"#{name}").bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, name
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width, name
    seen.page.click("#present-start")
    for name in ("present-before", "present-next", "present-leave"):
        box = seen.page.locator(f"#{name}").bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, name
        assert box["y"] + box["height"] <= height, name
        assert box["x"] + box["width"] <= width, name


def test_the_map_shows_the_window_and_moves_it(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), width=1024, height=768)
    assert not seen.page.is_visible("#map")
    seen.page.keyboard.press("m")
    assert seen.page.is_visible("#map")
    assert seen.announced() == "The map is shown"
    assert seen.page.get_attribute("#map-switch", "aria-pressed") == "true"
    zoom_to(seen, 3)
    box = seen.page.locator("#map").bounding_box()
    assert box is not None
    seen.page.mouse.click(box["x"] + box["width"] - 4, box["y"] + box["height"] - 4)
    end = seen.page.evaluate(
        f"[{CANVAS}.scrollWidth - {CANVAS}.clientWidth - {CANVAS}.scrollLeft, {CANVAS}.scrollLeft]"
    )
    assert end[0] < 3
    assert end[1] > 500
    seen.page.wait_for_timeout(50)
    window = seen.page.locator(".map-window").bounding_box()
    assert window is not None
    assert window["x"] + window["width"] == pytest.approx(box["x"] + box["width"], abs=3)
    seen.page.mouse.move(box["x"] + box["width"] - 4, box["y"] + 10)
    seen.page.mouse.down()
    seen.page.mouse.move(box["x"] + 4, box["y"] + 10, steps=3)
    seen.page.mouse.up()
    assert seen.page.evaluate(f"{CANVAS}.scrollLeft") == 0
    seen.page.keyboard.press("m")
    assert not seen.page.is_visible("#map")


def test_a_large_drawing_comes_with_its_map(opened: Callable[..., Opened]) -> None:
    seen = opened(large_page(), width=1440, height=900)
    assert seen.page.is_visible("#map")
    cards = seen.page.locator(".bp-card").count()
    assert cards > 300
    counted = "all => all.map((p) => p.getAttribute('d').split('M').length - 1)"
    assert sum(seen.page.eval_on_selector_all(".map-lit", counted)) == cards
    seen.page.fill("#query", "serves 1")
    lit = sum(seen.page.eval_on_selector_all(".map-lit", counted))
    assert 0 < lit < cards
    until(seen, f"document.querySelectorAll('.bp-card:not(.faded)').length === {lit}")


def test_presenting_goes_step_by_step_with_the_story(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), width=1440, height=900)
    told = [step for phase in narrative(view_of(everything())).phases for step in phase.steps]
    seen.page.keyboard.press("p")
    for n, step in enumerate(told):
        assert seen.page.inner_text("#present-title") == f"{step.number}. {step.name}"
        assert seen.page.inner_text("#present-count") == f"Step {n + 1} of {len(told)}"
        words = seen.page.inner_text(".present-words")
        missing = [line for line in step.sentences if line not in words]
        assert all("Moment of truth" in line for line in missing)
        assert step.name in seen.announced()
        lit = seen.page.eval_on_selector_all(
            ".bp-card.on-stage", "all => all.map((c) => c.dataset.id)"
        )
        own = [card.id for card in view_of(everything()).cards if card.step <= n <= card.until]
        assert sorted(lit) == sorted(own)
        seen.page.keyboard.press("ArrowRight")
    assert seen.page.inner_text("#present-count") == f"Step {len(told)} of {len(told)}"
    assert seen.page.is_disabled("#present-next")


def test_presenting_centres_the_column_and_tells_moments_of_truth(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(everything_page(), width=1024, height=768, reduced_motion="reduce")
    seen.page.keyboard.press("p")
    assert "Moment of truth" in seen.page.inner_text("#present-moments")
    assert seen.page.inner_text("#present-phase") == "Order"
    for key in ("PageDown", "PageDown", "End", "Home"):
        seen.page.keyboard.press(key)
        spot = seen.page.locator(".bp-spot").bounding_box()
        rail = seen.page.locator(".rail").bounding_box()
        assert spot is not None
        assert rail is not None
        middle = spot["x"] + spot["width"] / 2
        assert middle == pytest.approx((rail["width"] + 1024) / 2, abs=10), key
        assert rail["x"] + rail["width"] <= spot["x"] + 1, key


def test_every_key_of_presenting(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    seen.card("packs").focus()
    seen.page.keyboard.press("p")
    last = view_of(everything()).steps[-1].number

    def at(key: str) -> int:
        seen.page.keyboard.press(key)
        return int(seen.page.inner_text("#present-title").split(".")[0])

    assert [at(key) for key in ("ArrowRight", " ", "PageDown", "ArrowDown")] == [2, 3, 4, 5]
    assert [at(key) for key in ("ArrowLeft", "PageUp", "Shift+ ", "ArrowUp")] == [4, 3, 2, 1]
    assert [at(key) for key in ("End", "ArrowRight", "Home", "ArrowLeft")] == [last, last, 1, 1]
    seen.page.keyboard.press("Escape")
    assert not seen.page.is_visible("#present")
    assert seen.page.is_visible(".tools")
    assert seen.page.evaluate("document.activeElement.dataset.id") == "packs"
    assert seen.announced() == "Presenting has ended"
    assert seen.page.locator(".on-stage, .bp-spot").count() == 0


def test_presenting_by_buttons_and_back_where_one_was(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#card=hands-over", width=1024, height=768)
    zoom_to(seen, 2, 500, 300)
    before = seen.page.evaluate(f"[{SVG_WIDTH}, {CANVAS}.scrollLeft, {CANVAS}.scrollTop]")
    seen.page.evaluate("document.activeElement.blur()")
    seen.page.click("#present-start")
    seen.page.click("#present-next")
    second = seen.page.inner_text("#present-title")
    seen.page.click("#present-before")
    assert seen.page.inner_text("#present-title") != second
    seen.page.focus("#present-next")
    seen.page.keyboard.press("Enter")
    assert seen.page.inner_text("#present-title") == second
    seen.page.click("#present-leave")
    seen.page.wait_for_timeout(60)
    after = seen.page.evaluate(f"[{SVG_WIDTH}, {CANVAS}.scrollLeft, {CANVAS}.scrollTop]")
    assert after == pytest.approx(before, abs=2)


def test_presenting_by_swipes(opened: Callable[..., Opened]) -> None:
    seen = opened(delivery_page("zh"), width=390, height=844, has_touch=True)
    seen.page.locator("#present-start").tap()
    touch = seen.page.context.new_cdp_session(seen.page)

    def swipe(start: int, end: int) -> str:
        for x in (start, (start + end) // 2, end):
            kind = "touchStart" if x == start else "touchMove"
            points = [{"x": x, "y": 200}]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        seen.page.wait_for_timeout(50)
        return seen.page.inner_text("#present-count")

    first = seen.page.inner_text("#present-count")
    assert first.startswith("第 1 步")
    assert swipe(300, 120).startswith("第 2 步")
    assert swipe(120, 300) == first


def test_the_address_takes_one_to_a_step_of_the_presentation(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#present=receive-parcel")
    assert seen.page.inner_text("#present-title") == "4. Takes the parcel"
    seen.page.keyboard.press("ArrowRight")
    until(seen, "location.hash.includes('present=ask-for-help')")
    seen.page.keyboard.press("Escape")
    until(seen, "!location.hash.includes('present')")


def test_where_one_looks_is_in_the_address_once_one_has_moved(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(everything_page(), reduced_motion="reduce")
    seen.page.click("#zoom-in")
    until(seen, "location.hash.includes('at=')")
    width = seen.page.evaluate(SVG_WIDTH)
    other = opened(everything_page(), at=seen.page.url[seen.page.url.index("#") :])
    other.page.wait_for_timeout(80)
    assert other.page.evaluate(SVG_WIDTH) == pytest.approx(width, rel=0.01)


def test_print_is_the_drawing_fitted_and_nothing_of_the_stage(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(everything_page(), width=1200, height=800)
    zoom_to(seen, 3, 400, 300)
    seen.page.keyboard.press("m")
    seen.page.emulate_media(media="print")
    for part in (".head", ".rail", ".corner", ".stage-bar", "#map", "#present"):
        assert not seen.page.is_visible(part), part
    box = seen.page.locator("svg.bp").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["width"] <= 1200


def test_forced_colours_keep_the_borders(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), forced_colors="active")
    seen.page.keyboard.press("m")
    widths = seen.page.evaluate(
        "['.head', '.rail', '.pane-phase', '.map-window'].map((name) => "
        "getComputedStyle(document.querySelector(name)).borderTopWidth)"
    )
    assert "0px" not in widths


def test_the_stage_says_nothing_to_the_console(opened: Callable[..., Opened]) -> None:
    seen: Any = opened(everything_page("zh"), width=1024, height=768)
    for key in ("m", "w", "+", "0", "p", "ArrowRight", "Escape", "m"):
        seen.page.keyboard.press(key)
    assert (seen.said, seen.asked, seen.dialogs) == ([], [], [])
