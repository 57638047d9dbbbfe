"""How likely a change arrives, by each of the three methods, in reports on blueprints."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from blueprint.analysis.ripple import ripple
from blueprint.analysis.ripple.question import METHODS, MethodName
from blueprint.analysis.ripple.results import RippleReport
from blueprint.graph import Direction, Graph, graph_of
from blueprint.model import Blueprint
from tests.ripple.small import bistro, change, ids
from tests.strategies import Plain, blueprints

SLACK = 1e-9


def diamond(**more: Any) -> Blueprint:
    """A customer who needs two helpers, both of whom need the same one behind."""
    helper = {"needs": [{"to": "behind", "likelihood": 0.5, "impact": 0.25}]}
    step = {
        "customer": {
            "id": "asks",
            "name": "Asks",
            "needs": [
                {"to": "one", "likelihood": 0.5, "impact": 1},
                {"to": "other", "likelihood": 0.4, "impact": 1},
            ],
        },
        "frontstage": [{"id": "one", "name": "One", **helper}, {"id": "other", "name": "Other", **helper}],
        "backstage": {"id": "behind", "name": "Behind", "needs": ["far"]},
        "support": {"id": "far", "name": "Far"},
    }  # fmt: skip
    return Blueprint.model_validate(
        {"blueprint": "D", "phases": {"One": [{"step": "Step", **step}]}, **more}
    )


def likelihoods(report: RippleReport) -> dict[str, float]:
    return {e.id: round(e.likelihood, 9) for e in report.reached}


def test_reliability_counts_every_path_and_paths_only_the_strongest() -> None:
    truly = ripple(diamond(), "asks", direction="demand")
    assert truly.method.name == "reliability"
    behind = 1 - (1 - 0.25) * (1 - 0.2)
    assert likelihoods(truly) == pytest.approx(
        {"one": 0.5, "other": 0.4, "behind": behind, "far": behind * 0.5}
    )
    strongest = ripple(diamond(), "asks", direction="demand", method="paths")
    assert likelihoods(strongest) == {"one": 0.5, "other": 0.4, "behind": 0.25, "far": 0.125}
    for element in (*truly.reached, *strongest.reached):
        assert (element.how, element.low, element.high) == ("exact", None, None)
        assert element.impact == element.path[-1].impact
        assert element.risk == pytest.approx(element.likelihood * element.impact)
        assert element.path_likelihood == likelihoods(strongest)[element.id]


def test_cpm_counts_a_shared_link_in_every_path_and_has_a_risk_of_its_own() -> None:
    leaf = ripple(diamond(), "asks", direction="demand", method="cpm")
    last = ripple(diamond(), "asks", direction="demand", method="cpm", reading="last-step")
    far = {str(r.method.formula): next(e for e in r.reached if e.id == "far") for r in (leaf, last)}
    [by_leaf, by_last] = far.values()
    assert by_leaf.likelihood == by_last.likelihood == pytest.approx(1 - (1 - 0.125) * (1 - 0.1))
    assert by_leaf.risk == pytest.approx(1 - (1 - 0.125 * 0.4) * (1 - 0.1 * 0.4))
    assert by_last.risk == pytest.approx(0.4 * 0.5 * 0.4)
    assert by_leaf.likelihood > next(
        e.likelihood for e in ripple(diamond(), "asks", direction="demand").reached if e.id == "far"
    )
    assert "at the end of each path" in str(leaf.method.formula)
    assert "equations 2 and 3" in str(last.method.formula)


def test_cpm_goes_four_links_deep_where_nobody_says() -> None:
    steps = [{"id": f"s{n}", "customer": {"id": f"c{n}", "name": f"C {n}"}} for n in range(8)]
    line = Blueprint.model_validate({"blueprint": "L", "phases": {"One": steps}})
    assert ids(ripple(line, "c0", method="cpm").reached) == ["c1", "c2", "c3", "c4"]
    assert len(ripple(line, "c0", method="cpm", depth=6).reached) == 6
    assert len(ripple(line, "c0").reached) == 7
    said = [str(a) for a in ripple(line, "c0", method="cpm").method.assumptions]
    assert "paths of at most 4 links" in said


def test_a_depth_bounds_paths_or_how_far_away_one_looks_and_says_which() -> None:
    near = {m: ripple(diamond(), "asks", direction="demand", depth=2, method=m) for m in METHODS}
    assert all(set(ids(r.reached)) == {"one", "other", "behind"} for r in near.values())
    said = {m: " / ".join(map(str, r.method.assumptions)) for m, r in near.items()}
    assert "only elements at most 2 links away are looked at" in said["reliability"]
    assert "paths of at most 2 links" in said["paths"]
    assert "paths of at most 2 links" in said["cpm"]


@pytest.mark.parametrize(
    ("method", "source"),
    [
        ("reliability", "links independent"),
        ("paths", "max-product"),
        ("cpm", "Clarkson, Simons and Eckert 2004"),
    ],
)
def test_the_method_is_named_with_its_source_and_what_it_cannot_tell(
    method: MethodName, source: str
) -> None:
    for lang in ("en", "zh"):
        told = ripple(bistro(), "till", method=method).to_dict(lang)["method"]
        assert told["name"] == method
        assert told["formula"]
        assert told["cannot_tell"]
        if lang == "en":
            assert source in told["source"]


graphs = blueprints().map(lambda plain: graph_of(Blueprint.model_validate(plain)))
ways: st.SearchStrategy[Direction] = st.sampled_from(("demand", "disruption"))


def all_paths(graph: Graph, start: int, direction: Direction, most: int) -> dict[int, float]:
    """Per node 1 - product(1 - p) over all self-avoiding paths, as if none shared a link."""
    network = graph.network(direction)
    missed: dict[int, float] = {}
    stack = [(start, 1.0, (start,))]
    count = 0
    while stack:
        node, likelihood, path = stack.pop()
        for to, more, *_ in network.arcs(node):
            if to not in path:
                count += 1
                assume(count < most)
                missed[to] = missed.get(to, 1.0) * (1 - likelihood * more)
                stack.append((to, likelihood * more, (*path, to)))
    return {node: 1 - kept for node, kept in missed.items()}


@given(graphs, ways, st.data())
def test_strongest_path_is_at_most_the_truth_and_that_at_most_cpm_and_that_at_most_all_paths(
    graph: Graph, direction: Direction, data: st.DataObject
) -> None:
    known = [n.id for n in graph.nodes if n.kind in ("customer", "system", "backstage", "promise")]
    assume(known)
    start = graph.node(data.draw(st.sampled_from(known))).id
    any_way = all_paths(graph, graph.index[start], direction, most=3000)
    answers = {
        method: {
            e.id: e for e in ripple(graph, start, direction=direction, method=method, depth=60).reached
        }
        for method in METHODS
    }  # fmt: skip
    assert answers["paths"].keys() == answers["reliability"].keys() == answers["cpm"].keys()
    for own, element in answers["reliability"].items():
        chain = (
            answers["paths"][own].likelihood,
            element.likelihood,
            answers["cpm"][own].likelihood,
            any_way[graph.index[own]],
        )
        assert element.how == "exact"
        assert all(less <= more + SLACK for less, more in pairwise(chain)), (own, chain)


MIRRORED = ("interaction", "support", "uses", "keeps", "informs", "via", "prepares", "evidence")
"""The kinds of link that carry demand one way and disruption the other way."""


@given(blueprints(), st.data())
def test_demand_and_disruption_mirror_each_other_on_reversed_couplings(
    plain: Plain, data: st.DataObject
) -> None:
    graph = graph_of(Blueprint.model_validate({**plain, "assumptions": {}}))
    numbers = [n for n, node in enumerate(graph.nodes) if graph.index[node.id] == n]
    one, other = (graph.nodes[data.draw(st.sampled_from(numbers))] for _ in range(2))
    assume(one.id != other.id)
    assume(not {one.kind, other.kind} & {"step", "phase", "blueprint", "department"})
    asked: dict[str, Any] = {"kinds": MIRRORED}
    down = ripple(graph, one.id, direction="demand", **asked)
    up = ripple(graph, other.id, direction="disruption", **asked)
    there = {e.id: e for e in down.reached}.get(other.id)
    back = {e.id: e for e in up.reached}.get(one.id)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there.likelihood == pytest.approx(back.likelihood)
        assert (there.path_likelihood, there.fewest_hops) == (
            pytest.approx(back.path_likelihood),
            back.fewest_hops,
        )


@given(graphs, st.sampled_from(METHODS), st.data())
def test_what_is_reached_both_ways_is_told_with_the_stronger(
    graph: Graph, method: MethodName, data: st.DataObject
) -> None:
    start = data.draw(st.sampled_from([n.id for n in graph.nodes if graph.node(n.id) is n]))
    one = {d: ripple(graph, start, direction=d, method=method) for d in ("demand", "disruption")}
    both = ripple(graph, start, direction="both", method=method)
    for element in both.reached:
        single = [e.likelihood for r in one.values() for e in r.reached if e.id == element.id]
        assert element.likelihood == pytest.approx(max(single))


@pytest.mark.parametrize("method", METHODS)
def test_what_is_taken_away_conducts_nothing_but_is_felt(method: MethodName) -> None:
    report = ripple(bistro(), change=change(removes=["till"]), method=method, direction="both")
    assert ids(report.start) == ["till"]
    assert "till" not in ids(report.reached)
    assert "takes-the-order" in ids(report.reached)
    around = ripple(
        bistro(), change=change(changes=[{"to": "orders", "how": "tightened"}], removes=["till"]),
        method=method,
    )  # fmt: skip
    asked = {e.id for e in around.reached if e.direction == "demand"}
    assert "takes-the-order" in asked
    assert not any("till" in (hop.source, hop.target) for e in around.reached for hop in e.path
                   if e.direction == "demand")  # fmt: skip


def test_several_starts_are_one_changed_set() -> None:
    both = ripple(diamond(), ["one", "other"], direction="demand")
    assert likelihoods(both) == {"behind": 0.75, "far": 0.375}
    with_asker = ripple(diamond(), ["asks", "one"], direction="demand")
    assert likelihoods(with_asker)["behind"] == pytest.approx(1 - 0.5 * (1 - 0.2))


def test_the_same_seed_draws_the_same_worlds() -> None:
    asked: dict[str, Any] = {"direction": "both", "budget": 0, "worlds": 500}
    assert ripple(bistro(), "till", **asked) == ripple(bistro(), "till", **asked)
