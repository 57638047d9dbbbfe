"""Worlds by the thousand: their coins, their counts, their intervals, and both engines alike."""

from __future__ import annotations

from itertools import islice, permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.analysis.spread import sampling
from blueprint.analysis.spread.arriving import LARGE, arrivals
from blueprint.analysis.spread.part import part_of
from blueprint.analysis.spread.sampling import LEVELS, WORD, counted
from blueprint.graph import Network
from tests.spread.enumerating import arcs_of, enumerated
from tests.spread.networks import LIKELIHOODS, networks


def network(size: int, *arcs: tuple[int, int, float]) -> Network:
    return Network.of(size, [(*arc, 1.0) for arc in arcs])


def tangled(size: int, arcs: int, seed: int) -> Network:
    random = Random(seed)
    ends = [(random.randrange(size), random.randrange(size)) for _ in range(arcs)]
    return network(size, *((a, b, random.choice(LIKELIHOODS)) for a, b in ends))


def test_the_coins_of_a_world_are_those_of_xorshift128() -> None:
    """Marsaglia (2003): t = x ^ (x << 11); x, y, z = y, z, w; w ^= (w >> 19) ^ t ^ (t >> 8)."""
    random = Random(5)
    states = [random.getrandbits(70) for _ in range(4 * WORD)]
    tosses = list(islice(sampling._tosses(states), 10 * WORD))
    for world in (0, 1, 63, 64, 69):
        bits = [state >> world & 1 for state in states]
        x, y, z, w = (
            sum(bit << n for n, bit in enumerate(bits[at : at + WORD]))
            for at in range(0, 4 * WORD, WORD)
        )
        for step in range(10):
            mixed = (x ^ (x << 11)) & 0xFFFFFFFF
            x, y, z = y, z, w
            w ^= (w >> 19) ^ mixed ^ (mixed >> 8)
            own = tosses[step * WORD : (step + 1) * WORD]
            assert w == sum((toss >> world & 1) << n for n, toss in enumerate(own))


@pytest.mark.parametrize("likelihood", [0.1, 0.3, 0.5, 0.75, 0.9, 1 / 3, 2**-16, 1.0])
def test_a_coin_comes_up_as_often_as_its_likelihood_says(likelihood: float) -> None:
    worlds = 16_000
    _, count = counted(part_of(network(2, (0, 1, likelihood)), [0]), worlds=worlds, seed=3)
    spread = (worlds * likelihood * (1 - likelihood)) ** 0.5
    assert abs(count - worlds * likelihood) <= 3 * spread + 1


def test_a_recipe_makes_exactly_its_likelihood_of_fair_tosses() -> None:
    for coin in (1, 2, 3, 6_554, 19_661, 2**15, 2**16 - 1):
        share = 0.5
        for either in sampling._recipe(coin):
            share = share + (1 - share) / 2 if either else share / 2
        assert share == coin / 2**LEVELS


def test_two_arcs_come_up_together_as_often_as_independent_ones_do() -> None:
    worlds = 16_000
    both = network(4, (0, 1, 0.3), (0, 2, 0.3), (1, 3, 1.0), (2, 3, 1.0))
    _, *counts = counted(part_of(both, [0]), worlds=worlds, seed=11)
    assert max(counts) / worlds == pytest.approx(1 - 0.7 * 0.7, abs=0.012)


def test_the_truth_lies_inside_the_interval_as_often_as_is_said() -> None:
    """One node of each of 400 networks: 380 of them expected, give or take 4.4."""
    inside = 0
    for seed in range(400):
        some = tangled(6, 14, seed)
        true = {n: p for n, p in enumerated(some, {0}).items() if 0 < p < 1}
        if not true:
            some, true = network(2, (0, 1, 0.3)), {1: 0.3}
        node = Random(seed).choice(sorted(true))
        found = arrivals(some, [0], how="sampled", worlds=1_000, seed=seed)
        inside += found.low[node] <= true[node] <= found.high[node]
    assert 380 - 3 * 4.4 <= inside <= 380 + 3 * 4.4


