"""Pages for the panels: one in two languages, and ways to read what a page says of itself."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from blueprint.drawing import draw
from tests.page.conftest import Opened
from tests.page.made import everything, report

LINK = "navigator.clipboard.readText()"


@cache
def both_page() -> str:
    """Return the page in which everything is said, in English and in Chinese."""
    made = draw(everything(), "html", lang=("en", "zh"), reports=(report(),))
    assert isinstance(made, str)
    return made


def data_of(html: str) -> dict[str, Any]:
    """Return the data block of a page's first edition."""
    block = html.split('id="blueprint-data">')[1].split("</script>", maxsplit=1)[0]
    data: dict[str, Any] = json.loads(block)
    return data


def counts(seen: Opened, facet: str) -> dict[str, int]:
    """Return the counts that a filter shows, by value."""
    found: dict[str, int] = seen.page.eval_on_selector_all(
        f"[data-facet={facet}] input",
        "all => Object.fromEntries(all.map((box) => [box.value, "
        "Number(box.closest('label').querySelector('.number').textContent)]))",
    )
    return found


def choose(seen: Opened, facet: str, *values: str) -> None:
    """Tick values of a filter, opening its list where it is folded."""
    seen.page.eval_on_selector(f"[data-facet={facet}]", "part => { part.open = true; }")
    for value in values:
        seen.page.check(f'[data-facet={facet}] input[value="{value}"]')


def hash_of(seen: Opened) -> str:
    """Return the page's state as its address says it, where it looks left out."""
    said: str = seen.page.evaluate("location.hash.slice(1)")
    return "&".join(part for part in said.split("&") if not part.startswith("at="))
