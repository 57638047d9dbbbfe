"""Who makes work for whom, on cases worked out by hand."""

from __future__ import annotations

from dataclasses import fields

import pytest

from blueprint.analysis.analysing import analyse
from blueprint.analysis.dependence_words import WORDS, Words
from blueprint.errors import BlueprintError
from blueprint.words import translator
from tests.analysis.small import codes, nothing, parcels, plain, rows, sentences


def test_links_between_departments_are_counted_in_the_direction_of_demand():
    report = analyse(parcels(), "dependence")
    pairs = {
        (row["from"], row["to"]): (row["links"], row["strength"]) for row in rows(report, "pairs")
    }
    assert pairs == {
        ("Shop", "Warehouse"): (3, pytest.approx(3 * 0.5 * 0.4)),
        ("Warehouse", "IT"): (4, pytest.approx(4 * 0.6 * 0.5)),
        ("Marketing", "Warehouse"): (1, pytest.approx(0.8 * 0.6)),
    }


def test_disruption_turns_the_matrix_round():
    asked = {
        (r["from"], r["to"]): r["links"] for r in rows(analyse(parcels(), "dependence"), "pairs")
    }
    felt = analyse(parcels(), "dependence", direction="disruption")
    assert {(r["to"], r["from"]): r["links"] for r in rows(felt, "pairs")} == asked


def test_the_matrix_has_a_row_and_a_column_for_each_department_concerned():
    report = analyse(parcels(), "dependence")
    matrix = rows(report, "matrix")
    assert [row["from"] for row in matrix] == ["Shop", "Warehouse", "IT", "Marketing"]
    assert [row["it"] for row in matrix] == [None, 4, None, None]


def test_what_a_department_gives_and_gets_adds_up():
    report = analyse(parcels(), "dependence")
    sums = rows(report, "departments")
    assert sum(row["gives"] for row in sums) == sum(row["gets"] for row in sums) == 8


def test_the_department_most_work_ends_at_is_pointed_out():
    report = analyse(parcels(), "dependence")
    bottlenecks = [f.about for f in report.findings if f.code == "dependence.bottleneck"]
    assert bottlenecks == [("store",), ("it",)]


def test_departments_that_need_each_other_are_pointed_out():
    systems = {
        "wms": {"name": "W", "department": "it", "integrates": ["carrier", "labels"]},
        "carrier": {"name": "C", "department": "store"},
        "labels": {"name": "L", "department": "store"},
    }
    report = analyse(parcels(systems=systems), "dependence")
    assert codes(report).count("dependence.mutual") == 1
    both = "a link that conducts both ways counts once for each way"
    assert both in [str(what) for what in report.method.assumptions]


def test_one_link_back_is_not_worth_a_word():
    systems = {
        "wms": {"name": "W", "department": "it", "integrates": ["carrier"]},
        "carrier": {"name": "C", "department": "store"},
    }
    assert "dependence.mutual" not in codes(analyse(parcels(systems=systems), "dependence"))


def test_departments_that_give_or_get_as_much_are_told_together():
    told = sentences(analyse(parcels(), "dependence"))
    assert "Most work for others comes from Warehouse: for IT (4 links)." in told
    assert "Most work from others goes to Warehouse, IT: 4 links each." in told


def test_only_so_many_pairs_are_listed_and_the_report_says_so():
    report = analyse(parcels(), "dependence", most=1)
    assert [row["to"] for row in rows(report, "pairs")] == ["IT"]
    assert len(rows(report, "matrix")) == 1
    assert len(rows(report, "departments")) == 4
    assert "listed are the 1 pairs" in str(report.method.assumptions[-1])
    with pytest.raises(BlueprintError, match="1 or more"):
        analyse(parcels(), "dependence", most=0)


def test_without_departments_it_cannot_tell():
    for source in (nothing(), plain()):
        report = analyse(source, "dependence")
        assert "Cannot tell: no department is named." in sentences(report)
        assert report.tables == ()


def test_links_whose_ends_belong_to_nobody_are_counted_and_told():
    report = analyse(parcels(), "dependence")
    assert "who works for whom on 2 links" in str(report.method.cannot_tell[0])


def test_what_fails_is_not_told_as_work() -> None:
    report = analyse(parcels(), "dependence", direction="disruption")
    told = sentences(report)
    assert "Others feel most what fails in Warehouse, IT: 4 links each." in told
    assert "Most of what fails in others is felt in Warehouse: 4 links." in told
    assert [str(column.title) for column in report.tables[0].columns[:2]] == ["Fails", "Felt in"]
    assert "work" not in " ".join([told, *(str(finding.message) for finding in report.findings)])


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_both_directions_are_told_in_chinese(words: Words) -> None:
    for field in fields(words):
        said = getattr(words, field.name)
        assert translator("zh")(said) != said, said
