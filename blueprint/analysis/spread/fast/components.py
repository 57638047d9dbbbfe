"""Strongly connected components and what leads from one to another, compiled."""

from __future__ import annotations

from array import array
from typing import NamedTuple

import numpy as np

from blueprint.analysis.spread.fast.arrays import Nodes, Numbers
from blueprint.analysis.spread.fast.compiling import compiled
from blueprint.graph import Network


class Parts(NamedTuple):
    """A network with each component taken as one node, its arcs seen from where they lead.

    Attributes:
        number_of: How many components there are.
        numbers: Per node, its component; arcs between two lead to the smaller number.
        first: Per component, where the arcs into it begin; one more entry ends the last's.
        sources: The component each arc comes from, once for each arc; itself left out.
    """

    number_of: int
    numbers: Nodes
    first: Numbers
    sources: Nodes


def components_fast(network: Network) -> tuple[int, array[int]]:
    """Return how many components there are, and per node the number of its own."""
    number_of, numbers = numbered(network)
    return number_of, array("i", numbers.tobytes())


def numbered(network: Network) -> tuple[int, Nodes]:
    """Return the same as numpy has it."""
    return _components(np.asarray(network.first), np.asarray(network.targets))


def parts_of(network: Network) -> Parts:
    """Return a network with each component taken as one node."""
    number_of, numbers = numbered(network)
    ends = np.asarray(network.first), np.asarray(network.targets)
    return Parts(number_of, numbers, *_entering(*ends, numbers, number_of))


@compiled
def _components(first: Numbers, targets: Nodes) -> tuple[int, Nodes]:
    """Number components in the order in which a depth-first search leaves them.

    Pearce's way (2016) of doing what Tarjan's does: one number a node says when it was met,
    then the earliest open node it leads back to, and at last, above all of these, its component.
    """
    size = first.size - 1
    state = np.zeros(size, np.int32)  # 0: not met yet
    left = np.empty(size, np.int32)  # nodes that are done and wait for their component
    calls = np.empty(size, np.int32)
    ahead = np.empty(size, np.int64)
    entered = np.empty(size, np.int32)
    waiting = clock = count = 0
    for root in range(size):
        if state[root] != 0:
            continue
        clock += 1
        state[root] = entered[0] = clock
        calls[0] = root
        ahead[0] = first[root]
        depth = 0
        while depth >= 0:
            node = calls[depth]
            arc, end, low = ahead[depth], first[node + 1], state[node]
            while arc < end and state[targets[arc]] != 0:
                low = min(low, state[targets[arc]])
                arc += 1
            state[node] = low
            if arc < end:
                ahead[depth] = arc
                depth += 1
                clock += 1
                calls[depth] = targets[arc]
                state[calls[depth]] = entered[depth] = clock
                ahead[depth] = first[calls[depth]]
                continue
            if low == entered[depth]:
                count += 1
                while waiting > 0 and state[left[waiting - 1]] >= low:
                    waiting -= 1
                    state[left[waiting]] = size + count
                state[node] = size + count
            else:
                left[waiting] = node
                waiting += 1
            depth -= 1
    return count, state - np.int32(size + 1)


@compiled
def _entering(first: Numbers, targets: Nodes, numbers: Nodes, count: int) -> tuple[Numbers, Nodes]:
    size = first.size - 1
    entering = np.zeros(count + 1, np.int64)
    for node in range(size):
        for arc in range(first[node], first[node + 1]):
            if numbers[targets[arc]] != numbers[node]:
                entering[numbers[targets[arc]] + 1] += 1
    for number in range(count):
        entering[number + 1] += entering[number]
    place = entering[:-1].copy()
    sources = np.empty(entering[count], np.int32)
    for node in range(size):
        for arc in range(first[node], first[node + 1]):
            number = numbers[targets[arc]]
            if number != numbers[node]:
                sources[place[number]] = numbers[node]
                place[number] += 1
    return entering, sources
