"""How a field that changed is called, and what it said and says, in words people read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from blueprint.analysis.experience.value_elements import tag_told
from blueprint.analysis.values_told import duration_told, number_in_full, share_in_full
from blueprint.graph import Graph, Node
from blueprint.integrity import lanes_of
from blueprint.integrity.lanes import TITLES
from blueprint.integrity.referring import Wanted
from blueprint.model import Frozen, FrozenMap, LinkTo
from blueprint.model.field_words import FIELD_WORDS, REFERENCES, FieldWord, word_of
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

Meant = Callable[[str, Wanted], Phrase]
"""Gives the name of what a name written in a file means."""

_OWN_NAMES = frozenset({"name", "step", "phase", "blueprint"})
"""Fields that are the name of the element itself."""

_DOT = re.compile(r"\.(?![^\[]*\])")
_NAMED = re.compile(r"\[[^\d\]]")
_TIMES = frozenset({"duration", "window", "amount"})


def as_written(ref: str, _wants: Wanted) -> Phrase:
    """Return a name as it is written."""
    return label_phrase(ref)


def meant_in(*places: tuple[Graph, str | None]) -> Meant:
    """Return what gives the name of what is meant, looked for in one graph after another.

    Args:
        *places: Each graph with the file the name is written in; ``None`` for the catalog.
    """

    def meant(ref: str, wants: Wanted) -> Phrase:
        for graph, stem in places:
            found = graph.scope.find(stem, ref, wants)
            if len(found) == 1 and found[0] in graph.index:
                return label_phrase(graph.node(found[0]).name)
        return label_phrase(ref)

    return meant


def field_told(owner: str, field: str, meant: Meant = as_written) -> Phrase:
    """Return what a field is called.

    Args:
        owner: The class of the model it stands in, such as ``Experience``.
        field: Where it stands in the element, such as ``experience[2].ease``.
        meant: Gives the names of what is named.

    Examples:
        >>> str(field_told("Experience", "experience[2].ease")), str(field_told("Step", "step"))
        ('Experience 2 · Ease', 'Name')
        >>> str(field_told("LinkTo", "needs[packs].likelihood"))
        'Needs “packs” · Likelihood'
    """
    return _path_told(owner, field, meant) if _NAMED.search(field) else _known(owner, field)


@lru_cache(maxsize=4_096)
def _known(owner: str, field: str) -> Phrase:
    return _path_told(owner, field, as_written)


def _path_told(owner: str, field: str, meant: Meant) -> Phrase:
    *parts, last = _DOT.split(field)
    told = _titled(last, owner, meant)
    for part in reversed(parts):
        told = Phrase.of("{whole} · {part}", whole=_titled(part, "", meant), part=told)
    return told


def _titled(part: str, owner: str, meant: Meant) -> Phrase:
    """Return what one part of a field's place is called, and which of several it is."""
    name, _, which = part.rstrip("]").partition("[")
    word = field_word(owner, name)
    title = Phrase.of(word.title)
    if which in ("", "1"):
        return title
    if which.isdigit():
        return Phrase.of("{title} {n}", title=title, n=which)
    return Phrase.of("{title} “{name}”", title=title, name=_text_told(which, word, meant))


def field_word(owner: str, name: str) -> FieldWord:
    """Return a field's word and sort, by its name as it is written in a file."""
    if name in _OWN_NAMES:
        return FieldWord("Name")
    return word_of(owner, name if name in FIELD_WORDS else f"{name}_")


def value_told(value: Any, word: FieldWord, meant: Meant) -> Phrase | None:  # noqa: ANN401, PLR0911  (one a kind)
    """Return what a field says; ``None`` where it says nothing.

    Args:
        value: What it says, as the model holds it.
        word: The field's word and sort.
        meant: Gives the names of what is named.
    """
    match value:
        case None | "":
            return None
        case LinkTo():
            return value_told(value.to, word, meant) or Phrase.of("out of the service")
        case Frozen():
            return _part_told(value, meant)
        case tuple() | Mapping():
            return _many_told(value, word, meant)
        case str():
            return _text_told(value, word, meant)
        case bool():
            return Phrase.of("yes") if value else Phrase.of("no")
        case int() | float() if word.sort == "share":
            return share_in_full(value)
        case _:
            return label_phrase(number_in_full(value))


def _many_told(
    values: tuple[Any, ...] | Mapping[str, Any], word: FieldWord, meant: Meant
) -> Phrase:
    if isinstance(values, FrozenMap) and all(isinstance(entry, str) for entry in values.values()):
        return label_phrase(values)
    if word.sort == "window":
        low, high = (label_phrase(str(end)) for end in values)
        return Phrase.of("{low}–{high}", low=low, high=high)
    told = [value_told(entry, word, meant) or Phrase.of("–") for entry in values]
    return listing(told) if told else Phrase.of("none")


def _text_told(text: str, word: FieldWord, meant: Meant) -> Phrase:
    if word.sort in REFERENCES:
        return meant(text, word.sort)  # type: ignore[arg-type]
    if word.sort == "word":
        return Phrase.of(text)
    if word.sort == "value":
        return tag_told(text)
    return duration_told(text) if word.sort in _TIMES else label_phrase(text)


def _part_told(part: Frozen, meant: Meant) -> Phrase:
    """Return what stands for a part in one word: its short field, else the first it says."""
    short = getattr(type(part), "short", None)
    said = [key for key in (short, *type(part).model_fields) if key and getattr(part, key, None)]
    if not said:
        return Phrase.of("yes")
    word = field_word(type(part).__name__, said[0])
    return value_told(getattr(part, said[0]), word, meant) or Phrase.of("yes")


def lane_told(graph: Graph, node: Node) -> Phrase:
    """Return what the lane of a card is called."""
    for stem, blueprint in graph.scope.blueprints.items():
        if graph.scope.blueprint_id(stem) == node.blueprint:
            for lane in lanes_of(blueprint):
                if lane.id == node.lane:
                    return label_phrase(lane.name) if lane.name else Phrase.of(TITLES[lane.id])
    return label_phrase(node.lane or "")
