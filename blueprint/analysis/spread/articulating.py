"""Nodes and links that alone hold a network together, whichever way its links point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from blueprint.graph import Network


@dataclass(frozen=True, slots=True)
class Joint:
    """A node without which what it joins falls apart.

    Attributes:
        node: Its number.
        pieces: Into how many pieces.
        cut_off: How many nodes are then outside the largest of them.
    """

    node: int
    pieces: int
    cut_off: int


@dataclass(frozen=True, slots=True)
class Joints:
    """What alone holds a network together.

    Attributes:
        nodes: The nodes, those that cut off most first.
        bridges: Pairs of nodes, the smaller first, between which there is only the one link,
            in order, with how many nodes stand on the smaller side.
    """

    nodes: tuple[Joint, ...]
    bridges: tuple[tuple[int, int, int], ...]


def joints(network: Network) -> Joints:
    """Return the articulation points and bridges of a network, its arcs taken both ways.

    A node stands in two or more biconnected components (Hopcroft & Tarjan 1973) just when the
    network falls apart without it; a component of two nodes is a bridge. Components and the
    nodes they share are a tree, on which what is cut off is counted.

    Examples:
        >>> ways = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)]
        >>> found = joints(Network.of(5, [(a, b, 0.5, 1.0) for a, b in ways]))
        >>> [(joint.node, joint.pieces, joint.cut_off) for joint in found.nodes], found.bridges
        ([(2, 2, 2), (3, 2, 1)], ((2, 3, 2), (3, 4, 1)))
    """
    import networkx as nx

    joined: Any = nx.Graph()
    for node, onward in enumerate(network.successors):
        joined.add_edges_from((node, to) for to in onward)
    found: Any = nx.biconnected_components(joined)
    blocks: list[list[int]] = sorted(sorted(block) for block in found)
    in_blocks: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        for node in block:
            in_blocks.setdefault(node, []).append(number)
    sides = _sides(blocks, in_blocks)
    held = []
    for node, own in in_blocks.items():
        if len(own) > 1:
            parts = [sides[node, number] for number in own]
            held.append(Joint(node, len(parts), sum(parts) - max(parts)))
    bridges = []
    for number, block in enumerate(blocks):
        if len(block) == 2:  # noqa: PLR2004  (one link)
            one, other = block
            beyond = [_beyond(sides, in_blocks, node, number) for node in block]
            bridges.append((one, other, min(beyond)))
    return Joints(
        tuple(sorted(held, key=lambda joint: (-joint.cut_off, joint.node))), tuple(bridges)
    )


def _beyond(
    sides: dict[tuple[int, int], int], in_blocks: dict[int, list[int]], node: int, block: int
) -> int:
    """Return how many nodes stand on a node's side of a bridge, itself among them."""
    return 1 + sum(sides[node, other] for other in in_blocks[node] if other != block)


def _sides(blocks: list[list[int]], in_blocks: dict[int, list[int]]) -> dict[tuple[int, int], int]:
    """Return, per node and component of it, how many nodes are joined to it by that one alone."""
    sides: dict[tuple[int, int], int] = {}
    begun: set[int] = set()
    for root in range(len(blocks)):
        if root in begun:
            continue
        order, above = _tree(root, blocks, in_blocks)
        begun.update(order)
        held: dict[int, int] = {}
        for block in reversed(order):
            total = len(blocks[block])
            for node in blocks[block]:
                if node != above.get(block):
                    total += sum(held[o] for o in in_blocks[node] if o != block)
            gate = above.get(block)
            held[block] = total - 1 if gate is not None else total
            if gate is not None:
                sides[gate, block] = held[block]
        whole = held[root]
        for block in order:
            for node in blocks[block]:
                if node != above.get(block):
                    below = sum(held[o] for o in in_blocks[node] if o != block)
                    sides[node, block] = whole - 1 - below
    return sides


def _tree(
    root: int, blocks: list[list[int]], in_blocks: dict[int, list[int]]
) -> tuple[list[int], dict[int, int]]:
    """Return the components joined to one, each behind the one above, and the node between."""
    order = [root]
    above: dict[int, int] = {}
    seen = {root}
    for block in order:
        for node in blocks[block]:
            for other in in_blocks[node] if node != above.get(block) else ():
                if other not in seen:
                    seen.add(other)
                    above[other] = node
                    order.append(other)
    return order, above
