"""How often two ways over the lattice must cross, whatever tracks they get.

Two ways cross where one goes straight through the other, and where they run side by side
for a while and part on the wrong sides. The second can be told from both ends of what
they share: who is on the right where they meet must be on the right where they part.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.layout.grid import Grid
from blueprint.layout.route import Path

_MOST_PARTS = 12
"""Links of a bundle that are asked where somebody else runs beside it."""
_LEFTNESS = (1, 0, 1, 2)
"""How far left a way comes in, or goes on, by its turn from where the shared piece heads."""


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """One path, prepared for questions.

    Attributes:
        path: Its lattice nodes.
        nodes: The same as numbers.
        heads: Direction of each step.
        place: Node to its place on the path.
        steps: The pieces between two nodes, whichever way they are taken.
        upright: Nodes it passes straight, up or down.
        level: Nodes it passes straight, left or right.
        parts: Where several links run as one, the ways it is made of.
    """

    path: Path
    nodes: tuple[int, ...]
    heads: tuple[int, ...]
    place: dict[int, int]
    steps: frozenset[int]
    upright: frozenset[int]
    level: frozenset[int]
    parts: tuple[Way, ...] = ()

    @property
    def bends(self) -> int:
        """How often it turns."""
        return sum(one != two for one, two in itertools.pairwise(self.heads))


def way_of(path: Path, grid: Grid) -> Way:
    """Prepare a path."""
    width = grid.width
    nodes = tuple([i * width + j for i, j in path])
    heads: list[int] = []
    steps: list[int] = []
    for one, two in itertools.pairwise(nodes):
        apart = two - one
        if apart in (1, -1):
            heads.append(1 if apart > 0 else 3)
            steps.append(2 * min(one, two))
        else:
            heads.append(2 if apart > 0 else 0)
            steps.append(2 * min(one, two) + 1)
    upright: list[int] = []
    level: list[int] = []
    for node, (came, goes) in zip(nodes[1:], itertools.pairwise(heads), strict=False):
        if came == goes:
            (level if came & 1 else upright).append(node)
    return Way(
        path,
        nodes,
        tuple(heads),
        {node: n for n, node in enumerate(nodes)},
        frozenset(steps),
        frozenset(upright),
        frozenset(level),
    )


def together(ways: Sequence[Way]) -> Way:
    """Return several ways as one, which is crossed once where they lie on each other."""
    return Way(
        path=(),
        nodes=tuple(dict.fromkeys(node for way in ways for node in way.nodes)),
        heads=(),
        place={},
        steps=frozenset().union(*(way.steps for way in ways)),
        upright=frozenset().union(*(way.upright for way in ways)),
        level=frozenset().union(*(way.level for way in ways)),
        parts=tuple(ways[:_MOST_PARTS]),
    )


def meetings(one: Way, other: Way) -> tuple[int, int]:
    """Return how often two ways must cross, and how many steps they run side by side."""
    crossings = len(one.upright & other.level) + len(one.level & other.upright)
    shared = one.steps & other.steps
    if not shared:
        return crossings, 0
    if one.parts or other.parts:
        pairs = itertools.product(one.parts or (one,), other.parts or (other,))
        return crossings + max(_forced(*pair) for pair in pairs), len(shared)
    return crossings + _forced(one, other), len(shared)


def _forced(one: Way, other: Way) -> int:
    """Count the shared pieces whose two ends cannot both be had without a crossing."""
    place_of = one.place
    places = sorted([place_of[node] for node in place_of.keys() & other.place.keys()])
    count, start = 0, 0
    for n, place in enumerate(places):
        last = n + 1 == len(places) or not _share(one, other, place)
        if last:
            if start < n:
                count += _part_wrongly(one, other, places[start], place)
            start = n + 1
    return count


def _share(one: Way, other: Way, place: int) -> bool:
    """Say whether the step after this place of the first way is one of the other, too."""
    there = other.place.get(one.nodes[place + 1])
    return there is not None and abs(there - other.place[one.nodes[place]]) == 1


def _part_wrongly(one: Way, other: Way, first: int, last: int) -> bool:
    """Say whether who is on the right at one end of a shared piece is on the left at the other."""
    here, there = other.place[one.nodes[first]], other.place[one.nodes[last]]
    on = 1 if there > here else -1
    before, beyond = here - on, there + on
    ends = len(other.nodes)
    if not (first > 0 and last + 1 < len(one.nodes) and 0 <= before < ends and 0 <= beyond < ends):
        return False
    head, away = one.heads[first], one.heads[last - 1]
    mine_in, mine_out = one.heads[first - 1] ^ 2, one.heads[last]
    if on > 0:
        theirs_in, theirs_out = other.heads[here - 1] ^ 2, other.heads[there]
    else:
        theirs_in, theirs_out = other.heads[here], other.heads[there - 1] ^ 2
    met = _LEFTNESS[(mine_in - head) & 3] < _LEFTNESS[(theirs_in - head) & 3]
    parted = _LEFTNESS[(mine_out - away) & 3] < _LEFTNESS[(theirs_out - away) & 3]
    return met != parted
