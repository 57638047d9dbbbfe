"""What alone can stop a change on its way, against what taking a node away does."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.spread.dominating import CHANGED_SET, dominators
from blueprint.graph import Network
from tests.spread.networks import networks


def network(size: int, *ways: tuple[int, int]) -> Network:
    return Network.of(size, [(a, b, 0.5, 1.0) for a, b in ways])


def test_two_ways_round_have_only_their_beginning_in_common() -> None:
    diamond = network(6, (0, 1), (1, 2), (1, 3), (2, 4), (3, 4), (4, 5))
    assert dominators(diamond, [0]) == {1: CHANGED_SET, 2: 1, 3: 1, 4: 1, 5: 4}


def test_several_starts_are_one_set_that_nothing_leads_into() -> None:
    joined = network(4, (0, 2), (1, 2), (2, 0), (2, 3), (1, 3))
    assert dominators(joined, [0, 1]) == {2: CHANGED_SET, 3: CHANGED_SET}


def test_what_is_closed_is_not_entered() -> None:
    two = network(4, (0, 1), (0, 2), (1, 3), (2, 3))
    assert dominators(two, [0], closed=[2]) == {1: CHANGED_SET, 3: 1}
    assert dominators(two, [0], within={1}) == {1: CHANGED_SET}


def test_a_chain_of_five_thousand_is_passed_one_by_one() -> None:
    chain = network(5_001, *((n, n + 1) for n in range(5_000)))
    found = dominators(chain, [0])
    assert found == {1: CHANGED_SET} | {n: n - 1 for n in range(2, 5_001)}


@given(networks(), st.data())
def test_a_dominator_taken_away_leaves_the_node_out_of_reach(
    some: Network, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, some.size - 1))
    found = dominators(some, [start])
    for node in found:
        passed, above = [], found[node]
        while above != CHANGED_SET:
            passed.append(above)
            above = found[above]
        stopping = [
            d for d in found if d != node and node not in dominators(some, [start], closed=[d])
        ]
        assert sorted(passed) == sorted(stopping)


@given(networks(size=14), st.data())
def test_networkx_finds_the_same(some: Network, data: st.DataObject) -> None:
    starts = data.draw(st.sets(st.integers(0, some.size - 1), min_size=1, max_size=3))
    plain = nx.DiGraph()
    plain.add_node(CHANGED_SET)
    for node in range(some.size):
        source = CHANGED_SET if node in starts else node
        plain.add_edges_from((source, to) for to in some.successors[node] if to not in starts)
    theirs = nx.immediate_dominators(plain, CHANGED_SET)
    theirs.pop(CHANGED_SET, None)
    assert dominators(some, sorted(starts)) == theirs
