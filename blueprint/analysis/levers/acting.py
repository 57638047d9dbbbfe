"""The levers of a service: where each acts, from when to when, meant to move what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis.written import holders
from blueprint.graph import Graph
from blueprint.integrity.referring import Wanted
from blueprint.words import Phrase
from blueprint.words.label import label_phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """One lever.

    Attributes:
        node: Its number in the graph.
        effect: Whether it helps or hinders.
        steps: Numbers of the steps it acts at.
        since: The day it began, if that is told.
        ended: The day it ended.
        metrics: Numbers of the metrics it should move.
        primary: Number of the one that decides.
        strategy: Of which strategy it is.
    """

    node: int
    effect: Literal["accelerator", "inhibitor"]
    steps: tuple[int, ...]
    since: str | None
    ended: str | None
    metrics: tuple[int, ...]
    primary: int | None
    strategy: Phrase | None

    @property
    def turned_round(self) -> bool:
        """Whether it ends before it begins."""
        return self.since is not None and self.ended is not None and self.ended < self.since


def acting(graph: Graph) -> Iterator[Acting]:
    """Go through the levers of all files, in file order."""
    for stem, catalog in holders(graph):
        for key, lever in catalog.levers.items():
            own = key if stem is None else graph.scope.owned(stem, key)
            if own not in graph.index:
                continue
            primary = meant(graph, stem, [lever.primary] if lever.primary else [], "metric")
            named = meant(graph, stem, lever.metrics, "metric")
            yield Acting(
                node=graph.index[own],
                effect=lever.effect,
                steps=meant(graph, stem, lever.steps, "step"),
                since=lever.since,
                ended=lever.ended,
                metrics=tuple(dict.fromkeys((*primary, *named))),
                primary=primary[0] if primary else None,
                strategy=None if lever.strategy is None else label_phrase(lever.strategy),
            )


def meant(graph: Graph, stem: str | None, refs: Sequence[str], wants: Wanted) -> tuple[int, ...]:
    """Return the numbers of what references mean, seen from a file or the catalog, each once."""
    found = (graph.scope.find(stem, ref, wants) for ref in refs)
    ids = (one[0] for one in found if one and one[0] in graph.index)
    return tuple(dict.fromkeys(graph.index[entry] for entry in ids))
