"""A ripple in every form: text stays text, and no list is lost, whatever is asked."""

from __future__ import annotations

import csv
import html
import io
import re
from pathlib import Path
from typing import Any

import pytest

import blueprint
from blueprint.analysis.ripple import ripple
from blueprint.model import Blueprint
from blueprint.render.report import as_text
from blueprint.render.report.csv import csv_text
from blueprint.render.report.markdown import markdown, markdown_text
from blueprint.render.report.ripple_text import ripple_text
from tests.ripple.small import bistro

ROOT = Path(__file__).parents[2]

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


LISTED = {
    "departments": "departments",
    "investments": "investments",
    "totals": "totals",
    "standards": "standards",
    "articles": "articles",
    "metrics": "metrics",
    "complaints": "complaint_routes",
    "tallies": "tallies",
    "elements": "reached",
}
"""Each table of a ripple, and the list of the report it shows."""

FILTERS: tuple[dict[str, Any], ...] = (
    {},
    {"depth": 2},
    {"least": 0.3},
    {"lanes": "backstage"},
    {"departments": "operations"},
    {"kinds": ["keeps", "uses"]},
    {"depth": 3, "least": 0.2, "lanes": ["backstage", "support"], "departments": ["logistics"]},
)


@pytest.mark.parametrize("direction", [None, "demand", "disruption", "both"])
@pytest.mark.parametrize("filters", FILTERS, ids=lambda filters: "+".join(filters) or "all")
def test_no_format_is_empty_where_a_list_is_not(direction: Any, filters: dict[str, Any]) -> None:
    chain = blueprint.load_workspace(ROOT / "examples" / "one_day_delivery")
    change = chain.changes["deliver_within_a_day"]
    report = blueprint.ripple(chain, change=change, direction=direction, **filters)
    tables = {table.name: table for table in report.tables}
    for table, field in LISTED.items():
        if getattr(report, field):
            assert tables[table].rows, table
    for lang in ("en", "zh"):
        text = as_text(report, "text", lang)
        entries: tuple[Any, ...] = (
            *(*report.first_to_act, *report.to_be_told, *report.articles),
            *(*report.metrics, *report.investments, *report.reached),
        )
        assert all(entry.name.into(lang) in text for entry in entries)
        for form in ("json", "csv", "md", "html"):
            shown = as_text(report, form, lang)
            assert shown == as_text(report, form, lang)
            for element in report.reached:
                told = element.name.into(lang) if form in ("md", "html") else element.id
                assert told in html.unescape(shown).replace("\\", ""), form


def test_a_section_without_entries_has_no_heading() -> None:
    text = ripple_text(ripple(bistro(), ["orders"], direction="demand"))
    for heading in ("Knowledge articles", "Metrics", "Complaint routes", "Where it falls"):
        assert (heading in text) == (heading in ("Knowledge articles", "Where it falls")), heading


def test_a_range_stands_beside_a_likelihood_that_is_not_exact() -> None:
    report = ripple(bistro(), ["till"], direction="disruption", worlds=0, budget=0)
    text = ripple_text(report)
    loose = [e for e in report.reached if e.how != "exact"]
    for element in loose:
        assert f"({element.low:.2f}–{element.high:.2f})" in text
    assert loose
    assert "a range stands where" in text


def test_a_star_is_told_of_where_something_is_assumed() -> None:
    text = ripple_text(ripple(bistro(), ["till"], direction="disruption"))
    assert "0.60*" in text
    assert "* some strength on the path is assumed" in text


def test_tables_call_departments_steps_blueprints_and_lanes_by_their_names() -> None:
    chain = blueprint.load_workspace(ROOT / "examples" / "one_day_delivery")
    report = blueprint.ripple(chain, "wms")
    codes = {*chain.blueprints, *(d.id for d in report.departments), "frontstage", "backstage"}
    for table in report.tables:
        keys = [column.key for column in table.columns]
        for row in table.rows:
            own = zip(keys, row, strict=True)
            assert not {cell for key, cell in own if key not in ("id", "part")} & codes, table.name
    text = as_text(report, "md", "zh")
    assert "| 前台 | 退货 | 收到退款 | 信息技术部 |" in text
    assert "占比（%）" in text


def test_what_is_only_asked_about_is_not_called_changed() -> None:
    report = ripple(bistro(), ["stock"])
    text = ripple_text(report)
    assert "“Stock system” is asked about, and is a legacy system" in text
    assert "answers for: “Stock system”, “Till”" in text
    assert "changed" not in text
    assert "plan its renewal" in [str(finding.hint) for finding in report.findings]


def test_several_elements_are_named_one_by_one_in_the_heading() -> None:
    report = ripple(bistro(), ["till", "stock"])
    assert str(report.title) == "Ripple from “Till”, “Stock system”"
    assert report.title.into("zh") == "从“Till”、“Stock system”开始的连锁反应"


def test_what_is_hardly_likely_is_never_told_as_nothing() -> None:
    chain = blueprint.load_workspace(ROOT / "examples" / "one_day_delivery")
    text = ripple_text(blueprint.ripple(chain, "wms"))
    assert "<0.01" in text
    assert " 0.00 " not in text


def test_shares_are_told_as_everywhere() -> None:
    report = ripple(bistro(), ["cooks"], direction="disruption")
    for form in ("text", "html"):
        assert re.search(r"\d of \d actions \(\d+(\.\d)? %\)", as_text(report, form, "en")), form
        assert re.search(r"\d 项行为中的 \d 项（\d+(\.\d)?%）", as_text(report, form, "zh")), form


def test_where_nothing_is_reached_no_strength_is_called_assumed() -> None:
    report = ripple(bistro(), ["quick-lunch"], direction="disruption")
    assert not report.reached
    assert not any("strengths" in str(what) for what in report.method.assumptions)


@pytest.mark.parametrize("method", ["reliability", "paths", "cpm"])
def test_the_formula_is_told_in_chinese_too(method: Any) -> None:
    formula = ripple(bistro(), ["till"], method=method).method.formula
    assert not isinstance(formula, str)
    assert "可能性" in formula.into("zh")
    assert "likelihood" not in formula.into("zh")


def test_the_only_action_is_told_as_such() -> None:
    home = ROOT / "examples" / "delivery_and_installation"
    report = blueprint.ripple(blueprint.load_workspace(home), "fee-tables")
    for form, lang, said in (
        ("text", "en", "does the only action: “Asks what is missing"),
        ("text", "zh", "承担唯一的一项行为：“询问缺失信息"),
        ("html", "en", "the only action"),
    ):
        assert said in as_text(report, form, lang)
        assert "1 of 1" not in as_text(report, form, lang)


def test_a_legacy_system_that_is_taken_away_needs_no_renewal() -> None:
    home = blueprint.load_workspace(ROOT / "examples" / "delivery_and_installation")
    report = blueprint.ripple(home, change=home.changes["fee_by_system"])
    assert "fee-tables" in [start.id for start in report.start]
    assert report.legacy_systems == ()
    assert not any(spent.id == "fee-tables" for spent in report.investments)
    assert "renew" not in ripple_text(report)
