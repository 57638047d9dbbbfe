"""What happens in thousands of worlds at once: Monte Carlo with one bit of an integer a world.

In a world every arc either carries the change or does not. All worlds walk together: a node
holds the integer of the worlds it is reached in, an arc the integer of those it works in, and
a step down an arc is one ``&`` and one ``|``. Coins are those of Marsaglia's xorshift128
(2003), one generator a world, run side by side: bit 7 of all their states is one integer, so
that a step of ten thousand generators is ninety operations on long integers. They begin with
what Python's own Mersenne Twister gives for the seed.

Each arc draws its coins once a world whatever the others did, in an order that the part alone
decides: cluster by cluster, first the arcs inside it, then those out of it. So a seed stands for the same worlds everywhere, and both engines count alike.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from operator import xor
from random import Random

from blueprint.analysis.spread.part import START, Part

LEVELS = 16
"""How many bits a coin has: likelihoods are taken to the nearest of 65,536 parts."""

ALWAYS = 1 << LEVELS
"""The coin that always comes up."""
WORD = 32
"""Bits of one of the four words of a generator's state."""

_MOST_BITS = 1 << 31
_MOST_WORLDS = 1 << 14


def counted(part: Part, *, worlds: int, seed: int, fast: bool = False) -> Sequence[int]:
    """Return for every node of a part in how many of some worlds it is reached.

    Args:
        part: What the changed set reaches.
        worlds: How many worlds to look at, 1 or more.
        seed: Which worlds: the same seed gives the same ones.
        fast: Whether compiled code is to count; it counts the same.

    Examples:
        >>> from blueprint.analysis.spread.part import part_of
        >>> from blueprint.graph import Network
        >>> part = part_of(Network.of(3, [(0, 1, 0.5, 1), (1, 2, 1.0, 1)]), [0])
        >>> start, one, two = counted(part, worlds=10_000, seed=1)
        >>> start, one == two, abs(one - 5_000) < 200
        (10000, True, True)
    """
    coin = {likelihood: _coin(likelihood) for likelihood in set(part.likelihoods)}
    coins = array("i", [coin[likelihood] for likelihood in part.likelihoods])
    totals = [0] * part.size
    for width, states in _blocks(part, worlds, seed):
        if fast:
            from blueprint.analysis.spread.fast.sampling import counted_in_block

            found: Sequence[int] = counted_in_block(part, coins, width, states)
        else:
            found = _counted_in_block(part, coins, width, states)
        totals = [a + b for a, b in zip(totals, found, strict=True)]
    return totals


def _coin(likelihood: float) -> int:
    return min(ALWAYS, max(1, round(likelihood * ALWAYS)))


def _blocks(part: Part, worlds: int, seed: int) -> Iterator[tuple[int, list[int]]]:
    """Yield how many worlds are looked at together, and the states their generators begin with."""
    random = Random(seed)  # noqa: S311  (worlds, not secrets)
    inside = max(part.first[end] - part.first[begin] for begin, end in part.clustered())
    room = min(_MOST_WORLDS, _MOST_BITS // (part.size + inside))
    most = max(64, room // 1024 * 1024 or room // 64 * 64)
    for begin in range(0, worlds, most):
        width = min(most, worlds - begin)
        yield width, [random.getrandbits(width) for _ in range(4 * WORD)]


def _tosses(states: list[int]) -> Iterator[int]:
    """Yield fair coins of all worlds, one integer a toss, for ever: xorshift128 by bits."""
    x, y, z, w = (states[at : at + WORD] for at in range(0, 4 * WORD, WORD))
    while True:
        mixed = [*x[:11], *map(xor, x[11:], x)]
        shifted = [*map(xor, mixed, mixed[8:]), *mixed[-8:]]
        moved = [*map(xor, w, w[19:]), *w[-19:]]
        x, y, z, w = y, z, w, list(map(xor, moved, shifted))
        yield from w


def _counted_in_block(part: Part, coins: Sequence[int], width: int, states: list[int]) -> list[int]:
    everywhere = (1 << width) - 1
    tosses = _tosses(states)
    recipes = {coin: _recipe(coin) for coin in set(coins)}

    def tossed(coin: int) -> int:
        """Return the worlds in which a coin of that likelihood comes up."""
        if coin == ALWAYS:
            return everywhere
        up = next(tosses)
        for either, toss in zip(recipes[coin], tosses):  # noqa: B905  (tosses never end)
            up = up | toss if either else up & toss
        return up

    reached = [0] * part.size
    reached[START] = everywhere
    totals: list[int] = []
    first, targets = part.first, part.targets
    for begin, end in part.clustered():
        if end - begin > 1:
            arcs = (range(first[node], first[node + 1]) for node in range(begin, end))
            inside = [
                [(targets[a], tossed(coins[a])) for a in own if targets[a] < end] for own in arcs
            ]
            _settle(reached, begin, inside)
        for node in range(begin, end):
            here = reached[node]
            for arc in range(first[node], first[node + 1]):
                target = targets[arc]
                if target >= end:
                    reached[target] |= here & tossed(coins[arc])
            totals.append(here.bit_count())
            reached[node] = 0
    return totals


def _recipe(parts: int) -> tuple[bool, ...]:
    """Return how further tosses make a fair coin one of that likelihood: by or, else by and."""
    bits = f"{parts:0{LEVELS}b}".rstrip("0")
    return tuple(bit == "1" for bit in reversed(bits[:-1]))


def _settle(reached: list[int], begin: int, inside: list[list[tuple[int, int]]]) -> None:
    """Spread inside one cluster until no node is reached in a further world."""
    fresh = reached[begin : begin + len(inside)]
    first = 0
    while first < len(inside):
        sweep, first = first, len(inside)
        for at in range(sweep, len(inside)):
            here, fresh[at] = fresh[at], 0
            if not here:
                continue
            for target, up in inside[at]:
                before = reached[target]
                now = before | (here & up)
                if now != before:
                    reached[target] = now
                    fresh[target - begin] |= now ^ before
                    if target - begin <= at:
                        first = min(first, target - begin)
