"""The Change Prediction Method: published figures, other programs, and every small graph."""

from __future__ import annotations

import random
from itertools import permutations, product

import numpy as np
import pytest
from cpm.models import DSM, ChangePropagationTree
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.analysis import cpm
from blueprint.analysis.spread.predicting import predicted
from blueprint.errors import BlueprintError
from blueprint.graph import Network
from tests.spread import and_or, hair_dryer

READINGS = ("leaf", "last-step")
ENGINES = ("plain", "fast")


def network_of(likelihood, impact) -> Network:
    size = range(len(likelihood))
    return Network.of(
        len(likelihood), [(c, r, likelihood[r][c], impact[r][c]) for c in size for r in size]
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_the_hair_dryer_comes_out_to_four_decimals(engine):
    leaf = cpm(hair_dryer.LIKELIHOOD, hair_dryer.IMPACT, depth=4, engine=engine)
    last = cpm(
        hair_dryer.LIKELIHOOD, hair_dryer.IMPACT, depth=4, reading="last-step", engine=engine
    )
    assert np.round(leaf.likelihood, 4).tolist() == hair_dryer.COMBINED_LIKELIHOOD
    assert np.round(last.likelihood, 4).tolist() == hair_dryer.COMBINED_LIKELIHOOD
    assert np.round(leaf.risk, 4).tolist() == hair_dryer.RISK_AT_LEAF
    assert np.round(last.risk, 4).tolist() == hair_dryer.RISK_AT_LAST_STEP


def test_the_two_readings_of_risk_differ_by_a_third_and_more():
    difference = np.abs(np.subtract(hair_dryer.RISK_AT_LEAF, hair_dryer.RISK_AT_LAST_STEP)).max()
    leaf, last = (
        cpm(hair_dryer.LIKELIHOOD, hair_dryer.IMPACT, reading=reading) for reading in READINGS
    )
    assert np.abs(np.subtract(leaf.risk, last.risk)).max() == pytest.approx(difference, abs=2e-4)
    assert difference > 0.35


def _by_cpm_lib(likelihood, impact, depth):
    names = [str(n) for n in range(len(likelihood))]
    found = np.zeros((2, len(names), len(names)))
    for a in range(len(names)):
        for b in range(len(names)):
            if a != b:
                tree = ChangePropagationTree(
                    a, b, dsm_impact=DSM(impact, names), dsm_likelihood=DSM(likelihood, names)
                )
                tree.propagate(search_depth=depth)
                found[0][b][a], found[1][b][a] = tree.get_probability(), tree.get_risk()
    return found


@pytest.mark.parametrize("seed", range(12))
def test_cpm_lib_says_the_same(seed):
    drawn = random.Random(seed)
    size, depth = drawn.randint(2, 8), drawn.randint(2, 4)
    likelihood = _drawn(drawn, size)
    impact = [[drawn.randint(1, 10) / 10 for _ in row] for row in likelihood]
    ours = cpm(likelihood, impact, depth=depth)
    theirs = _by_cpm_lib(likelihood, impact, depth)
    assert np.abs(np.subtract(ours.likelihood, theirs[0])).max() < 1e-12
    assert np.abs(np.subtract(ours.risk, theirs[1])).max() < 1e-12


def _drawn(drawn, size):
    return [
        [drawn.randint(1, 10) / 10 if r != c and drawn.random() < 0.5 else 0 for c in range(size)]
        for r in range(size)
    ]


def _kinds_of_graph(size: int) -> list[int]:
    """Return one number per digraph of a size, apart from its numbering; bits are its arcs."""
    pairs = [(r, c) for r in range(size) for c in range(size) if r != c]
    place = {pair: n for n, pair in enumerate(pairs)}
    inside = [n for n, pair in enumerate(pairs) if size - 1 not in pair]
    outside = [n for n, pair in enumerate(pairs) if size - 1 in pair]
    smaller = _kinds_of_graph(size - 1) if size > 2 else [0]
    kept = [sum((code >> k & 1) << n for k, n in enumerate(inside)) for code in smaller]
    added = [
        sum(b << n for b, n in zip(bits, outside, strict=True))
        for bits in product((0, 1), repeat=len(outside))
    ]
    codes = np.bitwise_or.outer(kept, added).ravel()
    least = codes.copy()
    for order in permutations(range(size)):
        turned = np.zeros_like(codes)
        for (r, c), n in place.items():
            turned |= (codes >> n & 1) << place[order[r], order[c]]
        least = np.minimum(least, turned)
    return sorted(set(least.tolist()))


@pytest.mark.parametrize(("size", "kinds"), [(2, 3), (3, 16), (4, 218), (5, 9608)])
def test_every_graph_of_up_to_five_nodes_is_as_the_paper_says(size, kinds):
    codes = _kinds_of_graph(size)
    assert len(codes) == kinds  # the number of digraphs: OEIS A000273
    drawn = random.Random(size)
    pairs = [(r, c) for r in range(size) for c in range(size) if r != c]
    for code in codes:
        likelihood = [[0.0] * size for _ in range(size)]
        for n, (r, c) in enumerate(pairs):
            likelihood[r][c] = (code >> n & 1) * drawn.randint(1, 10) / 10
        impact = [[drawn.randint(0, 10) / 10 for _ in range(size)] for _ in range(size)]
        reading = READINGS[code.bit_count() % 2]
        ours = cpm(likelihood, impact, depth=4, reading=reading, engine="plain")
        theirs = and_or.combined(likelihood, impact, 4, reading)
        assert np.abs(np.subtract(ours.likelihood, theirs[0])).max() < 1e-12, code
        assert np.abs(np.subtract(ours.risk, theirs[1])).max() < 1e-12, code


@given(st.integers(2, 8), st.integers(1, 6), st.sampled_from(READINGS), st.randoms())
@settings(max_examples=60, deadline=None)
def test_both_engines_and_the_paper_agree(size, depth, reading, drawn):
    likelihood = _drawn(drawn, size)
    impact = [[drawn.random() for _ in row] for row in likelihood]
    plain, fast = (
        cpm(likelihood, impact, depth=depth, reading=reading, engine=engine) for engine in ENGINES
    )
    assert np.abs(np.subtract(plain.likelihood, fast.likelihood)).max() < 1e-12
    assert np.abs(np.subtract(plain.risk, fast.risk)).max() < 1e-12
    paper = and_or.combined(likelihood, impact, min(depth, 3), reading)
    ours = cpm(likelihood, impact, depth=min(depth, 3), reading=reading)
    assert np.abs(np.subtract(ours.likelihood, paper[0])).max() < 1e-12
    assert np.abs(np.subtract(ours.risk, paper[1])).max() < 1e-12


@given(st.integers(2, 7), st.integers(1, 5), st.sampled_from(READINGS), st.randoms())
@settings(max_examples=60, deadline=None)
def test_one_changed_node_is_its_column_of_the_matrix(size, depth, reading, drawn):
    likelihood = _drawn(drawn, size)
    impact = [[drawn.random() for _ in row] for row in likelihood]
    whole = cpm(likelihood, impact, depth=depth, reading=reading)
    for engine in ENGINES:
        one = predicted(
            network_of(likelihood, impact), [0], depth=depth, reading=reading, engine=engine
        )
        for node in range(1, size):
            assert one.likelihood.get(node, 0.0) == pytest.approx(whole.likelihood[node][0])
            assert one.risk.get(node, 0.0) == pytest.approx(whole.risk[node][0])


def test_several_starts_are_one_changed_set():
    network = Network.of(
        4, [(0, 1, 1.0, 1.0), (1, 2, 0.5, 0.5), (0, 3, 0.4, 1.0), (3, 2, 0.5, 1.0)]
    )
    found = predicted(network, [0, 1])
    assert found.likelihood == pytest.approx({2: 1 - 0.5 * (1 - 0.4 * 0.5), 3: 0.4})
    assert found.risk[2] == pytest.approx(1 - (1 - 0.25) * (1 - 0.4 * 0.5))


def test_arcs_between_the_same_two_nodes_count_as_one():
    network = Network.of(2, [(0, 1, 0.5, 1.0), (0, 1, 0.5, 0.0)])
    found = predicted(network, [0])
    assert found.likelihood[1] == pytest.approx(0.75)
    assert found.risk[1] == pytest.approx(0.5)


def test_no_path_enters_what_is_closed():
    network = Network.of(3, [(0, 1, 1.0, 1.0), (1, 2, 1.0, 1.0)])
    assert predicted(network, [0], closed=[1]).likelihood == {}


def test_a_long_chain_is_followed_to_its_end():
    chain = Network.of(2001, [(n, n + 1, 1.0, 0.5) for n in range(2000)])
    found = predicted(chain, [0], depth=2000)
    assert found.likelihood[2000] == 1.0
    assert found.risk[2000] == 0.5


@pytest.mark.parametrize("reading", READINGS)
def test_too_many_paths_lower_the_depth_and_say_what_it_is_at_most(reading):
    size = 8
    whole = Network.of(size, [(a, b, 0.3, 0.5) for a in range(size) for b in range(size)])
    found = predicted(whole, [0], depth=6, reading=reading, budget=20_000)
    assert not found.whole
    assert 1 <= found.depth < found.asked == 6
    full = predicted(whole, [0], depth=6, reading=reading)
    assert full.whole
    assert found.high.keys() == found.likelihood.keys()
    for node, likelihood in found.likelihood.items():
        assert likelihood <= full.likelihood[node] + 1e-12
        assert full.likelihood[node] <= found.high[node] <= 1.0
    again = predicted(whole, [0], depth=6, reading=reading, budget=20_000)
    assert again == found


@pytest.mark.parametrize(
    ("likelihood", "impact", "options", "said"),
    [
        (5, [[0]], {}, "likelihood is to be rows of numbers"),
        ([5], [[0]], {}, "likelihood is to be rows of numbers"),
        ([[0, 1]], [[0]], {}, "likelihood has 1 rows, and row 1 has 2 entries"),
        ([[0, 1.2], [0, 0]], [[0, 0], [0, 0]], {}, "row 1, column 2 is 1.2"),
        ([[0, 0], [0, 0]], [[0, float("nan")], [0, 0]], {}, "impact in row 1, column 2 is nan"),
        ([[0, "x"], [0, 0]], [[0, 0], [0, 0]], {}, "row 1, column 2 is x"),
        ([[0, 0], [0, 0]], [[0]], {}, "likelihood has 2 rows and impact 1"),
        ([[0]], [[0]], {"depth": 0}, "depth is a whole number of links"),
        ([[0]], [[0]], {"depth": True}, "depth is a whole number of links"),
        ([[0]], [[0]], {"reading": "middle"}, "leaf or last-step"),
        ([[0]], [[0]], {"engine": "warp"}, "auto, plain or fast"),
        ([[0, 1], [1, 0]], [[0, 1], [1, 0]], {"budget": 1}, "ask for less depth"),
    ],
)  # fmt: skip
def test_what_cannot_be_computed_is_refused_in_one_sentence(likelihood, impact, options, said):
    with pytest.raises(BlueprintError, match=said):
        cpm(likelihood, impact, **options)


def test_an_array_is_a_matrix_too():
    found = cpm(np.array(hair_dryer.LIKELIHOOD), np.array(hair_dryer.IMPACT))
    assert found == cpm(hair_dryer.LIKELIHOOD, hair_dryer.IMPACT)
