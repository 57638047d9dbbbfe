"""Bits of a machine word, for kernels."""

from __future__ import annotations

import numpy as np

from blueprint.analysis.spread.fast.compiling import inlined

WORD = 64
"""Bits of a word."""

_PAIRS = np.uint64(0x5555555555555555)
_FOURS = np.uint64(0x3333333333333333)
_BYTES = np.uint64(0x0F0F0F0F0F0F0F0F)
_SUM = np.uint64(0x0101010101010101)
_1, _2, _4, _56 = (np.uint64(shift) for shift in (1, 2, 4, 56))


@inlined
def ones(word: np.uint64) -> np.int64:
    """Return how many bits of a word are set."""
    pairs = word - ((word >> _1) & _PAIRS)
    fours = (pairs & _FOURS) + ((pairs >> _2) & _FOURS)
    return np.int64((((fours + (fours >> _4)) & _BYTES) * _SUM) >> _56)
