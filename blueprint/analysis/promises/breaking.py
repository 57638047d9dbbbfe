"""What would break a promise: its keepers, and what alone can stop one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.foundations.alone import WORK, alone_under
from blueprint.analysis.spread.reaching import reach
from blueprint.graph import Graph, Network

BUDGET = 50_000
"""How many elements under keepers are looked at, in all, before the rest is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaker:
    """One element without which a promise is not kept.

    Attributes:
        node: Its number.
        stops: Numbers of the keepers it alone can stop; a keeper stops itself.
    """

    node: int
    stops: tuple[int, ...]


class Breaking:
    """Looks up what would break promises; each keeper is worked out once.

    Attributes:
        left_out: Numbers of the keepers that were not worked out, for want of time.
    """

    def __init__(self, graph: Graph) -> None:
        self._work: Network = graph.network("disruption", WORK)
        self._known: dict[int, tuple[int, ...]] = {}
        self._looked_at = 0
        self.left_out: list[int] = []

    def of(self, keepers: Sequence[int]) -> tuple[Breaker, ...]:
        """Return what would break a promise: what stops most keepers first.

        Every keeper is taken as needed: where one of them fails, the promise is not kept. An
        element alone can stop a keeper when every way of support to it passes the element.
        """
        stops: dict[int, dict[int, None]] = {}
        for keeper in keepers:
            for node in (keeper, *self._under(keeper)):
                stops.setdefault(node, {})[keeper] = None
        found = [Breaker(node=node, stops=tuple(own)) for node, own in stops.items()]
        return tuple(sorted(found, key=lambda breaker: (-len(breaker.stops), breaker.node)))

    def _under(self, keeper: int) -> tuple[int, ...]:
        if keeper not in self._known:
            if self._looked_at > BUDGET:
                self.left_out.append(keeper)
                return ()
            self._looked_at += 1 + len(reach(self._work.turned, [keeper]))
            self._known[keeper] = alone_under(self._work, [keeper])
        return self._known[keeper]


def behind(found: Mapping[int, Sequence[Breaker]]) -> dict[int, tuple[int, ...]]:
    """Return, per element that stops others than itself, the promises it would break so.

    That a promise is broken without its own keepers is taken for granted.
    """
    hidden = {
        promise: [breaker for breaker in breakers if breaker.stops != (breaker.node,)]
        for promise, breakers in found.items()
    }
    return by_element(hidden)


def by_element(found: Mapping[int, Sequence[Breaker]]) -> dict[int, tuple[int, ...]]:
    """Return, per element, the promises it would break, those with the most first."""
    broken: dict[int, list[int]] = {}
    for promise, breakers in found.items():
        for breaker in breakers:
            broken.setdefault(breaker.node, []).append(promise)
    order = sorted(broken, key=lambda node: (-len(broken[node]), node))
    return {node: tuple(broken[node]) for node in order}
