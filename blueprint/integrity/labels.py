"""Labels in several languages: where they stand, and which of them were not declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args, get_origin

from blueprint.integrity.referring import Path
from blueprint.model import Blueprint, Catalog, Frozen, FrozenMap
from blueprint.words import Phrase

_NEVER = frozenset({"catalog", "stem", "languages"})


def labels(value: Frozen) -> list[tuple[Path, FrozenMap[str, str]]]:
    """Return all language maps of a value of the model with their paths, in a fixed order."""
    if not _has_any(value):
        return []
    found: list[tuple[Path, FrozenMap[str, str]]] = []
    stack: list[tuple[Path, Any]] = [((), value)]
    while stack:
        path, holder = stack.pop()
        if isinstance(holder, Frozen):
            held = holder.__dict__
            entries: Iterable[tuple[str | int, Any]] = [
                (name, held[name])
                for name in holder.__pydantic_fields_set__ & _speaking(type(holder))
            ]
        elif isinstance(holder, FrozenMap):
            if _is_label(holder):
                found.append((path, holder))
                continue
            entries = holder.items()
        else:
            entries = enumerate(holder)
        stack += [((*path, key), inner) for key, inner in entries if type(inner) not in _PLAIN]
    return sorted(found, key=lambda entry: [(type(p) is str, p) for p in entry[0]])


def _has_any(value: Frozen) -> bool:
    """Tell whether there is any language map at all; most files have none."""
    held = value.__dict__
    for name in value.__pydantic_fields_set__ & _speaking(type(value)):
        inner = held[name]
        if type(inner) is tuple:
            for entry in inner:
                if isinstance(entry, Frozen) and _has_any(entry):
                    return True
        elif isinstance(inner, FrozenMap):
            if _is_label(inner) or any(
                isinstance(e, Frozen) and _has_any(e) for e in inner.values()
            ):
                return True
        elif isinstance(inner, Frozen) and _has_any(inner):
            return True
    return False


@cache
def _speaking(cls: type[Frozen]) -> frozenset[str]:
    """Return the fields of a class that may hold a label, or something that does."""
    return frozenset(
        name
        for name, field in cls.model_fields.items()
        if name not in _NEVER and _may_speak(field.annotation)
    )


def _may_speak(annotation: object) -> bool:
    origin = get_origin(annotation)
    if origin is FrozenMap or annotation is FrozenMap:
        return True
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        return True
    return any(_may_speak(inner) for inner in get_args(annotation))


_PLAIN = frozenset({str, int, float, bool, type(None)})
TEXT_MAPS = frozenset({"hours", "stages", "answers", "rules"})
"""Fields that hold texts by other keys than languages."""


def _is_label(value: FrozenMap[object, object]) -> bool:
    return all(isinstance(text, str) and isinstance(tag, str) for tag, text in value.items())


def declared_languages(catalog: Catalog) -> frozenset[str]:
    """Return the languages a file, or its catalog, lists."""
    shared = catalog.catalog if isinstance(catalog, Blueprint) else None
    return frozenset(catalog.languages) | frozenset(shared.languages if shared else ())


def undeclared_languages(catalog: Catalog) -> Iterator[tuple[str, Path, Phrase, Phrase]]:
    """Go through labels in a language that ``languages`` does not list."""
    declared = declared_languages(catalog)
    for path, label in labels(catalog):
        if path and path[-1] in TEXT_MAPS:
            continue
        for tag in label:
            if tag not in declared:
                yield (
                    "BP109",
                    (*path, tag),
                    Phrase.of("language “{tag}” is not declared", tag=tag),
                    Phrase.of("add it to languages: [{languages}]",
                              languages=", ".join((*catalog.languages, tag))),
                )  # fmt: skip
