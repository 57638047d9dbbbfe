"""The channels that are defined, and through which nothing goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.channels.offered import channel_of
from blueprint.analysis.written import holders
from blueprint.graph import Graph
from blueprint.model import Act
from blueprint.model.links import ACTING


def unused(graph: Graph, offered: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """Return the channels that no step, action, notice or complaint goes through, in order.

    Args:
        graph: The graph.
        offered: The channels of each touchpoint.
    """
    used = {channel for own in offered.values() for channel in own}
    used.update(_elsewhere(graph))
    return tuple(n for n in (graph.index[c.id] for c in graph.of_kind("channel")) if n not in used)


def _elsewhere(graph: Graph) -> Iterator[int]:
    for number, kind in enumerate(graph.links.kinds):
        if kind == "via":
            yield graph.targets[number]
    for node in graph.nodes:
        if node.kind in ACTING and isinstance(act := node.element, Act) and act.notice is not None:
            for ref in act.notice.channels:
                yield from channel_of(graph, node.home.stem, ref)
    for stem, holder in holders(graph):
        if holder.complaints is not None:
            for ref in (*holder.complaints.channels, *holder.complaints.told_in):
                yield from channel_of(graph, stem, ref)
