"""JSON into the same tree as YAML, by a tokenizer of our own that keeps every offset."""

from __future__ import annotations

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Final

from blueprint.files.collect import CannotContinueError, Collector, refusal
from blueprint.files.decode import UNTEXT, check_characters, decoded
from blueprint.files.invisible import invisible_characters, invisible_escapes
from blueprint.files.lines import Lines
from blueprint.files.tree import NO_SOURCE, Map, Seq, Tree, Value
from blueprint.safety.limits import MAX_DEPTH, MAX_INT_DIGITS, MAX_KEY, MAX_SCALAR, MAX_VALUES
from blueprint.words import Phrase

_SPACE: Final = re.compile(r"[ \t\r\n]*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?", re.ASCII)
_WORD: Final = re.compile(r"[^\s,:\[\]{}\"]+")
_WORDS: Final[dict[str, bool | None]] = {"null": None, "true": True, "false": False}
_NOT_FINITE: Final = frozenset({"NaN", "Infinity", "-Infinity"})
_LARGEST: Final = float("inf")
_SHOWN: Final = 40
"""How many characters of something wrong are shown."""


def read_json(data: bytes | str, *, file: str) -> Tree:
    """Return what a JSON file says.

    Args:
        data: The content of the file.
        file: The file's name, for messages.

    Raises:
        FileError: The file cannot be read; its ``problems`` say everything that was found.
    """
    tree = examine_json(data, file=file)
    if any(problem.severity == "error" for problem in tree.problems):
        raise refusal(tree.problems)
    return tree


def examine_json(data: bytes | str, *, file: str) -> Tree:
    """Return what a JSON file says as far as it can be read, with all its problems.

    Raises:
        FileError: The content is too large or not in UTF-8.
    """
    text = decoded(data, file=file)
    lines = Lines(text)
    collector = Collector(lines, file)
    try:
        check_characters(collector, UNTEXT)
        holder = _Reader(text, collector).read()
        if not text.isascii():
            invisible_characters(collector)
    except CannotContinueError:
        holder = Seq()
    root, span = (holder[0], holder.item_span(0)) if holder else (None, (0, 0))
    return Tree(
        root=root, span=span, text=text, file=file, lines=lines, problems=collector.problems
    )


