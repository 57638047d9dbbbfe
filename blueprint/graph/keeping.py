"""Pieces of a graph kept from one time to the next: those of files that are as they were."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import starmap
from string import ascii_letters
from typing import Any, get_args, overload

from blueprint.files.cache import frozen, thawed
from blueprint.graph.manner import Manner
from blueprint.graph.node import Row
from blueprint.graph.pieces import Piece
from blueprint.integrity.scope import Kept, Scope
from blueprint.model import FrozenMap, NodeKind

_GRAPH = "graph"
_LETTERS: Mapping[NodeKind, str] = dict(zip(get_args(NodeKind), ascii_letters, strict=False))
_KINDS: Mapping[str, NodeKind] = {letter: kind for kind, letter in _LETTERS.items()}


def kept_pieces(scope: Scope) -> dict[str, Piece]:
    """Return the pieces that are kept of those files that are as they were, by stem.

    A file's piece is used only if the files it names are as they were, too.
    """
    kept = scope.kept
    if kept is None or kept.catalog is not scope.catalog:
        return {}
    found: dict[str, Piece] = {}
    for stem, (note, data) in kept.entries(_GRAPH).items():
        if stem in scope.blueprints and note == _note(scope, kept, stem, note["abroad"]):
            found[stem] = _piece(stem, data, frozenset(note["abroad"]))
    return found


def known_sound(scope: Scope) -> bool:
    """Tell whether a scope is a whole workspace as it was read, in which nothing was wrong."""
    kept = scope.kept
    return kept is not None and kept.catalog is scope.catalog and kept.are_sound(scope.blueprints)


def keep(scope: Scope, pieces: Mapping[str, Piece], known: Mapping[str, Piece]) -> None:
    """Keep the pieces of all files, if these are as they were read and not just these are kept.

    A graph that somebody only tries out is not what will be asked for the next time.

    Args:
        scope: The blueprints, which are sound.
        pieces: All pieces by stem.
        known: Those that are kept already.
    """
    kept = scope.kept
    if kept is None or kept.catalog is not scope.catalog or pieces.keys() == known.keys():
        return
    notes = {stem: _note(scope, kept, stem, sorted(p.abroad)) for stem, p in pieces.items()}
    if not any(None in (note["key"], *note["abroad"].values()) for note in notes.values()):
        kept.write(_GRAPH, {stem: (notes[stem], _told(piece)) for stem, piece in pieces.items()})


def _note(scope: Scope, kept: Kept, stem: str, abroad: Iterable[str]) -> dict[str, Any]:
    """Return what a piece hangs on: its file, those it names, and whether ids carry stems."""
    return {
        "key": kept.key(stem, scope.blueprints),
        "abroad": {other: kept.key(other, scope.blueprints) for other in abroad},
        "several": scope.several,
    }


def _told(piece: Piece) -> bytes:
    """Return a piece as bytes: two lines of JSON, and the three columns of its links."""
    rows = piece.rows
    head = {
        "ids": list(piece.ids),
        "kinds": "".join(_LETTERS[kind] for kind in piece.kinds),
        "grid": piece.grid,
        "first": piece.first,
        "same": list(piece.same),
        "between_others": piece.between_others,
        "manners": [[m.kind, frozen(FrozenMap(m.said)).decode()] for m in piece.manners],
    }
    names = tuple(row.name for row in rows)
    plain = all(isinstance(name, str) for name in names)
    columns = [
        names if plain else frozen(names).decode(),
        *zip(*(r[3:] for r in rows), strict=True),
    ]
    told = json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()
    links = piece.ways.tobytes() + piece.sources.tobytes() + piece.targets.tobytes()
    return b"\n".join((json.dumps(head, separators=(",", ":")).encode(), told, links))


def _piece(stem: str, data: bytes, abroad: frozenset[str]) -> Piece:
    first, rows, links = data.split(b"\n", 2)
    head = json.loads(first)
    kinds = [_KINDS[letter] for letter in head["kinds"]]
    size = len(links) // 3
    columns = [array("i", links[at : at + size]) for at in range(0, len(links), size or 1)]
    ways, sources, targets = columns or [array("i")] * 3
    return Piece(
        stem=stem,
        ids=head["ids"],
        rows=_Rows(head["ids"], kinds, rows),
        kinds=kinds,
        grid=head["grid"],
        manners=[_manner(kind, said) for kind, said in head["manners"]],
        ways=ways,
        sources=sources,
        targets=targets,
        first=head["first"],
        same=[(card, target) for card, target in head["same"]],
        abroad=abroad,
        between_others=head["between_others"],
    )


@lru_cache(maxsize=4096)
def _manner(kind: Any, said: str) -> Manner:  # noqa: ANN401  (a kind of link)
    """Return how links are; the same text is the same manner, in whichever file it stands."""
    return Manner(kind, dict(thawed(said.encode())))


class _Rows(Sequence[Row]):
    """The nodes of a kept piece, read when one of them is asked for."""

    def __init__(self, ids: Sequence[str], kinds: Sequence[NodeKind], data: bytes) -> None:
        self._ids = ids
        self._kinds = kinds
        self._data = data
        self._rows: list[Row] | None = None

    def __len__(self) -> int:
        return len(self._kinds)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if self._rows is None:
            self._rows = self._read()
        return self._rows[index]

    def _read(self) -> list[Row]:
        names, *columns = json.loads(self._data)
        if isinstance(names, str):
            names = thawed(names.encode())
        if columns:
            columns[0] = map(tuple, columns[0])
        told = zip(self._ids, self._kinds, names, *columns, strict=False)
        return list(starmap(Row, told))
