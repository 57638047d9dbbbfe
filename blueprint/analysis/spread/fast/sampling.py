"""Worlds by the thousand, compiled: the same generators, coins and counts as the plain twin."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from blueprint.analysis.spread.fast.arrays import Numbers, Words
from blueprint.analysis.spread.fast.bits import ones
from blueprint.analysis.spread.fast.compiling import compiled
from blueprint.analysis.spread.part import START, Part
from blueprint.analysis.spread.sampling import ALWAYS, LEVELS, WORD

Parts = npt.NDArray[np.int32]

_ABREAST = 16
"""Words of 64 worlds that walk together, so that all their generators stay close at hand."""


def counted_in_block(
    part: Part, coins: array[int], width: int, states: Sequence[int]
) -> Sequence[int]:
    """Return for every node of a part in how many worlds of a block it is reached."""
    words = -(-width // (64 * _ABREAST)) * _ABREAST
    begun = np.stack([_as_words(state, words) for state in states])
    everywhere = _as_words((1 << width) - 1, words)
    flat = (part.first, part.targets, coins, part.clusters)
    first, targets, parts, clusters = (np.asarray(values) for values in flat)
    totals = np.zeros(part.size, np.int64)
    for at in range(0, words, _ABREAST):
        some = slice(at, at + _ABREAST)
        state = np.ascontiguousarray(begun[:, some])
        _count(first, targets, parts, clusters, everywhere[some], state, totals)
    found: list[int] = totals.tolist()
    return found


def _as_words(bits: int, words: int) -> Words:
    return np.frombuffer(bits.to_bytes(words * 8, "little"), "<u8").astype(np.uint64)


@compiled
def _toss(state: Words, turn: int) -> None:
    """Let all generators take a step: xorshift128 by bits.

    The four words of a state lie in a ring of which ``turn`` is the oldest; it is replaced.
    """
    oldest, newest = turn * WORD, (turn + 3) % 4 * WORD
    for bit in range(WORD - 1, 10, -1):
        for word in range(_ABREAST):
            state[oldest + bit, word] ^= state[oldest + bit - 11, word]
    for bit in range(WORD):
        for word in range(_ABREAST):
            mixed = state[oldest + bit, word] ^ state[newest + bit, word]
            if bit < WORD - 8:
                mixed ^= state[oldest + bit + 8, word]
            if bit < WORD - 19:
                mixed ^= state[newest + bit + 19, word]
            state[oldest + bit, word] = mixed


@compiled
def _coin(coin: int, state: Words, at: int, up: Words) -> int:
    """Toss a coin in all worlds; ``at`` counts the tosses so far, and what it is now is returned."""
    if coin == ALWAYS:
        for word in range(_ABREAST):
            up[word] = ~np.uint64(0)
        return at
    begun = False
    for level in range(LEVELS):
        either = (coin >> level) & 1
        if not begun and not either:
            continue
        if at % WORD == 0:
            _toss(state, at // WORD % 4)
        row = at % (4 * WORD)
        if not begun:
            for word in range(_ABREAST):
                up[word] = state[row, word]
            begun = True
        elif either:
            for word in range(_ABREAST):
                up[word] |= state[row, word]
        else:
            for word in range(_ABREAST):
                up[word] &= state[row, word]
        at += 1
    return at


@compiled
def _count(
    first: Numbers,
    targets: Numbers,
    coins: Parts,
    clusters: Numbers,
    everywhere: Words,
    state: Words,
    totals: Numbers,
) -> None:
    reached = np.zeros((first.size - 1, _ABREAST), np.uint64)
    reached[START] = everywhere
    up = np.empty(_ABREAST, np.uint64)
    at = 0
    for cluster in range(clusters.size - 1):
        begin, end = clusters[cluster], clusters[cluster + 1]
        if end - begin > 1:
            inside = np.empty((first[end] - first[begin], _ABREAST), np.uint64)
            for arc in range(first[begin], first[end]):
                if targets[arc] < end:
                    at = _coin(coins[arc], state, at, inside[arc - first[begin]])
            _settle(first, targets, begin, end, inside, reached)
        for node in range(begin, end):
            for arc in range(first[node], first[node + 1]):
                target = targets[arc]
                if target >= end:
                    at = _coin(coins[arc], state, at, up)
                    for word in range(_ABREAST):
                        reached[target, word] |= reached[node, word] & up[word]
            for word in range(_ABREAST):
                totals[node] += ones(reached[node, word])


@compiled
def _settle(
    first: Numbers, targets: Numbers, begin: int, end: int, inside: Words, reached: Words
) -> None:
    """Spread inside one cluster until no node is reached in a further world."""
    fresh = np.ones(end - begin, np.bool_)
    start = begin
    while start < end:
        sweep, start = start, end
        for node in range(sweep, end):
            if not fresh[node - begin]:
                continue
            fresh[node - begin] = False
            for arc in range(first[node], first[node + 1]):
                target = targets[arc]
                if target >= end:
                    continue
                more = np.uint64(0)
                for word in range(_ABREAST):
                    coming = reached[node, word] & inside[arc - first[begin], word]
                    more |= coming & ~reached[target, word]
                    reached[target, word] |= coming
                if more:
                    fresh[target - begin] = True
                    if target <= node:
                        start = min(start, target)
