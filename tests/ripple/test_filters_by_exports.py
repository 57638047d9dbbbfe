"""Whatever is chosen of a ripple, every export shows exactly what its report lists."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cache
from itertools import product
from typing import Any

import pytest

import blueprint
from blueprint.analysis.ripple import RippleReport
from blueprint.graph import Graph
from blueprint.page.ripple_data import ripple_data
from blueprint.render.report import RIPPLE_FORMATS, as_text
from blueprint.site.ripple_page import ripple_page, with_change
from tests.page.made import ROOT
from tests.test_dot import graphviz, words_of

LANES = (None, ("backstage",), ("customer", "support"))
DEPARTMENTS = (None, ("logistics",), ("it", "operations"))
LEAST = (0.0, 0.3, 0.9)
DEPTHS = (None, 1)
CHOICES = tuple(product(LANES, DEPARTMENTS, LEAST, DEPTHS))


@cache
def delivery() -> Any:
    return blueprint.load_workspace(ROOT / "examples" / "one_day_delivery")


@cache
def changed() -> Graph:
    return with_change(delivery().scope, next(iter(delivery().changes.values())))


@cache
def asked(choice: tuple[Any, ...]) -> RippleReport:
    lanes, departments, least, depth = choice
    return blueprint.ripple(
        delivery(),
        change=next(iter(delivery().changes.values())),
        lanes=lanes,
        departments=departments,
        least=least,
        depth=depth,
    )


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_overlay_dot_page_and_tables_hold_what_is_listed_and_nothing_else(
    choice: tuple[Any, ...],
) -> None:
    report = asked(choice)
    listed = [element.id for element in report.reached]
    names = {element.name.into("en") for element in report.reached}
    overlay = report.overlay
    assert overlay is not None
    assert [key for key, mark in overlay.elements.items() if mark.role == "reached"] == listed
    assert len(overlay.links) == len(overlay.strengths)
    assert bool(overlay.links) == bool(listed)

    data = ripple_data(report, "en")
    assert [entry["id"] for entry in data["reached"]] == listed
    assert [part["id"] for part in data["departments"]] == [d.id for d in report.departments]

    dot = as_text(report, "dot", "en")
    starts = len(report.start) + len(report.added)
    assert len(re.findall(r"^\s*n\d+ \[", dot, re.MULTILINE)) == starts + len(listed)
    assert dot.count(" -> ") == len(listed)

    told = json.loads(as_text(report, "json", "en"))
    assert [entry["id"] for entry in told["reached"]] == listed
    rows = list(csv.reader(io.StringIO(as_text(report, "csv", "en"), newline="")))
    assert names <= {cell for row in rows for cell in row}
    for form in ("md", "html", "text"):
        text = as_text(report, form, "en").replace("\\", "")
        assert all(name in text for name in names), form


@pytest.mark.parametrize("choice", CHOICES[::5], ids=str)
def test_no_export_is_empty_and_who_must_be_told_is_always_said(choice: tuple[Any, ...]) -> None:
    report = asked(choice)
    told = [department.name for department in report.to_be_told]
    assert told
    for form, lang in product(RIPPLE_FORMATS, ("en", "zh")):
        text = as_text(report, form, lang)
        for name in told:
            assert name.into(lang) in text, (form, lang)


@pytest.mark.parametrize("choice", [CHOICES[0], CHOICES[7], CHOICES[-1]], ids=str)
def test_graphviz_and_the_page_of_the_workspace_take_every_choice(choice: tuple[Any, ...]) -> None:
    report = asked(choice)
    drawn = words_of(graphviz("dot", as_text(report, "dot", "en"), "-Tsvg"))
    assert all(element.name.into("en") in drawn for element in report.reached)
    html = ripple_page(changed(), report, "en")
    lit = set(re.findall(r'class="bp-mark bp-role-reached" data-id="([^"]+)"', html))
    assert lit == {element.id for element in report.reached if element.lane is not None}
