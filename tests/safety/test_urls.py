"""Addresses that a page may link to."""

from __future__ import annotations

import html
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.safety.urls import safe_url

ALLOWED = [
    "https://example.org/a?b=1&copy=2#c",
    "http://localhost:8000/",
    "HTTPS://EXAMPLE.ORG",
    "https://例子.中国/路径?问=答",
    "mailto:care@example.org",
    "#check-in",
    "pages/hotel.html",
    "../up.html?a=b:c",
    "/root/x",
    "./a:b",
    "?q=1:2",
    "hotel.svg#a:b",
    "  https://example.org/trimmed \n",
]

REFUSED = [
    "",
    " ",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\x00script:alert(1)",
    "java\u200bscript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3A;alert(1)",
    "&#106;avascript:alert(1)",
    "&#0000106&#0000097vascript:alert(1)",
    "java&Tab;script:alert(1)",
    "javascript&amp;colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://example.org/x",
    "ftp://example.org",
    "//example.org/x",
    "\\\\example.org\\x",
    "/\\example.org",
    "https:example.org",
    "https:///x",
    "https://",
    "https://user@",
    "mailto:",
    "1a:b",
    "a b:c",
    'https://example.org/"onclick=',
    "https://example.org/<b>",
    "https://example.org/\u202ecod",
    "jav\u0130script:x",
    ":x",
    "&#x6A;avascript:x",
]


@pytest.mark.parametrize("url", ALLOWED)
def test_what_a_page_may_link_to_is_given_back(url: str) -> None:
    assert safe_url(url) == url.strip()


@pytest.mark.parametrize("url", REFUSED)
def test_what_a_page_must_not_link_to_is_refused(url: str) -> None:
    assert safe_url(url) is None


TRICKS = st.sampled_from(["", " ", "\t", "\n", "\r", "\x00", "\x1f", "\u00a0", "\u200b", "\ufeff"])


@given(st.lists(TRICKS, min_size=12, max_size=12), st.booleans(), st.sampled_from([":", "&colon;"]))
def test_no_disguise_of_javascript_passes(tricks: list[str], upper: bool, colon: str) -> None:
    letters = "JAVASCRIPT" if upper else "javascript"
    pairs = zip(tricks, letters, strict=False)
    assert (
        safe_url("".join(t + mark for t, mark in pairs) + tricks[10] + colon + "alert(1)") is None
    )


@given(st.text(string.ascii_letters + ":/?#&;. @\t", max_size=30))
def test_all_that_passes_has_a_scheme_that_is_allowed(url: str) -> None:
    passed = safe_url(url)
    if passed is not None:
        head = html.unescape(passed).split("/")[0].split("?")[0].split("#")[0].lower()
        assert ":" not in head or head.startswith(("http:", "https:", "mailto:"))
