"""What lies between made smaller, decided link by link, and bounded where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.spread.bounding import bounds_of, by_one_path, highest, lowest
from blueprint.analysis.spread.factoring import factored
from blueprint.analysis.spread.reducing import SOURCE, TARGET, Between
from blueprint.graph import Network
from tests.spread.enumerating import enumerated
from tests.spread.networks import networks

LADDER = [
    (0, 1, 0.5),
    (0, 2, 0.5),
    (1, 2, 0.5),
    (2, 1, 0.5),
    (1, 3, 0.5),
    (2, 4, 0.5),
    (3, 4, 0.5),
    (4, 3, 0.5),
    (3, TARGET, 0.5),
    (4, TARGET, 0.5),
]


def reduced(*arcs: tuple[int, int, float]) -> Between:
    between = Between(arcs)
    between.reduce()
    return between


@pytest.mark.parametrize(
    ("arcs", "likelihood"),
    [
        ([(0, TARGET, 0.3)], 0.3),
        ([(0, 1, 0.5), (1, 2, 0.4), (2, TARGET, 0.5)], 0.1),
        ([(0, 1, 0.5), (0, 2, 0.5), (1, TARGET, 0.5), (2, TARGET, 0.5)], 0.4375),
        ([(0, TARGET, 0.5), (0, 1, 0.5), (1, TARGET, 0.5)], 0.625),
        ([(0, 1, 0.5), (1, 2, 0.5), (2, 1, 0.5), (2, TARGET, 0.5)], 0.125),
        ([(0, 1, 1.0), (0, 2, 0.5), (1, 2, 0.5), (2, TARGET, 0.5), (1, TARGET, 0.5)], 0.6875),
        ([(0, 1, 0.5), (1, 3, 0.5), (3, 1, 0.5)], 0.0),
        ([(0, 1, 0.5), (TARGET, 1, 0.5), (1, 0, 0.5), (1, TARGET, 0.5)], 0.25),
        ([], 0.0),
    ],
    ids=["one", "chain", "two ways", "straight", "back", "certain", "nowhere", "outward", "none"],
)
def test_what_is_one_after_the_other_or_side_by_side_is_done_at_once(
    arcs: list[tuple[int, int, float]], likelihood: float
) -> None:
    between = reduced(*arcs)
    assert between.state == ()
    assert between.base == pytest.approx(likelihood)


def test_a_pair_both_ways_in_the_middle_is_passed_both_ways() -> None:
    """1 ⇄ 3 ⇄ 2 becomes 1 ⇄ 2."""
    arcs = [(0, 1, 0.5), (0, 2, 0.4), (1, TARGET, 0.3), (2, TARGET, 0.2)]
    pairs = [(1, 3, 0.5), (3, 1, 0.5), (3, 2, 0.5), (2, 3, 0.5)]
    between = reduced(*arcs, *pairs)
    assert [(a, b) for a, b, _ in between.state] == [
        (0, 1),
        (0, 2),
        (1, -1),
        (1, 2),
        (2, -1),
        (2, 1),
    ]
    assert between.leaving[1][2] == between.leaving[2][1] == 0.25


def test_a_case_decided_step_by_step_keeps_what_is_true_between_its_bounds() -> None:
    true = factored(reduced(*LADDER), 10_000).reached
    widths = []
    for allowed in (0, 20, 60, 120, 10_000):
        low, high, _ = bounds_of(factored(reduced(*LADDER), allowed), 10_000)
        assert low - 1e-12 <= true <= high + 1e-12
        widths.append(high - low)
    assert widths[0] > widths[2] > widths[-1] == pytest.approx(0, abs=1e-12)


def test_what_is_decided_and_what_is_open_add_up() -> None:
    known = factored(reduced(*LADDER), 30)
    assert not known.exact
    assert known.reached < known.most <= 1
    assert known.most == pytest.approx(known.reached + sum(known.open.values()))


@given(networks(size=7, arcs=14), st.data())
def test_bounds_of_all_nodes_hold_what_is_true(some: Network, data: st.DataObject) -> None:
    leaving = {n: {b: 0.0 for b in some.successors[n]} for n in range(some.size)}
    for node in range(some.size):
        for target, likelihood, _, _ in some.arcs(node):
            missed = (1 - leaving[node][target]) * (1 - likelihood)
            leaving[node][target] = 1 - missed
    true = enumerated(some, {SOURCE})
    most, paths = highest(leaving), by_one_path(leaving)
    for node, likelihood in true.items():
        least = lowest(leaving, SOURCE, node)
        assert paths[node][0] <= least + 1e-12
        assert least <= likelihood + 1e-12
        assert likelihood <= most[node] + 1e-12


def test_a_circle_that_nothing_leads_into_any_more_is_left_out():
    ways = [(0, 1, 0.2), (1, TARGET, 1.0), (1, 2, 0.3), (1, 4, 0.5), (2, 1, 0.5), (2, 3, 0.5),
            (2, 4, 1.0), (3, TARGET, 0.2), (3, 2, 0.2), (4, TARGET, 0.5), (4, 1, 0.5), (4, 3, 0.2)]  # fmt: skip
    between = reduced(*ways)
    assert between.state == ()
    assert factored(between, 1_000).reached == pytest.approx(0.2)
