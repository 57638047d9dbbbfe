"""Text for a comment on a code host: shown as it is, mentioning nobody and linking nothing."""

from __future__ import annotations

import re

from blueprint.render.report.markdown import markdown_text
from blueprint.safety.text import terminal_text
from blueprint.words import Phrase

_BREAK = "&#8203;"
"""A space without width: what stands on both sides of it is no longer one word."""

_ACTIVE = re.compile(
    r"(?P<sign>@|(?:\\[~&#]|[#!%^$])(?=[\w\"'\\]))"  # people, issues, requests, labels, snippets
    r"|(?P<emoji>:(?=[\w+\\-]+:))"
    r"|(?P<web>:(?=//)|\bwww\.|\bmailto:|\bxmpp:|\bGH-(?=\d))",
    re.IGNORECASE,
)
"""What GitHub and GitLab would take for a mention, a reference, a picture or an address."""


class Quiet(str):
    """Text that is ready for a comment."""

    __slots__ = ()


def quiet(text: Phrase | str, lang: str = "en") -> Quiet:
    r"""Return a text so that a comment shows it, whatever stands in it, and nobody is called.

    Args:
        text: A sentence or a label.
        lang: Language of the sentence.

    Examples:
        >>> print(quiet("Ask @anna about #12 | now"))
        Ask @&#8203;anna about #&#8203;12 \| now
    """
    if isinstance(text, Quiet):
        return text
    told = text if isinstance(text, str) else text.into(lang)
    shown = _ACTIVE.sub(r"\g<0>" + _BREAK, markdown_text(terminal_text(told)))
    return Quiet(shown.replace("$", r"\$"))


def quiet_id(id: str) -> Quiet:  # noqa: A002
    """Return an id as code that can be copied; all but letters and digits as their numbers."""
    shown = "".join(c if c.isalnum() or c in "-. " else f"&#{ord(c)};" for c in terminal_text(id))
    return Quiet(f"<code>{shown}</code>")
