"""An order of things that breaks few of their wishes (Eades, Lin and Smyth, 1993)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence

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
    ranked = sorted(members, key=tie)
    return _Ordering(ranked, wishes).run() if wishes else ranked


class _Ordering:
    """One run: takes sources to the left end, sinks to the right, else the most wanted left."""

    def __init__(self, ranked: Sequence[int], wishes: Wishes) -> None:
        self.before = wishes
        self.behind: dict[int, dict[int, int]] = {}
        self.out = dict.fromkeys(ranked, 0)
        self.into = dict.fromkeys(ranked, 0)
        for first, others in wishes.items():
            for second, weight in others.items():
                self.out[first] += weight
                self.into[second] += weight
                self.behind.setdefault(second, {})[first] = weight
        self.rest = dict.fromkeys(ranked)
        self.sinks = deque(n for n in ranked if not self.out[n])
        self.sources = deque(n for n in ranked if not self.into[n] and self.out[n])

    def run(self) -> list[int]:
        """Return everything in order."""
        left: list[int] = []
        right: list[int] = []
        while self.rest:
            if self.sources:
                self._take(self.sources.popleft(), left)
            elif self.sinks:
                self._take(self.sinks.popleft(), right)
            else:
                self._take(max(self.rest, key=lambda n: self.out[n] - self.into[n]), left)
        return left + right[::-1]

    def _take(self, n: int, side: list[int]) -> None:
        if n not in self.rest:
            return
        side.append(n)
        del self.rest[n]
        self._release(self.before.get(n, {}).items(), self.into, self.sources)
        self._release(self.behind.get(n, {}).items(), self.out, self.sinks)

    def _release(
        self, wishes: Iterable[tuple[int, int]], weights: dict[int, int], freed: deque[int]
    ) -> None:
        """Forget wishes that are settled, and note whom no other wish holds."""
        for other, weight in wishes:
            if other in self.rest:
                weights[other] -= weight
                if not weights[other]:
                    freed.append(other)
