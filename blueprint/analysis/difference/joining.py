"""The new graph of a comparison with what is gone still in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from blueprint.analysis.difference.results import Difference
from blueprint.graph import Graph
from blueprint.graph.widening import widened
from blueprint.model import Link

_HOMES = ("step", "phase", "blueprint", "department")
"""Fields of a node that hold the id of another."""


def joined(found: Difference) -> Graph:
    """Return the new graph with what is gone still in it, and with its links."""
    was, now, called, same = found.old, found.new, found.called, found.same
    gone = [
        replace(
            node,
            id=called[node.id],
            same=(),
            **{home: called.get(getattr(node, home), getattr(node, home)) for home in _HOMES},
        )
        for node in was.nodes
        if node.id not in same
    ]
    left = {node.id for node in gone}
    if not gone:
        return now
    links = [
        renamed(link, called)
        for link in was.links
        if called.get(link.source, link.source) in left
        or called.get(link.target, link.target) in left
    ]
    cards = {
        called[node.id]: called[other.id]
        for node in was.nodes
        if node.id not in same and (other := was.nodes[was.index[node.id]]).id != node.id
    }
    return widened(now, gone, links, cards)


def renamed(link: Link, called: Mapping[str, str]) -> Link:
    """Return a link between what its ends are called now."""
    ends = {
        "source": called.get(link.source, link.source),
        "target": called.get(link.target, link.target),
    }
    return link.model_copy(update=ends)
