"""What a change can reach, compiled: one walk, breadth first, in room that is kept."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from blueprint.analysis.spread.asked import no_such_label
from blueprint.analysis.spread.fast.arrays import Nodes, Numbers, Room, room_in
from blueprint.analysis.spread.fast.compiling import compiled
from blueprint.graph import Network

FEW = 300
"""Up to how many nodes are put in order without numpy, whose calls cost more then."""


def reach_fast(
    network: Network, starts: tuple[int, ...], depth: int | None, closed: tuple[int, ...]
) -> dict[int, int]:
    """Return every node that starts reach with the fewest links, by links, then by number."""
    with room_in(network) as room:
        met, hops = _walked(network, starts, depth, closed, room)
        ends = room.ends[: hops + 1].tolist()
        if met < FEW:
            nodes = room.queue[:met].tolist()
            waves = (sorted(nodes[begin:end]) for begin, end in pairwise(ends))
            return {node: hop for hop, wave in enumerate(waves, start=1) for node in wave}
        for begin, end in pairwise(ends):
            room.queue[begin:end].sort()
        nodes = room.queue[len(starts) : met].tolist()
        every = np.repeat(np.arange(1, hops + 1), np.diff(room.ends[: hops + 1]))
    return dict(zip(nodes, every.tolist(), strict=True))


def reached_fast(
    network: Network, starts: tuple[int, ...], depth: int | None, closed: tuple[int, ...]
) -> set[int]:
    """Return the nodes that starts reach."""
    with room_in(network) as room:
        met, _ = _walked(network, starts, depth, closed, room)
        return set(room.queue[len(starts) : met].tolist())


def tally_fast(
    network: Network,
    starts: tuple[int, ...],
    depth: int | None,
    closed: tuple[int, ...],
    labels: Sequence[int],
    count: int,
) -> array[int]:
    """Return how many reached nodes bear each label."""
    borne = np.asarray(labels)
    with room_in(network) as room:
        met, _ = _walked(network, starts, depth, closed, room)
        met_labels = borne[room.queue[len(starts) : met]]
    if met_labels.size and met_labels.min() < 0:
        met_labels = met_labels[met_labels >= 0]
    found = np.bincount(met_labels, minlength=count)
    if len(found) > count:
        raise no_such_label(len(found) - 1, count)
    return array("q", found.tobytes())


def _walked(
    network: Network,
    starts: tuple[int, ...],
    depth: int | None,
    closed: tuple[int, ...],
    room: Room,
) -> tuple[int, int]:
    """Walk, and return how many nodes stand in the room's queue and how many links away the last.

    The starts stand before all others; the room's ends say where those of each wave end.
    """
    begun, turn = len(starts), room.turn
    if closed:
        room.marks[list(closed)] = turn
    for place, node in enumerate(starts):  # most often there is one: cheaper than by numpy
        room.marks[node] = turn
        room.queue[place] = node
    most = network.size if depth is None else depth
    first, targets = np.asarray(network.first), np.asarray(network.targets)
    return _walk(first, targets, begun, most, room.marks, turn, room.queue, room.ends)


@compiled
def _walk(
    first: Numbers,
    targets: Nodes,
    begun: int,
    depth: int,
    marks: Nodes,
    turn: int,
    queue: Nodes,
    ends: Numbers,
) -> tuple[int, int]:
    """Put nodes in the queue, wave by wave.

    Every target is written to the end of the queue, and the end moves on only past new ones:
    most are not, and no processor can guess which.
    """
    met = begun
    head = hops = 0
    ends[0] = begun
    while head < met and hops < depth:
        last = met
        while head < last:
            node = queue[head]
            head += 1
            for arc in range(first[node], first[node + 1]):
                to = targets[arc]
                queue[met] = to
                met += marks[to] != turn
                marks[to] = turn
        if met > last:
            hops += 1
            ends[hops] = met
    return met, hops
