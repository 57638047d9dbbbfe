"""The rare cases of reading YAML: tags, anchors, aliases, odd keys, and everything refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from blueprint.files.decode import UNTEXT
from blueprint.files.hints import quoted, value_end
from blueprint.files.invisible import invisible_escapes
from blueprint.files.scalars import plain_value
from blueprint.files.tree import NO_SOURCE, Map
from blueprint.safety.limits import MAX_ALIAS_WEIGHT, MAX_DEPTH, MAX_KEY, MAX_SCALAR, MAX_VALUES
from blueprint.words import Phrase

if TYPE_CHECKING:
    from blueprint.files.collect import CannotContinueError, Collector
    from blueprint.files.scalars import Scalar
    from blueprint.files.tree import Seq, Span, Value

Event = Any
"""An event of PyYAML's parser, which is not typed."""

TEXT_TAGS: Final = frozenset({None, "tag:yaml.org,2002:str"})
MAP_TAGS: Final = frozenset({None, "tag:yaml.org,2002:map"})
SEQ_TAGS: Final = frozenset({None, "tag:yaml.org,2002:seq"})

_WEIGHT_OF_LENGTH: Final = 32
"""So many characters of an anchored text weigh as much as one value."""


class Anchored(NamedTuple):
    """A value with a name: what an alias to it stands for, and how many values that is."""

    value: Value
    weight: int


