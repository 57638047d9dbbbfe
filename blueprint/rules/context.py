"""What a rule looks at: one file with its catalog, its graph, and the day to judge by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from blueprint.graph import Graph, Node
from blueprint.integrity import Reference, Scope, Wanted, catalog_references, lanes_of, references
from blueprint.model import (
    Act,
    ActionName,
    Blueprint,
    Change,
    Department,
    OrganisationCatalog,
    Persona,
    StepName,
)
from blueprint.rules.rule import Path
from blueprint.words import Phrase
from blueprint.words.label import label_phrase


@dataclass(frozen=True)
class Context:
    """One file, and everything around it that a rule may ask.

    Attributes:
        value: The file: a blueprint, or the catalog of its workspace.
        stem: The blueprint's stem; ``None`` for the catalog.
        scope: The files that may name each other.
        graph: Their graph, without the links that name nothing.
        as_of: The day to judge by; without one nothing that needs a day is judged.
        changes: The workspace's change files, by stem.
        settable: Codes and names that ``rules`` and ``ignore`` may name.
        fixed: Codes that keep a file from being used, whatever it says about them.
        idle_ignores: Which entries under ``ignore`` fitted no finding.
    """

    value: Blueprint | OrganisationCatalog
    stem: str | None
    scope: Scope
    graph: Graph
    as_of: date | None = None
    changes: Mapping[str, Change] = field(default_factory=dict)
    settable: Mapping[str, str] = field(default_factory=dict)
    fixed: tuple[str, ...] = ()
    idle_ignores: tuple[int, ...] = ()

    @property
    def blueprint(self) -> Blueprint | None:
        """The blueprint, where the file is one."""
        return self.value if isinstance(self.value, Blueprint) else None

    @property
    def steps(self) -> Iterable[StepName]:
        """The file's steps, in order; a catalog has none."""
        return self.blueprint.names.steps.values() if self.blueprint else ()

    @property
    def actions(self) -> Iterable[ActionName]:
        """The file's actions, in order; a catalog has none."""
        return self.blueprint.names.actions.values() if self.blueprint else ()

    @cached_property
    def acts(self) -> tuple[tuple[ActionName, Act], ...]:
        """The file's actions that somebody or something performs, in order."""
        return tuple((name, name.action) for name in self.actions if isinstance(name.action, Act))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Everything the file names."""
        if self.blueprint is not None:
            return tuple(references(self.blueprint))
        return tuple(catalog_references(self.value))

    @cached_property
    def lane_ranks(self) -> Mapping[str, int]:
        """The file's lanes with their place from the top."""
        lanes = lanes_of(self.blueprint) if self.blueprint else ()
        return {lane.id: rank for rank, lane in enumerate(lanes)}

    @property
    def departments(self) -> Mapping[str, Department]:
        """The departments that the file or its catalog defines."""
        shared = self.scope.catalog.departments if self.scope.catalog else {}
        return {**shared, **self.value.departments}

    @property
    def personas(self) -> Mapping[str, Persona]:
        """Whose journeys these are: the blueprint's personas, or all that a catalog defines."""
        shared = self.scope.catalog.personas if self.scope.catalog else {}
        if self.blueprint is None:
            return shared
        chosen = {key: own or shared.get(key) for key, own in self.blueprint.personas.items()}
        return {key: persona for key, persona in chosen.items() if persona is not None}

    @property
    def home(self) -> str:
        """The graph id of the blueprint itself; empty for a catalog."""
        return "" if self.stem is None else self.scope.blueprint_id(self.stem)

    def having_ignored(self, idle: tuple[int, ...]) -> Context:
        """Return the same, knowing which entries under ``ignore`` fitted no finding."""
        return replace(self, idle_ignores=idle)

    def id(self, local: str) -> str:
        """Return the graph id of one of the file's steps or actions."""
        return local if self.stem is None else self.scope.global_id(self.stem, local)

    def element(self, key: str) -> str:
        """Return the graph id of something the file defines under an id."""
        return key if self.stem is None else self.scope.owned(self.stem, key)

    def one(self, ref: str | None, wants: Wanted) -> str | None:
        """Return the graph id that a written name means, if it means exactly one element."""
        found = () if ref is None else self.scope.find(self.stem, ref, wants)
        return found[0] if len(found) == 1 else None

    def node(self, id: str | None) -> Node | None:  # noqa: A002
        """Return the node of a graph id, if it is one."""
        known = id is not None and id in self.graph.index
        return self.graph.nodes[self.graph.index[id]] if known and id is not None else None

    def named(self, id: str) -> Phrase:  # noqa: A002
        """Return how an element is called in a sentence: its label, and its id behind it."""
        node = self.node(id)
        if node is None or node.name == id:
            return Phrase.of("“{id}”", id=id)
        return Phrase.of("“{name}” ({id})", name=label_phrase(node.name), id=id)


def title_path(name: StepName) -> Path:
    """Return where a step's title is written."""
    if name.step.step is not None:
        return (*name.path, "step")
    if name.step.customer:
        return (*name.path, "customer", len(name.step.customer) - 1, "name")
    return name.path


def name_path(name: ActionName) -> Path:
    """Return where an action's name is written."""
    return (*name.path, "name")
