"""How likely one node is reached, exactly: by what becomes of one arc after the other.

The first arc from the source either carries the change, and its end becomes one with the
source, or it does not, and is gone; both are made smaller and asked anew (factoring, Moskowitz,
1958). Questions that come up twice are answered once: they are taken largest first, with the
likelihood that they come up, so that nothing larger can lead to one that is done.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field

from blueprint.analysis.spread.reducing import Between, State


@dataclass(slots=True)
class Factored:
    """What is known of a likelihood.

    Attributes:
        reached: The likelihood of all cases in which the node is known to be reached.
        open: The cases that are not decided, and how likely they come up.
        steps: How many arcs were looked at.
    """

    reached: float = 0.0
    open: dict[State, float] = field(default_factory=dict)
    steps: int = 0

    @property
    def exact(self) -> bool:
        """Whether nothing is left open."""
        return not self.open

    @property
    def most(self) -> float:
        """How likely it is at most."""
        return min(1.0, self.reached + sum(self.open.values()))


def factored(case: Between, allowed: int) -> Factored:
    """Return how likely the target is reached, as far as a number of steps leads.

    Args:
        case: What lies between, already reduced. The nodes are best numbered such that most
            arcs go to a larger number.
        allowed: How many steps to take at most, apart from those of the last case.

    Examples:
        >>> ways = [(0, 1, 0.5), (0, 2, 0.5), (1, 2, 0.5), (1, -1, 0.5), (2, -1, 0.5)]
        >>> bridge = Between(ways)
        >>> bridge.reduce()
        >>> factored(bridge, 1_000).reached
        0.46875
    """
    known = Factored()
    queue: list[tuple[int, State]] = []
    _note(known, queue, case, 1.0)
    while queue and known.steps < allowed:
        _, state = heapq.heappop(queue)
        weight = known.open.pop(state)
        (_, node, likelihood), rest = state[0], state[1:]
        works, fails = Between(rest), Between(rest)
        if node in works.leaving:
            works.join(node)
        for onward, share in ((works, likelihood), (fails, 1 - likelihood)):
            onward.reduce()
            known.steps += onward.steps
            _note(known, queue, onward, weight * share)
    return known


def _note(known: Factored, queue: list[tuple[int, State]], case: Between, weight: float) -> None:
    """Note what is decided in a case, and what is left to be asked."""
    known.reached += weight * case.base
    state = case.state
    if not state:
        return
    before = known.open.get(state)
    if before is None:
        heapq.heappush(queue, (-len(state), state))
    known.open[state] = (before or 0.0) + weight * case.factor
