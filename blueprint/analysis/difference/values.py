"""Which fields of an element are not what they were, and what each change means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from blueprint.analysis.difference.results import Aspect, FieldChange
from blueprint.analysis.difference.wording import (
    Meant,
    as_written,
    field_told,
    field_word,
    value_told,
)
from blueprint.model import Frozen, FrozenMap, LinkTo
from blueprint.model.values import seconds

GROUPS: Mapping[str, frozenset[str]] = {
    "Phase": frozenset({"steps"}),
    "Step": frozenset({"evidence", "customer", "frontstage", "backstage", "support", "lanes"}),
    "Blueprint": frozenset(
        {
            "departments", "systems", "channels", "personas", "products", "promises", "knowledge",
            "metrics", "results", "levers", "observations", "complaints", "assumptions", "rules",
            "ignore", "lanes", "scales", "brand", "languages", "phases", "catalog", "stem",
        }
    ),
}  # fmt: skip
"""Fields that hold other elements, or say nothing of the service; they are not compared here."""

WORDING: frozenset[str] = frozenset(
    {
        "name", "step", "phase", "blueprint", "text", "label", "when", "role", "place", "says",
        "source", "note", "tags", "links", "id", "situation", "strategy",
    }
)  # fmt: skip
"""Fields that are words about a thing, and not the thing."""

OBSERVED: frozenset[str] = frozenset(
    {
        "experience", "pain", "complete_accurate", "actual", "perceived", "waiting", "unexpected",
        "hits", "flags", "updated", "reviewed", "declared", "customer", "occurrence", "severity",
        "detection", "rate", "likelihood", "impact", "probability",
    }
)  # fmt: skip
"""Fields that tell what somebody measured, felt or estimated, and not what is done."""

_OWNERS = frozenset({"department", "made_by", "owner", "funded_by"})
_LIMITS = frozenset(
    {"standard", "target", "promised", "acceptable", "at_most", "at_least", "tolerance"}
)
"""Fields that ask something as soon as they are there."""

_OPENED = frozenset({"time"})
"""Parts whose fields are compared one by one even where one side has no such part."""

_INDEX = re.compile(r"\[.*?\]")

Named = Callable[[str], str]
"""Gives what a name of the old file is called now."""


class Reading(NamedTuple):
    """How the names are read that two states of an element write.

    Attributes:
        named: Gives what a name the old element writes is called now.
        before: Gives the name of what was meant, by what it is called now.
        after: Gives the name of what is meant.
    """

    named: Named = str
    before: Meant = as_written
    after: Meant = as_written


AS_WRITTEN = Reading()
"""Names stand for themselves."""


def field_changes(
    old: Frozen, new: Frozen, reading: Reading = AS_WRITTEN
) -> tuple[FieldChange, ...]:
    """Return what is different between two states of an element, in the model's order.

    Args:
        old: The element as it was.
        new: The element as it is; another class of action where it changed its lane.
        reading: How the names are read that they write.

    Examples:
        >>> from blueprint.model import Promise
        >>> was = Promise(text="Soon", target={"measure": "duration", "at_most": "48 h"})
        >>> now = Promise(text="Soon", target={"measure": "duration", "at_most": "24 h"})
        >>> [change] = field_changes(was, now)
        >>> change.field, str(change.told), str(change.before), str(change.after), change.aspect
        ('target.at_most', 'Target · At most', '48 h', '24 h', 'tightened')
    """
    owner = type(new).__name__
    return tuple(
        change
        for key, in_old, in_new in _compared(type(old), type(new))
        if (before := getattr(old, key) if in_old else _default(type(new), key))
        != (after := getattr(new, key) if in_new else _default(type(old), key))
        for change in _changes(_Spot(owner, key), before, after, reading)
    )


class _Spot(NamedTuple):
    """Where a field stands: the class it is a field of, and its place in the element."""

    owner: str
    field: str


@cache
def _compared(old: type[Frozen], new: type[Frozen]) -> tuple[tuple[str, bool, bool], ...]:
    """Return the fields two classes are compared by, and which of the two has each."""
    held = GROUPS.get(new.__name__, frozenset()) | {"lane"}
    keys = dict.fromkeys((*new.model_fields, *old.model_fields))
    return tuple(
        (key, key in old.model_fields, key in new.model_fields) for key in keys if key not in held
    )


def _default(of: type[Frozen], key: str) -> Any:  # noqa: ANN401
    """Return what a class of action that has a field says where it says nothing."""
    return of.model_fields[key].get_default()


def _changes(spot: _Spot, old: Any, new: Any, reading: Reading) -> Iterator[FieldChange]:  # noqa: ANN401
    """Go through what is different in a field of two values that are not equal."""
    field = spot.field
    match old, new:
        case Frozen(), Frozen():
            yield from _inside(field, old, new, reading)
        case (Frozen(), None) if _last(field) in _OPENED:
            yield from _inside(field, old, type(old)(), reading)
        case (None, Frozen()) if _last(field) in _OPENED:
            yield from _inside(field, type(new)(), new, reading)
        case tuple(), tuple() if _are_links(old, new):
            yield from _of_links(spot, old, new, reading)
        case tuple(), tuple() if len(old) == len(new) and _are_parts(old, new):
            for n, (one, other) in enumerate(zip(old, new, strict=True)):
                yield from _inside(f"{field}[{n + 1}]", one, other, reading)
        case _:
            before, after = _plain(field, old, reading.named), _plain(field, new, str)
            if before != after:
                yield _told(spot, before, after, reading, _aspect(field, before, after))


def _told(spot: _Spot, before: Any, after: Any, reading: Reading, aspect: Aspect) -> FieldChange:  # noqa: ANN401
    word = field_word(spot.owner, _last(spot.field))
    return FieldChange(
        field=spot.field,
        told=field_told(spot.owner, spot.field, reading.after),
        before=value_told(_differing(before, after), word, reading.before),
        after=value_told(_differing(after, before), word, reading.after),
        aspect=aspect,
    )


def _differing(label: Any, other: Any) -> Any:  # noqa: ANN401
    """Return a label; where another says the same in some languages, only the other languages."""
    if not (isinstance(label, FrozenMap) and isinstance(other, FrozenMap)):
        return label
    if not any(other.get(tag) == text for tag, text in label.items()):
        return label
    return "; ".join(f"{tag}: {text}" for tag, text in label.items() if other.get(tag) != text)


def _inside(field: str, old: Frozen, new: Frozen, reading: Reading) -> Iterator[FieldChange]:
    owner = type(new).__name__
    for key in type(new).model_fields:
        before, after = getattr(old, key), getattr(new, key)
        if before != after:
            spot = _Spot(owner, f"{field}.{key.rstrip('_')}")
            yield from _changes(spot, before, after, reading)


def _are_parts(old: tuple[Any, ...], new: tuple[Any, ...]) -> bool:
    return all(isinstance(entry, Frozen) for entry in (*old, *new))


def _are_links(old: tuple[Any, ...], new: tuple[Any, ...]) -> bool:
    both = (*old, *new)
    return bool(both) and all(isinstance(entry, LinkTo) for entry in both)


def _of_links(
    spot: _Spot, old: tuple[LinkTo, ...], new: tuple[LinkTo, ...], reading: Reading
) -> Iterator[FieldChange]:
    """Compare links by where they go, in whatever order they are written."""
    was = {reading.named(link.to or ""): link for link in old}
    now = {link.to or "": link for link in new}
    if was.keys() != now.keys():
        yield _told(spot, tuple(was), tuple(now), reading, "content")
    for to, link in now.items():
        for key in LinkTo.model_fields if to in was else ():
            before, after = getattr(was[to], key), getattr(link, key)
            if key != "to" and before != after:
                inner = _Spot("LinkTo", f"{spot.field}[{to}].{key}")
                yield from _changes(inner, before, after, reading)


def _plain(field: str, value: Any, named: Named) -> Any:  # noqa: ANN401
    """Return a value so that two of them are equal where they say the same."""
    if _last(field) in WORDING:
        return value
    match value:
        case str():
            return named(value)
        case tuple() if all(isinstance(entry, str) for entry in value):
            names = tuple(named(entry) for entry in value)
            return names if _last(field) == "promised" else tuple(sorted(set(names)))
        case _:
            return value


@lru_cache(maxsize=4096)
def _last(field: str) -> str:
    return _INDEX.sub("", field).rpartition(".")[2]


def _aspect(field: str, old: Any, new: Any) -> Aspect:  # noqa: ANN401
    names = _INDEX.sub("", field).split(".")
    last = names[-1]
    if not OBSERVED.isdisjoint(names):
        return "observed"
    if last in WORDING:
        return "wording"
    if last in _OWNERS:
        return "owner"
    if last in _LIMITS:
        return _limited(last, old, new)
    return "content"


def _limited(last: str, old: Any, new: Any) -> Aspect:  # noqa: ANN401
    """Tell what a change of a limit means; to have a limit asks more, to be let off it less."""
    if old is None or new is None:
        asks = new is None if last == "tolerance" else old is None
        return "tightened" if asks else "loosened"
    if isinstance(old, Frozen):
        return "content"
    return _asked_more(old, new, less=last != "at_least")


def _asked_more(old: Any, new: Any, *, less: bool) -> Aspect:  # noqa: ANN401
    """Tell whether a limit asks more than it did; limits of two kinds cannot be compared."""
    if isinstance(old, tuple) and isinstance(new, tuple):
        (first, last), (now_first, now_last) = (map(_minutes, old), map(_minutes, new))
        if first <= now_first and now_last <= last:
            return "tightened"
        return "loosened" if now_first <= first and last <= now_last else "content"
    if (
        isinstance(old, tuple)
        or isinstance(new, tuple)
        or isinstance(old, str) != isinstance(new, str)
    ):
        return "content"
    before, after = (seconds(v) if isinstance(v, str) else float(v) for v in (old, new))
    if before == after:
        return "wording"
    return "tightened" if (after < before) == less else "loosened"


def _minutes(clock: str) -> float:
    hours, minutes, *rest = (int(part) for part in clock.strip().split(":"))
    return hours * 60 + minutes + sum(rest) / 60
