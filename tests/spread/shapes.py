"""Networks of a known shape, and what a node reaches found the slow way."""

from __future__ import annotations

from blueprint.graph import Network


def chain(size: int) -> Network:
    return Network.of_arrays(size, range(size - 1), range(1, size))


def ring(size: int) -> Network:
    return Network.of_arrays(size, range(size), [*range(1, size), 0])


def complete(size: int) -> Network:
    pairs = [(one, other) for one in range(size) for other in range(size)]
    return Network.of_arrays(size, [one for one, _ in pairs], [other for _, other in pairs])


def slowly_reached(network: Network, start: int) -> set[int]:
    """Return what a node reaches, itself left out, by going over all arcs until none adds any."""
    met = {start}
    while True:
        more = {to for node in met for to, *_ in network.arcs(node)} - met
        if not more:
            return met - {start}
        met |= more
