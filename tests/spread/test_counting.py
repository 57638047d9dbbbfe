from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.spread import counting
from blueprint.analysis.spread.counting import reach_counts
from blueprint.errors import BlueprintError
from blueprint.graph import Network
from tests.spread.networks import networks
from tests.spread.shapes import chain, complete, ring, slowly_reached

ENGINES = ("plain", "fast")


@st.composite
def marked_networks(draw):
    network = draw(networks(size=14, arcs=40))
    return network, draw(st.lists(st.integers(0, network.size - 1), max_size=2 * network.size))


@given(marked_networks())
def test_a_node_counts_the_marked_nodes_it_reaches_and_never_itself(question):
    network, marked = question
    true = [len(slowly_reached(network, n) & set(marked)) for n in range(network.size)]
    for engine in ENGINES:
        assert reach_counts(network, marked, engine=engine).tolist() == true


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("size", [511, 512, 513, 4_095, 4_096, 4_097, 5_000])
def test_blocks_meet_without_a_gap(engine, size):
    assert reach_counts(chain(size), range(size), engine=engine).tolist() == list(
        range(size - 1, -1, -1)
    )
    assert reach_counts(ring(size), range(0, size, 2), engine=engine).tolist() == [
        (size + 1) // 2 - (node % 2 == 0) for node in range(size)
    ]


@pytest.mark.parametrize("seed", range(4))
def test_both_engines_count_alike_over_many_blocks(seed, monkeypatch):
    monkeypatch.setattr(counting, "BLOCK", 37)
    random = np.random.default_rng(seed)
    size = 3_000
    sources, targets = random.integers(0, size, (2, 4_200))
    network = Network.of_arrays(size, sources, targets)
    marked = random.choice(size, 1_500, replace=False)
    plain, fast = (reach_counts(network, marked, engine=engine) for engine in ENGINES)
    assert plain == fast
    assert max(plain) > 512


@pytest.mark.parametrize("engine", ENGINES)
def test_in_a_complete_network_everyone_counts_all_others(engine):
    assert set(reach_counts(complete(90), range(90), engine=engine)) == {89}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("given_as", [list, tuple, set, iter, np.array, lambda m: array("q", m)])
def test_marked_nodes_may_come_in_any_form(engine, given_as):
    assert reach_counts(chain(4), given_as([1, 3]), engine=engine).tolist() == [2, 1, 1, 0]


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_marked_counts_nothing(engine):
    assert reach_counts(ring(3), [], engine=engine).tolist() == [0, 0, 0]
    assert reach_counts(Network.of(0, []), [], engine=engine).tolist() == []


@pytest.mark.parametrize("engine", ENGINES)
def test_a_marked_node_that_is_not_there_is_told(engine):
    with pytest.raises(BlueprintError, match="no node 4; they are numbered 0 to 3"):
        reach_counts(chain(4), [0, 4], engine=engine)
