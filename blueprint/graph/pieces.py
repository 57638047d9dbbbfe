"""The graph of one file by itself: its nodes and links by number, ready to be joined to others."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from blueprint.graph.links import links_of, links_of_catalog
from blueprint.graph.manner import Bond, Manner
from blueprint.graph.node import Row, grid_of, own_of, shared_of
from blueprint.integrity.scope import Scope
from blueprint.model import LINK_KINDS, NodeKind, OrganisationCatalog


@dataclass(eq=False)
class Piece:
    """What one file, or the catalog, adds to the graph.

    Its nodes are numbered from 0; the numbers after them mean nodes of others, by their id.

    Attributes:
        stem: The file; ``None`` for the catalog.
        ids: Ids of its nodes, and then of the nodes of others that its links go from or to.
        rows: Its nodes: those of its grid, then what it defines under an id.
        kinds: The kinds of its nodes.
        grid: How many of them are of its grid.
        manners: How its links are.
        ways: Per link, the number of its manner.
        sources: Per link, the node it goes from.
        targets: Per link, the node it goes to.
        first: How many of its links come before all files' own elements' links.
        same: Cards that are the same as another, with the id of that one.
        abroad: The other files it names.
        between_others: Whether any of its links has no end that is its own.
    """

    stem: str | None
    ids: Sequence[str]
    rows: Sequence[Row]
    kinds: Sequence[NodeKind]
    grid: int
    manners: Sequence[Manner]
    ways: array[int]
    sources: array[int]
    targets: array[int]
    first: int
    same: Sequence[tuple[str, str]] = ()
    abroad: frozenset[str] = frozenset()
    between_others: bool = False

    @property
    def size(self) -> int:
        """How many nodes it has itself."""
        return len(self.rows)

    def bond(self, link: int) -> Bond:
        """Return how one of its links is, and the ids of its ends."""
        ids = self.ids
        return self.manners[self.ways[link]], ids[self.sources[link]], ids[self.targets[link]]

    def loose(self, others: Container[str]) -> Sequence[int]:
        """Return its links that another piece could tell, too.

        Args:
            others: Ids of nodes that no other piece than the one they are of has links between.
        """
        own = range(self.size)
        foreign = {n for n in range(self.size, len(self.ids)) if self.ids[n] not in others}
        if not foreign and not self.between_others:
            return ()
        ends = zip(self.sources, self.targets, strict=True)
        return [
            n
            for n, (one, other) in enumerate(ends)
            if one in foreign or other in foreign or not (one in own or other in own)
        ]

    def without(self, links: Iterable[int]) -> Piece:
        """Return the piece without some of its links."""
        gone = set(links)
        kept = [n for n in range(len(self.ways)) if n not in gone]
        return Piece(
            stem=self.stem,
            ids=self.ids,
            rows=self.rows,
            kinds=self.kinds,
            grid=self.grid,
            manners=self.manners,
            ways=array("i", [self.ways[n] for n in kept]),
            sources=array("i", [self.sources[n] for n in kept]),
            targets=array("i", [self.targets[n] for n in kept]),
            first=sum(1 for n in kept if n < self.first),
            same=self.same,
            abroad=self.abroad,
            between_others=self.between_others,
        )


def piece_of(scope: Scope, stem: str) -> Piece:
    """Return what one file of a scope adds to its graph."""
    grid = grid_of(scope, stem)
    rows = grid + own_of(scope, stem)
    bonds, shared, abroad = links_of(scope, stem)
    same = dict(_same(scope, stem))
    named = {card.rpartition(":")[0] for card in same.values()}
    return _Drawing(rows).piece(stem, bonds, shared, len(grid), tuple(same.items()), abroad | named)


def piece_of_catalog(scope: Scope, catalog: OrganisationCatalog) -> Piece:
    """Return what the catalog of a scope adds to its graph."""
    rows = shared_of(scope, catalog)
    return _Drawing(rows).piece(None, [], links_of_catalog(scope, catalog), 0)


def _same(scope: Scope, stem: str) -> Iterator[tuple[str, str]]:
    """Go through the cards that say they are the same as another, with that one's id."""
    for name in scope.blueprints[stem].names.actions.values():
        if name.action.same_as is not None:
            found = scope.find(stem, name.action.same_as, "action")
            if len(found) == 1:
                yield scope.global_id(stem, name.id), found[0]


@dataclass(slots=True)
class _Drawing:
    """A piece while its links are numbered; the same link again is left out."""

    rows: list[Row]
    ids: list[str] = field(init=False)
    number: dict[str, int] = field(init=False)
    manners: dict[Manner, int] = field(default_factory=dict)
    seen: set[tuple[str, int, int]] = field(default_factory=set)
    links: list[tuple[int, int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ids = [row.id for row in self.rows]
        self.number = {own: n for n, own in enumerate(self.ids)}

    def piece(
        self,
        stem: str | None,
        bonds: list[Bond],
        shared: list[Bond],
        grid: int,
        same: Sequence[tuple[str, str]] = (),
        abroad: frozenset[str] = frozenset(),
    ) -> Piece:
        self._take(bonds)
        first = len(self.links)
        self._take(shared)
        return Piece(
            stem=stem,
            ids=self.ids,
            rows=self.rows,
            kinds=[row.kind for row in self.rows],
            grid=grid,
            manners=list(self.manners),
            ways=array("i", [way for way, _, _ in self.links]),
            sources=array("i", [source for _, source, _ in self.links]),
            targets=array("i", [target for _, _, target in self.links]),
            first=first,
            same=same,
            abroad=abroad,
            between_others=any(min(one, other) >= len(self.rows) for _, one, other in self.links),
        )

    def _take(self, bonds: list[Bond]) -> None:
        number = self.number
        for manner, source, target in bonds:
            one, other = number.get(source), number.get(target)
            if one is None:
                one = self._other(source)
            if other is None:
                other = self._other(target)
            key = (manner.kind, one, other)
            if other < one and LINK_KINDS[manner.kind].undirected:
                key = (manner.kind, other, one)
            if key in self.seen:
                continue
            self.seen.add(key)
            way = self.manners.setdefault(manner, len(self.manners))
            self.links.append((way, one, other))

    def _other(self, element: str) -> int:
        """Return the number of a node of another file or the catalog."""
        self.number[element] = found = len(self.ids)
        self.ids.append(element)
        return found
