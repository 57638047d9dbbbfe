"""What is needed to say an element in one language: the graph, the file, and the words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from blueprint.errors import ReferenceNotFoundError
from blueprint.graph import Graph, Node
from blueprint.integrity import Scope
from blueprint.integrity.referring import Wanted
from blueprint.model import Blueprint, LanguageMap, Names, said
from blueprint.words import Phrase, translator


@dataclass(frozen=True)
class Context:
    """One file of a graph, to be shown in one language.

    Attributes:
        graph: The graph it stands in.
        stem: The file; ``None`` for what the catalog says.
        lang: The language of all texts.
    """

    graph: Graph
    stem: str | None
    lang: str

    @property
    def scope(self) -> Scope:
        """The files that may be named, and their catalog."""
        return self.graph.scope

    @cached_property
    def blueprint(self) -> Blueprint:
        """The blueprint of the file."""
        return self.scope.blueprints[self.stem or ""]

    @property
    def names(self) -> Names:
        """The ids within the file."""
        return self.blueprint.names

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Every node by its own id; a card that is the same as another keeps its own."""
        return {node.id: node for node in self.graph.nodes}

    @cached_property
    def currency(self) -> str:
        """The currency of all amounts, or ``""``."""
        own = self.blueprint.currency if self.stem is not None else None
        shared = self.scope.catalog.currency if self.scope.catalog else None
        return own or shared or ""

    def own(self, local: str) -> str:
        """Return the graph id of a step, action or phase of the file."""
        return self.scope.global_id(self.stem or "", local)

    def word(self, text: str) -> str:
        """Say a text of the program."""
        return translator(self.lang)(text)

    def phrase(self, template: str, **values: str | float | Phrase) -> str:
        """Say a sentence of the program with its values filled in."""
        return Phrase.of(template, **values).into(self.lang)

    def say(self, label: str | LanguageMap | None) -> str:
        """Say a label of the file."""
        return said(label, self.lang)

    def term(self, label: str | LanguageMap | None) -> str:
        """Say a label of the file; where it is a word of the program, in the program's words."""
        return self.word(label) if isinstance(label, str) and label else self.say(label)

    def meant(self, ref: str, wants: Wanted) -> tuple[str, str]:
        """Return id and name of what a reference means; its own text where it means nothing."""
        found = self.scope.find(self.stem, ref, wants)
        node = self.nodes.get(found[0]) if len(found) == 1 else None
        return (node.id, self.say(node.name)) if node else ("", ref)


def context_of(source: Blueprint | Graph, lang: str, stem: str | None) -> Context:
    """Return the context for showing a blueprint, or one blueprint of a graph.

    Raises:
        InvalidBlueprintError: A name of the blueprint means nothing or two things.
        ReferenceNotFoundError: ``stem`` names no blueprint of the graph, or none is named
            where there are several.
    """
    if isinstance(source, Blueprint):
        from blueprint.graph import graph_of

        return Context(graph_of(source), source.stem or "", lang)
    known = source.scope.blueprints
    if stem is None and len(known) == 1:
        stem = next(iter(known))
    if stem is None or stem not in known:
        raise ReferenceNotFoundError(
            Phrase.of("say which blueprint to show: {stems}", stems=", ".join(known))
        )
    return Context(source, stem, lang)
