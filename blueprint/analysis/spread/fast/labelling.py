"""Which labels each node reaches, compiled."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from blueprint.analysis.spread.asked import no_such_label
from blueprint.analysis.spread.fast.arrays import Nodes, Numbers, Words
from blueprint.analysis.spread.fast.compiling import compiled
from blueprint.analysis.spread.fast.components import numbered
from blueprint.graph import Network

_1, _63 = np.uint64(1), np.uint64(63)


def labels_reached_fast(
    network: Network, labels: Sequence[int], count: int, width: int
) -> array[int]:
    """Return, per node, the labels it reaches as words of 64 bits."""
    own: npt.NDArray[np.int64] = np.asarray(labels, dtype=np.int64)
    if own.size and own.max() >= count:
        raise no_such_label(int(own.max()), count)
    number_of, numbers = numbered(network)
    ends = np.asarray(network.first), np.asarray(network.targets)
    found = _reached(*ends, numbers, number_of, own, width)
    return array("Q", found.tobytes())


@compiled
def _reached(
    first: Numbers, targets: Nodes, numbers: Nodes, number_of: int, labels: Numbers, width: int
) -> Words:
    """Gather labels by component, from smaller to larger, and then take each node's own away.

    A component's labels that it has once are apart from those that each of its nodes reaches.
    """
    once = np.zeros((number_of, width), np.uint64)
    sure = np.zeros((number_of, width), np.uint64)
    whole = np.zeros((number_of, width), np.uint64)
    begins = np.zeros(number_of + 1, np.int64)
    for node in range(numbers.size):
        number, label = numbers[node], labels[node]
        begins[number + 1] += 1
        if label >= 0:
            word, bit = label >> 6, _1 << (np.uint64(label) & _63)
            sure[number, word] |= once[number, word] & bit
            once[number, word] |= bit
    for number in range(number_of):
        begins[number + 1] += begins[number]
    members = np.empty(numbers.size, np.int32)
    place = begins[:-1].copy()
    for node in range(numbers.size):
        members[place[numbers[node]]] = node
        place[numbers[node]] += 1
    for number in range(number_of):
        for member in range(begins[number], begins[number + 1]):
            for arc in range(first[members[member]], first[members[member] + 1]):
                to = numbers[targets[arc]]
                if to != number:
                    for word in range(width):
                        sure[number, word] |= whole[to, word]
        for word in range(width):
            whole[number, word] = sure[number, word] | once[number, word]
    found = np.empty((numbers.size, width), np.uint64)
    for node in range(numbers.size):
        number, label = numbers[node], labels[node]
        for word in range(width):
            held = once[number, word]
            if label >= 0 and word == label >> 6:
                held &= ~(_1 << (np.uint64(label) & _63))
            found[node, word] = sure[number, word] | held
    return found
