"""From the bytes of a file to its text: size, encoding and characters that have no place there."""

from __future__ import annotations

import codecs
import re
from typing import Final

from blueprint.diagnostics import Problem
from blueprint.files.collect import CannotContinueError, Collector, refusal
from blueprint.files.lines import Lines
from blueprint.safety.limits import MAX_BYTES
from blueprint.words import Phrase

_WIDE: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Characters that may not stand in a file: controls, line breaks that few editors show,
lone surrogates, a byte order mark inside, and what is no character at all."""

UNTEXT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
"""Characters that no text may hold, not even written as an escape such as ``\\u0007``."""


def decoded(data: bytes | str, *, file: str) -> str:
    """Return the text of a file.

    Args:
        data: The content, as bytes in UTF-8 (with or without byte order mark) or as text.
        file: The file's name, for messages.

    Raises:
        FileError: The content is too large or not in UTF-8.
    """
    size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        text = "the file is larger than {limit} bytes, which is the most that is read"
        raise _whole_file("BP002", Phrase.of(text, limit=MAX_BYTES), file)
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    if data.startswith(_WIDE) or b"\x00" in data[:4]:
        hint = Phrase.of("save the file as UTF-8")
        raise _whole_file("BP003", Phrase.of("the file is in UTF-16 or UTF-32"), file, hint)
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        raise _not_utf8(data, problem.start, file) from None


def check_characters(collector: Collector, pattern: re.Pattern[str] = FORBIDDEN) -> None:
    """Note every forbidden character of the text.

    Raises:
        CannotContinueError: There was one.
    """
    found = False
    for match in pattern.finditer(collector.lines.text):
        found = True
        code = f"U+{ord(match[0]):04X}"
        collector.add(
            "BP004",
            Phrase.of("the character {code} may not stand in a file", code=code),
            match.start(),
            hint=Phrase.of("delete it; it is invisible in most editors"),
        )
    if found:
        raise CannotContinueError


def _whole_file(code: str, message: Phrase, file: str, hint: Phrase | None = None) -> Exception:
    return refusal([Problem(code, "error", message, file, hint=hint)])


def _not_utf8(data: bytes, at: int, file: str) -> Exception:
    """Return the error for the byte at ``at``, which is not UTF-8."""
    readable = data[:at].decode("utf-8") + data[at:].decode("utf-8", "replace")
    collector = Collector(Lines(readable.removeprefix("\ufeff")), file)
    start = len(data[:at].decode("utf-8").removeprefix("\ufeff"))
    message = Phrase.of("the byte {byte} is not UTF-8", byte=f"0x{data[at]:02X}")
    collector.add("BP003", message, start, hint=Phrase.of("save the file as UTF-8"))
    return refusal(collector.problems)
