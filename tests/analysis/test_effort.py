"""What analyses cost: twice the steps are about twice the work, whatever is asked."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.full_service import full_service
from blueprint import analyse
from blueprint.analysis import compare
from blueprint.analysis.table import ANALYSES
from blueprint.graph import Graph, graph_of
from tests.effort import calls_of

FEW, MANY = 100, 400
MOST = 1.5 * MANY / FEW
"""Work that grows with the square of the steps would be 16 times as much, and not 4 times."""

ASKED = [row for row in ANALYSES if row.name not in {"compare", "summary"}]


@cache
def services(steps: int, faster: float = 1) -> Graph:
    """A service whose every step says all there is to say."""
    return graph_of(full_service(steps, 1, faster=faster))


@pytest.mark.parametrize("row", ASKED, ids=[row.name for row in ASKED])
def test_the_work_of_an_analysis_grows_with_the_steps_and_not_with_their_square(row):
    on = ("y0",) if row.about == "elements" else None
    for steps in (FEW, MANY):
        analyse(services(steps), row.name, on)
    few, many = (calls_of(lambda n=n: analyse(fresh(n), row.name, on)) for n in (FEW, MANY))
    assert many < MOST * few


def test_so_does_the_work_of_a_comparison():
    few, many = (calls_of(lambda n=n: compare(fresh(n), fresh(n, faster=2))) for n in (FEW, MANY))
    assert many < MOST * few


def fresh(steps: int, faster: float = 1) -> Graph:
    """A graph of which nothing was asked yet."""
    return graph_of(services(steps, faster).scope)
