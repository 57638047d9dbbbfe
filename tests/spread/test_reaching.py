import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.spread import reaching
from blueprint.analysis.spread.reaching import reach, reached, tally
from blueprint.errors import BlueprintError
from blueprint.graph import Network
from tests.spread.networks import networks
from tests.spread.shapes import chain, complete, ring, slowly_reached

ENGINES = ("plain", "fast")


@st.composite
def questions(draw):
    network = draw(networks(size=14, arcs=40))
    nodes = st.lists(st.integers(0, network.size - 1), max_size=3)
    depth = draw(st.none() | st.integers(1, 5))
    return network, draw(nodes), draw(nodes), depth


def hops_between(network, start, depth):
    """Return the fewest links to each node by trying every number of links in turn."""
    found, wave = {}, {start}
    for hops in range(1, network.size + 1):
        wave = {to for node in wave for to, *_ in network.arcs(node)}
        for node in wave - {start} - found.keys():
            found[node] = hops
    return {node: hops for node, hops in found.items() if depth is None or hops <= depth}


@given(questions())
def test_both_engines_tell_the_same_in_the_same_order(question):
    network, starts, closed, depth = question
    plain, fast = (
        reach(network, starts, depth=depth, closed=closed, engine=engine) for engine in ENGINES
    )
    assert list(plain.items()) == list(fast.items())
    for engine in ENGINES:
        assert reached(network, starts, depth=depth, closed=closed, engine=engine) == plain.keys()


@given(networks(size=14, arcs=40), st.none() | st.integers(1, 5))
def test_hops_are_the_fewest_links(network, depth):
    for start in range(network.size):
        assert reach(network, [start], depth=depth) == hops_between(network, start, depth)


@given(questions(), st.integers(0, 3))
def test_a_ripple_that_grows_wide_goes_on_as_it_began(question, wide):
    network, starts, closed, depth = question
    narrow = reach(network, starts, depth=depth, closed=closed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reaching, "WIDE", wide)
        found = reach(network, starts, depth=depth, closed=closed)
    assert list(found.items()) == list(narrow.items())


@given(networks(size=14, arcs=40))
def test_without_a_bound_everything_that_can_be_reached_is(network):
    for start in range(network.size):
        assert reached(network, [start]) == slowly_reached(network, start)


@given(questions())
def test_nodes_come_by_links_and_then_by_number(question):
    network, starts, closed, depth = question
    found = reach(network, starts, depth=depth, closed=closed)
    assert list(found) == sorted(found, key=lambda node: (found[node], node))
    assert not found.keys() & {*starts, *closed}


@given(questions(), st.data())
def test_the_tally_counts_what_is_reached_by_label(question, data):
    network, starts, closed, depth = question
    labels = data.draw(st.lists(st.integers(-1, 3), min_size=network.size, max_size=network.size))
    found = [labels[n] for n in reach(network, starts, depth=depth, closed=closed)]
    for engine in ENGINES:
        told = tally(network, starts, labels, 4, depth=depth, closed=closed, engine=engine)
        assert told.tolist() == [found.count(label) for label in range(4)]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_chain_of_five_thousand_is_walked_to_its_end(engine):
    found = reach(chain(5_000), [0], engine=engine)
    assert len(found) == 4_999
    assert found[4_999] == 4_999


@pytest.mark.parametrize("engine", ENGINES)
def test_in_a_complete_network_everything_is_one_link_away(engine):
    assert reach(complete(120), [7], engine=engine) == {n: 1 for n in range(120) if n != 7}


def test_many_and_few_come_in_the_same_order_from_both_engines():
    random = np.random.default_rng(3)
    for size in (200, 4_000):
        network = Network.of_arrays(size, *random.integers(0, size, (2, 4 * size)))
        plain, fast = (reach(network, [0, 1], engine=engine) for engine in ENGINES)
        assert len(plain) > size // 2
        assert list(plain.items()) == list(fast.items())


@pytest.mark.parametrize("engine", ENGINES)
def test_a_start_on_a_cycle_does_not_reach_itself(engine):
    assert 0 not in reach(ring(5), [0], engine=engine)


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_passes_a_closed_node_but_a_start_may_be_closed(engine):
    network = chain(5)
    assert reach(network, [0], closed=[2], engine=engine) == {1: 1}
    assert reach(network, [2], closed=[2], engine=engine) == {3: 1, 4: 2}


@pytest.mark.parametrize("engine", ENGINES)
def test_no_start_and_no_arc_reach_nothing(engine):
    assert reach(chain(3), [], engine=engine) == {}
    assert reach(Network.of(1, []), [0], engine=engine) == {}
    assert reach(Network.of(0, []), [], engine=engine) == {}


@pytest.mark.parametrize("engine", ENGINES)
def test_one_walk_leaves_no_trace_in_the_next(engine):
    network = ring(6)
    first = reach(network, [0], closed=[3], engine=engine)
    assert reach(network, [3], engine=engine) == {4: 1, 5: 2, 0: 3, 1: 4, 2: 5}
    assert reach(network, [0], closed=[3], engine=engine) == first


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("node", [-1, 3, 99])
def test_a_start_that_is_not_there_is_told(engine, node):
    with pytest.raises(BlueprintError, match=f"no node {node}; they are numbered 0 to 2"):
        reach(chain(3), [node], engine=engine)
    with pytest.raises(BlueprintError, match=f"no node {node}"):
        reached(chain(3), [0], closed=[node], engine=engine)


@pytest.mark.parametrize("depth", [0, -2])
def test_a_depth_below_one_is_told(depth):
    with pytest.raises(BlueprintError, match="depth is a whole number of links, 1 or more"):
        reach(chain(3), [0], depth=depth)


@pytest.mark.parametrize("engine", ENGINES)
def test_labels_that_cannot_be_are_told(engine):
    with pytest.raises(BlueprintError, match="2 values are given for 3 nodes"):
        tally(chain(3), [0], [0, 0], 1, engine=engine)
    with pytest.raises(BlueprintError, match="no label 5; they are numbered 0 to 1"):
        tally(chain(3), [0], [0, 5, 1], 2, engine=engine)


def test_a_room_is_wiped_when_its_turns_run_out():
    from blueprint.analysis.spread.fast.arrays import LAST_TURN, Room

    room = Room(3)
    room.turn = LAST_TURN
    room.marks[:] = 1
    room.enter()
    assert room.turn == 1
    assert room.marks.tolist() == [0, 0, 0]
