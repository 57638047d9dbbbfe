"""Analyses on the page and as documents: charts, long tables, the summary's links, in Chromium."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import blueprint
from blueprint.analysis.analysing import analyse_all
from blueprint.analysis.summary import to_be_shown
from blueprint.cli.app import run
from blueprint.drawing import draw
from blueprint.model import Blueprint
from blueprint.render.report.html import html_of_all
from blueprint.report import Chart, Column, Method, Point, Report, Series, Table
from blueprint.words import Phrase
from tests.page.conftest import Opened
from tests.page.made import ROOT
from tests.page.test_looks import RULES

HOTEL = str(ROOT / "examples" / "city_hotel.blueprint.yaml")
SHOP = str(ROOT / "examples" / "one_day_delivery")
ROWS = 1_000


@cache
def hotel() -> Blueprint:
    loaded = blueprint.load(HOTEL)
    assert isinstance(loaded, Blueprint)
    return loaded


@cache
def reports() -> tuple[Report, ...]:
    return (*to_be_shown(analyse_all(hotel())), long_report())


@cache
def page(lang: str = "en") -> str:
    made = draw(hotel(), "html", lang=lang, reports=reports())
    assert isinstance(made, str)
    return made


def long_report() -> Report:
    """Return a report of a thousand rows, about one card after the other, and every kind of chart."""
    cards = list(hotel().names.actions)
    points = tuple(
        Point(
            label=Phrase.of("{x}", x=f"Card {n}"),
            y=float(n % 5 - 1),
            x=float(n % 7),
            low=-2,
            high=5,
        )
        for n in range(12)
    )
    words = Phrase.of("Steps")
    series = tuple(Series(name=name, points=points) for name in (words, Phrase.of("Links")))
    return Report(
        name="long",
        title=Phrase.of("{x}", x="Long report"),
        method=Method(name="long", source=Phrase.of("Made for the tests")),
        tables=(
            Table(
                name="rows",
                title=Phrase.of("{x}", x="All rows"),
                columns=(Column(key="id", title=Phrase.of("Id")), Column(key="n", title=words)),
                rows=tuple((cards[n % len(cards)], f"<b>{n}</b>") for n in range(ROWS)),
            ),
        ),
        charts=tuple(
            Chart(name=kind, title=Phrase.of("{x}", x=kind), kind=kind, across=words, up=words, series=series)
            for kind in ("bars", "stack", "lines", "scatter")
        ),
    )  # fmt: skip


def show(seen: Opened, name: str) -> int:
    """Open the report of a name; return its number."""
    number = [report.name for report in reports()].index(name)
    seen.page.click("#open-reports")
    seen.page.click(f'.report-list [data-open-report="{number}"]')
    return number


def violations(seen: Opened) -> list[tuple[str, list[str]]]:
    found = Axe().run(seen.page, options=RULES).response["violations"]
    return [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in found]


def test_every_analysis_with_something_to_say_is_listed_the_summary_first(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(page())
    seen.page.click("#open-reports")
    names = seen.page.locator(".report-list button").all_inner_texts()
    assert [name.split("\n")[0].strip() for name in names] == [str(r.title) for r in reports()]
    assert names[0].startswith("What matters most")
    assert seen.said == []
    assert seen.asked == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_charts_are_seen_with_their_figures_beside(
    opened: Callable[..., Opened], lang: str
) -> None:
    seen = opened(page(lang))
    number = show(seen, "criticality")
    figure = seen.page.locator(f'[data-section="{number}"] figure').first
    expect(figure.locator("svg")).to_be_visible()
    [chart] = next(r for r in reports() if r.name == "criticality").charts
    figure.locator("summary").click()
    told = figure.locator("tbody tr").all_inner_texts()
    assert [row.split("\t")[0] for row in told] == [
        p.label.into(lang) for p in chart.series[0].points
    ]
    box, panel = figure.locator("svg").bounding_box(), seen.page.locator("#panel").bounding_box()
    assert box
    assert panel
    assert box["x"] >= panel["x"]
    assert box["x"] + box["width"] <= panel["x"] + panel["width"]


def test_the_rows_of_a_long_table_are_written_when_it_is_opened(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(page())
    number = show(seen, "long")
    table = seen.page.locator(f'[data-section="{number}"] > details.long')
    assert table.locator("tbody tr").count() == 0
    table.locator("summary").click()
    expect(table.locator("tbody tr")).to_have_count(ROWS)
    assert table.locator("tbody tr").nth(7).locator("td").nth(1).inner_text() == "<b>7</b>"
    row = table.locator("tbody tr button").nth(3)
    row.click()
    expect(row).to_have_attribute("aria-pressed", "true")
    assert "row=long.0.3" in seen.page.url
    card = row.inner_text()
    assert seen.shown() == [card]


def test_an_address_lights_a_row_that_is_not_written_yet(opened: Callable[..., Opened]) -> None:
    seen = opened(page(), at="#report=long&row=long.0.3")
    assert seen.shown() == [list(hotel().names.actions)[3]]
    table = seen.page.locator(".report:not([hidden]) > details.long")
    table.locator("summary").click()
    pressed = table.locator("button[aria-pressed=true]")
    assert pressed.get_attribute("data-row") == "0.3"


def test_the_summary_leads_to_the_analysis_it_is_from(opened: Callable[..., Opened]) -> None:
    seen = opened(page())
    show(seen, "summary")
    summary = seen.page.locator(".report:not([hidden])")
    summary.locator("summary", has_text="What to do about it").click()
    link = summary.locator("[data-open-report]").first
    title = link.inner_text()
    link.click()
    expect(seen.page.locator(".report:not([hidden]) h2")).to_have_text(title)


def test_a_sentence_of_the_summary_holds_a_link_that_wraps_with_it_and_can_be_kept(
    opened: Callable[..., Opened],
) -> None:
    seen = opened(page())
    show(seen, "summary")
    link = seen.page.locator(".report:not([hidden]) > p a").first
    title, address = link.inner_text(), link.get_attribute("href")
    assert link.evaluate("link => getComputedStyle(link).display") == "inline"
    elsewhere = opened(page(), at=address)
    expect(elsewhere.page.locator(".report:not([hidden]) h2")).to_have_text(title)


def test_a_report_is_read_only_when_it_is_opened_or_printed(opened: Callable[..., Opened]) -> None:
    seen = opened(page())
    count = "document.querySelectorAll('.report > script.waiting').length"
    assert seen.page.evaluate(count) == len(reports())
    assert seen.page.evaluate("document.querySelectorAll('.report :is(svg, table)').length") == 0
    show(seen, "criticality")
    assert seen.page.evaluate(count) == len(reports()) - 2
    expect(seen.page.locator(".report:not([hidden]) figure svg")).to_be_visible()
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert seen.page.evaluate(count) == 0
    last = f'.report[data-section="{len(reports()) - 1}"]'
    assert seen.page.locator(f"{last} > details.long tbody tr").count() == ROWS
    assert seen.said == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_sentences_of_the_summary_lead_to_their_analyses(
    opened: Callable[..., Opened], lang: str
) -> None:
    seen = opened(page(lang))
    show(seen, "summary")
    link = seen.page.locator(".report:not([hidden]) > p a").first
    title = link.inner_text()
    link.focus()
    seen.page.keyboard.press("Enter")
    expect(seen.page.locator(".report:not([hidden]) h2")).to_have_text(title)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_report_says_what_its_lights_mean(opened: Callable[..., Opened], lang: str) -> None:
    seen = opened(page(lang))
    show(seen, "criticality")
    [overlay] = [r.overlay for r in reports() if r.name == "criticality" and r.overlay]
    told = seen.page.locator(".report:not([hidden]) .lights li").all_inner_texts()
    assert told == [meaning.into(lang) for meaning in overlay.meanings.values()]


@pytest.mark.parametrize(
    ("scheme", "lang", "width"), [("light", "en", 1600), ("dark", "zh", 1600), ("light", "zh", 390)]
)
def test_axe_finds_nothing_in_reports_with_charts(
    opened: Callable[..., Opened], scheme: str, lang: str, width: int
) -> None:
    seen = opened(page(lang), color_scheme=scheme, bypass_csp=True, width=width)
    show(seen, "long")
    for summary in seen.page.locator(".report:not([hidden]) summary").all()[:2]:
        summary.click()
    seen.page.wait_for_timeout(250)
    assert violations(seen) == []


@pytest.mark.parametrize(
    ("scheme", "lang", "width"), [("light", "en", 1280), ("dark", "zh", 1280), ("light", "en", 390)]
)
def test_the_document_of_all_needs_nothing_and_passes_axe(
    opened: Callable[..., Opened], scheme: str, lang: str, width: int
) -> None:
    made = html_of_all(reports(), lang, title="Hotel", drawing=str(draw(hotel(), "svg", lang=lang)))
    seen = opened(made, color_scheme=scheme, bypass_csp=True, width=width)
    assert seen.asked == []
    assert seen.said == []
    assert violations(seen) == []
    assert seen.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    for chart in seen.page.locator("figure.chart svg:visible").all():
        box = chart.bounding_box()
        assert box
        assert box["x"] + box["width"] <= width
    first = seen.page.locator(".contents a").nth(1)
    title = first.inner_text()
    first.click()
    expect(seen.page.locator("section:target h2")).to_have_text(title)


def test_the_command_puts_analyses_on_a_page(tmp_path, capsys) -> None:
    out = tmp_path / "page.html"
    assert run(["render", HOTEL, "-o", str(out), "--analyses", "criticality, dependence"]) == 0
    made = out.read_text("utf-8")
    assert "Which elements are most critical" in made
    assert "Which departments make work for which" in made
    assert "What matters most" not in made
    for every in ([], ["--analyses", "all"]):
        assert run(["render", HOTEL, "-o", str(out), *every]) == 0
        assert "What matters most" in out.read_text("utf-8")
    assert run(["render", HOTEL, "-o", str(out), "--analyses", "none"]) == 0
    assert "What matters most" not in out.read_text("utf-8")
    assert run(["render", HOTEL, "-o", str(tmp_path / "x.svg"), "--analyses", "all"]) == 2
    assert "--analyses is for html" in capsys.readouterr().err
    assert run(["render", HOTEL, "-o", str(out), "--analyses", "criticalty"]) == 2
    assert "did you mean “criticality”" in capsys.readouterr().err


def test_the_site_has_what_matters_most_and_every_analysis(tmp_path) -> None:
    assert run(["build", SHOP, "-o", str(tmp_path / "site"), "--lang", "en"]) == 0
    index = (tmp_path / "site/index.html").read_text("utf-8")
    assert "What matters most" in index
    assert 'href="analyses.html"' in index
    document = (tmp_path / "site/analyses.html").read_text("utf-8")
    assert 'id="report-criticality"' in document
    assert 'class="bp-chart"' in document
    assert "Which elements are most critical" in (tmp_path / "site/order.html").read_text("utf-8")
