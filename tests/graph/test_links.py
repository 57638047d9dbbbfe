"""Links, written and implied, are exactly those of the format and the table, no more."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given

from blueprint.errors import InvalidBlueprintError
from blueprint.graph import graph_of, to_networkx
from blueprint.model import LINK_KINDS, Blueprint
from tests.strategies import blueprints


def links(phases, *kinds, **rest):
    graph = graph_of(Blueprint.model_validate({"blueprint": "S", "phases": phases, **rest}))
    return [
        (link.source, link.target, link.kind)
        for link in graph.links
        if (link.kind in kinds if kinds else link.kind != "contains")
    ]


def test_each_action_joins_every_action_of_the_nearest_lower_lane_present():
    assert links(
        {"P": [{"customer": "a", "frontstage": ["b", "c"], "support": "d"}]},
        "interaction",
        "support",
    ) == [
        ("a.customer", "b", "interaction"),
        ("a.customer", "c", "interaction"),
        ("b", "d", "support"),
        ("c", "d", "support"),
    ]


def test_a_customer_with_no_frontstage_rests_on_what_is_there():
    assert links({"P": [{"customer": "a", "backstage": "b"}]}, "support") == [
        ("a.customer", "b", "support")
    ]


def test_evidence_joins_the_customer_action_else_the_nearest_lane():
    assert links({"P": [{"evidence": "e", "customer": "a", "frontstage": "b"}]}, "evidence") == [
        ("e", "a.customer", "evidence")
    ]
    assert links(
        {"P": [{"step": "s", "evidence": "e", "backstage": "b", "support": "c"}]}, "evidence"
    ) == [("e", "b", "evidence")]
    assert links({"P": [{"step": "s", "evidence": "e"}]}, "evidence") == []


def test_needs_even_empty_replace_the_implied_links_downwards():
    phases = {
        "P": [
            {
                "customer": "a",
                "frontstage": {"name": "b", "needs": []},
                "backstage": "c",
                "support": "d",
            }
        ]
    }
    assert links(phases, "support") == [("c", "d", "support")]
    phases = {
        "P": [
            {
                "customer": "a",
                "frontstage": {"name": "b", "needs": ["d"]},
                "backstage": "c",
                "support": "d",
            }
        ]
    }
    assert links(phases, "support") == [("c", "d", "support"), ("b", "d", "support")]


def test_explicit_links_leave_only_evidence_and_flow_implied():
    phases = {"P": [{"evidence": "e", "customer": "a", "frontstage": "b"}, {"customer": "z"}]}
    assert links(phases, links="explicit") == [
        ("a.customer", "z.customer", "flow"),
        ("e", "a.customer", "evidence"),
    ]


def test_a_written_link_replaces_the_implied_one_between_the_same_two():
    phases = {
        "P": [{"customer": "a", "frontstage": {"name": "b", "triggers": ["c"]}, "backstage": "c"}]
    }
    assert links(phases, "support", "triggers") == [("b", "c", "triggers")]


def test_lead_actions_follow_each_other_over_phases_unless_next_is_written():
    phases = {
        "P": [{"customer": "a"}, {"customer": ["b", "c"]}],
        "Q": [{"customer": "d", "next": []}, {"customer": "e"}],
    }
    assert links(phases, "flow") == [
        ("a.customer", "c.customer", "flow"),
        ("b", "c.customer", "flow"),
        ("c.customer", "d.customer", "flow"),
    ]


def test_next_branches_with_probability_and_condition_and_may_leave():
    phases = {
        "P": [
            {
                "customer": "a",
                "next": [
                    {"to": "c", "probability": "5%", "when": "Damaged"},
                    {"to": None, "probability": 0.95},
                ],
            },
            {"customer": "b"},
            {"customer": "c"},
        ]
    }
    graph = graph_of(Blueprint.model_validate({"blueprint": "S", "phases": phases}))
    flow = [link for link in graph.links if link.kind == "flow" and link.source == "a.customer"]
    assert [(link.target, link.probability, link.when) for link in flow] == [
        ("c.customer", 0.05, "Damaged")
    ]


def test_every_other_kind_comes_from_what_is_written():
    phases = {
        "P": [
            {
                "step": "s",
                "customer": "a",
                "channels": "app",
                "moment_of_truth": {"owner": "it"},
                "experience": {"surprise": {"name": "x", "prepared_by": "b"}},
                "fails": [{"name": "f", "at": "b", "recovery": "c"}],
                "frontstage": {
                    "name": "b",
                    "department": "it",
                    "systems": ["crm"],
                    "knowledge": "k",
                    "channels": "app",
                },
                "backstage": "c",
            }
        ]
    }
    rest = {
        "owner": "it",
        "departments": {"it": "IT", "hr": {"name": "HR", "part_of": "it"}},
        "systems": {
            "crm": {"name": "CRM", "department": "it", "integrates": ["erp"]},
            "erp": {"name": "ERP", "integrates": "crm"},
        },
        "channels": {"app": "App"},
        "personas": {"p": "P"},
        "knowledge": {"k": {"name": "K", "department": "it"}},
        "promises": {"q": {"text": "Q", "made_by": "it", "kept_by": ["s"]}},
        "metrics": {"m": "M"},
        "levers": {"l": {"name": "L", "effect": "inhibitor", "steps": ["s"], "metrics": ["m"]}},
    }
    found = links(phases, **rest)
    assert sorted(found) == sorted(
        [
            ("a", "b", "interaction"),
            ("b", "c", "support"),
            ("a", "app", "via"),
            ("b", "app", "via"),
            ("b", "crm", "uses"),
            ("k", "b", "informs"),
            ("c", "b", "recovers"),
            ("b", "a", "prepares"),
            ("it", "b", "performs"),
            ("it", "s", "owns"),
            ("it", "s.blueprint", "owns"),
            ("it", "crm", "owns"),
            ("it", "k", "owns"),
            ("it", "q", "owns"),
            ("hr", "it", "part_of"),
            ("crm", "erp", "integrates"),
            ("a", "q", "keeps"),
            ("s.blueprint", "p", "serves"),
            ("l", "a", "moves"),
            ("l", "m", "moves"),
        ]
    )


def test_strengths_come_from_the_link_then_the_file_then_the_table_and_say_so():
    phases = {
        "P": [
            {
                "customer": "a",
                "frontstage": [
                    {"name": "b", "needs": [{"to": "d", "likelihood": 0.9, "impact": 0.8}]},
                    {"name": "c", "needs": [{"to": "d", "likelihood": 0.9}]},
                ],
                "support": "d",
            }
        ]
    }
    graph = graph_of(
        Blueprint.model_validate(
            {"blueprint": "S", "phases": phases, "assumptions": {"support": {"impact": 0.7}}}
        )
    )
    by_source = {
        link.source: link for link in graph.links if link.kind in ("support", "interaction")
    }
    assert (by_source["b"].likelihood, by_source["b"].impact, by_source["b"].assumed) == (
        0.9,
        0.8,
        False,
    )
    assert (by_source["c"].likelihood, by_source["c"].impact, by_source["c"].assumed) == (
        0.9,
        0.7,
        True,
    )
    default = LINK_KINDS["interaction"].on_demand
    assert default is not None
    assert by_source["a.customer"].likelihood == default.likelihood
    assert by_source["a.customer"].assumed


def test_same_as_makes_two_cards_one_node():
    phases = {
        "P": [
            {"customer": "a", "support": {"name": "Till", "id": "till"}},
            {"customer": "b", "support": {"name": "Till", "id": "till-2", "same_as": "till"}},
        ]
    }
    graph = graph_of(Blueprint.model_validate({"blueprint": "S", "phases": phases}))
    assert graph.index["till"] == graph.index["till-2"]
    assert graph.node("till").same == ("till-2",)
    made = to_networkx(graph)
    assert "till-2" not in made
    assert made.has_edge("b.customer", "till")


def test_a_name_that_means_nothing_or_two_things_is_no_graph():
    with pytest.raises(InvalidBlueprintError, match="did|not defined"):
        links({"P": [{"customer": "a", "frontstage": {"name": "b", "needs": ["zz"]}}]})
    with pytest.raises(InvalidBlueprintError, match="more than one"):
        links(
            {
                "P": [
                    {"step": "s", "frontstage": {"name": "b", "needs": ["d"]}},
                    {"step": "t", "support": "d"},
                    {"step": "u", "support": "d"},
                ]
            }
        )


@pytest.mark.parametrize(
    ("need", "names"),
    [
        ("a", ("frontstage action “b”", "customer action “a.customer”")),
        ("e", ("frontstage action “b”", "evidence “e”")),
    ],
)
def test_a_wrong_pairing_names_both(need, names):
    with pytest.raises(InvalidBlueprintError) as caught:
        links(
            {
                "P": [
                    {"evidence": "e", "customer": "a", "frontstage": {"name": "b", "needs": [need]}}
                ]
            }
        )
    for name in names:
        assert name in str(caught.value)


@given(blueprints())
def test_every_link_joins_kinds_its_table_row_allows(plain):
    graph = graph_of(Blueprint.model_validate(plain))
    for link, source, target in zip(graph.links, graph.sources, graph.targets, strict=True):
        row = LINK_KINDS[link.kind]
        assert row.joins(graph.nodes[source].kind, graph.nodes[target].kind), link
        assert row.conducts == hasattr(link, "likelihood")


@given(blueprints())
def test_the_networkx_graph_says_the_same(plain):
    graph = graph_of(Blueprint.model_validate(plain))
    made = to_networkx(graph)
    assert made.number_of_nodes() == len(set(graph.index.values()))
    assert made.number_of_edges() == len(
        {
            (s, t, link.kind)
            for link, s, t in zip(graph.links, graph.sources, graph.targets, strict=True)
        }
    )


_SCRIPT = """
import blueprint, json, sys
stay = blueprint.load("examples/city_hotel.blueprint.yaml")
made = blueprint.to_networkx(stay)
print(json.dumps([list(made.nodes(data=True)), list(made.edges(data=True, keys=True))]))
"""


def test_nodes_and_edges_come_in_the_same_order_whatever_the_hash_seed():
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
