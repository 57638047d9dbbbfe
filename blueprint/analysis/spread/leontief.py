"""How much of each node's work is lost when others are down: inoperability, at rest and in time.

The inoperability input-output model (Haimes & Jiang 2001): q = A q + c, capped at 1, and its
course in time (Lian & Haimes 2006): q(t+1) = q(t) + K [A q(t) + c(t) - q(t)].
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.spread.components import components
from blueprint.graph import Network

Rows = Sequence[Sequence[tuple[int, float]]]
"""Per node, on which others its work rests, and what share of it on each: the matrix A."""

_ENOUGH = 1e-10
"""Where nothing changes by more than this, it is at rest."""

_SWEEPS = 100_000
_HARDEST = 20_000_000
"""How many sweeps, and how many shares in all, are added up before it says it is not at rest."""

_POWERS = 200


@dataclass(frozen=True, slots=True)
class Rest:
    """Inoperability when everything has settled.

    Attributes:
        lost: Per node, what share of its work is lost, 0 to 1.
        capped: Nodes that would lose more than all, in order.
        settled: Whether it came to rest within the work allowed.
    """

    lost: Sequence[float]
    capped: tuple[int, ...]
    settled: bool


@dataclass(frozen=True, slots=True)
class Course:
    """Inoperability in time.

    Attributes:
        totals: Per node, its inoperability summed over all ticks.
        peaks: Per node, its largest inoperability.
        sums: Per tick kept, the tick, what all nodes lose together, and how many lose a tenth
            or more.
        ticks: How many ticks it took until all had recovered.
        recovered: Whether all had, within the work allowed.
    """

    totals: Sequence[float]
    peaks: Sequence[float]
    sums: tuple[tuple[int, float, int], ...]
    ticks: int
    recovered: bool


def shares_of(network: Network) -> tuple[Rows, int]:
    """Return on which others the work of each node rests, with what share on each.

    The share of an arc is its likelihood times its impact; where those that come to a node add
    up to more than 1, each is divided by their sum, so that nobody loses more than all.

    Args:
        network: What carries a disruption.

    Returns:
        The shares, and at how many nodes they had to be divided.

    Examples:
        >>> shares_of(Network.of(3, [(0, 2, 0.9, 1.0), (1, 2, 0.5, 0.2)]))
        (((), (), ((0, 0.9), (1, 0.1))), 0)
        >>> shares_of(Network.of(3, [(0, 2, 1.0, 1.0), (1, 2, 1.0, 1.0)]))
        (((), (), ((0, 0.5), (1, 0.5))), 1)
    """
    rows: list[list[tuple[int, float]]] = [[] for _ in range(network.size)]
    for node in range(network.size):
        for to, likelihood, impact, _ in network.arcs(node):
            if impact > 0:
                rows[to].append((node, likelihood * impact))
    divided = 0
    for node, row in enumerate(rows):
        whole = sum(share for _, share in row)
        if whole > 1:
            divided += 1
            rows[node] = [(other, share / whole) for other, share in row]
    return tuple(map(tuple, rows)), divided


def at_rest(rows: Rows, down: Sequence[float]) -> Rest:
    """Return the inoperability of each node once everything has settled: q = min(1, A q + c).

    The sum is taken from nothing upward, so that it comes to rest whatever the shares are: at
    the solution of the model where there is one below 1, at the cap where there is not.

    Args:
        rows: Per node, its shares.
        down: Per node, what share of its work is lost from without: c.

    Examples:
        >>> found = at_rest([[(1, 0.8)], [(0, 0.2)]], [0.0, 0.6])
        >>> [round(q, 3) for q in found.lost], found.capped
        ([0.571, 0.714], ())
    """
    order = _from_cause_to_effect(rows)
    lost = [0.0] * len(rows)
    capped: set[int] = set()
    most = max(1, min(_SWEEPS, _HARDEST // max(1, sum(map(len, rows)))))
    for _ in range(most):
        change = 0.0
        for node in order:
            whole = down[node] + sum(share * lost[other] for other, share in rows[node])
            if whole > 1:
                if whole > 1 + _ENOUGH:
                    capped.add(node)
                whole = 1.0
            change = max(change, abs(whole - lost[node]))
            lost[node] = whole
        if change <= _ENOUGH:
            return Rest(tuple(lost), tuple(sorted(capped)), settled=True)
    return Rest(tuple(lost), tuple(sorted(capped)), settled=False)


def dies_out(rows: Rows) -> bool:
    """Tell whether what the model adds gets less and less: its spectral radius is below 1.

    Some power of the matrix has all its row sums below 1; where none of the first two hundred
    has, it is taken as at 1 or above.

    Examples:
        >>> dies_out([[(1, 0.8)], [(0, 0.2)]]), dies_out([[(1, 1.0)], [(0, 1.0)]])
        (True, False)
    """
    left = [1.0] * len(rows)
    for _ in range(_POWERS):
        left = [sum(share * left[other] for other, share in row) for row in rows]
        largest = max(left, default=0.0)
        if largest < 1:
            return True
        if largest > 1 / _ENOUGH:
            return False
    return False


def in_time(
    rows: Rows, down: Mapping[int, float], pace: Sequence[float], *, ticks: int, near: float = 0.01
) -> Course:
    """Return how inoperability rises while some nodes are down, and how it is made good.

    Args:
        rows: Per node, its shares.
        down: By node, what share of its work is lost from without, while it lasts.
        pace: Per node, how fast it follows: K, above 0 and at most 1.
        ticks: For how many ticks the nodes are down.
        near: Everything has recovered when no node loses more than this.

    Examples:
        >>> course = in_time([[], [(0, 0.5)]], {0: 1.0}, [0.5, 0.5], ticks=2)
        >>> course.peaks, course.ticks, course.recovered
        ((1.0, 0.4375), 11, True)
    """
    clock = _Clock(rows, down, pace)
    kept = [clock.kept()]
    while clock.tick < ticks and clock.step(down=True):
        kept.append(clock.kept())
    clock.wait(ticks - clock.tick)
    kept.append(clock.kept())
    while max(clock.lost, default=0.0) > near and clock.may_go_on():
        clock.step(down=False)
        kept.append(clock.kept())
    done = max(clock.lost, default=0.0) <= near
    return Course(tuple(clock.totals), tuple(clock.peaks), tuple(kept), clock.tick, done)


class _Clock:
    """The state at one tick, and what was lost up to it."""

    def __init__(self, rows: Rows, down: Mapping[int, float], pace: Sequence[float]) -> None:
        self._rows, self._down, self._pace = rows, down, pace
        self._work = sum(map(len, rows)) + len(rows)
        self.tick = 0
        self.lost = [min(1.0, down.get(node, 0.0)) for node in range(len(rows))]
        self.peaks = list(self.lost)
        self.totals = array("d", bytes(8 * len(rows)))

    def may_go_on(self) -> bool:
        return self.tick * self._work < _HARDEST

    def step(self, *, down: bool) -> bool:
        """Go one tick on; tell whether anything still changes."""
        before, totals, peaks = self.lost, self.totals, self.peaks
        change = 0.0
        after = []
        for node, (was, row, pace) in enumerate(zip(before, self._rows, self._pace, strict=True)):
            wanted = self._down.get(node, 0.0) if down else 0.0
            for other, share in row:
                wanted += share * before[other]
            now = min(1.0, was + pace * (wanted - was))
            if now != was:
                change = max(change, abs(now - was))
                peaks[node] = max(peaks[node], now)
            totals[node] += was
            after.append(now)
        self.lost = after
        self.tick += 1
        return change > _ENOUGH and self.may_go_on()

    def wait(self, ticks: int) -> None:
        """Stay as it is for some ticks."""
        for node, lost in enumerate(self.lost):
            self.totals[node] += lost * ticks
        self.tick += ticks

    def kept(self) -> tuple[int, float, int]:
        return self.tick, sum(self.lost), sum(1 for lost in self.lost if lost >= _TENTH)


_TENTH = 0.1


def _from_cause_to_effect(rows: Rows) -> list[int]:
    """Return the nodes so that, but for cycles, each stands behind all it rests on."""
    sources = [node for node, row in enumerate(rows) for _ in row]
    targets = [other for row in rows for other, _ in row]
    groups = components(Network.of_arrays(len(rows), sources, targets), engine="plain")
    return sorted(range(len(rows)), key=lambda node: (groups.numbers[node], node))