class Guard:
    """Notes what is not allowed and keeps the books on anchors.

    Attributes:
        expanded: How many values the aliases so far stand for.
        unused: Anchors that no alias has pointed at yet, with where they stand.
        empty: Mappings and their keys that have no value.
        folded: Where plain texts stand that go over several lines.
    """

    def __init__(self, collector: Collector) -> None:
        self.expanded = 0
        self.unused: dict[str, Span] = {}
        self.empty: list[tuple[Map, str]] = []
        self.folded: list[Span] = []
        self._collector = collector
        self._anchors: dict[str, Anchored] = {}
        self._sought: set[str] = set()
        self._doubled: list[tuple[Map, str]] = []

    def odd_key(self, event: Event, node: Map) -> str:
        """Return the key to use for one that is doubled, too long or a merge."""
        key: str = event.value
        start, end = event.start_mark.index, event.end_mark.index
        if len(key) > MAX_KEY:
            text = "this key has {length} characters; at most {limit} are read"
            message = Phrase.of(text, length=len(key), limit=MAX_KEY)
            raise self._collector.stop("BP017", message, start, end)
        if key == "<<" and event.implicit[0]:
            message = Phrase.of("merging with << is not possible here")
            hint = Phrase.of("write the entries out where they belong")
            self._collector.add("BP014", message, start, end, hint=hint)
        if key not in node:
            return key
        line = self._collector.lines.place(*node.key_span(key)).line + 1
        message = Phrase.of('"{key}" is written twice; first in line {line}', key=key, line=line)
        hint = Phrase.of("keep one of the two, or give one another name")
        self._collector.add("BP011", message, start, end, hint=hint)
        stand_in = f"{key}\x00{len(self._doubled)}"
        self._doubled.append((node, stand_in))
        return stand_in

    def drop_doubled(self) -> None:
        """Take the later ones of doubled keys out of the tree again."""
        for node, key in self._doubled:
            at = 4 * list(node).index(key)
            del node[key], node.spans[at : at + 4]
            node.source = {known: text for known, text in node.source.items() if known != key}

    def typed(self, written: str, node: Map | Seq, at: str | int) -> Scalar:
        """Return what a plain word stands for; ``node`` keeps how it was written."""
        value = plain_value(written)
        if value is not written:
            if node.source is NO_SOURCE:
                node.source = {}
            node.source[at] = written
            if not written and isinstance(node, Map):
                self.empty.append((node, str(at)))
        return value

    def unusual_scalar(self, event: Event, node: Map | Seq, at: str | int) -> Scalar:
        """Return a value that is long, quoted, tagged, anchored or on several lines."""
        written: str = event.value
        self._check_text(event)
        value: Scalar = written
        if event.implicit[0] and event.tag is None:
            value = self.typed(written, node, at)
            if event.anchor is None:
                self.folded.append((event.start_mark.index, event.end_mark.index))
        if event.anchor is not None:
            self.anchor(event, value, 1 + len(written) // _WEIGHT_OF_LENGTH)
        return value

    def unusual_key(self, event: Event) -> None:
        """Check a key that is quoted, tagged or anchored."""
        self._check_text(event)
        if event.anchor is not None:
            self.anchor(event, event.value, 1)

    def _check_text(self, event: Event) -> None:
        """Refuse a text that is too long, holds what no text may hold, or has a tag."""
        text: str = event.value
        start, end = event.start_mark.index, event.end_mark.index
        if len(text) > MAX_SCALAR:
            said = "this text has {length} characters; at most {limit} are read"
            message = Phrase.of(said, length=len(text), limit=MAX_SCALAR)
            raise self._collector.stop("BP017", message, start, end)
        if event.style == '"':
            self._check_escapes(text, start, end)
        self.tag(event, TEXT_TAGS)

    def _check_escapes(self, text: str, start: int, end: int) -> None:
        """Refuse what no text may hold, and warn of what cannot be seen, where escapes write it."""
        bad = UNTEXT.search(text)
        if bad is not None:
            said = "the character {code} may not stand in a text, not even as an escape"
            message = Phrase.of(said, code=f"U+{ord(bad[0]):04X}")
            self._collector.add("BP004", message, start, end, hint=Phrase.of("leave it out"))
        invisible_escapes(text, start, end, self._collector)

    def tag(self, event: Event, allowed: frozenset[str | None]) -> None:
        """Refuse every tag but those that say what the value is anyway."""
        if event.tag not in allowed:
            start = event.start_mark.index
            message = Phrase.of('the tag "{tag}" is not allowed', tag=event.tag)
            hint = Phrase.of("write the value without a tag, in quotes if it begins with !")
            self._collector.add("BP015", message, start, event.end_mark.index, hint=hint)

    def anchor(self, event: Event, value: Value, weight: int) -> None:
        """Remember a value under its anchor."""
        start = event.start_mark.index
        self._anchors[event.anchor] = Anchored(value, weight)
        if event.anchor not in self._sought:
            self.unused[event.anchor] = start, start + 1 + len(event.anchor)

    def alias(self, event: Event) -> Value:
        """Return the value an alias stands for, as long as that is within the budget."""
        start, end = event.start_mark.index, event.end_mark.index
        known = self._anchors.get(event.anchor)
        self._sought.add(event.anchor)
        if known is None:
            lines = self._collector.lines
            written = lines.text[start : value_end(lines, start)]
            text = "*{name} points at nothing that stands above it"
            message = Phrase.of(text, name=event.anchor)
            hint = Phrase.of("put a text in quotes: {example}", example=quoted(written))
            self._collector.add("BP013", message, start, end, hint=hint)
            return None
        self.unused.pop(event.anchor, None)
        self.expanded += known.weight
        if self.expanded > MAX_ALIAS_WEIGHT:
            message = Phrase.of(
                "the aliases stand for more than {limit} values", limit=MAX_ALIAS_WEIGHT
            )
            raise self._collector.stop("BP013", message, start, end)
        return known.value

    def too_many(self, event: Event) -> CannotContinueError:
        """Return the error for one value more than a file may have."""
        message = Phrase.of("the file holds more than {limit} values", limit=MAX_VALUES)
        return self._collector.stop("BP017", message, event.start_mark.index)

    def too_deep(self, event: Event) -> CannotContinueError:
        """Return the error for nesting that goes too deep."""
        message = Phrase.of("this is nested more than {limit} levels deep", limit=MAX_DEPTH)
        return self._collector.stop("BP012", message, event.start_mark.index)

    def no_text_key(self, event: Event) -> CannotContinueError:
        """Return the error for a key that is a mapping, a list or an alias."""
        message = Phrase.of("a key must be plain text")
        hint = Phrase.of("put a text that begins with { or [ or * in quotes")
        start, end = event.start_mark.index, event.end_mark.index
        return self._collector.stop("BP019", message, start, end, hint=hint)

    def document(self, event: Event, number: int) -> None:
        """Refuse a second document, and directives that define tags."""
        start = event.start_mark.index
        if number > 1:
            message = Phrase.of("a second document begins here; a file holds one")
            hint = Phrase.of("delete the line --- or put what follows into a file of its own")
            raise self._collector.stop("BP016", message, start, start + 3, hint=hint)
        if event.tags:
            message = Phrase.of("%TAG is not allowed")
            self._collector.add("BP015", message, start, hint=Phrase.of("delete the line"))
