"""What YAML read without a complaint, but hardly as its author meant it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from blueprint.files.hints import WIDE_MARKS, odd_space, quoted, value_end
from blueprint.files.invisible import invisible_characters
from blueprint.files.tree import Map, Seq
from blueprint.words import Phrase

if TYPE_CHECKING:
    from blueprint.files.collect import Collector
    from blueprint.files.tree import Value
    from blueprint.files.yaml_guard import Guard

_HASH: Final = re.compile(r"(?<=[^\s#]) (?=#\w)")
_ODD_INDENT: Final = re.compile(
    r"^[ \t]*([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]+)", re.MULTILINE
)
_QUESTION: Final = re.compile(r"[\[{,]\s*(\?)(?=[^\s,\]}])")
_WIDE_KEY: Final = re.compile(r"[A-Za-z_][\w-]*：")
_LIST_ITEM: Final = re.compile(r"[\r\n][ \t]*(- )")
_NOT_PLAIN: Final = frozenset("\"'|>{[&!*")


class _Entry(NamedTuple):
    """A value of the tree in its mapping or list."""

    parent: Map | Seq
    value: Value
    start: int
    end: int


def remark(holder: Seq, guard: Guard, collector: Collector) -> None:
    """Warn of everything in a tree that YAML reads otherwise than people do.

    Args:
        holder: The list whose one item is the root.
        guard: What was noted while the tree was built.
        collector: Takes the warnings.
    """
    text = collector.lines.text
    _keys_without_value(guard, collector)
    _unused_anchors(guard, collector)
    _items_within_text(guard, collector)
    if " #" in text:
        _texts_cut_short(holder, collector)
    if "?" in text:
        _question_marks(holder, collector)
    if not text.isascii():
        invisible_characters(collector)
        _odd_spaces(holder, collector)
        _wide_punctuation(holder, collector)


def _keys_without_value(guard: Guard, collector: Collector) -> None:
    """``{name: Sleep, shower}``: what stands behind the comma becomes a key."""
    text = collector.lines.text
    for node, key in guard.empty:
        if key not in node:
            continue
        start, end = node.key_span(key)
        if text[end:].lstrip()[:1] not in {",", "}"}:
            continue
        before = list(node).index(key)
        first = node.spans[4 * before - 2] if before else start
        collector.add(
            "BP043",
            Phrase.of('"{key}" has no value; the comma ends the text before it', key=key),
            start,
            end,
            hint=Phrase.of(
                "put a text with a comma in quotes: {example}", example=quoted(text[first:end])
            ),
            severity="warning",
        )


def _unused_anchors(guard: Guard, collector: Collector) -> None:
    """``&Co``: taken for the name of a value, and gone from the text."""
    for name, (start, end) in guard.unused.items():
        lines = collector.lines
        written = lines.text[start : value_end(lines, start)]
        collector.add(
            "BP044",
            Phrase.of("&{name} is taken for an anchor and is no part of the text", name=name),
            start,
            end,
            hint=Phrase.of("put the text in quotes: {example}", example=quoted(written)),
            severity="warning",
        )


def _items_within_text(guard: Guard, collector: Collector) -> None:
    """``- `` in front of a line that belongs to the text above it."""
    text = collector.lines.text
    for start, end in guard.folded:
        for found in _LIST_ITEM.finditer(text, start, end):
            collector.add(
                "BP045",
                Phrase.of("this line is read as part of the text above it"),
                found.start(1),
                hint=Phrase.of('begin it in the column of the "-" it belongs with'),
                severity="warning",
            )


def _texts_cut_short(holder: Seq, collector: Collector) -> None:
    """``Room #12``: a comment takes the end of the text."""
    lines = collector.lines
    ends = {found.start() for found in _HASH.finditer(lines.text)}
    if not ends:
        return
    for entry in _plain_texts(holder, lines.text):
        if entry.end not in ends:
            continue
        line = lines.place(entry.end, entry.end).line
        stop = lines.starts[line] + len(lines.excerpt(line).rstrip())
        whole = lines.text[entry.start : stop]
        collector.add(
            "BP042",
            Phrase.of(
                'the text ends here: "{rest}" is a comment', rest=lines.text[entry.end + 1 : stop]
            ),
            entry.end + 1,
            stop,
            hint=Phrase.of(
                "put the text in quotes: {example}; a comment has a space behind its #",
                example=quoted(" ".join(whole.split())),
            ),
            severity="warning",
        )


def _question_marks(holder: Seq, collector: Collector) -> None:
    """``[?x]``: the parser takes the mark for one of its own and makes a key of the rest."""
    lines = collector.lines
    behind = {found.end(1) for found in _QUESTION.finditer(lines.text)}
    if not behind:
        return
    for node in _containers(holder):
        for start in node.spans[::4] if isinstance(node, Map) else ():
            if start in behind:
                end = value_end(lines, start)
                written = lines.text[start - 1 : end]
                collector.add(
                    "BP031",
                    Phrase.of("a text cannot begin with {mark} here", mark="?"),
                    start - 1,
                    end,
                    hint=Phrase.of("put it in quotes: {example}", example=quoted(written)),
                )


def _odd_spaces(holder: Seq, collector: Collector) -> None:
    """A key that begins with a space which YAML takes for a letter."""
    text = collector.lines.text
    starts = {found.start(1): found.end(1) for found in _ODD_INDENT.finditer(text)}
    if not starts:
        return
    for node in _containers(holder):
        for start in node.spans[::4] if isinstance(node, Map) else ():
            if start in starts:
                advice = odd_space(start, starts[start], text)
                collector.add(advice.code, advice.message, start, advice.end, hint=advice.hint)


def _wide_punctuation(holder: Seq, collector: Collector) -> None:
    """``customer：Arrive`` and ``[桌子，文件]`` as one text each."""
    text = collector.lines.text
    if not any(mark in text for mark in WIDE_MARKS):
        return
    for entry in _plain_texts(holder, text):
        key = _WIDE_KEY.match(entry.value)
        if key is not None:
            at, mark = entry.start + key.end() - 1, "："
        elif len(entry.parent) == 1 and _bracketed(entry, text):
            at = next((at for at in range(entry.start, entry.end) if text[at] in "，、"), -1)
            mark = text[at]
        else:
            continue
        if at >= 0:
            collector.add(
                "BP046",
                Phrase.of(
                    "{mark} is part of the text here, as all full-width punctuation", mark=mark
                ),
                at,
                hint=Phrase.of(
                    'write "{mark}" and a space, or put the text in quotes', mark=WIDE_MARKS[mark]
                ),
                severity="warning",
            )


def _bracketed(entry: _Entry, text: str) -> bool:
    """Whether the entry stands in a list that is written in brackets."""
    return isinstance(entry.parent, Seq) and text[: entry.start].rstrip().endswith("[")


def _plain_texts(holder: Seq, text: str) -> Iterator[_Entry]:
    """Yield all texts that are written without quotes."""
    for node in _containers(holder):
        spans = node.spans
        first, width = (2, 4) if isinstance(node, Map) else (0, 2)
        values = node.values() if isinstance(node, Map) else node
        for at, value in enumerate(values):
            start = spans[first + width * at]
            if isinstance(value, str) and text[start : start + 1] not in _NOT_PLAIN:
                yield _Entry(node, value, start, spans[first + width * at + 1])


def _containers(holder: Seq) -> Iterator[Map | Seq]:
    """Yield every mapping and list of the tree once, in file order."""
    stack: list[Map | Seq] = [holder]
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        values = list(node.values()) if isinstance(node, Map) else list(node)
        stack.extend(value for value in reversed(values) if isinstance(value, Map | Seq))
