"""What of all that is reached a report lists: by kind of link, lane, department and likelihood."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.ripple import ripple
from blueprint.analysis.ripple.question import METHODS, MethodName
from blueprint.errors import BlueprintError
from blueprint.graph import graph_of
from blueprint.graph.couplings import conducting
from blueprint.model import Blueprint
from blueprint.render.report import REPORT_FORMATS, as_text
from tests.ripple.small import bistro, ids
from tests.strategies import Plain, blueprints


def test_lanes_departments_and_likelihood_choose_what_is_listed() -> None:
    whole = ripple(bistro(), "orders", direction="demand")
    back = ripple(bistro(), "orders", direction="demand", lanes=["backstage", "support"])
    assert ids(back.reached) == [e.id for e in whole.reached if e.lane in ("backstage", "support")]
    it = ripple(bistro(), "orders", direction="demand", departments="it")
    assert set(ids(it.reached)) == {"till", "stock"}
    strong = ripple(bistro(), "orders", direction="demand", least=0.3)
    assert ids(strong.reached) == [e.id for e in whole.reached if e.likelihood >= 0.3]
    assert (strong.filters.listed, strong.filters.reached) == (
        len(strong.reached),
        len(whole.reached),
    )
    assert "Listed:" in str(strong.summary[1])
    assert str(strong.summary[0]) == str(whole.summary[0])


def test_a_department_brings_those_that_are_part_of_it() -> None:
    made = bistro(
        departments={
            "house": "House",
            "service": {"name": "Service", "part_of": "house"},
            "kitchen": {"name": "Kitchen", "part_of": "house"},
            "it": "IT",
            "marketing": "Marketing",
        }
    )
    report = ripple(made, "orders", direction="demand", departments=["house"])
    assert {e.department for e in report.reached} == {"service", "kitchen"}


def test_kinds_are_the_links_that_conduct() -> None:
    report = ripple(bistro(), "orders", direction="demand", kinds=["uses", "interaction"])
    assert set(ids(report.reached)) == {"takes-the-order", "till"}
    assert report.filters.kinds == ("interaction", "uses")
    said = [str(a) for a in report.method.assumptions]
    assert "only these kinds of link conduct: interaction, uses" in said


def test_no_filter_is_every_filter_left_open() -> None:
    open_ended: dict[str, Any] = {"kinds": (), "lanes": [], "departments": None, "least": 0}
    assert ripple(bistro(), "till", **open_ended) == ripple(bistro(), "till")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"lanes": "backstge"}, "“backstge” is no lane; did you mean “backstage”?"),
        ({"departments": ["kitchn"]}, "“kitchn” is no department; did you mean “kitchen”?"),
        ({"kinds": "use"}, "“use” is no kind of link that conducts; did you mean “uses”?"),
        ({"kinds": "owns"}, "“owns” is no kind of link that conducts; there is flow, "),
        ({"lanes": ["zzz"]}, "“zzz” is no lane; there is evidence, customer, frontstage, "),
        ({"least": 1.2}, "least is a likelihood, from 0 to 1"),
        ({"least": -0.1}, "least is a likelihood, from 0 to 1"),
        ({"least": True}, "least is a likelihood, from 0 to 1"),
        ({"least": float("nan")}, "least is a likelihood, from 0 to 1"),
    ],
)
def test_a_filter_that_is_none_is_refused_with_the_nearest_word(
    asked: dict[str, Any], said: str
) -> None:
    with pytest.raises(BlueprintError) as refused:
        ripple(bistro(), "till", **asked)
    assert str(refused.value).startswith(said)


LANES = ("customer", "frontstage", "backstage", "support", "evidence")


@given(
    blueprints(),
    st.sampled_from(METHODS),
    st.sampled_from(("demand", "disruption", "both", None)),
    st.none() | st.integers(1, 3),
    st.none() | st.sets(st.sampled_from(conducting("disruption")), min_size=1),
    st.none() | st.sets(st.sampled_from(LANES), min_size=1),
    st.booleans(),
    st.sampled_from((0.0, 0.1, 0.5, 1.0)),
    st.data(),
)
def test_filters_choose_from_the_whole_and_leave_who_must_act_and_be_told_alone(
    plain: Plain,
    method: MethodName,
    direction: Any,
    depth: int | None,
    kinds: set[str] | None,
    lanes: set[str] | None,
    by_department: bool,
    least: float,
    data: st.DataObject,
) -> None:
    graph = graph_of(Blueprint.model_validate(plain))
    start = data.draw(st.sampled_from([n.id for n in graph.nodes if n is graph.node(n.id)]))
    asked: dict[str, Any] = {
        "direction": direction,
        "method": method,
        "depth": depth,
        "kinds": sorted(kinds) if kinds else None,
        "worlds": 64,
    }
    whole = ripple(graph, start, **asked)
    known = [node.id for node in graph.of_kind("department")]
    departments = known[:1] if by_department else None
    some = ripple(
        graph,
        start,
        **asked,
        lanes=sorted(lanes) if lanes else None,
        departments=departments,
        least=least,
    )
    held = [e for e in whole.reached if e.likelihood >= least and (not lanes or e.lane in lanes)]
    if not departments:
        assert list(some.reached) == held
    assert set(ids(some.reached)) <= set(ids(tuple(held)))
    assert (some.filters.listed, some.filters.reached) == (len(some.reached), len(whole.reached))
    assert (some.first_to_act, some.also_affected) == (whole.first_to_act, whole.also_affected)
    assert (some.to_be_told, some.promises) == (whole.to_be_told, whole.promises)
    assert some.method == whole.method
    for form in REPORT_FORMATS:
        told = as_text(some, form, "en")
        assert told.strip()
        if form in ("json", "csv"):
            assert all(e.id in told for e in some.reached)
