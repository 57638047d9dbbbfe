"""A browser for the tests, and pages opened in it with nothing else within reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.conftest import tool

ADDRESS = "https://page.test/blueprint.html"


@dataclass
class Opened:
    """A page in the browser, with everything it said and asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def card(self, id: str) -> Any:  # noqa: A002
        return self.page.locator(f'.bp-card[data-id="{id}"]')

    def shown(self) -> list[str]:
        """Return the ids of the cards that are not faded."""
        found: list[str] = self.page.eval_on_selector_all(
            ".bp-card:not(.faded)", "cards => cards.map(card => card.dataset.id)"
        )
        return found

    def announced(self) -> str:
        return self.page.locator("#announced").inner_text()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once for all tests of the page."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=tool("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        )
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Open pages; whatever they ask for besides themselves is refused and noted."""
    contexts = []

    def open_page(
        html: str, *, at: str = "", width: int = 1600, height: int = 900, **options: Any
    ) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(4000)
        context.set_default_navigation_timeout(20000)
        contexts.append(context)
        made = Opened(context.new_page())

        def answer(route: Route) -> None:
            if route.request.url.split("#")[0] == ADDRESS and route.request.is_navigation_request():
                route.fulfill(body=html, content_type="text/html; charset=utf-8")
            elif route.request.url.startswith("file:"):
                route.continue_()
            else:
                made.asked.append(route.request.url)
                route.abort()

        made.page.route("**/*", answer)
        made.page.on("console", lambda message: made.said.append(message.text))
        made.page.on("pageerror", lambda error: made.said.append(str(error)))
        made.page.on(
            "dialog", lambda dialog: (made.dialogs.append(dialog.message), dialog.dismiss())
        )
        if html:
            made.page.goto(ADDRESS + at)
        return made

    yield open_page
    for context in contexts:
        context.close()
