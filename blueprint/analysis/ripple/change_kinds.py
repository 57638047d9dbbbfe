"""Of which kinds a change is, so that those who asked to hear of such changes do.

- *product*: a product, or a promise about a product, is changed, added or removed.
- *channel*: a channel, or a promise about a channel, is.
- *service*: anything else is: an action, a step, a system, an article, a department's work,
  or a promise, for a promise is always part of the service that keeps it.
- *cost*: the change says what something costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from blueprint.graph import Graph, Node
from blueprint.model import Change, Promise

ChangeKind = Literal["product", "service", "channel", "cost"]
"""What a department can ask to be told of."""

_ORDER: tuple[ChangeKind, ...] = ("product", "service", "channel", "cost")


def kinds_of_change(
    graph: Graph, elements: Iterable[Node], change: Change | None
) -> tuple[ChangeKind, ...]:
    """Return the kinds of a change, in a fixed order.

    Args:
        graph: The graph with the change in effect.
        elements: What is changed, added or removed.
        change: The change, where a file says it.
    """
    found = {kind for node in elements for kind in _kinds(graph, node)}
    if change is not None and change.cost:
        found.add("cost")
    return tuple(kind for kind in _ORDER if kind in found)


def _kinds(graph: Graph, node: Node) -> Iterator[ChangeKind]:
    match node.kind:
        case "product":
            yield "product"
        case "channel":
            yield "channel"
        case "promise":
            yield "service"
            about = subject_of(graph, node)
            if about is not None and about.kind in ("product", "channel"):
                yield from _kinds(graph, about)
        case _:
            yield "service"


def subject_of(graph: Graph, promise: Node) -> Node | None:
    """Return what a promise is about; ``None`` where it is about the whole service."""
    if not isinstance(promise.element, Promise) or promise.element.about is None:
        return None
    stem = promise.blueprint and _stem_of(graph, promise.blueprint)
    found = graph.scope.find(stem, promise.element.about, "any")
    known = [i for i in found if i in graph.index]
    return graph.node(known[0]) if len(known) == 1 else None


def _stem_of(graph: Graph, blueprint: str) -> str | None:
    scope = graph.scope
    return next((stem for stem in scope.blueprints if scope.blueprint_id(stem) == blueprint), None)
