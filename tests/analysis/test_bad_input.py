"""What the analyses do with what they should not be given: one clear error, or an honest answer."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from blueprint.analysis.analysing import analyse_all
from blueprint.analysis.table import ANALYSES, Analysis
from blueprint.cli.app import run
from blueprint.graph import graph_of
from blueprint.model import Blueprint
from blueprint.render.report import all_as_text
from tests.strategies import Plain, blueprints

ROOT = Path(__file__).parents[2]
FORMS = ("text", "json", "csv", "md", "html")

SHOP = """\
blueprint: Shop
departments: {care: Care, it: IT}
systems: {till: {name: Till, department: it}}
personas: {ann: {name: Ann, share: 50%}}
phases:
  Visit:
    - step: Enter
      id: enter
      customer: {name: Goes in, id: goes-in}
      frontstage: {name: Greets, id: greets, department: care}
    - step: Pay
      id: pay
      customer: {name: Pays, id: pays}
      frontstage: {name: Takes money, id: takes, department: care, systems: [till]}
"""

REFUSED = {
    "a scale turned round": ("departments:", "scales: {emotion: [3, -3]}\ndepartments:", "2:19", "BP114"),
    "a figure off its scale": ("id: enter", "id: enter\n      experience: {emotion: 9}", "9:29", "BP114"),
    "a figure that is none": ("id: enter", "id: enter\n      experience: {emotion: .nan}", "9:29", "BP104"),
    "negative time": ("id: enter", "id: enter\n      time: {actual: -3 min}", "9:22", "BP110"),
    "endless time": ("id: enter", "id: enter\n      time: {actual: 1e400 d}", "9:22", "BP110"),
    "a window that is none": ("id: enter", "id: enter\n      time: {promised: ['25:00', '26:00']}", "9:24", "BP110"),
    "a probability above 1": ("id: enter", "id: enter\n      next: [{to: pay, probability: 1.5}]", "9:37", "BP110"),
    "a likelihood above 1": ("id: greets", "id: greets, needs: [{to: takes, likelihood: 2}]", "10:78", "BP104"),
    "a share above all": ("50%", "150%", "4:36", "BP110"),
    "a rank off its scale": ("id: enter", "id: enter\n      fails: [{name: X, severity: 11}]", "9:35", "BP104"),
    "a price beyond reason": ("departments:", "price: 1e308\ndepartments:", "2:8", "BP104"),
    "a persona nobody knows": ("id: enter", "id: enter\n      experience: {persona: anne, emotion: 1}", "9:29", "BP102"),
    "a need nobody knows": ("id: enter", "id: enter\n      experience: {needs: [tmely]}", "9:28", "BP104"),
    "an id given twice": ("id: takes", "id: greets", "14:19", "BP107"),
}  # fmt: skip

ANSWERED = {
    "no steps": "blueprint: Shop\nphases: {}\n",
    "a phase without steps": "blueprint: Shop\nphases: {Visit: []}\n",
    "one step": "blueprint: Shop\nphases: {Visit: [{customer: Pays}]}\n",
    "one step that follows itself": "blueprint: Shop\nphases: {Visit: [{customer: Pays, id: pay, moment_of_truth: true, next: [pay]}]}\n",
    "a circle without a way out": SHOP.replace("id: pay\n", "id: pay\n      next: [{to: enter, probability: 1}]\n"),
    "probabilities of more than 1 in all": SHOP.replace("id: enter\n", "id: enter\n      next: [{to: pay, probability: 0.8}, {to: enter, probability: 0.8}]\n"),
    "a window turned round": SHOP.replace("id: enter\n", "id: enter\n      time: {promised: ['18:00', '16:00'], actual: 3 min}\n"),
    "two negatives, and no end": SHOP.replace("id: enter\n", "id: enter\n      experience: {emotion: -3, expectation: 9, perception: 2}\n"),
}  # fmt: skip

HOSTILE = """\
blueprint: "=cmd|' /C calc'!A0<script>alert(1)</script>"
departments: {d: "<img src=x onerror=alert(1)>", e: "| a | b |\\n# head"}
systems: {s: {name: "[x](javascript:alert(1)) `code` *b*", department: d}}
channels: {c: "@SUM(1+1)"}
personas: {p: {name: "+1\\u202egnp.exe", share: 10%, channels: [c]}}
knowledge: {k: {name: "-2+3", department: d, updated: 2020-01-01, hits: 5}}
promises: {pr: {text: "=1+1", made_by: d, kept_by: [a], target: {measure: duration, at_most: 1 min}}}
metrics: {m: {name: "=HYPERLINK(1)", kind: nps}}
levers: {l: {name: "<iframe>l", effect: inhibitor, steps: [st], metrics: [m], since: 2026-01-01}}
phases:
  - phase: "<h1>"
    steps:
    - step: "a\\u2028b\\u0085c &amp; {x} %s"
      id: st
      moment_of_truth: {owner: d, standard: "=1"}
      channels: [c]
      experience: {persona: p, emotion: -2, intensity: 3, expectation: 5, perception: 2, pain: ["=pain"]}
      time: {promised: 1 min, actual: 3 min, perceived: 4 min, waiting: 2 min}
      fails: [{name: "=fail", severity: 9, at: a}]
      customer: {name: "=A1{name}", id: a}
      frontstage: {name: "</title></text><script>alert(2)</script>", id: b, department: d, systems: [s], knowledge: [k]}
      backstage: {name: "javascript:alert(1)", id: bb, department: e, duration: 3 min, cost: 4}
