"""The Change Prediction Method over plain matrices, for comparison with the literature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.analysis.matrices import square
from blueprint.analysis.spread.engines import Engine, is_fast
from blueprint.analysis.spread.predicting import (
    BUDGET,
    DEPTH,
    READINGS,
    WORTH_COMPILING,
    Reading,
    checked_depth,
    from_one,
    walks_of,
)
from blueprint.errors import BlueprintError
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class CombinedMatrix:
    """Combined likelihood and risk of every pair; the column instigates, the row is affected.

    Attributes:
        likelihood: Combined likelihoods, 0 to 1; 0 on the diagonal.
        risk: Combined risks, 0 to 1; 0 on the diagonal.
        depth: The most links a path had.
        reading: Where the impact entered the risk.
    """

    likelihood: tuple[tuple[float, ...], ...]
    risk: tuple[tuple[float, ...], ...]
    depth: int
    reading: Reading


def cpm(
    likelihood: Sequence[Sequence[float]],
    impact: Sequence[Sequence[float]],
    *,
    depth: int = DEPTH,
    reading: Reading = "leaf",
    budget: int = 50 * BUDGET,
    engine: Engine = "auto",
) -> CombinedMatrix:
    """Return combined likelihood and risk of changes between the parts of a product or service.

    The Change Prediction Method of Clarkson, Simons and Eckert (2004), Journal of Mechanical
    Design 126(5), 788-797. Likelihoods and impacts are from 0 to 1; the column instigates and
    the row is affected. The diagonal is not read.

    Args:
        likelihood: Direct likelihoods, n x n; lists or an array.
        impact: Direct impacts, n x n.
        depth: The most links a path may have; 4 in the paper.
        reading: ``leaf``, the impact at the end of each path, as cpm-lib and Cambridge Advanced
            Modeller compute; ``last-step``, equations 2 and 3 of the paper.
        budget: How many links of walks may be followed before it is refused.
        engine: Plain Python, or the extra ``fast``; the results are equal.

    Raises:
        BlueprintError: A matrix is not square, the two differ in size, a value lies outside
            0 to 1, an option is none, or the paths are too many.

    Examples:
        >>> found = cpm(
        ...     [[0, 0, 0], [0.5, 0, 0], [0.2, 0.5, 0]], [[0, 0, 0], [1, 0, 0], [1, 0.5, 0]]
        ... )
        >>> [round(value, 3) for value in found.likelihood[2]]
        [0.4, 0.5, 0.0]
        >>> [round(value, 3) for value in found.risk[2]]
        [0.3, 0.25, 0.0]
    """
    depth = checked_depth(depth)
    if reading not in READINGS:
        said = "“{reading}” is no reading; it is leaf or last-step"
        raise BlueprintError(Phrase.of(said, reading=str(reading)))
    carried, harmed = square(likelihood, "likelihood"), square(impact, "impact")
    if len(carried) != len(harmed):
        said = "likelihood has {n} rows and impact {m}; they are to be of one size"
        raise BlueprintError(Phrase.of(said, n=len(carried), m=len(harmed)))
    size = len(carried)
    branches = [
        [(row, share, share * part) for row, (share, part) in enumerate(column) if share]
        for column in map(zip, zip(*carried, strict=True), zip(*harmed, strict=True))
    ]
    searches = size if reading == "last-step" else 1
    walks = searches * walks_of(branches, depth)
    if walks > budget:
        said = "paths of {depth} links here are up to {n}, more than {budget}; ask for less depth"
        raise BlueprintError(Phrase.of(said, depth=depth, n=walks, budget=budget))
    if is_fast(engine, walks, least=WORTH_COMPILING):
        from blueprint.analysis.spread.fast.predicting import from_all

        found = from_all(branches, depth, reading)
    else:
        found = _plain(branches, depth, reading)
    return CombinedMatrix(
        likelihood=tuple(map(tuple, found[0])),
        risk=tuple(map(tuple, found[1])),
        depth=depth,
        reading=reading,
    )


def _plain(
    branches: Sequence[Sequence[tuple[int, float, float]]], depth: int, reading: Reading
) -> tuple[list[list[float]], list[list[float]]]:
    size = len(branches)
    likelihood = [[0.0] * size for _ in branches]
    risk = [[0.0] * size for _ in branches]
    for source in range(size):
        found = from_one(branches, source, depth, reading)
        for whole, column in zip((likelihood, risk), found, strict=True):
            for row, value in column.items():
                whole[row][source] = value
    return likelihood, risk
