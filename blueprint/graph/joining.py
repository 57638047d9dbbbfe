"""Pieces joined to one graph: nodes numbered through, cards that are the same made one."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from blueprint.graph.manner import Bond
from blueprint.graph.pieces import Piece
from blueprint.graph.sequences import Links, Nodes
from blueprint.integrity.scope import Scope
from blueprint.model import LINK_KINDS

_NOBODY = -1


Whole = tuple[Nodes, Mapping[str, int], Links, Sequence[int], Sequence[int]]
"""Nodes, number by id, links, and per link the numbers of the nodes it goes from and to."""


def whole_of(scope: Scope, pieces: Sequence[Piece]) -> Whole:
    """Return what some pieces make together; links that lead nowhere are left out."""
    ids = [own for p in pieces for own in p.ids[: p.grid]]
    ids += [own for p in pieces for own in p.ids[p.grid : p.size]]
    index = {own: n for n, own in enumerate(ids)}
    final = _finally(dict(entry for p in pieces for entry in p.same if entry[1] in index))
    cards: dict[int, list[str]] = {}
    for card, target in final.items():
        cards.setdefault(index[target], []).append(card)
    index.update({card: index[target] for card, target in final.items()})
    pieces = _told_once([_rooted(piece, index) for piece in pieces])
    sources, targets = array("i"), array("i")
    firsts = [(p, 0, p.first) for p in pieces]
    for piece, first, behind in firsts + [(p, p.first, len(p.ways)) for p in pieces]:
        if first < behind:
            number = [index.get(own, _NOBODY) for own in piece.ids]
            sources.extend([number[n] for n in piece.sources[first:behind]])
            targets.extend([number[n] for n in piece.targets[first:behind]])
    same = {number: tuple(own) for number, own in cards.items()}
    return Nodes(scope, pieces, same), index, Links(pieces), sources, targets


def _rooted(piece: Piece, index: Mapping[str, int]) -> Piece:
    """Return a piece without links to what is nowhere."""
    missing = {n for n in range(piece.size, len(piece.ids)) if piece.ids[n] not in index}
    if not missing:
        return piece
    ends = zip(piece.sources, piece.targets, strict=True)
    return piece.without([n for n, (s, t) in enumerate(ends) if s in missing or t in missing])


def _told_once(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, each link told by the first of them that tells it."""
    told: list[Sequence[int]]
    if any(piece.between_others for piece in pieces):
        told = [range(len(piece.ways)) for piece in pieces]
    else:
        shared = {own for piece in pieces if piece.stem is None for own in piece.ids}
        told = [piece.loose(shared) for piece in pieces]
    pairs = list(enumerate(pieces))
    order = [(n, p, link) for n, p in pairs for link in told[n] if link < p.first]
    order += [(n, p, link) for n, p in pairs for link in told[n] if link >= p.first]
    again: dict[int, list[int]] = {}
    seen: set[tuple[str, str, str]] = set()
    for number, piece, link in order:
        key = _key(piece.bond(link))
        if key in seen:
            again.setdefault(number, []).append(link)
        seen.add(key)
    return [piece.without(again[n]) if n in again else piece for n, piece in pairs]


def _key(bond: Bond) -> tuple[str, str, str]:
    manner, source, target = bond
    if LINK_KINDS[manner.kind].undirected and target < source:
        source, target = target, source
    return manner.kind, source, target


def _finally(direct: Mapping[str, str]) -> dict[str, str]:
    """Return the cards that are the same as another: card id to the one it finally is."""
    final: dict[str, str] = {}
    for card in direct:
        at, seen = card, {card}
        while at in direct and direct[at] not in seen:
            at = direct[at]
            seen.add(at)
        if at != card:
            final[card] = at
    return final
