from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.errors import BlueprintError
from blueprint.graph import Network, columns


@st.composite
def arcs(draw):
    size = draw(st.integers(1, 8))
    node, share = st.integers(0, size - 1), st.sampled_from([0.0, 0.25, 1.0])
    return size, draw(st.lists(st.tuples(node, node, share, share), max_size=20))


def told(network):
    columns_of = (network.first, network.targets, network.likelihoods, network.impacts)
    return [column.tolist() for column in (*columns_of, network.links)]


@given(arcs())
def test_numpy_groups_arcs_as_plain_python_does(question):
    size, given_arcs = question
    plain = Network.of(size, given_arcs, range(len(given_arcs)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "WORTH_NUMPY", 0)
        assert told(Network.of(size, given_arcs, range(len(given_arcs)))) == told(plain)
        assert told(plain.turned.turned) == told(plain) or plain.arc_count > 1
        ends, shares = np.array([a[:2] for a in given_arcs]), np.array([a[2:] for a in given_arcs])
        if given_arcs:
            by_numpy = Network.of_arrays(size, *ends.T, *shares.T, np.arange(len(given_arcs)))
            assert told(by_numpy) == told(plain)


@given(arcs())
def test_turned_arcs_keep_their_strength_and_link(question):
    size, given_arcs = question
    network = Network.of(size, given_arcs, range(len(given_arcs)))
    turned = network.turned

    def each(one):
        strengths = zip(one.likelihoods, one.impacts, one.links, strict=True)
        return zip(one.sources, one.targets, strengths, strict=True)

    there = sorted((source, target, *rest) for source, target, rest in each(network))
    assert there == sorted((target, source, *rest) for source, target, rest in each(turned))


@given(arcs())
def test_arcs_of_a_node_keep_their_order_and_those_that_carry_nothing_are_left_out(question):
    size, given_arcs = question
    network = Network.of(size, given_arcs)
    for node in range(size):
        own = [(to, p, i) for source, to, p, i in given_arcs if source == node != to and p > 0]
        assert [arc[:3] for arc in network.arcs(node)] == own
        assert list(network.sources[network.first[node] : network.first[node + 1]]) == [node] * len(
            own
        )


def test_its_arrays_are_seen_by_numpy_without_a_copy():
    network = Network.of_arrays(3, array("i", [0, 1]), array("i", [1, 2]))
    assert np.shares_memory(np.asarray(network.targets), np.asarray(network.targets))
    assert np.asarray(network.first).dtype == np.int64
    assert np.asarray(network.targets).dtype == np.int32
    assert network.likelihoods.tolist() == network.impacts.tolist() == [1.0, 1.0]


@pytest.mark.parametrize("worth", [0, 1_000])
@pytest.mark.parametrize(
    ("given", "said"),
    [
        (([0, 3], [1, 1]), "numbered 0 to 2"),
        (([0, 1], [1, -1]), "numbered 0 to 2"),
        (([0], [1], [1.5]), "outside 0 to 1"),
        (([0], [1], [0.5], [-0.5]), "outside 0 to 1"),
        (([0], [1], [float("nan")]), "outside 0 to 1"),
        (([0, 1], [1]), "equally long"),
        (([0], [1], [0.5, 0.5]), "equally long"),
    ],
)
def test_arcs_that_cannot_be_are_told(monkeypatch, worth, given, said):
    monkeypatch.setattr(columns, "WORTH_NUMPY", worth)
    with pytest.raises(BlueprintError, match=said):
        Network.of_arrays(3, *given)
