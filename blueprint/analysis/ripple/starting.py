"""Where a change starts: from the ids somebody wrote to nodes of the graph."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.errors import ReferenceNotFoundError
from blueprint.graph import Graph, Node
from blueprint.integrity import Scope
from blueprint.model.links import ACTIONS
from blueprint.words import Phrase


def meant_by(graph: Graph, ref: str) -> Node:
    """Return the one node that a written id means, seen from the whole workspace.

    Args:
        graph: The graph.
        ref: ``id``, or ``file:id``.

    Raises:
        ReferenceNotFoundError: It means nothing, or several; the message says what to write.
    """
    scope = graph.scope
    found = [ref] if ref in graph.index else list(scope.find(None, ref, "any"))
    found = [i for i in found if i in graph.index]
    if len(found) > 1:
        raise ReferenceNotFoundError.ambiguous(ref, found)
    if found:
        return graph.node(found[0])
    near = _nearest(scope, ref)
    if near is not None:
        raise ReferenceNotFoundError(
            Phrase.of("nothing here has the id “{id}”; did you mean “{near}”?", id=ref, near=near)
        )
    raise ReferenceNotFoundError(Phrase.of("nothing here has the id “{id}”", id=ref))


def starts_of(graph: Graph, node: Node) -> tuple[int, ...]:
    """Return the numbers of the nodes a change to an element starts at.

    A step, phase or blueprint starts at all its actions; a department at all it performs
    and owns, an owned step at its actions; everything else at itself.
    """
    match node.kind:
        case "step" | "phase" | "blueprint":
            inside = tuple(_standing_in(graph, node))
            return inside or (graph.index[node.id],)
        case "department":
            return tuple(dict.fromkeys(_of_department(graph, node))) or (graph.index[node.id],)
        case _:
            return (graph.index[node.id],)


def _standing_in(graph: Graph, container: Node) -> Iterator[int]:
    for node in graph.nodes:
        home = {"step": node.step, "phase": node.phase, "blueprint": node.blueprint}
        if node.kind in ACTIONS and home[container.kind] == container.id:
            yield graph.index[node.id]


def _of_department(graph: Graph, department: Node) -> Iterator[int]:
    for number in graph.leaving[graph.index[department.id]]:
        target = graph.targets[number]
        owned = graph.nodes[target]
        if graph.links.kinds[number] == "performs":
            yield target
        elif graph.links.kinds[number] == "owns":
            yield from starts_of(graph, owned) if owned.kind == "step" else (target,)


def _nearest(scope: Scope, ref: str) -> str | None:
    file, colon, local = ref.rpartition(":")
    if not colon:
        return scope.nearest(None, ref, "any")
    if file in scope.blueprints:
        near = scope.nearest(file, local, "any")
        return f"{file}:{near}" if near else None
    near = scope.nearest(None, file, "blueprint")
    return f"{near}:{local}" if near else None
