"""How many marked nodes each node reaches, compiled."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np

from blueprint.analysis.spread.fast.arrays import Nodes, Numbers, chosen_in
from blueprint.analysis.spread.fast.bits import WORD, ones
from blueprint.analysis.spread.fast.compiling import compiled
from blueprint.analysis.spread.fast.components import parts_of
from blueprint.graph import Network

WORDS = 8
"""Words of a block: one cache line of marked nodes a component."""

_0, _1, _63 = np.uint64(0), np.uint64(1), np.uint64(63)


def reach_counts_fast(network: Network, marked: Iterable[int]) -> array[int]:
    """Return, for every node, how many marked nodes it reaches, itself left out."""
    chosen = chosen_in(network, marked)
    parts = parts_of(network)
    own = np.zeros(parts.number_of + 1, np.int64)
    np.cumsum(np.bincount(parts.numbers[chosen], minlength=parts.number_of), out=own[1:])
    found = _counted(parts.first, parts.sources, own)[parts.numbers]
    found[chosen] -= 1
    return array("q", found.tobytes())


@compiled
def _counted(first: Numbers, sources: Nodes, own: Numbers) -> Numbers:
    """Push a block of marked nodes at a time up the arcs, from smaller to larger components.

    A bitmap says which components hold some of the block, so that a pass costs no more than
    the arcs among them.
    """
    count = first.size - 1
    counts = np.zeros(count, np.int64)
    active = np.zeros((count + WORD - 1) // WORD, np.uint64)
    held = np.zeros((count, WORDS), np.uint64)
    block = WORDS * WORD
    lowest = 0
    for begin in range(0, own[count], block):
        end = min(begin + block, own[count])
        while own[lowest + 1] <= begin:
            lowest += 1
        number = lowest
        while number < count and own[number] < end:
            for bit in range(max(own[number], begin), min(own[number + 1], end)):
                active[number >> 6] |= _1 << (np.uint64(number) & _63)
                held[number, (bit - begin) >> 6] |= _1 << (np.uint64(bit - begin) & _63)
            number += 1
        for place in range(lowest >> 6, active.size):
            while active[place] != _0:
                last = active[place] & (~active[place] + _1)
                active[place] ^= last
                node = (place << 6) + ones(last - _1)
                for word in range(WORDS):
                    counts[node] += ones(held[node, word])
                for arc in range(first[node], first[node + 1]):
                    source = sources[arc]
                    active[source >> 6] |= _1 << (np.uint64(source) & _63)
                    for word in range(WORDS):
                        held[source, word] |= held[node, word]
                for word in range(WORDS):
                    held[node, word] = _0
    return counts
