"""Data for scripts, and texts for cells of a table."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.safety.csv_text import csv_cell
from blueprint.safety.script import json_for_script

ANY_TEXT = st.text(st.characters())


@given(st.recursive(ANY_TEXT, lambda x: st.lists(x) | st.dictionaries(ANY_TEXT, x), max_leaves=9))
def test_data_in_a_script_is_ascii_without_markup_and_reads_back(data: object) -> None:
    written = json_for_script(data)
    assert written.isascii()
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == data


def test_nothing_ends_the_script() -> None:
    assert json_for_script("</script><!--") == '"\\u003c/script\\u003e\\u003c!--"'


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_numbers_that_json_does_not_know_are_refused(number: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        json_for_script([number])


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        " =1",
        "\u3000=1",
    ],
)
def test_a_formula_becomes_text(text: str) -> None:
    assert csv_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "Arrive", "a=b", "3 min", "'x", "店", "80%"])
def test_other_texts_stay(text: str) -> None:
    assert csv_cell(text) == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_no_cell_of_a_written_table_begins_a_formula(text: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([csv_cell(text)])
    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert not row or row[0].lstrip()[:1] not in set("=+-@＝＋－＠") or row[0].startswith("'")
