"""How likely a change comes to everything it reaches in one direction, by the method asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from blueprint.analysis.ripple.question import Question
from blueprint.analysis.ripple.results import Known
from blueprint.analysis.ripple.routes import Path, Routes
from blueprint.analysis.spread.arriving import BUDGET as ARRIVING_BUDGET
from blueprint.analysis.spread.arriving import WORLDS, arrivals
from blueprint.analysis.spread.predicting import BUDGET as PREDICTING_BUDGET
from blueprint.analysis.spread.predicting import DEPTH, predicted
from blueprint.analysis.spread.reaching import reach
from blueprint.analysis.spread.strongest import Strongest, strongest
from blueprint.graph import Graph, Network
from blueprint.graph.couplings import Direction


@dataclass(frozen=True, slots=True)
class Estimate:
    """How likely a change comes to an element.

    Attributes:
        likelihood: By the method, 0 to 1.
        how: How well it is known.
        low: The least it is, where it is not known exactly.
        high: The most it is, where it is not known exactly.
        risk: The method's own combined risk, where it has one.
    """

    likelihood: float
    how: Known = "exact"
    low: float | None = None
    high: float | None = None
    risk: float | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a ripple came to one element: in which direction, by which path, how likely.

    Attributes:
        path: Its strongest path.
        fewest: How few links could bring it here.
        estimate: How likely it comes here, by whatever path.
    """

    path: Path
    fewest: int
    estimate: Estimate

    @property
    def node(self) -> int:
        """Number of the element."""
        return self.path.node

    @property
    def direction(self) -> Direction:
        """The direction in which it came."""
        return self.path.routes.direction

    @property
    def rank(self) -> tuple[float, int, int]:
        """What the stronger one has the smaller of; then the nearer, then file order."""
        return (-round(self.estimate.likelihood, 12), self.path.hops, self.path.node)


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What a method found in one direction, and what it did for that.

    Attributes:
        direction: The direction.
        arrivals: Everything that is reached.
        depth: The most links a path may have, where that is bounded.
        lowered: How deep all paths were followed, where going on would have cost too much.
        worlds: How many random worlds were looked at.
        steps: How many links were looked at for exact figures.
    """

    direction: Direction
    arrivals: tuple[Arrival, ...]
    depth: int | None = None
    lowered: int | None = None
    worlds: int = 0
    steps: int = 0


def came(
    graph: Graph,
    direction: Direction,
    starts: Sequence[int],
    question: Question,
    *,
    closed: Collection[int] = (),
) -> Came:
    """Return everything a ripple reaches in one direction, each with path and likelihood.

    Args:
        graph: The graph.
        direction: Demand or disruption.
        starts: Numbers of the nodes it starts at, taken as one changed set.
        question: The method, and how far and along what it goes.
        closed: Numbers of nodes it may not enter.
    """
    run = _run(graph, direction, starts, question, closed)
    match question.method:
        case "reliability":
            return run.by_reliability()
        case "paths":
            return run.by_paths()
        case "cpm":
            return run.by_cpm()
        case _:
            assert_never(question.method)


def came_at_once(
    graph: Graph,
    direction: Direction,
    starts: Sequence[int],
    question: Question,
    *,
    closed: Collection[int] = (),
) -> tuple[Arrival, ...]:
    """Return what a ripple reaches over a single link, by the same method."""
    return _run(graph, direction, starts, question, closed).at_once()


def _run(
    graph: Graph,
    direction: Direction,
    starts: Sequence[int],
    question: Question,
    closed: Collection[int],
) -> _Run:
    network = graph.network(direction, question.kinds)
    return _Run(graph, network, direction, tuple(starts), question, frozenset(closed))


@dataclass(frozen=True, slots=True)
class _Run:
    """One direction of a ripple, being followed."""

    graph: Graph
    network: Network
    direction: Direction
    starts: tuple[int, ...]
    question: Question
    closed: frozenset[int]

    def by_paths(self) -> Came:
        best = self._strongest(self.question.depth)
        found = {node: Estimate(best.likelihoods[label]) for node, label in best.best.items()}
        return self._came(best, found, self.question.depth)

    def by_reliability(self) -> Came:
        asked = self.question
        best = self._strongest(asked.depth)
        arrived = arrivals(
            best.network,
            self.starts,
            closed=self.closed,
            within=None if asked.depth is None else best.best.keys(),
            worlds=asked.worlds or WORLDS,
            seed=asked.seed,
            budget=ARRIVING_BUDGET if asked.budget is None else asked.budget,
            how="auto" if asked.worlds else "exact",
            engine=asked.engine,
        )
        found = {}
        for node, label in best.best.items():
            how, likelihood = arrived.how[node], arrived.probability[node]
            if how == "exact":
                found[node] = Estimate(likelihood)
            else:  # it is at least as likely as by the strongest path
                least = best.likelihoods[label]
                low, high = max(arrived.low[node], least), max(arrived.high[node], least)
                found[node] = Estimate(max(likelihood, least), how, low, high)
        done = self._came(best, found, asked.depth)
        return replace(done, worlds=arrived.worlds, steps=arrived.steps)

    def by_cpm(self) -> Came:
        asked = self.question
        depth = asked.depth or DEPTH
        best = self._strongest(depth)
        told = predicted(
            best.network,
            self.starts,
            depth=depth,
            reading=asked.reading,
            closed=self.closed,
            budget=PREDICTING_BUDGET if asked.budget is None else asked.budget,
            engine=asked.engine,
        )
        found = {}
        for node, label in best.best.items():
            likelihood, risk = told.likelihood.get(node), told.risk.get(node)
            if told.whole and likelihood is not None:
                found[node] = Estimate(likelihood, risk=risk)
            else:
                low = max(likelihood or 0.0, best.likelihoods[label])
                high = max(low, told.high.get(node, 1.0))
                found[node] = Estimate(low, "bounds", low, high, risk)
        return self._came(best, found, depth, None if told.whole else told.depth)

    def at_once(self) -> tuple[Arrival, ...]:
        best = self._strongest(1)
        told = predicted(best.network, self.starts, depth=1, closed=self.closed, engine="plain")
        found = {}
        for node, label in best.best.items():
            match self.question.method:
                case "paths":
                    found[node] = Estimate(best.likelihoods[label])
                case "cpm":
                    found[node] = Estimate(told.likelihood[node], risk=told.risk[node])
                case _:
                    found[node] = Estimate(told.likelihood[node])
        return self._came(best, found, 1).arrivals

    def _strongest(self, depth: int | None) -> Strongest:
        return strongest(self.network, self.starts, depth=depth, closed=self.closed)

    def _came(
        self,
        best: Strongest,
        estimates: Mapping[int, Estimate],
        depth: int | None,
        lowered: int | None = None,
    ) -> Came:
        engine = self.question.engine
        fewest = reach(best.network, self.starts, depth=depth, closed=self.closed, engine=engine)
        routes = Routes(self.graph, self.direction, best)
        return Came(
            direction=self.direction,
            arrivals=tuple(
                Arrival(Path(routes, label), fewest[node], estimates[node])
                for node, label in best.best.items()
            ),
            depth=depth,
            lowered=lowered,
        )
