"""A network's arrays as numpy sees them, without a copy, and room to work in that is kept."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from blueprint.analysis.spread.asked import no_such_node
from blueprint.graph import Network

Nodes = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]
Words = npt.NDArray[np.uint64]

LAST_TURN = 2**31 - 2


class Flat(NamedTuple):
    """A network's own arrays; nothing may be written into them."""

    first: Numbers
    targets: Nodes
    likelihoods: Shares
    impacts: Shares


class Room:
    """Arrays as long as the network that one walk after another works in.

    A node is marked when its mark is the number of the present turn, so that nothing has to be
    wiped from one walk to the next: a walk costs what it meets.

    Attributes:
        marks: Per node, the turn in which it was last met.
        queue: Nodes in the order they are met, and room for one more.
        ends: Per number of links, where in the queue the nodes so far away end.
        turn: The number of the present turn.
    """

    def __init__(self, size: int) -> None:
        self.marks: Nodes = np.zeros(size, np.int32)
        self.queue: Nodes = np.empty(size + 1, np.int32)
        self.ends: Numbers = np.empty(size + 1, np.int64)
        self.turn = 0

    def enter(self) -> None:
        """Begin the next turn."""
        if self.turn == LAST_TURN:
            self.marks[:] = 0
            self.turn = 0
        self.turn += 1


_rooms: WeakKeyDictionary[Network, list[Room]] = WeakKeyDictionary()


def flat(network: Network) -> Flat:
    """Return a network's arrays as they are."""
    return Flat(
        np.asarray(network.first),
        np.asarray(network.targets),
        np.asarray(network.likelihoods),
        np.asarray(network.impacts),
    )


def chosen_in(network: Network, nodes: Iterable[int]) -> Numbers:
    """Return nodes in order, each once.

    Raises:
        BlueprintError: One of them is not in the network.
    """
    given = np.asarray(
        nodes if isinstance(nodes, Sequence | np.ndarray | array) else list(nodes), dtype=np.int64
    )
    outside = given[(given < 0) | (given >= network.size)]
    if outside.size:
        raise no_such_node(network, int(outside[0]))
    found = np.zeros(network.size, np.bool_)
    found[given] = True
    return np.flatnonzero(found)


@contextmanager
def room_in(network: Network) -> Iterator[Room]:
    """Lend a room to one walk; walks at the same time get one each."""
    kept = _rooms.setdefault(network, [])
    try:
        room = kept.pop()
    except IndexError:
        room = Room(network.size)
    room.enter()
    yield room
    kept.append(room)
