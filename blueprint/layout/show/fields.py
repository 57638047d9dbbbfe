"""Everything an element says about itself, as fields to be read: one line per entry.

Each field of the model becomes one `Field` under the program's word for it. A part with
fields of its own, such as a fail point or a standard, becomes one field whose lines are
what the part says. What names another element carries that element's id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from blueprint.analysis.values_told import number_in_full
from blueprint.layout.show.context import Context
from blueprint.layout.show.values import plain, share
from blueprint.layout.view import Field
from blueprint.model import Frozen, LinkTo, Stated, WebLink
from blueprint.model.field_words import NEVER, REFERENCES, FieldWord, in_order, word_of
from blueprint.safety.urls import safe_url


class Line(NamedTuple):
    """One entry of a field: its text, and the element or the address it leads to."""

    text: str
    id: str = ""
    url: str = ""


def fields_of(
    element: Frozen, context: Context, *, without: frozenset[str] = frozenset()
) -> tuple[Field, ...]:
    """Return everything an element says except its name and its place on the grid.

    Args:
        element: An action, step, department, promise … of the model.
        context: The file it is written in, and the language.
        without: Fields that are shown elsewhere.
    """
    return tuple(
        made
        for name in _said(element)
        if name not in without
        for made in _fields(element, name, context)
    )


def field_of(title: str, lines: list[Line]) -> Field:
    """Return a field from its lines; ids and addresses only where there are any."""
    ids = tuple(line.id for line in lines)
    urls = tuple(line.url for line in lines)
    return Field(
        name=title,
        values=tuple(line.text for line in lines),
        ids=ids if any(ids) else (),
        urls=urls if any(urls) else (),
    )


def _said(element: Frozen) -> list[str]:
    """Return the fields that say something, in the order in which they are shown."""
    fields = type(element).model_fields
    told = []
    for name, field in fields.items():
        if name in NEVER and not (name == "customer" and "at_most" in fields):
            continue
        value = getattr(element, name)
        written = name in element.model_fields_set
        default = field.get_default(call_default_factory=True)
        if value is not None and value != default and (value not in ("", ()) or written):
            told.append(name)
    return in_order(told)


def _fields(element: Frozen, name: str, context: Context) -> Iterator[Field]:
    word = word_of(type(element).__name__, name)
    value = getattr(element, name)
    title = context.word(word.title)
    parts = value if isinstance(value, tuple) else (value,)
    if _are_parts(parts):
        for part in parts:
            yield field_of(title, list(_part(part, context)))
    else:
        yield field_of(title, list(_lines(value, word, context)))


_SPEAKS_FOR_ITSELF = frozenset({"name", "text", "says", "kind"})
"""Main fields that need no title before them."""


def _is_part(value: object) -> bool:
    """Whether a value has fields of its own to tell, not just one line."""
    return isinstance(value, Frozen) and not isinstance(value, (LinkTo, WebLink))


def _are_parts(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(map(_is_part, value))


def _part(part: Frozen, context: Context) -> Iterator[Line]:
    """Go through what a part says: its main word alone, then each field with its name."""
    main = getattr(type(part), "short", "name")
    if main in _SPEAKS_FOR_ITSELF and getattr(part, main, None) is not None:
        word = FieldWord(main) if main == "name" else word_of(type(part).__name__, main)
        yield from _lines(getattr(part, main), word, context)
    for name in _said(part):
        if name == main and main in _SPEAKS_FOR_ITSELF:
            continue
        word = word_of(type(part).__name__, name)
        title = context.word(word.title)
        value = getattr(part, name)
        if _is_part(value):
            yield from _nested(value, title, context)
        elif _are_parts(value):
            for entry in value:
                yield from _nested(entry, title, context)
        else:
            yield from _titled(title, list(_lines(value, word, context)), context)


def _nested(part: Frozen, title: str, context: Context) -> Iterator[Line]:
    """Say a part of a part: its own main word after its title, then its fields."""
    lines = list(_part(part, context))
    for n, line in enumerate(lines):
        text = _with_title(title, line.text, context) if n == 0 else f"{title} · {line.text}"
        yield line._replace(text=text)


def _with_title(title: str, text: str, context: Context) -> str:
    return context.phrase("{who}: {what}", who=title, what=text)


def _titled(title: str, lines: list[Line], context: Context) -> Iterator[Line]:
    """Put a field's name before its entries: in one line where none leads anywhere."""
    if any(line.id or line.url for line in lines):
        for line in lines:
            yield line._replace(text=_with_title(title, line.text, context))
    else:
        yield Line(
            _with_title(title, context.word(", ").join(line.text for line in lines), context)
        )


