"""Ripples over very many elements: quick, without a copy of every path, and never too deep."""

from __future__ import annotations

import json
from typing import Any

import pytest

from blueprint.analysis.ripple import ripple
from blueprint.analysis.ripple.question import METHODS, MethodName
from blueprint.analysis.ripple.results import MOST_LINKS
from blueprint.graph import Graph, graph_of
from blueprint.integrity import Scope
from blueprint.model import Blueprint, OrganisationCatalog
from blueprint.render.report import as_text
from blueprint.render.report.ripple_reached import MOST_LISTED
from tests.effort import calls_of

DEEP = 5_000


@pytest.fixture(scope="module")
def deep() -> Graph:
    """A journey of very many steps, one after the other."""
    return _chain(DEEP)


def _chain(length: int) -> Graph:
    steps = [{"id": f"s{n}", "customer": {"id": f"c{n}", "name": f"C {n}"}} for n in range(length)]
    return graph_of(Blueprint.model_validate({"blueprint": "Deep", "phases": {"One": steps}}))


@pytest.fixture(scope="module")
def wide() -> Graph:
    """Many services over one catalog, all on one hub and each on a system of its own."""
    files = 12
    catalog = OrganisationCatalog.model_validate(
        {
            "departments": {f"d{n}": f"D {n}" for n in range(20)},
            "systems": {f"y{n}": {"name": f"Y {n}", "department": f"d{n % 20}"} for n in range(20)},
        }
    )
    made = {f"f{number}": _service(number, catalog) for number in range(files)}
    return graph_of(Scope(made, catalog))


def _service(number: int, catalog: OrganisationCatalog) -> Blueprint:
    steps = [
        {
            "id": f"s{n}",
            "customer": {"id": f"c{n}", "name": f"C {n}"},
            "frontstage": {"id": f"f{n}", "name": f"F {n}", "department": f"d{n % 20}"},
            "backstage": {"id": f"b{n}", "name": f"B {n}", "systems": ["y0", f"y{n % 20}"]},
        }
        for n in range(150)
    ]
    plain: dict[str, Any] = {"blueprint": f"F{number}", "phases": {"One": steps}}
    return Blueprint.model_validate({**plain, "stem": f"f{number}", "catalog": catalog})


@pytest.mark.parametrize("method", METHODS)
def test_a_very_deep_chain_is_followed_to_its_end(deep: Graph, method: MethodName) -> None:
    report = ripple(deep, "c0", direction="disruption", method=method, depth=None)
    if method == "cpm":
        assert len(report.reached) == 4
        return
    last = report.reached[-1]
    assert (last.id, last.hops, last.fewest_hops) == (f"c{DEEP - 1}", DEEP - 1, DEEP - 1)
    assert (len(last.path), last.left_out) == (MOST_LINKS, DEEP - 1 - MOST_LINKS)
    assert (last.path[0].source, last.path[-1].target) == ("c0", last.id)
    assert "(links left out: 4993)" in str(last.sentence)
    said = [str(a) for a in report.method.assumptions]
    assert "paths of more than 60 links are listed by their first and last ones" in said
    assert report.overlay is not None
    assert len(report.overlay.links) == DEEP - 1


@pytest.mark.parametrize("method", METHODS)
def test_twice_as_deep_a_chain_is_twice_the_work(method: MethodName) -> None:
    chains = [_chain(500), _chain(1000)]
    few, many = (
        calls_of(lambda chain=chain: ripple(chain, "c0", direction="disruption", method=method))
        for chain in chains
    )
    assert many < 2.2 * few


def test_a_very_deep_chain_is_written_in_every_way_that_lists_it(deep: Graph) -> None:
    report = ripple(deep, "c0", direction="disruption", method="paths", depth=300)
    text = as_text(report, "text")
    assert "and 240 more; as CSV or JSON the report has all" in text
    assert len(as_text(report, "csv").splitlines()) > 300
    assert text.count("[c") == MOST_LISTED
    told = json.loads(json.dumps(report.to_dict()))
    assert len(told["reached"][-1]["path"]) == MOST_LINKS


def test_a_hub_of_a_workspace_reaches_the_same_by_every_method(wide: Graph) -> None:
    report = ripple(wide, "y0", direction="disruption", worlds=1_000)
    assert len(report.reached) == 12 * 150 * 3
    assert {d.id for d in report.departments} == {f"d{n}" for n in range(20)}
    assert {e.how for e in report.reached} <= {"exact", "sampled"}
    again = ripple(wide, "y0", direction="disruption", method="paths")
    assert {e.id for e in again.reached} == {e.id for e in report.reached}


def test_a_few_elements_of_a_large_workspace_take_no_work_for_the_others(wide: Graph) -> None:
    report = ripple(wide, "f1:c148", direction="disruption", method="paths")
    assert [e.id for e in report.reached] == ["f1:c149"]
    again = calls_of(lambda: ripple(wide, "f1:c148", direction="disruption", method="paths"))
    assert again < len(wide.nodes)


@pytest.mark.parametrize("method", METHODS)
def test_a_complete_graph_ends(method: MethodName) -> None:
    names = [f"a{n}" for n in range(40)]
    actions = [
        {"id": one, "name": one, "triggers": [o for o in names if o != one]} for one in names
    ]
    made = Blueprint.model_validate(
        {
            "blueprint": "Complete",
            "links": "explicit",
            "phases": {"One": [{"step": "Step", "backstage": actions}]},
        }
    )
    report = ripple(made, "a0", direction="demand", method=method)
    assert len(report.reached) == 39
    if method == "cpm":
        assert all(e.high is None or e.high >= e.likelihood for e in report.reached)
    for element in report.reached:
        assert element.likelihood >= element.path_likelihood
