"""What alone can stop something: what every way of support up to it passes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from blueprint.analysis.spread.components import components
from blueprint.analysis.spread.dominating import CHANGED_SET, dominators
from blueprint.analysis.spread.reaching import reach
from blueprint.graph import Network

WORK = ("interaction", "support", "triggers", "uses", "keeps", "prepares")
"""Links of work, that hold up what is done; evidence, channels, articles and what systems tell
each other help it, and do not do it."""


def alone_under(work: Network, tops: Sequence[int]) -> tuple[int, ...]:
    """Return what every way of support to the tops passes, nearest to them first."""
    under = reach(work.turned, tops)
    if not under:
        return ()
    nodes = (*tops, *under)
    part = part_of(work, nodes).turned
    groups = components(part)
    deepest = {
        number
        for number, own in enumerate(groups.members)
        if all(groups.numbers[to] == number for node in own for to in part.successors[node])
    }
    ground = [nodes[n] for n in range(len(nodes)) if groups.numbers[n] in deepest]
    ground = [node for node in ground if node not in tops]
    gates = dominators(work, ground, within=set(nodes))
    common: dict[int, None] | None = None
    for top in tops:
        if top in gates:
            own = list(_chain(gates, top))
            common = dict.fromkeys(own if common is None else [n for n in own if n in common])
    found = [node for node in common or () if node not in tops]
    return (*found, *ground) if len(ground) == 1 else tuple(found)


def _chain(gates: Mapping[int, int], node: int) -> Iterator[int]:
    while gates[node] != CHANGED_SET:
        node = gates[node]
        yield node


def part_of(network: Network, nodes: Iterable[int]) -> Network:
    """Return the network of some nodes alone, numbered as they are given."""
    number = {node: n for n, node in enumerate(nodes)}
    arcs = [
        (n, number[to])
        for node, n in number.items()
        for to in network.successors[node]
        if to in number
    ]
    return Network.of_arrays(len(number), [a for a, _ in arcs], [b for _, b in arcs])
