"""Likelihoods of arriving by going through every combination of working arcs."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from blueprint.graph import Network

Arc = tuple[int, int, float]


def arcs_of(network: Network) -> list[Arc]:
    return [(a, b, p) for a in range(network.size) for b, p, _, _ in network.arcs(a)]


def enumerated(network: Network, starts: Collection[int]) -> dict[int, float]:
    """Return how likely each node is reached; for up to some twenty arcs."""
    arcs = arcs_of(network)
    case = np.arange(2 ** len(arcs))
    works = [(case >> number & 1).astype(bool) for number in range(len(arcs))]
    weight = np.ones(len(case))
    for (_, _, likelihood), working in zip(arcs, works, strict=True):
        weight *= np.where(working, likelihood, 1 - likelihood)
    reached = np.zeros((network.size, len(case)), bool)
    reached[list(starts)] = True
    for _ in range(network.size):
        for (source, target, _), working in zip(arcs, works, strict=True):
            reached[target] |= reached[source] & working
    found = reached @ weight
    return {n: float(found[n]) for n in range(network.size) if n not in starts and reached[n].any()}
