"""Text on its way into XML, HTML or a terminal."""

from __future__ import annotations

import re

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}

_MARKUP = "&<>\"'"
_NEVER = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"

_XML_SPECIAL = re.compile(f"[{_MARKUP}]")

_NOT_XML = re.compile(f"[{_NEVER}]")

_NOT_AS_IT_IS = re.compile(f"[{_MARKUP}{_NEVER}]")

_NOT_TERMINAL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; tab and line feed are told apart below
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)

_LAST_BYTE = 0xFF

_LINE_BREAKS = re.compile("[\t\n]")


def xml_text(text: str) -> str:
    """Return ``text`` safe to stand in XML or HTML, between tags or in a quoted attribute.

    Everything with a meaning in markup is escaped, and what XML 1.0 cannot hold at
    all (control characters, lone surrogates) becomes U+FFFD.

    Examples:
        >>> xml_text("Terms & <conditions>")
        'Terms &amp; &lt;conditions&gt;'
    """
    if not _NOT_AS_IT_IS.search(text):  # nearly all texts: one look instead of two rewritings
        return text
    return _XML_SPECIAL.sub(lambda found: _ESCAPES[found[0]], clean_text(text))


def clean_text(text: str) -> str:
    """Return ``text`` with what no document can hold as text replaced by U+FFFD.

    Control characters, lone surrogates and non-characters are meant; nothing is escaped.
    """
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    r"""Return ``text`` clean and in one line, for formats in which a line break ends something.

    Examples:
        >>> one_line("Check\n  in ")
        'Check in'
    """
    return " ".join(clean_text(text).split())


def terminal_text(text: str, *, keep_lines: bool = False) -> str:
    r"""Return ``text`` with everything that could steer a terminal shown instead of sent.

    Control and escape characters become ``\xNN``; characters that are invisible or
    turn the direction of writing become ``\u{NNNN}``. Text in any script stays.

    Args:
        text: What is to be shown.
        keep_lines: Let tabs and line feeds pass, for text of several lines.

    Examples:
        >>> terminal_text("red \x1b[31m alert")
        'red \\x1b[31m alert'
        >>> terminal_text("a\u202eb")
        'a\\u{202e}b'
    """
    shown = _NOT_TERMINAL.sub(_named, text)
    return shown if keep_lines else _LINE_BREAKS.sub(_named, shown)


def _named(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code <= _LAST_BYTE else f"\\u{{{code:04x}}}"
