"""The links that departments, systems, promises and levers of a file or the catalog state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.graph.making import make_link
from blueprint.integrity.references import Wanted
from blueprint.integrity.scope import Scope
from blueprint.model import Assumption, Catalog, Link, LinkKind


def shared_links(
    scope: Scope, stem: str | None, catalog: Catalog, assumptions: Mapping[str, Assumption]
) -> Iterator[Link]:
    """Go through the links a file's, or the catalog's, own elements state."""

    def one(ref: str | None, wants: Wanted) -> str | None:
        found = () if ref is None else scope.find(stem, ref, wants)
        return found[0] if len(found) == 1 else None

    def own(element: str) -> str:
        return element if stem is None else scope.owned(stem, element)

    def link(kind: LinkKind, source: str | None, target: str | None) -> Iterator[Link]:
        if source is not None and target is not None:
            yield make_link(assumptions, kind, source, target)

    for key, department in catalog.departments.items():
        yield from link("part_of", own(key), one(department.part_of, "department"))
    for key, system in catalog.systems.items():
        yield from link("owns", one(system.department, "department"), own(key))
        for other in system.integrates:
            yield from link("integrates", own(key), one(other, "system"))
    for key, promise in catalog.promises.items():
        yield from link("owns", one(promise.made_by, "department"), own(key))
        for keeper in promise.kept_by:
            yield from link("keeps", one(keeper, "action"), own(key))
    for key, article in catalog.knowledge.items():
        yield from link("owns", one(article.department, "department"), own(key))
    for key, lever in catalog.levers.items():
        for step in lever.steps:
            yield from link("moves", own(key), one(step, "action"))
        for metric in lever.metrics:
            yield from link("moves", own(key), one(metric, "metric"))
