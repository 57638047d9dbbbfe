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
    """Return the strongly connected components of a network (Tarjan 1972), without recursion.

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
    count, found = _tarjan(network.successors)
    return Components(count, array("i", found))


def _tarjan(successors: Sequence[Sequence[int]]) -> tuple[int, list[int]]:
    """Number components in the order in which a depth-first search leaves them."""
    size = len(successors)
    met = [0] * size  # when a node was first met; 0: not yet
    low = [0] * size  # the earliest node still open that it is known to lead back to
    numbers = [-1] * size
    opened: list[int] = []
    clock = count = 0
    for root in range(size):
        if met[root]:
            continue
        clock += 1
        met[root] = low[root] = clock
        opened.append(root)
        calls: list[tuple[int, Iterator[int]]] = [(root, iter(successors[root]))]
        while calls:
            node, ahead = calls[-1]
            for to in ahead:
                if not met[to]:
                    clock += 1
                    met[to] = low[to] = clock
                    opened.append(to)
                    calls.append((to, iter(successors[to])))
                    break
                if numbers[to] < 0 and met[to] < low[node]:
                    low[node] = met[to]
            else:
                calls.pop()
                if calls and low[node] < low[calls[-1][0]]:
                    low[calls[-1][0]] = low[node]
                if low[node] == met[node]:
                    _close(node, opened, numbers, count)
                    count += 1
    return count, numbers


def _close(node: int, opened: list[int], numbers: list[int], number: int) -> None:
    """Number what was opened since a node as one component."""
    numbers[node] = number
    while (member := opened.pop()) != node:
        numbers[member] = number
