"""The links that departments, systems, promises and levers of a file or the catalog state."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from blueprint.graph.making import Assumed
from blueprint.graph.manner import Bond
from blueprint.integrity.referring import Wanted
from blueprint.model import Catalog, LinkKind

Ends = tuple[LinkKind, str | None, str | None]
One = Callable[[str | None, Wanted], str | None]
"""Returns the graph id that a name means, if it means one."""
Own = Callable[[str], str]
"""Returns the graph id of an element of the file or the catalog."""


def shared_links(one: One, own: Own, catalog: Catalog, assumed: Assumed) -> Iterator[Bond]:
    """Go through the links a file's, or the catalog's, own elements state.

    Args:
        one: Says what a name means there.
        own: Says what id its elements have in the graph.
        catalog: The file or the catalog.
        assumed: How strong links are there.
    """
    for kind, source, target in _ends(one, own, catalog):
        if source is not None and target is not None:
            yield assumed.manner(kind), source, target


def _ends(one: One, own: Own, catalog: Catalog) -> Iterator[Ends]:
    for key, department in catalog.departments.items():
        yield "part_of", own(key), one(department.part_of, "department")
    for key, system in catalog.systems.items():
        yield "owns", one(system.department, "department"), own(key)
        for other in system.integrates:
            yield "integrates", own(key), one(other, "system")
    for key, promise in catalog.promises.items():
        yield "owns", one(promise.made_by, "department"), own(key)
        for keeper in promise.kept_by:
            yield "keeps", one(keeper, "action"), own(key)
    for key, article in catalog.knowledge.items():
        yield "owns", one(article.department, "department"), own(key)
    for key, lever in catalog.levers.items():
        for step in lever.steps:
            yield "moves", own(key), one(step, "action")
        for metric in lever.metrics:
            yield "moves", own(key), one(metric, "metric")
