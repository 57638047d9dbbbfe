"""Addresses that a page may link to."""

from __future__ import annotations

import html
import re
from typing import Final

_UNSEEN: Final = re.compile(
    "[\x00-\x20\x7f-\xa0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    '\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f<>"`\\\\]'
)
"""Characters that no address needs: spaces, controls, invisible ones, quotes, backslashes."""

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)\Z", re.DOTALL)
_HOST: Final = re.compile(r"//(?:[^/?#]*@)?([^/?#@]*)")
_FIRST_PART: Final = re.compile(r"[^/?#]*")


def safe_url(url: str) -> str | None:
    """Return ``url`` if a page may link to it, else ``None``.

    Allowed are ``http:`` and ``https:`` with a host, ``mailto:``, ``#part`` and paths
    relative to the page. White space around it is dropped.

    Examples:
        >>> safe_url("https://example.org/a?b=1")
        'https://example.org/a?b=1'
        >>> safe_url("java" + "script:alert(1)") is None
        True
    """
    bare = url.strip(" \t\r\n")
    if not bare or _UNSEEN.search(bare):
        return None
    return bare if all(_allowed(reading) for reading in _readings(bare)) else None


def _readings(url: str) -> tuple[str, ...]:
    """Return ``url`` and what it is where character references are resolved, even twice."""
    once = html.unescape(url)
    return url, once, html.unescape(once)


def _allowed(url: str) -> bool:
    """Whether the scheme, if there is one, is among those allowed."""
    named = _SCHEME.match(url)
    if named is None:
        first = _FIRST_PART.match(url)
        return not url.startswith("//") and (first is None or ":" not in first[0])
    scheme, rest = named[1].lower(), named[2]
    if scheme in {"http", "https"}:
        host = _HOST.match(rest)
        return host is not None and host[1] != "" and not host[1].startswith(":")
    return scheme == "mailto" and bool(rest)
