"""What a change can reach at all, in how many links, and how much of it each department has."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from blueprint.analysis.spread.asked import (
    NO_LABEL,
    checked_depth,
    checked_nodes,
    no_such_label,
    one_each,
)
from blueprint.analysis.spread.engines import ONE_PASS, Engine, is_fast
from blueprint.graph import Network

WIDE = 500
"""From how many nodes in a wave on there is a mark for every node of the network."""

__all__ = ["NO_LABEL", "reach", "reached", "tally"]


def reach(
    network: Network,
    starts: Iterable[int],
    *,
    depth: int | None = None,
    closed: Iterable[int] = (),
    engine: Engine = "auto",
) -> Mapping[int, int]:
    """Return every node that starts reach with the fewest links to it, the starts left out.

    Args:
        network: What carries the change.
        starts: Where it begins, all at once.
        depth: The most links to go; no bound by default.
        closed: Nodes that it neither reaches nor passes.
        engine: Which engine computes.

    Returns:
        Nodes by fewest links, then by number.

    Raises:
        BlueprintError: A node is not there, or the depth is less than 1.

    Examples:
        >>> network = Network.of_arrays(5, [0, 0, 1, 2, 3, 3], [2, 1, 3, 3, 4, 0])
        >>> reach(network, [0])
        {1: 1, 2: 1, 3: 2, 4: 3}
        >>> reach(network, [0], closed=[1], depth=2)
        {2: 1, 3: 2}
    """
    begun, shut = checked_nodes(network, starts), checked_nodes(network, closed)
    most = checked_depth(depth)
    if is_fast(engine, network, least=ONE_PASS):
        from blueprint.analysis.spread.fast.reaching import reach_fast

        return reach_fast(network, begun, most, shut)
    waves = map(sorted, _waves(network, begun, most, shut))
    return {node: hops for hops, wave in enumerate(waves, start=1) for node in wave}


def reached(
    network: Network,
    starts: Iterable[int],
    *,
    depth: int | None = None,
    closed: Iterable[int] = (),
    engine: Engine = "auto",
) -> set[int]:
    """Return the nodes that starts reach, without the links to them; otherwise as `reach`.

    Examples:
        >>> sorted(reached(Network.of_arrays(4, [0, 1, 2], [1, 2, 1]), [0]))
        [1, 2]
    """
    begun, shut = checked_nodes(network, starts), checked_nodes(network, closed)
    most = checked_depth(depth)
    if is_fast(engine, network, least=ONE_PASS):
        from blueprint.analysis.spread.fast.reaching import reached_fast

        return reached_fast(network, begun, most, shut)
    return set().union(*_waves(network, begun, most, shut))


def tally(
    network: Network,
    starts: Iterable[int],
    labels: Sequence[int],
    count: int,
    *,
    depth: int | None = None,
    closed: Iterable[int] = (),
    engine: Engine = "auto",
) -> Sequence[int]:
    """Return how many reached nodes bear each label, for example are of each department.

    Args:
        network: What carries the change.
        starts: Where it begins; not counted.
        labels: Per node its label, 0 to ``count - 1``; below 0 it has none. Flat arrays are
            read as they are, without a copy.
        count: How many labels there are.
        depth: The most links to go; no bound by default.
        closed: Nodes that it neither reaches nor passes.
        engine: Which engine computes.

    Raises:
        BlueprintError: A node is not there, a label is missing, or the depth is less than 1.

    Examples:
        >>> network = Network.of_arrays(4, [0, 1, 2], [1, 2, 3])
        >>> tally(network, [0], [0, 1, NO_LABEL, 1], 2).tolist()
        [0, 2]
    """
    begun, shut = checked_nodes(network, starts), checked_nodes(network, closed)
    most = checked_depth(depth)
    one_each(network, labels)
    if is_fast(engine, network, least=ONE_PASS):
        from blueprint.analysis.spread.fast.reaching import tally_fast

        return tally_fast(network, begun, most, shut, labels, count)
    met = chain.from_iterable(_waves(network, begun, most, shut))
    found = Counter(map(labels.__getitem__, met))
    if max(found, default=NO_LABEL) >= count:
        raise no_such_label(max(found), count)
    return array("q", [found[label] for label in range(count)])


def _waves(
    network: Network, starts: tuple[int, ...], depth: int | None, closed: tuple[int, ...]
) -> Iterator[Sequence[int]]:
    """Go through the nodes that are one link away, two, three …, each at its first time.

    What has been met is a set, which costs nothing for a node that is not reached; a ripple
    that has grown wide goes on with a mark for every node of the network instead.
    """
    successors = network.successors
    met = {*starts, *closed}
    wave: Sequence[int] = starts
    hops = 0
    while wave and len(wave) < WIDE and hops != depth:
        behind, wave = wave, []
        for node in behind:
            for to in successors[node]:
                if to not in met:
                    met.add(to)
                    wave.append(to)
        hops += 1
        yield wave
    if wave and hops != depth:
        left = None if depth is None else depth - hops
        yield from _wide_waves(network, wave, met, left)


def _wide_waves(
    network: Network, wave: Sequence[int], met: set[int], depth: int | None
) -> Iterator[Sequence[int]]:
    onward = network.successors.__getitem__
    marks = bytearray(network.size)
    for node in met:
        marks[node] = 1
    hops = 0
    while wave and hops != depth:
        found: list[int] = []
        for to in chain.from_iterable(map(onward, wave)):
            if not marks[to]:
                marks[to] = 1
                found.append(to)
        wave = found
        hops += 1
        yield wave
