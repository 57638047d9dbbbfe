"""Which labels each node reaches, compiled."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from blueprint.analysis.spread.asked import no_such_label
from blueprint.analysis.spread.fast.arrays import Nodes, Numbers, Words
from blueprint.analysis.spread.fast.compiling import compiled
from blueprint.analysis.spread.fast.components import parts_of
from blueprint.graph import Network

_0, _1, _63 = np.uint64(0), np.uint64(1), np.uint64(63)


def labels_reached_fast(
    network: Network, labels: Sequence[int], count: int, width: int
) -> array[int]:
    """Return, per node, the labels it reaches as words of 64 bits."""
    own: npt.NDArray[np.int64] = np.asarray(labels, dtype=np.int64)
    if own.size and own.max() >= count:
        raise no_such_label(int(own.max()), count)
    parts = parts_of(network)
    found = _reached(parts.numbers, parts.first, parts.sources, own, width)
    return array("Q", found.tobytes())


@compiled
def _reached(numbers: Nodes, first: Numbers, sources: Nodes, labels: Numbers, width: int) -> Words:
    count = first.size - 1
    once = np.zeros((count, width), np.uint64)
    more = np.zeros((count, width), np.uint64)
    for node in range(numbers.size):
        label = labels[node]
        if label >= 0:
            number, word = numbers[node], label >> 6
            bit = _1 << (np.uint64(label) & _63)
            more[number, word] |= once[number, word] & bit
            once[number, word] |= bit
    ahead = np.zeros((count, width), np.uint64)
    for number in range(count):
        for arc in range(first[number], first[number + 1]):
            source = sources[arc]
            for word in range(width):
                ahead[source, word] |= ahead[number, word] | once[number, word]
    found = np.empty((numbers.size, width), np.uint64)
    for node in range(numbers.size):
        number, label = numbers[node], labels[node]
        for word in range(width):
            held = once[number, word]
            if label >= 0 and word == label >> 6:
                held &= ~(_1 << (np.uint64(label) & _63))
            found[node, word] = ahead[number, word] | more[number, word] | held
    return found
