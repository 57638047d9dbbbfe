"""Questions on the graph: beneath a step, above a system, of a department, over a line."""

from __future__ import annotations

import pytest

from blueprint.errors import ReferenceNotFoundError
from blueprint.graph import above, beneath, crossing, graph_of, of_department
from blueprint.model import Blueprint


@pytest.fixture
def graph():
    return graph_of(
        Blueprint.model_validate(
            {
                "blueprint": "Stay",
                "departments": {"desk": "Desk", "it": "IT"},
                "systems": {"pms": {"name": "PMS", "department": "it"}},
                "phases": {
                    "P": [
                        {
                            "step": "In",
                            "evidence": "Key",
                            "customer": "Check in",
                            "frontstage": {
                                "name": "Register",
                                "department": "desk",
                                "systems": ["pms"],
                            },
                            "backstage": "Assign",
                            "support": "Encode",
                        },
                        {"customer": "Sleep", "backstage": "Clean"},
                    ]
                },
            }
        )
    )


def test_beneath_a_step_is_all_it_rests_on(graph):
    assert beneath(graph, "in") == ("register", "assign", "encode", "pms")
    assert beneath(graph, "check-in") == ("register", "assign", "pms", "encode")
    assert beneath(graph, "encode") == ()


def test_above_a_system_are_all_who_would_feel_it(graph):
    assert above(graph, "pms") == ("register", "check-in")


def test_of_a_department_is_what_it_performs_and_owns(graph):
    assert of_department(graph, "it") == ("pms",)
    assert of_department(graph, "desk") == ("register",)
    with pytest.raises(ReferenceNotFoundError, match="no department"):
        of_department(graph, "pms")


def test_links_over_each_line(graph):
    ends = lambda line: [(link.source, link.target) for link in crossing(graph, line)]  # noqa: E731
    assert ends("interaction") == [("check-in", "register"), ("sleep.customer", "clean")]
    assert ends("visibility") == [("register", "assign"), ("sleep.customer", "clean")]
    assert ends("internal") == [("assign", "encode")]


def test_unknown_ids_are_refused(graph):
    for ask in (beneath, above, of_department):
        with pytest.raises(ReferenceNotFoundError, match="nothing here"):
            ask(graph, "nowhere")
