"""What stands under one moment, how strongly, and on what a whole lane of it rests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from blueprint.analysis.foundations.alone import alone_under, part_of
from blueprint.analysis.spread.counting import reach_counts
from blueprint.analysis.spread.dominating import CHANGED_SET, dominators
from blueprint.analysis.spread.reaching import reach
from blueprint.analysis.spread.strongest import strongest
from blueprint.graph import Graph, Network

_LANES = ("frontstage", "backstage", "support", "other")

_FEW = 2
"""Of so many actions at least, all must rest on an element for it to be their common ground."""


@dataclass(frozen=True)
class Under:
    """What stands under one moment.

    Attributes:
        asked: Number of the step or element asked about.
        tops: Numbers of its actions that the customer lives through.
        hops: Everything under it with the fewest links, nearest first.
        likelihoods: How likely it is felt at the top, along the strongest path alone.
        gates: The last element that every path from the top to each passes.
        alone: What every way of support passes, nearest first.
        common: Per kind of action, what all of at least two of them rest on.
    """

    asked: int
    tops: tuple[int, ...]
    hops: Mapping[int, int]
    likelihoods: Mapping[int, float]
    gates: Mapping[int, int]
    alone: tuple[int, ...]
    common: Mapping[str, tuple[int, ...]]

    @cached_property
    def carried(self) -> Mapping[int, int]:
        """How many elements reach the top through an element only, by its number."""
        counts = dict.fromkeys(self.hops, 0)
        for node in reversed(self.hops):  # a gate is nearer to the top than what it carries
            gate = self.gates[node]
            if gate != CHANGED_SET:
                counts[gate] += counts[node] + 1
        return counts


def under_of(
    graph: Graph, asked: int, tops: tuple[int, ...], felt: Network, work: Network
) -> Under:
    """Return what stands under one moment, whose support ends at the tops."""
    upward = felt.turned
    hops = reach(upward, tops)
    paths = strongest(upward, tops)
    joint = graph.nodes[asked].kind != "department"  # whose parts nothing need stop all at once
    alone = alone_under(work, tops) if tops and joint else ()
    part = part_of(work, (*tops, *hops))
    return Under(
        asked=asked,
        tops=tops,
        hops=hops,
        likelihoods={node: paths.likelihoods[label] for node, label in paths.best.items()},
        gates=dominators(upward, tops),
        alone=alone,
        common={
            kind: tuple(node for node in _common(graph, kind, hops, part) if node not in alone)
            for kind in _LANES
        },
    )


def _common(graph: Graph, kind: str, hops: Mapping[int, int], part: Network) -> Iterator[int]:
    """Go through what all actions of a kind under a moment rest on, nearest first."""
    nodes = list(hops)
    offset = part.size - len(nodes)
    marked = [n for n, node in enumerate(nodes, start=offset) if graph.nodes[node].kind == kind]
    if len(marked) < _FEW:
        return
    counts = reach_counts(part, marked)
    own = set(marked)
    for n, node in enumerate(nodes, start=offset):
        if n not in own and counts[n] == len(marked):
            yield node


def weak_points(under: Under) -> tuple[int, ...]:
    """Return what alone can stop a moment, then what a whole lane under it rests on."""
    common = (node for nodes in under.common.values() for node in nodes)
    return tuple(dict.fromkeys((*under.alone, *common)))