class _Reader:
    """Reads one text from its first character to its last, without recursion."""

    def __init__(self, text: str, collector: Collector) -> None:
        self._text = text
        self._at = 0
        self._count = 0
        self._collector = collector

    def read(self) -> Seq:
        """Return a list whose one item is the root.

        Raises:
            CannotContinueError: The text is not JSON; the collector knows why.
        """
        if not self._peek():
            hint = Phrase.of(
                "begin with a line such as: {example}", example='{"blueprint": "My service"}'
            )
            raise self._collector.stop("BP018", Phrase.of("the file is empty"), 0, hint=hint)
        holder = Seq()
        node: Map | Seq = holder
        stack: list[Map | Seq] = []
        key = ""
        while True:
            mark = self._peek()
            if mark and mark in "{[":
                stack.append(node)
                node = self._open(node, key, mark, len(stack))
                if self._peek() != _closing(node):
                    key = self._key(node)
                    continue
            else:
                self._put(node, key, *self._scalar(mark))
            while node is not holder and self._closed(node):
                node = stack.pop()
                node.spans[-1] = self._at
            if node is holder:
                self._nothing_behind()
                return holder
            key = self._key(node)

    def _peek(self) -> str:
        """Skip white space and return the next character, or nothing at the end."""
        space = _SPACE.match(self._text, self._at)
        if space is not None:
            self._at = space.end()
        return self._text[self._at : self._at + 1]

    def _open(self, node: Map | Seq, key: str, mark: str, depth: int) -> Map | Seq:
        """Begin a mapping or a list as the next value of ``node``."""
        if depth > MAX_DEPTH:
            message = Phrase.of("this is nested more than {limit} levels deep", limit=MAX_DEPTH)
            raise self._collector.stop("BP012", message, self._at)
        child: Map | Seq = Map() if mark == "{" else Seq()
        self._put(node, key, child, self._at)
        self._at += 1
        return child

    def _put(self, node: Map | Seq, key: str, value: Value, start: int) -> None:
        """Add a value to ``node``; it ends where reading stands now."""
        self._count_one(start)
        written = self._text[start : self._at]
        if written and not isinstance(value, str | Map | Seq):
            if node.source is NO_SOURCE:
                node.source = {}
            node.source[key if isinstance(node, Map) else len(node)] = written
        node.spans += (start, self._at)
        if isinstance(node, Map):
            node[key] = value
        else:
            node.append(value)

    def _count_one(self, start: int) -> None:
        """Count a key or a value."""
        self._count += 1
        if self._count > MAX_VALUES:
            message = Phrase.of("the file holds more than {limit} values", limit=MAX_VALUES)
            raise self._collector.stop("BP017", message, start)

    def _closed(self, node: Map | Seq) -> bool:
        """Read what follows a value: the end of ``node``, or a comma and more of it."""
        mark = self._peek()
        close = _closing(node)
        if mark == close:
            self._at += 1
            return True
        if mark != ",":
            hint = Phrase.of('write "," between values, or {close} behind the last', close=close)
            raise self._wrong(hint)
        comma = self._at
        self._at += 1
        if self._peek() == close:
            self._at = comma
            raise self._wrong(Phrase.of("delete the comma behind the last value"))
        return False

    def _key(self, node: Map | Seq) -> str:
        """Read the key of the next value and its colon; a list has none."""
        if not isinstance(node, Map):
            return ""
        if self._peek() != '"':
            raise self._wrong(Phrase.of('write the key in double quotes: "name"'))
        start = self._at
        key = self._string(MAX_KEY)
        end = self._at
        self._count_one(start)
        if self._peek() != ":":
            raise self._wrong(Phrase.of('write ":" behind the key'))
        self._at += 1
        if key in node:
            return self._doubled(node, key, start, end)
        node.spans += (start, end)
        return key

    def _doubled(self, node: Map, key: str, start: int, end: int) -> str:
        """Refuse a key that is there already; its second value takes the first one's place."""
        line = self._collector.lines.place(*node.key_span(key)).line + 1
        message = Phrase.of('"{key}" is written twice; first in line {line}', key=key, line=line)
        hint = Phrase.of("keep one of the two, or give one another name")
        self._collector.add("BP011", message, start, end, hint=hint)
        before = 4 * list(node).index(key)
        del node[key], node.spans[before : before + 4]
        node.source = {known: text for known, text in node.source.items() if known != key}
        node.spans += (start, end)
        return key

    def _scalar(self, mark: str) -> tuple[Value, int]:
        """Read a text, a number or a word; return it and where it begins."""
        start = self._at
        if mark == '"':
            return self._string(MAX_SCALAR), start
        number = _NUMBER.match(self._text, start)
        word = _WORD.match(self._text, start)
        if number is not None and word is not None and number.end() == word.end():
            self._at = number.end()
            return self._number(number), start
        if word is not None and word[0] in _WORDS:
            self._at = word.end()
            return _WORDS[word[0]], start
        if word is not None and word[0] in _NOT_FINITE:
            self._at = word.end()
            self._no_number(start, Phrase.of("leave the value out, or write null"))
            return None, start
        raise self._wrong(Phrase.of("write texts in double quotes; words are true, false and null"))

    def _number(self, found: re.Match[str]) -> int | float | None:
        """Return a number, if it is one that every program reads the same."""
        written = found[0]
        if found[1] is None and found[2] is None:
            if len(written.lstrip("-")) <= MAX_INT_DIGITS:
                return int(written)
            self._no_number(found.start(), Phrase.of("write it as a text, in double quotes"))
            return None
        number = float(written)
        if abs(number) == _LARGEST:
            self._no_number(found.start(), Phrase.of("write it as a text, in double quotes"))
            return None
        return number

    def _no_number(self, start: int, hint: Phrase) -> None:
        """Refuse a number that is too large or none at all."""
        written = self._text[start : self._at]
        message = Phrase.of("{number} cannot be kept exactly", number=written[:_SHOWN])
        self._collector.add("BP021", message, start, self._at, hint=hint)

    def _string(self, limit: int) -> str:
        """Read the text that begins here, quotes and escapes taken away."""
        start = self._at
        try:
            value: str
            value, self._at = scanstring(self._text, start + 1)
        except JSONDecodeError as problem:
            raise self._broken_string(start, problem) from None
        if len(value) > limit:
            text = "this text has {length} characters; at most {limit} are read"
            message = Phrase.of(text, length=len(value), limit=limit)
            raise self._collector.stop("BP017", message, start, self._at)
        if len(value) != self._at - start - 2:
            bad = UNTEXT.search(value)
            if bad is not None:
                said = "the character {code} may not stand in a text, not even as an escape"
                message = Phrase.of(said, code=f"U+{ord(bad[0]):04X}")
                hint = Phrase.of("leave it out")
                self._collector.add("BP004", message, start, self._at, hint=hint)
            invisible_escapes(value, start, self._at, self._collector)
        return value

    def _broken_string(self, start: int, problem: JSONDecodeError) -> CannotContinueError:
        """Return the error for a text that does not end or holds a wrong escape."""
        if "control character" in problem.msg:
            hint = Phrase.of("write \\n for a line break and \\t for a tab")
            at = problem.pos
        elif "Unterminated" in problem.msg:
            hint = Phrase.of("close the text with a double quote")
            at = start
        else:
            hint = Phrase.of("write \\\\ for a backslash")
            at = problem.pos
        self._at = at
        return self._wrong(hint)

    def _nothing_behind(self) -> None:
        """Refuse anything behind the root."""
        if self._peek():
            raise self._wrong(Phrase.of("delete what stands behind the last bracket"))

    def _wrong(self, hint: Phrase) -> CannotContinueError:
        """Return the error for what cannot stand here."""
        word = _WORD.match(self._text, self._at)
        end = word.end() if word is not None else self._at + 1
        written = self._text[self._at : end][:_SHOWN]
        if not written:
            message = Phrase.of("this is not JSON: the file ends too early")
        else:
            shown = written if written.isprintable() else f"U+{ord(written[0]):04X}"
            message = Phrase.of("this is not JSON: {written} cannot stand here", written=shown)
        return self._collector.stop("BP020", message, self._at, end, hint=hint)


def _closing(node: Map | Seq) -> str:
    """Return the bracket that ends ``node``."""
    return "}" if isinstance(node, Map) else "]"
