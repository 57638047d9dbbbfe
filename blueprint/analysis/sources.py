"""What can be asked about, as the one graph that all analyses look at."""

from __future__ import annotations

from typing import Protocol

from blueprint.errors import BlueprintError
from blueprint.graph import Graph, graph_of
from blueprint.integrity import Scope, alone
from blueprint.model import Blueprint
from blueprint.words import Phrase


class HasScope(Protocol):
    """A workspace: whatever has a scope."""

    @property
    def scope(self) -> Scope:
        """What names mean in it."""
        ...


Source = Blueprint | HasScope | Scope | Graph
"""A blueprint, a workspace, its scope, or the graph of either."""


def graph_from(source: Source) -> Graph:
    """Return the graph of whatever is asked about.

    Args:
        source: A blueprint, a workspace, its scope, or a graph as it is.

    Raises:
        InvalidBlueprintError: A name means nothing or two things.
        BlueprintError: It is nothing that can be asked about.

    Examples:
        >>> from blueprint.model import Step
        >>> cafe = Blueprint(blueprint="Café", phases={"Visit": [Step(customer="Pays")]})
        >>> [node.kind for node in graph_from(cafe).nodes]
        ['blueprint', 'phase', 'step', 'customer']
    """
    if isinstance(source, Graph):
        return source
    if isinstance(source, (Blueprint, Scope)):
        return graph_of(source if isinstance(source, Scope) else alone(source))
    scope = getattr(source, "scope", None)
    if isinstance(scope, Scope):
        return graph_of(scope)
    raise BlueprintError(
        Phrase.of(
            "expected a blueprint, a workspace or a graph, not a {kind}", kind=type(source).__name__
        )
    )
