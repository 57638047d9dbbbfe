"""How many marked nodes each node reaches, compiled."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np

from blueprint.analysis.spread.fast.arrays import Nodes, Numbers, chosen_in
from blueprint.analysis.spread.fast.bits import WORD, ones
from blueprint.analysis.spread.fast.compiling import compiled
from blueprint.analysis.spread.fast.components import condensed
from blueprint.graph import Network

WORDS = 8
"""Words of a block: one cache line of marked nodes a component."""

_0, _1, _63 = np.uint64(0), np.uint64(1), np.uint64(63)


def reach_counts_fast(network: Network, marked: Iterable[int]) -> array[int]:
    """Return, for every node, how many marked nodes it reaches, itself left out."""
    chosen = chosen_in(network, marked)
    parts = condensed(network)
    count = len(parts.first) - 1
    own = np.zeros(count + 1, np.int64)
    np.cumsum(np.bincount(parts.numbers[chosen], minlength=count), out=own[1:])
    first, sources = _turned(parts.first, parts.targets)
    found = _counted(first, sources, own, WORDS)[parts.numbers]
    found[chosen] -= 1
    return array("q", found.tobytes())


@compiled
def _turned(first: Numbers, targets: Nodes) -> tuple[Numbers, Nodes]:
    count = first.size - 1
    turned = np.zeros(count + 1, np.int64)
    for arc in range(targets.size):
        turned[targets[arc] + 1] += 1
    for number in range(count):
        turned[number + 1] += turned[number]
    place = turned[:-1].copy()
    sources = np.empty(targets.size, np.int32)
    for number in range(count):
        for arc in range(first[number], first[number + 1]):
            sources[place[targets[arc]]] = number
            place[targets[arc]] += 1
    return turned, sources


@compiled
def _counted(first: Numbers, sources: Nodes, own: Numbers, words: int) -> Numbers:
    """Push a block of marked nodes at a time up the arcs, from smaller to larger components.

    A bitmap says which components hold some of the block, so that a pass costs no more than
    the arcs among them.
    """
    count = first.size - 1
    counts = np.zeros(count, np.int64)
    active = np.zeros((count + WORD - 1) // WORD, np.uint64)
    held = np.zeros((count, words), np.uint64)
    block = words * WORD
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
                for word in range(words):
                    counts[node] += ones(held[node, word])
                for arc in range(first[node], first[node + 1]):
                    source = sources[arc]
                    active[source >> 6] |= _1 << (np.uint64(source) & _63)
                    for word in range(words):
                        held[source, word] |= held[node, word]
                for word in range(words):
                    held[node, word] = _0
    return counts
