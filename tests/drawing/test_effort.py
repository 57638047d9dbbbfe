"""Routing and the last search end soon, counted in lattice nodes looked at."""

from __future__ import annotations

from itertools import pairwise

import pytest

from blueprint.layout import improve as last_search
from blueprint.layout.frame_across import lane_needs
from blueprint.layout.grid import make_grid
from blueprint.layout.improve import improve
from blueprint.layout.measure import measure_all
from blueprint.layout.route import Router
from blueprint.layout.view import View
from tests.drawing.cases import CASES, case, hub


def router(view: View) -> Router:
    """Return a router for all links of a view, none of them routed yet."""
    grid = make_grid(view, measure_all(view), lane_needs(view))
    return Router(grid, view.edges)


def test_a_long_way_to_a_hub_is_found_without_looking_everywhere() -> None:
    links = 300
    way = router(hub(links, 180))
    way.route_all(passes=1)
    assert way.effort < 400 * links


def test_a_long_way_to_a_hub_is_hardly_longer_than_it_must_be() -> None:
    way = router(hub(100, 60))
    way.route_all()
    for edge, path in zip(way.edges, way.paths, strict=True):
        source, target = way.grid.cells[edge.source], way.grid.cells[edge.target]
        columns = abs(source.first - target.first)
        assert sum(1 for a, b in pairwise(path) if a[1] != b[1]) <= (2 * columns + 4)


@pytest.mark.parametrize("name", CASES)
def test_the_last_search_makes_fewer_crossings_and_ends_of_itself(name: str) -> None:
    way = router(case(name))
    way.route_all()
    before, effort = list(way.paths), way.effort
    improve(way, way.grid)
    assert way.paths != before
    assert way.effort - effort < last_search.EFFORT


def test_the_last_search_leaves_very_many_links_alone() -> None:
    way = router(hub(last_search.MOST_LINKS + 1, 40))
    way.route_all(passes=1)
    before = list(way.paths)
    improve(way, way.grid)
    assert way.paths == before
