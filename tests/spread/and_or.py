"""The Change Prediction Method as the paper says it, pair by pair: slow, and plainly right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Matrix = Sequence[Sequence[float]]


def combined(likelihood: Matrix, impact: Matrix, depth: int, reading: str):
    """Return combined likelihood and risk, the column instigating."""
    size = len(likelihood)
    found = [[0.0] * size for _ in range(size)], [[0.0] * size for _ in range(size)]
    for a in range(size):
        for b in range(size):
            if a != b:
                found[0][b][a] = come(likelihood, a, b, depth)
                found[1][b][a] = (
                    come(likelihood, a, b, depth, leaf=lambda u, b=b: impact[b][u])
                    if reading == "leaf"
                    else _last_step(likelihood, impact, a, b, depth)
                )
    return found


def come(
    likelihood: Matrix,
    at: int,
    end: int,
    depth: int,
    seen: frozenset[int] = frozenset(),
    leaf: Callable[[int], float] = lambda _u: 1.0,
    avoid: int = -1,
) -> float:
    """Return how likely a change comes from a node to an end, over paths that meet no node twice."""
    kept = 1.0
    seen |= {at}
    for to in range(len(likelihood)):
        if likelihood[to][at] == 0 or to in seen or to == avoid:
            continue
        if to == end:
            kept *= 1 - likelihood[to][at] * leaf(at)
        elif depth > 1:
            on = come(likelihood, to, end, depth - 1, seen, leaf, avoid)
            kept *= 1 - likelihood[to][at] * on
    return 1 - kept


def _last_step(likelihood: Matrix, impact: Matrix, a: int, b: int, depth: int) -> float:
    kept = 1.0
    for u in range(len(likelihood)):
        if u != b and likelihood[b][u]:
            before = 1.0 if u == a else 0.0
            if u != a and depth > 1:
                before = come(likelihood, a, u, depth - 1, avoid=b)
            kept *= 1 - before * likelihood[b][u] * impact[b][u]
    return 1 - kept