def _lines(value: object, word: FieldWord, context: Context) -> Iterator[Line]:
    match value:
        case () | []:
            yield Line(context.word("nothing"))
        case tuple() if _is_range(value, word):
            yield Line("–".join(plain(end, word.sort, context) for end in value))
        case tuple():
            for entry in value:
                yield from _lines(entry, word, context)
        case LinkTo():
            yield _link(value, word, context)
        case WebLink():
            yield Line(context.say(value.text) or value.url, url=safe_url(value.url) or "")
        case Mapping() if not _is_label(value, word):
            yield from _mapped(value, word, context)
        case str() if word.sort in REFERENCES:
            node, name = context.meant(value, word.sort)  # type: ignore[arg-type]
            yield Line(name, node)
        case _:
            yield Line(plain(value, word.sort, context))


def _is_range(value: tuple[object, ...], word: FieldWord) -> bool:
    """Whether two values are the ends of a window or a scale."""
    figures = all(isinstance(end, (int, float)) for end in value)
    return len(value) == 2 and (word.sort == "window" or figures)  # noqa: PLR2004  (both ends)


def _is_label(value: Mapping[object, object], word: FieldWord) -> bool:
    """Whether a mapping is one text in several languages."""
    return word.sort == "text" and all(isinstance(text, str) for text in value.values())


def _mapped(value: Mapping[object, object], word: FieldWord, context: Context) -> Iterator[Line]:
    """Say a mapping: each key, as what it names, and its value."""
    for key, entry in value.items():
        shown = context.word(str(key))
        if isinstance(entry, Frozen) and word.sort == "text":
            told = [line.text for line in _part(entry, context)]
            yield Line(_with_title(shown, context.word(", ").join(told), context))
        elif word.sort == "persona":
            yield from _lines(str(key), word, context)
        elif word.sort == "department":
            node, name = context.meant(str(entry), "department")
            yield Line(_with_title(shown, name, context), node)
        elif word.sort == "channel":
            node, name = context.meant(str(key), "channel")
            yield Line(_with_title(name, plain(entry, "text", context), context), node)
        elif isinstance(entry, (int, float)):
            yield Line(f"{shown} {number_in_full(entry)}")
        else:
            yield Line(_with_title(shown, plain(entry, word.sort, context), context))


def _link(link: LinkTo, word: FieldWord, context: Context) -> Line:
    """Say where a link goes and what is known of it, in one line."""
    if link.to is None:
        node, name = "", context.word("out of the service")
    else:
        node, name = context.meant(link.to, word.sort)  # type: ignore[arg-type]
    told = [context.say(link.label), context.say(link.when)]
    if link.probability is not None:
        told.append(share(link.probability, context))
    told += _strengths(link, context)
    for key in ("demand", "disruption"):
        stated = getattr(link, key)
        if stated is not None:
            title = context.word(word_of("LinkTo", key).title)
            told.append(" ".join((title, *_strengths(stated, context))))
    return Line(" · ".join((name, *(text for text in told if text))), node)


def _strengths(stated: LinkTo | Stated, context: Context) -> Iterator[str]:
    """Say how strongly a change travels, as far as somebody states it."""
    for key in ("likelihood", "impact"):
        value = getattr(stated, key)
        if value is not None:
            yield f"{context.word(word_of('Stated', key).title)} {number_in_full(value)}"
