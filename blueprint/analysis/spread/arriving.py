"""How likely a change really arrives at each node, every arc carrying it or not on its own.

This is two-terminal reliability for every node that is reached. Where all paths to t pass d,
P(s→t) = P(s→d)·P(d→t); so it is asked from each node's immediate dominator only, on what lies
between. There it is exact as far as the work allowed leads, and else counted over random
worlds, or bounded. What came about how is said for every node.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from blueprint.analysis.interval import Interval, wilson
from blueprint.analysis.spread.bounding import by_one_path, highest
from blueprint.analysis.spread.engines import Engine, is_fast
from blueprint.analysis.spread.part import START, Part, part_of
from blueprint.analysis.spread.sampling import counted
from blueprint.analysis.spread.shares import Share, Shares, all_shares, single_shares
from blueprint.errors import BlueprintError
from blueprint.graph import Network
from blueprint.words import Phrase

How = Literal["exact", "sampled", "bounds"]
"""How a likelihood came about."""

Asked = Literal["auto", "exact", "sampled", "bounds"]
"""How it is to come about; ``auto`` is exact where that is feasible, else sampled."""

ASKED: tuple[Asked, ...] = get_args(Asked)

WORLDS = 10_000
"""How many worlds are looked at, where nobody says."""

BUDGET = 300_000
"""How many arcs may be looked at for exact figures, where nobody says."""

MOST_WORLDS = 10_000_000
LARGE = 2_000
"""From how many nodes on ``auto`` finds exactly only what a single arc leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """How likely a change arrives, for every node that is reached.

    Attributes:
        probability: The likelihood by node; of a node that is bounded, the middle.
        low: What it is not below: for a sampled one with 95 % confidence, else for certain.
        high: What it is not above, likewise.
        how: How it came about.
        worlds: In how many worlds was looked; 0 where none was needed.
        seed: Which worlds.
        steps: How many arcs were looked at for exact figures and bounds.
    """

    probability: Mapping[int, float]
    low: Mapping[int, float]
    high: Mapping[int, float]
    how: Mapping[int, How]
    worlds: int
    seed: int
    steps: int


def arrivals(
    network: Network,
    starts: Iterable[int],
    *,
    closed: Collection[int] = (),
    within: Collection[int] | None = None,
    worlds: int = WORLDS,
    seed: int = 1,
    budget: int = BUDGET,
    how: Asked = "auto",
    engine: Engine = "auto",
) -> Arrivals:
    """Return how likely a change arrives at every node it can reach.

    Args:
        network: What carries the change; its arcs carry it independently of each other.
        starts: The nodes that change, taken as one set.
        closed: Nodes it may not enter.
        within: The only nodes it may enter; by default all.
        worlds: How many random worlds to look at, where there is sampling.
        seed: Which worlds; the same seed gives the same figures, on both engines.
        budget: How many arcs may be looked at for exact figures, and as many again for bounds.
        how: ``auto`` samples what cannot be found exactly within the budget, ``exact``
            bounds it; ``sampled`` and ``bounds`` find nothing exactly.
        engine: Plain Python or compiled code.

    Raises:
        BlueprintError: An option is not one.

    Examples:
        >>> ways = [(0, 1, 0.5, 1.0), (0, 2, 0.5, 1.0), (1, 3, 0.5, 1.0), (2, 3, 0.5, 1.0)]
        >>> found = arrivals(Network.of(4, ways), [0])
        >>> found.probability[3], found.how[3]
        (0.4375, 'exact')
    """
    _check(worlds, seed, budget, how)
    part = part_of(network, starts, closed=closed, within=within, engine=engine)
    shares, steps = _shares(part, budget, how)
    if how in ("auto", "sampled") and None not in shares[1:]:
        figures, looked = _from_sampling(shares, [], worlds), 0
    elif how in ("auto", "sampled"):
        fast = is_fast(engine, part.arc_count)
        counts = counted(part, worlds=worlds, seed=seed, fast=fast)
        figures, looked = _from_sampling(shares, counts, worlds), worlds
    else:
        figures, looked = _from_bounds(part, shares), 0
    nodes = part.nodes.tolist()[1:]
    probability, low, high, hows = figures
    return Arrivals(
        probability=dict(zip(nodes, probability[1:], strict=True)),
        low=dict(zip(nodes, low[1:], strict=True)),
        high=dict(zip(nodes, high[1:], strict=True)),
        how=dict(zip(nodes, hows[1:], strict=True)),
        worlds=looked,
        seed=seed,
        steps=steps,
    )


class _Figures(NamedTuple):
    """Per node of a part, beginning with the changed set itself."""

    probability: list[float]
    low: list[float]
    high: list[float]
    how: list[How]

    def add(self, probability: float, low: float, high: float, how: How) -> None:
        """Add what is known of the next node."""
        self.probability.append(probability)
        self.low.append(low)
        self.high.append(high)
        self.how.append(how)

    def pass_on(self, share: Share) -> None:
        """Add the next node, of which a share of another's likelihood is its own."""
        above, own = share.above, share.low
        self.add(
            self.probability[above] * own,
            self.low[above] * own,
            self.high[above] * own,
            self.how[above],
        )


def _begun() -> _Figures:
    return _Figures([1.0], [1.0], [1.0], ["exact"])


def _shares(part: Part, budget: int, how: Asked) -> tuple[Shares, int]:
    if how == "sampled":
        return [None] * part.size, 0
    if how == "auto" and part.size > LARGE:
        return single_shares(part), 0
    return all_shares(part, budget, exact=how != "bounds", bounded=how != "auto")


def _from_sampling(shares: Shares, counts: Sequence[int], worlds: int) -> _Figures:
    """Return what is exact, or a known share of what is, and of the others what was counted."""
    figures = _begun()
    intervals: dict[int, Interval] = {}
    for node in range(1, len(shares)):
        share = shares[node]
        if share is not None:
            figures.pass_on(share)
            continue
        count = counts[node]
        interval = intervals.get(count)
        if interval is None:
            interval = intervals[count] = wilson(count / worlds, worlds)
        figures.add(count / worlds, *interval, "sampled")
    return figures


def _from_bounds(part: Part, shares: Shares) -> _Figures:
    """Return what is exact, and of the others what their likelihood lies between."""
    figures = _begun()
    leaving = {node: part.leaving(node) for node in range(part.size)}
    paths, most = by_one_path(leaving, START), highest(leaving, START)
    for node in range(1, part.size):
        share = shares[node]
        if share is not None and share.exact and figures.how[share.above] == "exact":
            figures.pass_on(share)
            continue
        low, high = paths[node][0], most[node]
        if share is not None:
            low = max(low, figures.low[share.above] * share.low)
            high = min(high, figures.high[share.above] * share.high)
        high = max(low, high)
        figures.add((low + high) / 2, low, high, "bounds")
    return figures


def _check(worlds: int, seed: int, budget: int, how: Asked) -> None:
    if not _whole(worlds) or not 1 <= worlds <= MOST_WORLDS:
        said = "worlds is a whole number from 1 to {most}"
        raise BlueprintError(Phrase.of(said, most=f"{MOST_WORLDS:,}"))
    if not _whole(seed) or seed < 0:
        raise BlueprintError(Phrase.of("seed is a whole number, 0 or more"))
    if not _whole(budget) or budget < 0:
        raise BlueprintError(Phrase.of("budget is a whole number of steps, 0 or more"))
    if how not in ASKED:
        raise BlueprintError(
            Phrase.of("“{how}” is not one of auto, exact, sampled, bounds", how=str(how))
        )


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
