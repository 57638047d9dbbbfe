"""The Change Prediction Method, compiled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numba as nb
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

UNMET = 2.0
"""Stands for a node no path has come to yet; a product of shares never is so large."""


def from_source(
    branches: Sequence[Sequence[tuple[int, float, float]]], source: int, depth: int, reading: str
) -> tuple[dict[int, float], dict[int, float]]:
    """Return combined likelihood and risk of every node from one source."""
    first, targets, likelihoods, risks = _flat(branches)
    kept, unharmed = _one(first, targets, likelihoods, risks, source, depth, reading == "leaf")
    met = [int(node) for node in np.flatnonzero(kept != UNMET)]
    return {n: 1 - float(kept[n]) for n in met}, {n: 1 - float(unharmed[n]) for n in met}


def from_all(
    branches: Sequence[Sequence[tuple[int, float, float]]], depth: int, reading: str
) -> tuple[list[list[float]], list[list[float]]]:
    """Return combined likelihood and risk of every node from every source, rows affected."""
    kept, unharmed = _all(*_flat(branches), depth, reading == "leaf")
    likelihood = np.where(kept == UNMET, 0.0, 1 - kept)
    risk = np.where(kept == UNMET, 0.0, 1 - unharmed)
    return likelihood.T.tolist(), risk.T.tolist()


def _flat(
    branches: Sequence[Sequence[tuple[int, float, float]]],
) -> tuple[Ints, Ints, Floats, Floats]:
    first = np.zeros(len(branches) + 1, np.int64)
    np.cumsum([len(ways) for ways in branches], out=first[1:])
    flat: Any = [way for ways in branches for way in ways]
    return (
        first,
        np.array([way[0] for way in flat], np.int64),
        np.array([way[1] for way in flat], np.float64),
        np.array([way[2] for way in flat], np.float64),
    )


@nb.njit(cache=True)
def _all(
    first: Ints, targets: Ints, likelihoods: Floats, risks: Floats, depth: int, leaf: bool
) -> tuple[Floats, Floats]:
    size = first.size - 1
    kept, unharmed = np.empty((size, size)), np.empty((size, size))
    for source in range(size):
        one, other = _one(first, targets, likelihoods, risks, source, depth, leaf)
        kept[source], unharmed[source] = one, other
    return kept, unharmed


@nb.njit(cache=True)
def _one(
    first: Ints,
    targets: Ints,
    likelihoods: Floats,
    risks: Floats,
    source: int,
    depth: int,
    leaf: bool,
) -> tuple[Floats, Floats]:
    kept, unharmed = _tree(first, targets, likelihoods, risks, source, depth, -1)
    if not leaf:
        unharmed = _last_step(first, targets, likelihoods, risks, source, depth, kept)
    return kept, unharmed


@nb.njit(cache=True)
def _last_step(
    first: Ints,
    targets: Ints,
    likelihoods: Floats,
    risks: Floats,
    source: int,
    depth: int,
    kept: Floats,
) -> Floats:
    """Return what does not harm each node, by the likelihood to come to each neighbour of it."""
    size = first.size - 1
    unharmed, before = np.ones(size), np.full(size, UNMET)
    for node in range(size):
        if kept[node] == UNMET:
            continue
        if depth > 1:
            before, _ = _tree(first, targets, likelihoods, risks, source, depth - 1, node)
        before[source] = 0.0
        for neighbour in range(size):
            if before[neighbour] != UNMET:
                for arc in range(first[neighbour], first[neighbour + 1]):
                    if targets[arc] == node:
                        unharmed[node] *= 1 - (1 - before[neighbour]) * risks[arc]
    return unharmed


@nb.njit(cache=True)
def _tree(
    first: Ints,
    targets: Ints,
    likelihoods: Floats,
    risks: Floats,
    source: int,
    depth: int,
    avoid: int,
) -> tuple[Floats, Floats]:
    """Follow all self-avoiding paths once; level by level, what does not come to each node."""
    size = first.size - 1
    missed, unharmed = np.full((depth, size), UNMET), np.full((depth, size), UNMET)
    met, count = np.empty((depth, size), np.int64), np.zeros(depth, np.int64)
    on_path = np.zeros(size, np.uint8)
    at, arc_of, came = np.zeros(depth, np.int64), np.zeros(depth, np.int64), np.zeros(depth)
    level = 0
    at[0], arc_of[0] = source, first[source]
    on_path[source] = 1
    if avoid >= 0:
        on_path[avoid] = 1
    while True:
        node = at[level]
        if arc_of[level] < first[node + 1]:
            arc = arc_of[level]
            arc_of[level] += 1
            to = targets[arc]
            if on_path[to]:
                continue
            if missed[level, to] == UNMET:
                missed[level, to], unharmed[level, to] = 1.0, 1.0
                met[level, count[level]] = to
                count[level] += 1
            missed[level, to] *= 1 - likelihoods[arc]
            unharmed[level, to] *= 1 - risks[arc]
            if level + 2 == depth:  # the last links need no search of their own
                for last in range(first[to], first[to + 1]):
                    end = targets[last]
                    if on_path[end]:
                        continue
                    if missed[level, end] == UNMET:
                        missed[level, end], unharmed[level, end] = 1.0, 1.0
                        met[level, count[level]] = end
                        count[level] += 1
                    missed[level, end] *= 1 - likelihoods[arc] * likelihoods[last]
                    unharmed[level, end] *= 1 - likelihoods[arc] * risks[last]
            elif level + 2 < depth:
                level += 1
                at[level], arc_of[level], came[level] = to, first[to], likelihoods[arc]
                on_path[to] = 1
                count[level] = 0
            continue
        on_path[node] = 0
        if level == 0:
            return missed[0], unharmed[0]
        under = level
        level -= 1
        for k in range(count[under]):
            to = met[under, k]
            if missed[level, to] == UNMET:
                missed[level, to], unharmed[level, to] = 1.0, 1.0
                met[level, count[level]] = to
                count[level] += 1
            missed[level, to] *= 1 - came[under] * (1 - missed[under, to])
            unharmed[level, to] *= 1 - came[under] * (1 - unharmed[under, to])
            missed[under, to], unharmed[under, to] = UNMET, UNMET
