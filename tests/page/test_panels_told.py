"""Whom a change concerns: the page's own answer is the ripple's, for every element and direction."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser

import blueprint
from blueprint.drawing import draw
from blueprint.graph import Graph, graph_of
from blueprint.model import Blueprint
from tests.page.made import ROOT, everything
from tests.page.panelled import data_of

Answer = dict[str, Any]
DIRECTIONS: dict[Literal["demand", "disruption", "both"], list[str]] = {
    "demand": ["demand"],
    "disruption": ["disruption"],
    "both": ["demand", "disruption"],
}
SOURCES = ("hotel_stay", "city_hotel", "hospital", "everything", "delivery")


@cache
def graph(name: str) -> tuple[Graph, str | None]:
    """Return the graph of an example, and the blueprint meant where it holds several."""
    if name == "everything":
        return graph_of(everything()), None
    if name == "delivery":
        return graph_of(blueprint.load_workspace(ROOT / "examples/one_day_delivery").scope), name
    source = blueprint.load(ROOT / "examples" / f"{name}.blueprint.yaml")
    assert isinstance(source, Blueprint)
    return graph_of(source), None


CONCERNED = "concerned(id, directions[way], depth ?? Infinity)"
ARRIVALS = """
  [...arrivalsOf(startsOf(id), directions[way], depth ?? Infinity)]
    .map(([id, { direction, hops, cost }]) => [id, [direction, hops, Math.exp(-cost)]])"""


def by_page(
    browser: Browser,
    data: Answer,
    asked: list[tuple[str, str, int | None]],
    wanted: str = CONCERNED,
) -> Any:
    """Return what the page's script says, run by itself over a page's data."""
    parts = "\n".join(
        resources.files("blueprint.page").joinpath("script", name).read_text("utf-8")
        for name in ("data.js", "trace.js", "tell.js")
    )
    page = browser.new_page()
    block = json.dumps(data).replace("<", "\\u003c")
    page.set_content(f'<script type="application/json" id="blueprint-data">{block}</script>')
    answers = page.evaluate(
        f"""([asked, directions]) => {{
          const edition = {{ over: null }};
          {parts}
          return asked.map(([id, way, depth]) => {wanted});
        }}""",
        [asked, DIRECTIONS],
    )
    page.close()
    return answers


def by_ripple(of: Graph, id: str, way: str, depth: int | None) -> Answer:  # noqa: A002
    """Return the same from the analysis."""
    found = blueprint.ripple(of, [id], direction=way, depth=depth, method="paths")  # type: ignore[arg-type]
    shares = {share.id: share.count for share in found.departments}
    return {
        "parts": {
            part: {d.id: shares[d.id] for d in departments}
            for part, departments in (
                ("first", found.first_to_act),
                ("affected", found.also_affected),
                ("tell", found.to_be_told),
            )
        },
        "promises": {touched.id for touched in found.promises},
        "moments": {touched.id for touched in found.moments_of_truth},
        "personas": {touched.id for touched in found.personas},
        "levers": {touched.id for touched in found.touched},
    }


def shaped(answer: Answer) -> Answer:
    parts: dict[str, dict[str, int]] = {"first": {}, "affected": {}, "tell": {}}
    for entry in answer["parts"]:
        parts[entry["part"]][entry["id"]] = entry["count"]
    rest = {key: set(ids) for key, ids in answer.items() if key != "parts"}
    return {"parts": parts, **rest}


@pytest.mark.parametrize("name", SOURCES)
def test_the_page_and_the_ripple_name_the_same(browser: Browser, name: str) -> None:
    of, stem = graph(name)
    html = draw(of, "html", lang="en", stem=stem)
    assert isinstance(html, str)
    data = data_of(html)
    asked: list[tuple[str, str, int | None]] = [
        (item["id"], way, depth)
        for item in data["items"]
        if not item.get("within")
        for way in DIRECTIONS
        for depth in ((None,) if name != "everything" else (None, 2))
    ]
    assert len(asked) > 100
    for question, answer in zip(asked, by_page(browser, data, asked), strict=True):
        assert shaped(answer) == by_ripple(of, *question), question


@pytest.mark.parametrize("name", SOURCES)
def test_the_page_s_own_trace_is_the_ripple_by_paths(browser: Browser, name: str) -> None:
    of, stem = graph(name)
    html = draw(of, "html", lang="en", stem=stem)
    assert isinstance(html, str)
    data = data_of(html)
    asked: list[tuple[str, str, int | None]] = [
        (item["id"], way, depth)
        for item in data["items"]
        if not item.get("within")
        for way in DIRECTIONS
        for depth in ((None, 2) if name in ("everything", "hotel_stay") else (None,))
    ]
    assert len(asked) > 100
    for question, answer in zip(asked, by_page(browser, data, asked, ARRIVALS), strict=True):
        id, way, depth = question  # noqa: A001
        found = blueprint.ripple(of, [id], direction=way, depth=depth, method="paths")  # type: ignore[arg-type]
        ways = {key: (by, hops) for key, (by, hops, _) in answer}
        assert ways == {e.id: (e.direction, e.hops) for e in found.reached}, question
        likely = {key: likelihood for key, (_, _, likelihood) in answer}
        assert likely == pytest.approx({e.id: e.likelihood for e in found.reached}), question
