"""A ripple of a workspace as one page: the answer first, then each drawing, lit; offline and safe."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

import blueprint
from blueprint.analysis.ripple import RippleReport
from blueprint.cli.app import run
from blueprint.files import Workspace
from blueprint.render.report import as_text
from blueprint.site import ripple_page as made
from blueprint.site import site_of
from blueprint.site.ripple_page import ripple_page, with_change
from tests.page.conftest import Opened
from tests.page.made import ROOT
from tests.page.test_looks import RULES


@cache
def workspace() -> Workspace:
    return blueprint.load_workspace(ROOT / "examples" / "one_day_delivery")


@cache
def report() -> RippleReport:
    change = next(iter(workspace().changes.values()))
    return blueprint.ripple(workspace(), change=change)


@cache
def page(lang: str = "en", hrefs: bool = False) -> str:
    after = with_change(workspace().scope, next(iter(workspace().changes.values())))
    links = {stem: f"{stem}.html" for stem in workspace().blueprints} if hrefs else {}
    return ripple_page(after, report(), lang, hrefs=links)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_who_acts_first_and_who_is_told_comes_first_with_reasons(
    opened: Callable[..., Opened], lang: str
) -> None:
    seen = opened(page(lang), width=1400, height=900)
    for name in (*report().first_to_act, *report().to_be_told):
        box = seen.page.locator(".answer", has_text=name.name.into(lang)).first
        assert box.bounding_box()["y"] < 900  # type: ignore[index]
        assert name.reasons[0].into(lang) in box.inner_text()
    bought = seen.page.locator(".answer").last.inner_text()
    for spent in report().investments:
        assert spent.name.into(lang) in bought
    assert seen.said == []
    assert seen.asked == []


def test_every_blueprint_it_comes_to_is_drawn_lit_with_what_is_new(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(page())
    reached = {e.id for e in report().reached if e.lane is not None}
    lit = seen.page.eval_on_selector_all(
        ".bp-mark.bp-role-reached[data-id]", "all => all.map((mark) => mark.dataset.id)"
    )
    assert set(lit) == reached
    new = seen.page.locator(".bp-mark.bp-role-added[data-id]")
    assert [new.nth(n).get_attribute("data-id") for n in range(new.count())] == [
        start.id for start in report().added if start.lane is not None
    ]
    homes = {e.blueprint for e in (*report().start, *report().added, *report().reached)} - {None}
    assert seen.page.locator("svg.bp").count() == len(homes)


def test_the_page_is_one_file_that_runs_nothing_and_repeats_no_id() -> None:
    html = page(hrefs=True)
    assert "<script" not in html
    assert "default-src &#39;none&#39;" in html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert not re.search(r'(?:src|href)="https?:', html)
    assert 'href="delivery.html"' in html


def test_of_many_blueprints_those_it_reaches_most_are_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(made, "MOST_DRAWINGS", 1)
    after = with_change(workspace().scope, next(iter(workspace().changes.values())))
    html = ripple_page(after, report(), "en")
    assert html.count('<svg xmlns="http://www.w3.org/2000/svg" class="bp"') == 1
    assert "Not drawn, because it reaches others more: 1." in html


def test_without_a_workspace_it_is_the_same_page_without_drawings() -> None:
    html = as_text(report(), "html", "en")
    assert "First to act" in html
    assert 'class="drawing"' not in html


@pytest.mark.parametrize(("scheme", "lang"), [("light", "en"), ("dark", "zh")])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing(
    opened: Callable[..., Opened], scheme: str, lang: str, width: int
) -> None:
    seen = opened(page(lang, True), width=width, color_scheme=scheme, bypass_csp=True)
    results = Axe().run(seen.page, options=RULES).response["violations"]
    assert [(v["id"], [node["html"][:90] for node in v["nodes"]]) for v in results] == []
    assert seen.page.evaluate("document.documentElement.scrollWidth > innerWidth") is False


def test_the_site_s_page_of_a_change_leads_to_each_page_lit(opened: Callable[..., Opened]) -> None:
    files = site_of(workspace(), lang="en")
    html = files["deliver_within_a_day.change.html"].decode()
    assert 'href="delivery.html#report=ripple&amp;overlay=ripple"' in html
    assert files["deliver_within_a_day.change.dot"].decode() == as_text(report(), "dot", "en")
    seen = opened(files["delivery.html"].decode(), at="#report=ripple&overlay=ripple")
    assert seen.page.locator(".bp-light.bp-role-reached .bp-frame").count() >= 5


@pytest.mark.parametrize("ending", ["svg", "html"])
def test_a_change_of_one_file_is_drawn_with_what_it_adds(tmp_path: Path, ending: str) -> None:
    change = tmp_path / "tea.change.yaml"
    change.write_text(
        "change: Serve tea\n"
        "changes: [{to: crs, how: altered}]\n"
        "adds: {actions: [{name: Serves tea, lane: frontstage, step: check-in}]}\n"
    )
    hotel, out = ROOT / "examples" / "city_hotel.blueprint.yaml", tmp_path / f"out.{ending}"
    assert run(["ripple", str(hotel), "--change", str(change), "-o", str(out)]) == 0
    drawn = out.read_text("utf-8")
    assert 'data-id="serves-tea"' in drawn
    assert ("bp-role-added" in drawn) if ending == "svg" else ('["serves-tea","added"' in drawn)
