"""How quick the page of a large blueprint is in a browser: first picture, trace, zoom, re-laying.

Run it from the repository's root: ``python benchmarks/page.py [cards …]``. It makes up
services of about so many cards, opens their pages in a headless Chromium and prints
milliseconds, the median of several runs. What a reader waits for is measured: from the
click to the frame that shows its outcome, by the clock and as processor time of the page's
main thread; on a busy machine only the latter tells anything.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import which
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from blueprint.drawing import draw
from blueprint.model import Blueprint

SIZES = (50, 300, 1_000)
RUNS = 5
LANES = 5
ACTIONS = ("first trace", "next trace", "zoom", "search", "relay")
REST = 300

NOTE_FIRST_PICTURE = """addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => { window.drawn = performance.now(); };
  channel.port2.postMessage(0);
}))"""
FIRST_PICTURE = """() => new Promise((done) => {
  const wait = () => (window.drawn ? done(window.drawn) : setTimeout(wait, 10));
  wait();
})"""
UNTIL_PAINTED = """([action]) => new Promise((done) => {
  const choose = (n) => document.querySelectorAll(".bp-card.bp-lane-backstage")[n]
    .dispatchEvent(new MouseEvent("click", { bubbles: true }));
  const acts = {
    "first trace": () => choose(4),
    "next trace": () => choose(8),
    zoom: () => document.getElementById("zoom-in").click(),
    search: () => {
      const field = document.getElementById("query");
      field.value = field.value ? "" : "serves 1";
      field.dispatchEvent(new Event("input"));
    },
    relay: () => {
      const { hash } = location;
      history.replaceState(null, "", hash.includes("rest=away") ? "#" : "#department=d1&rest=away");
      dispatchEvent(new HashChangeEvent("hashchange"));
    },
  };
  requestAnimationFrame(() => {
    const start = performance.now();
    acts[action]();
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now() - start);
    requestAnimationFrame(() => channel.port2.postMessage(0));
  });
})"""


def service(cards: int) -> Blueprint:
    """Return a made-up service with five cards to a step, ten steps to a phase."""
    steps: list[dict[str, Any]] = [
        {
            "step": f"Moment {n}",
            "id": f"step-{n}",
            "evidence": f"Sign {n}",
            "customer": f"Does what comes {n}",
            "frontstage": {
                "name": f"Serves {n}", "department": f"d{n % 7}", "systems": [f"x{n % 20}"],
            },
            "backstage": {"name": f"Prepares {n} well", "department": f"d{n % 5}"},
            "support": {"name": f"Carries {n}", "systems": [f"x{n % 11}"]},
        }
        for n in range(max(1, cards // LANES))
    ]  # fmt: skip
    return Blueprint.model_validate(
        {
            "blueprint": "Large service",
            "departments": {f"d{n}": f"Department {n}" for n in range(7)},
            "systems": {f"x{n}": f"System {n}" for n in range(20)},
            "phases": {
                f"Phase {first // 10 + 1}": steps[first : first + 10]
                for first in range(0, len(steps), 10)
            },
        }
    )


class Timed:
    """A page and the processor time its main thread has taken."""

    def __init__(self, browser: Browser) -> None:
        self.page = browser.new_page(
            viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
        )
        self.page.add_init_script(NOTE_FIRST_PICTURE)
        self.session = self.page.context.new_cdp_session(self.page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def processor(self) -> float:
        """Return the milliseconds of processor time so far."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        found = {metric["name"]: metric["value"] for metric in metrics}
        return 1000.0 * float(found["TaskDuration"])

    def time(self, work: Callable[[], float]) -> tuple[float, float]:
        """Do something that says how long it took; return that and its processor time."""
        before = self.processor()
        seen = work()
        return seen, self.processor() - before

    def first_picture(self, file: Path) -> float:
        """Open a file and return when its drawing was there."""
        self.page.goto(file.as_uri())
        return float(self.page.evaluate(FIRST_PICTURE))

    def act(self, action: str) -> float:
        """Do what a reader does and return when its outcome was seen."""
        return float(self.page.evaluate(UNTIL_PAINTED, [action]))


def measure(browser: Browser, file: Path) -> dict[str, float]:
    """Return the medians of one page."""
    found: dict[str, list[float]] = {}

    def note(name: str, times: tuple[float, float]) -> None:
        found.setdefault(f"{name}, seen", []).append(times[0])
        found.setdefault(f"{name}, processor", []).append(times[1])

    for _ in range(RUNS):
        timed = Timed(browser)
        note("first picture", timed.time(partial(timed.first_picture, file)))
        for action in ACTIONS:
            if action != "next trace":
                timed.page.keyboard.press("Escape")
            timed.page.wait_for_timeout(REST)
            note(action, timed.time(partial(timed.act, action)))
        timed.page.close()
    return {name: median(values) for name, values in found.items()}


def main() -> None:
    """Print a table: a column for each size."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    rows: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = which("chromium") or which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for size in sizes:
            file = Path(folder) / f"{size}.html"
            made = draw(service(size), "html")
            file.write_text(str(made), encoding="utf-8")
            for name, value in measure(browser, file).items():
                rows.setdefault(name, []).append(value)
        browser.close()
    print(f"{'milliseconds':<26}" + "".join(f"{size:>8} cards" for size in sizes))
    for name, values in rows.items():
        print(f"{name:<26}" + "".join(f"{value:>14.0f}" for value in values))


if __name__ == "__main__":
    main()
