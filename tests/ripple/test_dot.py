"""A ripple alone as DOT: Graphviz takes it, every listed element stands in it, texts are data."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import blueprint
from blueprint.analysis.ripple import RippleReport
from blueprint.errors import BlueprintError
from blueprint.model import Blueprint
from blueprint.render.report import as_text
from blueprint.render.report.dot import By, ripple_dot
from blueprint.safety.text import one_line
from tests.page.made import ROOT
from tests.strategies import awkward_texts
from tests.test_dot import NASTY, graphviz, words_of

BY: tuple[By, ...] = ("department", "lane", "blueprint")


def delivery() -> RippleReport:
    workspace = blueprint.load_workspace(ROOT / "examples" / "one_day_delivery")
    return blueprint.ripple(workspace, change=next(iter(workspace.changes.values())))


def chain(names: list[str]) -> Blueprint:
    """Return steps whose actions stand under one another, all named with the same nasty texts."""
    return Blueprint.model_validate(
        {
            "blueprint": names[0],
            "departments": {"d": names[-1]},
            "systems": {"s": {"name": names[0], "department": "d"}},
            "phases": {
                "All": [
                    {
                        "step": name,
                        "id": f"step{n}",
                        "customer": {"name": name, "id": f"c{n}"},
                        "frontstage": {"name": name, "id": f"f{n}", "department": "d"},
                        "backstage": {"name": name, "id": f"b{n}", "system": "s"},
                    }
                    for n, name in enumerate(names)
                ]
            },
        }
    )


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_graphviz_draws_every_listed_element_with_its_figures(by: By, lang: str) -> None:
    report = delivery()
    drawn = words_of(graphviz("dot", ripple_dot(report, lang, by=by), "-Tsvg"))
    for element in report.reached:
        assert element.name.into(lang) in drawn
        assert f"{element.hops} · " in drawn
    for start in (*report.start, *report.added):
        assert start.name.into(lang) in drawn
    assert report.to_be_told[0].name.into(lang) in drawn


def test_the_wider_an_arrow_the_likelier_the_change_comes_that_far() -> None:
    report = delivery()
    source = ripple_dot(report)
    widths = [float(found) for found in re.findall(r"penwidth=([\d.]+)", source)]
    paths = {hop.target if hop.forward else hop.source for e in report.reached for hop in e.path}
    assert len(widths) >= len(paths)
    assert max(widths) == pytest.approx(0.8 + 5.2 * 0.8, abs=0.01)
    assert len(set(widths)) > 5


def test_starts_and_what_is_new_are_told_from_what_is_reached_without_colour() -> None:
    report = delivery()
    source = ripple_dot(report)
    assert source.count("peripheries=2") == len(report.start) + len(report.added)
    assert "\\nnew" in source
    assert "\\ntightened" in source


def test_an_arrow_over_what_is_not_listed_says_so() -> None:
    report = delivery()
    far = max(report.reached, key=lambda element: element.hops)
    only = replace(report, reached=(far,))
    source = ripple_dot(only)
    assert source.count(" -> ") == 1
    assert f"over {far.hops - 1} not listed" in source
    assert far.name.into("en") in words_of(graphviz("dot", source, "-Tsvg"))


def test_texts_are_data_whatever_they_say() -> None:
    report = blueprint.ripple(chain(list(NASTY)), ["s"], direction="disruption")
    drawn = words_of(graphviz("dot", ripple_dot(report), "-Tsvg"))
    for name in NASTY:
        assert one_line(name) in drawn


@settings(max_examples=10, deadline=None)
@given(st.lists(awkward_texts, min_size=1, max_size=4))
def test_graphviz_takes_any_text(names: list[str]) -> None:
    report = blueprint.ripple(chain(names), ["s"], direction="disruption")
    graphviz("dot", ripple_dot(report), "-Tsvg")


def test_only_a_ripple_is_a_graph() -> None:
    report = delivery()
    assert as_text(report, "dot", "zh") == ripple_dot(report, "zh")
    check = blueprint.check(chain(["A"]))
    with pytest.raises(BlueprintError, match="no format “dot”"):
        as_text(check, "dot")
