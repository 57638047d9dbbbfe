"""Labels in several languages: where they stand, and which of them were not declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.integrity.references import Path
from blueprint.model import Blueprint, Catalog, Frozen, FrozenMap
from blueprint.words import Phrase

_NEVER = frozenset({"catalog", "stem", "languages"})


def labels(value: object, path: Path = ()) -> Iterator[tuple[Path, FrozenMap[str, str]]]:
    """Go through all language maps of a value of the model, in file order."""
    match value:
        case Frozen():
            for name in type(value).model_fields:
                if name in value.model_fields_set and name not in _NEVER:
                    inner = getattr(value, name)
                    if not isinstance(inner, (str, int, float)) and inner:
                        yield from labels(inner, (*path, name))
        case FrozenMap() if _is_label(value):
            yield path, value
        case Mapping():
            for key, inner in value.items():
                if not isinstance(inner, (str, int, float)):
                    yield from labels(inner, (*path, key))
        case tuple():
            for n, inner in enumerate(value):
                if not isinstance(inner, (str, int, float)):
                    yield from labels(inner, (*path, n))


_TEXT_MAPS = frozenset({"hours", "stages", "answers", "rules"})


def _is_label(value: FrozenMap[object, object]) -> bool:
    return isinstance(value, FrozenMap) and all(
        isinstance(text, str) and isinstance(tag, str) for tag, text in value.items()
    )


def undeclared_languages(catalog: Catalog) -> Iterator[tuple[str, Path, Phrase, Phrase]]:
    """Go through labels in a language that ``languages`` does not list."""
    declared = set(catalog.languages)
    if isinstance(catalog, Blueprint) and catalog.catalog is not None:
        declared |= set(catalog.catalog.languages)
    for path, label in labels(catalog):
        if path and path[-1] in _TEXT_MAPS:
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


