"""What holds for every ripple: on random blueprints, and against a plain search by hand."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from collections import deque
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from blueprint.analysis.ripple import ripple
from blueprint.graph import Graph, graph_of
from blueprint.graph.couplings import strengths_of
from blueprint.integrity import Scope
from blueprint.model import Blueprint, OrganisationCatalog
from blueprint.render.report import REPORT_FORMATS, as_text
from tests.effort import calls_of
from tests.ripple.small import ids
from tests.strategies import Plain, blueprints, workspaces

Direction = Literal["demand", "disruption"]

WITH = {
    "demand": {"interaction", "support", "triggers", "uses", "integrates", "via"},
    "disruption": {"flow", "evidence", "triggers", "integrates", "informs", "keeps", "prepares"},
}
AGAINST = {
    "demand": {"evidence", "integrates", "informs", "keeps", "recovers", "prepares"},
    "disruption": {"interaction", "support", "uses", "integrates", "via", "recovers"},
}
"""The table of directions, written out once more."""


def steps_out(graph: Graph, node: str, direction: Direction) -> list[tuple[str, float]]:
    """Where a change goes from a node, by looking at every link there is."""
    at = graph.index[node]
    found = []
    for number, link in enumerate(graph.links):
        source, target = graph.sources[number], graph.targets[number]
        said = strengths_of(link, direction)
        likelihood = said.likelihood if said is not None else 0.0
        if likelihood > 0 and link.kind in WITH[direction] and source == at:
            found.append((graph.nodes[target].id, likelihood))
        if likelihood > 0 and link.kind in AGAINST[direction] and target == at:
            found.append((graph.nodes[source].id, likelihood))
    return found


def by_hand(graph: Graph, starts: list[str], direction: Direction) -> dict[str, int]:
    """The fewest links to everything that is reached, by breadth-first search."""
    found = dict.fromkeys(starts, 0)
    queue = deque(starts)
    while queue:
        node = queue.popleft()
        for to, _ in steps_out(graph, node, direction):
            if to not in found:
                found[to] = found[node] + 1
                queue.append(to)
    return {node: hops for node, hops in found.items() if node not in starts}


def strongest_by_hand(graph: Graph, starts: list[str], direction: Direction) -> dict[str, float]:
    """The largest product of likelihoods to everything, by going round until nothing grows."""
    best = dict.fromkeys(starts, 1.0)
    grown = True
    while grown:
        grown = False
        for node in list(best):
            for to, likelihood in steps_out(graph, node, direction):
                if best[node] * likelihood > best.get(to, 0.0) * (1 + 1e-12):
                    best[to] = best[node] * likelihood
                    grown = True
    return {node: value for node, value in best.items() if node not in starts}


graphs = blueprints().map(lambda plain: graph_of(Blueprint.model_validate(plain)))
ways: st.SearchStrategy[Direction] = st.sampled_from(("demand", "disruption"))


def start_in(data: st.DataObject, graph: Graph) -> str:
    known = [n.id for n in graph.nodes if graph.nodes[graph.index[n.id]] is n]
    return data.draw(st.sampled_from(known))


@given(graphs, ways, st.data())
def test_it_reaches_exactly_what_a_search_by_hand_reaches(
    graph: Graph, direction: Direction, data: st.DataObject
) -> None:
    report = ripple(graph, [start_in(data, graph)], direction=direction)
    starts = ids(report.start)
    assert {e.id: e.fewest_hops for e in report.reached} == by_hand(graph, starts, direction)


@given(graphs, ways, st.data())
def test_every_path_exists_in_a_permitted_direction_and_its_product_is_the_largest(
    graph: Graph, direction: Direction, data: st.DataObject
) -> None:
    report = ripple(graph, [start_in(data, graph)], direction=direction)
    links = {(link.kind, link.source, link.target): link for link in graph.links}
    best = strongest_by_hand(graph, ids(report.start), direction)
    for element in report.reached:
        at = element.start
        for hop in element.path:
            link: Any = links[hop.kind, hop.source, hop.target]
            assert hop.kind in (WITH if hop.forward else AGAINST)[direction]
            said = strengths_of(link, direction)
            assert said is not None
            assert (hop.likelihood, hop.impact, hop.basis, hop.assumed) == (
                said.likelihood,
                said.impact,
                said.basis,
                said.assumed,
            )
            begin, end = (hop.source, hop.target) if hop.forward else (hop.target, hop.source)
            assert graph.node(begin).id == at
            at = graph.node(end).id
        assert at == element.id
        assert element.hops == len(element.path)
        assert element.path_likelihood == pytest.approx(
            math.prod(hop.likelihood for hop in element.path)
        )
        assert element.impact == element.path[-1].impact
        assert element.path_likelihood == pytest.approx(best[element.id], rel=1e-6)
        assert element.likelihood >= element.path_likelihood * (1 - 1e-9)
        assert element.assumed == any(hop.assumed for hop in element.path)


@given(graphs, ways, st.data())
def test_more_starts_never_reach_less(
    graph: Graph, direction: Direction, data: st.DataObject
) -> None:
    one, other = start_in(data, graph), start_in(data, graph)
    few = ripple(graph, [one], direction=direction)
    many = ripple(graph, [one, other], direction=direction)
    concerned = {*ids(many.start), *ids(many.reached)}
    assert {*ids(few.start), *ids(few.reached)} <= concerned


@given(graphs, ways, st.integers(1, 4), st.data())
def test_a_depth_keeps_exactly_what_is_that_near(
    graph: Graph, direction: Direction, depth: int, data: st.DataObject
) -> None:
    start = start_in(data, graph)
    whole = ripple(graph, [start], direction=direction)
    near = ripple(graph, [start], direction=direction, depth=depth)
    assert {e.id for e in near.reached} == {e.id for e in whole.reached if e.fewest_hops <= depth}
    assert all(e.hops <= depth for e in near.reached)
    strength = {e.id: e.likelihood for e in whole.reached}
    assert all(e.likelihood <= strength[e.id] * (1 + 1e-6) for e in near.reached)


@given(graphs, ways, st.data())
def test_every_department_that_does_something_reached_is_counted(
    graph: Graph, direction: Direction, data: st.DataObject
) -> None:
    report = ripple(graph, [start_in(data, graph)], direction=direction)
    concerned = {*ids(report.start), *ids(report.reached)}
    counted = {d.id: set(d.elements) for d in report.departments}
    for link in graph.links:
        if link.kind == "performs" and graph.node(link.target).id in concerned:
            assert graph.node(link.target).id in counted[link.source]


@given(blueprints(), st.data())
def test_every_format_writes_every_ripple_in_both_languages(
    plain: Plain, data: st.DataObject
) -> None:
    graph = graph_of(Blueprint.model_validate(plain))
    report = ripple(graph, [start_in(data, graph)], direction="both")
    for form in REPORT_FORMATS:
        for lang in ("en", "zh"):
            assert as_text(report, form, lang)
    json.dumps(report.to_dict("zh"))


@given(workspaces(), ways, st.data())
def test_it_goes_through_all_files_of_a_workspace(
    plain: tuple[Plain, dict[str, Plain]], direction: Direction, data: st.DataObject
) -> None:
    catalog = OrganisationCatalog.model_validate(plain[0])
    files = {
        stem: Blueprint.model_validate({**said, "catalog": catalog, "stem": stem})
        for stem, said in plain[1].items()
    }
    graph = graph_of(Scope(files, catalog))
    assume(graph.nodes)
    report = ripple(graph.scope, [start_in(data, graph)], direction=direction)
    assert {e.id for e in report.reached} == set(by_hand(graph, ids(report.start), direction))


@pytest.mark.parametrize("direction", ["demand", "disruption"])
def test_the_same_bytes_come_out_whatever_the_hash_seed(direction: str) -> None:
    asking = (
        "import json, sys, blueprint\n"
        "chain = blueprint.load_workspace('examples/one_day_delivery')\n"
        f"report = blueprint.ripple(chain, ['wms', 'next-day'], direction={direction!r})\n"
        "sys.stdout.write(json.dumps(report.to_dict('zh')))\n"
    )
    root = Path(__file__).parents[2]
    answers = {
        subprocess.run(
            [sys.executable, "-c", asking],
            capture_output=True,
            check=True,
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
        ).stdout
        for seed in ("0", "1", "4321")
    }
    assert len(answers) == 1
    assert json.loads(answers.pop())["reached"]


def chain(length: int) -> Blueprint:
    steps = [{"id": f"s{n}", "customer": {"id": f"c{n}", "name": f"C {n}"}} for n in range(length)]
    return Blueprint.model_validate({"blueprint": "Chain", "phases": {"One": steps}})


def test_a_very_long_chain_is_followed_to_its_end_and_told_in_short() -> None:
    report = ripple(chain(3000), ["c0"], direction="disruption")
    last = report.reached[-1]
    assert (last.id, last.hops, last.left_out) == ("c2999", 2999, 2939)
    assert (last.path[0].source, last.path[-1].target) == ("c0", "c2999")
    assert str(last.sentence).count("which") == 5
    assert "(links left out: 2993)" in str(last.sentence)


def test_twice_as_many_elements_reached_are_twice_the_work() -> None:
    def work(size: int) -> int:
        steps = [
            {"id": f"s{n}", "next": [], "customer": {"id": f"c{n}", "name": f"C {n}"},
             "frontstage": {"id": f"f{n}", "name": f"F {n}", "systems": ["hub"]}}
            for n in range(size)
        ]  # fmt: skip
        made = Blueprint.model_validate(
            {"blueprint": "Wide", "systems": {"hub": "Hub"}, "phases": {"One": steps}}
        )
        graph = graph_of(made)
        assert len(ripple(graph, ["hub"], direction="disruption").reached) == 2 * size
        return calls_of(lambda: ripple(graph, ["hub"], direction="disruption"))

    assert work(1000) < 2.2 * work(500)
