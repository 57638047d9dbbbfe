"""The main path: what most customers do next, step by step, until they leave."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.journey.ways import Journey, journey_of
from blueprint.analysis.once import once
from blueprint.graph import Graph


def main_path(graph: Graph, blueprint: str) -> tuple[str, ...]:
    """Return the ids of the steps on a blueprint's main path, in order.

    From the first step on, the likeliest way is taken; of equally likely ones the one written
    first. No step comes twice: a way back to where one was is left out, and so is a step from
    which nothing new leads on or out, as long as there is any other way out.

    Args:
        graph: The graph.
        blueprint: Graph id of the blueprint.

    Raises:
        ReferenceNotFoundError: No blueprint has the id.

    Examples:
        >>> from blueprint.graph import graph_of
        >>> from blueprint.model import Blueprint, Step
        >>> pay = Step(
        ...     step="Pay",
        ...     next=[{"to": "try-again", "probability": 0.1}, {"to": "leave", "probability": 0.9}],
        ... )
        >>> again = Step(step="Try again", next="pay")
        >>> shop = Blueprint(blueprint="Shop", phases={"Visit": ["Come", pay, again, "Leave"]})
        >>> main_path(graph_of(shop), "shop")
        ('come', 'pay', 'leave')
    """
    journey = journey_of(graph, blueprint)
    return tuple(journey.steps[n] for n in main_steps(journey))


@once
def main_steps(journey: Journey) -> tuple[int, ...]:
    """Return the positions of the steps on the main path, in order."""
    if not journey.steps:
        return ()
    path = [0]
    open_ways = [_likeliest_first(journey, 0)]
    met = {0}
    longest: tuple[int, ...] = ()
    while path:
        for to in open_ways[-1]:
            if to is None:
                return tuple(path)
            if to not in met:
                met.add(to)
                path.append(to)
                open_ways.append(_likeliest_first(journey, to))
                break
        else:
            longest = longest or tuple(path)
            path.pop()
            open_ways.pop()
    return longest


def _likeliest_first(journey: Journey, step: int) -> Iterator[int | None]:
    taken = [way for way in journey.ways[step] if way.probability > 0]
    return (way.to for way in sorted(taken, key=lambda way: -way.probability))
