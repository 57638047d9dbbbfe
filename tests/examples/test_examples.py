"""Every example loads, checks clean, is drawn, reads back equal, and says the same in Python."""

from __future__ import annotations

import html
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import blueprint
from blueprint.model import Blueprint, said

EXAMPLES = Path(__file__).parents[2] / "examples"
SINGLE = ("hotel_stay", "express_mail", "city_hotel", "hospital", "bank_loan", "public_service")
CASES = ("night_service", "contact_centres", "forum", "dishwasher", "walk_in")
WORKSPACE = EXAMPLES / "one_day_delivery"
BEFORE_AND_AFTER = ("delivery_and_installation", "fast_food")


def single(name: str) -> Blueprint:
    return blueprint.load(EXAMPLES / f"{name}.blueprint.yaml")


@cache
def whole() -> dict[str, Blueprint]:
    shared = blueprint.load_workspace(WORKSPACE).blueprints
    cases = {name: single(name) for name in (*SINGLE, *CASES)}
    for folder in BEFORE_AND_AFTER:
        cases |= blueprint.load_workspace(EXAMPLES / folder).blueprints
    return {**cases, **shared}


DRAWN = (
    *SINGLE, *CASES, "order", "delivery", "returns", "complaint",
    "two_visits", "one_visit", "tills", "kiosks",
)  # fmt: skip


@pytest.mark.parametrize("name", [*SINGLE, *CASES])
def test_a_single_example_checks_clean(name: str) -> None:
    assert blueprint.check(single(name)).findings == ()


@pytest.mark.parametrize("folder", [WORKSPACE.name, *BEFORE_AND_AFTER])
def test_a_workspace_checks_clean(folder: str) -> None:
    assert blueprint.check(blueprint.load_workspace(EXAMPLES / folder)).findings == ()


@pytest.mark.parametrize("name", [*SINGLE, *CASES])
def test_a_single_example_reads_back_equal(name: str) -> None:
    made = single(name)
    assert blueprint.load(blueprint.dump(made)) == made


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_step_is_on_its_drawing(name: str, lang: str) -> None:
    made = whole()[name]
    drawing = blueprint.draw(made, "svg", lang=lang)
    assert isinstance(drawing, str)
    shown = html.unescape("".join(drawing.split()))
    for action in made.names.actions.values():
        first_word = said(action.action.name, lang).split()[0]
        assert first_word in shown


@pytest.mark.parametrize("name", [*SINGLE, "one_day_delivery"])
def test_the_python_twin_says_the_same_and_runs_offline(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / f"{name}.py")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(EXAMPLES.parent), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "True" in done.stdout
    assert "False" not in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", DRAWN)
def test_every_part_of_an_example_can_be_traced(name: str) -> None:
    made = whole()[name]
    for step in made.names.steps:
        assert blueprint.ripple(made, [step], direction="both").start


def test_the_bilingual_examples_lack_no_chinese() -> None:
    for name, made in whole().items():
        if "zh" in made.languages and "en" in made.languages:
            for action in made.names.actions.values():
                assert said(action.action.name, "zh") != said(action.action.name, "en"), name


def test_the_registration_system_of_check_in_has_the_id_the_readme_uses() -> None:
    stay = single("hotel_stay")
    report = blueprint.ripple(stay, ["check-in.registration-system"], direction="disruption")
    assert [(d.id, d.role) for d in report.departments][:2] == [
        ("it", "first"),
        ("front-desk", "affected"),
    ]
    assert {"process-registration", "process-checkout"} <= {e.id for e in report.reached}
    assert [m.id for m in report.moments_of_truth] == ["check-in"]


def test_a_stop_of_the_warehouse_system_reaches_all_four_blueprints() -> None:
    chain = blueprint.load_workspace(WORKSPACE)
    report = blueprint.ripple(chain, ["wms"], direction="disruption")
    assert {e.blueprint for e in report.reached} >= {"order", "delivery", "returns", "complaint"}
    assert {"next-day", "money-back"} <= {p.id for p in report.promises}
    assert "marketing" in {t.id for t in report.to_be_told}
