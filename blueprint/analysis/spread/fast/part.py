"""What a changed set reaches, numbered anew, compiled."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

from blueprint.analysis.spread.fast.arrays import Nodes, Numbers, Shares
from blueprint.analysis.spread.fast.compiling import compiled
from blueprint.analysis.spread.part import Part
from blueprint.graph import Network

Flags = npt.NDArray[np.bool_]


def part_of_fast(
    network: Network,
    starts: Sequence[int],
    closed: Collection[int],
    within: Collection[int] | None,
) -> Part:
    """Return what some starts reach.

    The arrays as long as the network are only claimed, not filled: memory of which nothing is
    used costs nothing.
    """
    size = network.size
    barred = np.zeros(size, np.bool_)
    if within is not None:
        barred[:] = True
        barred[list(within)] = False
    barred[[*starts, *closed]] = True
    nodes = np.zeros((6, size + 1), np.int64)
    ahead = np.empty(network.arc_count, np.int64)
    chances = np.empty(network.arc_count)
    begins = np.asarray(starts, dtype=np.int64)
    arcs = (network.first, network.targets, network.likelihoods)
    own, goals, likelihoods = (np.asarray(values) for values in arcs)
    order, sizes = _walked(own, goals, likelihoods, begins, barred, nodes, ahead, chances)
    first, targets, kept = _numbered(order, nodes, ahead, chances)
    return Part(
        nodes=array("q", (order - 1).tobytes()),
        first=array("q", first.tobytes()),
        targets=array("q", targets.tobytes()),
        likelihoods=array("d", kept.tobytes()),
        clusters=array("q", np.concatenate([[0], np.cumsum(sizes)]).tobytes()),
    )


_CLOSED = np.iinfo(np.int64).max
# Rows of what is noted per node; node 0 is the changed set, node n + 1 the network's n.
_ENTERED, _LOW, _FINISHED, _BEGIN, _END, _PLACE = range(6)


@compiled
def _gather(
    node: int,
    first: Numbers,
    targets: Nodes,
    likelihoods: Shares,
    starts: Numbers,
    barred: Flags,
    nodes: Numbers,
    ahead: Numbers,
    chances: Shares,
    used: int,
) -> int:
    """Put the arcs of a node, those to the same node as one, behind those already there."""
    nodes[_BEGIN, node] = used
    for at in range(starts.size if node == 0 else 1):
        source = starts[at] if node == 0 else node - 1
        for arc in range(first[source], first[source + 1]):
            target = targets[arc] + 1
            if barred[target - 1]:
                continue
            place = nodes[_PLACE, target] - 1
            if place >= nodes[_BEGIN, node]:
                chances[place] = 1 - (1 - chances[place]) * (1 - likelihoods[arc])
                continue
            ahead[used], chances[used] = target, likelihoods[arc]
            used += 1
            nodes[_PLACE, target] = used
    nodes[_END, node] = used
    return used


@compiled
def _walked(
    first: Numbers,
    targets: Nodes,
    likelihoods: Shares,
    starts: Numbers,
    barred: Flags,
    nodes: Numbers,
    ahead: Numbers,
    chances: Shares,
) -> tuple[Numbers, Numbers]:
    """Return the nodes in order and the sizes of their clusters, as the plain twin does."""
    most = nodes.shape[1]
    order, sizes = np.empty(most, np.int64), np.empty(most, np.int64)
    opened, calls, nexts = (
        np.empty(most, np.int64),
        np.empty(most, np.int64),
        np.empty(most, np.int64),
    )
    entered = finished = used = open_count = 0
    tail = clusters = most
    depth, node = -1, 0
    while True:
        if node >= 0:
            entered += 1
            nodes[_ENTERED, node] = nodes[_LOW, node] = entered
            used = _gather(
                node, first, targets, likelihoods, starts, barred, nodes, ahead, chances, used
            )
            opened[open_count] = node
            open_count += 1
            depth += 1
            calls[depth], nexts[depth] = node, nodes[_BEGIN, node]
        here, node = calls[depth], -1
        while nexts[depth] < nodes[_END, here] and node < 0:
            target = ahead[nexts[depth]]
            nexts[depth] += 1
            if nodes[_ENTERED, target] == 0:
                node = target
            elif nodes[_LOW, target] < nodes[_LOW, here]:
                nodes[_LOW, here] = nodes[_LOW, target]
        if node >= 0:
            continue
        finished += 1
        nodes[_FINISHED, here] = finished
        if nodes[_LOW, here] == nodes[_ENTERED, here]:
            begin = open_count - 1
            while opened[begin] != here:
                begin -= 1
            cluster = opened[begin:open_count]
            kept = np.empty(cluster.size, np.int64)
            for at in range(cluster.size):
                kept[at] = -nodes[_FINISHED, cluster[at]]
                nodes[_LOW, cluster[at]] = _CLOSED
            tail -= cluster.size
            order[tail : tail + cluster.size] = cluster[np.argsort(kept)]
            clusters -= 1
            sizes[clusters] = cluster.size
            open_count = begin
        depth -= 1
        if depth < 0:
            break
        nodes[_LOW, calls[depth]] = min(nodes[_LOW, calls[depth]], nodes[_LOW, here])
    return order[tail:].copy(), sizes[clusters:].copy()


@compiled
def _numbered(
    order: Numbers, nodes: Numbers, ahead: Numbers, chances: Shares
) -> tuple[Numbers, Numbers, Shares]:
    """Return the arcs in the order of their nodes, with the new numbers."""
    first = np.zeros(order.size + 1, np.int64)
    for number in range(order.size):
        node = order[number]
        nodes[_PLACE, node] = number
        first[number + 1] = first[number] + nodes[_END, node] - nodes[_BEGIN, node]
    targets, likelihoods = np.empty(first[-1], np.int64), np.empty(first[-1])
    for number in range(order.size):
        begin, at = nodes[_BEGIN, order[number]], first[number]
        for arc in range(first[number + 1] - at):
            targets[at + arc] = nodes[_PLACE, ahead[begin + arc]]
            likelihoods[at + arc] = chances[begin + arc]
    return first, targets, likelihoods
