"""The steps and actions that are moments of truth or hold a standard, file by file."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from blueprint.graph import Graph
from blueprint.model import Act, Step


def marked(graph: Graph, blueprints: Collection[str]) -> Iterator[tuple[int, Step | Act]]:
    """Go through the steps and actions of some blueprints that are held to something.

    The files are read, not the nodes: of very many elements only a few are marked.

    Args:
        graph: The graph.
        blueprints: Graph ids of the blueprints.

    Returns:
        The number of each step that is a moment of truth, and of each action that is one or
        has a standard, with the element itself; in file order.
    """
    scope = graph.scope
    for stem, blueprint in scope.blueprints.items():
        if scope.blueprint_id(stem) not in blueprints:
            continue
        names = blueprint.names
        for step in names.steps.values():
            if step.step.moment_of_truth is not None:
                yield graph.index[scope.global_id(stem, step.id)], step.step
            for local in step.actions:
                action = names.actions[local].action
                if not isinstance(action, Act) or _plain(action):
                    continue
                number = graph.index[scope.global_id(stem, local)]
                if graph.nodes[number].id == scope.global_id(stem, local):
                    yield number, action


def _plain(action: Act) -> bool:
    return action.moment_of_truth is None and action.standard is None


def homes_of(graph: Graph, numbers: Collection[int]) -> frozenset[str]:
    """Return the blueprints in which some elements stand."""
    homes = {graph.nodes[number].blueprint for number in numbers}
    return frozenset(home for home in homes if home is not None)
