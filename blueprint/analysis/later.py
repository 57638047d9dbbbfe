"""Sequences and mappings that are made when somebody looks at them, and then stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, overload

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class _Frozen(Sequence[T]):
    """A sequence that is equal to a tuple of the same entries, and copied as one."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (_Frozen, tuple)):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (tuple(self),)


class Later(_Frozen[T]):
    """As many entries as are said, each made when it is asked for.

    Examples:
        >>> squares = Later(3, lambda n: n * n)
        >>> squares[2], list(squares), squares == (0, 1, 4)
        (4, [0, 1, 4], True)
    """

    __slots__ = ("_made", "_make")

    def __init__(self, count: int, make: Callable[[int], T]) -> None:
        self._make = make
        self._made: list[tuple[T] | None] = [None] * count

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(len(self))))
        known = self._made[index]
        if known is None:
            known = self._made[index] = (self._make(range(len(self))[index]),)
        return known[0]

    def __iter__(self) -> Iterator[T]:
        return map(self.__getitem__, range(len(self)))


class LaterAll(_Frozen[T]):
    """Entries that are made in one go, when somebody looks at one or asks how many there are.

    Examples:
        >>> LaterAll(lambda: "ab") == ("a", "b")
        True
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make = make
        self._made: tuple[T, ...] | None = None

    def _all(self) -> tuple[T, ...]:
        if self._made is None:
            self._made = tuple(self._make())
        return self._made

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self._all()[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self._all())


class LaterMap(Mapping[K, V]):
    """A mapping that is made in one go when somebody looks into it.

    Examples:
        >>> LaterMap(lambda: {"a": 1}) == {"a": 1}
        True
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Mapping[K, V]]) -> None:
        self._make = make
        self._made: Mapping[K, V] | None = None

    def _all(self) -> Mapping[K, V]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __getitem__(self, key: K) -> V:
        return self._all()[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self),)
