"""A last search for fewer crossings and bends, among other ways the links could take.

Links that cross get a list of other ways. What every two ways cost each other does not
hang on the rest of the drawing and is remembered, so that a change is priced by adding
up. The search takes the best change even if it makes things worse, does not touch that
link again for a while, and keeps the best drawing it has seen (Glover's tabu search).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from blueprint.layout.choices import choices, price_of
from blueprint.layout.route import Router
from blueprint.layout.ways import Way, meetings, together, way_of

MOST_LINKS = 1500
"""Links beyond which the drawing stays as it was routed."""
EFFORT = 60_000
"""How often two ways are held against each other before the search gives up."""
_CROSSING = 18.0
_BESIDE = 0.3
_CHOICES = 24
"""Ways that a link is offered, and (`_KEPT`) those that are kept as likely ones."""
_KEPT = 12
_MOST_OPEN = 250
"""Links that cross and are offered other ways from the start."""
_PATIENCE = 40
_REST = 7
"""Changes for which a link is left alone after it was changed."""
_LITTLE = 1e-6


def improve(router: Router, bundles: Sequence[Iterable[int]] = ()) -> int:
    """Let links that cross take other ways, as long as the drawing gets better.

    Does nothing to drawings of more than `MOST_LINKS` links. The search ends after a
    fixed effort, counted and not timed, so that its outcome is always the same.

    Args:
        router: Has a way for every link; gets the better ones.
        bundles: Links whose ways are fixed and count as one.

    Returns:
        How often two ways were held against each other.
    """
    if len(router.paths) > MOST_LINKS or len(router.fixed) == len(router.paths):
        return 0
    search = _Search(router, bundles)
    for n, way in zip(search.links, search.best(), strict=False):
        if way.path != router.paths[n]:
            router.put(n, way.path)
    return search.effort


class _Search:
    """The ways all links have to choose from, and what each would cost now.

    Links are known by their place in `links`; after them come the bundles.
    """

    def __init__(self, router: Router, bundles: Sequence[Iterable[int]]) -> None:
        self.router = router
        self.effort = 0
        self.links = [n for n in range(len(router.paths)) if n not in router.fixed]
        self.now = [way_of(router.paths[n], router.grid) for n in self.links]
        self.prices = [
            price_of(router, n, way) for n, way in zip(self.links, self.now, strict=True)
        ]
        for bundle in bundles:
            self.now.append(together([way_of(router.paths[n], router.grid) for n in bundle]))
        self.ways = [[way] for way in self.now]
        self.taken = [0] * len(self.now)
        self.known: dict[tuple[Way, Way], float] = {}
        self.at: defaultdict[int, dict[int, None]] = defaultdict(dict)
        self.near: list[dict[int, None]] = [{} for _ in self.now]
        self.costs: dict[int, list[float]] = {}
        for n, way in enumerate(self.now):
            self._meet(n, way.nodes)
        self.total = sum(self.prices)
        crossing: dict[int, None] = {}
        for n, others in enumerate(self.near):
            for other in others:
                if other < n:
                    cost = self._between(self.now[n], self.now[other])
                    self.total += cost
                    if cost >= _CROSSING:
                        crossing[n] = crossing[other] = None
        for n in sorted(crossing)[:_MOST_OPEN]:
            self._open(n)

    def best(self) -> list[Way]:
        """Change one link after the other, and return the best ways met on the way."""
        least, found = self.total, list(self.now)
        resting: dict[int, int] = {}
        turn = since = 0
        while since < _PATIENCE and self.effort < EFFORT:
            change = self._cheapest(least, {n for n, until in resting.items() if until > turn})
            if change is None:
                break
            n, k = change
            resting[n] = turn + _REST + n % 3
            self._change(n, k)
            turn, since = turn + 1, since + 1
            if self.total < least - _LITTLE:
                least, found, since = self.total, list(self.now), 0
        return found

    def _cheapest(self, least: float, resting: set[int]) -> tuple[int, int] | None:
        """Return the link and the way whose change costs least.

        A link that rests is changed only for a drawing better than any before.
        """
        best: tuple[float, int, int] | None = None
        for n, costs in self.costs.items():
            taken = self.taken[n]
            now = costs[taken]
            for k, cost in enumerate(costs):
                more = cost - now
                if (
                    (best is None or more < best[0] - _LITTLE)
                    and k != taken
                    and (n not in resting or self.total + more < least - _LITTLE)
                ):
                    best = (more, n, k)
        return best[1:] if best else None

    def _change(self, n: int, k: int) -> None:
        """Let a link take another of its ways."""
        old, new = self.now[n], self.ways[n][k]
        self.total += self.costs[n][k] - self.costs[n][self.taken[n]]
        self.now[n], self.taken[n] = new, k
        met: list[int] = []
        for other in self.near[n]:
            costs = self.costs.get(other)
            if costs is not None:
                for place, way in enumerate(self.ways[other]):
                    costs[place] += self._between(new, way) - self._between(old, way)
            elif self._between(new, self.now[other]) >= _CROSSING:
                met.append(other)
        for other in met:
            self._open(other)

    def _open(self, n: int) -> None:
        """Offer a link other ways than the one it has; bundles keep theirs."""
        if n >= len(self.links):
            return
        now = self.now[n]
        offered = [(self.prices[n], now)]
        for price, path in choices(self.router, self.links[n], _CHOICES):
            if path != now.path:
                offered.append((price, way_of(path, self.router.grid)))
        for _, way in offered:
            self._meet(n, way.nodes)
        priced: list[tuple[float, int]] = []
        for k, (price, way) in enumerate(offered):
            there = [self._between(way, self.now[other]) for other in self.near[n]]
            priced.append((price + sum(there), k))
        kept = [priced[0], *sorted(priced[1:])[:_KEPT]]
        self.ways[n] = [offered[k][1] for _, k in kept]
        self.costs[n] = [cost for cost, _ in kept]

    def _meet(self, n: int, nodes: Iterable[int]) -> None:
        """Note who else may come by these nodes."""
        for node in nodes:
            here = self.at[node]
            if n not in here:
                for other in here:
                    self.near[n][other] = self.near[other][n] = None
                here[n] = None

    def _between(self, one: Way, other: Way) -> float:
        """Return what two ways cost each other."""
        cost = self.known.get((one, other))
        if cost is None:
            self.effort += 1
            crossings, beside = meetings(one, other)
            cost = _CROSSING * crossings + _BESIDE * beside
            self.known[one, other] = self.known[other, one] = cost
        return cost
