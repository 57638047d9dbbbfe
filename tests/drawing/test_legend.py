"""The legend fills as few rows as it can, and fills them evenly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from blueprint.layout import layout
from blueprint.layout.legend import even_rows
from tests.drawing.cases import CASES, case

WIDE = st.lists(st.floats(10, 200), min_size=1, max_size=20)


def fewest(wide: list[float], room: float) -> int:
    """Return how many rows there must be, filled one after the other."""
    rows, used = 1, -18.0
    for needed in wide:
        if used + 18.0 + needed > room:
            rows, used = rows + 1, -18.0
        used += 18.0 + needed
    return rows


@given(WIDE, st.floats(200, 900))
def test_every_entry_stands_in_one_of_the_fewest_rows(wide: list[float], room: float) -> None:
    rows = even_rows(wide, room)
    assert [n for row in rows for n in row] == list(range(len(wide)))
    assert len(rows) == fewest(wide, room)
    for row in rows:
        assert sum(wide[n] for n in row) + 18.0 * (len(row) - 1) <= room + 1e-6


def test_rows_of_equal_entries_are_equally_long() -> None:
    assert [len(row) for row in even_rows([50.0] * 10, 600.0)] == [5, 5]


def test_a_legend_that_fits_stands_in_one_row() -> None:
    for name in CASES:
        legend = layout(case(name)).legend
        assert legend is not None
        assert len({entry.sample.y for entry in legend.entries}) == 1
