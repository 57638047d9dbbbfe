"""Reliability over a plain matrix: how likely a change of one part really arrives at another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.matrices import square
from blueprint.analysis.spread.arriving import BUDGET, WORLDS, Arrivals, Asked, How, arrivals
from blueprint.analysis.spread.engines import Engine
from blueprint.graph import Network

Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliabilityMatrix:
    """How likely a change of the column's part arrives at the row's; diagonals are 0.0.

    Attributes:
        probability: The likelihood; of a bounded one, the middle.
        low: What it is not below: for a sampled one with 95 % confidence, else for certain.
        high: What it is not above, likewise.
        how: How it came about: ``exact``, ``sampled`` or ``bounds``; nothing arrives where
            there is no path, and that is exact.
        worlds: In how many worlds was looked, for each column that needed it; 0 if none did.
        seed: Which worlds.
        steps: How many arcs were looked at for exact figures and bounds.
    """

    probability: Rows
    low: Rows
    high: Rows
    how: tuple[tuple[How, ...], ...]
    worlds: int
    seed: int
    steps: int

    @property
    def exact(self) -> bool:
        """Whether every figure is exact."""
        return all(how == "exact" for row in self.how for how in row)


def reliability(
    likelihood: Sequence[Sequence[float]],
    *,
    how: Asked = "auto",
    worlds: int = WORLDS,
    seed: int = 1,
    budget: int = BUDGET,
    engine: Engine = "auto",
) -> ReliabilityMatrix:
    """Return the probability that a change arrives, all direct likelihoods independent.

    This is what combined likelihoods of the Change Prediction Method stand for, without
    counting links twice that paths have in common, and without an end to their length.

    Args:
        likelihood: Rows of direct likelihoods, 0 to 1: lists, tuples or an array. The column
            instigates, the row is affected; the diagonal is not looked at.
        how: ``auto`` is exact where the budget allows, else sampled; ``exact`` gives bounds
            for the rest; ``sampled`` and ``bounds`` find nothing exactly.
        worlds: How many random worlds to look at, where there is sampling.
        seed: Which worlds; the same seed gives the same figures.
        budget: How many arcs may be looked at for the exact figures of one column, and as many
            again for bounds.
        engine: Plain Python or compiled code; both give the same.

    Raises:
        BlueprintError: The matrix is not square, an entry is no number from 0 to 1, or an
            option is not one.

    Examples:
        >>> found = reliability([[0, 0, 0], [0.5, 0, 0], [0.5, 0.5, 0]])
        >>> found.probability[2][0], found.how[2][0]
        (0.625, 'exact')
    """
    rows = square(likelihood, "likelihood")
    size = len(rows)
    arcs = [(a, b, float(rows[b][a]), 1.0) for a in range(size) for b in range(size)]
    network = Network.of(size, arcs)
    columns = [
        arrivals(network, [start], how=how, worlds=worlds, seed=seed, budget=budget, engine=engine)
        for start in range(size)
    ]
    return ReliabilityMatrix(
        probability=_rows([column.probability for column in columns]),
        low=_rows([column.low for column in columns]),
        high=_rows([column.high for column in columns]),
        how=_hows(columns),
        worlds=max((column.worlds for column in columns), default=0),
        seed=seed,
        steps=sum(column.steps for column in columns),
    )


def _rows(columns: list[Mapping[int, float]]) -> Rows:
    return tuple(tuple(column.get(row, 0.0) for column in columns) for row in range(len(columns)))


def _hows(columns: list[Arrivals]) -> tuple[tuple[How, ...], ...]:
    return tuple(
        tuple(column.how.get(row, "exact") for column in columns) for row in range(len(columns))
    )
