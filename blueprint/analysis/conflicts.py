"""Conflicts between changes: two of them, or one with itself, ask opposite things of an element."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from blueprint.diagnostics import Severity
from blueprint.graph import lenient_graph
from blueprint.integrity import Scope
from blueprint.integrity.change_names import change_references
from blueprint.model import Change, Frozen, Label
from blueprint.model.ids import first_text, slug
from blueprint.report import Finding
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

Ask = Literal["removes", "tightens", "alters", "stops", "needs", "adds", "cost", "effort", "payer"]
"""What a change does with an element; the last three are what it says the element costs."""

CODE = "ripple.conflict"
"""The code of every finding made here."""

_ASKED: Mapping[str, Ask] = {"tightened": "tightens", "altered": "alters", "unavailable": "stops"}

_SAID: Mapping[Ask, str] = {
    "tightens": "tightens it",
    "alters": "alters it",
    "needs": "has something new rest on it",
    "adds": "adds it",
}

_OPPOSITE: frozenset[frozenset[Ask]] = frozenset(
    {
        frozenset({"removes", "tightens"}),
        frozenset({"removes", "alters"}),
        frozenset({"removes", "needs"}),
        frozenset({"removes", "adds"}),
        frozenset({"stops", "tightens"}),
        frozenset({"stops", "needs"}),
    }
)
"""What cannot both be done with one element."""

_AGAINST: Mapping[Ask, tuple[str, str]] = {
    "removes": (
        "“{one}” removes “{element}”, and “{other}” {does}",
        "“{one}” removes “{element}”, and also {does}",
    ),
    "stops": (
        "“{one}” makes “{element}” unavailable, and “{other}” {does}",
        "“{one}” makes “{element}” unavailable, and also {does}",
    ),
}
"""How such a pair is told: of two changes, and of one with itself."""

_DIFFERENT: Mapping[Ask, str] = {
    "adds": "“{element}” is added twice, and not as the same: by “{one}” and by “{other}”",
    "cost": "“{element}” costs two amounts: {a} in “{one}”, {b} in “{other}”",
    "effort": "“{element}” takes two efforts: {a} in “{one}”, {b} in “{other}”",
    "payer": "“{element}” is paid by two: {a} in “{one}”, {b} in “{other}”",
}
"""What may be said twice, as long as it is the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One thing one change does with one element."""

    change: int
    element: str
    ask: Ask
    value: object = None


def conflicts(scope: Scope, changes: Sequence[Change]) -> tuple[Finding, ...]:
    """Return where changes contradict each other, or one contradicts itself.

    Args:
        scope: The blueprints the changes are about.
        changes: The changes, in the order they were given.

    Returns:
        A finding for each element and each pair of asks, elements in the order in which the
        changes name them; none where the changes can all be done.

    Examples:
        >>> from blueprint.integrity import alone
        >>> from blueprint.model import Blueprint, Change
        >>> shop = Blueprint(blueprint="Shop", systems={"till": "Till"})
        >>> one = Change(change="Without tills", removes=["till"])
        >>> other = Change(change="Faster tills", changes=[{"to": "till", "how": "tightened"}])
        >>> [str(finding.message) for finding in conflicts(alone(shop), [one, other])]
        ['“Without tills” removes “Till”, and “Faster tills” tightens it']
    """
    by_element: dict[str, list[_Asked]] = {}
    for n, change in enumerate(changes):
        for asked in _asked(scope, n, change):
            by_element.setdefault(asked.element, []).append(asked)
    names = _names(scope, changes)
    return tuple(
        finding
        for element, asks in by_element.items()
        for finding in _between(element, names.get(element, element), asks, changes)
    )


def _between(
    element: str, name: Label, asks: list[_Asked], changes: Sequence[Change]
) -> Iterator[Finding]:
    told: set[tuple[int, int, frozenset[str]]] = set()
    for one, other in combinations(asks, 2):
        pair = frozenset({one.ask, other.ask})
        key = (one.change, other.change, pair)
        if key in told:
            continue
        message = _message(name, one, other, changes)
        if message is not None:
            told.add(key)
            severity: Severity = "warning" if one.ask in ("cost", "effort", "payer") else "error"
            yield Finding(
                code=CODE,
                severity=severity,
                message=message,
                about=(element,),
                hint=Phrase.of("settle which of the two holds before either begins"),
            )


def _message(name: Label, one: _Asked, other: _Asked, changes: Sequence[Change]) -> Phrase | None:
    if one.ask == other.ask:
        return _different(name, one, other, changes)
    if frozenset({one.ask, other.ask}) not in _OPPOSITE:
        return None
    first, second = (one, other) if one.ask in _AGAINST else (other, one)
    both = {
        "element": label_phrase(name),
        "one": label_phrase(changes[first.change].change),
        "other": label_phrase(changes[second.change].change),
        "does": Phrase.of(_SAID[second.ask]),
    }
    return Phrase.of(_AGAINST[first.ask][first.change == second.change], **both)


def _different(name: Label, one: _Asked, other: _Asked, changes: Sequence[Change]) -> Phrase | None:
    if one.ask not in _DIFFERENT or one.value == other.value:
        return None
    said = {
        "element": label_phrase(name),
        "one": label_phrase(changes[one.change].change),
        "other": label_phrase(changes[other.change].change),
    }
    if one.ask != "adds":
        said |= {"a": _told(one.value), "b": _told(other.value)}
    return Phrase.of(_DIFFERENT[one.ask], **said)


def _told(value: object) -> Phrase:
    return label_phrase(f"{value:,.10g}" if isinstance(value, float) else str(value))


def _asked(scope: Scope, n: int, change: Change) -> Iterator[_Asked]:
    """Go through what one change does, in the order of its file."""
    for entry in change.changes:
        yield _Asked(change=n, element=_meant(scope, entry.to), ask=_ASKED[entry.how])
    for element, added in _added(scope, change):
        yield _Asked(change=n, element=element, ask="adds", value=_content(added))
    for reference in change_references(change):
        if reference.path[0] == "adds" and reference.wants != "department":
            yield _Asked(change=n, element=_meant(scope, reference.to), ask="needs")
    for ref in change.removes:
        for element in _removed(scope, _meant(scope, ref)):
            yield _Asked(change=n, element=element, ask="removes")
    for ref, cost in change.cost.items():
        said: tuple[tuple[Ask, object], ...] = (
            ("cost", cost.amount),
            ("effort", cost.effort),
            ("payer", cost.funded_by),
        )
        for ask, value in said:
            if value is not None:
                yield _Asked(change=n, element=_meant(scope, ref), ask=ask, value=value)


def _added(scope: Scope, change: Change) -> Iterator[tuple[str, Frozen]]:
    kinds: tuple[Mapping[str, Frozen], ...] = (
        change.adds.systems,
        change.adds.channels,
        change.adds.promises,
        change.adds.knowledge,
    )
    for elements in kinds:
        for key, element in elements.items():
            yield _meant(scope, key), element
    for action in change.adds.actions:
        stem, colon, _ = action.step.rpartition(":")
        base = action.id or slug(first_text(action.name, change.languages[0]))
        yield f"{stem}{colon}{base}", action


def _content(element: Frozen) -> dict[str, object]:
    """Return what an added element says of itself; who will use it may be said in parts."""
    said = element.model_fields_set - {"used_by", "needed_by"}
    return {key: getattr(element, key) for key in type(element).model_fields if key in said}


def _meant(scope: Scope, ref: str) -> str:
    """Return the id a change means, or what it writes where only a change brings that."""
    found = scope.find(None, ref, "any")
    return found[0] if len(found) == 1 else ref


def _removed(scope: Scope, element: str) -> Iterator[str]:
    """Go through what goes with an element: of a step its actions too."""
    yield element
    for stem, blueprint in scope.blueprints.items():
        for step in blueprint.names.steps.values():
            if scope.global_id(stem, step.id) == element:
                yield from (scope.global_id(stem, action) for action in step.actions)


def _names(scope: Scope, changes: Iterable[Change]) -> Mapping[str, Label]:
    """Return what elements are called: as they are, and as the changes that bring them say."""
    found: dict[str, Label] = {}
    for change in changes:
        for key, element in _added(scope, change):
            found.setdefault(key, _name(element, key))
    return {**found, **{node.id: node.name for node in lenient_graph(scope).nodes}}


def _name(element: Frozen, key: str) -> Label:
    found: Label = getattr(element, "name", getattr(element, "text", key))
    return found
