"""Hostile texts in every field, language, filter and address: texts they stay."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from blueprint.drawing import draw
from blueprint.files.decode import FORBIDDEN
from blueprint.layout.show.elements import elements_of
from blueprint.model import Blueprint
from blueprint.page import Edition, page
from tests.page.conftest import Opened
from tests.page.made import view_and_scene
from tests.page.panelled import both_page
from tests.page.test_policy import EVIL, hostile, hostile_report
from tests.thirdparty.suites import load

COUNTED = ("script", "style", "iframe", "img", "object", "embed", "link", "base", "marquee")


def counted(seen: Opened) -> dict[str, int]:
    """Return how many elements there are that only a text taken for markup would make.

    What waits as text until it is opened is none of them.
    """
    found: dict[str, int] = seen.page.evaluate(
        """(names) => Object.fromEntries(names.map((name) =>
          [name, document.querySelectorAll(`${name}:not([type="text/plain"])`).length]))""",
        list(COUNTED),
    )
    return found


def worked_through(seen: Opened) -> None:
    """Open whatever shows texts: filters, matches, comparison, reports, table, narrative."""
    if not seen.page.is_visible("#panel-filters"):
        seen.page.click("#open-filters")
    seen.page.eval_on_selector_all(".facet", "all => all.forEach((part) => { part.open = true; })")
    for box in seen.page.locator("[data-filter]:visible").all()[:6]:
        box.check(force=True)
    seen.page.click("#clear-filters")
    for tab in ("table", "story", "drawing"):
        seen.page.click(f"#tab-{tab}")
    if seen.page.locator("#tab-reports").count():
        seen.page.click("#tab-reports")
        assert seen.page.locator(".report:not([hidden]) > script").count() == 0
    seen.page.evaluate("document.querySelector('#save-svg').click()")
    seen.page.evaluate("document.querySelector('#save-csv').click()")


@pytest.mark.parametrize("text", [*EVIL[:4], *EVIL[7:10], EVIL[-1]])
def test_hostile_texts_stay_texts_in_two_languages(
    opened: Callable[..., Opened], text: str
) -> None:
    editions = []
    for lang in ("en", "zh"):
        view, scene = view_and_scene(hostile(text), lang)
        elements = elements_of(hostile(text), lang=lang)
        reports = (hostile_report(text),)
        editions.append(Edition(view=view, scene=scene, elements=elements, reports=reports))
    said = quote(text, safe="")
    at = f"#compare=a,f&find={said}&lane={said}&overlay={said}&lang={said}&{said}={said}"
    seen = opened(page(editions), at=at, bypass_csp=True)
    expected = {**dict.fromkeys(COUNTED, 0), "script": 2, "style": 1}
    assert counted(seen) == expected
    seen.page.fill("#query", text.strip()[:12])
    seen.page.keyboard.press("Enter")
    worked_through(seen)
    seen.page.select_option("#language", "zh")
    worked_through(seen)
    assert counted(seen) == expected
    assert seen.page.title() == text.strip()
    assert seen.page.evaluate("window.P") is None
    assert (seen.asked, seen.dialogs, seen.said) == ([], [], [])


def test_every_naughty_string_stays_one(opened: Callable[..., Opened]) -> None:
    strings = [text for text in load("blns") if text.strip() and not FORBIDDEN.search(text)]
    lanes = ("customer", "frontstage", "backstage", "support")
    steps = [
        {
            "step": f"{n}",
            "id": f"s{n}",
            **{
                lane: {"id": f"{lane}{n}", "name": text, "note": text, "tags": [text], "department": f"d{n % 5}"}
                for lane, text in zip(lanes, strings[n : n + 4], strict=False)
            },
        }
        for n in range(0, len(strings), 4)
    ]  # fmt: skip
    source = Blueprint.model_validate(
        {
            "blueprint": strings[-1],
            "departments": {f"d{n}": {"name": strings[97 * n]} for n in range(5)},
            "phases": [{"phase": "p", "steps": steps}],
        }
    )
    html = draw(source, "html", lang="en")
    assert isinstance(html, str)
    seen = opened(html, bypass_csp=True)
    assert seen.page.locator(".bp-card").count() == len(strings)
    assert counted(seen) == {**dict.fromkeys(COUNTED, 0), "script": 2, "style": 1}
    for text in strings[::40]:
        seen.page.fill("#query", text)
    worked_through(seen)
    assert (seen.asked, seen.dialogs, seen.said) == ([], [], [])
    assert counted(seen) == {**dict.fromkeys(COUNTED, 0), "script": 2, "style": 1}


@pytest.fixture
def strict_site(tmp_path: Path) -> Iterator[str]:
    """Serve a page from a site whose own policy is as strict as the page's."""
    (tmp_path / "page.html").write_text(both_page(), encoding="utf-8")

    class Strict(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: object, **kwargs: object) -> None:
            super().__init__(*args, directory=str(tmp_path), **kwargs)  # type: ignore[arg-type]

        def end_headers(self) -> None:
            policy = both_page().split('Content-Security-Policy" content="')[1].split('"')[0]
            self.send_header("Content-Security-Policy", policy.replace("&#39;", "'"))
            super().end_headers()

        def log_message(self, *_: object) -> None:
            return

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Strict) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/page.html"
        server.shutdown()


@pytest.mark.parametrize("where", ["disk", "site"])
def test_everything_works_and_nothing_is_asked_for(
    opened: Callable[..., Opened], tmp_path: Path, strict_site: str, where: str
) -> None:
    seen = opened("")
    address = strict_site if where == "site" else (tmp_path / "page.html").as_uri()
    asked: list[str] = []
    seen.page.unroute("**/*")
    seen.page.on("request", lambda request: asked.append(request.url))
    seen.page.goto(address)
    worked_through(seen)
    seen.card("packs").click()
    seen.card("hands-over").click(modifiers=["Shift"])
    seen.page.click("#compare")
    with seen.page.expect_download() as download:
        seen.page.evaluate("document.querySelector('#save-png').click()")
    assert download.value.suggested_filename == "One-day-delivery.png"
    seen.page.select_option("#language", "zh")
    assert "一日达" in seen.page.inner_text("h1")
    seen.page.go_back()
    own = [url for url in asked if not url.startswith(("blob:", "data:"))]
    assert own == [address]
    assert seen.said == []
