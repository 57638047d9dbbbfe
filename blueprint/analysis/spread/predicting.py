"""The Change Prediction Method: combined likelihood and risk along self-avoiding paths.

Clarkson, Simons and Eckert (2004), "Predicting change propagation in complex design",
Journal of Mechanical Design 126(5), 788-797. From the changed set spreads a tree of all paths
that visit no node twice and have at most ``depth`` links; along a path likelihoods multiply
(*and*), and the branches of a node count as independent of each other (*or*). A link that
several paths share is counted in each of them, so that the figures are too high wherever paths
share links; `blueprint.analysis.spread.arriving` says how likely it truly is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from blueprint.analysis.spread.engines import Engine, is_fast
from blueprint.errors import BlueprintError
from blueprint.graph import Network
from blueprint.words import Phrase

Reading = Literal["leaf", "last-step"]
"""Where the impact enters the risk: at the end of every path, or at the last step into a node."""

READINGS: tuple[Reading, ...] = get_args(Reading)

DEPTH = 4
"""The depth of the paper, and of the tools that follow it."""

BUDGET = 20_000_000
"""How many links of walks may be followed for one changed set before the depth is lowered."""

WORTH_COMPILING = 1_000_000
"""From how many links of walks on ``auto`` takes the fast engine, where it is installed."""

Branches = list[list[tuple[int, float, float]]]
"""Per node its branches: to, likelihood, and likelihood x impact."""

_Level = tuple[int, float, Iterator[tuple[int, float, float]], dict[int, float], dict[int, float]]
"""A node on the path, how it was come to, the branches left, and what its own ends keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicted:
    """What the Change Prediction Method says of every node that is reached.

    Attributes:
        likelihood: Combined likelihood per node, nearest nodes first.
        risk: Combined risk per node.
        depth: The most links a path had; smaller than what was asked where that many paths
            would have gone over the budget.
        asked: The depth that was asked for.
        high: What the likelihood is at most at the depth asked, where it had to be lowered.
    """

    likelihood: Mapping[int, float]
    risk: Mapping[int, float]
    depth: int
    asked: int
    high: Mapping[int, float] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether all paths of the depth asked were followed."""
        return self.depth == self.asked


def predicted(
    network: Network,
    starts: Iterable[int],
    *,
    depth: int = DEPTH,
    reading: Reading = "leaf",
    closed: Collection[int] = (),
    budget: int = BUDGET,
    engine: Engine = "auto",
) -> Predicted:
    """Return combined likelihood and risk of every node that a changed set reaches.

    Several starts are one changed set: no path comes back to any of them. Several arcs between
    the same two nodes count as one, with their likelihoods joined as independent.

    Args:
        network: What carries the change.
        starts: The nodes that change.
        depth: The most links a path may have.
        reading: ``leaf`` puts the impact at the end of each path (as cpm-lib and Cambridge
            Advanced Modeller do); ``last-step`` follows equations 2 and 3 of the paper: the
            likelihood to come to each neighbour of a node without passing it, times the
            likelihood and impact of the last step.
        closed: Nodes no path may enter.
        budget: How many links of walks may be followed; beyond it the depth is lowered, and
            the result says so and what the likelihood is at most.
        engine: Plain Python, or the extra ``fast``; the results are equal.

    Raises:
        BlueprintError: The depth is no whole number of links from 1 on, or an option is none.

    Examples:
        >>> ring = Network.of(3, [(0, 1, 0.5, 0.4), (1, 2, 0.5, 1.0), (0, 2, 0.2, 1.0)])
        >>> found = predicted(ring, [0])
        >>> {node: round(value, 3) for node, value in found.likelihood.items()}
        {1: 0.5, 2: 0.4}
    """
    asked = checked_depth(depth)
    if reading not in READINGS:
        said = "“{reading}” is no reading; it is leaf or last-step"
        raise BlueprintError(Phrase.of(said, reading=str(reading)))
    nodes, branches = _around(network, starts, closed, asked)
    searches = len(branches) if reading == "last-step" else 1
    depth, walked = _affordable(branches, asked, budget // searches)
    if is_fast(engine, walked * searches, least=WORTH_COMPILING):
        from blueprint.analysis.spread.fast.predicting import from_source

        likelihood, risk = from_source(branches, 0, depth, reading)
    else:
        likelihood, risk = from_one(branches, 0, depth, reading)
    found = Predicted(
        likelihood={nodes[n]: likelihood[n] for n in sorted(likelihood)},
        risk={nodes[n]: risk[n] for n in sorted(likelihood)},
        depth=depth,
        asked=asked,
    )
    if not found.whole:
        most = _at_most(branches, asked, budget)
        found = Predicted(
            likelihood=found.likelihood,
            risk=found.risk,
            depth=depth,
            asked=asked,
            high={node: most.get(n, 1.0) for n, node in enumerate(nodes) if n},
        )
    return found


def checked_depth(depth: int) -> int:
    """Return a depth that is one.

    Raises:
        BlueprintError: It is no whole number of links from 1 on.
    """
    if isinstance(depth, bool) or not isinstance(depth, int) or depth < 1:
        raise BlueprintError(Phrase.of("depth is a whole number of links, 1 or more"))
    return depth


def from_one(
    branches: Sequence[Sequence[tuple[int, float, float]]], source: int, depth: int, reading: str
) -> tuple[dict[int, float], dict[int, float]]:
    """Return combined likelihood and risk of every node from one source, in plain Python."""
    missed, unharmed = _tree(branches, source, depth, avoid=-1)
    likelihood = {node: 1 - kept for node, kept in missed.items()}
    if reading == "leaf":
        return likelihood, {node: 1 - kept for node, kept in unharmed.items()}
    into: dict[int, list[tuple[int, float]]] = {}
    for node in sorted((source, *missed)):
        for to, _, risk in branches[node]:
            into.setdefault(to, []).append((node, risk))
    risks: dict[int, float] = {}
    for node in missed:
        kept = 1.0
        before = _tree(branches, source, depth - 1, avoid=node)[0] if depth > 1 else {}
        for neighbour, risk in into[node]:
            come = 1.0 if neighbour == source else 1 - before.get(neighbour, 1.0)
            kept *= 1 - come * risk
        risks[node] = 1 - kept
    return likelihood, risks


def _tree(
    branches: Sequence[Sequence[tuple[int, float, float]]], source: int, depth: int, *, avoid: int
) -> tuple[dict[int, float], dict[int, float]]:
    """Follow all self-avoiding paths from a source once, for all their ends together.

    Returns:
        Per node that is reached the product, over the branches of the source, of what does
        *not* come to it: of the change, and of the change with its impact.
    """
    on_path = {source, avoid}
    stack: list[_Level] = [(source, 1.0, iter(branches[source]), {}, {})]
    while True:
        _, _, ways, missed, unharmed = stack[-1]
        left = depth - len(stack)
        for to, likelihood, risk in ways:
            if to in on_path:
                continue
            missed[to] = missed.get(to, 1.0) * (1 - likelihood)
            unharmed[to] = unharmed.get(to, 1.0) * (1 - risk)
            if left > 1:
                on_path.add(to)
                stack.append((to, likelihood, iter(branches[to]), {}, {}))
                break
            if left == 1:  # the last links need no search of their own
                for end, further, harm in branches[to]:
                    if end not in on_path:
                        missed[end] = missed.get(end, 1.0) * (1 - likelihood * further)
                        unharmed[end] = unharmed.get(end, 1.0) * (1 - likelihood * harm)
        else:
            node, came, _, missed, unharmed = stack.pop()
            if not stack:
                return missed, unharmed
            on_path.discard(node)
            _join(stack[-1][3], missed, came)
            _join(stack[-1][4], unharmed, came)


def _join(whole: dict[int, float], part: Mapping[int, float], came: float) -> None:
    """Count a branch's ends among those of the node it leaves."""
    for node, kept in part.items():
        whole[node] = whole.get(node, 1.0) * (1 - came * (1 - kept))


