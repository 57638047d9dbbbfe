"""How likely a change arrives, exactly: held against enumeration and its own identities."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.spread.arriving import arrivals
from blueprint.analysis.spread.dominating import CHANGED_SET, dominators
from blueprint.analysis.spread.strongest import strongest
from blueprint.errors import BlueprintError
from blueprint.graph import Network
from tests.spread.enumerating import arcs_of, enumerated
from tests.spread.networks import networks


def network(size: int, *arcs: tuple[int, int, float]) -> Network:
    return Network.of(size, [(*arc, 1.0) for arc in arcs])


def exact(some: Network, *starts: int) -> dict[int, float]:
    found = arrivals(some, starts, how="exact", budget=10_000_000)
    assert set(found.how.values()) <= {"exact"}
    assert found.low == found.probability == found.high
    assert found.worlds == 0
    return dict(found.probability)


def test_every_network_of_four_nodes_comes_out_as_enumerated() -> None:
    ways = list(permutations(range(4), 2))
    strengths = (0.1, 0.3, 0.5, 0.7, 0.9, 1.0, 0.2, 0.4, 0.6)
    leading = [way for way in ways if way[1] != 0]
    for count in range(len(leading) + 1):
        for chosen in combinations(range(len(leading)), count):
            some = network(4, *((*leading[n], strengths[n]) for n in chosen))
            assert exact(some, 0) == pytest.approx(enumerated(some, {0}), abs=1e-12)


@given(networks(size=5, arcs=14), st.data())
def test_a_network_of_up_to_five_nodes_comes_out_as_enumerated(
    some: Network, data: st.DataObject
) -> None:
    starts = data.draw(st.sets(st.integers(0, some.size - 1), min_size=1, max_size=2))
    assert exact(some, *starts) == pytest.approx(enumerated(some, starts), abs=1e-12)


@given(networks(size=8, arcs=14))
def test_a_network_of_up_to_eight_nodes_comes_out_as_enumerated(some: Network) -> None:
    assert exact(some, 0) == pytest.approx(enumerated(some, {0}), abs=1e-12)


@given(networks(size=8, arcs=12))
def test_links_that_conduct_both_ways_come_out_as_enumerated(some: Network) -> None:
    pairs = arcs_of(some)[:7]
    both = network(some.size, *pairs, *((b, a, p) for a, b, p in pairs))
    assert exact(both, 0) == pytest.approx(enumerated(both, {0}), abs=1e-12)


@given(networks(size=9, arcs=20))
def test_a_way_through_a_dominator_is_the_way_there_times_the_way_on(some: Network) -> None:
    found = exact(some, 0)
    for node, above in dominators(some, [0]).items():
        if above != CHANGED_SET:
            onward = exact(some, above)
            assert found[node] == pytest.approx(found[above] * onward[node], abs=1e-12)


@given(networks(size=7, arcs=14), st.data())
def test_a_stronger_link_makes_nothing_less_likely(some: Network, data: st.DataObject) -> None:
    arcs = arcs_of(some)
    if not arcs:
        return
    number = data.draw(st.integers(0, len(arcs) - 1))
    source, target, likelihood = arcs[number]
    arcs[number] = (source, target, data.draw(st.floats(likelihood, 1)))
    before, after = exact(some, 0), exact(network(some.size, *arcs), 0)
    assert all(after[node] >= before[node] - 1e-12 for node in before)


@given(networks(size=8, arcs=14), st.integers(0, 40))
def test_bounds_hold_what_is_true_however_little_was_done(some: Network, budget: int) -> None:
    true = enumerated(some, {0})
    paths = strongest(some, [0])
    for how in ("bounds", "exact"):
        found = arrivals(some, [0], how=how, budget=budget)
        assert found.probability.keys() == true.keys()
        for node, likelihood in true.items():
            low, high = found.low[node], found.high[node]
            assert low - 1e-12 <= likelihood <= high + 1e-12
            assert low <= found.probability[node] <= high
            assert paths.likelihoods[paths.best[node]] <= low + 1e-12
            if found.how[node] == "exact":
                assert low == high


def test_several_starts_are_one_changed_set() -> None:
    some = network(4, (0, 2, 0.5), (1, 2, 0.5), (2, 0, 1.0), (0, 1, 0.2), (2, 3, 0.4))
    assert exact(some, 0, 1) == pytest.approx({2: 0.75, 3: 0.3})
    assert exact(some, 1, 0, 1) == exact(some, 0, 1)


def test_what_is_closed_or_not_within_is_not_entered() -> None:
    some = network(4, (0, 1, 0.5), (0, 2, 0.5), (1, 3, 0.5), (2, 3, 0.5))
    assert arrivals(some, [0], closed=[2]).probability == {1: 0.5, 3: 0.25}
    assert arrivals(some, [0], within={1, 2}).probability == {1: 0.5, 2: 0.5}
    assert arrivals(some, [3]).probability == {}
    assert arrivals(some, []).probability == {}


def test_links_side_by_side_fail_only_together() -> None:
    some = network(2, (0, 1, 0.3), (0, 1, 0.5), (0, 0, 0.9))
    assert exact(some, 0) == {1: pytest.approx(0.65)}


def test_a_chain_of_five_thousand_is_exact() -> None:
    chain = network(5_001, *((n, n + 1, 0.999) for n in range(5_000)))
    assert exact(chain, 0)[5_000] == pytest.approx(0.999**5_000, rel=1e-9)


def test_a_chain_of_five_thousand_pairs_both_ways_is_answered() -> None:
    ways = [(n, n + 1, 0.9) for n in range(5_000)] + [(n + 1, n, 0.9) for n in range(5_000)]
    found = arrivals(network(5_001, *ways), [0], worlds=200, how="auto")
    assert len(found.probability) == 5_000
    assert found.probability[1] == pytest.approx(0.9, abs=0.1)


def test_a_complete_network_of_twelve_is_answered_within_the_budget_and_says_how() -> None:
    complete = network(12, *((a, b, 0.1) for a, b in permutations(range(12), 2)))
    sampled = arrivals(complete, [0], budget=50_000)
    bounded = arrivals(complete, [0], budget=50_000, how="exact")
    quickly = arrivals(complete, [0], how="bounds")
    assert set(sampled.how.values()) == {"sampled"}
    assert sampled.worlds == 10_000
    assert set(bounded.how.values()) == {"bounds"}
    assert bounded.worlds == 0
    assert sampled.steps < 60_000
    for node in range(1, 12):
        assert bounded.low[node] <= sampled.probability[node] <= bounded.high[node]
        assert quickly.low[node] <= bounded.low[node] < bounded.high[node] <= quickly.high[node]


def test_a_share_of_the_budget_is_left_for_what_is_easy() -> None:
    knot = [(a, b, 0.1) for a, b in permutations(range(12), 2)]
    beside = [(0, 12, 0.5), (0, 13, 0.5), (12, 14, 0.5), (13, 14, 0.5)]
    found = arrivals(network(15, *knot, *beside), [0], budget=50_000)
    assert [found.how[node] for node in (12, 13, 14)] == ["exact"] * 3
    assert found.how[1] == "sampled"


def test_the_same_question_gives_the_same_figures() -> None:
    some = network(12, *((a, b, 0.2) for a, b in permutations(range(12), 2) if (a + b) % 3))
    for how in ("auto", "exact", "bounds"):
        assert arrivals(some, [0], how=how) == arrivals(some, [0], how=how)


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ({"worlds": 0}, "worlds is a whole number from 1 to 10,000,000"),
        ({"worlds": -5}, "worlds is a whole number"),
        ({"worlds": 10**12}, "worlds is a whole number"),
        ({"worlds": 0.5}, "worlds is a whole number"),
        ({"worlds": True}, "worlds is a whole number"),
        ({"seed": -1}, "seed is a whole number, 0 or more"),
        ({"seed": "one"}, "seed is a whole number, 0 or more"),
        ({"budget": -1}, "budget is a whole number of steps, 0 or more"),
        ({"how": "guessed"}, "“guessed” is not one of auto, exact, sampled, bounds"),
        ({"engine": "steam"}, "“steam” is no engine"),
    ],
)
def test_an_option_that_is_none_is_refused(option: dict[str, object], said: str) -> None:
    with pytest.raises(BlueprintError, match=said):
        arrivals(network(2, (0, 1, 0.5)), [0], **option)  # type: ignore[arg-type]
