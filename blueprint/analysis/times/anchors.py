"""Where promises begin and end: the steps their targets name, else those that keep them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from blueprint.analysis.amounts import length_of
from blueprint.graph import Graph
from blueprint.model import Promise, Target


class Ends(NamedTuple):
    """Places of the first and last step of a promise, and whether these are all of it."""

    first: int
    last: int
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A promise, and the steps that say where it begins and ends.

    Attributes:
        promise: Its number.
        begins: Numbers of the steps that ``target.from`` could mean; ``None`` where it is unsaid.
        ends_at: The same for ``target.to``.
        keepers: Numbers of the steps that keep it.
        promised: Seconds it promises at most.
        tolerance: How far it may be missed, in seconds.
    """

    promise: int
    begins: frozenset[int] | None
    ends_at: frozenset[int] | None
    keepers: frozenset[int]
    promised: float | None
    tolerance: float

    @property
    def steps(self) -> frozenset[int]:
        """All steps it is anchored at."""
        return (self.begins or frozenset()) | (self.ends_at or frozenset()) | self.keepers

    def ends(self, place: Mapping[int, int]) -> Ends | None:
        """Return where it begins and ends on a path; nothing where it is not on it.

        It goes from the step ``target.from`` to ``target.to``; where they are not said, from
        the first to the last of the steps that keep it.

        Args:
            place: The steps of the path, each with its place.
        """
        first, last = _only(self.begins, place), _only(self.ends_at, place)
        kept = [place[step] for step in self.keepers if step in place]
        start = first if first is not None else min(kept, default=last)
        end = last if last is not None else max(kept, default=first)
        if start is None or end is None or end < start:
            return None
        lost = (self.begins is not None and first is None) or (
            self.ends_at is not None and last is None
        )
        return Ends(start, end, not lost)


def _only(steps: frozenset[int] | None, place: Mapping[int, int]) -> int | None:
    at = {place[step] for step in steps or () if step in place}
    return at.pop() if len(at) == 1 else None


def anchors_of(graph: Graph) -> tuple[Anchor, ...]:
    """Return the promises of a graph with their anchors, in file order."""
    return tuple(_anchors(graph))


def _anchors(graph: Graph) -> Iterator[Anchor]:
    for node in graph.of_kind("promise"):
        promise, number = node.element, graph.index[node.id]
        if not isinstance(promise, Promise):
            continue
        target = promise.target or Target(measure="duration")
        promised = length_of(target.at_most) if isinstance(target.at_most, str) else None
        sources = (
            graph.sources[n] for n in graph.arriving[number] if graph.links.kinds[n] == "keeps"
        )
        homes = (graph.nodes[action].step for action in sources)
        yield Anchor(
            promise=number,
            begins=_meant(graph, node.home.stem, target.from_),
            ends_at=_meant(graph, node.home.stem, target.to),
            keepers=frozenset(graph.index[home] for home in homes if home is not None),
            promised=promised,
            tolerance=_tolerance(target, promised),
        )


def _meant(graph: Graph, stem: str | None, ref: str | None) -> frozenset[int] | None:
    if ref is None:
        return None
    found = graph.scope.find(stem, ref, "step")
    return frozenset(graph.index[step] for step in found if step in graph.index)


def _tolerance(target: Target, promised: float | None) -> float:
    missed = target.tolerance
    if isinstance(missed, str):
        return length_of(missed) or 0.0
    return max(0.0, missed or 0.0) * (promised or 0.0)
