"""Circles, what closes them and what holds a network together, against brute force."""

from __future__ import annotations

import random

import networkx as nx
import pytest

from blueprint.analysis.analysing import analyse
from blueprint.analysis.spread.articulating import joints
from blueprint.analysis.spread.closing import circle_through, closing_arcs
from blueprint.analysis.spread.components import components
from blueprint.errors import BlueprintError
from blueprint.graph import Network
from blueprint.model import Blueprint
from tests.analysis.small import codes, in_a_circle, in_a_row, nothing, parcels, rows, sentences


def some_network(seed, size=8, share=0.2):
    source = random.Random(seed)
    ways = [(a, b) for a in range(size) for b in range(size) if a != b and source.random() < share]
    return Network.of(size, [(a, b, 0.5, 0.5) for a, b in ways])


def undirected(network, without=None):
    found = nx.Graph()
    for node in range(network.size):
        for to in network.successors[node]:
            if without not in (node, to):
                found.add_edge(node, to)
    return found


@pytest.mark.parametrize("seed", range(40))
def test_joints_are_the_nodes_whose_loss_makes_parts(seed):
    network = some_network(seed, 10, 0.12)
    whole = undirected(network)
    found = {joint.node: joint for joint in joints(network).nodes}
    for node in whole:
        piece = whole.subgraph(nx.node_connected_component(whole, node))
        left = piece.copy()
        left.remove_node(node)
        parts = sorted(map(len, nx.connected_components(left)))
        if len(parts) > 1:
            assert (found[node].pieces, found[node].cut_off) == (len(parts), sum(parts[:-1]))
        else:
            assert node not in found


@pytest.mark.parametrize("seed", range(40))
def test_bridges_are_the_links_whose_loss_makes_parts(seed):
    network = some_network(seed, 10, 0.12)
    whole = undirected(network)
    want = []
    for one, other in nx.bridges(whole):
        left = whole.copy()
        left.remove_edge(one, other)
        sides = [len(nx.node_connected_component(left, end)) for end in (one, other)]
        want.append((min(one, other), max(one, other), min(sides)))
    assert list(joints(network).bridges) == sorted(want)


@pytest.mark.parametrize("seed", range(40))
def test_without_the_closing_arcs_there_is_no_circle(seed):
    network = some_network(seed, 9, 0.3)
    for members in components(network).members:
        arcs = closing_arcs(network, members)
        assert bool(arcs) == (len(members) > 1)
        left = nx.DiGraph()
        for node in members:
            left.add_edges_from(
                (node, to) for to, _, _, a in network.arcs(node) if to in members and a not in arcs
            )
        assert nx.is_directed_acyclic_graph(left)
        inside = sum(1 for node in members for to in network.successors[node] if to in members)
        assert len(arcs) <= inside / 2


@pytest.mark.parametrize("seed", range(20))
def test_a_circle_goes_round_and_comes_back(seed):
    network = some_network(seed, 9, 0.3)
    for members in components(network).members:
        for arc in closing_arcs(network, members):
            source = next(n for n in members if network.first[n] <= arc < network.first[n + 1])
            circle = circle_through(network, (source, network.targets[arc]), members)
            assert len(set(circle)) == len(circle) > 1
            for one, other in zip(circle, [*circle[1:], circle[0]], strict=True):
                assert other in network.successors[one]


def test_one_circle_is_found_and_told_all_the_way_round():
    report = analyse(in_a_circle(3), "cycles")
    [circle] = rows(report, "circles")
    assert (circle["elements"], circle["closing"]) == (3, 1)
    assert circle["path"] == "“a0” → “a1” → “a2” → “a0”"
    assert codes(report) == ["cycles.circle"]
    assert [(row["source"], row["target"]) for row in rows(report, "closing")] == [("a2", "a0")]


def test_a_circle_that_holds_most_is_a_finding_with_the_links_that_close_it():
    report = analyse(in_a_circle(5000), "cycles")
    [finding] = report.findings
    assert (finding.code, finding.severity) == ("cycles.giant", "warning")
    assert len(finding.about) == 5000
    assert "closed by “a4999” → “a0”" in str(finding.message)


def test_a_long_circle_is_told_by_its_ends():
    [circle] = rows(analyse(in_a_circle(40), "cycles"), "circles")
    assert circle["path"].count("→") == 7
    assert "…" in circle["path"]


def test_exchange_of_data_closes_a_circle_only_when_asked():
    systems = {
        "wms": {"name": "W", "integrates": ["carrier"]},
        "carrier": {"name": "C"},
    }
    assert "no circle" in sentences(analyse(parcels(systems=systems), "cycles"))
    assert "There is one circle of dependency" in sentences(
        analyse(parcels(systems=systems), "cycles", exchange=True)
    )


def test_what_alone_holds_parts_together_is_told_with_what_it_cuts_off():
    report = analyse(in_a_row(4), "cycles")
    held = {row["id"]: row["cut_off"] for row in rows(report, "joints")}
    assert held == {"a1": 2}
    assert [(r["one"], r["other"], r["cut_off"]) for r in rows(report, "bridges")] == [
        ("a0", "a1", 2),
        ("a1", "a2", 2),
    ]


def test_demand_has_circles_of_its_own():
    made = Blueprint.model_validate(
        {
            "blueprint": "Both",
            "links": "explicit",
            "phases": {
                "P": [
                    {
                        "customer": {"id": "asks", "name": "Asks for it", "needs": []},
                        "frontstage": {"id": "f", "name": "f", "needs": ["b"]},
                        "backstage": {"id": "b", "name": "b", "needs": [], "triggers": ["f"]},
                    }
                ]
            },
        }
    )
    assert "no circle" in sentences(analyse(made, "cycles"))
    assert "There is one circle of dependency" in sentences(
        analyse(made, "cycles", direction="demand")
    )


def test_of_circles_of_one_size_none_is_called_the_largest():
    acts = [
        {"id": name, "name": name, "triggers": [other], "needs": []}
        for name, other in ("ab", "ba", "cd", "dc")
    ]
    phases = {"P": [{"customer": {"name": "Starts", "needs": []}, "backstage": acts}]}
    two = Blueprint.model_validate({"blueprint": "Two", "links": "explicit", "phases": phases})
    assert sentences(analyse(two, "cycles")) == (
        "Circles of dependency: 2; the largest hold 2 of 4 elements each (50 %)."
    )


def test_nothing_has_no_circle():
    assert sentences(analyse(nothing(), "cycles")) == "There is no circle of dependency."
    with pytest.raises(BlueprintError, match="1 or more"):
        analyse(nothing(), "cycles", most=0)
