"""Eigenvalues of small symmetric matrices, in plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from math import copysign, hypot

_ROUNDS = 100
_DONE = 1e-28


def eigen(matrix: Sequence[Sequence[float]]) -> tuple[list[float], list[list[float]]]:
    """Return the eigenvalues of a symmetric matrix, and its eigenvectors as columns.

    Jacobi's method: pairs are turned until nothing is left beside the diagonal.

    Examples:
        >>> values, vectors = eigen([[2, 1], [1, 2]])
        >>> sorted(round(value, 9) for value in values)
        [1.0, 3.0]
    """
    a = [list(map(float, row)) for row in matrix]
    size = len(a)
    vectors = [[float(i == j) for j in range(size)] for i in range(size)]
    for _ in range(_ROUNDS):
        if sum(a[i][j] ** 2 for i in range(size) for j in range(i)) < _DONE:
            break
        for p in range(size):
            for q in range(p + 1, size):
                if a[p][q] != 0:
                    _turn(a, vectors, p, q)
    return [a[i][i] for i in range(size)], vectors


def _turn(a: list[list[float]], vectors: list[list[float]], p: int, q: int) -> None:
    """Turn a pair of axes so that what stands between them becomes 0."""
    theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
    t = copysign(1.0, theta) / (abs(theta) + hypot(theta, 1.0))
    c = 1 / hypot(t, 1.0)
    s = t * c
    for row in (*a, *vectors):
        row[p], row[q] = c * row[p] - s * row[q], s * row[p] + c * row[q]
    one, other = a[p], a[q]
    a[p] = [c * x - s * y for x, y in zip(one, other, strict=True)]
    a[q] = [s * x + c * y for x, y in zip(one, other, strict=True)]
