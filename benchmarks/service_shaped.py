"""Networks shaped like a large service organisation, of any size, the same ones every time.

Four lanes: what customers do, what happens on stage, what happens behind it, and the systems
underneath. Services of fifty steps keep mostly to themselves: each lane runs on, lower lanes
hold up the ones above, and a service hands its customer on to one of the next three. A few hub
systems carry nearly everything (Zipf, exponent 0.9). One link in a hundred goes back within its
service; in the variant ``loopy`` two more in a hundred lead from steps back to systems, and
that alone makes one component of nine tenths of the whole.

An arc from one node to another means that a change of the one may make the other change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from blueprint.graph import Network

Ints = npt.NDArray[np.int64]

SEED = 7
SERVICE = 50
"""Steps of a service."""

LANES = ((0, 10), (10, 25), (25, SERVICE))
"""Where each lane above the systems begins and ends within a service."""

SYSTEMS = 3
"""The lane of the systems, the last nodes of the network."""

ARCS_A_NODE = 4
HUBBINESS = 0.9
SYSTEM_LINKS = 1.6
FEEDBACK = 0.01
LOOPS = 0.02
LIKELIHOODS = ((0.1, 0.3, 0.5, 0.7), (0.4, 0.35, 0.2, 0.05))
IMPACTS = (0.1, 0.3, 0.5, 0.9)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceShaped:
    """A network in columns, with what else is known of its nodes.

    Attributes:
        size: How many nodes there are.
        sources: Per arc, the node it goes from.
        targets: Per arc, the node it goes to.
        likelihoods: Per arc, how likely a change travels along it.
        impacts: Per arc, the share of the work at its end.
        lanes: Per node 0 to 3: customer, front stage, back stage, systems.
        departments: Per node, the number of its department.
        department_count: How many departments there are.
    """

    size: int
    sources: npt.NDArray[np.int32]
    targets: npt.NDArray[np.int32]
    likelihoods: npt.NDArray[np.float64]
    impacts: npt.NDArray[np.float64]
    lanes: npt.NDArray[np.int8]
    departments: npt.NDArray[np.int32]
    department_count: int

    def network(self) -> Network:
        """Return it as a network, made anew."""
        return Network.of_arrays(
            self.size, self.sources, self.targets, self.likelihoods, self.impacts
        )

    @property
    def steps(self) -> Ints:
        """The nodes that are no systems."""
        return np.flatnonzero(self.lanes != SYSTEMS)

    @property
    def hub(self) -> int:
        """The node that most arcs leave."""
        return int(np.bincount(self.sources, minlength=self.size).argmax())


def service_shaped(size: int, *, loopy: bool = False, seed: int = SEED) -> ServiceShaped:
    """Return a network of about ``size`` nodes and 3.9 arcs a node."""
    random = np.random.default_rng(seed)
    systems = max(20, size // 20)
    steps = size - systems
    lanes = np.full(size, SYSTEMS, np.int8)
    within = np.arange(steps) % SERVICE
    lanes[:steps] = np.searchsorted([end for _, end in LANES], within, side="right")
    pieces = list(_arcs(random, lanes, steps, systems, loopy=loopy))
    missing = ARCS_A_NODE * size - sum(len(sources) for sources, _ in pieces)
    pieces.append(_filling(random, lanes, steps, max(0, missing)))
    sources, targets = (np.concatenate(ends) for ends in zip(*pieces, strict=True))
    kept = sources != targets
    keys = np.unique(sources[kept] * size + targets[kept])
    count = max(8, min(200, size // 500))
    return ServiceShaped(
        size=size,
        sources=(keys // size).astype(np.int32),
        targets=(keys % size).astype(np.int32),
        likelihoods=random.choice(LIKELIHOODS[0], keys.size, p=LIKELIHOODS[1]),
        impacts=random.choice(IMPACTS, keys.size),
        lanes=lanes,
        departments=_departments(random, lanes, steps, count),
        department_count=count,
    )


def _arcs(
    random: np.random.Generator,
    lanes: npt.NDArray[np.int8],
    steps: int,
    systems: int,
    *,
    loopy: bool,
) -> Iterator[tuple[Ints, Ints]]:
    nodes = np.arange(steps)
    size = steps + systems
    service = nodes // SERVICE
    runs_on = (service[1:] == service[:-1]) & (lanes[1:steps] == lanes[: steps - 1])
    yield nodes[:-1][runs_on], nodes[1:][runs_on]
    for upper in (0, 1):
        held = nodes[lanes[:steps] == upper]
        for _ in range(upper + 1):
            below = service[held] * SERVICE + random.integers(*LANES[upper + 1], held.size)
            there = below < steps
            yield below[there], held[there]
    weight = 1 / np.arange(1, systems + 1) ** HUBBINESS
    weight /= weight.sum()
    links = int(size * SYSTEM_LINKS)
    carried = random.choice(nodes[lanes[:steps] > 0], links)
    yield random.choice(systems, links, p=weight) + steps, carried
    one, other = (
        random.choice(systems, 2 * systems, p=weight),
        random.integers(0, systems, 2 * systems),
    )
    yield np.minimum(one, other) + steps, np.maximum(one, other) + steps
    services = int(service[-1]) + 1
    before = random.integers(0, max(1, services - 1), services)
    after = np.minimum(before + 1 + random.integers(0, 3, services), services - 1)
    last, next_first = before * SERVICE + LANES[0][1] - 1, after * SERVICE
    there = (last < steps) & (next_first < steps) & (before != after)
    yield last[there], next_first[there]
    back = random.integers(0, steps, int(FEEDBACK * size * ARCS_A_NODE))
    to = back // SERVICE * SERVICE + random.integers(0, SERVICE, back.size)
    yield back[to < steps], to[to < steps]
    if loopy:
        loops = int(LOOPS * size * ARCS_A_NODE)
        yield random.integers(0, steps, loops), random.integers(steps, size, loops)


def _filling(
    random: np.random.Generator, lanes: npt.NDArray[np.int8], steps: int, missing: int
) -> tuple[Ints, Ints]:
    """Return arcs within services, from lower lanes to upper and from earlier steps to later."""
    one = random.integers(0, steps, missing)
    other = one // SERVICE * SERVICE + random.integers(0, SERVICE, missing)
    one, other = one[other < steps], other[other < steps]
    upward = (lanes[one] < lanes[other]) | ((lanes[one] == lanes[other]) & (one > other))
    return np.where(upward, other, one), np.where(upward, one, other)


def _departments(
    random: np.random.Generator, lanes: npt.NDArray[np.int8], steps: int, count: int
) -> npt.NDArray[np.int32]:
    """Return each node's department: one a lane of a service, and any for a system."""
    found = random.integers(0, count, lanes.size).astype(np.int32)
    of_lane = random.integers(0, count, (steps // SERVICE + 1, len(LANES)))
    found[:steps] = of_lane[np.arange(steps) // SERVICE, lanes[:steps]]
    return found
