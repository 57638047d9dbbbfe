"""Of which steps nobody can tell how often customers come to them, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blueprint.analysis.naming import named
from blueprint.analysis.times.timed import Walk
from blueprint.graph import Graph
from blueprint.words import Phrase


def unsure(graph: Graph, walks: Iterable[Walk]) -> Iterator[Phrase]:
    """Say at which steps averages end: ways that do not add up, and loops without a way out.

    Args:
        graph: The graph.
        walks: The main paths of its blueprints.
    """
    own = list(walks)
    adding = [walk.journey.steps[n] for walk in own for n in walk.journey.doubtful]
    if adding:
        yield Phrase.of(
            "averages over all ways: the probabilities of the ways on from {steps} do not add to 1",
            steps=named(graph, [graph.index[step] for step in adding]),
        )
    circling = [
        step
        for walk in own
        if not walk.journey.doubtful
        for step, often in walk.often.items()
        if often is None
    ]
    if circling:
        yield Phrase.of(
            "averages over all ways: no way out leads from {steps}, or too many loops meet there",
            steps=named(graph, circling),
        )
