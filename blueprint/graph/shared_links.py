"""The links that departments, systems, promises and levers of a file or the catalog state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.graph.making import make_link
from blueprint.integrity.referring import Wanted
from blueprint.integrity.scope import Scope
from blueprint.model import Assumption, Catalog, Link, LinkKind

Ends = tuple[LinkKind, str | None, str | None]


def shared_links(
    scope: Scope, stem: str | None, catalog: Catalog, assumptions: Mapping[str, Assumption]
) -> Iterator[Link]:
    """Go through the links a file's, or the catalog's, own elements state."""
    for kind, source, target in _ends(_Names(scope, stem), catalog):
        if source is not None and target is not None:
            yield make_link(assumptions, kind, source, target)


class _Names:
    """What names mean in one file, or in the catalog."""

    def __init__(self, scope: Scope, stem: str | None) -> None:
        self._scope = scope
        self._stem = stem

    def one(self, ref: str | None, wants: Wanted) -> str | None:
        found = () if ref is None else self._scope.find(self._stem, ref, wants)
        return found[0] if len(found) == 1 else None

    def own(self, element: str) -> str:
        return element if self._stem is None else self._scope.owned(self._stem, element)


def _ends(names: _Names, catalog: Catalog) -> Iterator[Ends]:
    for key, department in catalog.departments.items():
        yield "part_of", names.own(key), names.one(department.part_of, "department")
    for key, system in catalog.systems.items():
        yield "owns", names.one(system.department, "department"), names.own(key)
        for other in system.integrates:
            yield "integrates", names.own(key), names.one(other, "system")
    for key, promise in catalog.promises.items():
        yield "owns", names.one(promise.made_by, "department"), names.own(key)
        for keeper in promise.kept_by:
            yield "keeps", names.one(keeper, "action"), names.own(key)
    for key, article in catalog.knowledge.items():
        yield "owns", names.one(article.department, "department"), names.own(key)
    for key, lever in catalog.levers.items():
        for step in lever.steps:
            yield "moves", names.own(key), names.one(step, "action")
        for metric in lever.metrics:
            yield "moves", names.own(key), names.one(metric, "metric")
