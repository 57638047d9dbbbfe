"""``blueprint analyse``: names, elements, options, formats, languages and exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint.analysis.table import ANALYSES
from blueprint.cli.app import run

ROOT = Path(__file__).parents[2]
HOTEL = str(ROOT / "examples/hotel_stay.blueprint.yaml")
SHOP = str(ROOT / "examples/one_day_delivery")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_list_names_every_analysis_with_its_question(lang, capsys):
    assert run(["analyse", "--list", "--lang", lang]) == 0
    out = capsys.readouterr().out
    for row in ANALYSES:
        assert f"{row.name}: {row.question.into(lang)}" in out


@pytest.mark.parametrize("form", ["text", "json", "csv", "md", "html"])
def test_one_analysis_in_every_form_and_both_languages(form, capsys):
    for lang in ("en", "zh"):
        assert run(["analyse", "criticality", SHOP, "--format", form, "--lang", lang]) == 0
        out = capsys.readouterr().out
        assert {"en": "Warehouse system", "zh": "仓储系统"}[lang] in out


@pytest.mark.parametrize("form", ["text", "json", "csv", "md", "html"])
def test_all_of_them_in_every_form_that_holds_several(form, capsys):
    assert run(["analyse", "all", SHOP, "--format", form, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    titles = [str(row.title) for row in ANALYSES if row.about != "elements"]
    if form == "json":
        assert [report["title"] for report in json.loads(out)] == titles
    elif form != "csv":
        assert [title for title in titles if title in out] == titles


def test_elements_come_behind_the_path_or_by_option(capsys):
    assert run(["analyse", "inoperability", SHOP, "wms", "help-desk"]) == 0
    behind = capsys.readouterr().out
    assert run(["analyse", "inoperability", SHOP, "--on", "wms", "--on", "help-desk"]) == 0
    assert capsys.readouterr().out == behind


def test_options_are_set_as_the_analysis_takes_them(capsys):
    settings = ["--set", "by=elements", "--set", "journey=yes", "--set", "most=2"]
    assert run(["analyse", "criticality", SHOP, *settings, "--format", "json"]) == 0
    [table] = json.loads(capsys.readouterr().out)["tables"]
    assert len(table["rows"]) == 2
    assert run(["analyse", "containment", SHOP, "wms", "--set", "costs=order-system:5,"]) == 0


def test_a_picture_and_a_document_of_one_file(capsys):
    assert run(["analyse", "foundations", HOTEL, "-o", "out.svg"]) == 0
    assert "bp-role-start" in Path("out.svg").read_text("utf-8")
    assert run(["analyse", "all", HOTEL, "-o", "out.html"]) == 0
    page = Path("out.html").read_text("utf-8")
    assert "Which elements are most critical" in page
    assert "What moments of truth rest on" in page
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" class="bp wide"') == 1


@pytest.mark.parametrize(("lang", "said"), [("en", "Warehouse system: "), ("zh", "仓储系统: ")])
def test_a_chart_alone(lang, said, capsys):
    asked = ["analyse", "criticality", SHOP, "--chart", "ranking", "--lang", lang]
    assert run([*asked, "-o", "out.svg"]) == 0
    drawn = Path("out.svg").read_text("utf-8")
    assert drawn.startswith("<svg")
    assert said in drawn


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["criticality"], "name an analysis and a file"),
        ([], "name an analysis and a file"),
        (["criticality", SHOP, "--set", "most"], "--set takes OPTION=VALUE"),
        (["all", SHOP, "--set", "most=3"], "name one analysis"),
        (["all", HOTEL, "--format", "svg"], "a picture shows one analysis"),
        (["criticality", SHOP, "--format", "svg"], "a picture shows one file"),
        (["all", SHOP, "--chart", "ranking"], "one chart of one analysis"),
        (["criticality", SHOP, "--chart", "rank"], "the charts are ranking"),
        (["cycles", SHOP, "--chart", "rank"], "it has none"),
    ],
)
def test_wrong_usage_is_2_and_says_what_is_right(args, said, capsys):
    assert run(["analyse", *args]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in " ".join(captured.err.split())


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["criticalty", SHOP], "did you mean “criticality”"),
        (["criticality", SHOP, "--set", "depth=3"], "its options are by, journey, most"),
        (["criticality", SHOP, "--set", "most=many"], "takes a whole number, not “many”"),
        (["criticality", SHOP, "wms"], "about the whole"),
        (["inoperability", SHOP], "name at least one"),
        (["inoperability", SHOP, "wmss"], "did you mean “wms”"),
        (["criticality", "nowhere.blueprint.yaml"], "nowhere.blueprint.yaml"),
    ],
)
def test_unusable_input_is_2_with_one_clear_error(args, said, capsys):
    assert run(["analyse", *args]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert "Traceback" not in captured.err


def test_an_error_is_told_in_the_language_asked_for(capsys):
    assert run(["analyse", "criticality", SHOP, "--set", "most=many", "--lang", "zh"]) == 2
    assert "应为整数" in capsys.readouterr().err


def test_findings_are_1_by_their_weight(capsys):
    assert run(["analyse", "foundations", SHOP]) == 0
    assert run(["analyse", "foundations", SHOP, "--fail-on", "warning"]) == 1
    assert run(["analyse", "foundations", SHOP, "--fail-on", "error"]) == 0


def test_the_overview_loads_no_analysis():
    said = "import sys; from blueprint.cli.app import run; run(['--help']); "
    said += "print([m for m in sys.modules if m.startswith('blueprint.analysis')])"
    done = subprocess.run(
        [sys.executable, "-c", said], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.rstrip().endswith("[]")
