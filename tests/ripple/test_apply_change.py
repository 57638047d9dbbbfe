"""A change put into effect: where its additions stand, what stays, and what it may not do."""

from __future__ import annotations

import pytest

from blueprint.analysis.ripple import ripple
from blueprint.analysis.ripple.apply_change import applied
from blueprint.errors import InvalidBlueprintError, ReferenceNotFoundError
from blueprint.graph import graph_of
from blueprint.integrity import Scope, alone
from blueprint.model import Blueprint, OrganisationCatalog
from tests.ripple.small import bistro, change, ids


def links(scope: Scope, *kinds: str) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in graph_of(scope).links if link.kind in kinds}


def test_an_added_system_is_proposed_and_used_where_the_change_says() -> None:
    asked = change(adds={"systems": {"screen": {"name": "Screen", "used_by": ["cooks", "buys"]}}})
    effect = applied(alone(bistro()), asked)
    made = next(iter(effect.scope.blueprints.values()))
    assert made.systems["screen"].status == "proposed"
    assert {("cooks", "screen"), ("buys", "screen"), ("buys", "stock")} <= links(
        effect.scope, "uses"
    )
    assert effect.added == ("screen",)


def test_the_blueprint_asked_about_stays_as_it_was() -> None:
    before = bistro()
    applied(alone(before), change(adds={"systems": {"screen": "Screen"}}, removes=["cooks"]))
    assert before == bistro()
    assert "screen" not in before.systems


def test_a_proposed_system_may_be_added_and_keeps_what_it_said() -> None:
    asked = change(adds={"systems": {"printer": {"name": "Fast printer", "used_by": ["cooks"]}}})
    made = next(iter(applied(alone(bistro()), asked).scope.blueprints.values()))
    assert made.systems["printer"].name == "Fast printer"
    assert made.systems["printer"].department == "it"


def test_who_comes_to_need_an_added_action_keeps_what_was_implied() -> None:
    asked = change(
        adds={"actions": [{"name": "Sorts", "step": "eat", "needed_by": ["cooks", "serves"]}]}
    )
    before = links(alone(bistro()), "interaction", "support")
    after = links(applied(alone(bistro()), asked).scope, "interaction", "support")
    assert before <= after
    assert after - before == {("serves", "sorts"), ("cooks", "sorts"), ("sorts", "buys")}


def test_an_added_action_stands_in_its_lane_and_step() -> None:
    asked = change(
        adds={
            "actions": [{"name": "Checks", "lane": "support", "step": "order", "department": "it"}]
        }
    )
    report = ripple(bistro(), change=asked)
    assert [(a.id, a.lane, a.step, a.department) for a in report.added] == [
        ("checks", "support", "order", "it")
    ]


def test_an_added_action_of_a_name_that_is_taken_gets_its_steps_in_front() -> None:
    asked = change(adds={"actions": [{"name": "Cooks", "step": "order"}]})
    assert applied(alone(bistro()), asked).added == ("order.cooks",)


def test_added_promises_channels_and_articles_are_there() -> None:
    asked = change(
        adds={
            "promises": {
                "hot": {"text": "Always hot", "made_by": "kitchen", "kept_by": ["serves"]}
            },
            "channels": {"app": "App"},
            "knowledge": {"wines": "Wines"},
        }
    )
    report = ripple(bistro(), change=asked)
    assert ids(report.added) == ["app", "hot", "wines"]
    assert "serves" in ids(report.reached)
    assert "kitchen" in ids(report.to_be_told)


def test_whoever_uses_what_is_new_is_reached_one_link_up_and_no_further() -> None:
    asked = change(adds={"systems": {"screen": {"name": "Screen", "used_by": ["cooks"]}}})
    report = ripple(bistro(), change=asked)
    assert [(e.id, e.direction, e.hops) for e in report.reached] == [("cooks", "disruption", 1)]
    wider = ripple(bistro(), change=asked, direction="disruption")
    assert {"cooks", "serves", "eats"} <= set(ids(wider.reached))


def test_what_is_removed_is_where_a_disruption_starts_and_nothing_passes_it() -> None:
    asked = change(changes=[{"to": "orders", "how": "tightened"}], removes=["takes-the-order"])
    report = ripple(bistro(), change=asked)
    assert {(s.id, s.how) for s in report.start} == {
        ("orders", "tightened"),
        ("takes-the-order", "removed"),
    }
    assert "till" not in ids(report.reached)


def test_in_a_workspace_additions_are_shared_and_bare_ids_are_looked_up_everywhere() -> None:
    catalog = OrganisationCatalog.model_validate({"departments": {"it": "IT"}})
    scope = Scope(
        {
            stem: Blueprint.model_validate(
                {
                    "blueprint": stem,
                    "stem": stem,
                    "catalog": catalog,
                    "phases": {
                        "One": [{"customer": f"Asks {stem}", "frontstage": f"Answers {stem}"}]
                    },
                }
            )
            for stem in ("north", "south")
        },
        catalog,
    )
    asked = change(
        adds={
            "systems": {
                "desk": {
                    "name": "Desk",
                    "department": "it",
                    "used_by": ["answers-north", "south:answers-south"],
                }
            },
            "actions": [
                {"name": "Sorts", "step": "north:asks-north", "needed_by": ["south:answers-south"]}
            ],
        }
    )
    effect = applied(scope, asked)
    assert effect.added == ("desk", "north:sorts")
    assert effect.scope.catalog is not None
    assert "desk" in effect.scope.catalog.systems
    assert links(effect.scope, "uses") == {
        ("north:answers-north", "desk"),
        ("south:answers-south", "desk"),
    }
    assert ("south:answers-south", "north:sorts") in links(effect.scope, "support")


@pytest.mark.parametrize(
    "asked",
    [
        {"changes": ["nothing"]},
        {"removes": ["nothing"]},
        {"adds": {"systems": {"screen": {"name": "Screen", "used_by": ["nobody"]}}}},
        {"adds": {"actions": [{"name": "Sorts", "step": "nowhere"}]}},
        {"adds": {"actions": [{"name": "Sorts", "step": "eat", "needed_by": ["nobody"]}]}},
        {"changes": ["till"], "cost": {"nothing": 3}},
        {"changes": ["till"], "cost": {"till": {"amount": 3, "funded_by": "nobody"}}},
        {"changes": ["till"], "moves": ["nothing"]},
    ],
)
def test_what_a_change_names_must_be_there(asked: dict[str, object]) -> None:
    with pytest.raises(ReferenceNotFoundError):
        ripple(bistro(), change=change(**asked))


@pytest.mark.parametrize(
    "asked",
    [
        {"adds": {"systems": {"till": "Another till"}}},
        {"adds": {"channels": {"table": "Another table"}}},
        {"adds": {"actions": [{"id": "cooks", "name": "Cooks", "step": "eat"}]}},
        {"adds": {"systems": {"screen": {"name": "Screen", "used_by": ["menu"]}}}},
        {"adds": {"systems": {"screen": {"name": "Screen", "department": "nobody"}}}},
        {"adds": {"promises": {"hot": {"text": "Hot", "kept_by": ["nobody"]}}}},
    ],
)
def test_what_a_change_adds_must_fit(asked: dict[str, object]) -> None:
    with pytest.raises(InvalidBlueprintError):
        ripple(bistro(), change=change(**asked))
