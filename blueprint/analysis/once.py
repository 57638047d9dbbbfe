"""What several analyses ask of one graph, asked once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


def once(ask: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """Return a question that a graph is asked once; the next time the answer is at hand.

    The answer is kept with the graph, which never changes; whoever gets it only reads it.

    Args:
        ask: What is asked of a graph, or of another frozen value without slots, and of
            nothing else.

    Examples:
        >>> from blueprint.graph import graph_of
        >>> from blueprint.model import Blueprint
        >>> asked = []
        >>> @once
        ... def size(graph):
        ...     asked.append(graph)
        ...     return len(graph.nodes)
        >>> cafe = graph_of(Blueprint(blueprint="Café"))
        >>> size(cafe), size(cafe), len(asked)
        (1, 1, 1)
    """
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answered(asked: Asked) -> Answer:
        kept = vars(asked)
        if name not in kept:
            kept[name] = ask(asked)
        answer: Answer = kept[name]
        return answer

    return answered
