"""The few arcs that close the circles of a network: without them there is none."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from heapq import heapify, heappop, heappush

from blueprint.graph import Network


def closing_arcs(network: Network, members: Collection[int]) -> tuple[int, ...]:
    """Return arcs among some nodes without which these are on no circle, few of them.

    The smallest such set is hard to find. By the rule of Eades, Lin and Smyth (1993) nodes are
    put in a row, those nothing leads to first, those that lead nowhere last, and of the others
    the one with the most arcs out over those in; the arcs that lead back in the row are it.

    Args:
        network: The network.
        members: The nodes, such as one strongly connected component.

    Returns:
        Numbers of arcs, in order.

    Examples:
        >>> ways = [(0, 1), (1, 2), (2, 0), (0, 2)]
        >>> closing_arcs(Network.of(3, [(a, b, 0.5, 1.0) for a, b in ways]), [0, 1, 2])
        (3,)
    """
    place = {node: n for n, node in enumerate(_row(network, members))}
    return tuple(
        arc
        for node in sorted(place)
        for to, _, _, arc in network.arcs(node)
        if to in place and place[to] < place[node]
    )


def circle_through(network: Network, arc: tuple[int, int], members: Collection[int]) -> list[int]:
    """Return the nodes of a shortest circle that an arc closes, its own end first.

    Args:
        network: The network.
        arc: The nodes it goes from and to.
        members: The nodes the circle may pass.

    Examples:
        >>> network = Network.of(3, [(0, 1, 0.5, 1.0), (1, 2, 0.5, 1.0), (2, 0, 0.5, 1.0)])
        >>> circle_through(network, (2, 0), [0, 1, 2])
        [0, 1, 2]
    """
    source, begin = arc
    inside = set(members)
    before = {begin: begin}
    queue = deque([begin])
    while queue and source not in before:
        node = queue.popleft()
        for to in network.successors[node]:
            if to in inside and to not in before:
                before[to] = node
                queue.append(to)
    if source not in before:
        return []
    found = [source]
    while found[-1] != begin:
        found.append(before[found[-1]])
    found.reverse()
    return found


def _row(network: Network, members: Collection[int]) -> list[int]:
    """Return the nodes in a row in which few arcs lead back."""
    inside = set(members)
    onward = {n: [to for to in network.successors[n] if to in inside] for n in sorted(inside)}
    back: dict[int, list[int]] = {node: [] for node in onward}
    for node, ahead in onward.items():
        for to in ahead:
            back[to].append(node)
    out = {node: len(ahead) for node, ahead in onward.items()}
    into = {node: len(behind) for node, behind in back.items()}
    queue = [_key(node, out, into) for node in onward]
    heapify(queue)
    first: list[int] = []
    last: list[int] = []
    left = set(onward)
    while queue:
        key = heappop(queue)
        node = key[-1]
        if node not in left or key != _key(node, out, into):
            continue
        left.discard(node)
        (last if out[node] == 0 else first).append(node)
        for other in _touched(node, onward, back, out, into, left):
            heappush(queue, _key(other, out, into))
    return first + last[::-1]


def _key(node: int, out: dict[int, int], into: dict[int, int]) -> tuple[int, int, int]:
    """Rank a node: those that lead nowhere first, then those nothing leads to, then by surplus."""
    if out[node] == 0:
        return (0, 0, node)
    if into[node] == 0:
        return (1, 0, node)
    return (2, into[node] - out[node], node)


def _touched(
    node: int,
    onward: dict[int, list[int]],
    back: dict[int, list[int]],
    out: dict[int, int],
    into: dict[int, int],
    left: set[int],
) -> Iterable[int]:
    """Take a node's arcs away; return the nodes that are left and lose one."""
    for to in onward[node]:
        into[to] -= 1
    for source in back[node]:
        out[source] -= 1
    return [n for n in (*onward[node], *back[node]) if n in left]
