"""The two cases written in our format give exactly their links, signs and figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import blueprint
from blueprint.graph import Graph, graph_of

ROOT = Path(__file__).parents[2]
KINDS = {"flow": "flow", "evidence": "evidence", "interact": "interaction", "depend": "support"}
CASES = (("city_hotel", "city-hotel"), ("hospital", "hospital-zh"))


def pair(name: str, case: str) -> tuple[Graph, dict[str, Any]]:
    made = blueprint.load(ROOT / "examples" / f"{name}.blueprint.yaml")
    return graph_of(made), json.loads((ROOT / "tests" / "data" / f"{case}.json").read_text("utf-8"))


@pytest.mark.parametrize(("name", "case"), CASES)
def test_the_links_are_the_cases_links_and_no_more(name: str, case: str) -> None:
    graph, told = pair(name, case)
    names = {card["id"]: card["name"] for card in told["cards"]}
    wanted = [
        (KINDS[link["kind"]], names[link["source"]], names[link["target"]], link.get("label"))
        for link in told["links"]
    ]
    actions = {"evidence", "customer", "frontstage", "backstage", "support"}
    found = [
        (
            link.kind,
            graph.node(link.source).name,
            graph.node(link.target).name,
            getattr(link, "label", None),
        )
        for link in graph.links
        if graph.node(link.source).kind in actions and graph.node(link.target).kind in actions
    ]
    assert sorted(map(str, found)) == sorted(map(str, wanted))


@pytest.mark.parametrize(("name", "case"), CASES)
def test_cards_stand_in_their_lane_and_step_with_their_signs(name: str, case: str) -> None:
    graph, told = pair(name, case)
    lanes = {"front": "frontstage", "fronttech": "frontstage", "back": "backstage"}
    made = next(iter(graph.scope.blueprints.values()))
    steps = list(made.names.steps.values())
    cards = {action.action.name: action for action in made.names.actions.values()}
    assert len(cards) == len(told["cards"])
    for card in told["cards"]:
        found = cards[card["name"]]
        action: Any = found.action
        assert found.lane == lanes.get(card["lane"], card["lane"])
        assert found.step == steps[card["step"]].id
        assert getattr(action, "actor", "person") == (
            "technology" if card["lane"] == "fronttech" else "person"
        )
        assert list(getattr(action, "channels", ())) == card.get("ch", [])
        assert [pain.name for pain in getattr(action, "pain", ())] == [
            p for p in [card.get("pain")] if p
        ]
        assert len(getattr(action, "fails", ())) == card.get("fail", 0)
        declared = steps[card["step"]].step if card["lane"] == "customer" else action
        assert bool(getattr(declared, "moment_of_truth", None)) == bool(card.get("mot"))


@pytest.mark.parametrize(("name", "case"), CASES)
def test_phases_titles_and_emotion_are_the_cases(name: str, case: str) -> None:
    graph, told = pair(name, case)
    made = next(iter(graph.scope.blueprints.values()))
    assert made.blueprint == told["title"]
    assert [(p.phase, len(p.steps)) for p in made.phases] == [
        (p["name"], p["steps"]) for p in told["phases"]
    ]
    assert [step.step for step in made.steps] == told["steps"]
    assert [step.experience[0].emotion for step in made.steps] == told["emotion"]
