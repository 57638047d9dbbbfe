"""What research saw and what was measured, shown at the elements it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.layout.show.context import Context
from blueprint.layout.show.fields import fields_of
from blueprint.layout.view import Field
from blueprint.model import Catalog, Frozen

Observed = Mapping[str, tuple[Field, ...]]
"""Element id to a field for every observation about it, and every figure measured at it."""


def observed_in(context: Context) -> Observed:
    """Return what was observed and measured, by the element it is about.

    Args:
        context: A file with its catalog, and the language.
    """
    found: dict[str, list[Field]] = {}
    for element, field in _each(context):
        found.setdefault(element, []).append(field)
    return {element: tuple(fields) for element, fields in found.items()}


def _each(context: Context) -> Iterator[tuple[str, Field]]:
    for catalog, where in _catalogs(context):
        for observation in catalog.observations.values():
            field = _one("Observation", observation, where, frozenset({"about"}))
            for ref in dict.fromkeys(observation.about):
                yield where.meant(ref, "any")[0], field
        for result in catalog.results:
            field = _one("Result", result, where, frozenset())
            yield where.meant(result.metric, "metric")[0], field
            if result.at is not None:
                yield where.meant(result.at, "step")[0], field


def _catalogs(context: Context) -> Iterator[tuple[Catalog, Context]]:
    """Go through the file and the shared catalog, each with the names it can use."""
    if context.stem is not None:
        yield context.blueprint, context
    if context.scope.catalog is not None:
        yield context.scope.catalog, Context(context.graph, None, context.lang)


def _one(title: str, part: Frozen, context: Context, without: frozenset[str]) -> Field:
    """Say a whole part as one field, the name of each of its fields before what it says."""
    fields = fields_of(part, context, without=without)
    texts = [(field, n, text) for field in fields for n, text in enumerate(field.values)]
    return Field(
        name=context.word(title),
        values=tuple(
            context.phrase("{who}: {what}", who=field.name, what=text) for field, _, text in texts
        ),
        ids=tuple(field.ids[n] if field.ids else "" for field, n, _ in texts),
    )
