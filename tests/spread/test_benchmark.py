from collections import Counter

import pytest

from benchmarks import ripple
from benchmarks.service_shaped import service_shaped
from blueprint.analysis.spread.components import components


@pytest.fixture(scope="module")
def case():
    return ripple.Case(service_shaped(1_000))


def answers(row):
    return [contender.run() for contender in (row.naive, row.plain, row.fast) if contender]


def test_all_count_the_same_by_department(case):
    (row,) = ripple.ripple_rows(case)
    naive, plain, fast = answers(row)
    assert plain == fast
    assert Counter(dict(enumerate(plain))) == naive


def test_all_count_the_same_steps(case):
    (row,) = ripple.count_rows(case)
    naive, plain, fast = answers(row)
    assert naive == list(plain) == list(fast)


def test_small_ripples_are_the_same(case):
    (row,) = ripple.small_rows(case)
    naive, plain, fast = (runs[0] for runs in answers(row))
    assert plain == fast
    assert plain == {node: hops for node, hops in naive.items() if hops}


def test_the_naive_change_prediction_is_ours(case, monkeypatch):
    monkeypatch.setattr(ripple, "MATRICES", ((7, 0.5),))
    (row,) = ripple.cpm_rows(case)
    naive, plain, fast = answers(row)
    pairs = [(one, other) for one in range(7) for other in range(7) if one != other]
    for (one, other), (likelihood, risk) in zip(pairs, naive, strict=True):
        for found in (plain, fast):
            assert found.likelihood[other][one] == pytest.approx(likelihood)
            assert found.risk[other][one] == pytest.approx(risk)


def test_two_links_in_a_hundred_back_to_systems_make_one_component_of_nearly_all():
    calm, loopy = (service_shaped(2_000, loopy=loopy).network() for loopy in (False, True))
    assert max(map(len, components(calm).members)) < 100
    assert max(map(len, components(loopy).members)) > 1_700


def test_the_same_network_every_time():
    one, other = service_shaped(500), service_shaped(500)
    assert (one.sources == other.sources).all()
    assert (one.likelihoods == other.likelihoods).all()
    assert 3.5 < len(one.sources) / one.size < 4


@pytest.mark.parametrize(
    ("times", "text"),
    [([2.0, 4.0, 3.0], "3 s"), ([0.0123], "12.3 ms"), ([2e-5], "20 µs"), ([], "–")],
)
def test_a_time_is_told_in_the_unit_that_suits_it(times, text):
    assert ripple.said(times) == text
