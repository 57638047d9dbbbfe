"""The table of analyses: everything in it can be asked, in every form, and says what is wrong."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

import blueprint
from blueprint.analysis.analysing import analyse, analyse_all
from blueprint.analysis.options import Option
from blueprint.analysis.table import ANALYSES, analysis_of
from blueprint.errors import BlueprintError, ReferenceNotFoundError
from blueprint.files import load_workspace
from blueprint.graph import graph_of
from blueprint.integrity import alone
from blueprint.model import Blueprint
from blueprint.render.report import REPORT_FORMATS, all_as_text
from blueprint.report import Report
from tests.analysis.small import in_a_circle, in_a_row, nothing, parcels, plain
from tests.strategies import blueprints

NAMES = [row.name for row in ANALYSES]
STARTS = {"inoperability": ["wms"], "containment": ["wms"]}


def asked(source: Blueprint, name: str) -> Report:
    return analyse(source, name, STARTS.get(name))


def test_names_are_told_once_and_each_is_its_own_function():
    assert len(set(NAMES)) == len(NAMES)
    for row in ANALYSES:
        assert row.load().__name__ == row.name
        assert str(row.title)
        assert str(row.question).endswith("?")


@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_complete(name):
    report = asked(parcels(), name)
    assert report.name == name
    assert report.summary
    assert report.method.source
    assert report.method.formula
    assert report.method.scale is not None
    assert report.method.direction is not None
    assert report.method.n is not None
    assert report.method.cannot_tell
    assert report.overlay is not None
    graph = graph_of(parcels())
    assert set(report.overlay.elements) <= set(graph.index)
    for finding in report.findings:
        assert finding.code.partition(".")[0] == name
        assert set(finding.about) <= set(graph.index)
    for chart in report.charts:
        names = [[point.label for point in series.points] for series in chart.series]
        assert names[0]
        assert all(name == names[0] for name in names)
    for table in report.tables:
        assert all(len(row) == len(table.columns) for row in table.rows)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_a_report_in_every_form_and_language(name, lang):
    report = asked(parcels(), name)
    for form in REPORT_FORMATS:
        text = all_as_text((report,), form, lang)
        assert text == all_as_text((asked(parcels(), name),), form, lang)
        if form != "csv":
            title = report.title.into(lang)
            assert title in text
    assert json.loads(all_as_text((report,), "json", lang))["name"] == name


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "source", [nothing(), plain(), in_a_circle()], ids=["no", "plain", "circle"]
)
def test_where_there_is_little_to_say_it_says_so(name, source):
    if analysis_of(name).about != "elements":
        assert analyse(source, name).summary


@pytest.mark.parametrize("name", NAMES)
def test_a_long_chain_is_no_trouble(name):
    starts = {"inoperability": ["a4999"], "containment": ["a4999"]}
    assert analyse(in_a_row(5000), name, starts.get(name)).summary


@settings(max_examples=30, deadline=None)
@given(blueprints())
def test_any_blueprint_gets_an_answer(plain_data):
    source = Blueprint.model_validate(plain_data)
    for report in analyse_all(source):
        assert report.summary
        assert all_as_text((report,), "text")


def test_every_kind_of_source_gives_the_same_answer():
    source = parcels()
    want = analyse(source, "dependence")
    assert analyse(alone(source), "dependence") == want
    assert analyse(graph_of(source), "dependence") == want
    assert blueprint.analyse(source, "dependence") == want


def test_a_workspace_can_be_asked():
    report = analyse(load_workspace("examples/one_day_delivery"), "dependence")
    assert "IT" in str(report.summary)


def test_what_is_no_source_is_refused():
    with pytest.raises(BlueprintError, match="not a int"):
        analyse(3, "dependence")


def test_an_unknown_analysis_is_refused_with_what_there_is():
    with pytest.raises(ReferenceNotFoundError, match="did you mean “dependence”"):
        analyse(parcels(), "dependance")
    with pytest.raises(ReferenceNotFoundError, match="the analyses are .*dependence"):
        analyse(parcels(), "xyz")


def test_an_unknown_option_is_refused_with_those_there_are():
    with pytest.raises(
        BlueprintError, match="no option “dirction”; its options are direction, most"
    ):
        analyse(parcels(), "dependence", dirction="demand")


def test_an_option_of_the_wrong_kind_is_refused():
    with pytest.raises(BlueprintError, match="one of demand, disruption, not “up”"):
        analyse(parcels(), "dependence", direction="up")


def test_the_whole_is_asked_about_no_element():
    with pytest.raises(BlueprintError, match="about the whole"):
        analyse(parcels(), "dependence", ["wms"])


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("int", "3", 3),
        ("float", "0.5", 0.5),
        ("bool", "yes", True),
        ("bool", "No", False),
        ("text", "a b", "a b"),
        ("ids", "a, b:c", ("a", "b:c")),
        ("amounts", "b:c:2,a:1.5", {"b:c": 2.0, "a": 1.5}),
    ],
)
def test_options_are_read_from_text(kind, text, value):
    assert Option(name="x", kind=kind).read(text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("int", "3.5"),
        ("int", ""),
        ("float", "nan"),
        ("bool", "maybe"),
        ("amounts", "a"),
        ("float", ""),
    ],
)
def test_text_of_another_kind_is_refused(kind, text):
    with pytest.raises(BlueprintError, match="option “x” takes"):
        Option(name="x", kind=kind).read(text)


@pytest.mark.parametrize(
    ("kind", "value"),
    [("int", True), ("int", 1.0), ("float", "1"), ("bool", 1), ("text", 1), ("ids", 3), ("ids", [1]),
     ("amounts", {"a": "b"}), ("amounts", [1]), ("float", float("inf")), ("int", None)],
)  # fmt: skip
def test_a_value_of_another_kind_is_refused(kind, value):
    with pytest.raises(BlueprintError, match="option “x” takes"):
        Option(name="x", kind=kind).checked(value)


def test_an_option_left_open_takes_none():
    assert Option(name="x", kind="int", open=True).checked(None) is None
    assert Option(name="x", kind="int", open=True).read("none") is None
