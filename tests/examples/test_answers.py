"""The examples have figures to answer from, and say which of them are made up."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

import blueprint
from blueprint.analysis.times.speed_up import speed_up
from blueprint.files.yaml_reader import read_yaml
from blueprint.model import said
from blueprint.report import Report

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = (
    "contact_centres", "dishwasher", "forum", "night_service", "walk_in",
    "one_day_delivery/order", "one_day_delivery/delivery",
    "one_day_delivery/returns", "one_day_delivery/complaint",
    "fast_food/tills", "fast_food/kiosks",
    "delivery_and_installation/two_visits", "delivery_and_installation/one_visit",
)  # fmt: skip


@cache
def asked(name: str, analysis: str) -> Report:
    path = EXAMPLES / name
    made: Any = blueprint.load_workspace(path) if path.is_dir() else blueprint.load(path)
    return blueprint.analyse(made, analysis)


def codes(name: str, analysis: str) -> set[str]:
    return {finding.code for finding in asked(name, analysis).findings}


@pytest.mark.parametrize("case", CASES)
def test_every_case_says_in_both_languages_that_figures_are_assumed(case: str) -> None:
    source = blueprint.load(EXAMPLES / f"{case}.blueprint.yaml").source
    assert source is not None
    assert "assumed for the example" in said(source, "en")
    assert "示例假设" in said(source, "zh")


def test_what_was_measured_says_so_too() -> None:
    for folder in ("one_day_delivery", "delivery_and_installation"):
        catalog: Any = read_yaml((EXAMPLES / folder / "catalog.yaml").read_text("utf-8"), file="c")
        root = catalog.root
        for result in root["results"]:
            note = root["metrics"][result["metric"]]["note"]
            assert "assumed for the example" in note["en"]
            assert "示例假设" in note["zh"]


def test_levers_are_told_apart_by_what_happened_after() -> None:
    assert {"levers.better", "levers.worse", "levers.no_difference"} <= codes(
        "one_day_delivery", "levers"
    )
    assert "levers.change_closed" in codes("delivery_and_installation", "levers")


def test_of_the_bank_nobody_says_percent_or_points() -> None:
    bank = blueprint.load(EXAMPLES / "contact_centres.blueprint.yaml")
    assert bank.results == ()
    assert "percent or points is not said" in said(bank.metrics["resolved-at-first"].note, "en")
    assert codes("contact_centres.blueprint.yaml", "levers") >= {"levers.cannot_tell"}


def test_the_iceberg_of_one_day_delivery_has_its_figures() -> None:
    assert str(asked("one_day_delivery", "complaints").summary[0]) == (
        "Of 30,000 customers with a problem, 1,500 complain and 28,500 stay silent."
    )


def test_both_causes_of_dissatisfaction_are_found() -> None:
    table = next(
        table for table in asked("one_day_delivery", "priorities").tables if table.name == "causes"
    )
    assert len({str(row[-1]) for row in table.rows}) == 3


def test_the_speed_ups_of_the_cases_come_out_as_given() -> None:
    till, kiosk = (
        blueprint.load(EXAMPLES / "fast_food" / f"{name}.blueprint.yaml")
        for name in ("tills", "kiosks")
    )
    taken = [made.names.steps["order"].step.time for made in (till, kiosk)]
    assert [time.actual for time in taken if time] == ["150 s", "15 s"]
    assert str(speed_up("150 s", "15 s")).startswith("−90 %")
    fees: list[Any] = [
        blueprint.load(EXAMPLES / "delivery_and_installation" / f"{name}.blueprint.yaml")
        .names.actions["works-out-the-fee"]
        .action
        for name in ("two_visits", "one_visit")
    ]
    assert [(fee.duration, fee.actor) for fee in fees] == [
        ("40 s", "person"),
        ("2 s", "technology"),
    ]
