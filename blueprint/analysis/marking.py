"""Marks of an overlay: on a card, and on every other card that is the same thing."""

from __future__ import annotations

from blueprint.graph import Graph
from blueprint.report import Mark


def light(marks: dict[str, Mark], graph: Graph, number: int, mark: Mark) -> None:
    """Mark an element, and every other card that is the same thing; the first mark stays.

    Args:
        marks: The marks so far, by element id.
        graph: The graph.
        number: The element.
        mark: How it is to be marked.
    """
    node = graph.nodes[number]
    for card in (node.id, *node.same):
        marks.setdefault(card, mark)
