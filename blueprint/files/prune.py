"""A copy of a tree without what did not fit, that still knows where everything came from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from blueprint.files.tree import Map, Seq, key_meant

Path = tuple[str | int, ...]


class Pruned:
    """A tree of plain values, parts of which may be taken out.

    Attributes:
        root: The values as they are now.
        removed: Original paths of what was taken out.
    """

    def __init__(self, root: object, removed: tuple[Path, ...] = ()) -> None:
        self.root = root
        self.removed = removed
        self._moved: dict[int, list[int]] = {}

    def original(self, path: Path) -> Path:
        """Return the path in the file of what now stands at ``path``."""
        node: Any = self.root
        known: list[str | int] = []
        for at, part in enumerate(path):
            moved = self._moved.get(id(node))
            inside = _entered(node, part, path[at + 1 :])
            known.append(moved[part] if moved and isinstance(inside, int) else part)  # type: ignore[index]
            node = node if inside is None else node[inside]
        return tuple(known)

    def as_written(self, path: Path) -> bool:
        """Put the text as written in place of a value that was read as a number or a word.

        Returns:
            Whether there was something to put in place.
        """
        holder, last = self._holder(path)
        if not isinstance(holder, (Map, Seq)):
            return False
        key: Any = last
        value = holder[key]
        if isinstance(value, (Map, Seq)):
            changed = bool(value.source)
            for inner, written in value.source.items():
                value[inner] = written  # type: ignore[index]
            return changed
        text = holder.source.get(key)
        if text is None or isinstance(value, str):
            return False
        holder[key] = text
        return True

    def _holder(self, path: Path) -> tuple[object, str | int]:
        holder: Any = None
        last: str | int = ""
        node: Any = self.root
        for at, part in enumerate(path):
            inside = _entered(node, part, path[at + 1 :])
            if inside is not None:
                holder, last, node = node, inside, node[inside]
        return holder, last

    def take_out(self, path: Path) -> None:
        """Take out what stands at ``path``, or the nearest thing around it that can go."""
        self.removed = (*self.removed, self.original(path))
        holder, last = self._holder(path)
        if isinstance(holder, Map):
            holder.pop(str(last), None)
        elif isinstance(holder, Seq) and isinstance(last, int) and last < len(holder):
            moved = self._moved.setdefault(id(holder), list(range(len(holder))))
            del holder[last], moved[last]


def pruned(old: Pruned, paths: Sequence[Path]) -> Pruned:
    """Return a copy without what stands at ``paths``; the tree itself stays as it is."""
    new = Pruned(None, old.removed)
    new.root = _copied(old, new, old.root)
    whole = set(paths)
    outermost = [p for p in whole if not any(p[:n] in whole for n in range(1, len(p)))]
    for path in sorted(outermost, key=_last_first):
        new.take_out(path)
    return new


def _entered(node: object, part: str | int, rest: Path) -> str | int | None:
    """Return the key or index of a container that one part of a path means, if any."""
    if isinstance(node, Map):
        return key_meant(node, part, rest)
    if isinstance(node, Seq) and isinstance(part, int) and 0 <= part < len(node):
        return part
    return None


def _last_first(path: Path) -> list[tuple[int, str]]:
    return [(-part, "") if isinstance(part, int) else (0, part) for part in path]


def _copied(old: Pruned, new: Pruned, node: object) -> object:
    if isinstance(node, Map):
        made = Map()
        made.source = node.source
        for key, value in node.items():
            made[key] = _copied(old, new, value)
        return made
    if isinstance(node, Seq):
        items = Seq()
        items.source = node.source
        items.extend(_copied(old, new, value) for value in node)
        if id(node) in old._moved:  # noqa: SLF001  (the same class)
            new._moved[id(items)] = list(old._moved[id(node)])  # noqa: SLF001
        return items
    return node