"""


def asked(row: Analysis, path: Path, start: str, *more: str) -> list[str]:
    starts = [start] if row.about == "elements" else []
    return ["analyse", row.name, str(path), *starts, "--no-cache", *more]


@pytest.fixture
def file(tmp_path):
    def write(text: str) -> Path:
        path = tmp_path / "shop.blueprint.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("mistake", REFUSED)
def test_every_analysis_refuses_it_with_place_code_and_nothing_else(mistake, file, capsys):
    old, new, place, code = REFUSED[mistake]
    assert old in SHOP
    path = file(SHOP.replace(old, new))
    errors = set()
    for row in ANALYSES:
        assert run(asked(row, path, "till")) == 2
        told = capsys.readouterr()
        assert told.out == ""
        errors.add(told.err)
    [error] = errors
    assert f"{path.name}:{place}: error[{code}]: " in error
    assert error.count("error[") == 1
    assert "Traceback" not in error


@pytest.mark.parametrize("case", ANSWERED)
def test_every_analysis_answers_it(case, file, capsys):
    path = file(ANSWERED[case])
    start = next((i for i in ("till", "pays", "pay", "visit") if i in ANSWERED[case]), None)
    for row in ANALYSES:
        if row.about == "elements" and start is None:
            continue
        assert run(asked(row, path, start or "", "--format", "json")) == 0, row.name
        told = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
        assert told["summary"], row.name


def test_bytes_that_are_no_text_are_refused(tmp_path, capsys):
    path = tmp_path / "shop.blueprint.yaml"
    path.write_bytes(SHOP.encode("utf-16"))
    assert run(["analyse", "times", str(path)]) == 2
    assert f"{path.name}: error[BP003]: " in capsys.readouterr().err


def test_an_empty_folder_and_one_with_a_mistake_are_refused(tmp_path, capsys):
    assert run(["analyse", "all", str(tmp_path)]) == 2
    assert str(tmp_path.name) in capsys.readouterr().err
    (tmp_path / "good.blueprint.yaml").write_text(SHOP, encoding="utf-8")
    (tmp_path / "bad.blueprint.yaml").write_text(SHOP.replace("[till]", "[tll]"), encoding="utf-8")
    assert run(["analyse", "all", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "bad.blueprint.yaml:14:" in told.err
    assert 'did you mean "till"' in told.err


class Tags(HTMLParser):
    """Notes every tag, and every attribute that would run something."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.runs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.runs += [
            name
            for name, value in attrs
            if name.startswith("on")
            or (name in {"href", "src", "action"} and "javascript:" in (value or ""))
        ]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("form", FORMS)
def test_hostile_texts_stay_texts_in_every_form(form, lang, file, capsysbinary):
    path = file(HOSTILE)
    for row in ANALYSES:
        assert run(asked(row, path, "s", "--format", form, "--lang", lang)) == 0
        out = capsysbinary.readouterr().out.decode()
        if form == "json":
            assert json.loads(out)["name"] == row.name
        elif form == "csv":
            cells = [cell for line in csv.reader(io.StringIO(out)) for cell in line]
            formulas = [c for c in cells if re.match(r"\s*[=+@＝＋－＠-](?!\d+(\.\d+)?$)", c)]
            assert formulas == []
        elif form == "html":
            page = Tags()
            page.feed(out)
            assert page.runs == []
            assert page.tags.isdisjoint({"script", "img", "iframe"})
        elif form == "text":
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e]", out)
        else:
            assert not re.search(r"(?<!\\)\]\(javascript|(?<!\\)<(script|img|iframe)|^# head", out)


@settings(max_examples=15, deadline=None)
@given(blueprints())
def test_answers_are_the_same_twice_and_speak_of_what_there_is(plain: Plain) -> None:
    source = Blueprint.model_validate(plain)
    graph = graph_of(source)
    there = {*graph.index, *source.observations}
    reports = analyse_all(graph)
    for report in reports:
        named = {i for finding in report.findings for i in finding.about}
        assert named | set(report.overlay.elements if report.overlay else ()) <= there
    told = all_as_text(reports, "json")
    assert json.loads(told, parse_constant=pytest.fail)
    assert all_as_text(analyse_all(graph_of(source)), "json") == told


def test_answers_do_not_depend_on_how_python_mixes_its_hashes():
    said = [sys.executable, "-m", "blueprint", "analyse", "all", "examples/one_day_delivery"]
    told = {
        subprocess.run(
            [*said, "--format", "json", "--no-cache"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
