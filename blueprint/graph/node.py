"""The nodes of the graph: everything a blueprint, and the catalog, is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from blueprint.integrity.pairs import kind_of_lane
from blueprint.integrity.referring import Path
from blueprint.integrity.scope import Scope
from blueprint.model import Act, Frozen, Label, NodeKind, OrganisationCatalog, Step, title_of

NODE_KIND: dict[str, NodeKind] = {
    "departments": "department",
    "systems": "system",
    "channels": "channel",
    "personas": "persona",
    "products": "product",
    "promises": "promise",
    "knowledge": "knowledge",
    "metrics": "metric",
    "levers": "lever",
}
"""The kind of node of what stands under each top-level key; observations are no nodes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One node of the graph.

    Attributes:
        id: Unique in the graph; ``file:id`` in a workspace of several files.
        kind: What it is.
        name: Its label, in as many languages as it has.
        path: Where it stands in its file's model.
        home: The file or the catalog it stands in.
        blueprint: Graph id of the blueprint it stands in; ``None`` for the catalog's.
        lane: An action's lane.
        step: Graph id of an action's step.
        phase: Graph id of a step's or action's phase.
        department: Graph id of the department that does or owns it.
        same: Ids of the other cards that are the same thing.
    """

    id: str
    kind: NodeKind
    name: Label
    path: Path = ()
    home: Home = field(repr=False, compare=False)
    blueprint: str | None = None
    lane: str | None = None
    step: str | None = None
    phase: str | None = None
    department: str | None = None
    same: tuple[str, ...] = ()

    @property
    def element(self) -> Frozen:
        """The element of the model: an action, step, department and so on."""
        return self.home.element(self.path)


@dataclass(frozen=True, slots=True)
class Home:
    """Where nodes stand: a file of a scope, or its catalog. What stands there is read when asked.

    Attributes:
        scope: The blueprints and the catalog.
        stem: The file; ``None`` for the catalog.
        id: Graph id of the blueprint.
        found: What was asked for already, by its path.
    """

    scope: Scope
    stem: str | None
    id: str | None
    found: dict[Path, Frozen] = field(default_factory=dict, repr=False, compare=False)

    def element(self, path: Path) -> Frozen:
        """Return what stands under a path of the file's model."""
        known = self.found.get(path)
        if known is not None:
            return known
        at: Any = self.scope.catalog if self.stem is None else self.scope.blueprints[self.stem]
        for part in path:
            at = _within(at, part)
        self.found[path] = at
        element: Frozen = at
        return element


def _within(holder: Any, part: str | int) -> Any:  # noqa: ANN401  (any part of the model)
    if isinstance(holder, Step):
        return holder.in_lane(str(part))
    return getattr(holder, str(part)) if isinstance(holder, Frozen) else holder[part]


class Row(NamedTuple):
    """What is told of one node by itself; its step and phase are rows of the same file.

    Attributes:
        id: Unique in the graph.
        kind: What it is.
        name: Its label.
        path: Where it stands in its file's model.
        lane: An action's lane.
        step: Number of the row of an action's step.
        phase: Number of the row of a step's or action's phase.
        department: Graph id of the department that does or owns it.
    """

    id: str
    kind: NodeKind
    name: Label
    path: Path = ()
    lane: str | None = None
    step: int | None = None
    phase: int | None = None
    department: str | None = None


def grid_of(scope: Scope, stem: str) -> list[Row]:
    """Return the nodes of a file's grid: itself, its phases, steps and actions, in order."""
    blueprint = scope.blueprints[stem]
    names = blueprint.names
    know = _Departments(scope, stem)
    owner = know.one(blueprint.owner)
    rows = [Row(scope.blueprint_id(stem), "blueprint", blueprint.blueprint, department=owner)]
    phases: dict[int, int] = {}
    for local, index in names.phases.items():
        phases[index] = len(rows)
        label = blueprint.phases[index].phase
        rows.append(Row(scope.global_id(stem, local), "phase", label, ("phases", index)))
    for step in names.steps.values():
        number, phase = len(rows), phases[step.phase]
        moment = step.step.moment_of_truth
        owner = know.one(moment.owner) if moment else None
        step_id, title = scope.global_id(stem, step.id), title_of(step.step)
        rows.append(Row(step_id, "step", title, step.path, None, None, phase, owner))
        for local in step.actions:
            name = names.actions[local]
            action = name.action
            kind: Any = kind_of_lane(name.lane)
            doer = know.one(action.department) if isinstance(action, Act) else None
            action_id = scope.global_id(stem, local)
            rows.append(
                Row(action_id, kind, action.name, name.path, name.lane, number, phase, doer)
            )
    return rows


def own_of(scope: Scope, stem: str) -> list[Row]:
    """Return the nodes of what a file itself defines under an id."""
    return [
        _element(scope, stem, key, kind, element_id, element)
        for key, kind in NODE_KIND.items()
        for element_id, element in getattr(scope.blueprints[stem], key).items()
        if element is not None and element_id not in scope.shared
    ]


def shared_of(scope: Scope, catalog: OrganisationCatalog) -> list[Row]:
    """Return the nodes of what a catalog defines."""
    return [
        _element(scope, None, key, kind, element_id, element)
        for key, kind in NODE_KIND.items()
        for element_id, element in getattr(catalog, key, {}).items()
    ]


class _Departments:
    """Whom the departments' names mean in one file, each looked up once."""

    def __init__(self, scope: Scope, stem: str) -> None:
        self._scope = scope
        self._stem = stem
        self._known: dict[str | None, str | None] = {None: None}

    def one(self, ref: str | None) -> str | None:
        if ref not in self._known:
            self._known[ref] = department_of(self._scope, self._stem, ref)
        return self._known[ref]


def department_of(scope: Scope, stem: str | None, ref: str | None) -> str | None:
    """Return the graph id of the department a reference names, if it names one."""
    found = () if ref is None else scope.find(stem, ref, "department")
    return found[0] if len(found) == 1 else None


def _element(
    scope: Scope, stem: str | None, key: str, kind: NodeKind, element_id: str, element: Frozen
) -> Row:
    owner = getattr(element, "department", None) or getattr(element, "made_by", None)
    return Row(
        id=element_id if stem is None else scope.owned(stem, element_id),
        kind=kind,
        name=_name_of(element, element_id),
        path=(key, element_id),
        department=department_of(scope, stem, owner),
    )


def _name_of(element: Frozen, element_id: str) -> Label:
    found: Any = getattr(element, "name", None) or getattr(element, "text", element_id)
    name: Label = found
    return name
