import pytest
from hypothesis import given

from blueprint.analysis.spread.components import components
from tests.spread.networks import networks
from tests.spread.shapes import chain, complete, ring, slowly_reached

ENGINES = ("plain", "fast")


@given(networks(size=14, arcs=40))
def test_nodes_are_together_where_each_reaches_the_other(network):
    ahead = [slowly_reached(network, node) | {node} for node in range(network.size)]
    numbers = components(network).numbers
    for one in range(network.size):
        for other in range(network.size):
            together = other in ahead[one] and one in ahead[other]
            assert (numbers[one] == numbers[other]) == together


@given(networks(size=14, arcs=40))
def test_arcs_between_components_lead_to_smaller_numbers(network):
    found = components(network)
    for source, target in zip(network.sources, network.targets, strict=True):
        assert found.numbers[source] >= found.numbers[target]
    assert sorted(set(found.numbers)) == list(range(found.count))


@given(networks(size=14, arcs=40))
def test_both_engines_number_alike(network):
    plain, fast = (components(network, engine=engine) for engine in ENGINES)
    assert (plain.count, plain.numbers) == (fast.count, fast.numbers)


@given(networks(size=14, arcs=40))
def test_members_are_every_node_once_and_in_order(network):
    members = components(network).members
    assert sorted(node for own in members for node in own) == list(range(network.size))
    assert all(list(own) == sorted(own) for own in members)


@given(networks(size=14, arcs=40))
def test_predecessors_are_what_leads_to_a_component_from_others(network):
    found = components(network)
    numbers = found.numbers
    arcs = {
        (numbers[source], numbers[target])
        for source, target in zip(network.sources, network.targets, strict=True)
    }
    for number, sources in enumerate(found.predecessors(network)):
        assert set(sources) == {s for s, t in arcs if t == number and s != number}


@pytest.mark.parametrize("engine", ENGINES)
def test_long_chains_and_rings_need_no_recursion(engine):
    assert components(chain(5_000), engine=engine).numbers.tolist() == list(range(4_999, -1, -1))
    assert components(ring(5_000), engine=engine).count == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_a_complete_network_is_one_component(engine):
    assert components(complete(80), engine=engine).members == (tuple(range(80)),)
