"""The lists of a ripple: who starts, what it costs, what to revise, what moves, who complains where."""

from __future__ import annotations

from typing import Any

import pytest

from blueprint.analysis.ripple import ripple
from blueprint.analysis.ripple.efforts import sum_of_efforts
from blueprint.model import Blueprint
from tests.ripple.small import bistro, change, ids


def salon(**more: Any) -> Blueprint:
    """A haircut: two departments that wait for each other or not, as the change says."""
    return Blueprint.model_validate(
        {
            "blueprint": "Salon",
            "languages": ["en", "zh"],
            "departments": {
                "front": "Front desk", "cut": "Cutters", "it": "IT", "office": "Office",
            },
            "systems": {"diary": {"name": "Diary", "department": "it", "legacy": True}},
            "channels": {"phone": "Phone"},
            "promises": {
                "on-time": {
                    "text": "On time", "made_by": "office", "kept_by": ["cuts"],
                },
            },
            "knowledge": {
                "styles": {"name": "Styles", "department": "cut", "updated": "2026-01-02"},
                "opening": {"name": "Opening hours", "department": "office"},
                "unused": {"name": "Parking", "department": "office"},
            },
            "metrics": {"smiles": "Smiles", "waiting": "Waiting", "calls": "Calls", "rent": "Rent"},
            "levers": {
                "chairs": {
                    "name": "More chairs", "effect": "accelerator", "steps": ["sit"],
                    "metrics": ["waiting"],
                },
            },
            "complaints": {
                "entry": ["say-so"],
                "stages": {"receive": "front", "investigate": "office"},
            },
            "phases": {
                "Visit": [
                    {
                        "id": "call",
                        "customer": "Calls",
                        "frontstage": {
                            "id": "books", "name": "Books", "department": "front",
                            "systems": ["diary"], "knowledge": ["opening"],
                            "notice": {"about": "on-time"}, "needs": [],
                        },
                    },
                    {
                        "id": "sit",
                        "customer": "Sits down",
                        "moment_of_truth": {
                            "owner": "cut", "importance": 4,
                            "standard": {"text": "Within five minutes", "reviewed": "2026-02-01",
                                         "committed_by": ["front"]},
                        },
                        "feedback": ["smiles"],
                        "frontstage": {
                            "id": "cuts", "name": "Cuts", "department": "cut",
                            "knowledge": ["styles"], "needs": ["sweeps"],
                            "standard": {"text": "No strand longer", "at_least": 1},
                        },
                        "backstage": {"id": "sweeps", "name": "Sweeps", "department": "front"},
                    },
                    {
                        "id": "say-so",
                        "customer": "Says it is too short",
                        "frontstage": {"id": "listens", "name": "Listens", "department": "office"},
                    },
                ],
            },
            **more,
        }
    )  # fmt: skip


def tightened(**more: Any) -> Any:
    return change(changes=[{"to": "on-time", "how": "tightened"}], **more)


class TestWhoStarts:
    def test_whoever_rests_on_anothers_work_waits_for_it(self) -> None:
        asked = tightened(
            adds={
                "systems": {"board": {"name": "Board", "department": "it", "used_by": ["books"]}},
                "actions": [
                    {
                        "name": "Fits in", "step": "sit", "department": "front",
                        "systems": ["board"], "needed_by": ["cuts"],
                    }
                ],
            }
        )  # fmt: skip
        first = {d.id: d for d in ripple(salon(), change=asked).first_to_act}
        assert {i: d.turn for i, d in first.items()} == {"front": 2, "it": 1}
        assert [(w.id, str(w.reason)) for w in first["front"].waits_for] == [
            ("it", "“Fits in” uses “Board”")
        ]
        assert first["it"].waits_for == ()

    def test_those_who_wait_for_nobody_start_together(self) -> None:
        asked = tightened(
            adds={
                "actions": [
                    {"name": "Fits in", "step": "sit", "department": "front", "needs": []},
                    {"name": "Phones", "step": "call", "department": "office", "needs": []},
                ]
            }
        )
        report = ripple(salon(), change=asked)
        assert [(d.id, d.turn, d.waits_for) for d in report.first_to_act] == [
            ("front", 1, ()),
            ("office", 1, ()),
        ]

    def test_those_who_wait_for_one_another_start_together(self) -> None:
        asked = tightened(
            adds={
                "actions": [
                    {"name": "One", "id": "one", "step": "sit", "department": "front",
                     "needed_by": []},
                    {"name": "Two", "id": "two", "step": "sit", "department": "office",
                     "needs": ["one"], "needed_by": ["one"]},
                ]
            }
        )  # fmt: skip
        report = ripple(salon(), change=asked)
        assert {d.id: (d.turn, d.waits_for) for d in report.first_to_act} == {
            "front": (1, ()),
            "office": (1, ()),
        }

    def test_others_have_no_turn(self) -> None:
        report = ripple(salon(), change=tightened())
        assert [d.turn for d in report.departments if d.role != "first"] == [None] * 2