def test_a_seed_stands_for_the_same_worlds() -> None:
    some = tangled(30, 90, 2)
    once, again, other = (
        arrivals(some, [0, 1, 2], how="sampled", worlds=500, seed=seed) for seed in (7, 7, 8)
    )
    assert once == again
    assert once.probability != other.probability
    assert (once.worlds, once.seed) == (500, 7)


def test_more_worlds_than_walk_together_are_all_counted() -> None:
    part = part_of(network(3, (0, 1, 1.0), (1, 2, 0.5)), [0])
    start, sure, half = counted(part, worlds=40_001, seed=1)
    assert (start, sure) == (40_001, 40_001)
    assert half / 40_001 == pytest.approx(0.5, abs=0.01)


def test_what_is_not_exact_has_the_figures_of_sampling_and_shares_pass_them_on() -> None:
    knot = [(a, b, 0.1) for a, b in permutations(range(12), 2)]
    some = network(14, *knot, (11, 12, 0.5), (12, 13, 0.5))
    mixed = arrivals(some, [0], budget=10_000)
    sampled = arrivals(some, [0], how="sampled")
    for node in range(1, 12):
        assert mixed.probability[node] == sampled.probability[node]
    for node in (12, 13):
        before = mixed.probability[node - 1]
        assert mixed.how[node] == "sampled"
        assert mixed.probability[node] == before * 0.5
        assert mixed.low[node] == mixed.low[node - 1] * 0.5


def test_a_large_part_is_sampled_but_for_what_a_single_arc_leads_to() -> None:
    size = LARGE + 1
    fan = [(0, n, 0.5) for n in range(1, size)]
    found = arrivals(network(size + 1, *fan, (1, size, 0.5), (2, size, 0.5)), [0], worlds=100)
    assert found.how[size] == "sampled"
    assert {found.how[n] for n in range(1, size)} == {"exact"}


@settings(max_examples=40)
@given(networks(size=10, arcs=40), st.integers(1, 3_000), st.integers(0, 2**40), st.data())
def test_both_engines_look_at_the_same_worlds(
    some: Network, worlds: int, seed: int, data: st.DataObject
) -> None:
    starts = data.draw(st.sets(st.integers(0, some.size - 1), min_size=1, max_size=3))
    closed = data.draw(st.sets(st.integers(0, some.size - 1), max_size=2))
    within = data.draw(st.none() | st.sets(st.integers(0, some.size - 1)))
    plain, fast = (
        arrivals(
            some,
            sorted(starts),
            closed=closed,
            within=within,
            worlds=worlds,
            seed=seed,
            how="sampled",
            engine=engine,
        )
        for engine in ("plain", "fast")
    )
    assert plain == fast


def test_where_nobody_says_the_engine_suits_what_is_reached() -> None:
    far = tangled(12_000, 30_000, 5)
    aside = [(12_000 + n, 12_001 + n, 0.5) for n in range(50)]
    both = Network.of(12_051, [*((*arc, 1.0) for arc in (*arcs_of(far), *aside))])
    for start in (0, 1, 2, 12_000):
        plain, auto = (part_of(both, [start], engine=engine) for engine in ("plain", "auto"))
        assert plain == auto
    plain, auto = (
        arrivals(both, [0, 1, 2], worlds=300, engine=engine) for engine in ("plain", "auto")
    )
    assert plain == auto
    assert len(plain.probability) > 5_000


@pytest.mark.parametrize("seed", range(4))
def test_both_engines_agree_on_a_network_of_thousands(seed: int) -> None:
    some = tangled(3_000, 7_000, seed)
    parts = [part_of(some, [0, 1, 2], engine=engine) for engine in ("plain", "fast")]
    assert parts[0] == parts[1]
    assert len(parts[0].clusters) < parts[0].size
    plain, fast = (
        arrivals(some, [0, 1, 2], worlds=1_500, seed=seed, engine=engine)
        for engine in ("plain", "fast")
    )
    assert plain == fast
