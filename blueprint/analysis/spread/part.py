"""The part of a network that a changed set reaches, numbered anew so that a change comes down it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from blueprint.analysis.spread.engines import Engine, is_fast
from blueprint.graph import Network

START = 0
"""The number of the changed set in a part: all its starts as one node."""

_SMALL = 5_000
"""Up to how many nodes plain Python does not pay for the room that compiled code claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What some starts reach; they are one node, 0, that no arc leads into.

    Nodes that reach each other stand side by side, and an arc to a node outside its cluster
    always goes to a larger number. Arcs between the same two nodes are one: it carries a
    change unless all of them fail.

    Attributes:
        nodes: Per node of the part, its number in the network; -1 for the changed set.
        first: Per node, the number of its first arc; one more entry ends the last node's.
        targets: Per arc, the node it goes to.
        likelihoods: Per arc, how likely a change travels along it.
        clusters: First number of each cluster of nodes that reach each other, and the end.
    """

    nodes: array[int]
    first: array[int]
    targets: array[int]
    likelihoods: array[float]
    clusters: array[int]

    @property
    def size(self) -> int:
        """How many nodes it has, the changed set among them."""
        return len(self.nodes)

    @property
    def arc_count(self) -> int:
        """How many arcs it has."""
        return len(self.targets)

    def targets_of(self, node: int) -> array[int]:
        """Return the nodes that the arcs of a node go to."""
        return self.targets[self.first[node] : self.first[node + 1]]

    def leaving(self, node: int) -> dict[int, float]:
        """Return the likelihood of the arcs of a node, by the node they go to."""
        begin, end = self.first[node], self.first[node + 1]
        return dict(zip(self.targets[begin:end], self.likelihoods[begin:end], strict=True))

    def clustered(self) -> Iterable[tuple[int, int]]:
        """Go through the clusters: their first node, and the one after their last."""
        return zip(self.clusters, self.clusters[1:], strict=False)


def part_of(
    network: Network,
    starts: Iterable[int],
    *,
    closed: Collection[int] = (),
    within: Collection[int] | None = None,
    engine: Engine = "auto",
) -> Part:
    """Return what some starts reach, in time and memory of that part alone.

    Args:
        network: What carries the change.
        starts: The nodes that change, taken as one set.
        closed: Nodes it may not enter.
        within: The only nodes it may enter; by default all.
        engine: Plain Python or compiled code; both give the same part.

    Examples:
        >>> network = Network.of(4, [(0, 2, 0.5, 1), (1, 2, 0.5, 1), (2, 0, 0.9, 1)])
        >>> part = part_of(network, [0, 1])
        >>> part.nodes.tolist(), part.leaving(0), part.clusters.tolist()
        ([-1, 2], {1: 0.75}, [0, 1, 2])
    """
    starts = tuple(dict.fromkeys(starts))
    barred = {*starts, *closed}
    leaving: dict[int, dict[int, float]] = {}

    def arcs_of(node: int) -> dict[int, float]:
        found = leaving[node] = {}
        for source in starts if node < 0 else (node,):
            begin, end = network.first[source], network.first[source + 1]
            own = zip(network.targets[begin:end], network.likelihoods[begin:end], strict=True)
            for target, likelihood in own:
                if target in barred or (within is not None and target not in within):
                    continue
                known = found.get(target)
                both = likelihood if known is None else 1 - (1 - known) * (1 - likelihood)
                found[target] = both
        return found

    most = network.size + 1
    if is_fast(engine, network):
        most = 0 if engine == "fast" else _SMALL
    walked = _in_clusters(arcs_of, most)
    if walked is None:
        from blueprint.analysis.spread.fast.part import part_of_fast

        return part_of_fast(network, starts, closed, within)
    return _numbered(*walked, leaving)


def _numbered(order: list[int], sizes: list[int], leaving: dict[int, dict[int, float]]) -> Part:
    number = {node: at for at, node in enumerate(order)}
    first, clusters = array("q", [0]), array("q", [0])
    targets, likelihoods = array("q"), array("d")
    for node in order:
        targets.extend([number[target] for target in leaving[node]])
        likelihoods.extend(leaving[node].values())
        first.append(len(targets))
    for size in sizes:
        clusters.append(clusters[-1] + size)
    return Part(
        nodes=array("q", order),
        first=first,
        targets=targets,
        likelihoods=likelihoods,
        clusters=clusters,
    )


class _Walk:
    """A depth-first walk that finds clusters as it goes back (Tarjan, 1972)."""

    def __init__(self) -> None:
        self.low: dict[int, int] = {}
        self.finished: dict[int, int] = {}
        self.open: list[int] = []
        self.is_open: set[int] = set()
        self.clusters: list[list[int]] = []

    def enter(self, node: int) -> None:
        self.low[node] = len(self.low)
        self.open.append(node)
        self.is_open.add(node)

    def leave(self, node: int, entered: int) -> None:
        self.finished[node] = len(self.finished)
        if self.low[node] < entered:
            return
        at = len(self.open) - 1
        while self.open[at] != node:
            at -= 1
        cluster = self.open[at:]
        del self.open[at:]
        self.is_open.difference_update(cluster)
        cluster.sort(key=self.finished.__getitem__, reverse=True)
        self.clusters.append(cluster)


def _in_clusters(
    arcs_of: Callable[[int], dict[int, float]], most: int
) -> tuple[list[int], list[int]] | None:
    """Return the nodes in order, from -1 on, and the sizes of their clusters.

    Returns:
        Them, or ``None`` as soon as there are more than ``most`` nodes.
    """
    walk = _Walk()
    walk.enter(-1)
    stack = [(-1, 0, iter(arcs_of(-1)))]
    low = walk.low
    while stack:
        if len(low) > most:
            return None
        node, entered, rest = stack[-1]
        for target in rest:
            if target not in low:
                stack.append((target, len(low), iter(arcs_of(target))))
                walk.enter(target)
                break
            if target in walk.is_open and low[target] < low[node]:
                low[node] = low[target]
        else:
            stack.pop()
            walk.leave(node, entered)
            if stack and low[node] < low[stack[-1][0]]:
                low[stack[-1][0]] = low[node]
    clusters = walk.clusters[::-1]
    return [node for cluster in clusters for node in cluster], [len(c) for c in clusters]
