import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.spread.labelling import labels_reached
from blueprint.errors import BlueprintError
from blueprint.graph import Network
from tests.spread.networks import networks
from tests.spread.shapes import chain, complete, ring, slowly_reached

ENGINES = ("plain", "fast")
COUNT = 130


@st.composite
def labelled(draw):
    network = draw(networks(size=14, arcs=40))
    label = st.sampled_from([-1, 0, 1, 2, 63, 64, 65, 128, 129])
    return network, draw(st.lists(label, min_size=network.size, max_size=network.size))


@given(labelled())
def test_a_node_has_the_labels_of_what_it_reaches_and_not_its_own(question):
    network, labels = question
    true = [
        tuple(sorted({labels[to] for to in slowly_reached(network, node)} - {-1}))
        for node in range(network.size)
    ]
    for engine in ENGINES:
        found = labels_reached(network, labels, COUNT, engine=engine)
        assert [found.labels(node) for node in range(network.size)] == true


@given(labelled())
def test_both_engines_hold_the_same_words(question):
    plain, fast = (labels_reached(*question, COUNT, engine=engine) for engine in ENGINES)
    assert plain == fast


def test_a_set_is_read_as_the_bits_of_a_number():
    found = labels_reached(chain(3), [0, 65, 1], 66)
    assert len(found) == 3
    assert list(found) == [1 << 65 | 2, 2, 0]
    assert found[-3] == found[0]
    assert found[1:] == [2, 0]
    with pytest.raises(IndexError):
        found[3]


@pytest.mark.parametrize("engine", ENGINES)
def test_on_a_cycle_a_label_is_ones_own_only_if_another_bears_it_too(engine):
    assert list(labels_reached(ring(3), [0, 0, 1], 2, engine=engine)) == [3, 3, 1]


@pytest.mark.parametrize("engine", ENGINES)
def test_long_and_dense_networks_are_no_trouble(engine):
    assert labels_reached(chain(5_000), [0] * 5_000, 1, engine=engine)[0] == 1
    every = labels_reached(complete(70), list(range(70)), 70, engine=engine)
    assert every.labels(5) == tuple(n for n in range(70) if n != 5)


@pytest.mark.parametrize("engine", ENGINES)
def test_no_labels_and_no_nodes_are_answered(engine):
    assert list(labels_reached(chain(2), [-1, -1], 0, engine=engine)) == [0, 0]
    assert list(labels_reached(Network.of(0, []), [], 3, engine=engine)) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_labels_that_cannot_be_are_told(engine):
    with pytest.raises(BlueprintError, match="no label 3; they are numbered 0 to 2"):
        labels_reached(chain(2), [0, 3], 3, engine=engine)
    with pytest.raises(BlueprintError, match="1 values are given for 2 nodes"):
        labels_reached(chain(2), [0], 3, engine=engine)
