"""The main path and how often steps are visited, on journeys worked out by hand."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.analysis.journey import (
    Journey,
    Way,
    expected_sum,
    expected_visits,
    journey_of,
    journeys,
    main_path,
    main_steps,
    ranges,
    visits,
    ways_through,
)
from blueprint.errors import ReferenceNotFoundError
from blueprint.graph import Graph, graph_of
from blueprint.model import Blueprint
from tests.analysis.small import nothing


def way_of(*nexts: Any) -> Graph:
    """The graph of a journey with steps a, b, c …; None goes on to the next column."""
    steps = [
        {"step": "abcdefgh"[n], **({} if to is None else {"next": to})}
        for n, to in enumerate(nexts)
    ]
    return graph_of(Blueprint.model_validate({"blueprint": "Way", "phases": {"All": steps}}))


def to(step: str | None, probability: float | None = None) -> dict[str, Any]:
    return {"to": step} if probability is None else {"to": step, "probability": probability}


def test_columns_follow_each_other_where_nothing_is_said():
    graph = way_of(None, None, None)
    assert main_path(graph, "way") == ("a", "b", "c")
    assert visits(graph, "way") == {"a": 1, "b": 1, "c": 1}


def test_the_likeliest_way_is_the_main_path():
    graph = way_of([to("b", 0.3), to("c", 0.7)], None, None)
    assert main_path(graph, "way") == ("a", "c")
    assert visits(graph, "way") == {"a": 1, "b": 0.3, "c": 1}


def test_of_equally_likely_ways_the_first_written_is_taken():
    assert main_path(way_of([to("c"), to("b")], None, None), "way") == ("a", "c")


def test_a_likely_way_back_is_no_part_of_the_main_path():
    graph = way_of(None, [to("a", 0.6), to("c", 0.4)], None)
    assert main_path(graph, "way") == ("a", "b", "c")
    assert visits(graph, "way") == pytest.approx({"a": 2.5, "b": 2.5, "c": 1})


def test_a_step_that_only_leads_back_is_no_part_of_the_main_path():
    graph = way_of([to("b", 0.6), to("c", 0.4)], ["a"], None)
    assert main_path(graph, "way") == ("a", "c")
    assert visits(graph, "way") == pytest.approx({"a": 2.5, "b": 1.5, "c": 1})


def test_leaving_ends_the_main_path():
    graph = way_of([to(None, 0.9), to("b", 0.1)], None)
    assert main_path(graph, "way") == ("a",)
    assert visits(graph, "way") == {"a": 1, "b": pytest.approx(0.1)}


def test_ways_without_a_probability_share_what_is_left_and_are_told():
    graph = way_of([to("b", 0.5), to("c"), to(None)], None, None)
    assert visits(graph, "way") == {"a": 1, "b": 0.5, "c": 0.75}
    assert journey_of(graph, "way").assumed == (0,)


@pytest.mark.parametrize("shares", [(0.7, 0.7), (0.2, 0.7)], ids=["more than all", "less than all"])
def test_probabilities_that_do_not_add_to_one_leave_visits_open(shares):
    graph = way_of([to("b", shares[0]), to("c", shares[1])], None, None)
    assert visits(graph, "way") == {"a": None, "b": None, "c": None}
    assert journey_of(graph, "way").doubtful == (0,)
    assert main_path(graph, "way")[0] == "a"


def test_a_circle_without_a_way_out_is_visited_nobody_knows_how_often():
    graph = way_of(None, None, ["b"], None)
    assert visits(graph, "way") == {"a": 1, "b": None, "c": None, "d": 0}
    assert main_path(graph, "way") == ("a", "b", "c")


def test_what_nothing_leads_to_is_visited_by_nobody():
    assert visits(way_of(["c"], None, None), "way") == {"a": 1, "b": 0, "c": 1}


def test_ways_to_one_step_are_one():
    graph = way_of([to("b", 0.5), to("b", 0.25), to(None, 0.25)], None)
    assert journey_of(graph, "way").ways[0] == (Way(1, 0.75), Way(None, 0.25))


def test_a_rare_way_out_loses_no_digits():
    rare = 1e-5
    graph = way_of(None, [to("a", 1 - rare), to("c", rare)], None)
    assert visits(graph, "way")["a"] == pytest.approx(1e5, rel=1e-10)


def test_only_blueprints_have_a_journey():
    with pytest.raises(ReferenceNotFoundError, match="“x” is no blueprint"):
        main_path(way_of(None), "x")
    empty = graph_of(nothing())
    assert journeys(empty) == ()
    assert main_path(empty, "nothing") == ()
    assert visits(empty, "nothing") == {}


def test_ways_are_counted_and_never_listed():
    forks = tuple((Way(n + 1, 0.5), Way(n + 2, 0.5)) for n in range(9998))
    ends = ((Way(9999, 1.0),), (Way(None, 1.0),))
    many = Journey(
        blueprint="b", stem="", steps=tuple(map(str, range(10_000))), ways=(*forks, *ends)
    )
    assert ways_through(many) > 10**2000
    assert ranges(many, lambda _: 1, lambda *_: 0) == (5001, 10_000)
    assert len(main_steps(many)) == 10_000


def test_no_sum_is_told_where_no_way_leads_out():
    circle = journey_of(way_of(None, ["a"]), "way")
    assert ways_through(circle) == 0
    assert ranges(circle, lambda _: 1, lambda *_: 0) is None
    assert expected_sum(circle, expected_visits(circle), lambda _: 1, lambda *_: 0) is None


@st.composite
def any_journey(draw: st.DrawFn) -> Journey:
    size = draw(st.integers(1, 7))
    ways = []
    for _ in range(size):
        weights = draw(st.lists(st.integers(0, 4), min_size=size, max_size=size))
        whole = sum(weights) + 1
        ways.append((*(Way(n, w / whole) for n, w in enumerate(weights)), Way(None, 1 / whole)))
    return Journey(blueprint="b", stem="", steps=tuple("abcdefg"[:size]), ways=tuple(ways))


@settings(max_examples=200, deadline=None)
@given(any_journey())
def test_visits_solve_the_linear_system(journey):
    size = len(journey.steps)
    passing = np.zeros((size, size))
    for n, ways in enumerate(journey.ways):
        for way in ways:
            if way.to is not None:
                passing[n, way.to] = way.probability
    want = np.linalg.solve(np.eye(size) - passing.T, np.eye(size)[0])
    assert expected_visits(journey) == pytest.approx(list(want), rel=1e-9, abs=1e-12)


@settings(max_examples=200, deadline=None)
@given(any_journey())
def test_the_main_path_starts_first_goes_along_ways_and_gets_out(journey):
    path = main_steps(journey)
    assert path[0] == 0
    assert len(set(path)) == len(path)
    follows = [{way.to for way in ways if way.probability} for ways in journey.ways]
    assert all(b in follows[a] for a, b in pairwise(path))
    assert None in follows[path[-1]]
