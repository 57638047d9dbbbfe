"""Which engine computes: plain Python, or the extra ``fast`` with the same results."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Literal, get_args

from blueprint.errors import BlueprintError
from blueprint.graph import Network
from blueprint.words import Phrase

Engine = Literal["auto", "plain", "fast"]
"""Plain Python, compiled code, or whichever suits the size."""

ENGINES: tuple[Engine, ...] = get_args(Engine)

WORTH_COMPILING = 20_000
"""From how many arcs on ``auto`` takes the fast engine, where it is installed."""

ONE_PASS = 200_000
"""The same for work that goes over the arcs just once: below, loading the engine costs more."""

_NEEDED = ("numpy", "scipy", "numba")


def is_fast(engine: Engine, work: Network | int, *, least: int = WORTH_COMPILING) -> bool:
    """Tell whether the fast engine is to compute.

    Args:
        engine: What was asked for.
        work: What it is to compute on, or how many arcs it has to follow in all.
        least: From how many arcs on ``auto`` takes the fast engine.

    Raises:
        BlueprintError: There is no such engine, or the fast one is asked for and not installed.
    """
    if engine not in ENGINES:
        raise BlueprintError(
            Phrase.of("“{engine}” is no engine; it is auto, plain or fast", engine=str(engine))
        )
    if engine == "fast" and not is_installed():
        raise BlueprintError(
            Phrase.of('the fast engine needs more packages: pip install "service-blueprint[fast]"')
        )
    arcs = work if isinstance(work, int) else work.arc_count
    return engine == "fast" or (engine == "auto" and arcs > least and is_installed())


@cache
def is_installed() -> bool:
    """Tell whether all the packages of the extra ``fast`` are there."""
    return all(find_spec(name) is not None for name in _NEEDED)
