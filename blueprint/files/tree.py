"""What a YAML or JSON file says, before anybody asks what it means: values with their places.

Mappings are `Map`, lists are `Seq`, everything else is a plain Python value. Both are
real ``dict`` and ``list`` objects, so a tree can be validated as it is. Places are kept
as offsets into the text, which costs little; lines and columns are worked out on demand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from blueprint.diagnostics import Place, Problem
    from blueprint.files.lines import Lines

Value = Any
"""A value of a tree: `Map`, `Seq`, ``str``, ``int``, ``float``, ``bool`` or ``None``."""

Span = tuple[int, int]
"""Where something stands in the text: offset of its first character and after its last."""

NO_SOURCE: Final[dict[str | int, str]] = {}
"""Shared by all that hold nothing but texts; never written to."""


class Map(dict[str, Any]):
    """A mapping as written, keys in file order.

    Attributes:
        spans: Four offsets per entry, in file order: key start and end, value start and end.
        source: The text as written of each value that is no text, by key.
    """

    __slots__ = ("source", "spans")

    def __init__(self) -> None:
        self.spans: list[int] = []
        self.source: dict[str | int, str] = NO_SOURCE

    def key_span(self, key: str) -> Span:
        """Return where ``key`` itself is written."""
        at = 4 * list(self).index(key)
        return self.spans[at], self.spans[at + 1]

    def value_span(self, key: str) -> Span:
        """Return where the value of ``key`` is written."""
        at = 4 * list(self).index(key)
        return self.spans[at + 2], self.spans[at + 3]


class Seq(list[Any]):
    """A list as written.

    Attributes:
        spans: Two offsets per item: start and end.
        source: The text as written of each item that is no text, by index.
    """

    __slots__ = ("source", "spans")

    def __init__(self) -> None:
        self.spans: list[int] = []
        self.source: dict[str | int, str] = NO_SOURCE

    def item_span(self, index: int) -> Span:
        """Return where the item at ``index`` is written."""
        return self.spans[2 * index], self.spans[2 * index + 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A whole file as a tree.

    Attributes:
        root: The outermost value.
        span: Where it is written.
        text: The text of the file, without a byte order mark.
        file: The file's name as it was given.
        lines: The lines of the text, to turn offsets into places.
        problems: What was noticed while reading; only warnings, where the file could be read.
    """

    root: Value
    span: Span
    text: str
    file: str
    lines: Lines
    problems: tuple[Problem, ...] = ()


def place_of(
    tree: Tree, path: Sequence[str | int], kind: Literal["value", "key"] = "value"
) -> Place:
    """Return the place in the file that ``path`` means.

    The path is walked from the root. A part that is a key or an index of the current
    value moves into it; a number against a mapping means its n-th entry, for mappings
    that are the short form of a list; every other part (the tag of a union, a single
    value that stands for a list, a field that is missing) leaves the place as it is.

    Args:
        tree: The file.
        path: Keys and indices, such as the ``loc`` of a pydantic error.
        kind: ``key`` for the place of the last key instead of its value.
    """
    node, span, key = tree.root, tree.span, None
    for at, part in enumerate(path):
        step = _child(node, part, path[at + 1 :])
        if step is not None:
            node, span, key = step
    if kind == "key" and key is not None:
        span = key
    return tree.lines.place(*span)


def value_at(tree: Tree, path: Sequence[str | int]) -> Value:
    """Return the value that ``path`` leads to, walked as by `place_of`."""
    node = tree.root
    for at, part in enumerate(path):
        step = _child(node, part, path[at + 1 :])
        if step is not None:
            node = step[0]
    return node


def _child(
    node: Value, part: str | int, rest: Sequence[str | int]
) -> tuple[Value, Span, Span | None] | None:
    """Return the value that ``part`` leads to with its span and its key's; None to stay."""
    if isinstance(node, Map):
        key = key_meant(node, part, rest)
        if key is not None:
            return node[key], node.value_span(key), node.key_span(key)
    elif isinstance(node, Seq) and isinstance(part, int) and 0 <= part < len(node):
        return node[part], node.item_span(part), None
    return None


def key_meant(node: Map, part: str | int, rest: Sequence[str | int]) -> str | None:
    """Return the key of a mapping that one part of a path means, if it means one."""
    if isinstance(part, str):
        return part if part in node else None
    if not 0 <= part < len(node) or (part == 0 and rest and rest[0] in node):
        return None
    key = list(node)[part]
    return key if isinstance(node[key], Map | Seq) else None
