"""Every link and every picture of the pages leads somewhere; every page is led to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, PAGES, ROOT, anchors_of, name_of, prose_of

_LINK = re.compile(r"\[[^\]]*\]\((?P<to>[^)\s]+)\)")


def links_of(page: Path) -> list[str]:
    return [found["to"] for found in _LINK.finditer(re.sub(r"`[^`]*`", "", prose_of(page)))]


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=name_of)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    for link in links_of(page):
        if re.match(r"https?:|mailto:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.is_relative_to(ROOT), link
        assert target.exists(), link
        if anchor:
            assert anchor in anchors_of(target), link


@pytest.mark.parametrize("page", [page for page in PAGES if page.is_relative_to(DOCS)], ids=name_of)
def test_every_page_is_on_the_map(page: Path) -> None:
    index = DOCS / "index.md"
    mapped = {(index.parent / link.partition("#")[0]).resolve() for link in links_of(index)}
    assert page == index or page in mapped
