"""An order of things that breaks few of their wishes (Eades, Lin and Smyth, 1993)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence

Wishes = Mapping[int, Mapping[int, int]]
"""``wishes[a][b] = w``: ``a`` would stand before ``b``, with weight ``w``."""


def order_by_wishes(
    members: Sequence[int], wishes: Wishes, tie: Callable[[int], tuple[float, ...]]
) -> list[int]:
    """Order members so that few weighted wishes point backwards.

    Args:
        members: What is to be ordered.
        wishes: Who would stand before whom, and how badly.
        tie: Sort key where no wish decides.

    Examples:
        >>> order_by_wishes([1, 2, 3], {3: {1: 1}, 1: {2: 1}}, lambda n: (n,))
        [3, 1, 2]
    """
    if not wishes:
        return sorted(members, key=tie)
    behind: dict[int, dict[int, int]] = {}
    out, into = dict.fromkeys(members, 0), dict.fromkeys(members, 0)
    for first, others in wishes.items():
        for second, weight in others.items():
            out[first] += weight
            into[second] += weight
            behind.setdefault(second, {})[first] = weight
    ranked = sorted(members, key=tie)
    left: list[int] = []
    right: list[int] = []
    rest = dict.fromkeys(ranked)
    sinks = deque(n for n in ranked if not out[n])
    sources = deque(n for n in ranked if not into[n] and out[n])

    def take(n: int, side: list[int]) -> None:
        side.append(n)
        del rest[n]
        for other, weight in wishes.get(n, {}).items():
            if other in rest:
                into[other] -= weight
                if not into[other]:
                    sources.append(other)
        for other, weight in behind.get(n, {}).items():
            if other in rest:
                out[other] -= weight
                if not out[other]:
                    sinks.append(other)

    while rest:
        if sources:
            n = sources.popleft()
            if n in rest:
                take(n, left)
        elif sinks:
            n = sinks.popleft()
            if n in rest:
                take(n, right)
        else:
            take(max(rest, key=lambda n: out[n] - into[n]), left)
    return left + right[::-1]
