"""The longest chain of work that waits for other work: how long all of it takes at least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chains:
    """When each piece of work ends, and what it waited for last.

    Attributes:
        ends: When each piece of work ends, counted from the start.
        last: What each waited for last; ``None`` where it could begin at once.
        dropped: How many arcs closed a circle and were left out.
    """

    ends: tuple[float, ...]
    last: tuple[int | None, ...]
    dropped: int

    @property
    def length(self) -> float:
        """When everything has ended."""
        return max(self.ends, default=0.0)

    def way_to(self, work: int) -> tuple[int, ...]:
        """Return the chain that decides when a piece of work ends, first to last."""
        way = [work]
        while (before := self.last[way[-1]]) is not None:
            way.append(before)
        return tuple(reversed(way))


def chains(durations: Sequence[float], after: Sequence[Sequence[int]]) -> Chains:
    """Return when each piece of work ends, where each begins after what it waits for.

    Work that does not wait for one another is done at the same time, so the longest counts.
    This is the critical path method (Kelley and Walker, 1959), forward.

    Args:
        durations: How long each piece of work lasts.
        after: Per piece of work, the numbers of those it waits for. Where they wait for each
            other in a circle, the arc that closes it is left out.

    Examples:
        >>> shoeshine = chains([30, 30, 45, 15], [(), (0,), (1,), (2,)])
        >>> shoeshine.length, shoeshine.way_to(3)
        (120.0, (0, 1, 2, 3))
        >>> chains([10, 60, 5], [(), (), (0, 1)]).way_to(2)
        (1, 2)
    """
    ends = [0.0] * len(durations)
    last: list[int | None] = [None] * len(durations)
    order, dropped = _order(after)
    place = {work: n for n, work in enumerate(order)}
    for work in order:
        before = [other for other in after[work] if place[other] < place[work]]
        if before:
            last[work] = max(before, key=lambda other: (ends[other], -other))
        start = ends[last[work]] if last[work] is not None else 0.0  # type: ignore[index]
        ends[work] = start + durations[work]
    return Chains(tuple(ends), tuple(last), dropped)


def _order(after: Sequence[Sequence[int]]) -> tuple[list[int], int]:
    """Return the pieces of work, each behind what it waits for, and how many circles were cut."""
    order: list[int] = []
    state = [0] * len(after)  # 0 not seen, 1 being looked at, 2 done
    dropped = 0
    for start in range(len(after)):
        if state[start]:
            continue
        state[start] = 1
        stack = [(start, iter(after[start]))]
        while stack:
            work, rest = stack[-1]
            for other in rest:
                if state[other] == 0:
                    state[other] = 1
                    stack.append((other, iter(after[other])))
                    break
                dropped += state[other] == 1
            else:
                stack.pop()
                state[work] = 2
                order.append(work)
    return order, dropped
