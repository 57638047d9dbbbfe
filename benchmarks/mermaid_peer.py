"""How long Mermaid takes to place and draw the same blueprint, in headless Chromium.

For development only: `drawing.py` asks it where it is given the path of a
``mermaid.min.js`` (from the npm package ``mermaid``) and Playwright finds a browser.
"""

from __future__ import annotations

from pathlib import Path

from blueprint.layout.view import View
from blueprint.render.mermaid import mermaid

MOST_CARDS = 300
"""Beyond this Mermaid refuses a text or takes minutes."""
_PATIENCE = 120_000
_DRAW = """async (text) => {
    window.mermaid.initialize({startOnLoad: false, maxTextSize: 1e7, maxEdges: 5000});
    const start = performance.now();
    await window.mermaid.render("drawn", text);
    return (performance.now() - start) / 1000;
}"""


def mermaid_seconds(view: View, script: Path) -> float | None:
    """Return the seconds, by the clock, that Mermaid's flowchart of a view takes.

    Returns:
        ``None`` for a view that is too large for it.
    """
    from playwright.sync_api import sync_playwright

    if len(view.cards) > MOST_CARDS:
        return None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.set_default_timeout(_PATIENCE)
        page.add_script_tag(path=script)
        taken: float = page.evaluate(_DRAW, mermaid(view))
        browser.close()
    return taken
