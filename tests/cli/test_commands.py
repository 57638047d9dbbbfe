"""What every command promises: exit codes, streams, standard input and output, nothing torn."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint import __version__
from blueprint.cli.app import COMMANDS, run

ROOT = Path(__file__).parents[2]
HOTEL = str(ROOT / "examples/hotel_stay.blueprint.yaml")
SHOP = str(ROOT / "examples/one_day_delivery")
CHANGE = f"{SHOP}/deliver_within_a_day.change.yaml"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_help_and_version(capsys):
    assert run(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    assert run(["--help"]) == 0
    overview = capsys.readouterr().out
    for command in COMMANDS:
        assert command in overview
        assert run([command, "--help"]) == 0
        assert "Usage: blueprint" in capsys.readouterr().out


@pytest.mark.parametrize(
    "args",
    [
        ["rendr"],
        ["check"],
        ["render", HOTEL],
        ["ripple", HOTEL],
        ["check", HOTEL, "--as-of", "2026-02-30"],
        ["ripple", HOTEL, "--start", "a", "--change", "b"],
        ["ripple", HOTEL, "--change", "a", "b"],
        ["schema", "--of", "x"],
    ],
)
def test_wrong_usage_is_2_and_says_what_is_right(args, capsys):
    assert run(args) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Error" in captured.err


@pytest.mark.parametrize(
    "args",
    [
        ["check", "nowhere.blueprint.yaml"],
        ["render", "nowhere.blueprint.yaml", "-o", "x.svg"],
        ["render", HOTEL, "-o", "x.xyz"],
        ["render", SHOP, "-o", "x.svg"],
        ["render", HOTEL, "-o", "no/such/folder/x.svg"],
        ["ripple", HOTEL, "--start", "nobody"],
        ["ripple", HOTEL, "--start", "registration-system"],
        ["ripple", SHOP, "--change", "nowhere.change.yaml"],
        ["ripple", SHOP, "--change", HOTEL],
        ["build", HOTEL, "-o", "out"],
        ["build", ".", "-o", "out"],
        ["explain", "BP999"],
    ],
)
def test_unusable_input_is_2_with_one_clear_error(args, capsys):
    assert run(args) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(("error: ", "Usage"))
    assert "Traceback" not in captured.err
    assert not list(Path().iterdir())


def test_findings_are_1_by_their_weight(capsys):
    Path("a.blueprint.yaml").write_text("blueprint: A\nphases: {P: [{customer: a}]}\n")
    assert run(["check", "a.blueprint.yaml"]) == 0
    assert run(["check", "a.blueprint.yaml", "--fail-on", "warning"]) == 1
    assert run(["check", "a.blueprint.yaml", "--fail-on", "never"]) == 0
    Path("a.blueprint.yaml").write_text("blueprint: A\nphases: {P: [{customr: a}]}\n")
    assert run(["check", "a.blueprint.yaml"]) == 1
    assert run(["render", "a.blueprint.yaml", "-o", "x.svg"]) == 2
    assert "BP101" in capsys.readouterr().err
    assert not Path("x.svg").exists()


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_findings_in_every_format_and_both_languages(form, capsys):
    Path("a.blueprint.yaml").write_text(
        "blueprint: A\nphases: {P: [{customer: a, support: {name: s, department: it}}]}\n"
    )
    for lang in ("en", "zh"):
        assert run(["check", "a.blueprint.yaml", "--format", form, "--lang", lang]) == 1
        out = capsys.readouterr().out
        assert "BP102" in out
        if form in ("json", "sarif"):
            json.loads(out)


def test_standard_input_and_output(capsys, monkeypatch):
    text = Path(HOTEL).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert run(["render", "-", "-o", "-", "--format", "svg"]) == 0
    assert capsys.readouterr().out.startswith("<svg")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe")))
    assert run(["check", "-"]) == 2
    assert "UTF-16" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "json", "csv", "md", "html"])
def test_a_ripple_in_every_format(form, capsys):
    for lang, word in (("en", "Logistics"), ("zh", "物流")):
        assert run(["ripple", SHOP, "--change", CHANGE, "--format", form, "--lang", lang]) == 0
        assert word in capsys.readouterr().out


def test_a_change_that_names_what_is_not_there_is_pointed_at(capsys):
    Path("x.change.yaml").write_text("change: X\nchanges: [{to: next-dya, how: tightened}]\n")
    assert run(["ripple", SHOP, "--change", "x.change.yaml"]) == 2
    err = capsys.readouterr().err
    assert 'x.change.yaml:2:16: error[BP102]: element "next-dya" is not defined' in err
    assert 'did you mean "next-day"?' in err


def test_a_ripple_on_the_drawing():
    assert run(["ripple", HOTEL, "--start", "check-in.registration-system", "-o", "x.svg"]) == 0
    assert "bp-mark" in Path("x.svg").read_text()


def test_a_ripple_on_the_page():
    assert run(["ripple", HOTEL, "--start", "check-in.registration-system", "-o", "x.html"]) == 0
    page = Path("x.html").read_text()
    assert "bp-card" in page
    assert "Ripple from" in page


def test_several_starts_may_follow_one_word(capsys):
    assert run(
        [
            "ripple",
            HOTEL,
            "--start",
            "check-in.registration-system",
            "check-out.registration-system",
        ]
    ) in (0, 2)
    capsys.readouterr()
    assert run(["ripple", HOTEL, "--start", "check-in", "receive-bags"]) == 0


def test_elements_may_stand_behind_the_path_as_they_do_for_analyses(capsys):
    assert run(["ripple", HOTEL, "check-in", "receive-bags"]) == 0
    behind = capsys.readouterr().out
    assert run(["ripple", HOTEL, "--start", "check-in", "--start", "receive-bags"]) == 0
    assert capsys.readouterr().out == behind


def test_build_makes_the_whole_site_and_replaces_it_whole(capsys):
    assert run(["build", SHOP, "-o", "out"]) == 0
    made = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    assert {
        "index.html",
        "delivery.html",
        "delivery.svg",
        "order.html",
        "returns.svg",
        "deliver_within_a_day.change.html",
        "findings.html",
    } <= set(made)
    Path("out/stale.html").write_text("old")
    assert run(["build", SHOP, "-o", "out"]) == 0
    assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == made
    assert run(["build", SHOP, "-o", "out.zh", "--lang", "zh"]) == 0
    assert (
        "一日达" in Path("out.zh/index.html").read_text()
        or "送达" in Path("out.zh/index.html").read_text()
    )


def test_build_never_replaces_a_folder_of_somebody_else(capsys):
    Path("out").mkdir()
    Path("out/thesis.txt").write_text("mine")
    assert run(["build", SHOP, "-o", "out"]) == 2
    assert Path("out/thesis.txt").read_text() == "mine"


def test_every_code_is_explained(capsys):
    assert run(["explain"]) == 0
    overview = capsys.readouterr().out
    codes = {word for word in overview.split() if word.startswith("BP") and word[2:].isdigit()}
    assert "BP310" in codes
    for code in sorted(codes):
        assert run(["explain", code]) == 0
        assert run(["explain", code, "--lang", "zh"]) == 0
    assert run(["explain", "bp310"]) == 0


@pytest.mark.parametrize("kind", ["blueprint", "catalog", "change"])
def test_schemas_are_json(kind, capsys):
    assert run(["schema", "--of", kind]) == 0
    assert json.loads(capsys.readouterr().out)["type"] == "object"


def test_our_own_fault_is_3_and_no_traceback(capsys, monkeypatch):
    import blueprint.files

    def broken(*_args, **_kwargs):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(blueprint.files, "read", broken)
    assert run(["check", HOTEL]) == 3
    err = capsys.readouterr().err
    assert "our own fault: ZeroDivisionError" in err
    assert "Traceback" not in err


HEAVY = ("networkx", "numpy", "jinja2", "rich", "graphviz", "yaml")


@pytest.mark.parametrize(
    "code",
    [
        "import blueprint",
        "from blueprint.cli import main",
        "from blueprint.cli.app import run; run(['--help'])",
    ],
)
def test_starting_loads_nothing_heavy(code):
    probe = f"{code}\nimport sys\nprint('LOADED', sorted(m for m in {(*HEAVY, 'pydantic')!r} if m in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", probe],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert "LOADED []" in done.stdout


def test_a_closed_pipe_is_no_trouble():
    done = subprocess.run(
        f'{sys.executable} -c \'from blueprint.cli import main; main(["render", "{HOTEL}", "-o", "-", "--format", "svg"])\' | head -c 10',
        shell=True,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stderr == ""