def _around(
    network: Network, starts: Iterable[int], closed: Collection[int], depth: int
) -> tuple[list[int], Branches]:
    """Return the nodes at most so far from the changed set, which is 0, and their branches."""
    begun = list(dict.fromkeys(starts))
    barred = {*begun, *closed}
    nodes, away = [-1], [0]
    number: dict[int, int] = {}
    branches: Branches = []
    for n, far in enumerate(away):  # grows while it is gone through
        members = () if far == depth else (nodes[n],) if n else begun
        arcs = [
            (to, likelihood, impact)
            for member in members
            for to, likelihood, impact, _ in network.arcs(member)
            if to not in barred
        ]
        for to, _, _ in arcs:
            if to not in number:
                number[to] = len(nodes)
                nodes.append(to)
                away.append(far + 1)
        branches.append(joined((number[to], likelihood, impact) for to, likelihood, impact in arcs))
    return nodes, branches


def joined(arcs: Iterable[tuple[int, float, float]]) -> list[tuple[int, float, float]]:
    """Return branches of a node, several to the same one joined as independent."""
    found: dict[int, tuple[float, float]] = {}
    for to, likelihood, impact in arcs:
        carried, risk = found.get(to, (0.0, 0.0))
        more = likelihood * impact
        found[to] = (carried + likelihood - carried * likelihood, risk + more - risk * more)
    return [(to, carried, risk) for to, (carried, risk) in found.items()]


def walks_of(branches: Sequence[Sequence[tuple[int, float, float]]], depth: int) -> int:
    """Return how many links the walks from every node have in all: at least as many as its paths.

    They are counted, not walked.
    """
    targets = [[to for to, _, _ in ways] for ways in branches]
    walks = [1] * len(branches)
    total = 0
    for _ in range(depth):
        walks = [sum(map(walks.__getitem__, ways)) for ways in targets]
        total += sum(walks)
    return total


def _affordable(branches: Branches, depth: int, budget: int) -> tuple[int, int]:
    """Return the largest depth whose walks stay within the budget, and how many links those are.

    It is at most the depth asked, and at least 1.
    """
    count = {0: 1}
    walked = 0
    for done in range(depth):
        following: dict[int, int] = {}
        for node, walks in count.items():
            for to, _, _ in branches[node]:
                following[to] = following.get(to, 0) + walks
        more = sum(following.values())
        if done and walked + more > budget:
            return done, walked
        walked += more
        count = following
    return depth, walked


def _at_most(branches: Branches, depth: int, budget: int) -> dict[int, float]:
    """Return what combined likelihoods are at most: the same tree, nodes visited again and again.

    Where even that goes over the budget, nothing is said of a node.
    """
    links = sum(map(len, branches))
    if links * depth * len(branches) > budget:
        return {}
    most: dict[int, float] = {}
    for end in range(1, len(branches)):
        come = {end: 1.0}
        for _ in range(depth):
            nearer = {end: 1.0}
            for node, ways in enumerate(branches):
                if node != end:
                    kept = 1.0
                    for to, likelihood, _ in ways:
                        kept *= 1 - likelihood * come.get(to, 0.0)
                    nearer[node] = 1 - kept
            come = nearer
        most[end] = come[0]
    return most
