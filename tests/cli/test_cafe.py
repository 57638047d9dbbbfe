"""Somebody who has read only the README: a café from `new`, broken in many ways, drawn, and asked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from blueprint.cli.app import run

GOLDEN = Path(__file__).parent / "golden"

MISTAKES = {
    "a department that is not there": ("        department: kitchen\n", "        department: kitchn\n"),
    "a key misspelt": ("      customer: Pays", "      custmer: Pays"),
    "a figure off its scale": ("      experience: {emotion: 2}", "      experience: {emotion: 5}"),
    "a month as a duration": ("at_most: 60 s", "at_most: 1 month"),
    "a step twice": ("    - step: Leave", "    - step: Get the food\n    - step: Leave"),
    "a recovery that is not there": ("recovery: offers-cash-or-a-tab", "recovery: offers-cash"),
    "a share above one": ("probability: 95%", "probability: 95"),
    "shares that do not add up": ("probability: 95%", "probability: 90%"),
    "a full-width colon": ("      customer: Takes the food", "      customer：Takes the food"),
    "a text cut short by a comment": ("evidence: Receipt", "evidence: Receipt #12"),
    "an owner that is not there": ("owner: floor   ", "owner: flor   "),
    "a tab": ("      time: {waiting: 2 min", "\t  time: {waiting: 2 min"),
    "a key twice": ("departments:   ", "departments: {}\ndepartments:   "),
    "a second colon": ("customer: Chooses and orders", "customer: Chooses: orders"),
    "a comma in braces": ("{name: Says goodbye, department: floor}", "{name: Says goodbye, waves, department: floor}"),
    "an at sign": ("customer: Clears the tray and leaves", "customer: @home"),
    "a screen that serves itself": ("{name: Calls the name and hands over, department: floor}", "{name: Calls the name, needs: [takes-the-food]}"),
    "a word in another language": ("customer: Asks what to do", "customer: {name: {en: Asks, zh: 询问}}"),
}  # fmt: skip


@pytest.fixture
def cafe(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["new", "cafe"]) == 0
    return tmp_path / "cafe.blueprint.yaml"


def test_the_starter_checks_clean_in_both_languages(cafe, capsys):
    assert run(["new", "zh.blueprint.yaml", "--lang", "zh"]) == 0
    assert run(["check", "cafe.blueprint.yaml", "zh.blueprint.yaml", "--fail-on", "info"]) == 0
    assert "nothing to note" in capsys.readouterr().out


def test_new_never_replaces_a_file_unasked(cafe, capsys):
    cafe.write_text("mine")
    assert run(["new", "cafe"]) == 2
    assert cafe.read_text() == "mine"
    assert "--force" in capsys.readouterr().err
    assert run(["new", "cafe", "--force"]) == 0
    assert cafe.read_text() != "mine"


def test_every_mistake_gets_its_place_its_code_and_what_to_write(cafe, capsys):
    """The messages are golden: UPDATE_GOLDEN=1 writes them anew, to be reviewed."""
    text = cafe.read_text(encoding="utf-8")
    told = []
    for name, (right, wrong) in MISTAKES.items():
        assert right in text, name
        cafe.write_text(text.replace(right, wrong, 1), encoding="utf-8")
        capsys.readouterr()
        code = run(["check", "cafe.blueprint.yaml"])
        out = capsys.readouterr()
        assert out.err == ""
        told.append(f"## {name} (exit code {code})\n\n{out.out}")
    made = "\n".join(told)
    golden = GOLDEN / "cafe_mistakes.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["svg", "html", "dot", "mmd", "md", "json"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_is_drawn_in_every_format_the_same_on_every_run(cafe, ending, lang, capsys):
    assert run(["render", str(cafe), "-o", f"x.{ending}", "--lang", lang]) == 0
    first = Path(f"x.{ending}").read_bytes()
    assert run(["render", str(cafe), "-o", f"x.{ending}", "--lang", lang]) == 0
    assert Path(f"x.{ending}").read_bytes() == first
    assert "Takes the order" in first.decode()
    capsys.readouterr()
    assert run(["render", str(cafe), "-o", "-", "--format", ending, "--lang", lang]) == 0
    assert capsys.readouterr().out.strip() == first.decode().strip()


def test_what_changes_if_the_till_is_replaced(cafe, capsys):
    assert run(["ripple", str(cafe), "--start", "till", "--direction", "disruption"]) == 0
    out = capsys.readouterr().out
    golden = GOLDEN / "cafe_till.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(out, encoding="utf-8")
    assert out == golden.read_text(encoding="utf-8")
