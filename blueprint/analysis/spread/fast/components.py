"""Strongly connected components and what leads from one to another, compiled."""

from __future__ import annotations

from array import array
from typing import NamedTuple

import numpy as np

from blueprint.analysis.spread.fast.arrays import Nodes, Numbers
from blueprint.analysis.spread.fast.compiling import compiled
from blueprint.graph import Network


class Condensed(NamedTuple):
    """A network with each component taken as one node.

    Attributes:
        numbers: Per node, its component; arcs between two lead to the smaller number.
        first_member: Per component, where its members begin; one more entry ends the last's.
        members: Nodes by component, then by number.
        first: Per component, where its arcs begin; one more entry ends the last's.
        targets: Per arc the component it leads to; each once, none to itself.
    """

    numbers: Nodes
    first_member: Numbers
    members: Nodes
    first: Numbers
    targets: Nodes


def components_fast(network: Network) -> tuple[int, array[int]]:
    """Return how many components there are, and per node the number of its own."""
    count, numbers = _tarjan(np.asarray(network.first), np.asarray(network.targets))
    return count, array("i", numbers.tobytes())


def condensed(network: Network) -> Condensed:
    """Return a network with each component taken as one node."""
    first, targets = np.asarray(network.first), np.asarray(network.targets)
    count, numbers = _tarjan(first, targets)
    return Condensed(numbers, *_contracted(first, targets, numbers, count))


@compiled
def _tarjan(first: Numbers, targets: Nodes) -> tuple[int, Nodes]:
    size = first.size - 1
    met = np.zeros(size, np.int32)
    low = np.zeros(size, np.int32)
    numbers = np.full(size, -1, np.int32)
    opened = np.empty(size, np.int32)
    calls = np.empty(size, np.int32)
    ahead = np.empty(size, np.int64)
    open_count = clock = count = 0
    for root in range(size):
        if met[root] != 0:
            continue
        depth = 0
        calls[0] = root
        ahead[root] = first[root]
        clock += 1
        met[root] = low[root] = clock
        opened[open_count] = root
        open_count += 1
        while depth >= 0:
            node = calls[depth]
            if ahead[node] < first[node + 1]:
                to = targets[ahead[node]]
                ahead[node] += 1
                if met[to] == 0:
                    clock += 1
                    met[to] = low[to] = clock
                    opened[open_count] = to
                    open_count += 1
                    ahead[to] = first[to]
                    depth += 1
                    calls[depth] = to
                elif numbers[to] < 0 and met[to] < low[node]:
                    low[node] = met[to]
            else:
                depth -= 1
                if depth >= 0 and low[node] < low[calls[depth]]:
                    low[calls[depth]] = low[node]
                if low[node] == met[node]:
                    member = -1
                    while member != node:
                        open_count -= 1
                        member = opened[open_count]
                        numbers[member] = count
                    count += 1
    return count, numbers


@compiled
def _contracted(
    first: Numbers, targets: Nodes, numbers: Nodes, count: int
) -> tuple[Numbers, Nodes, Numbers, Nodes]:
    size = first.size - 1
    first_member = np.zeros(count + 1, np.int64)
    for node in range(size):
        first_member[numbers[node] + 1] += 1
    for number in range(count):
        first_member[number + 1] += first_member[number]
    place = first_member[:-1].copy()
    members = np.empty(size, np.int32)
    for node in range(size):
        members[place[numbers[node]]] = node
        place[numbers[node]] += 1
    seen = np.full(count, -1, np.int32)
    onward = np.zeros(count + 1, np.int64)
    reduced = np.empty(targets.size, np.int32)
    kept = 0
    for number in range(count):
        for member in range(first_member[number], first_member[number + 1]):
            node = members[member]
            for arc in range(first[node], first[node + 1]):
                to = numbers[targets[arc]]
                if to != number and seen[to] != number:
                    seen[to] = number
                    reduced[kept] = to
                    kept += 1
        onward[number + 1] = kept
    return first_member, members, onward, reduced[:kept]
