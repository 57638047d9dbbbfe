"""What a change can reach, compiled: one walk, breadth first, in room that is kept."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np

from blueprint.analysis.spread.asked import no_such_label
from blueprint.analysis.spread.fast.arrays import Nodes, Numbers, Room, room_in
from blueprint.analysis.spread.fast.compiling import compiled
from blueprint.graph import Network

FEW = 300
"""Up to how many nodes are put in order without numpy, whose calls cost more then."""

_NODE_BITS = 32
_NODE = 2**_NODE_BITS - 1


def reach_fast(
    network: Network, starts: tuple[int, ...], depth: int | None, closed: tuple[int, ...]
) -> dict[int, int]:
    """Return every node that starts reach with the fewest links, by links, then by number."""
    with room_in(network) as room:
        met = _walked(network, starts, depth, closed, room)
        own = slice(len(starts), met)
        if met < FEW:
            return {key & _NODE: key >> _NODE_BITS for key in sorted(room.keys[own].tolist())}
        keys = room.keys[own].copy()
    keys.sort()
    return dict(zip((keys & _NODE).tolist(), (keys >> _NODE_BITS).tolist(), strict=True))


def reached_fast(
    network: Network, starts: tuple[int, ...], depth: int | None, closed: tuple[int, ...]
) -> set[int]:
    """Return the nodes that starts reach."""
    with room_in(network) as room:
        met = _walked(network, starts, depth, closed, room)
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
        met = _walked(network, starts, depth, closed, room)
        met_labels = borne[room.queue[len(starts) : met]]
    found = np.bincount(met_labels[met_labels >= 0], minlength=count)
    if len(found) > count:
        raise no_such_label(len(found) - 1, count)
    return array("q", found.tobytes())


def _walked(
    network: Network,
    starts: tuple[int, ...],
    depth: int | None,
    closed: tuple[int, ...],
    room: Room,
) -> int:
    """Walk, and return how many nodes stand in the room's queue, the starts before all others."""
    begun, turn = len(starts), room.turn
    if closed:
        room.marks[list(closed)] = turn
    room.marks[list(starts)] = turn
    room.queue[:begun] = starts
    most = network.size if depth is None else depth
    first, targets = np.asarray(network.first), np.asarray(network.targets)
    return _walk(first, targets, begun, most, room.marks, turn, room.queue, room.keys)


@compiled
def _walk(
    first: Numbers,
    targets: Nodes,
    begun: int,
    depth: int,
    marks: Nodes,
    turn: int,
    queue: Nodes,
    keys: Numbers,
) -> int:
    met = begun
    head = 0
    hop = 0
    while head < met and hop < depth:
        hop += 1
        last = met
        while head < last:
            node = queue[head]
            head += 1
            for arc in range(first[node], first[node + 1]):
                to = targets[arc]
                if marks[to] != turn:
                    marks[to] = turn
                    queue[met] = to
                    keys[met] = (hop << _NODE_BITS) | to
                    met += 1
    return met
