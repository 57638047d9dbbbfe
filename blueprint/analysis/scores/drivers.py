"""Which predictors a regression rests on: LMG shares and Johnson's relative weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import factorial, isfinite, sqrt

from blueprint.analysis.scores.checks import figure
from blueprint.analysis.scores.symmetric import eigen
from blueprint.errors import BlueprintError
from blueprint.words import Phrase

MOST = 15
"""Of more predictors LMG is refused: it looks at every subset of them."""

_FLAT = 1e-10
"""Below this share of its variance a predictor is told by the others."""

Rows = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drivers:
    """How R² is shared out among the predictors, in their order; never what causes what.

    Attributes:
        method: ``LMG`` or ``Johnson``.
        weights: The share of each; they add to R².
        r_squared: Share of the outcome's variance that all predictors account for together.
    """

    method: str
    weights: tuple[float, ...]
    r_squared: float


def lmg(predictors: Rows, outcome: Sequence[float]) -> Drivers:
    """Return LMG shares (Lindeman, Merenda & Gold 1980): what each adds, over all orders.

    These are Shapley values of R².

    Args:
        predictors: Correlations of the predictors with each other.
        outcome: Correlation of each with the outcome.

    Raises:
        BlueprintError: There are more than 15 predictors, the matrix is no correlation
            matrix, or a predictor is told by the others.

    Examples:
        >>> found = lmg([[1, 0], [0, 1]], [0.6, 0.3])
        >>> [round(weight, 6) for weight in found.weights], round(found.r_squared, 6)
        ([0.36, 0.09], 0.45)
    """
    matrix, towards = _checked(predictors, outcome)
    size = len(matrix)
    if size > MOST:
        said = "LMG takes at most {most} predictors, and these are {n}; Johnson's weights take more"
        raise BlueprintError(Phrase.of(said, most=MOST, n=size))
    explained = _explained(matrix, towards)
    shares = [factorial(k) * factorial(size - k - 1) / factorial(size) for k in range(size)]
    weights = [0.0] * size
    for subset, value in enumerate(explained):
        share = shares[k] if (k := subset.bit_count()) < size else 0.0
        for j in range(size):
            if not subset >> j & 1:
                weights[j] += share * (explained[subset | 1 << j] - value)
    return Drivers(method="LMG", weights=tuple(weights), r_squared=explained[-1])


def relative_weights(predictors: Rows, outcome: Sequence[float]) -> Drivers:
    """Return Johnson's relative weights (2000): by way of the nearest uncorrelated predictors.

    Args:
        predictors: Correlations of the predictors with each other.
        outcome: Correlation of each with the outcome.

    Raises:
        BlueprintError: The matrix is no correlation matrix, or a predictor is told by the
            others.

    Examples:
        >>> found = relative_weights([[1, 0.5], [0.5, 1]], [0.6, 0.6])
        >>> [round(weight, 6) for weight in found.weights]
        [0.24, 0.24]
    """
    matrix, towards = _checked(predictors, outcome)
    size = range(len(matrix))
    values, vectors = eigen(matrix)
    if min(values) <= _FLAT:
        raise _told_by_others()
    roots = [sqrt(value) for value in values]
    root = [
        [sum(vectors[i][k] * roots[k] * vectors[j][k] for k in size) for j in size] for i in size
    ]
    slopes = [
        sum(vectors[i][k] / roots[k] * vectors[j][k] * towards[j] for k in size for j in size)
        for i in size
    ]
    weights = tuple(sum((root[j][k] * slopes[k]) ** 2 for k in size) for j in size)
    return Drivers(
        method="Johnson", weights=weights, r_squared=_possible(sum(s * s for s in slopes))
    )


def correlations(columns: Rows) -> list[list[float]]:
    """Return the correlations of columns of figures with each other.

    Args:
        columns: As many figures in each, at least 3.

    Raises:
        BlueprintError: Columns differ in length, are too short, or do not vary.

    Examples:
        >>> round(correlations([[1, 2, 3], [2, 4, 7]])[0][1], 4)
        0.9934
    """
    n = len(columns[0]) if columns else 0
    if n < 3 or any(len(column) != n for column in columns):  # noqa: PLR2004
        raise BlueprintError(Phrase.of("columns are to have the same length, 3 figures or more"))
    centred = []
    for number, given in enumerate(columns, 1):
        column = [figure("column", value) for value in given]
        mean = sum(column) / n
        apart = [value - mean for value in column]
        length = sqrt(sum(value * value for value in apart))
        if not isfinite(length) or length == 0:
            said = "column {number} does not vary, or varies too widely"
            raise BlueprintError(Phrase.of(said, number=number))
        centred.append([value / length for value in apart])
    return [[max(-1.0, min(1.0, _dot(one, other))) for other in centred] for one in centred]


def _explained(matrix: Rows, towards: Sequence[float]) -> list[float]:
    """Return R² of every subset of predictors, by its bits; a Cholesky row is added at a time."""
    size = len(matrix)
    found = [0.0] * (1 << size)

    def grow(
        subset: int, members: list[int], rows: list[list[float]], along: list[float], start: int
    ) -> None:
        for j in range(start, size):
            row: list[float] = []
            for i, known in zip(members, rows, strict=True):
                row.append((matrix[i][j] - _dot(known, row)) / known[-1])
            left = matrix[j][j] - _dot(row, row)
            if left <= _FLAT:
                raise _told_by_others()
            row.append(sqrt(left))
            step = (towards[j] - _dot(row, along)) / row[-1]
            more = subset | 1 << j
            found[more] = _possible(found[subset] + step * step)
            grow(more, [*members, j], [*rows, row], [*along, step], j + 1)

    grow(0, [], [], [], 0)
    return found


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=False))


def _checked(predictors: Rows, outcome: Sequence[float]) -> tuple[list[list[float]], list[float]]:
    matrix = [[figure("correlation", value) for value in row] for row in predictors]
    towards = [figure("correlation", value) for value in outcome]
    size = range(len(matrix))
    fits = (
        len(matrix) > 0
        and len(towards) == len(matrix)
        and all(len(row) == len(matrix) for row in matrix)
        and all(abs(value) <= 1 for row in (*matrix, towards) for value in row)
        and all(abs(matrix[i][i] - 1) <= _NEAR for i in size)
        and all(abs(matrix[i][j] - matrix[j][i]) <= _NEAR for i in size for j in size)
    )
    if not fits:
        said = (
            "expected correlations: a square matrix, the same both ways, with 1 along its diagonal"
        )
        raise BlueprintError(Phrase.of(said))
    return matrix, towards


_NEAR = 1e-6


def _possible(r_squared: float) -> float:
    if r_squared > 1 + _NEAR:
        raise BlueprintError(Phrase.of("these correlations cannot all be true: R² is above 1"))
    return min(1.0, r_squared)


def _told_by_others() -> BlueprintError:
    return BlueprintError(Phrase.of("a predictor is told by the others: leave one of them out"))
