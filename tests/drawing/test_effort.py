"""Routing and the last search end soon, counted in lattice nodes looked at."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

import blueprint.layout.improve as last_search
from blueprint.layout import layout
from blueprint.layout.frame_across import lane_needs
from blueprint.layout.grid import make_grid
from blueprint.layout.improve import improve
from blueprint.layout.measure import measure_all
from blueprint.layout.route import Router, canonical_order
from blueprint.layout.view import View
from blueprint.layout.ways import meetings, way_of
from tests.drawing.cases import CASES, case, hub, large
from tests.drawing.metrics import metrics


def router(view: View) -> Router:
    """Return a router for all links of a view, none of them routed yet."""
    grid = make_grid(view, measure_all(view), lane_needs(view))
    return Router(grid, [view.edges[n] for n in canonical_order(view.edges, grid)])


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
    way.route_all(passes=1)
    before = must_cross(way)
    assert improve(way) < last_search.EFFORT
    assert must_cross(way) < before


def test_what_the_last_search_counts_is_what_is_drawn() -> None:
    view = case("city-hotel")
    way = router(view)
    way.route_all(passes=1)
    improve(way)
    assert must_cross(way) == metrics(layout(view)).crossings


def test_the_last_search_leaves_very_many_links_alone() -> None:
    way = router(large(2000))
    assert len(way.edges) > last_search.MOST_LINKS
    way.route_all(passes=1)
    before = list(way.paths)
    assert improve(way) == 0
    assert way.paths == before


def must_cross(way: Router) -> int:
    """Return how often the links must cross, whatever tracks they get."""
    ways = [way_of(path, way.grid) for path in way.paths]
    return sum(meetings(one, other)[0] for one, other in combinations(ways, 2))
