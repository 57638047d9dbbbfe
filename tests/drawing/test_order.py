"""Ordering by wishes keeps every member once, and every wish where none contradicts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from blueprint.layout.order import order_by_wishes

WISHES = st.dictionaries(
    st.integers(0, 8), st.dictionaries(st.integers(0, 8), st.integers(1, 3), max_size=4), max_size=8
)


@given(WISHES)
def test_every_member_comes_once(wishes: dict[int, dict[int, int]]) -> None:
    clean = {a: {b: w for b, w in to.items() if a != b} for a, to in wishes.items()}
    assert sorted(order_by_wishes(range(9), clean, lambda n: (n,))) == list(range(9))


@given(st.permutations(range(8)), st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7))))
def test_wishes_that_agree_are_all_granted(hidden: list[int], pairs: set[tuple[int, int]]) -> None:
    wishes: dict[int, dict[int, int]] = {}
    for a, b in sorted(pairs):
        if a < b:
            wishes.setdefault(hidden[a], {})[hidden[b]] = 1
    place = {n: k for k, n in enumerate(order_by_wishes(range(8), wishes, lambda n: (n,)))}
    assert all(place[a] < place[b] for a, to in wishes.items() for b in to)
