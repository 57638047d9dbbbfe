"""The nodes of the graph: everything a blueprint, and the catalog, is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from blueprint.integrity.pairs import kind_of_lane
from blueprint.integrity.referring import Path
from blueprint.integrity.scope import Scope
from blueprint.model import Act, Blueprint, Frozen, Label, NodeKind, title_of

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
        element: The element of the model; an action, step, department …
        path: Where it stands in its file's model.
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
    element: Frozen
    path: Path = ()
    blueprint: str | None = None
    lane: str | None = None
    step: str | None = None
    phase: str | None = None
    department: str | None = None
    same: tuple[str, ...] = ()


def nodes_of(scope: Scope) -> Iterator[Node]:
    """Go through all nodes: each file's grid, its own elements, then the catalog's."""
    for stem, blueprint in scope.blueprints.items():
        yield from _grid(scope, stem, blueprint)
    for stem, blueprint in scope.blueprints.items():
        yield from _named(scope, stem, blueprint)
    if scope.catalog is not None:
        for key, kind in NODE_KIND.items():
            for element_id, element in getattr(scope.catalog, key, {}).items():
                yield _element(scope, None, key, kind, element_id, element)


def department_of(scope: Scope, stem: str | None, ref: str | None) -> str | None:
    """Return the graph id of the department a reference names, if it names one."""
    found = () if ref is None else scope.find(stem, ref, "department")
    return found[0] if len(found) == 1 else None


def _grid(scope: Scope, stem: str, blueprint: Blueprint) -> Iterator[Node]:
    names = blueprint.names
    home = scope.blueprint_id(stem)
    yield Node(
        id=home,
        kind="blueprint",
        name=blueprint.blueprint,
        element=blueprint,
        blueprint=home,
        department=department_of(scope, stem, blueprint.owner),
    )
    phases = {index: scope.global_id(stem, local) for local, index in names.phases.items()}
    for index, phase_id in phases.items():
        phase = blueprint.phases[index]
        path = ("phases", index)
        yield Node(
            id=phase_id, kind="phase", name=phase.phase, element=phase, path=path, blueprint=home
        )
    for step in names.steps.values():
        step_id = scope.global_id(stem, step.id)
        moment = step.step.moment_of_truth
        yield Node(
            id=step_id,
            kind="step",
            name=title_of(step.step),
            element=step.step,
            path=step.path,
            blueprint=home,
            phase=phases[step.phase],
            department=department_of(scope, stem, moment.owner if moment else None),
        )
        for local in step.actions:
            yield _action(scope, stem, local, home, step_id, phases[step.phase])


def _action(scope: Scope, stem: str, local: str, home: str, step: str, phase: str) -> Node:
    name = scope.blueprints[stem].names.actions[local]
    action = name.action
    return Node(
        id=scope.global_id(stem, local),
        kind=kind_of_lane(name.lane),  # type: ignore[arg-type]
        name=action.name,
        element=action,
        path=name.path,
        blueprint=home,
        lane=name.lane,
        step=step,
        phase=phase,
        department=department_of(
            scope, stem, action.department if isinstance(action, Act) else None
        ),
    )


def _named(scope: Scope, stem: str, blueprint: Blueprint) -> Iterator[Node]:
    for key, kind in NODE_KIND.items():
        for element_id, element in getattr(blueprint, key).items():
            if element is not None and element_id not in scope.shared:
                yield _element(scope, stem, key, kind, element_id, element)


def _element(
    scope: Scope, stem: str | None, key: str, kind: NodeKind, element_id: str, element: Frozen
) -> Node:
    owner = getattr(element, "department", None) or getattr(element, "made_by", None)
    return Node(
        id=element_id if stem is None else scope.owned(stem, element_id),
        kind=kind,
        name=_name_of(element, element_id),
        element=element,
        path=(key, element_id),
        blueprint=None if stem is None else scope.blueprint_id(stem),
        department=department_of(scope, stem, owner),
    )


def _name_of(element: Frozen, element_id: str) -> Label:
    found: Any = getattr(element, "name", None) or getattr(element, "text", element_id)
    name: Label = found
    return name
