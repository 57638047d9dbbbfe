"""A ripple on the page: its waves, its strongest paths, who has how much, and what can be chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import blueprint
from blueprint.analysis.ripple import RippleReport
from blueprint.drawing import draw
from blueprint.model import Blueprint
from tests.page.conftest import Opened
from tests.page.made import ROOT, delivery_page
from tests.page.panelled import data_of, hash_of
from tests.page.test_looks import RULES

LIT = "#report=ripple&overlay=ripple"
WIDTHS = """() => Object.fromEntries([...document.querySelectorAll(".bp-edge.carrying")].map((edge) =>
  [`${edge.dataset.source} ${edge.dataset.target}`,
   parseFloat(getComputedStyle(edge.querySelector(".bp-line")).strokeWidth)]))"""


@cache
def hotel() -> Blueprint:
    loaded = blueprint.load(ROOT / "examples" / "city_hotel.blueprint.yaml")
    assert isinstance(loaded, Blueprint)
    return loaded


@cache
def ripple() -> RippleReport:
    """Return a ripple that goes both ways."""
    return blueprint.ripple(hotel(), ["crs"], direction="both")


@cache
def page(lang: str = "en") -> str:
    made = draw(hotel(), "html", lang=lang, reports=(ripple(),))
    assert isinstance(made, str)
    return made


def cards_of(report: RippleReport) -> set[str]:
    """Return the cards that are reached."""
    return {element.id for element in report.reached} & set(hotel().names.actions)


def listed(seen: Opened) -> list[str]:
    found: list[str] = seen.page.eval_on_selector_all(
        "[data-path]", "all => all.map((button) => button.dataset.path)"
    )
    return found


def path_of(id: str) -> set[str]:  # noqa: A002
    """Return the cards on the strongest path to an element."""
    element = next(e for e in ripple().reached if e.id == id)
    return {end for hop in element.path for end in (hop.source, hop.target)}


def far() -> str:
    """Return the card that is reached over the most links."""
    reached = [e for e in ripple().reached if e.id in cards_of(ripple())]
    return max(reached, key=lambda element: element.hops).id


def test_the_page_has_every_figure_of_the_report() -> None:
    (report,) = data_of(page())["reports"]
    told = report["ripple"]
    assert [entry["id"] for entry in told["reached"]] == [e.id for e in ripple().reached]
    for entry, element in zip(told["reached"], ripple().reached, strict=True):
        assert entry["likelihood"] == pytest.approx(element.likelihood, abs=1e-4)
        assert entry["hops"] == element.hops
        assert entry["sentence"] == element.sentence.into("en")
        ends = [tuple(told["links"][n][1:]) for n in entry["path"]]
        assert ends[0][0] == element.start
        assert ends[-1][1] == element.id
        assert all(one[1] == other[0] for one, other in pairwise(ends))
    shares = {d["id"]: (d["part"], d["count"], d["share"]) for d in told["departments"]}
    assert shares == {d.id: (d.role, d.count, d.share) for d in ripple().departments}


def test_every_reached_card_is_lit_with_rings_for_its_distance(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(page(), at=LIT)
    assert set(seen.shown()) == cards_of(ripple()) | {"crs"}
    hops = {element.id: element.hops for element in ripple().reached}
    rings = sorted(min(3, hops[card]) for card in cards_of(ripple()))
    drawn: list[int] = seen.page.eval_on_selector_all(
        ".bp-underlay .bp-role-reached", "all => all.map((mark) => mark.children.length)"
    )
    assert sorted(drawn) == rings
    badges = seen.page.locator(".bp-overlay .bp-role-reached text").all_text_contents()
    assert "1 · .5" in badges


def test_a_link_is_the_wider_the_likelier_the_change_comes_that_far(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(page(), at=LIT)
    widths: dict[str, float] = seen.page.evaluate(WIDTHS)
    overlay = ripple().overlay
    assert overlay is not None
    strengths = {
        f"{source} {target}": strength
        for (source, target), strength in zip(overlay.links, overlay.strengths, strict=True)
    }
    assert len(widths) > 10
    for ends, width in widths.items():
        assert width == pytest.approx(1.4 + 4.2 * strengths[ends], abs=0.05), ends


def test_the_waves_come_one_after_the_other(opened: Callable[..., Opened]) -> None:
    seen = opened(page(), at=LIT)
    hops = {element.id: element.hops for element in ripple().reached}
    most = max(hops.values())
    back, on = (seen.page.locator(f"[data-replay={name}]") for name in ("back", "next"))
    on.click()
    assert set(seen.shown()) == {"crs"}
    assert back.is_disabled()
    assert "is asked about" in seen.announced()
    for wave in range(1, most + 1):
        on.click()
        come = {id for id in cards_of(ripple()) if hops[id] <= wave}  # noqa: A001
        assert set(seen.shown()) == come | {"crs"}, wave
        assert f"wave={wave}" in seen.page.url
        names = [e.name.into("en") for e in ripple().reached if e.hops == wave]
        assert seen.announced() == f"Wave {wave} of {most}: {', '.join(names)}"
    assert on.is_disabled()
    back.click()
    assert f"wave={most - 1}" in seen.page.url
    seen.page.click("[data-replay=end]")
    assert set(seen.shown()) == cards_of(ripple()) | {"crs"}
    assert "wave=" not in seen.page.url


def test_the_waves_can_be_walked_by_key(opened: Callable[..., Opened]) -> None:
    seen = opened(page(), at="#panel=reports")
    seen.page.keyboard.press(".")
    seen.page.keyboard.press(".")
    assert "Wave 1 of" in seen.page.inner_text(".wave-now")
    seen.page.keyboard.press(",")
    assert seen.page.inner_text(".wave-now") == "The start: 1"


def test_play_goes_on_by_itself_and_can_be_held(opened: Callable[..., Opened]) -> None:
    seen = opened(page(), at=LIT)
    play = seen.page.locator("[data-replay=play]")
    play.click()
    assert play.inner_text() == "Pause"
    expect(seen.page.locator(".wave-now")).to_contain_text("Wave 1")
    play.click()
    assert play.inner_text() == "Play"
    held = seen.page.inner_text(".wave-now")
    seen.page.wait_for_timeout(1600)
    assert seen.page.inner_text(".wave-now") == held


def test_who_wants_no_motion_steps_by_hand(opened: Callable[..., Opened]) -> None:
    seen = opened(page(), at=LIT, reduced_motion="reduce")
    assert not seen.page.locator("[data-replay=play]").is_visible()
    seen.page.click("[data-replay=next]")
    assert set(seen.shown()) == {"crs"}


def test_a_card_pointed_at_lights_only_its_strongest_path_and_says_it(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(page(), at=LIT, width=2200, height=1300)
    seen.card(far()).hover()
    assert set(seen.shown()) == path_of(far())
    element = next(e for e in ripple().reached if e.id == far())
    assert element.sentence.into("en") in seen.page.inner_text("#path-told")
    seen.page.hover("#tab-reports")
    assert set(seen.shown()) == cards_of(ripple()) | {"crs"}
    assert not seen.page.is_visible("#path-told")


def test_a_card_with_the_focus_says_its_path_aloud(opened: Callable[..., Opened]) -> None:
    seen = opened(page(), at=LIT)
    element = next(e for e in ripple().reached if e.id == "channel-manager")
    seen.card("crs").focus()
    seen.page.keyboard.press("ArrowLeft")
    assert seen.page.evaluate("document.activeElement.dataset.id") == element.id
    assert set(seen.shown()) == path_of(element.id)
    assert element.sentence.into("en") in seen.announced()


def test_a_tap_keeps_a_path_and_a_second_one_shows_the_details(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(page(), at=LIT, width=390, height=844, has_touch=True)
    card = seen.card("channel-manager")
    card.tap()
    assert set(seen.shown()) == path_of("channel-manager")
    assert "path=channel-manager" in seen.page.url
    assert seen.page.is_visible("#path-told")
    seen.page.locator("#path-told [data-show]").tap()
    assert seen.page.inner_text("#panel-details h2") == "Channel manager syncs rates"
    assert "path=" not in seen.page.url
    assert not seen.page.is_visible("#path-told")


def test_the_list_lights_a_path_while_it_is_pointed_at_and_keeps_it_when_chosen(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(page(), at=LIT)
    entry = seen.page.locator(f'[data-path="{far()}"]')
    entry.hover()
    assert set(seen.shown()) == path_of(far())
    entry.click()
    assert entry.get_attribute("aria-pressed") == "true"
    seen.page.hover("#view-drawing .stage-bar")
    assert set(seen.shown()) == path_of(far())
    entry.click()
    assert entry.get_attribute("aria-pressed") == "false"


def test_what_is_less_likely_than_chosen_is_left_out(opened: Callable[..., Opened]) -> None:
    seen = opened(page(), at=LIT)
    seen.page.locator("[data-least]").fill("0.2")
    likely = [e.id for e in ripple().reached if e.likelihood >= 0.2]
    assert sorted(listed(seen)) == sorted(likely)
    assert set(seen.shown()) == (set(likely) & cards_of(ripple())) | {"crs"}
    assert f"{len(likely)} of {len(ripple().reached)} reached" in seen.announced()
    seen.page.locator("[data-least]").fill("1")
    assert listed(seen) == []
    assert "No element that is reached passes" in seen.page.inner_text(".ripple-list")


def test_a_department_shows_what_is_its_own_with_the_way_there(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(page(), at=LIT)
    seen.page.click(".tally [data-department=front-office]")
    own = {e.id for e in ripple().reached if e.department == "front-office"}
    assert set(listed(seen)) == own
    way = set().union(*(path_of(id) for id in own))  # noqa: A001
    assert set(seen.shown()) == way & {*cards_of(ripple()), "crs"}
    button = seen.page.locator(".tally [data-department=front-office]")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert len(listed(seen)) == len(ripple().reached)


def test_direction_and_kinds_of_link_can_be_chosen(opened: Callable[..., Opened]) -> None:
    seen = opened(page(), at=LIT)
    seen.page.locator("[data-way][value=demand]").check(force=True)
    assert set(listed(seen)) == {e.id for e in ripple().reached if e.direction == "demand"}
    seen.page.locator("[data-way][value=all]").check(force=True)
    seen.page.locator(".ripple .kinds summary").click()
    seen.page.uncheck("[data-on-path][value=flow]")
    over = {e.id for e in ripple().reached if all(hop.kind != "flow" for hop in e.path)}
    assert set(listed(seen)) == over


@pytest.mark.parametrize(
    "said",
    ["wave=2", "path=survey-form", "least=0.2", "way=demand", "without=flow", "of=front-office"],
)
def test_every_choice_has_a_link(opened: Callable[..., Opened], said: str) -> None:
    seen = opened(page(), at=f"{LIT}&{said}")
    assert said in hash_of(seen)
    assert not seen.page.is_visible("#notice")
    before = seen.shown()
    again = opened(page(), at=f"#{hash_of(seen)}")
    assert again.shown() == before
    assert len(before) < len(cards_of(ripple())) + 1


def test_what_an_address_says_and_the_page_does_not_know_is_told(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(page(), at=f"{LIT}&path=nobody&wave=x&least=7&way=up&without=hope&of=them")
    told = seen.page.inner_text("#notice")
    for word in ("nobody", "x", "7", "up", "hope", "them"):
        assert word in told
    assert set(seen.shown()) == cards_of(ripple()) | {"crs"}


def test_choices_alone_light_the_ripple(opened: Callable[..., Opened]) -> None:
    seen = opened(page(), at="#panel=reports")
    assert len(seen.shown()) == len(hotel().names.actions)
    seen.page.click(".tally [data-department=it]")
    assert seen.page.locator("[data-overlay]").get_attribute("aria-pressed") == "true"
    assert len(seen.shown()) < len(hotel().names.actions)


def test_in_a_workspace_the_list_names_what_stands_elsewhere(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(delivery_page(), at=LIT)
    assert "order:releases-the-order" in listed(seen)
    seen.page.hover('[data-path="order:releases-the-order"]')
    assert "Releases the order to the warehouse" in seen.page.inner_text("#path-told")
    seen.page.hover('[data-path="delivery:loads-the-van"]')
    assert "delivery:loads-the-van" in seen.shown()
    assert seen.said == []


@pytest.mark.parametrize(("scheme", "lang"), [("light", "en"), ("dark", "zh")])
@pytest.mark.parametrize("width", [1500, 390])
@pytest.mark.parametrize("state", ["", "&wave=2", "&path=survey-form", "&of=front-office"])
def test_axe_finds_nothing(
    opened: Callable[..., Opened], scheme: str, lang: str, width: int, state: str
) -> None:
    seen = opened(
        page(lang),
        at=f"{LIT}{state}",
        width=width,
        height=860,
        color_scheme=scheme,
        bypass_csp=True,
        reduced_motion="reduce",
    )
    seen.page.wait_for_timeout(250)
    results = Axe().run(seen.page, options=RULES).response["violations"]
    assert [(v["id"], [node["html"][:90] for node in v["nodes"]]) for v in results] == []
    assert seen.page.evaluate("document.documentElement.scrollWidth > innerWidth") is False


def test_the_page_is_not_longer_than_its_window(opened: Callable[..., Opened]) -> None:
    seen = opened(page(), at=LIT)
    assert seen.page.evaluate("document.scrollingElement.scrollHeight - innerHeight") == 0
