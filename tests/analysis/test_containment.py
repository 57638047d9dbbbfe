"""The smallest cut: against every set there is on small networks, and on a service by hand."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from blueprint.analysis.analysing import analyse
from blueprint.analysis.spread.cutting import smallest_cut
from blueprint.analysis.spread.reaching import reached
from blueprint.errors import BlueprintError, ReferenceNotFoundError
from blueprint.graph import Network
from tests.analysis.small import codes, in_a_row, nothing, parcels, plain, rows, sentences


def some_network(source, size):
    ways = [(a, b) for a in range(size) for b in range(size) if a != b and source.random() < 0.35]
    return Network.of(size, [(a, b, 0.5, 0.5) for a, b in ways])


def without(network, arcs):
    kept = [
        (node, to, 0.5, 0.5)
        for node in range(network.size)
        for to, _, _, arc in network.arcs(node)
        if arc not in arcs
    ]
    return Network.of(network.size, kept)


@pytest.mark.parametrize("side", ["start", "target"])
def test_no_smaller_set_of_nodes_cuts_it(side):
    source = random.Random(11)
    for _ in range(150):
        network = some_network(source, 6)
        cut = smallest_cut(network, [0], [5], side=side)
        left = without(network, cut.arcs)
        assert 5 not in reached(left, [0], closed=cut.nodes)
        middle = range(1, 5)
        smallest = min(
            len(nodes)
            for k in range(5)
            for nodes in combinations(middle, k)
            if 5 not in reached(left, [0], closed=nodes)
        )
        assert len(cut.nodes) == smallest == cut.cost - len(cut.arcs)


@pytest.mark.parametrize("side", ["start", "target"])
def test_no_smaller_set_of_links_cuts_it(side):
    source = random.Random(12)
    for _ in range(60):
        network = some_network(source, 5)
        cut = smallest_cut(network, [0], [4], what="links", side=side)
        assert 4 not in reached(without(network, cut.arcs), [0])
        for k in range(len(cut.arcs)):
            for arcs in combinations(range(network.arc_count), k):
                assert 4 in reached(without(network, arcs), [0])


def test_of_equal_cuts_the_nearest_to_the_side_is_taken():
    row = Network.of(5, [(n, n + 1, 0.5, 0.5) for n in range(4)])
    assert smallest_cut(row, [0], [4], side="start").nodes == (1,)
    assert smallest_cut(row, [0], [4], side="target").nodes == (3,)


def test_costs_move_the_cut():
    ways = [(0, 1), (1, 2), (1, 3), (2, 4), (3, 4)]
    network = Network.of(5, [(a, b, 0.5, 0.5) for a, b in ways])
    assert smallest_cut(network, [0], [4]).nodes == (1,)
    dear = smallest_cut(network, [0], [4], costs={1: 2.5})
    assert (dear.nodes, dear.cost) == ((2, 3), 2.0)


def test_a_target_joined_directly_is_cut_at_the_link():
    network = Network.of(3, [(0, 2, 0.5, 0.5), (0, 1, 0.5, 0.5), (1, 2, 0.5, 0.5)])
    cut = smallest_cut(network, [0], [2])
    assert (cut.nodes, cut.arcs) == ((1,), (0,))


def test_a_parcel_is_contained_at_the_desk():
    report = analyse(parcels(), "containment", ["wms"])
    assert [row["id"] for row in rows(report, "cut")] == ["hands-over"]
    assert "a fallback at “Hands it over”" in sentences(report)
    assert codes(report) == ["containment.element"]


def test_targets_can_be_named():
    report = analyse(parcels(), "containment", ["wms"], targets=["fast"])
    assert [row["id"] for row in rows(report, "cut")] == ["packs"]


def test_links_can_be_cut_instead():
    report = analyse(parcels(), "containment", ["wms"], what="links", near="target")
    [link] = rows(report, "links")
    assert (link["source"], link["target"]) == ("Receives the parcel", "Hands it over")
    assert codes(report) == ["containment.link"]


def test_costs_by_id_move_the_cut():
    report = analyse(parcels(), "containment", ["carrier"], near="target")
    assert [row["id"] for row in rows(report, "cut")] == ["hands-over"]
    dear = analyse(parcels(), "containment", ["carrier"], costs={"hands-over": 9}, near="target")
    assert [row["id"] for row in rows(dear, "cut")] == ["sends"]
    with pytest.raises(BlueprintError, match="a cost is above 0"):
        analyse(parcels(), "containment", ["wms"], costs={"sends": 0})


def test_what_reaches_no_target_needs_no_cut():
    report = analyse(parcels(), "containment", ["receives"])
    assert sentences(report) == "Nothing keeps it from “Receives the parcel”, where it starts."
    report = analyse(nothing(), "containment", ["nothing"])
    assert "no target was found" in sentences(report)
    report = analyse(parcels(), "containment", ["fast"])
    assert sentences(report) == "It does not reach the target."


def test_what_it_costs_is_told_where_costs_are_given():
    assert "cost" not in sentences(analyse(parcels(), "containment", ["wms"]))
    report = analyse(parcels(), "containment", ["wms"], costs={"hands-over": 2.5})
    assert "Its cost, by the costs given: 2.5." in sentences(report)


def test_without_moments_of_truth_all_customers_do_is_kept_from_it():
    report = analyse(plain(), "containment", ["answers"])
    assert any("no moment of truth is declared" in str(a) for a in report.method.assumptions)
    assert codes(report) == ["containment.link"]


def test_a_chain_of_five_thousand_is_cut_at_once():
    report = analyse(in_a_row(5000), "containment", ["a4999"])
    assert [row["id"] for row in rows(report, "cut")] == ["a4998"]


def test_it_is_asked_about_something_there_is():
    with pytest.raises(BlueprintError, match="name at least one"):
        analyse(parcels(), "containment")
    with pytest.raises(ReferenceNotFoundError):
        analyse(parcels(), "containment", ["wms"], targets=["nobody"])
