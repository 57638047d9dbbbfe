"""Mappings and lists in brackets on one line, read quickly where they are simple."""

from __future__ import annotations

import re
from typing import Any, Final

from blueprint.files.scalars import MAY_BE_TYPED
from blueprint.files.tree import Map, Seq, Span, Value
from blueprint.files.yaml_guard import Guard
from blueprint.safety.limits import MAX_DEPTH, MAX_KEY

FIRST: Final = r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?=[\w.]))"
"""With what a text without quotes begins, as far as the quick reader goes."""

DOUBLE: Final = r'"([^"\\\n]*)"'
SINGLE: Final = r"'([^'\n]*)'"

_OTHERS: Final = r"[^\n:#,\[\]{}?]*+"
_PLAIN: Final = rf"{FIRST}{_OTHERS}(?:(?::(?=\w)|(?<=\S)#){_OTHERS})*+(?<! )"
_KEY: Final = rf"\w{_OTHERS}(?<! )"

ITEMS: Final = rf"{_PLAIN}(?:, {_PLAIN})*+"
_PAIR: Final = rf"{_KEY}: (?:{_PLAIN}|\[{ITEMS}\])"
ENTRIES: Final = rf"{_PAIR}(?:, {_PAIR})*+"
"""What most brackets hold: ``text, text`` or ``key: text, key: [text, text]``."""

_PARTS: Final = re.compile(rf"({_KEY}): (?:({_PLAIN})|\[({ITEMS})\])")

_VALUE: Final = rf"(?:({_PLAIN})|{DOUBLE}|{SINGLE}|([\[{{]))"
_ENTRY: Final = re.compile(rf" *(?:({_KEY})|{DOUBLE}): +{_VALUE}")
_ITEM: Final = re.compile(rf"() *(){_VALUE}")
_PLAIN_GROUP, _BRACKET_GROUP = 3, 6
_BETWEEN: Final = re.compile(r" *([,\]}])")


def simple_map(inside: str, at: int, guard: Guard) -> Map | None:
    """Return `ENTRIES` that begin at ``at`` as a mapping, unless a key is doubled or too long."""
    if "[" in inside:
        return _map_with_lists(inside, at, guard)
    node = Map()
    spans = node.spans
    for entry in inside.split(", "):
        key, _, value = entry.partition(": ")
        middle = at + len(key)
        end = at + len(entry)
        if key in node or middle - at > MAX_KEY:
            return None
        spans += (at, middle, middle + 2, end)
        node[key] = guard.typed(value, node, key) if value[0] in MAY_BE_TYPED else value
        at = end + 2
    return node


def _map_with_lists(inside: str, at: int, guard: Guard) -> Map | None:
    """Return ``key: text, key: [text, text]`` as a mapping, unless a key is odd."""
    node = Map()
    for found in _PARTS.finditer(inside):
        key, value, items = found.groups()
        if key in node or len(key) > MAX_KEY:
            return None
        start, end = found.span()
        middle = start + len(key)
        node.spans += (at + start, at + middle, at + middle + 2, at + end)
        if value is None:
            node[key] = simple_list(items, at + middle + 3, guard)
        else:
            node[key] = guard.typed(value, node, key) if value[0] in MAY_BE_TYPED else value
    return node


def simple_list(inside: str, at: int, guard: Guard) -> Seq:
    """Return `ITEMS` that begin at ``at`` as a list."""
    node = Seq()
    spans = node.spans
    for item in inside.split(", "):
        end = at + len(item)
        spans += (at, end)
        node.append(guard.typed(item, node, len(node)) if item[0] in MAY_BE_TYPED else item)
        at = end + 2
    return node


def brackets(text: str, start: int, guard: Guard, depth: int = 0) -> tuple[Map | Seq, int] | None:
    """Return the mapping or list that begins at ``start``, and where it ends.

    Args:
        text: The whole text.
        start: Where its bracket stands.
        guard: Notes what the full reader would note.
        depth: In how many others it stands.

    Returns:
        ``None`` where it is written in a way that only the full reader knows.
    """
    return None if depth >= MAX_DEPTH else _any(text, start, guard, depth)


def _any(text: str, start: int, guard: Guard, depth: int) -> tuple[Map | Seq, int] | None:
    """Return a mapping or list that may hold spaces, quotes and further brackets."""
    node: Any = Map() if text[start] == "{" else Seq()
    close, pattern = ("}", _ENTRY) if isinstance(node, Map) else ("]", _ITEM)
    at = start + 1
    if text[at] == close:
        return node, at + 1
    while True:
        found = pattern.match(text, at)
        if found is None:
            return None
        spot: str | int = len(node)
        if isinstance(node, Map):
            group = 1 if found[1] is not None else 2
            spot = found[group]
            if spot in node or spot == "<<" or len(spot) > MAX_KEY:
                return None
            node.spans += found.span(1) if group == 1 else _with_quotes(found.span(2))
        value = _value(found, node, spot, guard, depth)
        if value is None:
            return None
        node.spans += value[1]
        if isinstance(spot, str):
            node[spot] = value[0]
        else:
            node.append(value[0])
        between = _BETWEEN.match(text, value[1][1])
        if between is None or between[1] not in (",", close):
            return None
        at = between.end()
        if between[1] == close:
            return node, at


def _value(
    found: re.Match[str], node: Map | Seq, spot: str | int, guard: Guard, depth: int
) -> tuple[Value, Span] | None:
    """Return the value that was found within brackets, and where it stands."""
    group = found.lastindex or _BRACKET_GROUP
    begin, end = found.span(group)
    if group == _BRACKET_GROUP:
        inner = brackets(found.string, begin, guard, depth + 1)
        return None if inner is None else (inner[0], (begin, inner[1]))
    if group != _PLAIN_GROUP:
        return found[group], _with_quotes((begin, end))
    written = found[group]
    if written[0] in MAY_BE_TYPED:
        return guard.typed(written, node, spot), (begin, end)
    return written, (begin, end)


def _with_quotes(span: Span) -> Span:
    """Return the span with the quotes around it."""
    return span[0] - 1, span[1] + 1
