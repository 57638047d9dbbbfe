"""A report reads the same in every format, and nothing in a file can break one."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from blueprint.diagnostics import Place, Problem
from blueprint.errors import BlueprintError
from blueprint.files import read, read_text
from blueprint.render.report import FINDING_FORMATS, REPORT_FORMATS, as_text, findings_as
from blueprint.render.report.columns import columns
from blueprint.render.report.github import github_text
from blueprint.render.report.sarif import sarif_text
from blueprint.render.report.text import problems_text, report_text
from blueprint.report import Column, Finding, Method, Report, Table
from blueprint.rules import check, merged
from blueprint.words import Phrase
from tests.strategies import Plain, awkward_texts, blueprints

SCHEMA = json.loads(
    (Path(__file__).parent / "thirdparty" / "data" / "sarif-2.1.0.json").read_text("utf-8")
)
VALID_SARIF = Draft4Validator(SCHEMA)

HOTEL = """\
blueprint: Hotel stay
departments: {front-desk: Front desk}
ignore: [{rule: BP601, because: Everybody checks in}]
phases:
  Arrival:
    - step: Check-in
      customer: Check in
      frontstage: {name: Process registration, department: frontdesk}
"""

GOLDEN = """\
hotel.blueprint.yaml:6:13: warning[BP201]: “Check-in” (check-in) is a touchpoint without evidence
    6 |     - step: Check-in
      |             ^^^^^^^^ write evidence: with what the customer sees, hears or holds there
hotel.blueprint.yaml:8:60: error[BP102]: department "frontdesk" is not defined
    8 |       frontstage: {name: Process registration, department: frontdesk}
      |                                                            ^^^^^^^^^ did you mean "front-desk"?

Ignored, and why
  Code   On  File                  Findings  Because
  -----  --  --------------------  --------  -------------------
  BP601      hotel.blueprint.yaml  1         Everybody checks in

