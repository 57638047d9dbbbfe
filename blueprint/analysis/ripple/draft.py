"""Blueprints and their catalog while a change is worked into them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from blueprint.integrity import Scope
from blueprint.model import Blueprint, Frozen, FrozenMap, OrganisationCatalog

F = TypeVar("F", bound=Frozen)


class Draft:
    """A copy of a scope that takes one alteration after the other.

    Attributes:
        blueprints: The blueprints as they now are, by stem.
        catalog: What they share, as it now is.
    """

    def __init__(self, scope: Scope) -> None:
        self._whole = scope.whole
        self.blueprints: dict[str, Blueprint] = dict(scope.blueprints)
        self.catalog: OrganisationCatalog | None = scope.catalog

    @property
    def scope(self) -> Scope:
        """The blueprints as they now are, ready to be asked."""
        return Scope(FrozenMap(self.blueprints), self.catalog, self._whole)

    def home(self, graph_id: str) -> tuple[str, str]:
        """Return the file of a graph id, and the id within it."""
        stem, colon, local = graph_id.rpartition(":")
        if colon and stem in self.blueprints:
            return stem, local
        return next(iter(self.blueprints)), graph_id

    def element(self, kind: str, key: str) -> Frozen | None:
        """Return what stands under an id, shared or in any of the files."""
        holders = (self.catalog, *self.blueprints.values())
        found = (getattr(holder, kind, {}).get(key) for holder in holders)
        return next((element for element in found if element is not None), None)

    def put(self, kind: str, key: str, element: Frozen) -> str:
        """Set what stands under an id: where it stands, else where things are shared.

        Returns:
            Its id in the graph.
        """
        for stem, blueprint in self.blueprints.items():
            if getattr(blueprint, kind, {}).get(key) is not None:
                return self._put_own(stem, kind, key, element)
        shared = self.catalog is not None and key in getattr(self.catalog, kind)
        if len(self.blueprints) == 1 and not shared:
            return self._put_own(next(iter(self.blueprints)), kind, key, element)
        catalog = self.catalog or OrganisationCatalog()
        self._share(with_fields(catalog, {kind: _with(getattr(catalog, kind), key, element)}))
        return key

    def replace(self, stem: str, local: str, **fields: Any) -> None:  # noqa: ANN401
        """Change fields of one element of a file."""
        self.blueprints[stem] = self.blueprints[stem].replace(local, **fields)

    def speak(self, languages: Iterable[str]) -> None:
        """Let the files hold labels in these languages too."""
        for stem, blueprint in self.blueprints.items():
            self.blueprints[stem] = _speaking(blueprint, languages)
        if self.catalog is not None:
            self._share(_speaking(self.catalog, languages))

    def mark_removed(self, graph_id: str) -> None:
        """Note on a system or an action that it is to be removed."""
        system = self.element("systems", graph_id)
        stem, local = self.home(graph_id)
        if system is not None:
            self.put("systems", graph_id, with_fields(system, {"status": "removed"}))
        elif local in self.blueprints[stem].names.actions:
            self.replace(stem, local, status="removed")
        elif local in getattr(self.blueprints[stem], "systems", {}):
            own = self.blueprints[stem].systems[local]
            self._put_own(stem, "systems", local, with_fields(own, {"status": "removed"}))

    def _put_own(self, stem: str, kind: str, key: str, element: Frozen) -> str:
        blueprint = self.blueprints[stem]
        held = _with(getattr(blueprint, kind), key, element)
        self.blueprints[stem] = with_fields(blueprint, {kind: held})
        return self.scope.owned(stem, key)

    def _share(self, catalog: OrganisationCatalog) -> None:
        self.catalog = catalog
        for stem, blueprint in self.blueprints.items():
            self.blueprints[stem] = with_fields(blueprint, {"catalog": catalog})


def with_fields(value: F, fields: Mapping[str, Any]) -> F:
    """Return a value of the model with fields set anew, which are known to be right."""
    kept = {name: getattr(value, name) for name in value.model_fields_set}
    return type(value).model_construct(  # type: ignore[return-value]
        value.model_fields_set | fields.keys(), **{**kept, **fields}
    )


def _with(held: Mapping[str, Frozen], key: str, element: Frozen) -> FrozenMap[str, Frozen]:
    return FrozenMap({**held, key: element})


C = TypeVar("C", Blueprint, OrganisationCatalog)


def _speaking(holder: C, languages: Iterable[str]) -> C:
    spoken = tuple(dict.fromkeys((*holder.languages, *languages)))
    return holder if spoken == holder.languages else with_fields(holder, {"languages": spoken})
