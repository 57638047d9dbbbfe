"""How many of some nodes each node reaches, for all nodes at once and exactly."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

from blueprint.analysis.spread.asked import checked_nodes
from blueprint.analysis.spread.components import components
from blueprint.analysis.spread.engines import ONE_PASS, Engine, is_fast
from blueprint.graph import Network

BLOCK = 4096
"""How many marked nodes one pass counts, each a bit of one number."""


def reach_counts(
    network: Network, marked: Iterable[int], *, engine: Engine = "auto"
) -> Sequence[int]:
    """Return, for every node, how many marked nodes it reaches; exactly.

    A node never counts itself, not even where it lies on a cycle: the count of a node is how
    many of ``reach(network, [node])`` are marked.

    Cycles are taken as one node first. Then sets of marked nodes go up the arcs as bits, a
    block of them at a time, and only where some of the block are reached.

    Args:
        network: What carries the change.
        marked: The nodes to count, for example all steps, or all moments of truth; the fast
            engine reads flat arrays as they are.
        engine: Which engine computes.

    Raises:
        BlueprintError: A marked node is not there.

    Examples:
        >>> network = Network.of_arrays(4, [0, 1, 2, 2], [1, 2, 1, 3])
        >>> reach_counts(network, [1, 3]).tolist()
        [2, 1, 2, 0]
    """
    if is_fast(engine, network, least=ONE_PASS):
        from blueprint.analysis.spread.fast.counting import reach_counts_fast

        return reach_counts_fast(network, marked)
    counted = checked_nodes(network, marked)
    parts = components(network, engine="plain")
    own = [0] * parts.count
    for node in counted:
        own[parts.numbers[node]] += 1
    counts = _counted(parts.predecessors(network), own)
    found = array("q", map(counts.__getitem__, parts.numbers))
    for node in counted:
        found[node] -= 1
    return found


def _counted(predecessors: Sequence[Sequence[int]], own: Sequence[int]) -> list[int]:
    """Return how many marked nodes each component reaches, its own among them."""
    counts = [0] * len(own)
    bits = [0] * len(own)
    for reaching, marks in _blocks(predecessors, own):
        for number, mark in marks:
            bits[number] = mark
        for number in reaching:
            held = bits[number]
            counts[number] += held.bit_count()
            for source in predecessors[number]:
                bits[source] |= held
            bits[number] = 0
    return counts


def _blocks(
    predecessors: Sequence[Sequence[int]], own: Sequence[int]
) -> Iterator[tuple[list[int], list[tuple[int, int]]]]:
    """Go through the blocks: the components that reach some of each, and the bits they have in it.

    Marked nodes are numbered in the order of their components, so that near ones share blocks.
    """
    blocks = -(-sum(own) // BLOCK)
    reaching: list[list[int]] = [[] for _ in range(blocks)]
    marks: list[list[tuple[int, int]]] = [[] for _ in range(blocks)]
    touched = [0] * len(own)
    begin = 0
    for number, count in enumerate(own):
        end = begin + count
        while begin < end:
            block, low = divmod(begin, BLOCK)
            high = min(BLOCK, end - block * BLOCK)
            marks[block].append((number, (1 << high) - (1 << low)))
            touched[number] |= 1 << block
            begin = block * BLOCK + high
        met = touched[number]
        for source in predecessors[number]:
            touched[source] |= met
        while met:
            lowest = met & -met
            reaching[lowest.bit_length() - 1].append(number)
            met ^= lowest
    return zip(reaching, marks, strict=True)
