"""A quick reader for the plain YAML that blueprints are mostly written in.

It knows block mappings and lists, texts on one line and simple brackets. A value that
is written in any other way (block texts, escapes, several lines) is handed to the full
reader alone; a file whose structure is anything else is not read here at all, nor is
one with a mistake. So it never decides what is wrong, and gives what the full reader
would give, only sooner.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from blueprint.files.scalars import MAY_BE_TYPED
from blueprint.files.tree import Map, Seq, Value
from blueprint.files.yaml_brackets import (
    DOUBLE,
    ENTRIES,
    FIRST,
    ITEMS,
    SINGLE,
    brackets,
    simple_list,
    simple_map,
)
from blueprint.files.yaml_guard import Guard
from blueprint.safety.limits import MAX_DEPTH, MAX_KEY, MAX_SCALAR, MAX_VALUES

MOST_ALONE: Final = 5_000
"""So many values are read alone; a file with more is sooner read by the full reader."""

Full = Callable[[str], tuple[Seq, Guard] | None]
"""Reads a text with the full reader; ``None`` where anything is wrong with it."""

_PLAIN: Final = FIRST + r"[^\n:#]*+(?:(?::(?=\S)|(?<=\S)#)[^\n:#]*+)*+"
_END: Final = r" *+(?:(?<= )#[^\n]*+)?\n"

_LINE: Final = re.compile(
    r"(?: *+(?:#[^\n]*+)?\n)*+( *+)((?:-(?: ++|(?=\n)))*+)"
    rf"(?:(?:(\w[^\n:#]*+)(?<! )|{DOUBLE}):(?: ++|(?=\n)))?"
    rf"(?:({_PLAIN}){_END}|{DOUBLE}{_END}|{SINGLE}{_END}"
    rf"|\{{({ENTRIES})\}}{_END}|\[({ITEMS})\]{_END}|([\[{{])|((?:#[^\n]*)?\n)|(.))"
)
_TEXT, _IN_DOUBLE, _IN_SINGLE, _ENTRIES, _ITEMS, _BRACKET, _NOTHING, _OTHER = range(5, 13)
"""Which group of a line holds its value."""

_LINE_END: Final = re.compile(_END)
_REST: Final = re.compile(r"(?: *(?:#[^\n]*)?\n)*+\Z")
_UNFIT: Final = ("\t", "\r", "\n%", "\n?", "\n---", "\n...")
"""What a text is not read quickly with: tabs, directives, keys with ``?``, documents."""

_ALONE: Final = re.compile(r"(?![&*!%@`#]|[-?:]\s|---|\.\.\.|[|>][+-]?[1-9])")


class _OtherwiseError(Exception):
    """The text is not written in the plain way this reader knows."""


def read_quickly(text: str, guard: Guard, full: Full) -> Seq | None:
    """Return a list whose one item is the root, or ``None`` where the full reader must read.

    Args:
        text: The text of the file, without forbidden characters.
        guard: Notes what the full reader would note.
        full: Reads a single value that is written in another way.
    """
    if not text.endswith("\n") or text.startswith(("%", "?", "---", "...")):
        return None
    if _most_values(text) > MAX_VALUES or any(mark in text for mark in _UNFIT):
        return None
    try:
        return _Quick(text, guard, full).read()
    except _OtherwiseError:
        return None


def _most_values(text: str) -> int:
    """Return a number of keys and values that ``text`` cannot exceed."""
    return 1 + 2 * text.count(":") + sum(text.count(mark) for mark in ",-[{")


class _Quick:
    """Reads one text line by line; the innermost open mapping or list is the current one."""

    def __init__(self, text: str, guard: Guard, full: Full) -> None:
        self._text = text
        self._guard = guard
        self._full = full
        self._node: Any = Seq()
        self._is_map = False
        self._column = -1
        self._key = ""
        self._waits = True  # a key or a dash has no value yet
        self._behind = 0  # where an empty value would stand
        self._plain = -1  # where the last value began, if more lines may belong to it
        self._open: list[tuple[Any, bool, int]] = []
        self._alone_left = MOST_ALONE

    def read(self) -> Seq:
        """Return a list whose one item is the root."""
        holder: Seq = self._node
        found = _LINE.match(self._text)
        end = 0
        while found is not None:
            end = self._line(found)
            found = _LINE.match(self._text, end)
        if not holder or not _REST.match(self._text, end):
            raise _OtherwiseError
        while self._open:
            self._close(end)
        return holder

    def _line(self, found: re.Match[str]) -> int:
        """Take in one line and return where the next begins."""
        indent, dashes, key, name = found.group(1, 2, 3, 4)
        column = len(indent)
        start = found.start(1) + column
        if column > self._column and not self._waits:
            return self._more()
        if dashes:
            for width in _widths(dashes):
                self._enter(Seq, column, start)
                self._waits, self._behind, self._plain = True, start + 1, -1
                column += width
                start += width
        if key is None:
            key = name
        if key is not None:
            if column != self._column or self._waits or not self._is_map:
                self._enter(Map, column, start)
            if key in self._node or len(key) > MAX_KEY or key == "<<":
                raise _OtherwiseError
            end = start + len(key) + (2 if key is name else 0)
            self._node.spans += (start, end)
            self._key, self._waits, self._behind, self._plain = key, True, end + 1, -1
        elif not dashes and (column <= self._column or not self._waits):
            raise _OtherwiseError
        return self._value(found, found.lastindex or _OTHER)

    def _value(self, found: re.Match[str], kind: int) -> int:
        """Take in the value of a line and return where the next line begins."""
        if kind == _NOTHING:
            return found.end()
        start = found.start(kind)
        if kind == _TEXT:
            self._put_plain(found[kind].rstrip(" "), start)
            self._plain = start
        elif kind in (_ENTRIES, _ITEMS):
            return self._simple(found, kind)
        elif kind == _BRACKET:
            return self._brackets(start)
        elif kind == _OTHER:
            return self._alone(start)
        else:
            self._put(found[kind], start - 1, found.end(kind) + 1)
        return found.end()

    def _simple(self, found: re.Match[str], kind: int) -> int:
        """Take in simple brackets, and return where the next line begins."""
        start, end = found.span(kind)
        read = simple_map if kind == _ENTRIES else simple_list
        value = read(found[kind], start, self._guard)
        if value is None or len(self._open) + 1 >= MAX_DEPTH:
            return self._brackets(start - 1)
        self._put(value, start - 1, end + 1)
        return found.end()

    def _put_plain(self, written: str, start: int) -> None:
        """Add a text without quotes, which may be a number or another word."""
        value: Value = written
        if written[0] in MAY_BE_TYPED:
            at = self._key if self._is_map else len(self._node)
            value = self._guard.typed(written, self._node, at)
        self._put(value, start, start + len(written))

    def _put(self, value: Value, start: int, end: int) -> None:
        """Give the key or dash that waits its value."""
        if not self._waits or end - start > MAX_SCALAR:
            raise _OtherwiseError
        self._waits = False
        self._node.spans += (start, end)
        if self._is_map:
            self._node[self._key] = value
        else:
            self._node.append(value)

    def _enter(self, kind: type[Map | Seq], column: int, start: int) -> None:
        """Make the mapping or list whose entries begin in ``column`` the current one."""
        is_map = kind is Map
        same = column == self._column and self._is_map and not is_map
        if column > self._column or (same and self._waits):
            if not self._waits or len(self._open) >= MAX_DEPTH:
                raise _OtherwiseError
            child = kind()
            self._put(child, start, start)
            self._open.append((self._node, self._is_map, self._column))
            self._node, self._is_map, self._column = child, is_map, column
            return
        while column < self._column or (is_map and not self._is_map and self._open):
            self._close(start)
        if self._waits:
            self._put_nothing()
        if column != self._column or is_map is not self._is_map:
            raise _OtherwiseError

    def _close(self, end: int) -> None:
        """End the current mapping or list."""
        if self._waits:
            self._put_nothing()
        self._node, self._is_map, self._column = self._open.pop()
        self._node.spans[-1] = end

    def _put_nothing(self) -> None:
        """Give the key or dash that waits an empty value."""
        at = self._key if self._is_map else len(self._node)
        self._guard.typed("", self._node, at)
        self._put(None, self._behind, self._behind)

    def _more(self) -> int:
        """Read the last text again, with the lines that belong to it."""
        if self._plain < 0:
            raise _OtherwiseError
        node, start = self._node, self._plain
        if self._is_map:
            del node[self._key]
            node.source.pop(self._key, None)
        else:
            node.pop()
            node.source.pop(len(node), None)
        del node.spans[-2:]
        self._waits, self._plain = True, -1
        return self._alone(start)

    def _brackets(self, start: int) -> int:
        """Read a value in brackets, quickly where it is on one line and simple."""
        read = brackets(self._text, start, self._guard, len(self._open))
        rest = _LINE_END.match(self._text, read[1]) if read is not None else None
        if read is None or rest is None:
            return self._alone(start)
        self._put(read[0], start, read[1])
        return rest.end()

    def _alone(self, start: int) -> int:
        """Let the full reader read the value at ``start``, alone; return where it ends.

        To the value belong all lines that stand deeper than the entry it is the value of.
        """
        text = self._text
        self._alone_left -= 1
        behind = text.index("\n", start) + 1
        deeper = _deeper(self._column + 1).match(text, behind)
        end = deeper.end() if deeper is not None else behind
        alone = text[start:end]
        depth = len(self._open) + alone.count("[") + alone.count("{")
        if _ALONE.match(alone) is None or depth >= MAX_DEPTH or self._alone_left < 0:
            raise _OtherwiseError
        read = self._full(alone)
        if read is None:
            raise _OtherwiseError
        holder, guard = read
        value = holder[0]
        if isinstance(value, Map | Seq) and alone[0] not in "[{":
            raise _OtherwiseError
        _move(value, start)
        if holder.source:
            spot = self._key if self._is_map else len(self._node)
            self._guard.typed(holder.source[0], self._node, spot)
        self._guard.empty += guard.empty
        self._guard.folded += [(first + start, last + start) for first, last in guard.folded]
        self._put(value, holder.spans[0] + start, holder.spans[1] + start)
        return end


def _widths(dashes: str) -> list[int]:
    """Return how wide each dash is with the spaces behind it."""
    return [1 + len(spaces) for spaces in dashes.split("-")[1:]]


@lru_cache(maxsize=256)
def _deeper(column: int) -> re.Pattern[str]:
    """Return the pattern of all following lines that are blank or begin at ``column`` or later."""
    return re.compile(rf"(?: *\n| {{{column},}}[^\n]*\n)*+")


def _move(value: Value, by: int) -> None:
    """Add ``by`` to every offset within ``value``."""
    stack = [value]
    while stack:
        node = stack.pop()
        if isinstance(node, Map | Seq):
            node.spans[:] = [offset + by for offset in node.spans]
            stack += node.values() if isinstance(node, Map) else node