class TestWork:
    def test_a_department_is_told_what_it_does_and_answers_for(self) -> None:
        report = ripple(salon(), ["cuts"], direction="both")
        cutters = next(d for d in report.departments if d.id == "cut")
        assert [(w.id, w.coming, w.owned) for w in cutters.work] == [
            ("cuts", "changed", False),
            ("styles", "reached", True),
        ]
        assert cutters.likelihood == cutters.risk == 1.0

    def test_one_path_is_told_for_what_lies_behind_ones_own_work(self) -> None:
        made = salon()
        longer = made.replace("sweeps", needs=["listens"]).replace("listens", department="front")
        report = ripple(longer, change=tightened())
        front = next(d for d in report.also_affected if d.id == "front")
        assert front.count == 2
        assert [str(reason) for reason in front.reasons] == [
            "“On time” is kept by “Cuts”, which rests on “Sweeps”"
        ]


class TestCosts:
    def test_amounts_and_efforts_are_added_up_in_all_and_by_who_pays(self) -> None:
        asked = tightened(
            cost={
                "cuts": {"amount": 100, "effort": "2 d", "funded_by": "office"},
                "diary": {"amount": 50.5, "effort": "3 d", "funded_by": "office"},
                "sweeps": {"effort": "4 h"},
            }
        )
        report = ripple(salon(currency="EUR"), change=asked)
        assert [(t.all, t.funded_by, t.amount, t.currency, t.effort) for t in report.totals] == [
            (True, None, 150.5, "EUR", "5 d 4 h"),
            (False, "office", 150.5, "EUR", "5 d"),
            (False, None, None, None, "4 h"),
        ]

    def test_a_cost_stands_beside_its_risk_where_it_is_reached(self) -> None:
        asked = tightened(cost={"cuts": 100, "diary": 50})
        spent = {entry.id: entry for entry in ripple(salon(), change=asked).investments}
        assert (spent["cuts"].likelihood, spent["cuts"].risk) == pytest.approx((0.8, 0.48))
        assert str(spent["cuts"].reason) == "“On time” is kept by “Cuts”"
        assert (spent["diary"].likelihood, spent["diary"].risk, spent["diary"].reason) == (
            None, None, None,
        )  # fmt: skip

    def test_nothing_is_added_up_where_nothing_is_said(self) -> None:
        assert ripple(salon(), change=tightened()).totals == ()

    @pytest.mark.parametrize(
        ("efforts", "whole"),
        [
            ([], None),
            (["0 d"], "0 d"),
            (["PT1H30M", "30 min"], "1 h 60 min"),
            (["1.5 d", "2 天"], "3.5 d"),
            (["2 weeks"], "2 wk"),
        ],
    )
    def test_every_unit_of_effort_is_added_up_by_itself(
        self, efforts: list[str], whole: str | None
    ) -> None:
        assert sum_of_efforts(efforts) == whole


class TestStandards:
    def test_standards_of_moments_it_passes_and_of_actions_it_reaches(self) -> None:
        report = ripple(salon(), change=tightened())
        assert [(s.id, s.of, str(s.text), s.department) for s in report.standards] == [
            ("sit", "moment-of-truth", "Within five minutes", "cut"),
            ("cuts", "action", "No strand longer", "cut"),
        ]
        assert report.standards[0].committed_by == ("front",)
        assert report.standards[0].reviewed == "2026-02-01"
        assert str(report.standards[0].reason) == "it passes “Cuts”, “Sweeps”"
        assert str(report.standards[1].reason) == "“On time” is kept by “Cuts”"

    def test_a_moment_tells_its_importance_and_standards(self) -> None:
        (moment,) = ripple(salon(), change=tightened()).moments_of_truth
        assert (moment.id, moment.importance) == ("sit", 4)
        assert [str(text) for text in moment.standards] == ["Within five minutes"]

    def test_an_action_that_is_not_reached_keeps_its_standard(self) -> None:
        report = ripple(salon(), ["listens"], direction="demand")
        assert report.standards == ()


class TestArticles:
    def test_reached_articles_and_those_behind_a_notice_are_to_be_revised(self) -> None:
        report = ripple(salon(), change=tightened())
        assert [(a.id, a.because, a.department, a.updated) for a in report.articles] == [
            ("styles", "reached", "cut", "2026-01-02"),
            ("opening", "notice", "office", None),
        ]
        assert str(report.articles[1].reason) == (
            "“Opening hours” informs “Books”, which tells customers of “On time”"
        )

    def test_an_article_behind_what_is_altered_is_to_be_revised(self) -> None:
        report = ripple(salon(), change=change(changes=["cuts"]))
        assert next((a.id, a.because, str(a.reason)) for a in report.articles) == (
            "styles",
            "informs",
            "“Styles” informs “Cuts”: “Cuts” is altered",
        )

    def test_a_changed_article_is_to_be_revised(self) -> None:
        report = ripple(salon(), change=change(changes=["unused"]))
        assert [(a.id, a.because) for a in report.articles] == [("unused", "changed")]


