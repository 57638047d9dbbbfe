"""Matrices that others hand in: any table of numbers, checked before anything is computed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from blueprint.errors import BlueprintError
from blueprint.words import Phrase

Matrix = list[list[float]]
"""Rows of numbers, all as long as there are rows."""


def square(matrix: Sequence[Sequence[float]], what: str) -> Matrix:
    """Return a square matrix of shares as lists; the diagonal is not looked at.

    Args:
        matrix: Rows of numbers: lists, tuples or an array.
        what: How it is called in a message.

    Raises:
        BlueprintError: It is no rows of numbers, it is not square, or an entry is no number from 0 to 1; the message
            says which, rows and columns counted from 1.
    """
    try:
        rows = [list(row) for row in matrix]
    except TypeError:
        raise BlueprintError(Phrase.of("{what} is to be rows of numbers", what=what)) from None
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows):
            said = "{what} has {n} rows, and row {row} has {m} entries; it is to be square"
            raise BlueprintError(Phrase.of(said, what=what, n=len(rows), row=number, m=len(row)))
    for number, row in enumerate(rows):
        row[number] = 0.0
        if not _all_shares(row):
            row[:] = [_share(value, what, number, column) for column, value in enumerate(row)]
    return rows


def _all_shares(row: list[float]) -> bool:
    """Tell quickly whether a row is right as it stands."""
    plain = set(map(type, row)) <= {float, int}
    return plain and min(row) >= 0 and max(row) <= 1 and not math.isnan(sum(row))


def _share(value: float, what: str, row: int, column: int) -> float:
    try:
        share = math.nan if isinstance(value, (str, bytes, bool)) else float(value)
    except (TypeError, ValueError):
        share = math.nan
    if not 0 <= share <= 1:
        said = "{what} in row {row}, column {column} is {value}; it is to be from 0 to 1"
        raise BlueprintError(
            Phrase.of(said, what=what, row=row + 1, column=column + 1, value=str(value))
        )
    return share
