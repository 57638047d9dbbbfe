"""YAML into a tree, by a reader of our own on the parser's stream of events.

The parser (libyaml, through PyYAML) only says what stands where; what is allowed, what
a word means and how deep things may go is decided here, before anything is built.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from blueprint.files.collect import CannotContinueError, Collector, refusal
from blueprint.files.decode import check_characters, decoded
from blueprint.files.hints import Mistake, advise
from blueprint.files.lines import Lines
from blueprint.files.remarks import remark
from blueprint.files.scalars import MAY_BE_TYPED
from blueprint.files.tree import Map, Seq, Tree
from blueprint.files.yaml_guard import MAP_TAGS, SEQ_TAGS, Guard
from blueprint.files.yaml_quick import read_quickly
from blueprint.safety.limits import MAX_DEPTH, MAX_KEY, MAX_SCALAR, MAX_TAG_LINES, MAX_VALUES
from blueprint.words import Phrase

_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ROUNDS: Final = 20
_ROUNDS_TEXT: Final = 2_000_000
"""A file is parsed again for its further mistakes so often, and only for so much text."""


def read_yaml(data: bytes | str, *, file: str) -> Tree:
    """Return what a YAML file says.

    Args:
        data: The content of the file.
        file: The file's name, for messages.

    Raises:
        FileError: The file cannot be read; its ``problems`` say everything that was found.
    """
    tree = examine_yaml(data, file=file)
    if any(problem.severity == "error" for problem in tree.problems):
        raise refusal(tree.problems)
    return tree


def examine_yaml(data: bytes | str, *, file: str) -> Tree:
    """Return what a YAML file says as far as it can be read, with all its problems.

    Raises:
        FileError: The content is too large or not in UTF-8.
    """
    text = decoded(data, file=file)
    lines = Lines(text)
    collector = Collector(lines, file)
    holder = Seq()
    try:
        check_characters(collector)
        _check_directives(text, collector)
        guard = Guard(collector)
        holder = read_quickly(text, guard, _alone) or holder
        if not holder:
            guard = _parse(text, collector, holder)
        _check_empty(holder, collector)
        remark(holder, guard, collector)
    except CannotContinueError:
        holder = Seq()
    root, span = (holder[0], holder.item_span(0)) if holder else (None, (0, 0))
    return Tree(
        root=root, span=span, text=text, file=file, lines=lines, problems=collector.problems
    )


def _alone(text: str) -> tuple[Seq, Guard] | None:
    """Return what a text says on its own; ``None`` where anything about it is unusual."""
    collector = Collector(Lines(text), "")
    holder, guard = Seq(), Guard(collector)
    try:
        wrong = _parse_once(text, guard, holder)
    except CannotContinueError:
        return None
    if wrong or collector.problems or guard.unused or guard.expanded or len(holder) != 1:
        return None
    return holder, guard


def _parse(text: str, collector: Collector, holder: Seq) -> Guard:
    """Read ``text`` into ``holder``, whose one item is the root.

    After a mistake that can be got past, the rest is read too, for its mistakes.
    """
    rounds = min(_ROUNDS, 1 + _ROUNDS_TEXT // (len(text) + 1))
    reached = -1
    tried, mended = text, False
    for _ in range(rounds):
        guard = Guard(collector)
        mistake = _parse_once(tried, guard, holder)
        if mistake is None or mistake.at <= reached:
            break
        reached = mistake.at
        advices = advise(mistake)
        for advice in advices:
            collector.add(advice.code, advice.message, advice.start, advice.end, hint=advice.hint)
        mended = True
        mends = dict(mend for advice in advices for mend in advice.mends)
        if not mends:
            break
        tried = _mended(tried, mends)
    if mended:
        raise CannotContinueError
    return guard


def _mended(text: str, mends: Mapping[int, str]) -> str:
    """Return ``text`` with the characters at some offsets replaced."""
    pieces, reached = [], 0
    for at in sorted(mends):
        pieces += [text[reached:at], mends[at]]
        reached = at + 1
    return "".join([*pieces, text[reached:]])


def _parse_once(text: str, guard: Guard, holder: Seq) -> Mistake | None:
    """Read ``text`` into ``holder``; return where it stops being YAML, if it does."""
    holder.clear()
    holder.spans.clear()
    parser = _Loader(text)
    try:
        _compose(parser.get_event, guard, holder)
        guard.drop_doubled()
    except yaml.MarkedYAMLError as error:
        return _mistake(text, error)
    finally:
        parser.dispose()
    return None


def _mistake(text: str, error: yaml.MarkedYAMLError) -> Mistake:
    """Return where and why the parser gave up."""
    at = error.problem_mark.index if error.problem_mark else len(text)
    since = error.context_mark.index if error.context_mark else at
    return Mistake(lines=Lines(text), problem=str(error.problem), at=at, since=since)


def _compose(  # noqa: C901, PLR0912, PLR0915  (one loop, written out because it is hot)
    next_event: Callable[[], Any], guard: Guard, holder: Seq
) -> None:
    """Build the tree from the events into ``holder``, keeping every offset.

    This loop runs once for each value of a file, so its common path is written out;
    everything unusual is in `Guard`. A scalar whose value is as long as what is written
    is plain and on one line; quotes, anchors, tags and line breaks all add to it.
    """
    node: Any = holder
    spans = holder.spans
    key = ""
    in_map = False
    stack: list[tuple[Any, bool, Any, int]] = []
    count = documents = 0
    while True:
        event = next_event()
        kind = type(event)
        if in_map:
            if kind is ScalarEvent:
                key = event.value
                start = event.start_mark.index
                end = event.end_mark.index
                spans.append(start)
                spans.append(end)
                if end - start != len(key):
                    guard.unusual_key(event)
                if key in node or key == "<<" or len(key) > MAX_KEY:
                    key = guard.odd_key(event, node)
                count += 1
                event = next_event()
                kind = type(event)
            elif kind is not MappingEndEvent:
                raise guard.no_text_key(event)
        if count > MAX_VALUES:
            raise guard.too_many(event)
        if kind is ScalarEvent:
            value = written = event.value
            start = event.start_mark.index
            end = event.end_mark.index
            spans.append(start)
            spans.append(end)
            if end - start != len(written) or end - start > MAX_SCALAR:
                value = guard.unusual_scalar(event, node, key if in_map else len(node))
            elif not written or written[0] in MAY_BE_TYPED:
                value = guard.typed(written, node, key if in_map else len(node))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if len(stack) >= MAX_DEPTH:
                raise guard.too_deep(event)
            opens_map = kind is MappingStartEvent
            if event.tag is not None:
                guard.tag(event, MAP_TAGS if opens_map else SEQ_TAGS)
            start = event.start_mark.index
            spans.append(start)
            spans.append(start)
            stack.append((node, in_map, event, count + guard.expanded))
            value = Map() if opens_map else Seq()
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            child = node
            node, in_map, opened, before = stack.pop()
            spans = node.spans
            spans[-1] = event.end_mark.index
            if opened.anchor is not None:
                guard.anchor(opened, child, count + guard.expanded - before + 1)
            continue
        elif kind is AliasEvent:
            value = guard.alias(event)
            spans.append(event.start_mark.index)
            spans.append(event.end_mark.index)
        elif kind is DocumentStartEvent:
            documents += 1
            guard.document(event, documents)
            continue
        elif kind is StreamEndEvent:
            return
        else:
            continue
        count += 1
        if in_map:
            node[key] = value
        else:
            node.append(value)
        if kind is not ScalarEvent and kind is not AliasEvent:
            node, spans, in_map = value, value.spans, opens_map


def _check_directives(text: str, collector: Collector) -> None:
    """Refuse more ``%`` directives than the parser can take in reasonable time."""
    if text.count("%TAG") > MAX_TAG_LINES:
        message = Phrase.of("the file has more than {limit} %TAG lines", limit=MAX_TAG_LINES)
        raise collector.stop("BP015", message, text.index("%TAG"))


def _check_empty(holder: Seq, collector: Collector) -> None:
    """Refuse a file without any value."""
    if not holder or (holder[0] is None and holder.spans[0] == holder.spans[1]):
        hint = Phrase.of("begin with a line such as: {example}", example="blueprint: My service")
        raise collector.stop("BP018", Phrase.of("the file is empty"), 0, hint=hint)
