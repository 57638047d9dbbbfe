"""How a kernel is compiled: once a machine, kept on disk where that can be written to."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def compiled(kernel: Callable[P, R]) -> Callable[P, R]:
    """Return a function over flat arrays as machine code, at its first call."""
    try:
        return cast("Callable[P, R]", numba.njit(cache=True)(kernel))
    except RuntimeError:  # no folder to keep it in: compiled anew in every process
        return cast("Callable[P, R]", numba.njit(kernel))


def inlined(helper: Callable[P, R]) -> Callable[P, R]:
    """Return a small function that is written into every kernel that calls it."""
    return cast("Callable[P, R]", numba.njit(inline="always")(helper))
