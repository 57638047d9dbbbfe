"""CSV and Markdown of a ripple: text stays text, whatever the labels say."""

from __future__ import annotations

import csv
import io
import re

from blueprint.analysis.ripple import ripple
from blueprint.model import Blueprint
from blueprint.render.report.csv import csv_text
from blueprint.render.report.markdown import markdown, markdown_text
from blueprint.render.report.ripple_text import ripple_text
from tests.ripple.small import bistro

NAUGHTY = '=HYPERLINK("x") | <script>alert(1)</script> [a](javascript:b) \u202e `c`'


def naughty() -> Blueprint:
    return Blueprint.model_validate(
        {
            "blueprint": NAUGHTY,
            "phases": {
                "One": [
                    {
                        "customer": {"id": "asks", "name": NAUGHTY},
                        "frontstage": {"id": "answers", "name": NAUGHTY},
                    }
                ]
            },
        }
    )


def test_csv_cells_are_shown_and_never_computed() -> None:
    report = ripple(naughty(), ["answers"], direction="disruption")
    rows = list(csv.reader(io.StringIO(csv_text(report), newline="")))
    assert any(cell == "'" + NAUGHTY for row in rows for cell in row)
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row if cell)


def test_one_table_can_be_had_alone() -> None:
    report = ripple(bistro(), ["till"], direction="disruption")
    rows = list(csv.DictReader(io.StringIO(csv_text(report, table="elements"), newline="")))
    assert [row["Id"] for row in rows] == ["till", *(e.id for e in report.reached)]
    assert rows[1]["Likelihood"] == "0.6"
    assert rows[1]["Assumed"] == "yes"


def test_markdown_shows_labels_as_they_are() -> None:
    report = ripple(naughty(), ["answers"], direction="disruption")
    lines = markdown(report).splitlines()
    assert not any(re.search(r"(?<!\\)[<`]", line) for line in lines)
    table = [line for line in lines if line.startswith("|")]
    heads = [line for line in table if line.startswith("|---")]
    assert {line.replace(r"\|", "").count("|") for line in table} == {h.count("|") for h in heads}


def test_markdown_text_opens_no_list_and_no_heading() -> None:
    assert [markdown_text(t) for t in ("# A", "- A", "12. A", "+ A", "a_b", "two\nlines")] == [
        r"\# A",
        r"\- A",
        r"12\. A",
        r"\+ A",
        r"a\_b",
        "two lines",
    ]


def test_text_sends_nothing_to_the_terminal() -> None:
    text = ripple_text(ripple(naughty(), ["answers"], direction="disruption"))
    assert "\u202e" not in text
    assert r"\u{202e}" in text


def test_many_reasons_are_cut_short_and_counted() -> None:
    frontstage = [
        {"id": f"f{n}", "name": f"F {n}", "department": "desk", "systems": ["hub"]}
        for n in range(6)
    ]
    made = Blueprint.model_validate(
        {
            "blueprint": "Many",
            "departments": {"desk": "Desk", "it": "IT"},
            "systems": {"hub": {"name": "Hub", "department": "it"}},
            "phases": {"One": [{"customer": "Asks", "frontstage": frontstage}]},
        }
    )
    text = ripple_text(ripple(made, ["hub"], direction="disruption"))
    assert text.count("- “Hub” is used by") == 3
    assert "- and 3 more" in text