class TestMetrics:
    def test_aims_measures_and_levers_are_told_apart(self) -> None:
        report = ripple(salon(), change=tightened(moves=["rent"], remeasure="2026-12-01"))
        assert [(m.id, m.because) for m in report.metrics] == [
            ("rent", "aim"),
            ("smiles", "feedback"),
            ("waiting", "lever"),
        ]
        assert report.remeasure == "2026-12-01"

    def test_a_metric_is_named_once_by_the_first_of_its_reasons(self) -> None:
        report = ripple(salon(), change=tightened(moves=["smiles", "waiting"]))
        assert [(m.id, m.because) for m in report.metrics] == [
            ("smiles", "aim"),
            ("waiting", "aim"),
        ]

    def test_nothing_moves_where_nothing_is_measured(self) -> None:
        assert ripple(salon(), ["listens"], direction="demand").metrics == ()


class TestComplaintRoutes:
    def test_a_complaint_goes_to_every_owner_on_the_way(self) -> None:
        report = ripple(salon(), change=tightened())
        (route,) = report.complaint_routes
        assert (route.id, route.entries) == ("sit", ("say-so",))
        assert route.owners == ("front", "cut", "office")
        assert [(s.stage, s.department) for s in route.stages] == [
            ("receive", "front"),
            ("investigate", "office"),
        ]
        assert str(route.reason) == (
            "Complaints about “Sits down” come in at “Says it is too short” "
            "and go to Front desk, Cutters, Office"
        )

    def test_a_moment_of_truth_of_the_kind_complaint_is_where_they_come_in(self) -> None:
        made = salon(complaints=None).replace("say-so", moment_of_truth={"kind": "complaint"})
        (route,) = ripple(made, change=tightened()).complaint_routes
        assert (route.entries, route.stages) == (("say-so",), ())

    def test_there_is_none_where_nobody_can_complain(self) -> None:
        assert ripple(salon(complaints=None), change=tightened()).complaint_routes == ()


class TestTallies:
    def test_everything_is_counted_once_by_blueprint_and_lane(self) -> None:
        report = ripple(salon(), change=tightened())
        by = {kind: [t for t in report.tallies if t.by == kind] for kind in ("blueprint", "lane")}
        everything = (*report.start, *report.added, *report.reached)
        assert sum(t.count for t in by["blueprint"]) == len(everything)
        in_lanes = [element for element in everything if element.lane is not None]
        assert sum(t.count for t in by["lane"]) == len(in_lanes)

    def test_changed_added_and_reached_are_told_apart(self) -> None:
        asked = tightened(
            adds={"actions": [{"name": "Fits in", "step": "sit", "department": "front"}]}
        )
        report = ripple(salon(), change=asked)
        tallied = {
            t.id: (t.changed, t.added, t.reached) for t in report.tallies if t.by == "department"
        }
        assert tallied["office"][:2] == (1, 0)
        assert tallied["front"][1] == 1
        assert sum(t.changed for t in report.tallies if t.by == "blueprint") == len(report.start)
        assert sum(t.added for t in report.tallies if t.by == "blueprint") == len(report.added)

    def test_lanes_a_file_adds_come_last_under_their_own_title(self) -> None:
        made = bistro(
            lanes=[{"id": "partner", "after": "backstage", "name": "Partner"}],
        )
        plus = made.add({"name": "Brings fish", "needs": []}, to="eat", lane="partner", id="fish")
        report = ripple(plus, ["fish", "cooks"], direction="both")
        lanes = [(t.id, str(t.name)) for t in report.tallies if t.by == "lane"]
        assert lanes[-1] == ("partner", "Partner")


def test_lists_are_full_whatever_is_listed() -> None:
    whole = ripple(salon(), change=tightened())
    part = ripple(salon(), change=tightened(), least=0.79, lanes="frontstage")
    assert len(part.reached) < len(whole.reached)
    for name in ("departments", "articles", "standards", "metrics", "complaint_routes", "tallies"):
        assert getattr(part, name) == getattr(whole, name), name


def test_every_department_and_entry_a_list_names_has_a_name() -> None:
    report = ripple(salon(), change=tightened())
    named = {*report.names}
    assert {d.id for d in report.departments} <= named
    assert all({*route.entries, *route.owners} <= named for route in report.complaint_routes)


def test_ids_of_what_it_lists_are_in_the_order_of_the_file_or_of_weight() -> None:
    report = ripple(salon(), change=tightened())
    assert ids(report.reached) == [
        e.id for e in sorted(report.reached, key=lambda e: -e.likelihood)
    ]