errors: 1, warnings: 1, notes: 0
ignored with a reason: 1
no --as-of given: review dates not judged
"""


def hotel() -> Report:
    return check(read_text(HOTEL, file="hotel.blueprint.yaml"))


def finding(message: str = "text", **values: Any) -> Finding:
    return Finding(code="BP201", severity="warning", message=Phrase.of("{m}", m=message), **values)


def report(*findings: Finding) -> Report:
    method = Method(name="check", source=Phrase.of("the rules"))
    return Report(name="check", title=Phrase.of("Checks"), method=method, findings=findings)


def test_text_is_as_promised() -> None:
    assert findings_as(hotel(), "text") == GOLDEN


def test_colour_adds_nothing_but_colour() -> None:
    coloured = findings_as(hotel(), "text", colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == GOLDEN
    assert "\x1b[31;1merror[BP102]\x1b[0m" in coloured


def test_carets_stand_under_what_is_meant_where_characters_are_wide() -> None:
    text = "blueprint: 酒店\nphases: {到店: [{customer: {name: 办理入住, department: 前台}}]}\n"
    lines = findings_as(check(read(text)), "text", "zh").splitlines()
    (at,) = [n for n, line in enumerate(lines) if "BP102" in line]
    excerpt, carets = lines[at + 1], lines[at + 2]
    start = columns(carets[: carets.index("^")])
    assert columns(excerpt[: excerpt.index("前台")]) == start
    assert carets.count("^") == columns("前台")


def test_a_problem_without_place_has_its_hint_on_a_line_of_its_own() -> None:
    slip = Problem("BP001", "error", Phrase.of("gone"), "a.yaml", hint=Phrase.of("look"))
    assert problems_text([slip]) == "a.yaml: error[BP001]: gone\n      = look"


def test_findings_from_no_file_name_none() -> None:
    assert problems_text([finding()]) == "warning[BP201]: text"


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line = "x" * 5000 + "HERE" + "y" * 5000
    slip = Problem("BP104", "error", Phrase.of("no"), "a", Place(0, 5000, 4), line)
    _, excerpt, carets = problems_text([slip]).splitlines()
    assert len(excerpt) < 160
    assert excerpt[carets.index("^") : carets.rindex("^") + 1] == "HERE"


@given(awkward_texts, st.integers(0, 40), st.integers(1, 40))
def test_any_excerpt_can_be_shown(line: str, column: int, length: int) -> None:
    slip = Problem("BP104", "error", Phrase.of("no"), "a", Place(0, column, length), line)
    shown = problems_text([slip])
    assert "\x1b" not in shown
    assert len(shown.splitlines()) <= 3


ESCAPES = "a\x1b[31m\x07\u202eb\r\n::error::x"


@pytest.mark.parametrize("form", ["text", "github"])
def test_nothing_can_steer_a_terminal(form: str) -> None:
    told = finding(ESCAPES, file=ESCAPES, place=Place(0, 0), excerpt=ESCAPES, hint=Phrase.of("ok"))
    shown = findings_as(report(told), form)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
    assert not [line for line in shown.splitlines() if line.startswith("::error::x")]


def test_json_counts_from_one_and_says_everything() -> None:
    data = json.loads(findings_as(hotel(), "json"))
    assert data["name"] == "check"
    first = data["findings"][0]
    assert (first["code"], first["line"], first["column"], first["end_column"]) == (
        "BP201",
        6,
        13,
        21,
    )
    assert first["about"] == ["check-in"]
    assert first["file"] == "hotel.blueprint.yaml"
    assert data["tables"][1]["rows"] == [
        ["BP601", [], "hotel.blueprint.yaml", 1, "Everybody checks in"]
    ]


def test_sarif_is_what_its_schema_says() -> None:
    log = json.loads(findings_as(hotel(), "sarif"))
    VALID_SARIF.validate(log)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["BP102", "BP201"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    (location,) = run["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {
        "uri": "hotel.blueprint.yaml",
        "uriBaseId": "%SRCROOT%",
    }
    assert location["physicalLocation"]["region"] == {
        "startLine": 6,
        "startColumn": 13,
        "endColumn": 21,
    }
    assert [result["level"] for result in run["results"]] == ["warning", "error"]


@given(blueprints())
def test_any_check_is_valid_sarif_and_json(plain: Plain) -> None:
    made = check(read_text(json.dumps(plain, ensure_ascii=False), file="a b/酒店.yaml"))
    VALID_SARIF.validate(json.loads(sarif_text(made, "zh")))
    assert len(json.loads(findings_as(made, "json"))["findings"]) == len(made.findings)
    assert len(github_text(made).splitlines()) == len(made.findings)


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b/酒店.yaml", "a%20b/%E9%85%92%E5%BA%97.yaml"),
        ("./x#y?.yaml", "x%23y%3F.yaml"),
        ("/work/here/in/a.yaml", "in/a.yaml"),
        ("/elsewhere/a.yaml", "file:///elsewhere/a.yaml"),
    ],
)
def test_sarif_names_files_from_the_root(file: str, uri: str) -> None:
    log = json.loads(
        sarif_text(report(finding(file=file, place=Place(0, 0))), root=Path("/work/here"))
    )
    (result,) = log["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_what_was_read_from_no_file_has_no_address() -> None:
    told = report(finding(file="<stdin>", place=Place(3, 1), about=("a",)))
    log = json.loads(sarif_text(told))
    VALID_SARIF.validate(log)
    (location,) = log["runs"][0]["results"][0]["locations"]
    assert list(location) == ["logicalLocations"]
    assert github_text(told) == "::warning title=BP201::text\n"


def test_a_message_is_text_and_no_link_or_placeholder() -> None:
    log = json.loads(sarif_text(report(finding("see [me](javascript:x) and {0}"))))
    text = log["runs"][0]["results"][0]["message"]["text"]
    assert text == "see \\[me](javascript:x) and {{0}}"


def test_a_fingerprint_stays_when_lines_move() -> None:
    before, after = (
        json.loads(sarif_text(check(read_text(text, file="h.yaml"))))["runs"][0]["results"]
        for text in (HOTEL, f"# a new line\n{HOTEL}")
    )
    prints = [[result["partialFingerprints"] for result in results] for results in (before, after)]
    assert prints[0] == prints[1]
    assert len({json.dumps(entry) for entry in prints[0]}) == len(before)


def test_github_annotations_are_escaped() -> None:
    told = finding("100%\nsure", file="a,b:c.yaml", place=Place(4, 2, 3), hint=Phrase.of("so"))
    assert github_text(report(told)) == (
        "::warning file=a%2Cb%3Ac.yaml,line=5,col=3,endColumn=5,title=BP201::100%25%0Asure (so)\n"
    )


@pytest.mark.parametrize("form", FINDING_FORMATS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_found_is_said_too(form: str, lang: str) -> None:
    text = findings_as(merged([]), form, lang)
    assert form == "github" or text.strip()


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_a_check_can_be_written_like_any_report(form: str) -> None:
    assert "BP201" in as_text(hotel(), form) or "touchpoint without evidence" in as_text(
        hotel(), form
    )


def test_any_other_report_answers_first() -> None:
    table = Table(
        name="t",
        title=Phrase.of("Shares"),
        columns=(
            Column(key="a", title=Phrase.of("Name")),
            Column(key="b", title=Phrase.of("Share"), unit="%"),
        ),
        rows=(("酒店", 0.12345), ("x", None), ("y", True)),
    )
    told = Report(
        name="other",
        title=Phrase.of("Title"),
        method=Method(name="other", source=Phrase.of("a book")),
        summary=(Phrase.of("the answer"),),
        tables=(table,),
        findings=(finding(),),
    )
    assert report_text(told).splitlines() == [
        "Title", "=====", "", "the answer", "", "Shares",
        "  Name  Share (%)", "  ----  ---------", "  酒店  0.123", "  x", "  y     yes",
        "", "warning[BP201]: text", "", "Source: a book",
    ]  # fmt: skip


@pytest.mark.parametrize("write", [findings_as, as_text])
def test_an_unknown_format_names_those_there_are(write: Any) -> None:
    with pytest.raises(BlueprintError, match="json"):
        write(hotel(), "pdf")


def test_what_utf_8_cannot_hold_is_escaped_in_json() -> None:
    text = findings_as(report(finding("\ud800")), "json")
    assert json.loads(text.encode("utf-8"))["findings"][0]["message"] == "\ud800"


@pytest.mark.parametrize(
    ("form", "minus"), [("text", "−"), ("md", "−"), ("html", "−"), ("json", "-"), ("csv", "-")]
)
def test_people_read_a_minus_and_machines_a_hyphen(form: str, minus: str) -> None:
    column = Column(key="change", title=Phrase.of("Change"))
    told = Report(
        name="other",
        title=Phrase.of("Title"),
        method=Method(name="other", source=Phrase.of("a book")),
        tables=(
            Table(name="t", title=Phrase.of("Table"), columns=(column,), rows=((-12,), (-0.5,))),
        ),
    )
    text = as_text(told, form)
    assert f"{minus}12" in text
    assert f"{minus}0.5" in text
