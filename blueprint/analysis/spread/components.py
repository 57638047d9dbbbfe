"""Which nodes lie on cycles together, and the network with each such group taken as one."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from blueprint.analysis.spread.engines import ONE_PASS, Engine, is_fast
from blueprint.graph import Network


@dataclass(frozen=True, eq=False)
class Components:
    """The strongly connected components of a network: any two nodes of one reach each other.

    They are numbered so that an arc from one to another always leads to the smaller number.

    Attributes:
        count: How many there are.
        numbers: Per node, the number of its component.
    """

    count: int
    numbers: array[int]

    @cached_property
    def members(self) -> tuple[tuple[int, ...], ...]:
        """Per component its nodes, in order."""
        found: list[list[int]] = [[] for _ in range(self.count)]
        for node, number in enumerate(self.numbers):
            found[number].append(node)
        return tuple(map(tuple, found))

    def predecessors(self, network: Network) -> list[list[int]]:
        """Return, per component, those that lead to it, once for each arc; itself left out."""
        found: list[list[int]] = [[] for _ in range(self.count)]
        number = self.numbers.tolist().__getitem__
        for source, target in zip(
            map(number, network.sources), map(number, network.targets), strict=True
        ):
            if source != target:
                found[target].append(source)
        return found


def components(network: Network, *, engine: Engine = "auto") -> Components:
    """Return the strongly connected components of a network, without recursion.

    Pearce's way (2016) of doing what Tarjan's (1972) does, with one number a node.

    Args:
        network: The network.
        engine: Which engine computes.

    Examples:
        >>> found = components(Network.of_arrays(4, [0, 1, 2, 2], [1, 2, 1, 3]))
        >>> found.count, found.numbers.tolist(), found.members
        (3, [2, 1, 1, 0], ((3,), (1, 2), (0,)))
    """
    if is_fast(engine, network, least=ONE_PASS):
        from blueprint.analysis.spread.fast.components import components_fast

        count, numbers = components_fast(network)
        return Components(count, numbers)
    count, found = _numbered(network.successors)
    return Components(count, array("i", found))


def _numbered(successors: Sequence[Sequence[int]]) -> tuple[int, list[int]]:
    """Number components in the order in which a depth-first search leaves them.

    The state of a node says when it was met, then the earliest open node it leads back to, and
    at last, above all of these, its component; 0 says that it was not met yet.
    """
    size = len(successors)
    state = [0] * size
    left: list[int] = []
    clock = count = 0
    for root in range(size):
        if state[root]:
            continue
        clock += 1
        state[root] = clock
        calls: list[tuple[int, int, Iterator[int]]] = [(root, clock, iter(successors[root]))]
        while calls:
            node, entered, ahead = calls[-1]
            low = state[node]
            for to in ahead:
                known = state[to]
                if not known:
                    clock += 1
                    state[to] = clock
                    calls.append((to, clock, iter(successors[to])))
                    break
                if known < low:  # noqa: PLR1730 - a call for each arc costs a third more
                    low = known
            else:
                calls.pop()
                if low == entered:
                    count += 1
                    _close(left, low, state, size + count)
                    low = size + count
                else:
                    left.append(node)
                if calls:
                    above = calls[-1][0]
                    state[above] = min(low, state[above])
            state[node] = low
    first = size + 1
    return count, [number - first for number in state]


def _close(left: list[int], entered: int, state: list[int], number: int) -> None:
    """Number those who lead back to a node met at a time; they were the last to be left."""
    while left and state[left[-1]] >= entered:
        state[left.pop()] = number
