"""Work that makes very many things at once, without the garbage collector going over them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the garbage collector from going over a large work again and again while it is done."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _AGEING.age()
            gc.enable()


class _Ageing:
    """Lets the collector count a large work as old at once, for what was made will be kept.

    Freezing and thawing again does that without going over it. As it also sets back how soon
    the collector next goes over everything, it is done once between two such rounds.
    """

    def __init__(self) -> None:
        self._rounds = -1

    def age(self) -> None:
        """Count everything as old, where there is much that is new."""
        rounds = gc.get_stats()[-1]["collections"]
        if gc.get_count()[0] < _MANY or rounds == self._rounds or gc.get_freeze_count():
            return
        self._rounds = rounds
        gc.freeze()
        gc.unfreeze()


_MANY = 20_000
"""So many new objects make a large work."""
_AGEING = _Ageing()
