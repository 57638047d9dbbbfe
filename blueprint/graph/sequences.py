"""The nodes and links of a graph as sequences whose entries are made when they are asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

from blueprint.graph.node import Home, Node
from blueprint.integrity.scope import Scope

if TYPE_CHECKING:
    from blueprint.graph.manner import Manner
    from blueprint.graph.pieces import Piece
    from blueprint.model import Link, LinkKind, NodeKind


class Nodes(Sequence[Node]):
    """The nodes of some pieces: all grids, then what each file and the catalog defines."""

    def __init__(
        self, scope: Scope, pieces: Sequence[Piece], same: Mapping[int, tuple[str, ...]]
    ) -> None:
        self._scope = scope
        self._same = same
        ranges = [(p, 0, p.grid) for p in pieces] + [(p, p.grid, p.size) for p in pieces]
        self._ranges = [entry for entry in ranges if entry[1] < entry[2]]
        self._starts, count = _starts(self._ranges)
        self._made: list[Node | None] = [None] * count
        self._homes = [self._home(piece) for piece, _, _ in self._ranges]

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Node: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Node, ...]: ...
    def __getitem__(self, index: int | slice) -> Node | tuple[Node, ...]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(len(self))))
        made = self._made[index]
        return made if made is not None else self._make(range(len(self))[index])

    def __iter__(self) -> Iterator[Node]:
        return map(self.__getitem__, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Nodes) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def kinds(self) -> Sequence[NodeKind]:
        """The kind of every node, for those who ask for very many."""
        return [kind for piece, first, behind in self._ranges for kind in piece.kinds[first:behind]]

    def _make(self, number: int) -> Node:
        at = bisect_right(self._starts, number) - 1
        piece, first, _ = self._ranges[at]
        row = piece.rows[first + number - self._starts[at]]
        ids = piece.ids
        home = self._homes[at]
        made = self._made[number] = Node(
            id=row.id,
            kind=row.kind,
            name=row.name,
            path=row.path,
            home=home,
            blueprint=home.id,
            lane=row.lane,
            step=None if row.step is None else ids[row.step],
            phase=None if row.phase is None else ids[row.phase],
            department=row.department,
            same=self._same.get(number, ()),
        )
        return made

    def _home(self, piece: Piece) -> Home:
        return Home(self._scope, piece.stem, None if piece.stem is None else piece.ids[0])


class Links(Sequence["Link"]):
    """The links of some pieces: what all grids say, then what each file and the catalog defines."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        ranges = [(p, 0, p.first) for p in pieces] + [(p, p.first, len(p.ways)) for p in pieces]
        self._ranges = [entry for entry in ranges if entry[1] < entry[2]]
        self._starts, self._count = _starts(self._ranges)
        self._made: dict[int, Link] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Link: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Link, ...]: ...
    def __getitem__(self, index: int | slice) -> Link | tuple[Link, ...]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(len(self))))
        made = self._made.get(index)
        return made if made is not None else self._make(range(self._count)[index])

    def __iter__(self) -> Iterator[Link]:
        return map(self.__getitem__, range(self._count))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Links) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def kind(self, number: int) -> LinkKind:
        """Return the kind of a link, without making the link."""
        return self.manner(number).kind

    def manner(self, number: int) -> Manner:
        """Return how a link is, without making the link."""
        at = bisect_right(self._starts, number) - 1
        piece, first, _ = self._ranges[at]
        return piece.manners[piece.ways[first + number - self._starts[at]]]

    @cached_property
    def kinds(self) -> Sequence[LinkKind]:
        """The kind of every link, for those who ask for very many."""
        return [manner.kind for manner in self.manners()]

    def manners(self) -> Iterator[Manner]:
        """Go through how each link is, in order."""
        for piece, first, behind in self._ranges:
            manners = piece.manners
            yield from (manners[way] for way in piece.ways[first:behind])

    def _make(self, number: int) -> Link:
        at = bisect_right(self._starts, number) - 1
        piece, first, _ = self._ranges[at]
        manner, source, target = piece.bond(first + number - self._starts[at])
        made = self._made[number] = manner.link(source, target)
        return made


def _starts(ranges: Sequence[tuple[Piece, int, int]]) -> tuple[list[int], int]:
    """Return the number at which each range begins, and how many entries all have."""
    starts, count = [], 0
    for _, first, behind in ranges:
        starts.append(count)
        count += behind - first
    return starts, count
