"""What analyses cost: twice the steps are twice the work, whatever is asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from benchmarks.full_service import full_service
from blueprint import analyse
from blueprint.analysis import compare
from blueprint.analysis.table import ANALYSES
from blueprint.graph import Graph, graph_of
from blueprint.integrity import Scope
from tests.effort import calls_of

SIZES = (400, 800)
MOST = 2.25
"""How much more may be called for twice the steps; where each looks at each, it is far more."""

ASKED = [row for row in ANALYSES if row.name not in {"compare", "summary"}]


@cache
def service(steps: int, faster: int = 1) -> Scope:
    """A service whose every step says all there is to say."""
    return graph_of(full_service(steps, 1, faster=faster)).scope


def grows(work: Callable[..., object], *sides: int) -> float:
    """Return how much more some work calls on twice the steps; the first time does not count."""
    work(*(graph_of(service(SIZES[0], side)) for side in sides))
    small, large = (
        calls_of(lambda graphs=graphs: work(*graphs))
        for graphs in [[fresh(steps, side) for side in sides] for steps in SIZES]
    )
    return large / small


def fresh(steps: int, faster: int) -> Graph:
    """Return a graph of which nothing was asked yet."""
    return graph_of(service(steps, faster))


@pytest.mark.parametrize("row", ASKED, ids=[row.name for row in ASKED])
def test_the_work_of_an_analysis_grows_with_the_steps_and_not_with_their_square(row):
    on = ("y0",) if row.about == "elements" else None
    assert grows(lambda graph: analyse(graph, row.name, on), 1) < MOST


def test_so_does_the_work_of_a_comparison():
    assert grows(compare, 1, 2) < MOST


def test_what_looks_at_each_step_for_each_step_would_be_found():
    def squared(graph: Graph) -> int:
        steps = list(graph.of_kind("step"))
        return sum(len(other.id) for _ in steps for other in steps)

    assert grows(squared, 1) > MOST
